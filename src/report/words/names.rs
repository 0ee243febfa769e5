//! The names that the scenario gives, in the reader's language where it gives both.

use super::Words;
use crate::model::{MatterIx, SectionIx, TierIx};
use crate::text::Language;

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
