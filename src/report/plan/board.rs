//! The whole house at a glance: sections and duty groups by steps, with the people at each post.

use super::View;
use crate::model::{DutyGroup, Post, SectionIx, Step};
use crate::render::document::{Cell, Kind, Table};
use crate::report::parts::columns::columns;
use std::collections::BTreeSet;

impl View<'_> {
    pub(super) fn board(&self) -> Table {
        let places: BTreeSet<_> = self.unit.needed_posts().map(|(_, post)| (post.section, post.duty)).collect();
        columns("board", self.text, places)
            .col("section", Kind::Text, |(section, _)| self.words.section_cell(*section))
            .col("duty", Kind::Text, |(_, duty)| self.words.duty_cell(*duty))
            .each(self.unit.kinds_of_steps(), |columns, step| {
                columns.head(step.id(), &format!("step-{}", step.id()), Kind::Text, |(section, duty)| {
                    self.people_at(*section, *duty, step)
                })
            })
            .table()
    }

    /// The holders of a post; empty where no matter needs the post.
    fn people_at(&self, section: SectionIx, duty: DutyGroup, step: Step) -> Cell {
        let wanted = Post { section, duty, step };
        let post = self.unit.needed_posts().find(|(_, post)| *post == wanted);
        post.map_or(Cell::empty(), |(ix, _)| self.holders(ix))
    }
}
