//! Who sits where, with how much work, backing up whom.

use super::View;
use crate::model::PersonIx;
use crate::report::view::{Block, Cell, Kind, Note, Table, Tone};

impl View<'_> {
    pub(super) fn people(&self) -> Vec<Block> {
        let mut blocks = vec![self.heading("people-heading"), Block::Table(self.people_table())];
        let unplaced = self.words.list(self.assessment.plan.unplaced(self.unit).map(|p| self.words.person(p)));
        if !unplaced.is_empty() {
            let note = self.text.with("unplaced", &[("people", &unplaced)]);
            blocks.push(Block::Paragraph(Note::new(Tone::Caution, note)));
        }
        blocks
    }

    fn people_table(&self) -> Table {
        let columns = [
            self.column(Kind::Text, "column-person"),
            self.column(Kind::Text, "column-section"),
            self.column(Kind::Text, "column-posts"),
            self.column(Kind::Hours, "column-hours"),
            self.column(Kind::Percent, "column-use"),
            self.column(Kind::Text, "column-moved"),
            self.column(Kind::Text, "column-backup"),
        ];
        let rows = self.unit.present().map(|(ix, person)| {
            let plan = &self.assessment.plan;
            let section = plan.section_of(self.unit, ix);
            let hours = self.tally.of_person(ix);
            let moved = plan.is_moved(self.unit, ix);
            let moved_tone = if moved { Tone::Caution } else { Tone::Plain };
            [
                Cell::from(&*person.id),
                section.map_or(Cell::empty(), |section| self.words.section(section).into()),
                self.posts(ix).into(),
                hours.into(),
                Self::use_of(hours, person.hours),
                Cell::from(self.words.yes(moved)).tone(moved_tone),
                self.words.list(self.tally.backed_up_by(ix).into_iter().map(|p| self.words.person(p))).into(),
            ]
        });
        Table::new("people", columns, rows)
    }

    /// The posts of a person; those of the section where the person sits without its name.
    fn posts(&self, person: PersonIx) -> String {
        let plan = &self.assessment.plan;
        let section = plan.section_of(self.unit, person);
        self.words.list(plan.posts_of(person).map(|post| {
            if Some(self.unit[post].section) == section { self.words.post_at_home(post) } else { self.words.post(post) }
        }))
    }
}
