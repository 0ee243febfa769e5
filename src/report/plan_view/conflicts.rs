//! Where the sources disagree, and what each of their values would change.

use super::View;
use crate::analysis::Outcome;
use crate::model::Conflict;
use crate::report::view::{Block, Cell, Column, Kind, Note, Table, Tone};
use crate::report::words::{Words, says_the_same};

impl View<'_> {
    pub(super) fn conflicts(&self) -> Vec<Block> {
        let effect = |conflict: usize, value: usize| {
            let effect = self.assessment.conflicts.iter().find(|effect| effect.conflict == conflict);
            let outcome = effect.and_then(|effect| effect.outcomes.get(value));
            let words = |outcome: &Outcome| self.words.outcome(outcome, says_the_same(outcome, self.assessment));
            outcome.map(words).unwrap_or_default()
        };
        conflicts(self.words, effect)
    }
}

/// The table of conflicts, each value with its effect in words, and the scenario's notes on them.
pub(in crate::report) fn conflicts(words: Words<'_>, effect: impl Fn(usize, usize) -> String) -> Vec<Block> {
    let column = |key| Column::new(Kind::Text, words.text.get(key));
    let values = words.unit.conflicts.iter().flat_map(|conflict| &conflict.values);
    let places = values.map(|value| value.value.normalize().scale()).max().unwrap_or_default();
    let columns = [
        column("column-topic"),
        Column::new(Kind::Decimal(places), words.text.get("column-value")),
        column("column-used"),
        column("column-source"),
        column("column-effect"),
    ];
    let all = words.unit.conflicts.iter().enumerate();
    let rows = all.flat_map(|(i, conflict)| {
        let effect = &effect;
        conflict.values.iter().enumerate().map(move |(j, value)| {
            let used = j == conflict.used;
            [
                Cell::from(&*conflict.topic),
                value.value.into(),
                Cell::from(words.yes(used)).tone(if used { Tone::Good } else { Tone::Plain }),
                Cell::from(&*value.source),
                effect(i, j).into(),
            ]
        })
    });
    let table = Block::Table(Table::new("conflicts", columns, rows));
    if words.unit.conflicts.is_empty() {
        return vec![table];
    }
    let mut blocks = vec![Block::Heading(words.text.get("conflicts-heading").into()), table];
    let note = |conflict: &Conflict| {
        let note = conflict.note.as_deref()?;
        Some(Note::plain(words.text.with("conflict-note", &[("topic", &conflict.topic), ("note", note)])))
    };
    let notes: Vec<_> = words.unit.conflicts.iter().filter_map(note).collect();
    if !notes.is_empty() {
        blocks.push(Block::List(notes));
    }
    blocks
}
