//! What the board says: the levers of a unit, and the answer to how they stand.

use super::parts::columns::columns;
use super::words::Words;
use super::{plan, project, tradeoff};
use crate::analysis::project::{Ahead, Outlook};
use crate::analysis::tradeoff::{Frontier, with_all_together};
use crate::analysis::{Assessment, ServiceStatus};
use crate::model::{Change, DutyGroup, MatterIx, PersonIx, RuleChange, RuleId, SectionIx, Separation, Status, Unit};
use crate::render::board::{Choice, Demand, Group, Levers, Person, Rule};
use crate::render::document::glance::Figure;
use crate::render::document::{Block, Document, Kind, Note, Table, Tone};
use crate::render::line::Line;
use crate::text::Text;
use rust_decimal::prelude::ToPrimitive;

/// What may be moved about a unit; `ahead` has the months in which its staffing changes.
#[must_use]
pub fn levers(unit: &Unit, ahead: &Outlook, text: &Text) -> Levers {
    let words = Words { unit, text };
    Levers { months: months(unit, ahead, text), audits: audits(words), people: people(words), rules: rules(words) }
}

/// The title of the page.
#[must_use]
pub fn title(unit: &Unit, text: &Text) -> String {
    text.with("board-title", &[("unit", Words { unit, text }.unit_name())])
}

/// The unit as it would be, beside what it is.
#[derive(Debug, Clone, Copy)]
pub struct Stand<'a> {
    /// The unit as it would be.
    pub unit: &'a Unit,
    /// Its judgement.
    pub assessment: &'a Assessment,
    /// The unit as it is.
    pub today: (&'a Unit, &'a Assessment),
    /// What a demand for audits costs, if one was made.
    pub demand: Option<&'a Frontier>,
}

/// The answer to how the levers stand: what is read first, and the rest.
#[must_use]
pub fn answer(stand: Stand<'_>, text: &Text) -> [Document; 2] {
    let Stand { unit, assessment, demand, .. } = stand;
    let words = Words { unit, text };
    let heading = |key: &str| Block::Heading(text.get(key).into());
    let verdict =
        plan::answer(unit, assessment, text).into_iter().chain(demand.map(|f| tradeoff::price(unit, f, text)));
    let figures = Block::Figures(figures(unit, assessment, text));
    let changed = changed(stand, words);
    let changed =
        if changed.rows.is_empty() { Block::plain(text.get("board-changed-none")) } else { Block::Table(changed) };
    let rest = vec![
        heading("board-changed-heading"),
        changed,
        heading("matters-heading"),
        Block::Table(matters(stand, words)),
    ];
    let document = |blocks| Document { title: title(unit, text).into(), blocks };
    [document(verdict.map(Block::Paragraph).chain([figures]).collect()), document(rest)]
}

/// What stalls and slows, and who is there.
fn figures(unit: &Unit, assessment: &Assessment, text: &Text) -> Vec<Figure> {
    let full = Line::from(text.get("status-full"));
    plan::figures(unit, assessment, text).into_iter().filter(|figure| figure.name != full).collect()
}

/// What stalls next: a figure, and which matters.
#[must_use]
pub fn ahead(unit: &Unit, ahead: &Ahead, text: &Text) -> Document {
    let (tone, value, note) = match ahead {
        Ahead::Nothing => (Tone::Good, text.get("none"), text.get("board-next-none")),
        Ahead::Unknown => (Tone::Caution, text.get("status-unknown"), text.get("board-next-unknown")),
        Ahead::Stalls(from, stalled) => {
            let month = super::words::month(text, *from);
            let matters = Words { unit, text }.matters(stalled);
            let arguments = [("month", &*month), ("matters", &*matters)];
            (Tone::Bad, from.to_string(), text.with("board-next-stall", &arguments))
        }
    };
    let figure = Figure { name: text.get("board-next").into(), value: Note::new(tone, value) };
    Document { title: title(unit, text).into(), blocks: vec![Block::Figures(vec![figure]), Block::plain(note)] }
}

fn now(stand: Stand<'_>, matter: MatterIx) -> ServiceStatus {
    stand.assessment.plan.proven_status(stand.unit, matter)
}

fn before(stand: Stand<'_>, matter: MatterIx) -> ServiceStatus {
    let (unit, today) = stand.today;
    today.plan.proven_status(unit, matter)
}

/// The matters of which the level is another than today's, in order of tier.
fn changed(stand: Stand<'_>, words: Words<'_>) -> Table {
    let (unit, today) = stand.today;
    let level = |matter| stand.assessment.plan.level(stand.unit, matter).round(6);
    let was = |matter| today.plan.level(unit, matter).round(6);
    columns("changes", words.text, by_tier(stand.unit).into_iter().filter(|matter| level(*matter) != was(*matter)))
        .matter("column-matter", words, |matter| *matter)
        .head("before", "board-today", Kind::Text, |matter| words.status_cell(before(stand, *matter)))
        .head("before_level", "board-today-level", Kind::Percent, |matter| was(*matter))
        .col("status", Kind::Text, |matter| words.status_cell(now(stand, *matter)))
        .head("service_level", "column-service-level", Kind::Percent, |matter| level(*matter))
        .table()
}

