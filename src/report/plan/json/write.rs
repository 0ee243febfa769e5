//! From a judged plan to the contract.

use super::{
    Conflict, ConflictValue, Effect, Finding, Headcount, Inputs, Matter, NamedChange, Person, PlanFile, Post, Reason,
    Rule, Scenario, Section, Stage, SystemStep, TierService, Work,
};
use crate::analysis::{self, Assessment, BasisCount, Outcome};
use crate::model::tally::Tally;
use crate::model::{
    self, Basis, ConflictTarget, MatterIx, Overlay, PersonIx, Plan, PlanStatus, RetirementChoice, RuleId, Unit,
};
use crate::report::words::says_the_same;
use crate::units::Number;

impl PlanFile {
    /// Puts a plan into the contract's terms; `file` is the scenario as the user named it.
    #[must_use]
    pub fn of(unit: &Unit, assessment: &Assessment, file: Option<&str>) -> Self {
        let plan = &assessment.plan;
        let writer = Writer::new(unit, plan);
        Self {
            schema: Self::SCHEMA.to_owned(),
            scenario: Scenario::of(unit, file),
            status: plan.status.id().to_owned(),
            gap: Number(match plan.status {
                PlanStatus::Optimal => rust_decimal::Decimal::ZERO,
                PlanStatus::Feasible { gap } => gap,
            }),
            method: plan.method.id().to_owned(),
            engine: plan.engine.clone(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            stages: plan.stages.iter().map(|stage| writer.stage(stage)).collect(),
            matters: unit.matters().map(|(ix, _)| writer.matter(ix, assessment)).collect(),
            people: unit.present().map(|(ix, _)| writer.person(ix)).collect(),
            sections: unit.sections().map(|(ix, _)| writer.section(ix)).collect(),
            posts: unit.needed_posts().map(|(ix, _)| writer.post(ix)).collect(),
            unplaced: plan.unplaced(unit).map(|ix| unit[ix].id.clone()).collect(),
            headcount: Headcount::of(unit),
            rules: RuleId::ALL.into_iter().map(|id| Rule::of(unit, id)).collect(),
            conflicts: assessment
                .conflicts
                .iter()
                .map(|effect| {
                    let conflict = &unit.conflicts[effect.conflict];
                    let effects = effect.outcomes.iter().enumerate().map(|(i, outcome)| {
                        let this_plan =
                            i == conflict.used && matches!(conflict.target, Some(ConflictTarget::Driver(_)));
                        (!this_plan).then(|| Effect::of(unit, outcome, says_the_same(outcome, assessment)))
                    });
                    Conflict::of(conflict, effects)
                })
                .collect(),
            findings: assessment.findings.iter().map(|finding| Finding::of(unit, finding)).collect(),
            inputs: Inputs::of(&assessment.inputs),
            months: None,
            alternatives: None,
            remedies: Vec::new(),
            rivals: Vec::new(),
            rights: None,
        }
    }
}

pub(super) struct Writer<'a> {
    unit: &'a Unit,
    plan: &'a Plan,
    tally: Tally<'a>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(unit: &'a Unit, plan: &'a Plan) -> Self {
        Self { unit, plan, tally: Tally::new(unit, plan) }
    }

    fn ids(&self, people: impl IntoIterator<Item = PersonIx>) -> Vec<String> {
        people.into_iter().map(|person| self.unit[person].id.clone()).collect()
    }

    pub(super) fn stage(&self, stage: &model::Stage) -> Stage {
        Stage {
            id: stage.id.id(self.unit),
            objective: Number(stage.objective),
            bound: Number(stage.bound),
            gap: Number(stage.gap),
            stop: stage.stop.id().to_owned(),
        }
    }

    fn matter(&self, ix: MatterIx, assessment: &Assessment) -> Matter {
        let matter = &self.unit[ix];
        let level = self.plan.level(self.unit, ix);
        let shortfall = assessment.shortfalls.iter().find(|shortfall| shortfall.matter == ix);
        Matter {
            id: matter.id.clone(),
            name: matter.name.clone(),
            section: self.unit[matter.section].id.clone(),
            tier: self.unit[matter.tier].id.clone(),
            unit: matter.unit.clone(),
            arriving: Number(matter.arriving.value()),
            done: Number(self.plan.done[ix.0].value()),
            service_level: Number::rounded(level.value()),
            status: self.plan.proven_status(self.unit, ix).id().to_owned(),
            reason: shortfall.map(|shortfall| Reason::of(self.unit, &shortfall.reason)),
        }
    }

    pub(super) fn person(&self, ix: PersonIx) -> Person {
        let work = self.plan.work.iter().filter(|work| work.person == ix);
        Person {
            id: self.unit[ix].id.clone(),
            section: self.plan.section_of(self.unit, ix).map(|section| self.unit[section].id.clone()),
            posts: self.plan.posts_of(ix).map(|post| self.unit.post_id(post)).collect(),
            hours: Number::rounded(self.tally.of_person(ix).value()),
            hours_available: Number::rounded(self.unit[ix].hours.value()),
            moved: self.plan.is_moved(self.unit, ix),
            backup_for: self.ids(self.tally.backed_up_by(ix)),
            work: work
                .map(|work| Work {
                    matter: self.unit[work.matter].id.clone(),
                    step: work.step.id().to_owned(),
                    cases: Number(work.cases.value()),
                })
                .collect(),
        }
    }

    fn section(&self, ix: model::SectionIx) -> Section {
        let people = self.tally.people_of(ix);
        Section {
            id: self.unit[ix].id.clone(),
            name: self.unit[ix].name.clone(),
            hours: Number::rounded(self.tally.of_section(ix, None).value()),
            hours_available: Number::rounded(self.tally.available(people.iter().copied()).value()),
            people: self.ids(people),
        }
    }

    fn post(&self, ix: model::PostIx) -> Post {
        Post {
            id: self.unit.post_id(ix),
            holders: self.ids(self.plan.holders_of(ix)),
            hours_used: Number::rounded(self.tally.of_post(ix).value()),
            hours_available: Number::rounded(self.tally.held_at(ix).value()),
        }
    }
}

