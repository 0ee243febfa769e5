//! What each section and each post takes and has.

use super::View;
use crate::model::Step;
use crate::report::view::{Block, Cell, Kind, Table, Tone};
use crate::units::{Hours, Share};

impl View<'_> {
    pub(super) fn sections(&self) -> Vec<Block> {
        vec![
            self.heading("sections-heading"),
            Block::Table(self.section_table()),
            Block::plain(self.text.get("sections-note")),
            self.heading("posts-heading"),
            Block::Table(self.post_table()),
            Block::plain(self.text.get("posts-note")),
        ]
    }

    fn section_table(&self) -> Table {
        let columns = [
            self.column(Kind::Text, "column-section"),
            self.column(Kind::Whole, "column-people"),
            self.column(Kind::Hours, "step-handle"),
            self.column(Kind::Hours, "step-review"),
            self.column(Kind::Hours, "step-approve"),
            self.column(Kind::Hours, "column-hours-used"),
            self.column(Kind::Hours, "column-hours-held"),
        ];
        let rows = self.unit.sections().map(|(section, named)| {
            let people = self.tally.people_of(section);
            let step = |step| Cell::from(self.tally.of_section(section, Some(step)));
            [
                Cell::from(&*named.name),
                people.len().into(),
                step(Step::Handle),
                step(Step::Review),
                step(Step::Approve),
                self.tally.of_section(section, None).into(),
                self.tally.available(people).into(),
            ]
        });
        Table::new("sections", columns, rows)
    }

    fn post_table(&self) -> Table {
        let columns = [
            self.column(Kind::Text, "column-section"),
            self.column(Kind::Text, "column-post"),
            self.column(Kind::Text, "column-holders"),
            self.column(Kind::Hours, "column-hours-used"),
            self.column(Kind::Hours, "column-hours-held"),
        ];
        let rows = self.unit.posts().map(|(ix, post)| {
            let holders: Vec<_> = self.assessment.plan.holders_of(ix).map(|p| self.words.person(p)).collect();
            let holders = if holders.is_empty() {
                Cell::from(self.text.get("nobody")).tone(Tone::Caution)
            } else {
                self.words.list(holders).into()
            };
            [
                Cell::from(self.words.section(post.section)),
                self.words.post_at_home(ix).into(),
                holders,
                self.tally.of_post(ix).into(),
                self.tally.held_at(ix).into(),
            ]
        });
        Table::new("posts", columns, rows)
    }

    /// Hours used as a share of hours held; nothing where none are held.
    pub(super) fn use_of(used: Hours, held: Hours) -> Cell {
        let share: Share = used.share_of(held);
        if held == Hours::ZERO { Cell::empty() } else { share.into() }
    }
}
