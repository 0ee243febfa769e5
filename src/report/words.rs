//! The words for the parts of a unit and of a plan, in the reader's language.

pub(super) mod cells;
pub(super) mod changes;
mod count;
mod headcount;
mod names;
mod places;
mod service;

use crate::analysis::{Assessment, Outcome, PeopleProof, Reason, ReasonCode, ServiceStatus};
use crate::check::Breach;
use crate::model::{
    Basis, ContractRule, DutyGroup, Employment, Event, Hire, MatterIx, Method, PersonIx, PlanStatus, PostIx, Rank,
    RuleId, Rules, Separation, StageId, Status, Step, StopReason, Unit,
};
use crate::render::document::{Kind, Note, Tone};
use crate::text::Text;
use crate::units::Month;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// What a scenario says, as a clause to which the catalogue adds its own full stop.
#[must_use]
pub fn clause(said: &str) -> &str {
    said.trim_end_matches(['。', '.', ' '])
}

/// A month in running text.
#[must_use]
pub fn month(text: &Text, month: Month) -> String {
    let name = text.get(&format!("month-{}", month.month()));
    text.with("month", &[("name", &name), ("year", &month.year().to_string())])
}

/// Speaks of one unit in one language.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// The unit whose names are used.
    pub unit: &'a Unit,
    /// The language.
    pub text: &'a Text,
}

