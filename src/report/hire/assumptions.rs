//! What the answer rests on: readings of pay, recruiting, and what is left out.

use super::View;
use crate::model::{MonthsRange, Recruitment};
use crate::render::document::{Block, Kind, Note, Table};
use crate::report::parts::assumptions;
use crate::report::parts::columns::columns;
use crate::report::words::clause;
use crate::text::Language;

impl View<'_> {
    pub(super) fn pay(&self) -> Vec<Block> {
        let table = self.pay_table();
        let mut blocks = Vec::new();
        if !table.rows.is_empty() {
            blocks
                .extend([Block::heading(self.text, "hire-pay-heading"), Block::plain(self.text.get("hire-pay-note"))]);
        }
        blocks.push(Block::Table(table));
        blocks
    }

    /// Every reading of pay; the lowest and the highest of an employment make its range.
    pub(in crate::report) fn pay_table(&self) -> Table {
        let pay = self.unit.recruitment.as_ref().map(|recruitment| &*recruitment.pay).unwrap_or_default();
        columns("pay", self.text, pay)
            .head("employment", "hire-column-employment", Kind::Text, |pay| self.words.employment_cell(pay.employment))
            .head("total", "hire-column-pay-total", Kind::Given, |pay| pay.total.ten_thousands())
            .head("heads", "hire-column-pay-heads", Kind::Whole, |pay| pay.heads)
            .head("a_head", "hire-column-pay-head", Kind::Whole, |pay| pay.a_head().value())
            .col("basis", Kind::Text, |pay| self.words.basis_cell(pay.basis))
            .col("source", Kind::Text, |pay| pay.source.as_deref().map(|said| self.words.quoted_cell(said)))
            .table()
    }

    pub(super) fn assumptions(&self) -> Vec<Block> {
        let mut notes = Vec::new();
        notes.push(match &self.unit.recruitment {
            None => self.caution("hire-assume-no-recruitment", &[]),
            Some(recruitment) => self.recruitment(recruitment),
        });
        notes.extend(self.unit.recruitment.as_ref().and_then(|recruitment| self.training(recruitment)));
        notes.extend([self.cycle()].into_iter().chain(self.relief()));
        if let Some(budget) = self.hiring.terms.budget {
            let budget = match self.text.language() {
                Language::Chinese => Kind::Given.show(budget.ten_thousands()),
                Language::English => Kind::Given.show(budget.value()),
            };
            notes.push(self.plain("hire-assume-budget", &[("budget", &budget)]));
        }
        notes.push(match &self.unit.stated.authorised {
            None => self.caution("hire-assume-no-authorised", &[]),
            Some(stated) => self.plain("hire-assume-authorised", &[("authorised", &stated.value.to_string())]),
        });
        notes.push(self.plain("hire-assume-cover", &[("holders", &self.hiring.terms.cover.to_string())]));
        notes.push(self.plain("hire-assume-new-hours", &[("year", &self.unit.year.to_string())]));
        assumptions::section(self.words, "hire-assumptions-heading", notes)
    }

    /// Lead time and intake months, with what each rests on.
    fn recruitment(&self, recruitment: &Recruitment) -> Note {
        let months = recruitment.windows.value.iter().map(|month| self.text.get(&format!("month-{month}")));
        let arguments = [
            ("lead", &*recruitment.lead_months.value.to_string()),
            ("windows", &*self.words.list(months)),
            ("basis", &*self.words.basis(recruitment.lead_months.basis)),
            ("source", &*self.stated(recruitment.lead_months.source.as_deref())),
            ("windows_basis", &*self.words.basis(recruitment.windows.basis)),
            ("windows_source", &*self.stated(recruitment.windows.source.as_deref())),
        ];
        self.caution("hire-assume-recruitment", &arguments)
    }

    fn stated(&self, source: Option<&str>) -> String {
        source.map_or_else(|| self.text.get("not-stated"), |source| clause(self.words.quoted(source)).to_owned())
    }

    /// How long newcomers learn.
    fn training(&self, recruitment: &Recruitment) -> Option<Note> {
        let training = recruitment.training.as_ref()?;
        let arguments = [
            ("months", &*training.months.value.to_string()),
            ("share", &*Kind::Percent.show(training.share.value.value())),
            ("basis", &*self.words.basis(training.months.basis)),
            ("source", &*self.stated(training.months.source.as_deref())),
        ];
        Some(self.caution("hire-assume-learning", &arguments))
    }

    /// How long a post that falls vacant lacks somebody able.
    fn cycle(&self) -> Note {
        let MonthsRange { least, most } = self.hiring.terms.cycle;
        let (shortest, longest) = (least.to_string(), most.to_string());
        if least == most {
            return self.plain("hire-assume-cycle", &[("least", &shortest)]);
        }
        self.plain("hire-assume-cycles", &[("least", &shortest), ("most", &longest)])
    }

    /// How many people keep a post manned every day.
    fn relief(&self) -> Option<Note> {
        let relief = &self.hiring.terms.relief;
        let arguments = [
            ("open", &*relief.open_days.to_string()),
            ("there", &*Kind::Given.show(relief.days_there)),
            ("factor", &*Kind::Decimal(2).show(relief.factor()?)),
        ];
        Some(self.plain("hire-assume-relief", &arguments))
    }
}
