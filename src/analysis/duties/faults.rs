//! The kinds of what can be wrong with a table of duties, and those that are more than a rule broken by one person.

use crate::check::{self, Breach, Misheld, Right};
use crate::model::{
    Grant, Ledger, MatterIx, OvertakenBy, PersonIx, PostIx, RuleId, Signature, Signed, Status, Step, Unit, Used,
};
use crate::units::Month;
use crate::word::words;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

words! {
    /// What can be wrong with a table of duties.
    pub enum Kind {
        /// Several steps of one matter.
        TwoSteps = "two_steps",
        /// Several posts of one section and duty group, of different matters.
        TwoPosts = "two_posts",
        /// Posts of several duty groups.
        DutyGroups = "duty_groups",
        /// Posts in more sections than allowed.
        Sections = "sections",
        /// The cashier and what goes not with it.
        Cashier = "cashier",
        /// A matter, and an audit of it.
        OwnAudit = "own_audit",
        /// Relatives on one matter.
        Kin = "kin",
        /// More than the kind of employment allows.
        Contract = "contract",
        /// Leaders who work, or approval by others.
        Leader = "leader",
        /// Against what the scenario agrees with the person.
        Terms = "terms",
        /// Too long at a high-risk post.
        Tenure = "tenure",
        /// Fewer people at a post than a case needs.
        Vacant = "vacant",
        /// Nobody to spare at a post.
        Single = "single",
        /// Rights of whoever is not here.
        Gone = "gone",
        /// Rights that nobody uses.
        Unused = "unused",
        /// A grant without all signatures.
        Unsigned = "unsigned",
    }
}
words! {
    /// Why somebody is not here.
    pub enum Gone {
        /// Not on the roster.
        Unknown = "unknown",
        /// Retired.
        Retired = "retired",
        /// Left for another reason, or went back.
        Left = "left",
        /// On loan elsewhere.
        OnLoan = "on_loan",
        /// Away for a time.
        Away = "away",
    }
}
words! {
    /// Why a right is of no use.
    pub enum Unused {
        /// The unit has no such step.
        NoStep = "no_step",
        /// No case arrives.
        NoCases = "no_cases",
        /// Not used for a year.
        NotUsed = "not_used",
    }
}

/// Something that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What.
    pub kind: Kind,
    /// The rule that is broken; `None`: no rule of the scenario speaks of it.
    pub rule: Option<RuleId>,
    /// Who is concerned.
    pub people: Vec<PersonIx>,
    /// Names that the roster does not have.
    pub strangers: Vec<String>,
    /// At which posts.
    pub posts: Vec<PostIx>,
    /// On which matters.
    pub matters: Vec<MatterIx>,
    /// Rows of the table, by index.
    pub rows: Vec<usize>,
    /// What else is to be known of it.
    pub detail: Detail,
    /// Who may take the post by the rules that speak of one person; hours and relatives are not looked at.
    pub takers: Vec<PersonIx>,
}

/// What else is to be known of a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Detail {
    /// Nothing.
    None,
    /// Since when.
    Since(Month),
    /// What was found and what is needed or allowed.
    Numbers(Decimal, Decimal),
    /// Why somebody is not here.
    Gone(Gone),
    /// Why a right is of no use.
    Unused(Unused),
    /// The signatures that lack.
    Lacks(Vec<Signature>),
    /// So many names of four.
    Names(usize),
    /// The table does not say who signed.
    Unsaid,
}

impl Fault {
    fn new(kind: Kind) -> Self {
        Self {
            kind,
            rule: None,
            people: Vec::new(),
            strangers: Vec::new(),
            posts: Vec::new(),
            matters: Vec::new(),
            rows: Vec::new(),
            detail: Detail::None,
            takers: Vec::new(),
        }
    }

