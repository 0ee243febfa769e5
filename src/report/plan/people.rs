//! Who sits where, with how much work, backing up whom.

use super::View;
use crate::model::{PersonIx, PostIx, Rank};
use crate::render::detail::Detail;
use crate::render::document::{Block, Cell, Kind, Note, Table, Tone};

impl View<'_> {
    pub(super) fn people(&self) -> Vec<Block> {
        let mut blocks = vec![self.heading("people-heading"), Block::Table(self.people_table())];
        if self.detail != Detail::Folded {
            blocks.push(Block::Chart(self.load_chart()));
        }
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
        match self.assessment.plan.section_of(self.unit, person) {
            Some(section) => self.words.section(section).into(),
            None if self.unit[person].rank == Rank::Leader => self.words.rank(Rank::Leader).into(),
            None => Cell::empty(),
        }
    }

    /// The posts of a person; those of the section where the person sits without its name.
    /// One kind of post in several sections is named once; for a screen its sections are counted.
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
        self.words.list(kinds.iter().map(|(kind, posts)| match posts[..] {
            [post] if Some(self.unit[post].section) == seat => kind.clone(),
            [post] => self.words.post(post),
            _ => self.post_across(kind, posts),
        }))
    }

    fn post_across(&self, kind: &str, posts: &[PostIx]) -> String {
        let sections = match self.detail {
            Detail::Folded => self.text.with("sections-counted", &[("count", &posts.len().to_string())]),
            Detail::Full | Detail::Annexed => {
                self.words.list(posts.iter().map(|post| self.words.section(self.unit[*post].section)))
            }
        };
        self.text.with("post-across", &[("post", kind), ("sections", &sections)])
    }
}
