//! What could be different about a unit: people, rules, numbers.
//!
//! A changed unit is again a unit, so whatever plans the one plans the other. Questions such as "what would one more
//! person change?" are answered by planning it.

use super::{
    ContractRule, Hire, MatterIx, Person, PersonIx, PostCategory, Quantity, RuleId, SectionIx, Separation, Sex, Status,
    Terms, Tier, TierIx, Unit,
};
use crate::units::{Hours, Share};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// One thing that could be different.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// People join at once, whatever their month.
    Join(Hire),
    /// A person on loan elsewhere comes back.
    Recall(PersonIx),
    /// A person leaves for good.
    Leave(PersonIx),
    /// A person is no longer fixed to one place. What keeps them from other posts stays: health is no policy.
    Unpin(PersonIx),
    /// A section needs no number of people of its own.
    NoMinimum(SectionIx),
    /// A rule is set otherwise.
    Rule(RuleChange),
    /// A number has another value; in the unit that its variant names.
    Number(Quantity, Decimal),
    /// Some matters are served before all others, in a tier of their own, which moves the others one place down.
    Prefer(BTreeSet<MatterIx>),
}

impl Change {
    /// What lets no case of any matter take any time.
    #[must_use]
    pub fn no_time(unit: &Unit) -> Vec<Self> {
        let steps = unit.matters().flat_map(|(ix, matter)| matter.steps.iter().map(move |step| (ix, step.step)));
        steps.map(|(ix, step)| Self::Number(Quantity::Minutes(ix, step), Decimal::ZERO)).collect()
    }
}

/// One rule set otherwise.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum RuleChange {
    /// How handler and reviewer are kept apart.
    Separation(Separation),
    /// Whether duty groups exclude each other.
    DutyGroups(bool),
    /// In how many sections one person may work; `None` without limit.
    SectionsPerPerson(Option<u32>),
    /// What contract staff may do; `None`: everything that others may.
    ContractSteps(Option<ContractRule>),
    /// Whether leaders approve, and only they.
    LeaderSteps(bool),
    /// Relatives may meet.
    WithoutKin,
    /// The cashier is not kept from anything.
    WithoutCashier,
    /// Whether people may not audit their own matters.
    OwnAudit(bool),
    /// Holders that each post of an open matter needs, at least 1.
    Cover(u32),
}

impl RuleChange {
    /// The rule.
    #[must_use]
    pub const fn rule(&self) -> RuleId {
        match self {
            Self::Separation(_) => RuleId::Separation,
            Self::DutyGroups(_) => RuleId::DutyGroups,
            Self::SectionsPerPerson(_) => RuleId::SectionsPerPerson,
            Self::ContractSteps(_) => RuleId::ContractSteps,
            Self::LeaderSteps(_) => RuleId::LeaderSteps,
            Self::WithoutKin => RuleId::Kin,
            Self::WithoutCashier => RuleId::Cashier,
            Self::OwnAudit(_) => RuleId::OwnAudit,
            Self::Cover(_) => RuleId::Cover,
        }
    }
}

impl Unit {
    /// The unit as it would be with some changes, applied in order.
    #[must_use]
    pub fn with(&self, changes: &[Change]) -> Self {
        let mut unit = self.clone();
        for change in changes {
            unit.change(change);
        }
        unit
    }

    /// What a rule is set to after a change, as [`Rules::setting`](super::Rules::setting) has it.
    #[must_use]
    pub fn setting_after(&self, change: &RuleChange) -> String {
        let mut rules = self.rules.clone();
        rules.change(change);
        rules.setting(change.rule())
    }

    fn change(&mut self, change: &Change) {
        match change {
            Change::Join(hire) => self.join(hire),
            Change::Recall(person) => self.recall(*person),
            Change::Leave(person) => self.people[person.0].departed = true,
            Change::Unpin(person) => self.people[person.0].terms.pinned = None,
            Change::NoMinimum(section) => self.sections[section.0].minimum = 0,
            Change::Rule(rule) => self.rules.change(rule),
            Change::Number(quantity, value) => quantity.set(self, *value),
            Change::Prefer(matters) => self.prefer(matters),
        }
    }

    /// Lets the people of a hire begin, with the hours of a whole plan year.
    pub(crate) fn join(&mut self, hire: &Hire) {
        for number in 1..=hire.count {
            let mut person = hire.person(number);
            person.hours = self.hours_of(&person);
            self.people.push(person);
        }
    }

    /// Brings a person back from a loan.
    pub(crate) fn recall(&mut self, ix: PersonIx) {
        let hours = self.hours_of(&self[ix]);
        let person = &mut self.people[ix.0];
        (person.status, person.seconded_until, person.hours) = (Status::OnDuty, None, hours);
    }

    fn prefer(&mut self, preferred: &BTreeSet<MatterIx>) {
        self.tiers.insert(0, Tier { id: "preferred".into(), name: "preferred".into(), name_en: None });
        for (i, matter) in self.matters.iter_mut().enumerate() {
            matter.tier = if preferred.contains(&MatterIx(i)) { TierIx(0) } else { TierIx(matter.tier.0 + 1) };
        }
    }

    /// Hours that a person present has in the plan year.
    pub(crate) fn hours_of(&self, person: &Person) -> Hours {
        let whole = self.capacity.hours(&self.calendar, self.year, person.leave_days(self.year), person.rank);
        // The hours of whole posts are the same bytes as ever.
        let shares = [Some(person.terms.share), person.terms.learning.map(|learning| learning.share)];
        let shares = shares.into_iter().flatten().filter(|share| *share != Share::ONE);
        shares.fold(whole, |hours, share| hours * share)
    }
}

impl Hire {
    /// What one of the people who join by a hire of an id is called, counted from 1.
    #[must_use]
    pub fn name(id: &str, number: u32) -> String {
        format!("{id}-{number}")
    }

    /// What the people who join are called.
    pub fn names(&self) -> impl Iterator<Item = String> {
        (1..=self.count).map(|number| Self::name(&self.id, number))
    }

    /// One of the people who join. Birth and sex are unknown; as if young, so that retirement is far beyond any horizon.
    fn person(&self, number: u32) -> Person {
        let category = match self.employment {
            super::Employment::Established => PostCategory::Professional,
            super::Employment::Contract => PostCategory::Contract,
        };
        Person {
            id: Self::name(&self.id, number),
            employment: self.employment,
            status: Status::OnDuty,
            rank: self.rank,
            sex: Sex::Male,
            birth: self.month.plus(-12 * 22),
            work_since: self.work_since,
            category,
            senior_title: false,
            home: Some(self.section),
            seconded_until: None,
            away: None,
            terms: Terms { kind: self.kind, learning: self.learning, ..Terms::default() },
            posts_today: Vec::new(),
            post_since: None,
            retirement: None,
            approval: None,
            departed: false,
            hours: Hours::ZERO,
        }
    }
}

impl super::Rules {
    fn change(&mut self, change: &RuleChange) {
        match change {
            RuleChange::Separation(separation) => self.separation = *separation,
            RuleChange::DutyGroups(on) => self.duty_groups = *on,
            RuleChange::SectionsPerPerson(most) => self.sections_per_person = *most,
            RuleChange::ContractSteps(rule) => self.contract_steps.clone_from(rule),
            RuleChange::LeaderSteps(on) => self.leader_steps = *on,
            RuleChange::WithoutKin => self.kin = None,
            RuleChange::WithoutCashier => self.cashier = None,
            RuleChange::OwnAudit(on) => self.own_audit = *on,
            RuleChange::Cover(holders) => self.cover = *holders,
        }
    }
}