    /// What the checker found.
    pub(super) fn of(found: Misheld) -> Self {
        let (kind, rule) = match found.breach {
            Breach::Rule(RuleId::Separation) if found.same_matter => (Kind::TwoSteps, Some(RuleId::Separation)),
            Breach::Rule(RuleId::Separation) => (Kind::TwoPosts, Some(RuleId::Separation)),
            Breach::Rule(RuleId::DutyGroups) => (Kind::DutyGroups, Some(RuleId::DutyGroups)),
            Breach::Rule(RuleId::SectionsPerPerson) => (Kind::Sections, Some(RuleId::SectionsPerPerson)),
            Breach::Rule(RuleId::Cashier) => (Kind::Cashier, Some(RuleId::Cashier)),
            Breach::Rule(RuleId::OwnAudit) => (Kind::OwnAudit, Some(RuleId::OwnAudit)),
            Breach::Rule(RuleId::Kin) => (Kind::Kin, Some(RuleId::Kin)),
            Breach::Rule(RuleId::LeaderSteps) => (Kind::Leader, Some(RuleId::LeaderSteps)),
            Breach::Rule(RuleId::ContractSteps) => (Kind::Contract, Some(RuleId::ContractSteps)),
            Breach::Kind => (Kind::Contract, None),
            _ => (Kind::Terms, None),
        };
        Self {
            rule,
            people: found.people.into_iter().collect(),
            posts: found.posts.into_iter().collect(),
            matters: found.matters.into_iter().collect(),
            rows: found.rows.into_iter().collect(),
            detail: found.numbers.map_or(Detail::None, |(found, allowed)| Detail::Numbers(found, allowed)),
            ..Self::new(kind)
        }
    }
}

/// Months after which a right that nobody used is told.
const UNUSED_MONTHS: i32 = 12;
/// People named who may take a post.
const TAKERS: usize = 5;

/// Since when, by which rows, for which matters.
type Tenure = (Month, BTreeSet<usize>, BTreeSet<MatterIx>);
/// A post, what is wrong with it, how many it needs, and who is there.
type Uncovered = (PostIx, Kind, u32, Vec<PersonIx>);

/// A table and the rights of those who are here.
pub(super) struct Table<'a> {
    unit: &'a Unit,
    ledger: &'a Ledger,
    pub(super) rights: Vec<Right>,
    /// Who holds which post by these rights.
    pub(super) held: BTreeSet<(PersonIx, PostIx)>,
}

impl<'a> Table<'a> {
    pub(super) fn new(unit: &'a Unit, ledger: &'a Ledger) -> Self {
        let mut rights = Vec::new();
        for (row, grant) in ledger.grants.iter().enumerate() {
            let Some(person) = grant.person.filter(|person| unit[*person].is_present()) else { continue };
            let real = grant.rights.iter().filter(|(matter, step)| is_real(unit, *matter, *step));
            rights.extend(real.map(|(matter, step)| Right { person, matter: *matter, step: *step, row }));
        }
        let at = |right: &Right| Some((right.person, unit.post_at(right.matter, right.step)?));
        let held = rights.iter().filter_map(at).collect();
        Self { unit, ledger, rights, held }
    }

    /// More than so many years at a high-risk post.
    pub(super) fn tenure(&self) -> Vec<Fault> {
        let Some(rule) = &self.unit.rules.rotation else { return Vec::new() };
        let most = i32::try_from(rule.years.saturating_mul(12)).unwrap_or(i32::MAX);
        let mut since: BTreeMap<(PersonIx, PostIx), Tenure> = BTreeMap::new();
        for right in &self.rights {
            let Some(from) = self.ledger.grants.get(right.row).and_then(|grant| grant.since) else { continue };
            let post = self.unit.post_at(right.matter, right.step).filter(|post| rule.posts.contains(post));
            let Some(post) = post else { continue };
            if self.unit.as_of.months_since(from) > most {
                let (first, rows, matters) =
                    since.entry((right.person, post)).or_insert((from, BTreeSet::new(), BTreeSet::new()));
                *first = (*first).min(from);
                rows.insert(right.row);
                matters.insert(right.matter);
            }
        }
        let fault = |((person, post), (since, rows, matters)): ((PersonIx, PostIx), Tenure)| Fault {
            rule: Some(RuleId::Rotation),
            people: vec![person],
            posts: vec![post],
            matters: matters.into_iter().collect(),
            rows: rows.into_iter().collect(),
            detail: Detail::Since(since),
            ..Fault::new(Kind::Tenure)
        };
        since.into_iter().map(fault).collect()
    }