/// Every matter, in order of tier.
fn matters(stand: Stand<'_>, words: Words<'_>) -> Table {
    let plan = &stand.assessment.plan;
    columns("matters", words.text, by_tier(stand.unit))
        .matter("column-matter", words, |matter| *matter)
        .col("tier", Kind::Text, |matter| words.tier_cell(stand.unit[*matter].tier))
        .col("section", Kind::Text, |matter| words.section_cell(stand.unit[*matter].section))
        .head("service_level", "column-service-level", Kind::Percent, |matter| plan.level(stand.unit, *matter))
        .col("status", Kind::Text, |matter| words.status_cell(now(stand, *matter)))
        .table()
}

fn by_tier(unit: &Unit) -> Vec<MatterIx> {
    let mut matters: Vec<_> = unit.matters().map(|(ix, _)| ix).collect();
    matters.sort_by_key(|matter| unit[*matter].tier);
    matters
}

/// The month that stands, then every month in which staffing changes, with what happens.
fn months(unit: &Unit, ahead: &Outlook, text: &Text) -> Vec<Choice> {
    let name = |month, events: &str| {
        let month = super::words::month(text, month);
        if events.is_empty() { month } else { text.with("board-month-with", &[("month", &month), ("events", events)]) }
    };
    let as_it_is = Choice { value: String::new(), name: name(unit.as_of, "").into() };
    let later = project::changes(unit, ahead, text).into_iter().filter(|(month, _)| *month > unit.as_of);
    let later = later.map(|(month, events)| Choice { value: month.to_string(), name: name(month, &events).into() });
    [as_it_is].into_iter().chain(later).collect()
}

fn audits(words: Words<'_>) -> Vec<Demand> {
    let of_audits = words.unit.open_matters().filter(|(_, matter)| matter.duty == DutyGroup::Audit);
    let demands = with_all_together(of_audits.map(|(ix, _)| ix).collect());
    let cases = |matter: &MatterIx| words.unit[*matter].arriving.value().ceil().to_u32().unwrap_or(u32::MAX);
    let demands = demands.into_iter().map(|matters| Demand {
        ids: matters.iter().map(|matter| &*words.unit[*matter].id).collect::<Vec<_>>().join(" "),
        name: match &*matters {
            [matter] => words.matter(*matter).into(),
            matters => words.text.with("tradeoff-together", &[("count", &matters.len().to_string())]).into(),
        },
        most: matters.iter().map(cases).max().unwrap_or_default(),
    });
    demands.collect()
}

/// Everyone who is there or on loan elsewhere, by home section.
fn people(words: Words<'_>) -> Vec<Group> {
    let unit = words.unit;
    let in_question = |section: Option<SectionIx>| -> Vec<Person> {
        let of =
            unit.people().filter(|(_, p)| p.home == section && (p.is_present() || p.status == Status::SecondedOut));
        of.filter(|(_, person)| !person.departed).map(|(ix, _)| somebody(words, ix)).collect()
    };
    let sections = unit.sections().map(|(ix, _)| (words.section(ix), in_question(Some(ix))));
    let without = (words.text.get("board-no-section"), in_question(None));
    let groups = sections.chain([without]).filter(|(_, people)| !people.is_empty());
    groups.map(|(name, people)| Group { name: name.into(), people }).collect()
}

fn somebody(words: Words<'_>, ix: PersonIx) -> Person {
    let person = &words.unit[ix];
    let mut about = vec![words.employment(person.employment), words.rank(person.rank)];
    if person.status != Status::OnDuty {
        about.push(words.standing(person.status));
    }
    Person { id: person.id.clone(), about: words.list(about).into(), here: person.is_present() }
}

/// Every rule that can be set otherwise, with its settings as the command line takes them.
fn rules(words: Words<'_>) -> Vec<Rule> {
    let rules = &words.unit.rules;
    let of = |rule: RuleId| {
        let as_it_is = Choice { value: String::new(), name: words.rule_setting(rules, rule).into() };
        let others = otherwise(rule).into_iter().filter_map(|(change, value)| {
            let after = words.unit.with(&[Change::Rule(change)]).rules;
            (after.setting(rule) != rules.setting(rule))
                .then(|| Choice { value: value.to_owned(), name: words.rule_setting(&after, rule).into() })
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
fn otherwise(rule: RuleId) -> Vec<(RuleChange, &'static str)> {
    match rule {
        RuleId::Separation => Separation::ALL.map(|mode| (RuleChange::Separation(mode), mode.id())).into(),
        RuleId::DutyGroups => {
            [(true, "on"), (false, "off")].map(|(on, word)| (RuleChange::DutyGroups(on), word)).into()
        }
        RuleId::SectionsPerPerson => vec![
            (RuleChange::SectionsPerPerson(Some(1)), "1"),
            (RuleChange::SectionsPerPerson(Some(2)), "2"),
            (RuleChange::SectionsPerPerson(None), "off"),
        ],
        RuleId::ContractSteps => vec![(RuleChange::ContractSteps(None), "off")],
        RuleId::LeaderSteps => {
            [(true, "on"), (false, "off")].map(|(on, word)| (RuleChange::LeaderSteps(on), word)).into()
        }
        RuleId::Kin => vec![(RuleChange::WithoutKin, "off")],
        RuleId::Cashier => vec![(RuleChange::WithoutCashier, "off")],
        RuleId::OwnAudit => [(true, "on"), (false, "off")].map(|(on, word)| (RuleChange::OwnAudit(on), word)).into(),
        RuleId::Cover => vec![(RuleChange::Cover(1), "1"), (RuleChange::Cover(2), "2")],
        RuleId::DualReview | RuleId::Rotation => Vec::new(),
    }
}
