//! The work that stalls or is slowed, and why.

use super::View;
use crate::analysis::explain::{Counted, Remedy, Repair, Rival};
use crate::analysis::{ReasonCode, ServiceStatus, Shortfall};
use crate::model::MatterIx;
use crate::render::detail::Detail;
use crate::render::document::{Block, Cell, Kind, Note, Table, Tone};
use crate::report::parts::alike::alike;
use crate::report::parts::columns::columns;
use crate::report::words::month;
use crate::units::Share;
use std::collections::BTreeSet;

/// Matters listed on a screen.
const SHOWN: usize = 12;

impl View<'_> {
    pub(super) fn shortfalls(&self) -> Vec<Block> {
        let shortfalls = &self.assessment.shortfalls;
        if shortfalls.is_empty() {
            return vec![Block::Table(self.shortfall_table())];
        }
        let mut blocks = vec![Block::heading(self.text, "shortfalls-heading")];
        blocks.extend(self.as_far_as(SHOWN, self.shortfall_table()));
        if self.detail != Detail::Folded {
            blocks.push(Block::List(self.grouped().into_iter().map(|group| self.explain(&group)).collect()));
        }
        // All that would help takes many plans; this report stays nearly as quick as one.
        blocks.push(Block::List([self.remedies(), self.pointers()].concat()));
        blocks.extend(self.rivals());
        blocks
    }

    /// Where more is said: beside the plan, or by another command.
    fn pointers(&self) -> Vec<Note> {
        let note = |key: &str| Note::plain(self.text.get(key));
        if self.detail != Detail::Annexed {
            return vec![note("shortfalls-more")];
        }
        let counted = self.extras.counts.iter().any(|(_, counted)| matches!(counted, Counted::Short(_)));
        let counted = counted.then(|| note("shortfalls-counted").more(self.text.get("count-heading")));
        let explained = self.extras.beside.is_some_and(|beside| beside.explained.is_some());
        let more = if explained {
            note("shortfalls-more-here").more(self.text.get("conflict-heading"))
        } else {
            note("shortfalls-more-asked")
        };
        counted.into_iter().chain([more]).collect()
    }

    /// What the least change of staff would do, matters with the same answer together.
    pub(super) fn remedies(&self) -> Vec<Note> {
        let answer = |remedy: &Remedy| remedy.repair.as_ref().map(|repair| self.answered(repair));
        let answers = alike(self.extras.remedies.iter().map(|remedy| (remedy.matter, answer(remedy))));
        let note = |(matters, answer): &(Vec<MatterIx>, Option<(String, String)>)| {
            let matters = ("matters", &*self.words.matters(matters));
            Note::plain(match answer {
                Some((changes, reach)) => {
                    self.text.with("shortfall-remedy", &[matters, ("changes", changes), ("reach", reach)])
                }
                None => self.text.with("shortfall-no-remedy", &[matters]),
            })
        };
        let mut notes: Vec<Note> = answers.iter().map(note).collect();
        notes.extend(self.remedies_hold().into_iter().map(Note::plain));
        let asked = |shortfall: &&Shortfall| self.extras.remedies.iter().all(|r| r.matter != shortfall.matter);
        let open: Vec<MatterIx> = self.assessment.shortfalls.iter().filter(asked).map(|s| s.matter).collect();
        if self.extras.cut && !open.is_empty() {
            let arguments = [("matters", &*self.words.matters(&open))];
            notes.push(Note::new(Tone::Caution, self.text.with("shortfall-remedy-unknown", &arguments)));
        }
        notes
    }

    /// The changes of a repair, and the service level that they reach.
    pub(super) fn answered(&self, repair: &Repair) -> (String, String) {
        (self.words.changes(&repair.changes), self.words.reach(repair.level))
    }

    /// How far the remedies hold: each by itself, and for the people of today.
    fn remedies_hold(&self) -> Vec<String> {
        let count = self.extras.remedies.iter().filter(|remedy| remedy.repair.is_some()).count();
        let outlook = self.extras.beside.and_then(|beside| beside.outlook.as_ref());
        let is_staffed_otherwise = outlook.is_some_and(|outlook| outlook.chosen.points.len() > 1);
        let as_of = month(self.text, self.unit.as_of);
        let apart = (count > 1).then(|| self.text.get("shortfall-remedies-apart"));
        let now = || self.text.with("shortfall-remedies-now", &[("as_of", &as_of)]);
        apart.into_iter().chain((count > 0 && is_staffed_otherwise).then(now)).collect()
    }

    /// Which matters of a tier could change places, and what weights would do it.
    fn rivals(&self) -> Vec<Block> {
        let rivals = self.extras.rivals;
        if rivals.is_empty() {
            return Vec::new();
        }
        let mut told = Vec::new();
        for (tier, _) in self.unit.tiers() {
            let here: Vec<&Rival> = rivals.iter().filter(|rival| self.unit[rival.matter].tier == tier).collect();
            if here.is_empty() {
                continue;
            }
            let weights: BTreeSet<Share> =
                self.unit.open_matters().filter(|(_, m)| m.tier == tier).map(|(_, m)| m.weight).collect();
            let key = if weights.len() == 1 { "rivals-equal" } else { "rivals-weighted" };
            told.push(Note::plain(self.text.with(key, &[("tier", &self.words.tier(tier))])));
            told.extend(here.iter().take(SHOWN).map(|rival| self.rival(rival)));
        }
        vec![Block::List(told)]
    }

    fn rival(&self, rival: &Rival) -> Note {
        let less = rival.less.iter().map(|shift| self.words.shift(*shift));
        let arguments = [
            ("matter", &*self.words.matter(rival.matter)),
            ("from", &*Kind::Percent.show(self.assessment.plan.level(self.unit, rival.matter).value())),
            ("to", &*Kind::Percent.show(rival.level.value())),
            ("less", &*self.words.clauses(less)),
            ("own", &*Kind::Given.show(self.unit[rival.matter].weight.value())),
            ("weight", &*Kind::Given.show(rival.weight)),
        ];
        let key = if rival.less.is_empty() { "rival-free" } else { "rival" };
        Note::plain(self.text.with(key, &arguments))
    }

    pub(in crate::report) fn shortfall_table(&self) -> Table {
        let plan = &self.assessment.plan;
        let matters: Vec<_> = self.assessment.shortfalls.iter().map(|s| s.matter).collect();
        let done: Vec<_> = matters.iter().map(|matter| plan.done[matter.0]).collect();
        let rows = self.assessment.shortfalls.iter().map(|shortfall| (shortfall, &self.unit[shortfall.matter]));
        columns("shortfalls", self.text, rows)
            .head("id", "column-matter", Kind::Text, |(shortfall, _)| self.words.matter_cell(shortfall.matter))
            .col("section", Kind::Text, |(_, matter)| self.words.section_cell(matter.section))
            .col("tier", Kind::Text, |(_, matter)| self.words.tier_cell(matter.tier))
            .col("arriving", Kind::Whole, |(_, matter)| matter.arriving)
            .col("done", Kind::of_cases(&done), |(shortfall, _)| plan.done[shortfall.matter.0])
            .col("service_level", Kind::Percent, |(shortfall, _)| plan.level(self.unit, shortfall.matter))
            .col("status", Kind::Text, |(shortfall, _)| self.status(shortfall.status))
            .col("reason", Kind::Text, |(shortfall, _)| self.words.reason_cell(&shortfall.reason))
            .table()
    }

    /// Where every matter of a unit is listed, full service is what is expected and bears no tone.
    pub(super) fn status(&self, status: ServiceStatus) -> Cell {
        let cell = self.words.status_cell(status);
        if status == ServiceStatus::Full { cell.tone(Tone::Plain) } else { cell }
    }

    /// Shortfalls with the very same reason, in order of the first of each group.
    fn grouped(&self) -> Vec<Vec<&Shortfall>> {
        let mut groups: Vec<Vec<&Shortfall>> = Vec::new();
        for shortfall in &self.assessment.shortfalls {
            match groups.iter_mut().find(|group| group.iter().all(|s| s.reason == shortfall.reason)) {
                Some(group) => group.push(shortfall),
                None => groups.push(vec![shortfall]),
            }
        }
        groups
    }

    fn explain(&self, group: &[&Shortfall]) -> Note {
        let matters: Vec<MatterIx> = group.iter().map(|s| s.matter).collect();
        let Some(reason) = group.first().map(|s| &s.reason) else { return Note::plain(String::new()) };
        let clause = self.words.reason_clause(reason);
        if reason.code == ReasonCode::SearchStopped {
            // The levels are bounds then, and bounds explain nothing.
            let arguments = [("matters", &*self.words.matters(&matters)), ("reason", &*clause)];
            return Note::new(Tone::Caution, self.text.with("shortfall-unsettled", &arguments));
        }
        let arguments = [
            ("matters", &*self.words.matters(&matters)),
            ("reason", &*clause),
            ("alone", &*Kind::Percent.show(reason.alone.value())),
            ("after", &*Kind::Percent.show(reason.after_higher_tiers.value())),
        ];
        Note::plain(self.text.with("shortfall-explained", &arguments))
    }
}
