//! The windows of everyone on a roster.

use super::json::contribution_years;
use super::{category, latest, sources};
use crate::model::{Employment, RetirementChoice, RosterEntry};
use crate::render::document::{Block, Cell, Document, Kind, Note, Table, Tone};
use crate::report::parts::columns::columns;
use crate::report::words::{clause, month};
use crate::text::Text;

/// People named as the next to retire.
const NEXT: usize = 3;

/// Writes the report on a roster: the established in order of their statutory months, then contract workers.
#[must_use]
pub fn document(people: &[RosterEntry], text: &Text) -> Document {
    let mut people: Vec<_> = people.iter().collect();
    let bound_by_law = |person: &RosterEntry| person.employment == Employment::Established;
    people.sort_by_key(|person| (person.employment, bound_by_law(person).then(|| person.law().statutory)));
    let established: Vec<_> = people.iter().copied().filter(|p| bound_by_law(p)).collect();
    let mut blocks = vec![Block::plain(summary(&people, &established, text))];
    if established.len() < people.len() {
        blocks.push(Block::Paragraph(Note::new(Tone::Caution, text.get("retire-roster-contract"))));
    }
    if people.iter().any(|person| person.retirement.is_some()) {
        blocks.push(Block::plain(text.get("retire-roster-choice")));
    }
    let approved: Vec<_> = people.iter().filter_map(|person| approved(person, text)).map(Note::plain).collect();
    if !approved.is_empty() {
        blocks.push(Block::List(approved));
    }
    blocks.extend([Block::heading(text, "roster-heading"), Block::Table(table(&people, text))]);
    let laws: Vec<_> = established.iter().map(|person| person.law()).collect();
    blocks.extend([Block::heading(text, "law-heading"), Block::List(sources(&laws, text))]);
    Document { title: text.get("retire-title").into(), blocks }
}

fn summary(people: &[&RosterEntry], established: &[&RosterEntry], text: &Text) -> String {
    let who = |person: &&RosterEntry| {
        let month = month(text, person.law().statutory);
        text.with("retire-who", &[("person", &person.id), ("month", &month)])
    };
    // Whose month an approval fixes does not wait for that of the law.
    let by_law = established.iter().filter(|person| person.approval.is_none());
    let next: Vec<_> = by_law.take(NEXT).map(who).collect();
    let next = match next.join(&text.get("list-separator")) {
        nobody if nobody.is_empty() => nobody,
        people => text.with("retire-next", &[("people", &people)]),
    };
    let arguments =
        [("people", &*people.len().to_string()), ("established", &*established.len().to_string()), ("next", &*next)];
    text.with("retire-roster", &arguments)
}

/// The month that an approval fixes, and what it rests on.
fn approved(person: &RosterEntry, text: &Text) -> Option<String> {
    let (Some(reason), Some(RetirementChoice::Month(fixed))) = (&person.approval, person.retirement) else {
        return None;
    };
    let arguments = [("person", &*person.id), ("month", &*month(text, fixed)), ("reason", clause(reason))];
    Some(text.with("retire-roster-approved", &arguments))
}

fn table(people: &[&RosterEntry], text: &Text) -> Table {
    // Nothing of the law applies to contract staff.
    let law = |person: &RosterEntry| (person.employment == Employment::Established).then(|| person.law());
    columns("people", text, people)
        .head("id", "column-person", Kind::Text, |person| &*person.id)
        .col("category", Kind::Text, |person| match law(person) {
            Some(law) => category(&law, text),
            None => Cell::word("", text.get("employment-contract")),
        })
        .col("born", Kind::Text, |person| person.birth)
        .col("delay_months", Kind::Whole, |person| law(person).map(|law| law.delay_months))
        .col("earliest_month", Kind::Text, |person| law(person).map(|law| law.earliest))
        .col("statutory_month", Kind::Text, |person| law(person).map(|law| law.statutory))
        .col("latest_month", Kind::Text, |person| law(person).map(|law| latest(&law, text)))
        .col("minimum_contribution_years", Kind::Given, |person| {
            law(person).map(|law| contribution_years(law.statutory))
        })
        .col("choice", Kind::Text, |person| {
            person.retirement.map(|choice| match choice {
                RetirementChoice::Month(month) => month.into(),
                RetirementChoice::Policy(policy) => {
                    Cell::word(policy.id(), text.get(&format!("policy-{}", policy.id())))
                }
            })
        })
        .table()
}
