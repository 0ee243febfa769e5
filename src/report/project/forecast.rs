//! What many drawn futures have in common.

use super::View;
use crate::analysis::project::{Band, Forecast, YearForecast};
use crate::render::detail::Detail;
use crate::render::document::{Block, Cell, Kind, Note, Table, Tone};
use crate::report::parts::columns::columns;
use crate::units::{Share, round_half_up};
use rust_decimal::Decimal;

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
        blocks.push(Block::heading(self.text, "risks-heading"));
        let risks = self.risk_table(forecast);
        if risks.rows.is_empty() {
            blocks.push(Block::Paragraph(Note::new(Tone::Good, self.text.get("risks-none"))));
        }
        blocks.push(Block::Table(risks));
        blocks
    }

    fn band_table(&self, forecast: &Forecast) -> Table {
        let years = &forecast.years;
        // Measure by measure, so that a reader follows one through the years.
        let people = |id: &str, key: &str, of: fn(&YearForecast) -> Band| {
            let measure = Cell::word(id, self.text.get(key));
            years.iter().map(move |year| (measure.clone(), year.year, of(year))).collect::<Vec<_>>()
        };
        let tiers = self.unit.tiers().flat_map(|(tier, named)| {
            let weights: Vec<_> = self.words.matters_of(tier).map(|matter| self.unit[matter].weight.value()).collect();
            let full = weights.iter().sum::<Decimal>().normalize().to_string();
            let arguments =
                [("tier", &*self.words.tier(tier)), ("count", &*weights.len().to_string()), ("full", &*full)];
            let said = self.text.with("measure-service", &arguments);
            let measure = Cell::word(format!("service:{}", named.id), said);
            years.iter().flat_map(move |year| {
                let measure = measure.clone();
                let bands = year.service.iter().filter(move |(of, _)| *of == tier);
                bands.map(move |(_, band)| (measure.clone(), year.year, *band))
            })
        });
        let on_duty = people("on_duty", "measure-on_duty", |year| year.on_duty);
        let contract = people("contract", "measure-contract", |year| year.contract);
        columns("forecast", self.text, on_duty.into_iter().chain(contract).chain(tiers))
            .col("measure", Kind::Text, |(measure, ..)| measure.clone())
            .col("year", Kind::Year, |(_, year, _)| *year)
            .col("low", Kind::Given, |(.., band)| round_half_up(band.low, 2))
            .col("median", Kind::Given, |(.., band)| round_half_up(band.median, 2))
            .col("high", Kind::Given, |(.., band)| round_half_up(band.high, 2))
            .table()
    }

    /// Matters that stall in some draw; on a screen of many years only some.
    fn risk_table(&self, forecast: &Forecast) -> Table {
        let count = forecast.years.len();
        let step = if self.detail == Detail::Folded { count.div_ceil(SHOWN).max(1) } else { 1 };
        // The last year always stands.
        let years: Vec<_> = forecast.years.iter().rev().step_by(step).collect::<Vec<_>>().into_iter().rev().collect();
        let at_last = |matter: usize| forecast.years.last().map_or(Share::ZERO, |year| year.stalled_by[matter]);
        let mut hit: Vec<_> = self.unit.matters().filter(|(ix, _)| at_last(ix.0) > Share::ZERO).collect();
        hit.sort_by_key(|(ix, matter)| (std::cmp::Reverse(at_last(ix.0)), matter.tier, *ix));
        columns("risks", self.text, hit)
            .matter("column-matter", self.words, |(ix, _)| *ix)
            .each(years, |columns, year| {
                let key = format!("stalled_by_{}", year.year);
                columns.named(&key, year.year.to_string(), Kind::Percent, |(ix, _)| year.stalled_by[ix.0])
            })
            .table()
    }
}
