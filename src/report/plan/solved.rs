//! Levers on the page of a plan that answer without the program.

use super::View;
use crate::analysis::live::Effect;
use crate::analysis::plan::solved::{Cell, MORE};
use crate::model::RuleChange;
use crate::render::document::solved::Solved;
use crate::render::document::{Block, Note, Tone};
use crate::render::line::Line;
use crate::report::words::month;

impl View<'_> {
    /// Nothing where none was worked out.
    pub(super) fn solved(&self) -> Option<Block> {
        let solved = self.extras.solved?;
        let mut answers: Vec<Note> = Vec::new();
        let mut cells = Vec::new();
        for cell in &solved.cells {
            let note = self.cell(cell);
            let at = answers.iter().position(|known| *known == note);
            cells.push(at.unwrap_or(answers.len()));
            if at.is_none() {
                answers.push(note);
            }
        }
        let head = |key: &str| Line::from(self.text.get(key));
        let rule = |rule: &Option<RuleChange>| {
            Line::from(rule.as_ref().map_or_else(
                || self.text.get("solved-as-it-is"),
                |change| {
                    let after = self.unit.with(&[crate::model::Change::Rule(change.clone())]).rules;
                    let (rule, setting) =
                        (self.words.rule(change.rule()), self.words.rule_setting(&after, change.rule()));
                    self.text.with("solved-otherwise", &[("rule", &rule), ("setting", &setting)])
                },
            ))
        };
        let months = solved.months.iter().map(|one| Line::from(month(self.text, *one)));
        let count = solved.cells.len().to_string();
        Some(Block::Solved(Solved {
            title: head("solved-heading"),
            counts: [head("employment-established"), head("employment-contract")],
            most: MORE,
            rules: (head("solved-rule"), solved.rules.iter().map(rule).collect()),
            months: (head("solved-month"), months.collect()),
            answers,
            cells,
            proof: self.text.with("solved-proof", &[("count", &count)]).into(),
        }))
    }

    fn cell(&self, cell: &Cell) -> Note {
        let (note, key) = match cell {
            Cell::Planned(effect) => (self.effect(effect), "solved-cell"),
            Cell::Unknown => return Note::new(Tone::Caution, self.text.get("solved-cell-unknown")),
            Cell::Full => (Note::new(Tone::Good, self.text.get("board-hint-all")), "solved-cell-more"),
        };
        Note::new(note.tone, self.text.with(key, &[("effect", note.text.as_str())]))
    }

    fn effect(&self, effect: &Effect) -> Note {
        let told = [
            ("board-hint-stalled", &effect.stalled),
            ("board-hint-slowed", &effect.slowed),
            ("solved-unknown", &effect.unknown),
        ];
        let told = told.into_iter().filter(|(_, matters)| !matters.is_empty());
        let told: Vec<_> =
            told.map(|(key, matters)| self.text.with(key, &[("matters", &self.words.matters(matters))])).collect();
        match (told.is_empty(), effect.stalled.is_empty()) {
            (true, _) => Note::new(Tone::Good, self.text.get("board-hint-all")),
            (_, stalls) => Note::new(if stalls { Tone::Caution } else { Tone::Bad }, self.words.clauses(told)),
        }
    }
}
