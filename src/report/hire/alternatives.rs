//! What else would do.

use super::View;
use crate::analysis::hire::{Instead, Means};
use crate::render::document::{Block, Cell, Kind, Table, Tone};
use crate::report::words::{Words, month};

impl View<'_> {
    pub(super) fn alternatives(&self) -> Vec<Block> {
        let note = self.text.with("hire-alternatives-note", &[("month", &month(self.text, self.hiring.hardest))]);
        vec![
            self.heading("hire-alternatives-heading"),
            Block::plain(note),
            Block::Table(self.alternative_table()),
            self.alternative_notes(),
        ]
    }

    pub(in crate::report) fn alternative_table(&self) -> Table {
        let [low, high] = self.money_columns();
        let columns = [
            self.column(Kind::Id, "column-id"),
            self.column(Kind::Text, "hire-column-measure"),
            self.column(Kind::Whole, "hire-column-new-established"),
            self.column(Kind::Whole, "hire-column-new-contract"),
            low,
            high,
        ];
        let rows = self.hiring.alternatives.iter().map(|alternative| {
            let id = alternative.measure.as_ref().map_or("hire", Means::id);
            let [low, high] = self.money(alternative.yearly);
            let name = Cell::from(self.words.measure(alternative.measure.as_ref()));
            match alternative.heads {
                None => {
                    let never = Cell::from(self.text.get("hire-mixes-none")).tone(Tone::Bad);
                    [Cell::from(id), name, never.clone(), never, Cell::empty(), Cell::empty()]
                }
                Some(heads) => {
                    [Cell::from(id), name, Self::count(heads.established), Self::count(heads.contract), low, high]
                }
            }
        });
        Table::new("alternatives", columns, rows)
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
