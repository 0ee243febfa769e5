//! Who is there: the headcounts that are never mixed, and where the sources disagree.

use super::blank::Blank;
use super::draft::Draft;
use crate::analysis::{ConflictEffect, Outcome};
use crate::model::{Conflict, ConflictTarget, Employment, Headcount, Person, RuleId};
use crate::render::document::Kind;
use crate::report::words::{Words, month, says_the_same};
use crate::units::Month;
use std::collections::BTreeMap;

pub(super) fn write(draft: &mut Draft<'_>) {
    draft.section("request-headcounts");
    headcounts(draft, None);
    let effects: Vec<&ConflictEffect> = concerned(draft);
    if effects.is_empty() {
        return;
    }
    draft.section("request-conflicts");
    let points = effects.iter().map(|effect| conflict(draft, effect)).collect();
    draft.points(points);
}

/// The authorised posts and what is vacant of them; a blank where no source states them.
fn authorised(draft: &mut Draft<'_>) -> String {
    let Some(route) = &draft.ask.route else {
        let blank = draft.blank(Blank::Approval);
        return draft.text.with("request-authorised-unknown", &[("blank", &blank)]);
    };
    let vacancies = vacancies(draft.words, route.vacancies);
    draft.text.with("request-authorised", &[("authorised", &*route.authorised.to_string()), ("vacancies", &*vacancies)])
}

/// The headcounts that are never mixed; first the authorised posts, and where people are asked for, the way to have them.
pub(super) fn headcounts(draft: &mut Draft<'_>, way: Option<String>) {
    let authorised = match way {
        Some(way) => way,
        None => authorised(draft),
    };
    let (text, unit) = (draft.text, draft.unit);
    let count = unit.headcount();
    let arguments = [
        ("on_books", &*count.on_books.to_string()),
        ("parts", &*books(draft.words, count)),
        ("seconded_in", &*count.seconded_in.to_string()),
        ("contract", &*count.contract.to_string()),
    ];
    let mut sentences = vec![authorised, text.with("request-on-books", &arguments)];
    sentences.extend((count.seconded_in > 0).then(|| text.with("request-seconded-in", &arguments)));
    sentences.extend(kinds_told(draft.words, false).map(|kinds| text.with("request-kinds", &[("kinds", &kinds)])));
    sentences.extend((count.contract > 0).then(|| contract(draft.words, count.contract)));
    if count.contract_away > 0 {
        sentences.push(text.with("request-contract-away", &[("count", &count.contract_away.to_string())]));
    }
    // Without names: a roster id says nothing to an approving office.
    let mut overtaken: BTreeMap<(Month, &str), u32> = BTreeMap::new();
    for row in &unit.overtaken {
        *overtaken.entry((row.last, row.by.id())).or_default() += 1;
    }
    sentences.extend(overtaken.into_iter().map(|((last, by), count)| {
        let arguments = [("count", &*count.to_string()), ("month", &*month(text, last))];
        text.with(&format!("request-overtaken-{by}"), &arguments)
    }));
    if !draft.evidence.outlook.away_throughout.is_empty() {
        draft.blank(Blank::Loans);
    }
    draft.paragraph(sentences);
}

/// Where those on the books are; who is nowhere is not told.
fn books(words: Words<'_>, count: Headcount) -> String {
    // Who only approves is not among those who may hold the other posts.
    let has_leaders = words.unit.rules.leader_steps && count.leaders > 0;
    let leaders = count.leaders.to_string();
    if count.on_duty == count.on_books {
        let key = if has_leaders { "request-all-on-duty.leaders" } else { "request-all-on-duty" };
        return words.text.with(key, &[("leaders", &leaders)]);
    }
    let parts = [
        (if has_leaders { "request-of-them-on-duty.leaders" } else { "request-of-them-on-duty" }, count.on_duty),
        ("request-of-them-away", count.away),
        ("request-of-them-seconded-out", count.seconded_out),
    ];
    let there = parts.into_iter().filter(|(_, people)| *people > 0);
    let told =
        there.map(|(key, people)| words.text.with(key, &[("count", &people.to_string()), ("leaders", &leaders)]));
    words.text.with("request-of-them", &[("parts", &words.list(told))])
}