impl Reason {
    /// The reason of a shortfall.
    #[must_use]
    pub fn of(unit: &Unit, reason: &analysis::Reason) -> Self {
        Self {
            code: reason.code.id().to_owned(),
            post: reason.post.map(|post| unit.post_id(post)),
            limit: reason.limit.id().to_owned(),
            people_proof: reason.limit.people().map(|proof| proof.id().to_owned()),
            alone: Number::rounded(reason.alone.value()),
            after_higher_tiers: Number::rounded(reason.after_higher_tiers.value()),
            people_needed: reason.people_needed,
            people_left: reason.people_left,
            waits_for: reason.waits_for.map(|matter| unit[matter].id.clone()),
        }
    }
}

impl Scenario {
    /// What a unit says of itself.
    #[must_use]
    pub fn of(unit: &Unit, file: Option<&str>) -> Self {
        let change = |overlay: &Overlay| NamedChange { name: overlay.name.clone(), why: overlay.why.clone() };
        Self {
            name: unit.name.clone(),
            year: unit.year,
            as_of: unit.as_of.to_string(),
            file: file.map(str::to_owned),
            changes: unit.overlays.iter().map(change).collect(),
        }
    }
}

impl Headcount {
    /// The headcounts of a unit.
    #[must_use]
    pub fn of(unit: &Unit) -> Self {
        Self::counted(unit, unit.headcount())
    }

    /// Other headcounts of the same unit.
    #[must_use]
    pub fn counted(unit: &Unit, headcount: model::Headcount) -> Self {
        let model::Headcount { on_books, on_duty, leaders, seconded_out, seconded_in, contract, away, contract_away } =
            headcount;
        let authorised = unit.stated.authorised.as_ref().map(|stated| stated.value);
        let vacancies = authorised.map(|authorised| i64::from(authorised) - i64::from(on_books));
        Self {
            authorised,
            on_books,
            on_duty,
            leaders,
            seconded_out,
            seconded_in,
            contract,
            away,
            contract_away,
            vacancies,
        }
    }
}

impl Rule {
    fn of(unit: &Unit, id: RuleId) -> Self {
        let source = unit.rules.sources.get(&id);
        Self {
            id: id.id().to_owned(),
            on: unit.rules.is_on(id),
            basis: source.map(|source| source.basis.id().to_owned()),
            source: source.and_then(|source| source.source.clone()),
        }
    }
}

