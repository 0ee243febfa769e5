//! Why a matter falls short, and what would help: each repair with the levers that make it.

use super::levers::otherwise;
use crate::analysis::explain::{Explained, Repair, StaffKind};
use crate::model::{Change, DutyGroup, Unit};
use crate::render::board::{Lever, Offer, Why};
use crate::render::detail::Detail;
use crate::render::document::{Document, Kind, Tone};
use crate::report::explain;
use crate::report::words::Words;
use crate::text::Text;
use rust_decimal::prelude::ToPrimitive;

/// Repairs offered.
const MOST: usize = 8;

/// Why the one matter explained falls short, and what would help.
#[must_use]
pub fn why(unit: &Unit, explained: &Explained, text: &Text) -> Why {
    let words = Words { unit, text };
    let all = explained.matters.iter().flat_map(|explanation| explanation.repairs.iter().chain(&explanation.pairs));
    let title = explained.matters.first().map(|explanation| words.matter(explanation.shortfall.matter));
    Why {
        conflict: Document {
            title: title.unwrap_or_default().into(),
            blocks: explain::conflict(unit, explained, text, Detail::Folded),
        },
        offers: all.take(MOST).map(|repair| offer(words, repair)).collect(),
    }
}

fn offer(words: Words<'_>, repair: &Repair) -> Offer {
    let level = Kind::Percent.show(repair.level.value());
    let worse = words.matters(&repair.worse.iter().map(|shift| shift.matter).collect::<Vec<_>>());
    let changes = words.changes(&repair.changes);
    let key = match repair {
        _ if repair.against_law => "board-offer-against-law",
        _ if repair.ends_separation() => "board-offer-without-separation",
        _ if repair.worse.is_empty() => "board-offer",
        _ => "board-offer-at-a-price",
    };
    let arguments = [("changes", &*changes), ("level", &*level), ("worse", &*worse)];
    Offer {
        said: words.text.with(key, &arguments).into(),
        tone: if repair.is_free() { Tone::Good } else { Tone::Caution },
        levers: repair.changes.iter().map(|change| lever(words.unit, change)).collect::<Option<Vec<_>>>(),
    }
}

/// The lever that makes a change; `None` where the page has none for it.
fn lever(unit: &Unit, change: &Change) -> Option<Lever> {
    Some(match change {
        Change::Join(hire) => match StaffKind::from(hire) {
            StaffKind::Established => Lever::Hire("established", hire.count),
            StaffKind::Contract => Lever::Hire("contract", hire.count),
            StaffKind::Leaders => return None,
        },
        Change::Recall(person) => Lever::Person(unit[*person].id.clone(), "back"),
        Change::Leave(person) => Lever::Person(unit[*person].id.clone(), "off"),
        Change::Rule(rule) => {
            let found = otherwise(&unit.rules, rule.rule()).into_iter().find(|(change, _)| change == rule);
            Lever::Rule(rule.rule().id(), found?.1)
        }
        Change::Number(quantity, to) => Lever::Number(quantity.path(unit), to.normalize().to_string()),
        Change::Prefer(matters) => {
            let [matter] = matters.iter().collect::<Vec<_>>()[..] else { return None };
            let is_audit = unit[*matter].duty == DutyGroup::Audit;
            let cases = unit[*matter].arriving.value().to_u32()?;
            return is_audit.then(|| Lever::Audits(unit[*matter].id.clone(), cases));
        }
        Change::Unpin(_) | Change::NoMinimum(_) => return None,
    })
}
