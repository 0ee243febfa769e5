//! The windows of everyone on a roster.

use super::json::{contribution_years, late_closed};
use super::sources;
use crate::model::{Employment, RetirementChoice, RosterEntry};
use crate::render::document::{Block, Cell, Column, Document, Kind, Note, Table, Tone};
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
    blocks.extend([Block::Heading(text.get("roster-heading").into()), Block::Table(table(&people, text))]);
    let laws: Vec<_> = established.iter().map(|person| person.law()).collect();
    blocks.extend([Block::Heading(text.get("law-heading").into()), Block::List(sources(&laws, text))]);
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
    let column = |kind, key| Column::new(kind, text.get(key));
    let columns = [
        column(Kind::Text, "column-person"),
        column(Kind::Text, "column-category"),
        column(Kind::Text, "column-born"),
        column(Kind::Whole, "column-delay"),
        column(Kind::Text, "column-earliest"),
        column(Kind::Text, "column-statutory"),
        column(Kind::Text, "column-latest"),
        column(Kind::Given, "column-contribution-years"),
        column(Kind::Text, "column-choice"),
    ];
    let rows = people.iter().map(|person| {
        let law = person.law();
        let short = match person.employment {
            Employment::Contract => text.get("employment-contract"),
            Employment::Established => text.get(&format!("retirement-{}.short", law.category.id())),
        };
        if person.employment == Employment::Contract {
            let born = person.birth.into();
            let empty = Cell::empty;
            let choice = choice(person, text);
            return [Cell::from(&*person.id), short.into(), born, empty(), empty(), empty(), empty(), empty(), choice];
        }
        let latest = law.latest.map(Cell::from);
        let closed = || late_closed(&law).map(|why| Cell::from(text.get(&format!("late-closed-{why}"))));
        [
            Cell::from(&*person.id),
            short.into(),
            person.birth.into(),
            rust_decimal::Decimal::from(law.delay_months).into(),
            law.earliest.into(),
            law.statutory.into(),
            latest.or_else(closed).unwrap_or_else(Cell::empty),
            contribution_years(law.statutory).into(),
            choice(person, text),
        ]
    });
    Table::new("people", columns, rows)
}

fn choice(person: &RosterEntry, text: &Text) -> Cell {
    person.retirement.map_or(Cell::empty(), |choice| match choice {
        RetirementChoice::Month(month) => month.into(),
        RetirementChoice::Policy(policy) => text.get(&format!("policy-{}", policy.id())).into(),
    })
}