impl Conflict {
    /// A conflict with the effect of each of its values.
    #[must_use]
    pub fn of(conflict: &model::Conflict, effects: impl IntoIterator<Item = Option<Effect>>) -> Self {
        let value = |(i, (value, effect)): (usize, (&model::ConflictValue, Option<Effect>))| ConflictValue {
            value: Number(value.value),
            basis: value.basis.id().to_owned(),
            source: value.source.clone(),
            used: i == conflict.used,
            effect,
        };
        Self {
            id: conflict.id.clone(),
            topic: conflict.topic.clone(),
            values: conflict.values.iter().zip(effects).enumerate().map(value).collect(),
            note: conflict.note.clone(),
        }
    }
}

impl Effect {
    /// An outcome in the contract's terms; `same` tells whether a re-solved plan says the same as this one.
    #[must_use]
    pub fn of(unit: &Unit, outcome: &Outcome, same: bool) -> Self {
        let ids = |matters: &[MatterIx]| matters.iter().map(|ix| unit[*ix].id.clone()).collect();
        match outcome {
            Outcome::Nothing => Self::Nothing {},
            Outcome::Unknown => Self::Unknown {},
            Outcome::Vacancies(count) => Self::Vacancies { count: *count },
            Outcome::Headcount { stated, roster } => Self::Headcount { stated: Number(*stated), roster: *roster },
            Outcome::Replanned { service, stalled, slowed } => Self::Replanned {
                same,
                service: service
                    .iter()
                    .map(|(tier, level)| TierService { tier: unit[*tier].id.clone(), level: Number::rounded(*level) })
                    .collect(),
                stalled: ids(stalled),
                slowed: ids(slowed),
            },
        }
    }
}

impl Finding {
    /// A finding in the contract's terms.
    #[must_use]
    pub fn of(unit: &Unit, finding: &analysis::Finding) -> Self {
        use analysis::Finding as Found;
        match finding {
            Found::ExemptFromDualReview(matter) => Self::ExemptFromDualReview {
                matter: unit[*matter].id.clone(),
                why: unit[*matter].dual_review_exempt.clone().unwrap_or_default(),
            },
            Found::DoneBySystem(matter) => Self::DoneBySystem {
                matter: unit[*matter].id.clone(),
                steps: unit[*matter]
                    .by_system
                    .iter()
                    .map(|own| SystemStep { step: own.step.id().to_owned(), why: own.reason.clone() })
                    .collect(),
            },
            Found::DoneOutside(matter) => {
                let outside = unit[*matter].outside.as_ref();
                Self::DoneOutside {
                    matter: unit[*matter].id.clone(),
                    share_outside: Number::rounded(outside.map(|outside| outside.share.value()).unwrap_or_default()),
                    cases: Number::rounded(outside.map(|outside| outside.cases.value()).unwrap_or_default()),
                    by: outside.map(|outside| outside.by.clone()).unwrap_or_default(),
                }
            }
            Found::Overtaken(row) => Self::Overtaken {
                person: unit[row.person].id.clone(),
                by: row.by.id().to_owned(),
                last: row.last.to_string(),
            },
            Found::RetirementApproved(person) => {
                let of = &unit[*person];
                let month = match of.retirement {
                    Some(RetirementChoice::Month(month)) => month.to_string(),
                    _ => String::new(),
                };
                Self::RetirementApproved {
                    person: of.id.clone(),
                    month,
                    reason: of.approval.clone().unwrap_or_default(),
                }
            }
            Found::LongTenure { person, post, since } => Self::LongTenure {
                person: unit[*person].id.clone(),
                post: unit.post_id(*post),
                since: since.to_string(),
            },
            Found::CashierKeepsAccounts { matter, post } => {
                Self::CashierKeepsAccounts { matter: unit[*matter].id.clone(), post: unit.post_id(*post) }
            }
        }
    }
}

impl Inputs {
    /// Counts by basis.
    #[must_use]
    pub fn of(counts: &[BasisCount]) -> Self {
        let mut inputs = Self::default();
        for BasisCount { basis, count } in counts {
            *match basis {
                Basis::Document => &mut inputs.document,
                Basis::Law => &mut inputs.law,
                Basis::Measured => &mut inputs.measured,
                Basis::Policy => &mut inputs.policy,
                Basis::Assumption => &mut inputs.assumption,
            } += count;
        }
        inputs
    }
}
