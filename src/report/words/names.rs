//! The names that the scenario gives, in the reader's language where it gives both.

use super::{Words, clause};
use crate::model::{MatterIx, SectionIx, TierIx};
use crate::render::document::{Cell, Kind};
use crate::text::{Language, quoted};
use crate::units::{Money, round_half_up};
use rust_decimal::Decimal;

impl<'a> Words<'a> {
    /// The name of the unit.
    #[must_use]
    pub fn unit_name(self) -> &'a str {
        self.called(&self.unit.name, self.unit.name_en.as_deref())
    }

    /// The name of a matter.
    #[must_use]
    pub fn matter(self, matter: MatterIx) -> String {
        let matter = &self.unit[matter];
        self.called(&matter.name, matter.name_en.as_deref()).to_owned()
    }

    /// The names of matters as a list.
    #[must_use]
    pub fn matters(self, matters: &[MatterIx]) -> String {
        self.list(matters.iter().map(|matter| self.matter(*matter)))
    }

    /// What the cases of a matter are counted in.
    #[must_use]
    pub fn counted_in(self, matter: MatterIx) -> &'a str {
        self.quoted(&self.unit[matter].unit)
    }

    /// What the unit says in its own words.
    #[must_use]
    pub fn quoted(self, said: &'a str) -> &'a str {
        quoted(said, self.text.language())
    }

    /// The same as a cell: programs read what the unit says.
    #[must_use]
    pub fn quoted_cell(self, said: &'a str) -> Cell {
        Cell::word(said, self.quoted(said))
    }

    /// Why a matter may go without a second review; empty where it may not.
    #[must_use]
    pub fn why_exempt(self, matter: MatterIx) -> &'a str {
        self.unit[matter].dual_review_exempt.as_deref().map(|why| clause(self.quoted(why))).unwrap_or_default()
    }

    /// Money in ten thousands of yuan (万元) to so many places; English counts the same in yuan.
    #[must_use]
    pub fn ten_thousands(self, money: Money, places: u32) -> String {
        let kind = Kind::Decimal(places);
        match self.text.language() {
            Language::Chinese => kind.show(money.ten_thousands()),
            Language::English => Kind::Whole.show(round_half_up(money.ten_thousands(), places) * Decimal::from(10_000)),
        }
    }

    /// The name of a section.
    #[must_use]
    pub fn section(self, section: SectionIx) -> String {
        let section = &self.unit[section];
        self.called(&section.name, section.name_en.as_deref()).to_owned()
    }

    /// The name of a tier.
    #[must_use]
    pub fn tier(self, tier: TierIx) -> String {
        let tier = &self.unit[tier];
        self.called(&tier.name, tier.name_en.as_deref()).to_owned()
    }

    /// A name for readers of the language.
    pub(in crate::report) fn called(self, name: &'a str, english: Option<&'a str>) -> &'a str {
        match self.text.language() {
            Language::Chinese => name,
            Language::English => english.unwrap_or(name),
        }
    }
}
