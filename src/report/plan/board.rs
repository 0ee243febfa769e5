//! The whole house at a glance: sections and duty groups by steps, with the people at each post.

use super::View;
use crate::model::{DutyGroup, Post, SectionIx, Step};
use crate::render::document::{Cell, Kind, Table};
use std::collections::BTreeSet;

impl View<'_> {
    pub(super) fn board(&self) -> Table {
        let columns = [
            self.column(Kind::Text, "column-section"),
            self.column(Kind::Text, "column-duty"),
            self.column(Kind::Text, "step-handle"),
            self.column(Kind::Text, "step-review"),
            self.column(Kind::Text, "step-approve"),
        ];
        let places: BTreeSet<_> = self.unit.needed_posts().map(|(_, post)| (post.section, post.duty)).collect();
        let rows = places.into_iter().map(|(section, duty)| {
            let at = |step| self.people_at(section, duty, step);
            [
                Cell::from(self.words.section(section)),
                self.words.duty(duty).into(),
                at(Step::Handle),
                at(Step::Review),
                at(Step::Approve),
            ]
        });
        Table::new("board", columns, rows)
    }

    /// The holders of a post; empty where no matter needs the post.
    fn people_at(&self, section: SectionIx, duty: DutyGroup, step: Step) -> Cell {
        let wanted = Post { section, duty, step };
        let post = self.unit.needed_posts().find(|(_, post)| *post == wanted);
        post.map_or(Cell::empty(), |(ix, _)| self.holders(ix))
    }
}
