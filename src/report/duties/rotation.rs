//! The years ahead: who exceeds the limit at a high-risk post, and who changes places for it.

use super::View;
use crate::analysis::duties::{Due, Place, Rotation, Turn};
use crate::model::{PersonIx, PostIx};
use crate::render::document::{Block, Cell, Kind, Note, Tone};
use crate::report::parts::columns::columns;
use crate::report::words::cells::ids;
use crate::report::words::month;
use std::collections::BTreeSet;

impl View<'_> {
    /// Who must leave and how many change section for it: the answer in a few sentences.
    pub(super) fn rotates(&self, found: &Rotation) -> Vec<Note> {
        let stuck = dues(found).filter(|(_, due)| !due.costs.is_empty()).count();
        let mut moved: Vec<(PersonIx, &Turn)> = Vec::new();
        for turn in &found.turns {
            moved.extend(turn.moved.iter().map(|person| (*person, turn)));
        }
        let arguments = [
            ("from", &*month(self.text, found.from)),
            ("until", &*month(self.text, found.until)),
            ("years", &*found.years.to_string()),
            ("due", &*dues(found).count().to_string()),
            ("turns", &*found.turns.iter().filter(|turn| !turn.due.is_empty()).count().to_string()),
            ("moved", &*moved.len().to_string()),
            ("stuck", &*stuck.to_string()),
        ];
        let mut notes = vec![if found.turns.is_empty() {
            Note::new(Tone::Good, self.text.with("rotation-none", &arguments))
        } else {
            Note::new(Tone::Caution, self.text.with("rotation-some", &arguments))
        }];
        if !found.turns.is_empty() {
            notes.push(self.moves(found));
        }
        if stuck > 0 {
            notes.push(Note::new(Tone::Bad, self.text.with("rotation-stuck", &arguments)));
        }
        notes
    }

    /// The tables behind it, and what is not known.
    pub(super) fn rotation(&self, found: &Rotation) -> Vec<Block> {
        let mut notes = Vec::new();
        if !found.unsaid.is_empty() {
            let unsaid = self.words.list(found.unsaid.iter().map(|place| self.place(place)));
            notes.push(Note::new(Tone::Caution, self.text.with("rotation-unsaid", &[("places", &unsaid)])));
        }
        if !found.proven {
            notes.push(Note::new(Tone::Caution, self.text.get("rotation-unproven")));
        }
        let table = columns("due", self.text, dues(found))
            .col("month", Kind::Text, |(turn, _)| turn.month.to_string())
            .col("person", Kind::Text, |(_, due)| self.words.person(due.person))
            .col("post", Kind::Text, |(_, due)| self.words.posts_cell(&[due.post], self.words.post(due.post)))
            .head("since", "column-rotation-since", Kind::Text, |(_, due)| due.since.to_string())
            .head("over", "column-rotation-over", Kind::Text, |(_, due)| due.over.to_string())
            .head("costs", "column-rotation-costs", Kind::Text, |(_, due)| self.costs(due))
            .table();
        let changes = found.turns.iter().flat_map(|turn| changed(turn).into_iter().map(move |person| (turn, person)));
        let turns = columns("turns", self.text, changes)
            .col("month", Kind::Text, |(turn, _)| turn.month.to_string())
            .col("person", Kind::Text, |(_, person)| self.words.person(*person))
            .head("leaves", "column-rotation-leaves", Kind::Text, |(turn, person)| self.posts_of(&turn.leaves, *person))
            .head("takes", "column-rotation-takes", Kind::Text, |(turn, person)| self.posts_of(&turn.takes, *person))
            .head("section_for", "column-rotation-section", Kind::Text, |(turn, person)| {
                self.section_for(turn, *person)
            })
            .table();
        let mut blocks = vec![Block::heading(self.text, "rotation-heading")];
        blocks.extend((!notes.is_empty()).then_some(Block::List(notes)));
        blocks.extend([Block::Table(table), Block::Table(turns), Block::plain(self.text.get("rotation-note"))]);
        blocks
    }

    /// How many change section in all, and whether there could be fewer.
    fn moves(&self, found: &Rotation) -> Note {
        let (key, least) = match found.at_least {
            Some(least) if least == found.moves => ("rotation-moves-proven", least),
            Some(least) => ("rotation-moves-open", least),
            None => ("rotation-moves-unknown", 0),
        };
        let arguments = [("moves", &*found.moves.to_string()), ("least", &*least.to_string())];
        Note::plain(self.text.with(key, &arguments))
    }

    fn posts_of(&self, places: &[Place], person: PersonIx) -> Cell {
        let posts: Vec<PostIx> = places.iter().filter(|at| at.person == person).map(|at| at.post).collect();
        self.words.posts_cell(&posts, self.words.list(posts.iter().map(|post| self.words.post(*post))))
    }

    /// What somebody changes section for, if at all.
    fn section_for(&self, turn: &Turn, person: PersonIx) -> Cell {
        let all = [("month", &turn.followed), ("rotation", &turn.moved)];
        let own: Vec<&str> = all.into_iter().filter(|(_, who)| who.contains(&person)).map(|(cause, _)| cause).collect();
        let said = self.words.list(own.iter().map(|cause| self.text.get(&format!("rotation-for-{cause}"))));
        Cell::word(ids(&own), said)
    }

    fn costs(&self, due: &Due) -> Cell {
        let said = self.words.list(due.costs.iter().map(|matter| self.words.matter(*matter)));
        let cell = Cell::word(ids(due.costs.iter().map(|matter| &self.unit[*matter].id)), said);
        if due.costs.is_empty() { Cell::empty() } else { cell.tone(Tone::Bad) }
    }

    fn place(&self, place: &Place) -> String {
        let arguments = [("person", &*self.words.person(place.person)), ("post", &*self.words.post(place.post))];
        self.text.with("rotation-place", &arguments)
    }
}

/// Everybody whose time is over, with the month in which they leave.
fn dues(found: &Rotation) -> impl Iterator<Item = (&Turn, &Due)> {
    found.turns.iter().flat_map(|turn| turn.due.iter().map(move |due| (turn, due)))
}

/// Everybody who leaves or takes a post in a month, or changes section.
fn changed(turn: &Turn) -> BTreeSet<PersonIx> {
    let at_posts = turn.leaves.iter().chain(&turn.takes).map(|place| place.person);
    at_posts.chain(turn.moved.iter().chain(&turn.followed).copied()).collect()
}
