//! Posts: what people hold and cases flow over.

use super::{DutyGroup, SectionIx, Step};

/// Index of a post in [`super::Unit::posts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PostIx(pub usize);

/// A post (岗位): one step of one duty group in one section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Post {
    /// The section.
    pub section: SectionIx,
    /// The duty group.
    pub duty: DutyGroup,
    /// The step.
    pub step: Step,
}

impl Post {
    /// Posts of every step but approval are subject to the rules on duty groups and sections.
    #[must_use]
    pub fn is_working(self) -> bool {
        self.step != Step::Approve
    }
}
