//! The requirement by hours, with every factor.

use super::View;
use crate::analysis::need::Cadre;
use crate::render::document::{Block, Cell, Column, Kind, Table};
use crate::units::round_half_up;
use rust_decimal::Decimal;

impl View<'_> {
    /// One row for each quantity of the method, in the order in which it is worked out.
    pub(super) fn wisn(&self) -> Vec<Block> {
        let cadres = &self.need.cadres;
        let columns: Vec<Column> = std::iter::once(self.column(Kind::Text, "column-need-quantity"))
            .chain(cadres.iter().map(|cadre| Column::new(Kind::Given, self.words.employment(cadre.employment))))
            .chain([self.column(Kind::Given, "column-need-in-all")])
            .collect();
        let each = |key: &str, places: u32, of: &dyn Fn(&Cadre) -> Decimal, summed: bool| -> Vec<Cell> {
            let number = |value: Decimal| Cell::from(round_half_up(value, places).normalize());
            let sum = || number(cadres.iter().map(of).sum());
            std::iter::once(Cell::from(self.text.get(key)))
                .chain(cadres.iter().map(|cadre| number(of(cadre))))
                .chain([if summed { sum() } else { Cell::empty() }])
                .collect()
        };
        let mut rows = vec![
            each("need-wisn-leave", 1, &|cadre| cadre.leave_days, false),
            each("need-wisn-available", 0, &|cadre| cadre.workload.available.value(), false),
            each("need-wisn-service-hours", 0, &|cadre| cadre.workload.service.value(), true),
            each("need-wisn-service-staff", 2, &|cadre| cadre.workload.service_staff(), true),
            each("need-wisn-caf", 3, &|cadre| cadre.workload.category_factor(), false),
            each("need-wisn-iaf", 2, &|cadre| cadre.workload.individual_staff(), true),
            each("need-wisn-required", 2, &|cadre| cadre.workload.required(), true),
            each("need-wisn-present", 0, &|cadre| cadre.present.into(), true),
            each("need-wisn-difference", 2, &Cadre::difference, true),
        ];
        rows.push(self.ratios());
        let note = self.text.with(
            "need-wisn-leaders",
            &[
                ("needed", &Kind::Hours.show(self.need.leaders.0.value())),
                ("have", &Kind::Hours.show(self.need.leaders.1.value())),
            ],
        );
        vec![
            self.heading("need-wisn-heading"),
            Block::Table(Table { name: "wisn", columns, rows }),
            Block::plain(self.text.get("need-wisn-note")),
            Block::plain(note),
        ]
    }

    /// Present / required; that of the unit from the sums, never a mean of ratios.
    fn ratios(&self) -> Vec<Cell> {
        let cadres = &self.need.cadres;
        let show = |ratio: Option<Decimal>| ratio.map_or(Cell::empty(), |r| round_half_up(r, 2).normalize().into());
        let present: Decimal = cadres.iter().map(|cadre| Decimal::from(cadre.present)).sum();
        let required: Decimal = cadres.iter().map(|cadre| cadre.workload.required()).sum();
        std::iter::once(Cell::from(self.text.get("need-wisn-ratio")))
            .chain(cadres.iter().map(|cadre| show(cadre.ratio())))
            .chain([show(present.checked_div(required))])
            .collect()
    }
}
