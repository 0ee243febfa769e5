//! The answer in one or two sentences, and what it rests on.

use super::View;
use crate::analysis::absence::days_of;
use crate::analysis::{Limit, Outcome, PeopleProof, ServiceStatus, Shortfall};
use crate::model::{Basis, ConflictTarget, DutyGroup, Matter, MatterIx, TierIx, Volume};
use crate::render::detail::Detail;
use crate::render::document::{Block, Kind, Note, Tone};
use crate::report::absence;
use crate::report::parts::{assumptions, pack};
use crate::report::words::{month, says_the_same};

/// Matters named in a sentence before the rest is counted.
const NAMED: usize = 6;

impl View<'_> {
    pub(super) fn verdict(&self) -> Vec<Block> {
        let lacks = absence::days(self.unit, &days_of(self.unit, &self.assessment.plan), self.text);
        let mut rests: Vec<Note> = self.rights_said().map(Note::plain).into_iter().collect();
        rests.extend(self.replanned_conflicts());
        rests.extend(self.limits());
        rests.extend(lacks.map(|said| Note::new(Tone::Caution, said)));
        rests.extend(pack::habits(self.words));
        rests.extend(assumptions::notes(self.words, &self.assessment.inputs));
        let as_of = month(self.text, self.unit.as_of);
        let mut blocks = vec![
            Block::plain(self.text.with("plan-as-of", &[("as_of", &as_of)])),
            Block::heading(self.text, "verdict-heading"),
        ];
        blocks.extend(self.unproven().map(Block::Paragraph));
        blocks.push(Block::Paragraph(self.answer()));
        if self.detail == Detail::Annexed {
            blocks.extend(self.glance());
            blocks.push(Block::heading(self.text, "rests-heading"));
        }
        if !rests.is_empty() {
            blocks.push(Block::List(rests));
        }
        blocks.extend([Block::heading(self.text, "headcount-heading"), Block::plain(self.words.headcount())]);
        let headcounts = self.headcount_conflicts();
        if !headcounts.is_empty() {
            blocks.push(Block::List(headcounts));
        }
        blocks
    }

    /// Which work stalls, the tiers with audits first, because of what, and how much work goes on.
    pub(super) fn answer(&self) -> Note {
        let matters = self.unit.matters.len();
        let short: Vec<MatterIx> =
            self.unit.matters().map(|(ix, _)| ix).filter(|ix| self.served(*ix) != ServiceStatus::Full).collect();
        if short.is_empty() {
            return Note::new(Tone::Good, self.text.with("verdict-all", &[("matters", &matters.to_string())]));
        }
        let (audits, others): (Vec<_>, Vec<_>) = self.unit.tiers().map(|(tier, _)| tier).partition(|tier| {
            self.unit.matters.iter().any(|matter| matter.tier == *tier && matter.duty == DutyGroup::Audit)
        });
        let mut sentences: Vec<_> = audits.iter().flat_map(|tier| self.of_tier(*tier, true)).collect();
        sentences.extend(others.iter().flat_map(|tier| self.of_tier(*tier, false)));
        // Reasons that are not known yet are not told.
        let shortfalls = &self.assessment.shortfalls;
        let of_audits = |shortfall: &&Shortfall| audits.contains(&self.unit[shortfall.matter].tier);
        let leading: Vec<_> = shortfalls.iter().filter(of_audits).collect();
        let leading = if leading.is_empty() { shortfalls.iter().collect() } else { leading };
        sentences.extend(self.commonest(&leading).map(|shortfall| self.because(shortfall)));
        let full = matters - short.len();
        sentences.push(self.text.with("verdict-rest", &[("count", &full.to_string())]));
        let stalled = short.iter().any(|matter| self.served(*matter) == ServiceStatus::Stalled);
        Note::new(if stalled { Tone::Bad } else { Tone::Caution }, self.words.sentences(&sentences))
    }

    fn served(&self, matter: MatterIx) -> ServiceStatus {
        self.assessment.plan.proven_status(self.unit, matter)
    }

    /// What stalls and what is slowed in a tier; that nothing does only if `told_if_full`.
    fn of_tier(&self, tier: TierIx, told_if_full: bool) -> Vec<String> {
        let total = self.unit.matters.iter().filter(|matter| matter.tier == tier).count().to_string();
        let tier_name = self.words.tier(tier);
        let with = |status| -> Vec<MatterIx> {
            let of_tier = self.unit.matters().filter(|(_, matter)| matter.tier == tier).map(|(ix, _)| ix);
            of_tier.filter(|matter| self.served(*matter) == status).collect()
        };
        let mut sentences = Vec::new();
        for status in [ServiceStatus::Stalled, ServiceStatus::Slowed, ServiceStatus::Unknown] {
            let hit = with(status);
            let arguments = [
                ("tier", &*tier_name),
                ("total", &*total),
                ("count", &*hit.len().to_string()),
                ("status", &*self.words.status(status)),
                ("matters", &*self.named(&hit)),
            ];
            sentences.extend((!hit.is_empty()).then(|| self.text.with("verdict-tier", &arguments)));
        }
        if sentences.is_empty() && told_if_full {
            sentences.push(self.text.with("verdict-tier-full", &[("tier", &tier_name), ("total", &total)]));
        }
        sentences
    }

    /// The main reason; where people are short, in which section and how many.
    fn because(&self, shortfall: &Shortfall) -> String {
        let Some(shortage) = self.words.shortage(&shortfall.reason) else {
            let reason = self.words.reason_clause(&shortfall.reason);
            return self.text.with("verdict-because", &[("reason", &reason)]);
        };
        let section = self.words.section(self.unit[shortfall.matter].section);
        self.text.with("verdict-because-people", &[("section", &section), ("shortage", &shortage)])
    }

    /// The shortfall whose section and reason most share; the first of equals.
    fn commonest<'a>(&self, shortfalls: &[&'a Shortfall]) -> Option<&'a Shortfall> {
        let kind = |s: &Shortfall| (self.unit[s.matter].section, s.reason.code, s.reason.post);
        let count = |shortfall: &Shortfall| shortfalls.iter().filter(|s| kind(s) == kind(shortfall)).count();
        // Of equals `max_by_key` takes the last.
        shortfalls.iter().rev().copied().max_by_key(|shortfall| count(shortfall))
    }

    pub(super) fn named(&self, matters: &[MatterIx]) -> String {
        let some = matters.get(..NAMED).unwrap_or(matters);
        let list = self.words.matters(some);
        if some.len() == matters.len() {
            return list;
        }
        self.text.with("and-others", &[("list", &list), ("count", &matters.len().to_string())])
    }

    pub(super) fn unproven(&self) -> Option<Note> {
        let unknown = self.unit.matters().any(|(ix, _)| self.served(ix) == ServiceStatus::Unknown);
        self.words.unfinished(self.assessment.plan.status, unknown)
    }

    /// The conflicts whose other values were planned again, each with whether other matters would stall or slow.
    fn replanned_conflicts(&self) -> Vec<Note> {
        let mut notes = Vec::new();
        for effect in &self.assessment.conflicts {
            let conflict = &self.unit.conflicts[effect.conflict];
            for (i, (value, outcome)) in conflict.values.iter().zip(&effect.outcomes).enumerate() {
                if i == conflict.used || !matches!(outcome, Outcome::Replanned { .. }) {
                    continue;
                }
                let used = &conflict.values[conflict.used];
                let arguments = [
                    ("topic", self.words.quoted(&conflict.topic)),
                    ("used", &*Kind::Given.show(used.value)),
                    ("used_source", &*used.source),
                    ("other", &*Kind::Given.show(value.value)),
                    ("other_source", &*value.source),
                    ("outcome", &*self.words.outcome(outcome, false)),
                ];
                notes.push(if says_the_same(outcome, self.assessment) {
                    Note::plain(self.text.with("stands-in-conflict", &arguments))
                } else {
                    Note::new(Tone::Caution, self.text.with("rests-on-conflict", &arguments))
                });
            }
        }
        notes
    }

    /// Whether the shortfalls rest on volumes and minutes, or on people, and under which condition that is proven.
    fn limits(&self) -> Vec<Note> {
        let with = |limit| -> Vec<&Shortfall> {
            self.assessment.shortfalls.iter().filter(|s| s.reason.limit == limit).collect()
        };
        let named = |group: &[&Shortfall]| self.named(&group.iter().map(|s| s.matter).collect::<Vec<_>>());
        let mut notes = Vec::new();
        for proof in PeopleProof::ALL {
            let people = with(Limit::People(proof));
            if !people.is_empty() {
                let arguments = [("matters", &*named(&people)), ("proof", &*self.words.people_proof(proof))];
                notes.push(Note::plain(self.text.with("rests-on-people", &arguments)));
            }
        }
        let hours = with(Limit::Hours);
        if !hours.is_empty() {
            let assumed: usize = hours.iter().map(|s| assumed_numbers(&self.unit[s.matter])).sum();
            let arguments = [("matters", &*named(&hours)), ("assumed", &*assumed.to_string())];
            notes.push(Note::new(Tone::Caution, self.text.with("rests-on-hours", &arguments)));
        }
        notes
    }

    /// The conflicts about headcounts, each value with what follows from it.
    fn headcount_conflicts(&self) -> Vec<Note> {
        let about_people = |target: &Option<ConflictTarget>| {
            target.as_ref().is_some_and(|target| !matches!(target, ConflictTarget::Driver(_)))
        };
        let effects = self.assessment.conflicts.iter();
        let effects = effects.filter(|effect| about_people(&self.unit.conflicts[effect.conflict].target));
        effects
            .map(|effect| {
                let conflict = &self.unit.conflicts[effect.conflict];
                let values = conflict.values.iter().zip(&effect.outcomes).map(|(value, outcome)| {
                    let arguments = [
                        ("value", &*Kind::Given.show(value.value)),
                        ("source", &*value.source),
                        ("outcome", &*self.words.outcome(outcome, false)),
                    ];
                    self.text.with("conflict-value", &arguments)
                });
                let values = self.words.clauses(values);
                let arguments = [("topic", self.words.quoted(&conflict.topic)), ("values", &*values)];
                Note::new(Tone::Caution, self.text.with("headcount-conflict", &arguments))
            })
            .collect()
    }
}

/// How many of a matter's own numbers, its volume and its minutes, are assumptions.
fn assumed_numbers(matter: &Matter) -> usize {
    let volume = match &matter.volume {
        Volume::Stated(cases) => cases.basis,
        Volume::Driven { rate, .. } => rate.basis,
    };
    let minutes = matter.steps.iter().map(|step| step.minutes.basis);
    minutes.chain([volume]).filter(|basis| *basis == Basis::Assumption).count()
}
