//! The 请示 itself: first what is asked for, then in four pages why.

use super::blank::Blank;
use super::draft::{Draft, line};
use super::money::ten_thousands;
use super::ways::ways;
use super::{between, closing, compared, duties, hiring, limits, opening, outlook, present};
use crate::analysis::hire::PlannedHire;
use crate::analysis::request::{Ask, Posts};
use crate::model::Employment;
use crate::render::letter::Part;
use crate::render::line::Line;
use crate::report::words::{Words, month};

/// Hires named one by one before the rest is counted; the report names all.
const NAMED: usize = 6;

pub(super) fn write(draft: &mut Draft<'_>) {
    opening::masthead(draft);
    if !draft.ask.is_for_nobody() {
        draft.blank(Blank::Budget);
        if draft.ask.cost.is_none() || !draft.ask.unpriced.is_empty() {
            draft.blank(Blank::Pay);
        }
    }
    let asking = asking(draft.words, draft.ask);
    draft.add(Part::Paragraph(asking));
    draft.chapter("request-present");
    let way = closing::route(draft.words, draft.ask).map(|way| way.to_string());
    present::headcounts(draft, way);
    duties::work(draft);
    if draft.ask.posts == Posts::Unknown {
        draft.blank(Blank::Approval);
    }
    let is_short = !draft.evidence.assessment.shortfalls.is_empty();
    draft.chapter(if is_short { "letter-limits" } else { "letter-service" });
    limits::write(draft);
    draft.chapter(if draft.ask.is_for_nobody() { "letter-years.nobody" } else { "letter-years" });
    draft.paragraph(outlook::people(draft).into_iter().chain(between::sentences(draft)));
    outlook::years(draft);
    derived(draft);
    compared::write(draft);
    closing::write(draft);
}

/// What is asked for, in one paragraph that fits the first page: by which way, how many, for which posts, from when, at
/// what cost.
pub(super) fn asking(words: Words<'_>, ask: &Ask<'_>) -> Line {
    let text = words.text;
    let mut sentences = Vec::new();
    if ask.is_for_nobody() {
        sentences.push(text.get(if ask.is_lowered { "request-ask-in-vain" } else { "request-ask-nobody" }));
    } else {
        let arguments =
            [("heads", &*words.heads(ask.heads)), ("ways", &*ways(words, ask)), ("posts", &*posts(words, ask))];
        let by_way = matches!(ask.posts, Posts::Vacant | Posts::New | Posts::Both);
        sentences.push(text.with(if by_way { "letter-asking" } else { "letter-asking-open" }, &arguments));
        sentences.push(cost(words, ask));
    }
    let is_report = ask.is_for_nobody();
    sentences.push(text.get(if is_report { "request-opening-end.report" } else { "request-opening-end" }));
    line(text, &words.sentences(sentences))
}

/// The posts by month, each with its number of people.
fn posts(words: Words<'_>, ask: &Ask<'_>) -> String {
    let text = words.text;
    let is_mixed = Employment::ALL.iter().filter(|employment| ask.heads.of(**employment) > 0).count() > 1;
    let hires = &ask.plan.hires;
    let post = |(i, planned): (usize, &PlannedHire)| {
        // The month of the one before is not said again.
        let before = i.checked_sub(1).and_then(|i| hires.get(i)).map(|before| before.hire.month);
        let key = if before == Some(planned.hire.month) { "letter-post-month.again" } else { "letter-post-month" };
        let from = text.with(key, &[("month", &month(text, planned.hire.month))]);
        let arguments = [
            ("month", &*from),
            ("section", &*words.section(planned.hire.section)),
            ("posts", &*words.posts(planned)),
            ("employment", &*words.engaged(planned.hire.employment)),
            ("count", &*planned.hire.count.to_string()),
        ];
        text.with(if is_mixed { "letter-post-of" } else { "letter-post" }, &arguments)
    };
    let named = words.list(hires.iter().enumerate().take(NAMED).map(post));
    if hires.len() <= NAMED {
        return named;
    }
    text.with("letter-posts-others", &[("list", &named), ("count", &hires.len().to_string())])
}

