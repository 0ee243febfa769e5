//! The report of `hire`: whom, where, from when, at what cost, and what else would do.

mod alternatives;
mod assumptions;
pub mod json;
mod needs;
mod plans;
mod verdict;

use super::parts::columns::Columns;
use super::words::{Words, month};
use crate::analysis::ServiceStatus;
use crate::analysis::hire::{Hiring, HiringPlan, PlannedHire, Targets};
use crate::model::{Employment, MoneyRange, Staff, Unit};
use crate::render::document::topic::Topic;
use crate::render::document::{Block, Document, Kind, Note, Table, Tone};
use crate::text::Text;
use crate::units::Share;

/// Names of the tables, in order.
pub const TABLES: [&str; 8] = ["plans", "hires", "costs", "targets", "timeline", "needs", "alternatives", "pay"];

/// Writes the report.
#[must_use]
pub fn document(unit: &Unit, hiring: &Hiring, text: &Text) -> Document {
    let view = View::new(unit, hiring, text);
    let (from, until) = (month(text, hiring.terms.from), month(text, hiring.terms.until));
    Document {
        title: text.with("hire-title", &[("unit", view.words.unit_name()), ("from", &from), ("until", &until)]).into(),
        blocks: [
            view.verdict(),
            view.plans(),
            view.targets(),
            vec![Block::About(Topic::Years)],
            view.timeline(),
            view.needs(),
            vec![Block::About(Topic::Options)],
            view.alternatives(),
            vec![Block::About(Topic::Basis)],
            view.pay(),
            view.assumptions(),
        ]
        .concat(),
    }
}

/// Where in a row of the hires that are [`View::hired`] for the employment stands.
pub(super) const EMPLOYMENT_OF_ASKED: usize = 2;

/// Targets in words; tiers of which nothing is asked are left out.
#[must_use]
pub(super) fn target_words(words: Words<'_>, targets: &Targets) -> String {
    let tiers = words.unit.tiers().filter(|(tier, _)| targets.of(*tier) > Share::ZERO);
    let share = |share: Share| {
        if share >= Share::ONE { words.status(ServiceStatus::Full) } else { Kind::Percent.show(share.value()) }
    };
    let said: Vec<String> = tiers
        .map(|(tier, _)| {
            let share = share(targets.of(tier));
            words.text.with("hire-target-of", &[("tier", &words.tier(tier)), ("share", &share)])
        })
        .collect();
    if said.is_empty() { words.text.get("none") } else { words.list(said) }
}

/// A hire under the name of its plan.
type HiredRow<'a> = (&'a String, &'a PlannedHire);

/// The sections of the report, and what they share.
pub(super) struct View<'a> {
    unit: &'a Unit,
    hiring: &'a Hiring,
    text: &'a Text,
    words: Words<'a>,
}

impl<'a> View<'a> {
    pub(super) const fn new(unit: &'a Unit, hiring: &'a Hiring, text: &'a Text) -> Self {
        Self { unit, hiring, text, words: Words { unit, text } }
    }
}

impl View<'_> {
    /// The hires of one plan, in the table of the report without the name of the plan.
    pub(super) fn hired(&self, plan: &HiringPlan) -> Table {
        let table = self.hire_table(&[(String::new(), plan)]);
        let rows = table.rows.into_iter().map(|row| row.into_iter().skip(1).collect()).collect();
        Table { columns: table.columns.into_iter().skip(1).collect(), rows, ..table }
    }

    fn plain(&self, key: &str, arguments: &[(&str, &str)]) -> Note {
        Note::plain(self.text.with(key, arguments))
    }

    fn caution(&self, key: &str, arguments: &[(&str, &str)]) -> Note {
        Note::new(Tone::Caution, self.text.with(key, arguments))
    }

    /// Both ends of a range in yuan and cents; empty where pay is not known.
    fn money<'c, R>(&self, columns: Columns<'c, R>, of: impl Fn(&R) -> Option<MoneyRange>) -> Columns<'c, R> {
        let priced = |row: &R| of(row).filter(|_| self.is_priced());
        columns
            .head("cost_low", "hire-column-cost-low", Kind::Whole, |row| priced(row).map(|range| range.low.value()))
            .head("cost_high", "hire-column-cost-high", Kind::Whole, |row| priced(row).map(|range| range.high.value()))
    }

    /// When people are no longer new to the work, where newcomers are.
    fn able_from<'c>(&self, columns: Columns<'c, HiredRow<'c>>) -> Columns<'c, HiredRow<'c>> {
        if self.unit.recruitment.as_ref().is_none_or(|recruitment| recruitment.training.is_none()) {
            return columns;
        }
        columns
            .head("able_from", "hire-column-able-from", Kind::Text, |(_, planned)| planned.hire.able_from().to_string())
    }

    /// Whether anybody's pay is known.
    fn is_priced(&self) -> bool {
        self.unit.recruitment.as_ref().is_some_and(|recruitment| !recruitment.pay.is_empty())
    }

    /// The name of a plan by its place.
    fn plan_name(place: usize) -> String {
        ["A", "B", "C"].get(place).copied().unwrap_or("D").to_owned()
    }
}

impl Words<'_> {
    /// How people who are counted in running text are employed.
    #[must_use]
    pub fn engaged(self, employment: Employment) -> String {
        self.text.get(&format!("engaged-{}", employment.id()))
    }

    /// Newcomers by employment in words.
    #[must_use]
    pub fn heads(self, heads: Staff) -> String {
        let of = |employment: &Employment| {
            let count = heads.of(*employment);
            let named = self.engaged(*employment);
            let said = || self.text.with("hire-heads-of", &[("count", &count.to_string()), ("employment", &named)]);
            (count > 0).then(said)
        };
        let parts: Vec<String> = Employment::ALL.iter().filter_map(of).collect();
        if parts.is_empty() { self.text.get("nobody") } else { self.list(parts) }
    }

    /// A range of money to the nearest thousand yuan, for running text.
    #[must_use]
    pub fn money_range(self, range: MoneyRange) -> String {
        let shown = |money| self.ten_thousands(money, 1);
        self.text.with("hire-money-range", &[("low", &shown(range.low)), ("high", &shown(range.high))])
    }
}
