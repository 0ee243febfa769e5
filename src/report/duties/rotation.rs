//! The years ahead: who exceeds the limit at a high-risk post, and who changes places for it.

use super::View;
use crate::analysis::duties::{Due, Place, Rotation, Turn};
use crate::model::PersonIx;
use crate::render::document::{Block, Cell, Kind, Note, Tone};
use crate::report::parts::columns::columns;
use crate::report::words::cells::ids;
use crate::report::words::month;

impl View<'_> {
    pub(super) fn rotation(&self, found: &Rotation) -> Vec<Block> {
        let due = || found.turns.iter().flat_map(|turn| turn.due.iter().map(move |due| (turn, due)));
        let stuck = due().filter(|(_, due)| !due.costs.is_empty()).count();
        let mut moved: Vec<(PersonIx, &Turn)> = Vec::new();
        for turn in &found.turns {
            moved.extend(turn.moved.iter().map(|person| (*person, turn)));
        }
        let arguments = [
            ("from", &*month(self.text, found.from)),
            ("until", &*month(self.text, found.until)),
            ("years", &*found.years.to_string()),
            ("due", &*due().count().to_string()),
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
        if !found.unsaid.is_empty() {
            let unsaid = self.words.list(found.unsaid.iter().map(|place| self.place(place)));
            notes.push(Note::new(Tone::Caution, self.text.with("rotation-unsaid", &[("places", &unsaid)])));
        }
        if !found.proven {
            notes.push(Note::new(Tone::Caution, self.text.get("rotation-unproven")));
        }
        let dues = columns("due", self.text, due())
            .col("month", Kind::Text, |(turn, _)| turn.month.to_string())
            .col("person", Kind::Text, |(_, due)| self.words.person(due.person))
            .col("post", Kind::Text, |(_, due)| self.words.posts_cell(&[due.post], self.words.post(due.post)))
            .head("since", "column-rotation-since", Kind::Text, |(_, due)| due.since.to_string())
            .head("costs", "column-rotation-costs", Kind::Text, |(_, due)| self.costs(due))
            .table();
        let changes = found.turns.iter().flat_map(|turn| {
            let leaves = turn.leaves.iter().map(move |place| (turn, "leave", *place));
            leaves.chain(turn.takes.iter().map(move |place| (turn, "take", *place)))
        });
        let turns = columns("turns", self.text, changes)
            .col("month", Kind::Text, |(turn, ..)| turn.month.to_string())
            .head("change", "column-rights-change", Kind::Text, |(_, change, _)| {
                Cell::word(*change, self.text.get(&format!("rotation-{change}")))
            })
            .col("person", Kind::Text, |(_, _, place)| self.words.person(place.person))
            .col("post", Kind::Text, |(_, _, place)| self.words.posts_cell(&[place.post], self.words.post(place.post)))
            .table();
        vec![
            Block::heading(self.text, "rotation-heading"),
            Block::List(notes),
            Block::Table(dues),
            Block::Table(turns),
            Block::plain(self.text.get("rotation-note")),
        ]
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
