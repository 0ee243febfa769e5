//! What may be moved about a unit.

use crate::analysis::project::Outlook;
use crate::analysis::tradeoff::with_all_together;
use crate::model::{Change, ContractRule, DutyGroup, MatterIx, RuleChange, RuleId, Rules, Separation, Unit};
use crate::render::board::{Choice, Demand, Levers, Mark, Rule};
use crate::report::project;
use crate::report::words::{self, Words};
use crate::text::Text;
use crate::units::Month;
use rust_decimal::prelude::ToPrimitive;

/// What may be moved about a unit; its months until one, and how many seconds an answer may take.
#[must_use]
pub fn levers(unit: &Unit, until: Month, seconds: u64, text: &Text) -> Levers {
    let words = Words { unit, text };
    let sections = unit.sections();
    let sections = sections.map(|(ix, section)| Choice { value: section.id.clone(), name: words.section(ix).into() });
    let months = (0..=until.months_since(unit.as_of).max(0)).map(|month| unit.as_of.plus(month));
    let months = months.map(|month| Choice { value: month.to_string(), name: words::month(text, month).into() });
    let people = unit.present().map(|(_, person)| Choice { value: person.id.clone(), name: person.id.as_str().into() });
    Levers {
        sections: sections.collect(),
        people: people.collect(),
        months: months.collect(),
        audits: audits(words),
        rules: rules(words),
        seconds,
    }
}

/// The months in which staffing changes, with what happens and what newly stalls.
#[must_use]
pub fn marks(unit: &Unit, ahead: &Outlook, text: &Text) -> Vec<Mark> {
    let words = Words { unit, text };
    let stalls = |month: Month| {
        let point = ahead.chosen.points.iter().find(|point| point.month == month);
        point.map(|point| words.matters(&point.new_stalls().collect::<Vec<_>>())).filter(|stalled| !stalled.is_empty())
    };
    let later = project::changes(unit, ahead, text).into_iter().filter(|(month, _)| *month > unit.as_of);
    let mark = |(month, events): (Month, String)| {
        let stalled = stalls(month);
        let name = words::month(text, month);
        let mut arguments = vec![("month", &*name), ("events", &*events)];
        arguments.extend(stalled.as_deref().map(|stalled| ("matters", stalled)));
        let key = if stalled.is_some() { "board-mark-stalls" } else { "board-month-with" };
        Mark {
            value: month.to_string(),
            at: month.months_since(unit.as_of).unsigned_abs(),
            name: text.with(key, &arguments).into(),
            stalls: stalled.is_some(),
        }
    };
    later.map(mark).collect()
}

/// The audits of which so many cases may be demanded: each alone, or all together.
#[must_use]
pub fn demands(unit: &Unit) -> Vec<Vec<MatterIx>> {
    let of_audits = unit.open_matters().filter(|(_, matter)| matter.duty == DutyGroup::Audit);
    with_all_together(of_audits.map(|(ix, _)| ix).collect())
}

fn audits(words: Words<'_>) -> Vec<Demand> {
    let cases = |matter: &MatterIx| words.unit[*matter].arriving.value().ceil().to_u32().unwrap_or(u32::MAX);
    let demands = demands(words.unit).into_iter().map(|matters| Demand {
        ids: matters.iter().map(|matter| &*words.unit[*matter].id).collect::<Vec<_>>().join(" "),
        name: match &*matters {
            [matter] => words.matter(*matter).into(),
            matters => words.text.with("tradeoff-together", &[("count", &matters.len().to_string())]).into(),
        },
        most: matters.iter().map(cases).max().unwrap_or_default(),
    });
    demands.collect()
}

/// Every rule that can be set otherwise, with its settings as the command line takes them.
fn rules(words: Words<'_>) -> Vec<Rule> {
    let rules = &words.unit.rules;
    let of = |rule: RuleId| {
        let as_it_is = Choice { value: String::new(), name: words.rule_setting(rules, rule).into() };
        let others = otherwise(rules, rule).into_iter().filter_map(|(change, value)| {
            let after = words.unit.with(&[Change::Rule(change)]).rules;
            (after.setting(rule) != rules.setting(rule))
                .then(|| Choice { value, name: words.rule_setting(&after, rule).into() })
        });
        let basis = rules.sources.get(&rule).map(|source| match &source.source {
            Some(stated) => words.list([words.basis(source.basis), stated.clone()]),
            None => words.basis(source.basis),
        });
        let settings: Vec<_> = [as_it_is].into_iter().chain(others).collect();
        Rule { id: rule.id(), name: words.rule(rule).into(), basis: basis.unwrap_or_default().into(), settings }
    };
    RuleId::ALL.map(of).into_iter().filter(|rule| rule.settings.len() > 1).collect()
}

/// What a rule may be set to, with the word of the command line for it.
pub(super) fn otherwise(rules: &Rules, rule: RuleId) -> Vec<(RuleChange, String)> {
    let switch = |change: fn(bool) -> RuleChange| [(true, "on"), (false, "off")].map(|(on, word)| (change(on), word));
    let of = |changes: &[(RuleChange, &str)]| changes.iter().map(|(c, word)| (c.clone(), (*word).to_owned())).collect();
    match rule {
        RuleId::Separation => of(&Separation::ALL.map(|mode| (RuleChange::Separation(mode), mode.id()))),
        RuleId::DutyGroups => of(&switch(RuleChange::DutyGroups)),
        RuleId::SectionsPerPerson => of(&[
            (RuleChange::SectionsPerPerson(Some(1)), "1"),
            (RuleChange::SectionsPerPerson(Some(2)), "2"),
            (RuleChange::SectionsPerPerson(None), "off"),
        ]),
        RuleId::ContractSteps => {
            let review = rules.contract_steps.as_ref().and_then(ContractRule::reviewing);
            let steps = |rule: &ContractRule| rule.steps.iter().map(|step| step.id()).collect::<Vec<_>>().join(",");
            let review = review.map(|wider| (steps(&wider), RuleChange::ContractSteps(Some(wider))));
            let review = review.into_iter().map(|(word, change)| (change, word));
            review.chain([(RuleChange::ContractSteps(None), "off".to_owned())]).collect()
        }
        RuleId::LeaderSteps => of(&switch(RuleChange::LeaderSteps)),
        RuleId::Kin => of(&[(RuleChange::WithoutKin, "off")]),
        RuleId::Cashier => of(&[(RuleChange::WithoutCashier, "off")]),
        RuleId::OwnAudit => of(&switch(RuleChange::OwnAudit)),
        RuleId::Cover => of(&[(RuleChange::Cover(1), "1"), (RuleChange::Cover(2), "2")]),
        RuleId::DualReview | RuleId::Rotation => Vec::new(),
    }
}