    /// Posts of matters with cases where a case lacks somebody, or where nobody may be away.
    pub(super) fn uncovered(&self) -> Vec<Fault> {
        let mut holders: BTreeMap<(MatterIx, Step), (BTreeSet<PersonIx>, BTreeSet<usize>)> = BTreeMap::new();
        for right in &self.rights {
            let (people, rows) = holders.entry((right.matter, right.step)).or_default();
            people.insert(right.person);
            rows.insert(right.row);
        }
        // Matters of a post with the same holders are told together.
        let mut alike: BTreeMap<Uncovered, (Vec<MatterIx>, BTreeSet<usize>)> = BTreeMap::new();
        for (ix, matter) in self.unit.open_matters() {
            for own in &matter.steps {
                let (people, rows) = holders.get(&(ix, own.step)).cloned().unwrap_or_default();
                let there = u32::try_from(people.len()).unwrap_or(u32::MAX);
                let wanted = own.people - 1 + self.unit.rules.cover.max(2);
                let kind = if there < own.people { Kind::Vacant } else { Kind::Single };
                if there < wanted {
                    let needed = if kind == Kind::Vacant { own.people } else { wanted };
                    let key = (self.unit.post_for(matter, own), kind, needed, people.into_iter().collect());
                    let (matters, all) = alike.entry(key).or_default();
                    matters.push(ix);
                    all.extend(rows);
                }
            }
        }
        let fault = |((post, kind, needed, people), (matters, rows)): (Uncovered, (Vec<MatterIx>, BTreeSet<usize>))| {
            let detail = Detail::Numbers(Decimal::from(people.len()), Decimal::from(needed));
            let takers = self.takers(post, &people);
            let rule = Some(RuleId::Cover).filter(|_| kind == Kind::Single);
            let rows = rows.into_iter().collect();
            Fault { rule, people, posts: vec![post], matters, rows, detail, takers, ..Fault::new(kind) }
        };
        alike.into_iter().map(fault).collect()
    }

    /// Those who may take a post beside what they hold, people without any post first.
    fn takers(&self, post: PostIx, holders: &[PersonIx]) -> Vec<PersonIx> {
        let has_kin =
            |person: PersonIx| self.unit.rules.kin.iter().flatten().any(|(a, b)| *a == person || *b == person);
        let with = |person: PersonIx| -> Vec<PostIx> {
            let own = self.held.iter().filter(|(other, _)| *other == person).map(|(_, post)| *post);
            own.chain([post]).collect()
        };
        let people = self.unit.present().map(|(ix, _)| ix).filter(|ix| !holders.contains(ix) && !has_kin(*ix));
        let mut takers: Vec<PersonIx> = people.filter(|ix| check::lets(self.unit, *ix, &with(*ix))).collect();
        takers.sort_by_key(|ix| (self.unit[*ix].home != Some(self.unit[post].section), with(*ix).len(), *ix));
        takers.truncate(TAKERS);
        takers
    }

    /// Rights of whoever is not here.
    pub(super) fn gone(&self) -> Vec<Fault> {
        let mut rows: BTreeMap<(Option<PersonIx>, &str), Vec<usize>> = BTreeMap::new();
        for (row, grant) in self.ledger.grants.iter().enumerate() {
            if grant.person.is_none_or(|person| !self.unit[person].is_present()) {
                let name = if grant.person.is_some() { "" } else { &*grant.name };
                rows.entry((grant.person, name)).or_default().push(row);
            }
        }
        let fault = |((person, name), rows): ((Option<PersonIx>, &str), Vec<usize>)| {
            let rights =
                |row: &usize| self.ledger.grants.get(*row).map(|grant| grant.rights.clone()).unwrap_or_default();
            let rights: BTreeSet<(MatterIx, Step)> = rows.iter().flat_map(rights).collect();
            Fault {
                people: person.into_iter().collect(),
                strangers: person.is_none().then(|| name.to_owned()).into_iter().collect(),
                posts: self.posts(&rights),
                matters: rights.iter().map(|(matter, _)| *matter).collect::<BTreeSet<_>>().into_iter().collect(),
                rows,
                detail: Detail::Gone(why_gone(self.unit, person)),
                ..Fault::new(Kind::Gone)
            }
        };
        rows.into_iter().map(fault).collect()
    }