/// What it costs over the years and a head, as far as pay is known; a blank where it is not.
fn cost(words: Words<'_>, ask: &Ask<'_>) -> String {
    let text = words.text;
    let (Some(cost), Some(recruitment)) = (ask.cost, &words.unit.recruitment) else {
        return text.with("letter-cost-unknown", &[("blank", &text.get("request-blank"))]);
    };
    let asked = Employment::ALL.into_iter().filter(|employment| ask.heads.of(*employment) > 0);
    let pay = asked.filter_map(|employment| {
        let range = ten_thousands(words, recruitment.yearly(employment)?);
        Some(text.with("letter-pay", &[("employment", &words.employment(employment)), ("range", &range)]))
    });
    let until = ask.plan.hires.iter().flat_map(|hire| hire.cost.keys()).max().map(ToString::to_string);
    let arguments =
        [("until", &*until.unwrap_or_default()), ("cost", &*ten_thousands(words, cost)), ("pay", &*words.list(pay))];
    let said = text.with("letter-cost", &arguments);
    let unpriced = words.list(ask.unpriced.iter().map(|employment| words.employment(*employment)));
    let missing = || text.with("request-ask-unpriced", &[("employment", &*unpriced)]);
    words.sentences([said].into_iter().chain((!ask.unpriced.is_empty()).then(missing)))
}

/// From what the number asked for follows: what the hardest month needs less who is there, where that is all that is
/// asked for.
fn derived(draft: &mut Draft<'_>) {
    let (text, words, ask) = (draft.text, draft.words, draft.ask);
    if ask.is_for_nobody() {
        return;
    }
    let hiring = &draft.evidence.hiring;
    let there = hiring.without.at(hiring.hardest).headcount;
    let hardest = hiring.alternatives.iter().find(|alternative| alternative.measure.is_none());
    let hardest = hardest.and_then(|alternative| alternative.heads).filter(|_| !ask.is_lowered);
    // Where other mixes would do, nobody needs this one.
    let others = hiring::other_mixes(draft);
    let mix = if others.is_some() { text.get("letter-mix") } else { String::new() };
    let mut sentences = Vec::new();
    match hardest {
        Some(heads) if heads == ask.heads && heads.established > 0 && heads.contract > 0 => {
            let arguments = [
                ("month", &*month(text, hiring.hardest)),
                ("needed", &*(there.on_duty + heads.established).to_string()),
                ("there", &*there.on_duty.to_string()),
                ("asked", &*heads.established.to_string()),
                ("needed_contract", &*(there.contract + heads.contract).to_string()),
                ("there_contract", &*there.contract.to_string()),
                ("asked_contract", &*heads.contract.to_string()),
                ("mix", &*mix),
            ];
            sentences.push(text.with("letter-derived-both", &arguments));
        }
        Some(heads) if heads == ask.heads => {
            let kinds = [
                ("letter-derived-established", there.on_duty, heads.established),
                ("letter-derived-contract", there.contract, heads.contract),
            ];
            sentences.extend(kinds.into_iter().filter(|(.., asked)| *asked > 0).map(|(key, there, asked)| {
                let arguments = [
                    ("month", &*month(text, hiring.hardest)),
                    ("needed", &*(there + asked).to_string()),
                    ("there", &*there.to_string()),
                    ("asked", &*asked.to_string()),
                    ("mix", &*mix),
                ];
                text.with(key, &arguments)
            }));
        }
        Some(heads) => {
            let arguments = [
                ("month", &*month(text, hiring.hardest)),
                ("most", &*words.heads(heads)),
                ("asked", &*words.heads(ask.heads)),
            ];
            sentences.push(text.with("letter-derived-course", &arguments));
        }
        None => {}
    }
    if ask.is_lowered {
        let targets = crate::report::hire::target_words(words, ask.targets);
        sentences.push(text.with("request-ask-condition-lowered", &[("targets", &targets)]));
    } else {
        sentences.push(text.get(match (hiring.is_proven(), hiring.fewest) {
            (false, _) => "hire-unproven",
            (true, false) => "hire-not-fewest",
            (true, true) => "letter-proven",
        }));
        sentences.extend(others);
        sentences.extend(hiring::eases(draft));
        sentences.push(text.get(if compared::has_rules(draft) {
            "letter-condition.rules"
        } else {
            "letter-condition"
        }));
    }
    draft.paragraph(sentences);
}
