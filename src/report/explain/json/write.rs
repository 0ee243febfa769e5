//! From what an explanation finds to its contract.

use super::{Change, Conflict, Demand, ExplainFile, Matter, Member, Repair, Shift};
use crate::analysis::explain::{self as found, Explained, Explanation, StaffKind};
use crate::model::{self, MatterIx, Unit};
use crate::render::json::Number;
use crate::report::plan::json::{Reason, Scenario};

impl ExplainFile {
    /// Puts explanations into the contract's terms; `file` is the scenario as the user named it.
    #[must_use]
    pub fn of(unit: &Unit, explained: &Explained, asked: Option<MatterIx>, file: Option<&str>) -> Self {
        let writer = Writer { unit, explained };
        Self {
            schema: Self::SCHEMA.to_owned(),
            scenario: Scenario::of(unit, file),
            status: explained.plan.status.id().to_owned(),
            asked: asked.map(|matter| writer.id(matter)),
            matters: explained.matters.iter().map(|explanation| writer.matter(explanation)).collect(),
        }
    }
}

struct Writer<'a> {
    unit: &'a Unit,
    explained: &'a Explained,
}

impl Writer<'_> {
    fn id(&self, matter: MatterIx) -> String {
        self.unit[matter].id.clone()
    }

    fn matter(&self, explanation: &Explanation) -> Matter {
        let conflict = &explanation.conflict;
        Matter {
            id: self.id(explanation.shortfall.matter),
            status: explanation.shortfall.status.id().to_owned(),
            service_level: Number::rounded(explanation.level.value()),
            reason: Reason::of(self.unit, &explanation.shortfall.reason),
            conflict: Conflict {
                proven: conflict.proven,
                by_rule_alone: conflict.is_by_rule_alone(),
                members: conflict.members.iter().map(|member| self.member(member)).collect(),
            },
            repairs: explanation.repairs.iter().map(|repair| Repair::of(self.unit, repair)).collect(),
            pairs: explanation.pairs.iter().map(|repair| Repair::of(self.unit, repair)).collect(),
            in_vain: explanation.in_vain.iter().map(|change| Change::of(self.unit, change)).collect(),
        }
    }

    fn member(&self, member: &found::Member) -> Member {
        let demand = match member.demand {
            found::Demand::Hours => Demand::Hours,
            found::Demand::Promise(matter) => {
                let level = self.explained.plan.level(self.unit, matter);
                Demand::Promise { matter: self.id(matter), service_level: Number::rounded(level.value()) }
            }
            found::Demand::Rule(rule) => Demand::Rule { rule: rule.id().to_owned() },
            found::Demand::Headcount(staff) => {
                Demand::Headcount { staff: staff.id().to_owned(), count: staff.present(self.unit) }
            }
            found::Demand::Step(step, people) => Demand::Step { step: step.id().to_owned(), people },
        };
        Member { demand, level_without: Number::rounded(member.level_without.value()) }
    }
}

impl Repair {
    /// Changes in the contract's terms.
    pub(in crate::report) fn of(unit: &Unit, repair: &found::Repair) -> Self {
        let shifts = |shifts: &[found::Shift]| shifts.iter().map(|shift| Shift::of(unit, shift)).collect();
        Self {
            changes: repair.changes.iter().map(|change| Change::of(unit, change)).collect(),
            service_level: Number::rounded(repair.level.value()),
            status: repair.status.id().to_owned(),
            against_law: repair.against_law,
            worse: shifts(&repair.worse),
            better: shifts(&repair.better),
            proven: repair.proven,
        }
    }
}

impl Shift {
    fn of(unit: &Unit, shift: &found::Shift) -> Self {
        Self {
            matter: unit[shift.matter].id.clone(),
            from: Number::rounded(shift.from.value()),
            to: Number::rounded(shift.to.value()),
        }
    }
}

impl Change {
    fn of(unit: &Unit, change: &model::Change) -> Self {
        let person = |ix: &model::PersonIx| unit[*ix].id.clone();
        match change {
            model::Change::Join(hire) => Self::Join { staff: StaffKind::from(hire).id().to_owned(), count: hire.count },
            model::Change::Recall(ix) => Self::Recall { person: person(ix) },
            model::Change::Leave(ix) => Self::Leave { person: person(ix) },
            model::Change::Rule(rule) => Self::Rule { rule: rule.rule().id().to_owned(), to: unit.setting_after(rule) },
            model::Change::Number(quantity, to) => Self::Number {
                path: quantity.path(unit),
                from: Number::rounded(quantity.of(unit)),
                to: Number::rounded(*to),
            },
            model::Change::Prefer(matters) => {
                Self::Prefer { matters: matters.iter().map(|ix| unit[*ix].id.clone()).collect() }
            }
        }
    }
}
