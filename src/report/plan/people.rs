//! Who sits where, with how much work, backing up whom.

use super::View;
use crate::model::{PersonIx, PostIx, Rank, Step};
use crate::render::detail::Detail;
use crate::render::document::{Block, Cell, Kind, Note, Table, Tone};
use crate::report::parts::columns::columns;

impl View<'_> {
    pub(super) fn people(&self) -> Vec<Block> {
        let mut blocks = vec![Block::heading(self.text, "people-heading"), Block::Table(self.people_table())];
        if self.detail != Detail::Folded {
            blocks.push(Block::Chart(self.load_chart()));
        }
        blocks.extend(self.unplaced());
        blocks
    }

    /// Who can hold no post; leaders apart where they only approve and nothing is approved.
    pub(super) fn unplaced(&self) -> Vec<Block> {
        let no_approval = self.unit.rules.leader_steps && self.unit.kinds_of_steps().all(|step| step != Step::Approve);
        let (leaders, others): (Vec<_>, Vec<_>) = self
            .assessment
            .plan
            .unplaced(self.unit)
            .partition(|person| no_approval && self.unit[*person].rank == Rank::Leader);
        let note = |key: &str, tone: Tone, people: &[PersonIx]| {
            let people_said = self.words.list(people.iter().map(|person| self.words.person(*person)));
            let said = || Note::new(tone, self.text.with(key, &[("people", &people_said)]));
            (!people.is_empty()).then(|| Block::Paragraph(said()))
        };
        let notes = [note("unplaced.no-approval", Tone::Plain, &leaders), note("unplaced", Tone::Caution, &others)];
        notes.into_iter().flatten().collect()
    }

    fn people_table(&self) -> Table {
        let plan = &self.assessment.plan;
        columns("people", self.text, self.unit.present())
            .head("id", "column-person", Kind::Text, |(_, person)| &*person.id)
            .col("section", Kind::Text, |(ix, _)| self.seat(*ix))
            .col("posts", Kind::Text, |(ix, _)| self.posts(*ix))
            .col("hours", Kind::Hours, |(ix, _)| self.tally.of_person(*ix))
            .col("use", Kind::Percent, |(ix, person)| Self::use_of(self.tally.of_person(*ix), person.hours))
            .col("moved", Kind::Text, |(ix, _)| {
                let moved = plan.is_moved(self.unit, *ix);
                self.words.yes_cell(moved).tone(if moved { Tone::Caution } else { Tone::Plain })
            })
            .col("backup_for", Kind::Text, |(ix, _)| self.words.people_cell(self.tally.backed_up_by(*ix)))
            .table()
    }

    /// The section where a person sits; leaders belong to none.
    fn seat(&self, person: PersonIx) -> Cell {
        match self.assessment.plan.section_of(self.unit, person) {
            Some(section) => self.words.section_cell(section),
            None if self.unit[person].rank == Rank::Leader => Cell::word("", self.words.rank(Rank::Leader)),
            None => Cell::empty(),
        }
    }

    /// The posts of a person; those of the section where the person sits without its name.
    /// One kind of post in several sections is named once; for a screen its sections are counted.
    fn posts(&self, person: PersonIx) -> Cell {
        let plan = &self.assessment.plan;
        let held: Vec<PostIx> = plan.posts_of(person).collect();
        let seat = plan.section_of(self.unit, person);
        let mut kinds: Vec<(String, Vec<PostIx>)> = Vec::new();
        for post in held.iter().copied() {
            let kind = self.words.post_at_home(post);
            match kinds.iter_mut().find(|(known, _)| *known == kind) {
                Some((_, posts)) => posts.push(post),
                None => kinds.push((kind, vec![post])),
            }
        }
        let said = self.words.list(kinds.iter().map(|(kind, posts)| match posts[..] {
            [post] if Some(self.unit[post].section) == seat => kind.clone(),
            [post] => self.words.post(post),
            _ => self.post_across(kind, posts),
        }));
        self.words.posts_cell(&held, said)
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
