//! How a tier is served: how many of its matters in full, how far those in part, how many stall. A sum of levels says
//! that of none of them, so it is for programs only.

use super::Words;
use crate::analysis::ServiceStatus::{self, Full, Slowed, Stalled};
use crate::model::{MatterIx, TierIx};
use crate::render::document::{Cell, Kind};
use crate::units::{Share, round_half_up};
use rust_decimal::Decimal;

impl Words<'_> {
    /// How the matters of a tier are served to which anything arrives; programs get the weighted sum of their levels.
    pub(in crate::report) fn service_cell(self, tier: TierIx, sum: Decimal, levels: &[Share]) -> Cell {
        self.service_cell_of(sum, self.matters_of(tier).map(|matter| levels[matter.0]))
    }

    /// The same of some matters.
    pub(in crate::report) fn service_cell_of(self, sum: Decimal, levels: impl Iterator<Item = Share>) -> Cell {
        Cell::word(sum.normalize().to_string(), self.served(levels))
    }

    /// The matters of a tier to which anything arrives.
    pub(in crate::report) fn matters_of(self, tier: TierIx) -> impl Iterator<Item = MatterIx> {
        self.unit.open_matters().filter(move |(_, matter)| matter.tier == tier).map(|(ix, _)| ix)
    }

    /// How some matters are served: in one word if all are in full.
    fn served(self, levels: impl Iterator<Item = Share>) -> String {
        let levels: Vec<_> = levels.map(|level| (ServiceStatus::from(level), level)).collect();
        let of = |status| levels.iter().filter(move |(own, _)| *own == status).map(|(_, level)| *level);
        let count = |status| of(status).count();
        if levels.is_empty() {
            return self.text.get("nothing");
        }
        if count(Full) == levels.len() {
            return self.text.get("served-all");
        }
        let told = |key: &str, count: usize| (count > 0).then(|| self.text.with(key, &[("count", &count.to_string())]));
        let parts = [
            told("served-full", count(Full)),
            self.in_part(&of(Slowed).collect::<Vec<_>>()),
            told("served-not", count(Stalled)),
        ];
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        parts.join(&self.text.get("served-separator"))
    }

    /// How far a matter can be served.
    pub(in crate::report) fn reach(self, level: Share) -> String {
        match ServiceStatus::from(level) {
            Full => self.text.get("reach-full"),
            _ => self.text.with("reach-part", &[("level", &Kind::Percent.show(level.value()))]),
        }
    }

    /// How far matters are served that are served in part.
    fn in_part(self, levels: &[Share]) -> Option<String> {
        let (least, most) = (percent(*levels.iter().min()?), percent(*levels.iter().max()?));
        let count = levels.len().to_string();
        Some(if least == most {
            self.text.with("served-part", &[("count", &count), ("level", &least)])
        } else {
            self.text.with("served-parts", &[("count", &count), ("least", &least), ("most", &most)])
        })
    }

    /// What the matters of a tier are in addition, or less, by what becomes of them. Where that leaves every count as it
    /// was, `moved` tells what is served further and what less far: matters may have changed places.
    pub(in crate::report) fn service_change(
        self,
        before: &[ServiceStatus],
        after: &[ServiceStatus],
        moved: [&[MatterIx]; 2],
    ) -> String {
        let count = |list: &[ServiceStatus], status| i64::try_from(list.iter().filter(|own| **own == status).count());
        let parts = [Full, Slowed, Stalled].into_iter().filter_map(|status| {
            let more = count(after, status).ok()? - count(before, status).ok()?;
            let arguments = [("status", &*self.status(status)), ("more", &*format!("{more:+}"))];
            (more != 0).then(|| self.text.with("served-more", &arguments))
        });
        let parts: Vec<_> = parts.collect();
        if !parts.is_empty() {
            return parts.join(&self.text.get("served-separator"));
        }
        match moved {
            [[], []] => "0".to_owned(),
            [_, []] => self.text.get("served-further"),
            [[], _] => self.text.get("served-less"),
            [further, less] => {
                let arguments = [("further", &*self.matters(further)), ("less", &*self.matters(less))];
                self.text.with("served-otherwise", &arguments)
            }
        }
    }
}

/// A level in whole percent, never so rounded that it looks like full service or none.
fn percent(level: Share) -> String {
    let hundredths = level.value() * Decimal::ONE_HUNDRED;
    let shown = round_half_up(hundredths, 0).clamp(Decimal::ONE, Decimal::from(99));
    format!("{shown}%")
}