impl Words<'_> {
    /// Items as a list in running text.
    #[must_use]
    pub fn list<T: AsRef<str>>(self, items: impl IntoIterator<Item = T>) -> String {
        self.join("list-separator", items)
    }

    /// Clauses as one sentence.
    #[must_use]
    pub fn clauses<T: AsRef<str>>(self, clauses: impl IntoIterator<Item = T>) -> String {
        self.join("clause-separator", clauses)
    }

    /// Sentences as a paragraph.
    #[must_use]
    pub fn sentences<T: AsRef<str>>(self, sentences: impl IntoIterator<Item = T>) -> String {
        self.join("sentence-separator", sentences)
    }

    fn join<T: AsRef<str>>(self, separator: &str, items: impl IntoIterator<Item = T>) -> String {
        let items: Vec<_> = items.into_iter().collect();
        items.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(&self.text.get(separator))
    }

    /// The id of a person; reports print no other name.
    #[must_use]
    pub fn person(self, person: PersonIx) -> String {
        self.unit[person].id.clone()
    }

    /// The name of a step.
    #[must_use]
    pub fn step(self, step: Step) -> String {
        self.text.get(&format!("step-{}", step.id()))
    }

    /// The steps of some rights that their matters do not have.
    #[must_use]
    pub fn steps_nowhere(self, rights: &[(MatterIx, Step)]) -> Vec<String> {
        let nowhere = rights.iter().filter(|(matter, step)| self.unit.post_at(*matter, *step).is_none());
        nowhere.map(|(_, step)| *step).collect::<BTreeSet<_>>().into_iter().map(|step| self.step(step)).collect()
    }

    /// The name of a duty group.
    #[must_use]
    pub fn duty(self, duty: DutyGroup) -> String {
        self.text.get(&format!("duty-{}", duty.id()))
    }

    /// A post with its section.
    #[must_use]
    pub fn post(self, post: PostIx) -> String {
        let section = self.section(self.unit[post].section);
        self.text.with("post-in-section", &[("section", &section), ("post", &self.post_at_home(post))])
    }

    /// A post as its own section calls it; the duty group is named where it is not the section's.
    #[must_use]
    pub fn post_at_home(self, post: PostIx) -> String {
        let post = self.unit[post];
        let step = self.step(post.step);
        if post.duty == self.unit[post.section].duty {
            self.text.with("post-of-step", &[("step", &step)])
        } else {
            self.text.with("post-of-duty-and-step", &[("duty", &self.duty(post.duty)), ("step", &step)])
        }
    }

    /// How a person is employed.
    #[must_use]
    pub fn employment(self, employment: Employment) -> String {
        self.text.get(&format!("employment-{}", employment.id()))
    }

    /// The rank of a person.
    #[must_use]
    pub fn rank(self, rank: Rank) -> String {
        self.text.get(&format!("rank-{}", rank.id()))
    }

    /// Whether somebody is there, and if not, where.
    #[must_use]
    pub fn standing(self, status: Status) -> String {
        self.text.get(&format!("person-status-{}", status.id()))
    }

    /// What a number rests on.
    #[must_use]
    pub fn basis(self, basis: Basis) -> String {
        self.text.get(&format!("basis-{}", basis.id()))
    }

    /// How far a matter is served.
    #[must_use]
    pub fn status(self, status: ServiceStatus) -> String {
        self.text.get(&format!("status-{}", status.id()))
    }

    /// How sure a plan is.
    #[must_use]
    pub fn plan_status(self, status: PlanStatus) -> String {
        match status {
            PlanStatus::Optimal => self.text.get("plan-status-optimal"),
            PlanStatus::Feasible { gap } => {
                self.text.with("plan-status-feasible", &[("gap", &Kind::Percent.show(gap))])
            }
        }
    }

    /// That the search for a plan was not finished, and what that leaves open; nothing where it was.
    #[must_use]
    pub fn unfinished(self, status: PlanStatus, unknown: bool) -> Option<Note> {
        let PlanStatus::Feasible { gap } = status else { return None };
        // A distance beyond the value itself says nothing.
        let key = if gap < Decimal::ONE { "verdict-unproven" } else { "verdict-unproven.open" };
        let unproven = self.text.with(key, &[("gap", &Kind::Percent.show(gap))]);
        let unknown = unknown.then(|| self.text.get("verdict-unknown"));
        Some(Note::new(Tone::Caution, self.sentences([unproven].into_iter().chain(unknown).collect::<Vec<_>>())))
    }

    /// How far from the optimum at most, in per cent; never rounded to nothing.
    #[must_use]
    pub fn gap(self, gap: Decimal) -> String {
        if gap < Decimal::new(1, 3) { self.text.get("gap-small") } else { Kind::Percent.show(gap) }
    }

    /// Why a matter is below full service, in a few words and with how many people it is short of.
    #[must_use]
    pub fn reason(self, reason: &Reason) -> String {
        let kind = self.text.get(&format!("reason-{}", reason.code.id()));
        match short_of(reason) {
            0 => kind,
            short => self.text.with("reason-short", &[("reason", &kind), ("short", &short.to_string())]),
        }
    }

    /// Why a matter is below full service, as clauses that name the post and what is short there, in numbers if
    /// people are.
    #[must_use]
    pub fn reason_clause(self, reason: &Reason) -> String {
        let key = format!("reason-{}.{}", reason.code.id(), if reason.post.is_some() { "at" } else { "anywhere" });
        let post = reason.post.map(|post| self.post(post)).unwrap_or_default();
        let other = reason.waits_for.map(|matter| self.matter(matter)).unwrap_or_default();
        let kind = self.text.with(&key, &[("post", &post), ("limit", &self.limit(reason)), ("other", &other)]);
        self.clauses([Some(kind), self.shortage(reason)].into_iter().flatten())
    }

    /// How many people one case takes and how many are left for it; nothing where people are not what is short.
    #[must_use]
    pub fn shortage(self, reason: &Reason) -> Option<String> {
        let short = short_of(reason);
        let arguments = [
            ("needed", &*reason.people_needed.to_string()),
            ("left", &*reason.people_left.to_string()),
            ("short", &*short.to_string()),
        ];
        (short > 0).then(|| self.text.with("shortage", &arguments))
    }

    /// What is short: the tiers above may hold the hours, and other matters of its own tier the people.
    fn limit(self, reason: &Reason) -> String {
        let of_own_tier = matches!(reason.limit.people(), Some(PeopleProof::Tier | PeopleProof::TierTimeless));
        match reason.code {
            ReasonCode::KeptForHigherTier if of_own_tier => self.text.get("limit-both"),
            _ => self.text.get(&format!("limit-{}", reason.limit.id())),
        }
    }

    /// How far it is proven that people are short, as clauses.
    #[must_use]
    pub fn people_proof(self, proof: PeopleProof) -> String {
        self.text.get(&format!("people-proof-{}", proof.id()))
    }

    /// What is broken.
    #[must_use]
    pub fn breach(self, breach: Breach) -> String {
        self.text.get(&format!("breach-{}", breach.id()))
    }

    /// The name of a rule.
    #[must_use]
    pub fn rule(self, rule: RuleId) -> String {
        self.text.get(&format!("rule-{}", rule.id()))
    }

    /// What a rule demands, in one sentence.
    #[must_use]
    pub fn rule_demand(self, rule: RuleId) -> String {
        self.text.get(&format!("rule-{}.what", rule.id()))
    }

    /// The setting of a rule: off, on, or its parameter.
    #[must_use]
    pub fn rule_setting(self, rules: &Rules, rule: RuleId) -> String {
        let on = || self.text.get(if rules.is_on(rule) { "rule-on" } else { "rule-off" });
        match rule {
            RuleId::Separation => self.text.get(match rules.separation {
                Separation::Post => "separation-post",
                Separation::Case => "separation-case",
                Separation::Off => "rule-off",
            }),
            RuleId::SectionsPerPerson => match rules.sections_per_person {
                Some(most) => self.text.with("rule-sections", &[("most", &most.to_string())]),
                None => on(),
            },
            RuleId::ContractSteps => match &rules.contract_steps {
                Some(rule) => self.rights(rule),
                None => on(),
            },
            RuleId::Rotation => match &rules.rotation {
                Some(rule) => self.text.with("rule-years", &[("years", &rule.years.to_string())]),
                None => on(),
            },
            RuleId::Cover => self.text.with("rule-holders", &[("holders", &rules.cover.to_string())]),
            RuleId::Kin => match &rules.kin {
                Some(pairs) => self.text.with("rule-pairs", &[("pairs", &pairs.len().to_string())]),
                None => on(),
            },
            RuleId::DualReview | RuleId::DutyGroups | RuleId::LeaderSteps | RuleId::Cashier | RuleId::OwnAudit => on(),
        }
    }

    /// Which steps of which duty groups somebody may hold.
    pub(in crate::report) fn rights(self, may: &ContractRule) -> String {
        let steps = self.list(may.steps.iter().map(|step| self.step(*step)));
        let duties: Vec<String> = may.duties.iter().map(|duty| self.duty(*duty)).collect();
        let duties = match &*duties {
            [first @ .., last] if !first.is_empty() => {
                self.text.with("list-last", &[("list", &self.list(first)), ("last", last)])
            }
            _ => self.list(&duties),
        };
        self.text.with("rule-contract", &[("steps", &steps), ("duties", &duties)])
    }

    /// The name of a stage of the optimisation.
    #[must_use]
    pub fn stage(self, stage: StageId) -> String {
        match stage {
            StageId::Tier(tier) => self.text.with("stage-service", &[("tier", &self.tier(tier))]),
            StageId::Placement | StageId::Difference | StageId::Moves | StageId::Backups | StageId::Balance => {
                self.text.get(&format!("stage-{}", stage.id(self.unit)))
            }
        }
    }

    /// How the service of a plan was found.
    #[must_use]
    pub fn method(self, method: Method) -> String {
        self.text.get(&format!("method-{}", method.id()))
    }

    /// Why a stage ended.
    #[must_use]
    pub fn stop(self, stop: StopReason) -> String {
        self.text.get(&format!("stop-{}", stop.id()))
    }

    /// What follows from a value of a conflict; `same` tells whether a re-solved plan says the same as this one.
    #[must_use]
    pub fn outcome(self, outcome: &Outcome, same: bool) -> String {
        match outcome {
            Outcome::Nothing => self.text.get("outcome-nothing"),
            Outcome::Unknown => self.text.get("outcome-unknown"),
            Outcome::Vacancies(count) => self.vacancies(*count),
            Outcome::Headcount { stated, roster } => {
                let key = if *stated == Decimal::from(*roster) { "outcome-as-roster" } else { "outcome-unlike-roster" };
                self.text.with(key, &[("roster", &roster.to_string())])
            }
            Outcome::Replanned { .. } if same => self.text.get("outcome-same"),
            Outcome::Replanned { stalled, slowed, .. } => self.text.with(
                "outcome-differs",
                &[("stalled", &self.matters_or_none(stalled)), ("slowed", &self.matters_or_none(slowed))],
            ),
        }
    }

    fn matters_or_none(self, matters: &[MatterIx]) -> String {
        if matters.is_empty() { self.text.get("none") } else { self.matters(matters) }
    }

    /// A yes or a no.
    #[must_use]
    pub fn yes(self, yes: bool) -> String {
        self.text.get(if yes { "yes" } else { "no" })
    }

    /// A change of staffing; people who join are known by the index of their hire, and the caller says who begins.
    #[must_use]
    pub fn event<'h>(
        self,
        event: &Event,
        hires: impl Fn(usize) -> Option<&'h Hire>,
        joined: impl Fn(&Hire) -> String,
    ) -> String {
        let is_contract = |ix: PersonIx| self.unit[ix].employment == Employment::Contract;
        let (key, person) = match event {
            Event::Joined(hire) => return hires(*hire).map(joined).unwrap_or_default(),
            Event::Learnt(hire) => {
                let Some(hire) = hires(*hire) else { return String::new() };
                return self.text.with("event-learnt", &[("hire", &hire.id), ("count", &hire.count.to_string())]);
            }
            Event::Transferred(ix, section) => {
                let (person, section) = (self.person(*ix), self.section(*section));
                return self.text.with("event-transferred", &[("person", &person), ("section", &section)]);
            }
            Event::Retired(ix) if is_contract(*ix) => ("event-left", ix),
            Event::Retired(ix) => ("event-retired", ix),
            Event::Left(ix) => ("event-left", ix),
            Event::Recalled(ix) => ("event-recalled", ix),
            Event::Returned(ix) => ("event-returned", ix),
            Event::WentBack(ix) => ("event-went_back", ix),
            Event::WentAway(ix) => ("event-went_away", ix),
            Event::CameBack(ix) => ("event-came_back", ix),
            Event::Able(ix) => ("event-able", ix),
        };
        self.text.with(key, &[("person", &self.person(*person))])
    }

    /// That people join, without where.
    pub(in crate::report) fn joined(self, hire: &Hire) -> String {
        self.text.with("event-joined", &[("hire", &hire.id), ("count", &hire.count.to_string())])
    }
}

/// How many people a case is short of; none where people are not what is short, or nobody at all may do a step.
fn short_of(reason: &Reason) -> u32 {
    use ReasonCode::{KeptForHigherTier, NoSecondPerson};
    let counts = reason.limit.people().is_some() && matches!(reason.code, KeptForHigherTier | NoSecondPerson);
    if counts { reason.people_needed.saturating_sub(reason.people_left) } else { 0 }
}

/// Whether a plan that was solved again stalls and slows the very matters that this one does.
#[must_use]
pub fn says_the_same(outcome: &Outcome, assessment: &Assessment) -> bool {
    let Outcome::Replanned { stalled, slowed, .. } = outcome else { return *outcome != Outcome::Unknown };
    let mine = |status| -> BTreeSet<_> {
        assessment.shortfalls.iter().filter(|s| s.status == status).map(|s| s.matter).collect()
    };
    mine(ServiceStatus::Stalled) == stalled.iter().copied().collect()
        && mine(ServiceStatus::Slowed) == slowed.iter().copied().collect()
}
