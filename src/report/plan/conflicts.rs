//! Where the sources disagree, and what each of their values would change.

use super::View;
use crate::analysis::{ConflictEffect, Outcome};
use crate::model::{Conflict, ConflictTarget};
use crate::render::detail::Detail;
use crate::render::document::{Block, Cell, Column, Kind, Note, Table, Tone};
use crate::report::words::{Words, clause, says_the_same};

impl View<'_> {
    pub(super) fn conflicts(&self) -> Vec<Block> {
        let all = &self.assessment.conflicts;
        let matters = |effect: &&ConflictEffect| self.unit.conflicts[effect.conflict].target.is_some();
        let shown: Vec<_> = all.iter().filter(|effect| self.detail != Detail::Folded || matters(effect)).collect();
        let mut blocks = conflicts(self.words, &shown, |value, conflict, outcome| {
            // The plan was not solved again with the value that it used.
            if value == conflict.used && matches!(conflict.target, Some(ConflictTarget::Driver(_))) {
                return self.text.get("outcome-this-plan");
            }
            self.words.outcome(outcome, says_the_same(outcome, self.assessment))
        });
        if shown.len() < all.len() {
            let count = (all.len() - shown.len()).to_string();
            blocks.push(Block::plain(self.text.with("conflicts-without-effect", &[("count", &count)])));
        }
        blocks
    }
}

/// The table of conflicts, each value with its effect as told by `tell`, and the scenario's notes on them.
pub(in crate::report) fn conflicts(
    words: Words<'_>,
    effects: &[&ConflictEffect],
    tell: impl Fn(usize, &Conflict, &Outcome) -> String,
) -> Vec<Block> {
    let column = |key| Column::new(Kind::Text, words.text.get(key));
    let columns = [
        column("column-topic"),
        Column::new(Kind::Given, words.text.get("column-value")),
        column("column-used"),
        column("column-source"),
        column("column-effect"),
    ];
    let rows = effects.iter().flat_map(|effect| {
        let conflict = &words.unit.conflicts[effect.conflict];
        let tell = &tell;
        conflict.values.iter().zip(&effect.outcomes).enumerate().map(move |(i, (value, outcome))| {
            let used = i == conflict.used;
            [
                Cell::from(&*conflict.topic),
                value.value.into(),
                Cell::from(words.yes(used)).tone(if used { Tone::Good } else { Tone::Plain }),
                Cell::from(&*value.source),
                tell(i, conflict, outcome).into(),
            ]
        })
    });
    let table = Block::Table(Table::new("conflicts", columns, rows));
    if effects.is_empty() {
        return vec![table];
    }
    let mut blocks = vec![Block::Heading(words.text.get("conflicts-heading").into()), table];
    let note = |conflict: &Conflict| {
        let note = clause(conflict.note.as_deref()?);
        Some(Note::plain(words.text.with("conflict-note", &[("topic", &conflict.topic), ("note", note)])))
    };
    let notes: Vec<_> = effects.iter().filter_map(|effect| note(&words.unit.conflicts[effect.conflict])).collect();
    if !notes.is_empty() {
        blocks.push(Block::List(notes));
    }
    blocks
}