/// How many are on contract, and what they may do: by the rule on contract staff, but for those of a kind or with rights
/// of their own.
fn contract(words: Words<'_>, people: u32) -> String {
    let unit = words.unit;
    let present = unit.present().filter(|(_, person)| person.employment == Employment::Contract);
    let on_contract: Vec<&Person> = present.map(|(_, person)| person).collect();
    let own = on_contract.iter().filter(|person| person.terms.rights.is_some()).count();
    let by_rule = on_contract.iter().filter(|person| person.terms.rights.is_none() && person.terms.kind.is_none());
    let by_rule = by_rule.count();
    let mut kinds = on_contract.iter().map(|person| person.terms.rights.is_none().then_some(person.terms.kind)?);
    let first = kinds.next().flatten();
    let only = first.filter(|first| kinds.all(|kind| kind == Some(*first)));
    let counts = [("contract", &*people.to_string()), ("others", &*by_rule.to_string())];
    if let Some(kind) = only.map(|kind| &unit[kind]) {
        let (name, setting) = (words.called(&kind.name, kind.name_en.as_deref()), words.rights(&kind.may));
        let arguments = [counts[0], ("kind", name), ("setting", &*setting)];
        return words.text.with("request-contract-kind", &arguments);
    }
    let key = match &unit.rules.contract_steps {
        Some(_) if by_rule == on_contract.len() => "request-contract-limited",
        Some(_) if by_rule > 0 => "request-contract-limited.others",
        _ => "request-contract",
    };
    let setting = words.rule_setting(&unit.rules, RuleId::ContractSteps);
    let alike = (by_rule > 0 && own == 0).then(|| kinds_alike(words, &setting)).flatten();
    if let Some(kinds) = alike {
        let arguments = [counts[0], ("kinds", &*kinds), ("setting", &*setting)];
        return words.text.with("request-contract-alike", &arguments);
    }
    let told = words.text.with(key, &[counts[0], counts[1], ("setting", &*setting)]);
    let key = if own == on_contract.len() { "request-contract-own.all" } else { "request-contract-own" };
    let own = (own > 0).then(|| words.text.with(key, &[("count", &own.to_string())]));
    let kinds = kinds_told(words, true).map(|kinds| {
        let key = if by_rule > 0 && own.is_none() { "request-kinds.rest" } else { "request-kinds.contract" };
        words.text.with(key, &[("kinds", &kinds)])
    });
    words.sentences([told].into_iter().chain(own.clone()).chain(kinds))
}

/// How many of those here on contract are of each kind, where all may do what the rule lets contract staff do.
fn kinds_alike(words: Words<'_>, setting: &str) -> Option<String> {
    let unit = words.unit;
    let here = unit.present_by_kind().into_iter().filter(|(ix, _)| unit[*ix].employment == Employment::Contract);
    let here: Vec<_> = here.collect();
    let is_alike =
        unit.rules.contract_steps.is_some() && here.iter().all(|(ix, _)| words.rights(&unit[*ix].may) == setting);
    let told = here.iter().map(|(ix, people)| {
        let kind = words.called(&unit[*ix].name, unit[*ix].name_en.as_deref());
        words.text.with("request-contract-alike-kind", &[("kind", kind), ("count", &people.to_string())])
    });
    (is_alike && !here.is_empty()).then(|| words.list(told))
}

/// How many of those here are of each kind of employment, and what they may do; by whether they are on contract.
fn kinds_told(words: Words<'_>, on_contract: bool) -> Option<String> {
    let unit = words.unit;
    let here = unit.present_by_kind().into_iter();
    let here = here.filter(|(ix, _)| (unit[*ix].employment == Employment::Contract) == on_contract);
    let kinds = here.map(|(ix, people)| {
        let kind = &unit[ix];
        let arguments = [
            ("kind", words.called(&kind.name, kind.name_en.as_deref())),
            ("count", &*people.to_string()),
            ("setting", &*words.rights(&kind.may)),
        ];
        words.text.with("request-kind", &arguments)
    });
    let kinds: Vec<_> = kinds.collect();
    (!kinds.is_empty()).then(|| words.clauses(kinds))
}

pub(super) fn vacancies(words: Words<'_>, vacancies: i64) -> String {
    let key = match vacancies {
        ..0 => "request-vacancies-over",
        0 => "request-vacancies-none",
        _ => "request-vacancies-free",
    };
    words.text.with(key, &[("count", &vacancies.unsigned_abs().to_string())])
}

/// The conflicts from which anything is computed.
fn concerned<'a>(draft: &Draft<'a>) -> Vec<&'a ConflictEffect> {
    let all = draft.evidence.assessment.conflicts.iter();
    all.filter(|effect| draft.unit.conflicts[effect.conflict].target.is_some()).collect()
}

/// Every value with its source and what follows from it.
fn conflict(draft: &Draft<'_>, effect: &ConflictEffect) -> String {
    let (text, conflict) = (draft.text, &draft.unit.conflicts[effect.conflict]);
    let values = conflict.values.iter().zip(&effect.outcomes).enumerate().map(|(i, (value, outcome))| {
        let arguments = [
            ("value", &*Kind::Given.show(value.value)),
            ("source", &*value.source),
            ("effect", &*follows(draft, conflict, i, outcome)),
        ];
        text.with(if i == conflict.used { "request-value-used" } else { "request-value" }, &arguments)
    });
    let values: Vec<_> = values.collect();
    text.with(
        "request-conflict",
        &[("topic", draft.words.quoted(&conflict.topic)), ("values", &draft.words.clauses(values))],
    )
}

/// What follows from a value of a conflict.
fn follows(draft: &Draft<'_>, conflict: &Conflict, i: usize, outcome: &Outcome) -> String {
    match outcome {
        _ if i == conflict.used && matches!(conflict.target, Some(ConflictTarget::Driver(_))) => {
            draft.text.get("outcome-this-plan")
        }
        outcome => draft.words.outcome(outcome, says_the_same(outcome, &draft.evidence.assessment)),
    }
}
