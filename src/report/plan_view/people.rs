//! Who sits where, with how much work, backing up whom.

use super::{Detail, View};
use crate::model::{PersonIx, PostIx, Rank};
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
            let hours = self.tally.of_person(ix);
            let moved = plan.is_moved(self.unit, ix);
            let moved_tone = if moved { Tone::Caution } else { Tone::Plain };
            [
                Cell::from(&*person.id),
                self.seat(ix),
                self.posts(ix).into(),
                hours.into(),
                Self::use_of(hours, person.hours),
                Cell::from(self.words.yes(moved)).tone(moved_tone),
                self.words.list(self.tally.backed_up_by(ix).into_iter().map(|p| self.words.person(p))).into(),
            ]
        });
        Table::new("people", columns, rows)
    }

    /// The section where a person sits; leaders belong to none.
    fn seat(&self, person: PersonIx) -> Cell {
        if self.unit[person].home.is_none() && self.unit[person].rank == Rank::Leader {
            return self.words.rank(Rank::Leader).into();
        }
        let section = self.assessment.plan.section_of(self.unit, person);
        section.map_or(Cell::empty(), |section| self.words.section(section).into())
    }

    /// The posts of a person; those of the section where the person sits without its name.
    /// For a screen, one kind of post in several sections is counted: the table of posts names them.
    fn posts(&self, person: PersonIx) -> String {
        let plan = &self.assessment.plan;
        let seat = plan.section_of(self.unit, person);
        let mut kinds: Vec<(String, Vec<PostIx>)> = Vec::new();
        for post in plan.posts_of(person) {
            let kind = self.words.post_at_home(post);
            match kinds.iter_mut().find(|(known, _)| *known == kind) {
                Some((_, posts)) => posts.push(post),
                None => kinds.push((kind, vec![post])),
            }
        }
        let name = |post: PostIx, kind: &str| {
            if Some(self.unit[post].section) == seat { kind.to_owned() } else { self.words.post(post) }
        };
        self.words.list(kinds.iter().flat_map(|(kind, posts)| {
            if posts.len() > 1 && self.detail == Detail::Folded {
                let count = posts.len().to_string();
                return vec![self.text.with("post-across", &[("post", kind), ("count", &count)])];
            }
            posts.iter().map(|post| name(*post, kind)).collect()
        }))
    }
}
