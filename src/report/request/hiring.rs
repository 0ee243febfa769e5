//! How many people the projection asks for, what else was weighed against hiring, and the hires asked for.

use super::blank::Blank;
use super::compared;
use super::draft::Draft;
use super::money::ten_thousands;
use super::outlook;
use crate::analysis::hire::{Instead, Interval, Means};
use crate::model::{Employment, MoneyRange};
use crate::render::document::{Kind, Table};
use crate::report::hire;
use crate::report::parts::columns::columns;
use crate::report::words::{clause, month};
use crate::units::Money;
use std::collections::BTreeMap;

/// Whether anything is weighed against hiring: where nobody need be hired, nothing else stands against that.
pub(super) fn has_measures(draft: &Draft<'_>) -> bool {
    let is_settled = draft.ask.is_for_nobody() && !draft.ask.is_lowered;
    !draft.evidence.hiring.alternatives.is_empty() && !is_settled
}

/// Other newcomers who would do in the hardest month as well as those asked for; nothing where there are none.
pub(super) fn other_mixes(draft: &Draft<'_>) -> Option<String> {
    let hiring = &draft.evidence.hiring;
    let hardest = hiring.intervals.iter().find(|interval| interval.month == hiring.hardest)?;
    // Where more are asked for than that month needs, none of its mixes is as good.
    let least = Some(&hardest.front.least).filter(|least| least.contains(&draft.ask.heads))?;
    let others = least.iter().filter(|heads| **heads != draft.ask.heads);
    let said: Vec<String> = others.map(|heads| draft.words.heads(*heads)).collect();
    let mixes = said.join(&draft.text.get("hire-mixes-or"));
    (!said.is_empty()).then(|| draft.text.with("letter-mixes", &[("mixes", &mixes)]))
}

/// That fewer are needed from some month on than in the hardest; nothing where as many are needed at the end.
pub(super) fn eases(draft: &Draft<'_>) -> Option<String> {
    let hiring = &draft.evidence.hiring;
    let hardest = hiring.intervals.iter().filter_map(|interval| interval.front.fewest()).max()?;
    let is_less = |interval: &&Interval| interval.front.fewest().is_some_and(|fewest| fewest < hardest);
    let later: Vec<&Interval> = hiring.intervals.iter().rev().take_while(is_less).collect();
    let most = later.iter().filter_map(|interval| interval.front.fewest()).max()?;
    let from = later.last()?.month;
    let arguments = [
        ("month", &*month(draft.text, from)),
        ("events", &*outlook::events(draft, hiring.without.at(from))),
        ("count", &*most.to_string()),
        ("rest", &*hardest.saturating_sub(most).to_string()),
    ];
    Some(draft.text.with("letter-eases", &arguments))
}

/// Every measure beside hiring, at the staffing that needs most people beside it.
pub(super) fn measures(draft: &mut Draft<'_>) {
    let hiring = &draft.evidence.hiring;
    if !has_measures(draft) {
        return;
    }
    draft.section("request-help-later");
    let text = draft.text;
    let until = month(text, hiring.terms.until);
    draft.say("request-measures", &[("until", &until)]);
    let points = hiring.alternatives.iter().map(|alternative| measure(draft, alternative)).collect();
    draft.points(points);
    let handed = hiring.alternatives.iter().find_map(|alternative| match &alternative.measure {
        Some(Means::HandOver(matters)) => Some(draft.words.matters(matters)),
        _ => None,
    });
    let handed = handed.map(|matters| text.with("hire-hand-over-matters", &[("matters", &matters)]));
    draft.paragraph([text.get("hire-alternatives-cost")].into_iter().chain(handed));
}

