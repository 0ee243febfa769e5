//! Cells of tables: for people in words, for programs by id.
//!
//! Several ids are set apart by semicolons, the parts of what has no single id by colons: `recall:P20;join:leaders:1`.

use super::Words;
use crate::analysis::explain::StaffKind;
use crate::analysis::{Outcome, Reason, ServiceStatus};
use crate::check::Breach;
use crate::model::{
    Basis, Change, DutyGroup, Employment, Event, MatterIx, PersonIx, PostIx, Rank, RuleId, SectionIx, Status, TierIx,
};
use crate::render::document::{Cell, Tone};

/// Several ids in one cell.
pub(in crate::report) fn ids<T: AsRef<str>>(ids: impl IntoIterator<Item = T>) -> String {
    let ids: Vec<_> = ids.into_iter().collect();
    ids.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(";")
}

/// What is good and what is bad about a status.
pub(in crate::report) const fn tone(status: ServiceStatus) -> Tone {
    match status {
        ServiceStatus::Full => Tone::Good,
        ServiceStatus::Slowed | ServiceStatus::Unknown => Tone::Caution,
        ServiceStatus::Stalled => Tone::Bad,
    }
}

impl Words<'_> {
    /// A matter.
    pub(in crate::report) fn matter_cell(self, matter: MatterIx) -> Cell {
        Cell::word(&*self.unit[matter].id, self.matter(matter))
    }

    /// A section.
    pub(in crate::report) fn section_cell(self, section: SectionIx) -> Cell {
        Cell::word(&*self.unit[section].id, self.section(section))
    }

    /// A tier.
    pub(in crate::report) fn tier_cell(self, tier: TierIx) -> Cell {
        Cell::word(&*self.unit[tier].id, self.tier(tier))
    }

    /// A duty group.
    pub(in crate::report) fn duty_cell(self, duty: DutyGroup) -> Cell {
        Cell::word(duty.id(), self.duty(duty))
    }

    /// People, by the ids that they have in words too.
    pub(in crate::report) fn people_cell(self, people: impl IntoIterator<Item = PersonIx>) -> Cell {
        let people: Vec<_> = people.into_iter().map(|person| self.person(person)).collect();
        let joined = self.list(&people);
        Cell::word(ids(people), joined)
    }

    /// Posts, each as `said`.
    pub(in crate::report) fn posts_cell(self, posts: &[PostIx], said: String) -> Cell {
        Cell::word(ids(posts.iter().map(|post| self.unit.post_id(*post))), said)
    }

    /// How somebody is employed.
    pub(in crate::report) fn employment_cell(self, employment: Employment) -> Cell {
        Cell::word(employment.id(), self.employment(employment))
    }

    /// Whether somebody is there.
    pub(in crate::report) fn standing_cell(self, status: Status) -> Cell {
        Cell::word(status.id(), self.standing(status))
    }

    /// The rank of a person.
    pub(in crate::report) fn rank_cell(self, rank: Rank) -> Cell {
        Cell::word(rank.id(), self.rank(rank))
    }

    /// What a number rests on.
    pub(in crate::report) fn basis_cell(self, basis: Basis) -> Cell {
        Cell::word(basis.id(), self.basis(basis))
    }

    /// How far a matter is served.
    pub(in crate::report) fn status_cell(self, status: ServiceStatus) -> Cell {
        Cell::word(status.id(), self.status(status)).tone(tone(status))
    }

    /// Why a matter is below full service.
    pub(in crate::report) fn reason_cell(self, reason: &Reason) -> Cell {
        Cell::word(reason.code.id(), self.reason(reason))
    }

    /// A rule.
    pub(in crate::report) fn rule_cell(self, rule: RuleId) -> Cell {
        Cell::word(rule.id(), self.rule(rule))
    }

    /// What is broken.
    pub(in crate::report) fn breach_cell(self, breach: Breach) -> Cell {
        Cell::word(breach.id(), self.breach(breach)).tone(Tone::Bad)
    }

    /// A yes or a no; `true` or `false` to programs, as in JSON.
    pub(in crate::report) fn yes_cell(self, yes: bool) -> Cell {
        Cell::word(yes.to_string(), self.yes(yes))
    }

    /// What follows from a value of a conflict, told as [`Words::outcome`] tells it.
    pub(in crate::report) fn outcome_cell(self, outcome: &Outcome, same: bool) -> Cell {
        let id = match outcome {
            Outcome::Nothing => "nothing".to_owned(),
            Outcome::Unknown => "unknown".to_owned(),
            Outcome::Vacancies(count) => format!("vacancies:{count}"),
            Outcome::Headcount { roster, .. } => format!("roster:{roster}"),
            Outcome::Replanned { .. } if same => "same".to_owned(),
            Outcome::Replanned { stalled, slowed, .. } => {
                let of = |status: ServiceStatus, matters: &[MatterIx]| -> Vec<String> {
                    matters.iter().map(|matter| format!("{}:{}", status.id(), self.unit[*matter].id)).collect()
                };
                ids([of(ServiceStatus::Stalled, stalled), of(ServiceStatus::Slowed, slowed)].concat())
            }
        };
        Cell::word(id, self.outcome(outcome, same))
    }

    /// The ids of changes.
    pub(in crate::report) fn change_ids(self, changes: &[Change]) -> String {
        let person = |ix: PersonIx| &self.unit[ix].id;
        ids(changes.iter().map(|change| match change {
            Change::Join(hire) => format!("join:{}:{}", StaffKind::from(hire).id(), hire.count),
            Change::Recall(ix) => format!("recall:{}", person(*ix)),
            Change::Unpin(ix) => format!("unpin:{}", person(*ix)),
            Change::NoMinimum(ix) => format!("no_minimum:{}", self.unit[*ix].id),
            Change::Leave(ix) => format!("leave:{}", person(*ix)),
            Change::Rule(rule) => format!("rule:{}={}", rule.rule().id(), self.unit.setting_after(rule)),
            Change::Number(quantity, to) => format!("number:{}={}", quantity.path(self.unit), to.normalize()),
            Change::Prefer(matters) => {
                let matters: Vec<_> = matters.iter().map(|matter| &*self.unit[*matter].id).collect();
                format!("prefer:{}", matters.join("+"))
            }
        }))
    }

    /// The ids of changes of staffing; who joins is the caller's to say, as for [`Words::event`].
    pub(in crate::report) fn event_ids(self, events: &[Event], hire: impl Fn(usize) -> String) -> String {
        let person = |ix: PersonIx| &self.unit[ix].id;
        ids(events.iter().map(|event| match event {
            Event::Joined(ix) => format!("joined:{}", hire(*ix)),
            Event::Transferred(ix, section) => format!("transferred:{}:{}", person(*ix), self.unit[*section].id),
            Event::Retired(ix) => format!("retired:{}", person(*ix)),
            Event::Left(ix) => format!("left:{}", person(*ix)),
            Event::Recalled(ix) => format!("recalled:{}", person(*ix)),
            Event::Returned(ix) => format!("returned:{}", person(*ix)),
            Event::WentBack(ix) => format!("went_back:{}", person(*ix)),
            Event::WentAway(ix) => format!("went_away:{}", person(*ix)),
            Event::CameBack(ix) => format!("came_back:{}", person(*ix)),
            Event::Able(ix) => format!("able:{}", person(*ix)),
            Event::Learnt(ix) => format!("learnt:{}", hire(*ix)),
        }))
    }
}
