//! Who is there: the headcounts that are never mixed, and where the sources disagree.

use super::blank::Blank;
use super::draft::Draft;
use crate::analysis::{ConflictEffect, Outcome};
use crate::model::{Conflict, ConflictTarget, Employment, Person, RuleId};
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
        ("on_duty", &*count.on_duty.to_string()),
        ("seconded_out", &*count.seconded_out.to_string()),
        ("seconded_in", &*count.seconded_in.to_string()),
        ("contract", &*count.contract.to_string()),
        ("away", &*count.away.to_string()),
    ];
    let on_books = if count.away > 0 { "request-on-books-with-away" } else { "request-on-books" };
    let mut sentences = vec![authorised, text.with(on_books, &arguments)];
    sentences.extend((count.seconded_in > 0).then(|| text.with("request-seconded-in", &arguments)));
    if count.contract > 0 {
        let setting = draft.words.rule_setting(&unit.rules, RuleId::ContractSteps);
        let limited = unit.rules.contract_steps.is_some() && unit.present().any(|(_, person)| is_plain(person));
        let key = if limited { "request-contract-limited" } else { "request-contract" };
        sentences.push(text.with(key, &[("contract", &*count.contract.to_string()), ("setting", &*setting)]));
    }
    sentences.extend(kinds(draft.words));
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
    if count.seconded_out > 0 {
        draft.blank(Blank::Loans);
    }
    draft.paragraph(sentences);
}

/// On contract, of no kind of the unit's own: the rule on contract staff holds.
fn is_plain(person: &Person) -> bool {
    person.employment == Employment::Contract && person.terms.kind.is_none()
}

/// How many of those here are of each kind of employment, and what they may do.
fn kinds(words: Words<'_>) -> Option<String> {
    let unit = words.unit;
    let kinds = unit.present_by_kind().into_iter().map(|(ix, people)| {
        let kind = &unit[ix];
        let arguments = [
            ("kind", words.called(&kind.name, kind.name_en.as_deref())),
            ("count", &*people.to_string()),
            ("setting", &*words.rights(&kind.may)),
        ];
        words.text.with("request-kind", &arguments)
    });
    let kinds: Vec<_> = kinds.collect();
    (!kinds.is_empty()).then(|| words.text.with("request-kinds", &[("kinds", &words.clauses(kinds))]))
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
    text.with("request-conflict", &[("topic", &conflict.topic), ("values", &draft.words.clauses(values))])
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
