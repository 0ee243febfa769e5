//! Matters that bound one another: what comes first, and one handler for two matters.

use super::{Model, Seat};
use crate::model::{MatterIx, Step};
use crate::optimise::Ask;
use crate::optimise::engine::program::{Column, Sense};

impl Model<'_> {
    /// f_m ≤ f_o for every matter o that bounds m; and where whoever handles a case of m handled that of o,
    /// x_m ≤ x_o at the handle step of every seat.
    ///
    /// That is enough: of the cases that somebody handled of o, any part can be those whose m they handle.
    pub(super) fn bind_matters(&mut self, ask: &Ask) {
        for (matter, level) in self.open_matters() {
            for other in self.unit[matter].bounds() {
                if let Some(bound) = self.levels.get(&other) {
                    let terms = vec![(level, 1.0), (*bound, -1.0)];
                    self.program.row(format!("order_{}_{}", matter.0, other.0), terms, Sense::AtMost, 0.0);
                }
            }
            let other = self.unit[matter].same_handler.filter(|other| self.levels.contains_key(other));
            // A step that is taken to need nobody has no handler.
            if let Some(other) = other.filter(|other| !ask.without.contains(&(*other, Step::Handle))) {
                self.bind_handlers(matter, other);
            }
        }
    }

    fn bind_handlers(&mut self, matter: MatterIx, other: MatterIx) {
        for s in 0..self.seats.len() {
            let Some(own) = handled(&self.seats[s], matter) else { continue };
            match handled(&self.seats[s], other) {
                Some(bound) => {
                    let terms = vec![(own, 1.0), (bound, -1.0)];
                    self.program.row(format!("handler_{s}_{}", matter.0), terms, Sense::AtMost, 0.0);
                }
                None => self.program.columns[own.0].upper = 0.0,
            }
        }
    }
}

/// The share of a matter's cases that is handled at a seat.
fn handled(seat: &Seat, matter: MatterIx) -> Option<Column> {
    seat.work.iter().find(|work| work.matter == matter && work.step == Step::Handle).map(|work| work.share)
}
