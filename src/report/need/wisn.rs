//! The requirement by hours, with every factor.

use super::View;
use crate::analysis::need::Cadre;
use crate::render::document::{Block, Cell, Kind};
use crate::report::parts::columns::columns;
use crate::units::round_half_up;
use rust_decimal::Decimal;

/// A quantity of the method, of each employment and of the unit.
struct Quantity {
    id: &'static str,
    /// Its name in the catalogues.
    key: &'static str,
    /// Decimals shown.
    places: u32,
    of: fn(&Cadre) -> Option<Decimal>,
    in_all: InAll,
}

/// What a quantity is of the unit.
enum InAll {
    Nothing,
    Sum,
    Ratio,
}

impl View<'_> {
    /// One row for each quantity of the method, in the order in which it is worked out.
    pub(super) fn wisn(&self) -> Vec<Block> {
        let cadres = &self.need.cadres;
        let summed = |id, key, places, of| Quantity { id, key, places, of, in_all: InAll::Sum };
        let alone = |id, key, places, of| Quantity { id, key, places, of, in_all: InAll::Nothing };
        let rows: [Quantity; 10] = [
            alone("leave_days", "need-wisn-leave", 1, |cadre| Some(cadre.leave_days)),
            alone("available_hours", "need-wisn-available", 0, |cadre| Some(cadre.workload.available.value())),
            summed("service_hours", "need-wisn-service-hours", 0, |cadre| Some(cadre.workload.service.value())),
            summed("service_staff", "need-wisn-service-staff", 2, |cadre| Some(cadre.workload.service_staff())),
            alone("category_factor", "need-wisn-caf", 3, |cadre| Some(cadre.workload.category_factor())),
            summed("individual_staff", "need-wisn-iaf", 2, |cadre| Some(cadre.workload.individual_staff())),
            summed("required", "need-wisn-required", 2, |cadre| Some(cadre.workload.required())),
            summed("present", "need-wisn-present", 0, |cadre| Some(cadre.present.into())),
            summed("difference", "need-wisn-difference", 2, |cadre| Some(cadre.difference())),
            Quantity { id: "ratio", key: "need-wisn-ratio", places: 2, of: Cadre::ratio, in_all: InAll::Ratio },
        ];
        let shown = |row: &Quantity, value: Decimal| round_half_up(value, row.places).normalize();
        let table = columns("wisn", self.text, rows)
            .head("quantity", "column-need-quantity", Kind::Text, |row| Cell::word(row.id, self.text.get(row.key)))
            .each(cadres, |columns, cadre| {
                let head = self.words.employment(cadre.employment);
                columns.named(cadre.employment.id(), head, Kind::Given, |row| {
                    (row.of)(cadre).map(|value| shown(row, value))
                })
            })
            .head("in_all", "column-need-in-all", Kind::Given, |row| {
                let sum = |of: fn(&Cadre) -> Option<Decimal>| cadres.iter().filter_map(of).sum::<Decimal>();
                let all = match row.in_all {
                    InAll::Nothing => None,
                    InAll::Sum => Some(sum(row.of)),
                    // Present / required, from the sums: never a mean of ratios.
                    InAll::Ratio => {
                        let present = sum(|cadre| Some(cadre.present.into()));
                        present.checked_div(sum(|cadre| Some(cadre.workload.required())))
                    }
                };
                all.map(|value| shown(row, value))
            })
            .table();
        let note = self.text.with(
            "need-wisn-leaders",
            &[
                ("needed", &Kind::Hours.show(self.need.leaders.needed.value())),
                ("have", &Kind::Hours.show(self.need.leaders.available.value())),
            ],
        );
        vec![
            Block::heading(self.text, "need-wisn-heading"),
            Block::Table(table),
            Block::plain(self.text.get("need-wisn-note")),
            Block::plain(note),
        ]
    }
}