fn measure(draft: &Draft<'_>, alternative: &Instead) -> String {
    let text = draft.text;
    let name = compared::measure(draft, alternative);
    let Some(heads) = alternative.heads else {
        return text.with("request-measure-never", &[("measure", &name)]);
    };
    if heads.all() == 0 {
        return text.with("request-measure-nobody", &[("measure", &name)]);
    }
    let heads = compared::still_needed(draft, alternative);
    let said = text.with("request-measure", &[("measure", &name), ("heads", &heads)]);
    match alternative.yearly {
        MoneyRange { high, .. } if high == Money::default() => text.with("request-sentence", &[("said", &said)]),
        yearly => text.with("request-measure-cost", &[("said", &said), ("cost", &ten_thousands(draft.words, yearly))]),
    }
}

/// What is asked for: who, where, from when, at what cost.
pub(super) fn ask(draft: &mut Draft<'_>) {
    let (ask, text) = (draft.ask, draft.text);
    if ask.is_for_nobody() {
        return draft.say(if ask.is_lowered { "request-ask-in-vain" } else { "request-ask-nobody" }, &[]);
    }
    let key = if ask.heads.contract > 0 { "request-ask-contract" } else { "request-ask" };
    let mut points = vec![text.with(key, &[("heads", &draft.words.heads(ask.heads))]), text.get("request-ask-steps")];
    points.extend(cost(draft));
    let blank = draft.blank(Blank::Budget);
    points.push(text.with("request-ask-budget", &[("blank", &blank)]));
    draft.points(points);
    if ask.is_lowered {
        let targets = hire::target_words(draft.words, ask.targets);
        draft.say("request-ask-condition-lowered", &[("targets", &targets)]);
    } else {
        draft.say("request-ask-condition", &[]);
    }
}

/// The cost over the years, and what a head costs a year with where that is stated; nothing where pay is not known.
fn cost(draft: &Draft<'_>) -> Option<String> {
    let recruitment = draft.unit.recruitment.as_ref()?;
    let (text, ask) = (draft.text, draft.ask);
    let of = |employment: &Employment| {
        let yearly = recruitment.yearly(*employment).filter(|_| ask.heads.of(*employment) > 0)?;
        let readings = recruitment.pay.iter().filter(|pay| pay.employment == *employment);
        let sources: Vec<&str> = readings.filter_map(|pay| pay.source.as_deref().map(clause)).collect();
        let arguments = [
            ("employment", &*draft.words.employment(*employment)),
            ("range", &*ten_thousands(draft.words, yearly)),
            ("sources", &*draft.words.clauses(sources)),
        ];
        Some(text.with("request-ask-pay", &arguments))
    };
    let pay: Vec<String> = Employment::ALL.iter().filter_map(of).collect();
    let arguments = [
        ("until", &*month(text, draft.evidence.hiring.terms.until)),
        ("cost", &*ten_thousands(draft.words, ask.cost?)),
        ("pay", &*draft.words.clauses(&pay)),
    ];
    let unpriced = draft.words.list(ask.unpriced.iter().map(|employment| draft.words.employment(*employment)));
    let missing = text.with("request-ask-unpriced", &[("employment", &unpriced)]);
    let said = [text.with("request-ask-cost", &arguments)].into_iter();
    Some(draft.words.sentences(said.chain((!ask.unpriced.is_empty()).then_some(missing))))
}

/// What the newcomers cost by calendar year and in all, in ten thousands of yuan.
pub(super) fn cost_table(draft: &Draft<'_>) -> Table {
    let plan = draft.ask.plan;
    let mut years: BTreeMap<i32, MoneyRange> = BTreeMap::new();
    for (year, cost) in plan.hires.iter().flat_map(|hire| &hire.cost) {
        let sum = years.entry(*year).or_default();
        *sum = [*sum, *cost].into_iter().sum();
    }
    let total = (draft.text.get("hire-total"), plan.cost());
    let rows = years.into_iter().map(|(year, cost)| (year.to_string(), cost)).chain([total]);
    columns("costs", draft.text, rows)
        .head("year", "letter-column-year", Kind::Text, |(year, _)| year.clone())
        .head("cost_low", "letter-column-cost-low", Kind::Decimal(1), |(_, cost)| cost.low.ten_thousands())
        .head("cost_high", "letter-column-cost-high", Kind::Decimal(1), |(_, cost)| cost.high.ten_thousands())
        .table()
}
