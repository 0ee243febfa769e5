//! What each scenario changes, in sentences.

use super::View;
use crate::analysis::ServiceStatus::{self, Full, Slowed, Stalled};
use crate::analysis::compare::{Outcome, Planned, Side};
use crate::model::PlanStatus;
use crate::render::document::{Block, Note, Tone};
use crate::report::words::clause;
use std::collections::BTreeMap;

impl View<'_> {
    pub(super) fn basis(&self) -> Vec<Block> {
        let first = self.sides.first().map(|side| self.name(side)).unwrap_or_default();
        vec![Block::plain(self.text.with("compare-basis", &[("first", &first)]))]
    }

    pub(super) fn verdict(&self) -> Vec<Block> {
        vec![Block::heading(self.text, "verdict-heading"), self.answers()]
    }

    /// A point for each scenario, then what a reader must know of all.
    pub(super) fn answers(&self) -> Block {
        let mut notes: Vec<Note> = self.sides.iter().enumerate().map(|(i, side)| self.answer(i, side)).collect();
        notes.extend(self.cautions());
        Block::List(notes)
    }

    fn answer(&self, i: usize, side: &Side) -> Note {
        let (tone, said) = match (&side.outcome, self.first()) {
            (Outcome::BadInput, _) => (Tone::Bad, self.text.get("compare-bad-input.told")),
            (Outcome::Failed(_), _) => (Tone::Bad, self.text.get("compare-failed.told")),
            (Outcome::Planned(planned), Some(first)) if i > 0 => self.against(first, planned),
            (Outcome::Planned(planned), _) => self.state(planned),
        };
        let why = side.planned().and_then(|planned| planned.unit.overlays.last()).and_then(|o| o.why.as_deref());
        let name = self.name(side);
        Note::new(
            tone,
            match why {
                Some(why) => {
                    let arguments = [("name", &*name), ("why", clause(self.said(why))), ("said", &*said)];
                    self.text.with("compare-answer-why", &arguments)
                }
                None => self.text.with("compare-answer", &[("name", &name), ("said", &said)]),
            },
        )
    }

    /// What a scenario is like by itself.
    fn state(&self, planned: &Planned) -> (Tone, String) {
        let words = self.words(planned);
        let told = |status: ServiceStatus, key: &str| {
            let matters: Vec<_> = planned.with_status(status).collect();
            let arguments = [("count", &*matters.len().to_string()), ("matters", &*words.matters(&matters))];
            (!matters.is_empty()).then(|| self.text.with(key, &arguments))
        };
        let told: Vec<_> =
            [told(Stalled, "compare-stalled"), told(Slowed, "compare-slowed")].into_iter().flatten().collect();
        if told.is_empty() {
            return (Tone::Good, self.text.get("compare-all-full"));
        }
        (Tone::Plain, words.clauses(told))
    }

    /// What a scenario changes against the first, matter by matter.
    fn against(&self, first: &Planned, planned: &Planned) -> (Tone, String) {
        let before = statuses(first);
        let words = self.words(planned);
        let told = |is: &dyn Fn(ServiceStatus, ServiceStatus) -> bool, key: &str| {
            let hit = planned.unit.matters().filter(|(ix, matter)| {
                let now = planned.plan.status_of(&planned.unit, *ix);
                before.get(&*matter.id).is_some_and(|before| is(*before, now))
            });
            let hit: Vec<_> = hit.map(|(ix, _)| words.matter(ix)).collect();
            let arguments = [("count", &*hit.len().to_string()), ("matters", &*words.list(&hit))];
            (!hit.is_empty()).then(|| self.text.with(key, &arguments))
        };
        let worse = [
            told(&|was, is| was != Stalled && is == Stalled, "compare-newly-stalled"),
            told(&|was, is| was == Full && is == Slowed, "compare-newly-slowed"),
        ];
        let better = [
            told(&|was, is| was != Full && is == Full, "compare-recovered"),
            told(&|was, is| was == Stalled && is == Slowed, "compare-eased"),
        ];
        let tone = match (better.iter().any(Option::is_some), worse.iter().any(Option::is_some)) {
            (true, false) => Tone::Good,
            (false, true) => Tone::Bad,
            (true, true) => Tone::Caution,
            (false, false) => Tone::Plain,
        };
        let mut told: Vec<_> = better.into_iter().chain(worse).flatten().collect();
        if told.is_empty() {
            told.push(self.text.get("compare-same"));
        }
        (tone, words.clauses(told))
    }

    fn cautions(&self) -> Vec<Note> {
        let mut keys = Vec::new();
        let differs = |planned: &Planned| {
            self.first().is_some_and(|f| (&f.unit.name, f.unit.year) != (&planned.unit.name, planned.unit.year))
        };
        if self.planned().any(differs) {
            keys.push("compare-other-unit");
        }
        if self.planned().any(|planned| !planned.unit.hires.is_empty() || !planned.unit.movements.is_empty()) {
            keys.push("compare-later");
        }
        if self.planned().any(|planned| planned.plan.status != PlanStatus::Optimal) {
            keys.push("compare-not-proven");
        }
        keys.into_iter().map(|key| Note::new(Tone::Caution, self.text.get(key))).collect()
    }
}

/// The status of every matter by its id.
fn statuses(planned: &Planned) -> BTreeMap<&str, ServiceStatus> {
    let status = |ix| planned.plan.status_of(&planned.unit, ix);
    planned.unit.matters().map(|(ix, matter)| (&*matter.id, status(ix))).collect()
}
