//! What else would do.

use super::View;
use crate::analysis::hire::{Instead, Means};
use crate::model::Staff;
use crate::render::document::{Block, Cell, Kind, Table, Tone};
use crate::report::parts::columns::columns;
use crate::report::words::{Words, month};

impl View<'_> {
    pub(super) fn alternatives(&self) -> Vec<Block> {
        let until = month(self.text, self.hiring.terms.until);
        let note = self.text.with("hire-alternatives-note", &[("until", &until)]);
        vec![
            Block::heading(self.text, "hire-alternatives-heading"),
            Block::plain(note),
            Block::Table(self.alternative_table()),
            self.alternative_notes(),
        ]
    }

    fn alternative_table(&self) -> Table {
        let never = || Cell::word("", self.text.get("hire-mixes-none")).tone(Tone::Bad);
        let heads = |alternative: &Instead, of: fn(Staff) -> u32| {
            alternative.heads.map_or_else(never, |heads| of(heads).into())
        };
        columns("alternatives", self.text, &self.hiring.alternatives)
            .id("measure", |alternative| alternative.measure.as_ref().map_or("hire", Means::id))
            .words("hire-column-measure", |alternative| self.words.measure(alternative.measure.as_ref()))
            .head("established", "hire-column-new-established", Kind::Whole, |a| heads(a, |heads| heads.established))
            .head("contract", "hire-column-new-contract", Kind::Whole, |a| heads(a, |heads| heads.contract))
            .head("from", "hire-column-from-month", Kind::Text, |a| a.month)
            .with(|columns| self.money(columns, |a| a.heads.map(|_| a.yearly)))
            .table()
    }

    /// What the table cannot say: which matters the level above would take, and what no measure's figure contains.
    fn alternative_notes(&self) -> Block {
        let handed = |alternative: &Instead| match &alternative.measure {
            Some(Means::HandOver(matters)) => Some(self.words.matters(matters)),
            _ => None,
        };
        let matters = self.hiring.alternatives.iter().find_map(handed);
        let named = matters.map(|matters| self.plain("hire-hand-over-matters", &[("matters", &matters)]));
        Block::List([self.plain("hire-alternatives-cost", &[])].into_iter().chain(named).collect())
    }
}

impl Words<'_> {
    /// A measure, or hiring alone.
    #[must_use]
    pub fn measure(self, measure: Option<&Means>) -> String {
        match measure {
            None => self.text.get("hire-measure-hire"),
            Some(Means::Recall(people)) => {
                let people = self.list(people.iter().map(|person| self.person(*person)));
                self.text.with("hire-measure-recall", &[("people", &people)])
            }
            Some(Means::Pool(most)) => self.text.with("hire-measure-pool", &[("most", &most.to_string())]),
            Some(Means::ContractReview) => self.text.get("hire-measure-contract_review"),
            Some(Means::Together) => self.text.get("hire-measure-together"),
            Some(Means::HandOver(matters)) => {
                self.text.with("hire-measure-hand_over", &[("count", &matters.len().to_string())])
            }
        }
    }
}
