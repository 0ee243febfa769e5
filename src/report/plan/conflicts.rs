//! Where the sources disagree, and what each of their values would change.

use super::View;
use crate::analysis::{ConflictEffect, Outcome};
use crate::model::{Conflict, ConflictTarget};
use crate::render::detail::Detail;
use crate::render::document::{Block, Cell, Kind, Note, Table, Tone};
use crate::report::parts::columns::columns;
use crate::report::words::{Words, clause, says_the_same};

impl View<'_> {
    pub(super) fn conflicts(&self) -> Vec<Block> {
        let shown = self.shown();
        let mut blocks = section(self.words, &shown, self.conflict_table());
        let hidden = self.assessment.conflicts.len() - shown.len();
        if hidden > 0 {
            blocks.push(Block::plain(self.text.with("conflicts-without-effect", &[("count", &hidden.to_string())])));
        }
        blocks
    }

    pub(in crate::report) fn conflict_table(&self) -> Table {
        table(self.words, &self.shown(), |value, conflict, outcome| {
            // The plan was not solved again with the value that it used.
            if value == conflict.used && matches!(conflict.target, Some(ConflictTarget::Driver(_))) {
                return Cell::word("this_plan", self.text.get("outcome-this-plan"));
            }
            self.words.outcome_cell(outcome, says_the_same(outcome, self.assessment))
        })
    }

    /// On a screen only conflicts from which anything is computed.
    fn shown(&self) -> Vec<&ConflictEffect> {
        let matters = |effect: &&ConflictEffect| self.unit.conflicts[effect.conflict].target.is_some();
        self.assessment.conflicts.iter().filter(|effect| self.detail != Detail::Folded || matters(effect)).collect()
    }
}

/// The table of conflicts with the scenario's notes on them, each value with its effect as told by `tell`.
pub(in crate::report) fn conflicts(
    words: Words<'_>,
    effects: &[&ConflictEffect],
    tell: impl Fn(usize, &Conflict, &Outcome) -> Cell,
) -> Vec<Block> {
    section(words, effects, table(words, effects, tell))
}

fn table(words: Words<'_>, effects: &[&ConflictEffect], tell: impl Fn(usize, &Conflict, &Outcome) -> Cell) -> Table {
    let rows = effects.iter().flat_map(|effect| {
        let conflict = &words.unit.conflicts[effect.conflict];
        let values = conflict.values.iter().zip(&effect.outcomes).enumerate();
        values.map(move |(i, (value, outcome))| (conflict, i, value, outcome))
    });
    columns("conflicts", words.text, rows)
        .col("topic", Kind::Text, |(conflict, ..)| words.quoted_cell(&conflict.topic))
        .col("value", Kind::Given, |(.., value, _)| value.value)
        .col("used", Kind::Text, |(conflict, i, ..)| {
            let used = *i == conflict.used;
            words.yes_cell(used).tone(if used { Tone::Good } else { Tone::Plain })
        })
        .col("source", Kind::Text, |(.., value, _)| &*value.source)
        .col("effect", Kind::Text, |(conflict, i, _, outcome)| tell(*i, conflict, outcome))
        .table()
}

fn section(words: Words<'_>, effects: &[&ConflictEffect], table: Table) -> Vec<Block> {
    if effects.is_empty() {
        return vec![Block::Table(table)];
    }
    let mut blocks = vec![Block::heading(words.text, "conflicts-heading"), Block::Table(table)];
    let note = |conflict: &Conflict| {
        let (topic, note) = (words.quoted(&conflict.topic), clause(words.quoted(conflict.note.as_deref()?)));
        Some(Note::plain(words.text.with("conflict-note", &[("topic", topic), ("note", note)])))
    };
    let notes: Vec<_> = effects.iter().filter_map(|effect| note(&words.unit.conflicts[effect.conflict])).collect();
    if !notes.is_empty() {
        blocks.push(Block::List(notes));
    }
    blocks
}
