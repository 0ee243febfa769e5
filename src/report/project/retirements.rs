//! What the rules on retirement change, person by person, and the number stated on paper.

use super::View;
use crate::model::RetirementPolicy;
use crate::render::document::{Block, Cell, Kind, Note, Table, Tone};
use crate::report::parts::columns::columns;
use crate::report::parts::retirements;
use crate::report::retire::{category, latest};

/// The years of which the unit's papers speak.
const STATED_YEARS: i32 = 5;

impl View<'_> {
    pub(super) fn retirements(&self) -> Vec<Block> {
        let count = |policy| {
            let projection = self.outlook.policies.iter().find(|projection| projection.policy == policy);
            projection.map_or(0, |projection| retirements::within(self.unit, projection).len()).to_string()
        };
        let (before, after) = (count(RetirementPolicy::PreReform), count(RetirementPolicy::Statutory));
        let key = if before == "0" && after == "0" { "reform-shift.none" } else { "reform-shift" };
        let shift = self.text.with(key, &[("before", &before), ("after", &after)]);
        let mut blocks =
            vec![Block::heading(self.text, "reform-heading"), Block::plain(shift), Block::Table(self.reform_table())];
        if let Some(stated) = self.outlook.stated_retirements {
            blocks.push(Block::heading(self.text, "stated-heading"));
            blocks.extend(self.stated(stated));
        }
        blocks.push(Block::Table(self.policy_table()));
        blocks
    }

    /// Everyone whose retirement the law can put within the years, by one rule or another.
    fn reform_table(&self) -> Table {
        columns("reform", self.text, retirements::possible(self.unit, self.outlook))
            .col("person", Kind::Text, |(person, _)| self.words.person(*person))
            .col("category", Kind::Text, |(_, law)| category(law, self.text))
            .col("pre_reform_month", Kind::Text, |(_, law)| law.pre_reform)
            .col("statutory_month", Kind::Text, |(_, law)| law.statutory)
            .head("delay_months", "column-months-later", Kind::Whole, |(_, law)| law.delay_months)
            .col("earliest_month", Kind::Text, |(_, law)| law.earliest)
            .col("latest_month", Kind::Text, |(_, law)| latest(law, self.text))
            .table()
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
        let rows = self
            .outlook
            .policies
            .iter()
            .map(|projection| (projection.policy, retirements::within(self.unit, projection)));
        columns("policies", self.text, rows)
            .col("policy", Kind::Text, |(policy, _)| Cell::word(policy.id(), self.policy(*policy)))
            .head("count", "column-retired", Kind::Whole, |(_, retired)| retired.len())
            .head("retired", "column-people-named", Kind::Text, |(_, retired)| {
                self.words.people_cell(retired.iter().copied())
            })
            .table()
    }
}
