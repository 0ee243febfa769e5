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
    /// Handle and review posts are subject to the rules on duty groups and sections; approval is not.
    #[must_use]
    pub fn is_working(self) -> bool {
        self.step != Step::Approve
    }
}