    fn posts(&self, rights: &BTreeSet<(MatterIx, Step)>) -> Vec<PostIx> {
        let posts: BTreeSet<PostIx> =
            rights.iter().filter_map(|(matter, step)| self.unit.post_at(*matter, *step)).collect();
        posts.into_iter().collect()
    }

    /// Rights that open nothing, or that nobody used for a year.
    pub(super) fn unused(&self) -> Vec<Fault> {
        let present = |grant: &Grant| grant.person.is_some_and(|person| self.unit[person].is_present());
        let rows = self.ledger.grants.iter().enumerate().filter(|(_, grant)| present(grant));
        rows.filter_map(|(row, grant)| {
            let why = self.of_no_use(grant)?;
            let of_no_use =
                |(matter, step): &&(MatterIx, Step)| why == Unused::NotUsed || !is_real(self.unit, *matter, *step);
            let rights: BTreeSet<(MatterIx, Step)> = grant.rights.iter().filter(of_no_use).copied().collect();
            Some(Fault {
                people: grant.person.into_iter().collect(),
                posts: self.posts(&rights),
                matters: rights.iter().map(|(matter, _)| *matter).collect::<BTreeSet<_>>().into_iter().collect(),
                rows: vec![row],
                detail: Detail::Unused(why),
                ..Fault::new(Kind::Unused)
            })
        })
        .collect()
    }

    fn of_no_use(&self, grant: &Grant) -> Option<Unused> {
        let has_step = |(matter, step): &(MatterIx, Step)| self.unit.post_at(*matter, *step).is_some();
        let is_old = |month: Month| self.unit.as_of.months_since(month) > UNUSED_MONTHS;
        if !grant.rights.iter().all(has_step) || grant.rights.is_empty() {
            return Some(Unused::NoStep);
        }
        if grant.rights.iter().any(|(matter, step)| !is_real(self.unit, *matter, *step)) {
            return Some(Unused::NoCases);
        }
        let is_unused = match grant.used {
            Used::Unsaid => false,
            // What was given lately may be waiting for its first case.
            Used::Never => grant.since.is_none_or(is_old),
            Used::In(month) => is_old(month),
        };
        is_unused.then_some(Unused::NotUsed)
    }

    /// Rows that lack a signature.
    pub(super) fn unsigned(&self) -> Vec<Fault> {
        let rows = self.ledger.grants.iter().enumerate().filter(|(_, grant)| !grant.signed.is_whole());
        rows.map(|(row, grant)| {
            let detail = match &grant.signed {
                Signed::By(by) => Detail::Lacks(Signature::ALL.into_iter().filter(|one| !by.contains(one)).collect()),
                Signed::Names(names) => Detail::Names(*names),
                Signed::Unsaid => Detail::Unsaid,
            };
            let strangers = grant.person.is_none().then(|| grant.name.clone()).into_iter().collect();
            Fault {
                people: grant.person.into_iter().collect(),
                strangers,
                rows: vec![row],
                detail,
                ..Fault::new(Kind::Unsigned)
            }
        })
        .collect()
    }

    /// No row says who signed.
    pub(super) fn unsigned_altogether(&self) -> Fault {
        let rows = (0..self.ledger.grants.len()).collect();
        Fault { rows, detail: Detail::Unsaid, ..Fault::new(Kind::Unsigned) }
    }
}

/// Whether a matter has a step, and cases.
fn is_real(unit: &Unit, matter: MatterIx, step: Step) -> bool {
    unit[matter].has_cases() && unit.post_at(matter, step).is_some()
}

/// Why somebody is not here; of whoever is away for a time nothing more is said.
pub(super) fn why_gone(unit: &Unit, person: Option<PersonIx>) -> Gone {
    let Some(person) = person else { return Gone::Unknown };
    let has_retired = unit.overtaken.iter().any(|one| one.person == person && one.by == OvertakenBy::Retired);
    match (unit[person].departed, unit[person].status) {
        (true, _) if has_retired => Gone::Retired,
        (true, _) => Gone::Left,
        (_, Status::SecondedOut) => Gone::OnLoan,
        _ => Gone::Away,
    }
}
