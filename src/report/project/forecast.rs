//! What many drawn futures have in common.

use super::View;
use crate::analysis::project::{Band, Forecast, YearForecast};
use crate::render::detail::Detail;
use crate::render::document::{Block, Cell, Column, Kind, Note, Table, Tone};
use crate::units::{Share, round_half_up};

/// Years shown side by side on a screen.
const SHOWN: usize = 5;

impl View<'_> {
    pub(super) fn forecast(&self) -> Vec<Block> {
        let Some(forecast) = self.forecast else { return Vec::new() };
        let draws = forecast.draws.to_string();
        let mut blocks = vec![Block::Heading(self.text.with("forecast-heading", &[("draws", &draws)]).into())];
        if self.unit.uncertainty.is_none() {
            blocks.push(Block::Paragraph(Note::new(Tone::Caution, self.text.get("forecast-certain"))));
        }
        blocks.push(Block::plain(self.text.with("forecast-note", &[("seed", &forecast.seed.to_string())])));
        blocks.push(Block::Table(self.band_table(forecast)));
        blocks.push(self.heading("risks-heading"));
        let risks = self.risk_table(forecast);
        if risks.rows.is_empty() {
            blocks.push(Block::Paragraph(Note::new(Tone::Good, self.text.get("risks-none"))));
        }
        blocks.push(Block::Table(risks));
        blocks
    }

    fn band_table(&self, forecast: &Forecast) -> Table {
        let columns = [
            self.column(Kind::Text, "column-measure"),
            self.column(Kind::Text, "column-year"),
            self.column(Kind::Given, "column-low"),
            self.column(Kind::Given, "column-median"),
            self.column(Kind::Given, "column-high"),
        ];
        // Measure by measure, so that a reader follows one through the years.
        let measures = [("measure-on_duty", true), ("measure-contract", false)];
        let people = measures.into_iter().flat_map(|(key, on_duty)| {
            forecast
                .years
                .iter()
                .map(move |year| band_row(self.text.get(key), year, if on_duty { year.on_duty } else { year.contract }))
        });
        let tiers = self.unit.tiers().flat_map(|(tier, _)| {
            let measure = self.text.with("measure-service", &[("tier", &self.words.tier(tier))]);
            forecast.years.iter().flat_map(move |year| {
                let measure = measure.clone();
                let bands = year.service.iter().filter(move |(of, _)| *of == tier);
                bands.map(move |(_, band)| band_row(measure.clone(), year, *band))
            })
        });
        Table::new("forecast", columns, people.chain(tiers))
    }

    /// Matters that stall in some draw; on a screen of many years only some.
    fn risk_table(&self, forecast: &Forecast) -> Table {
        let count = forecast.years.len();
        let step = if self.detail == Detail::Folded { count.div_ceil(SHOWN).max(1) } else { 1 };
        // The last year always stands.
        let years: Vec<_> = forecast.years.iter().rev().step_by(step).collect::<Vec<_>>().into_iter().rev().collect();
        let mut columns = vec![self.column(Kind::Id, "column-id"), self.column(Kind::Text, "column-matter")];
        columns.extend(years.iter().map(|year| Column::new(Kind::Percent, year.year.to_string())));
        let at_last = |matter: usize| forecast.years.last().map_or(Share::ZERO, |year| year.stalled_by[matter]);
        let mut hit: Vec<_> = self.unit.matters().filter(|(ix, _)| at_last(ix.0) > Share::ZERO).collect();
        hit.sort_by_key(|(ix, matter)| (std::cmp::Reverse(at_last(ix.0)), matter.tier, *ix));
        let rows = hit.into_iter().map(|(ix, matter)| {
            let mut row = vec![Cell::from(&*matter.id), self.words.matter(ix).into()];
            row.extend(years.iter().map(|year| Cell::from(year.stalled_by[ix.0])));
            row
        });
        Table { name: "risks", columns, rows: rows.collect() }
    }
}

fn band_row(measure: String, year: &YearForecast, band: Band) -> [Cell; 5] {
    let number = |value| Cell::from(round_half_up(value, 2));
    [Cell::from(measure), Cell::from(year.year.to_string()), number(band.low), number(band.median), number(band.high)]
}
