//! What the rules report but do not forbid.

use crate::analysis::{self, Finding};
use crate::model::{Employment, OvertakenBy, RetirementChoice, SystemStep};
use crate::render::document::{Block, Kind, Note, Tone};
use crate::report::words::{Words, clause, month};

/// The findings as a section of a report; nothing without any.
pub(in crate::report) fn section(words: Words<'_>, findings: &[Finding]) -> Vec<Block> {
    if findings.is_empty() {
        return Vec::new();
    }
    let notes = findings.iter().map(|found| finding(words, found)).collect();
    vec![Block::heading(words.text, "findings-heading"), Block::List(notes)]
}

/// What a reader must know of the roster, for the reports that have no section of findings.
pub(in crate::report) fn of_roster(words: Words<'_>) -> impl Iterator<Item = Note> {
    analysis::of_roster(words.unit).map(move |found| finding(words, &found))
}

fn finding(words: Words<'_>, finding: &Finding) -> Note {
    let text = match finding {
        Finding::ExemptFromDualReview(matter) => {
            let arguments = [("matter", &*words.matter(*matter)), ("why", words.why_exempt(*matter))];
            words.text.with("finding-exempt", &arguments)
        }
        Finding::DoneBySystem(matter) => {
            let step = |own: &SystemStep| {
                let arguments = [("step", &*words.step(own.step)), ("why", clause(words.quoted(&own.reason)))];
                words.text.with("finding-by-system-step", &arguments)
            };
            let steps: Vec<_> = words.unit[*matter].by_system.iter().map(step).collect();
            let arguments = [("matter", &*words.matter(*matter)), ("steps", &*words.clauses(steps))];
            words.text.with("finding-by-system", &arguments)
        }
        Finding::DoneOutside(matter) => {
            let outside = words.unit[*matter].outside.as_ref();
            let share = outside.map(|outside| Kind::Percent.show(outside.share.value())).unwrap_or_default();
            let cases = outside.map(|outside| outside.cases.value().normalize().to_string()).unwrap_or_default();
            let arguments = [
                ("matter", &*words.matter(*matter)),
                ("share", &*share),
                ("cases", &*cases),
                ("unit", words.counted_in(*matter)),
                ("by", outside.map(|outside| clause(words.quoted(&outside.by))).unwrap_or_default()),
            ];
            words.text.with("finding-outside", &arguments)
        }
        Finding::Overtaken(row) => {
            let arguments = [("person", &*words.person(row.person)), ("month", &*month(words.text, row.last))];
            let key = match (row.by, words.unit[row.person].employment) {
                (OvertakenBy::Retired, Employment::Established) => "finding-overtaken-retired",
                (OvertakenBy::Retired, Employment::Contract) => "finding-overtaken-left",
                (OvertakenBy::WentBack, _) => "finding-overtaken-went_back",
                (OvertakenBy::Returned, _) => "finding-overtaken-returned",
                (OvertakenBy::CameBack, _) => "finding-overtaken-came_back",
            };
            words.text.with(key, &arguments)
        }
        Finding::RetirementApproved(ix) => {
            let person = &words.unit[*ix];
            let fixed = match person.retirement {
                Some(RetirementChoice::Month(fixed)) => month(words.text, fixed),
                _ => String::new(),
            };
            let reason = person.approval.as_deref().map(clause).unwrap_or_default();
            let arguments = [("person", &*words.person(*ix)), ("month", &*fixed), ("reason", reason)];
            words.text.with("finding-retirement-approved", &arguments)
        }
        Finding::LongTenure { person, post, since } => words.text.with(
            "finding-long-tenure",
            &[("person", &words.person(*person)), ("post", &words.post(*post)), ("since", &month(words.text, *since))],
        ),
        Finding::CashierKeepsAccounts { matter, post } => {
            words.text.with("finding-cashier", &[("matter", &words.matter(*matter)), ("post", &words.post(*post))])
        }
    };
    Note::new(Tone::Caution, text)
}
