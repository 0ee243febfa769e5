//! What the rules on retirement change, person by person, and the number stated on paper.

use super::View;
use crate::model::{Retirement, RetirementPolicy};
use crate::render::document::{Block, Cell, Kind, Note, Table, Tone};
use crate::report::parts::retirements;
use crate::report::retire::json::late_closed;
use crate::text::Text;
use rust_decimal::Decimal;

/// The years of which the unit's papers speak.
const STATED_YEARS: i32 = 5;

impl View<'_> {
    pub(super) fn retirements(&self) -> Vec<Block> {
        let count = |policy| {
            let projection = self.outlook.policies.iter().find(|projection| projection.policy == policy);
            projection.map_or(0, |projection| retirements::within(self.unit, projection).len()).to_string()
        };
        let (before, after) = (count(RetirementPolicy::PreReform), count(RetirementPolicy::Statutory));
        let shift = self.text.with("reform-shift", &[("before", &before), ("after", &after)]);
        let mut blocks = vec![self.heading("reform-heading"), Block::plain(shift), Block::Table(self.reform_table())];
        if let Some(stated) = self.outlook.stated_retirements {
            blocks.push(self.heading("stated-heading"));
            blocks.extend(self.stated(stated));
        }
        blocks.push(Block::Table(self.policy_table()));
        blocks
    }

    /// Everyone whose retirement the law can put within the years, by one rule or another.
    fn reform_table(&self) -> Table {
        let columns = [
            self.column(Kind::Text, "column-person"),
            self.column(Kind::Text, "column-category"),
            self.column(Kind::Text, "column-pre-reform"),
            self.column(Kind::Text, "column-statutory"),
            self.column(Kind::Whole, "column-months-later"),
            self.column(Kind::Text, "column-earliest"),
            self.column(Kind::Text, "column-latest"),
        ];
        let hit = retirements::possible(self.unit, self.outlook);
        let rows = hit.into_iter().map(|(person, law)| {
            [
                Cell::from(self.words.person(person)),
                self.text.get(&format!("retirement-{}.short", law.category.id())).into(),
                law.pre_reform.into(),
                law.statutory.into(),
                Decimal::from(law.delay_months).into(),
                law.earliest.into(),
                latest(&law, self.text),
            ]
        });
        Table::new("reform", columns, rows)
    }

    /// The number on paper beside those of the roster under each policy.
    fn stated(&self, stated: u32) -> Vec<Block> {
        let source = self.unit.stated.retirements.as_ref().and_then(|stated| stated.source.clone());
        let years = (self.outlook.until.months_since(self.outlook.from) + 1) / 12;
        let counts = self.outlook.policies.iter().map(|projection| {
            let arguments = [
                ("policy", &*self.policy(projection.policy)),
                ("count", &*retirements::within(self.unit, projection).len().to_string()),
            ];
            self.text.with("stated-policy", &arguments)
        });
        let arguments = [
            ("stated", &*stated.to_string()),
            ("source", &*source.unwrap_or_else(|| self.text.get("not-stated"))),
            ("years", &*years.to_string()),
            ("policies", &*self.words.list(counts)),
        ];
        let mut notes = vec![Note::new(Tone::Caution, self.text.with("stated-note", &arguments))];
        if years != STATED_YEARS {
            let arguments = [("years", &*years.to_string())];
            notes.push(Note::new(Tone::Caution, self.text.with("stated-unlike-horizon", &arguments)));
        }
        notes.push(Note::plain(self.text.get("stated-reading")));
        vec![Block::List(notes)]
    }

    fn policy_table(&self) -> Table {
        let columns = [
            self.column(Kind::Text, "column-policy"),
            self.column(Kind::Whole, "column-retired"),
            self.column(Kind::Text, "column-people-named"),
        ];
        let rows = self.outlook.policies.iter().map(|projection| {
            let retired = retirements::within(self.unit, projection);
            [
                Cell::from(self.policy(projection.policy)),
                retired.len().into(),
                self.words.list(retired.into_iter().map(|person| self.words.person(person))).into(),
            ]
        });
        Table::new("policies", columns, rows)
    }
}

/// The latest month, or why there is none.
fn latest(law: &Retirement, text: &Text) -> Cell {
    let month = law.latest.map(Cell::from);
    let closed = || late_closed(law).map(|why| Cell::from(text.get(&format!("late-closed-{why}"))));
    month.or_else(closed).unwrap_or_else(Cell::empty)
}
