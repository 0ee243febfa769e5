//! The tables: tiers, units, what stalls in them, places, scenarios, units that do not read.

use super::View;
use crate::analysis::ServiceStatus;
use crate::analysis::fleet::answer::{Named, People, Short};
use crate::analysis::fleet::gather::{TierTotal, UnitRow};
use crate::analysis::fleet::matters::MatterRow;
use crate::render::detail::Detail;
use crate::render::document::{Block, Cell, Kind, Table, Tone};
use crate::report::fleet::{called, number};
use crate::report::parts::columns::{Columns, columns};
use crate::report::words::cells;
use crate::text::Text;
use crate::units::Month;

/// Rows on a screen.
const SHOWN: usize = 15;

/// A matter of a unit that stalls, now or later, or is slowed.
struct Trouble<'a> {
    unit: &'a UnitRow,
    matter: &'a Named,
    tier: &'a str,
    status: ServiceStatus,
    since: Option<Month>,
    reason: Option<String>,
}

impl View<'_> {
    /// A column of counts for each tier; on a screen one for all of them, in the order of the tiers.
    fn by_tier<'c, R>(&self, columns: Columns<'c, R>, count: impl Fn(&R, &str) -> Option<usize>) -> Columns<'c, R> {
        let is_folded = self.detail == Detail::Folded && self.tiers.len() > 1;
        let columns = if is_folded {
            columns.words("column-fleet-stalled", |row| {
                let counts: Vec<_> = self.tiers.iter().map(|total| count(row, &total.tier.id)).collect();
                let shown = counts.iter().map(|count| count.map_or_else(|| "–".to_owned(), |count| count.to_string()));
                let some = counts.iter().flatten().any(|count| *count > 0);
                Cell::from(shown.collect::<Vec<_>>().join(" + ")).tone(if some { Tone::Bad } else { Tone::Plain })
            })
        } else {
            columns
        };
        columns.each(&self.tiers, |columns, total| {
            let head = self.text.with("fleet-stalled-in", &[("tier", called(&total.tier, self.text))]);
            let kind = if is_folded { Kind::Id } else { Kind::Whole };
            columns.named(&format!("stalled_{}", total.tier.id), head, kind, |row| count(row, &total.tier.id).map(bad))
        })
    }

    pub(super) fn tiers(&self) -> Vec<Block> {
        let table = columns("tiers", self.text, &self.tiers)
            .col("tier", Kind::Text, |total| Cell::word(&*total.tier.id, called(&total.tier, self.text)))
            .col("matters", Kind::Whole, |total| total.matters)
            .head("stalled", "status-stalled", Kind::Whole, |total| bad(total.stalled))
            .head("slowed", "status-slowed", Kind::Whole, |total| total.slowed)
            .head("unknown", "status-unknown", Kind::Whole, |total| total.unknown)
            .head("units_stalled", "column-fleet-units-stalled", Kind::Whole, |total| total.units_stalled)
            .table();
        section(self.text, "fleet-tiers-heading", table)
    }

    pub(super) fn units(&self) -> Vec<Block> {
        let shown = if self.detail == Detail::Folded { SHOWN } else { usize::MAX };
        let columns = columns("units", self.text, self.worst.iter().copied().take(shown))
            .head("place", "column-fleet-place", Kind::Text, |row| &*row.place)
            .id("unit", |row| &*row.unit)
            .head("name", "column-fleet-unit", Kind::Text, |row| name(row, self.text));
        let columns = self.by_tier(columns, |row, id| row.tier(id).map(|tier| tier.stalled));
        let need = |row: &UnitRow| row.need.clone();
        // What was not asked is a column for programs alone.
        let asked = |kind: Kind, is: &dyn Fn(&UnitRow) -> bool| {
            if self.worst.iter().any(|row| is(row)) { kind } else { Kind::Id }
        };
        let whole = |is: &dyn Fn(&UnitRow) -> bool| asked(Kind::Whole, is);
        let is_needed = |row: &UnitRow| row.need.is_some();
        // On a screen there is room for who is on duty, or for who is there beside who is needed.
        let on_duty = if self.detail == Detail::Folded { whole(&|row| row.need.is_none()) } else { Kind::Whole };
        let table = columns
            .head("next_stall", "column-fleet-next", asked(Kind::Text, &|row| row.project.is_some()), |row| {
                row.next_stall()
            })
            .head("on_duty", "column-fleet-on-duty", on_duty, |row| row.about.as_ref().map(|about| about.on_duty))
            .head("there", "column-fleet-there", whole(&is_needed), |row| need(row).map(|need| need.there.all()))
            .head("needed", "column-fleet-needed", whole(&is_needed), |row| {
                need(row).and_then(|need| need.by_both).map(|fewest| fewest.people.all())
            })
            .head("missing", "column-fleet-missing", whole(&is_needed), |row| need(row).and_then(|need| need.missing))
            .head("hires", "column-fleet-hires", whole(&|row| row.hire.is_some()), |row| {
                row.hire.as_ref().and_then(|hire| hire.fewest).map(People::all)
            })
            .head("irreplaceable", "column-fleet-irreplaceable", whole(&|row| row.absence.is_some()), |row| {
                row.absence.as_ref().map(|absence| absence.irreplaceable)
            })
            .table();
        let mut blocks = section(self.text, "fleet-units-heading", table);
        if self.worst.len() > shown {
            let arguments = [("shown", &*number(shown)), ("units", &*number(self.worst.len()))];
            blocks.push(Block::plain(self.text.with("fleet-units-note", &arguments)));
        }
        blocks
    }

    /// Matter by matter over all units.
    pub(super) fn matters(&self) -> Vec<Block> {
        let shown = if self.detail == Detail::Folded { SHOWN } else { usize::MAX };
        let rows = self.fleet.matters();
        let whole = |is: &dyn Fn(&MatterRow) -> bool| if rows.iter().any(is) { Kind::Whole } else { Kind::Id };
        let is_ahead = rows.iter().any(|row| row.later > 0);
        let (planned, ahead) = (whole(&|row| row.stalled + row.slowed > 0), whole(&|row| row.later > 0));
        let table = columns("matters", self.text, rows.iter().take(shown))
            .id("matter", |row| &*row.matter.id)
            .head("name", "column-matter", Kind::Text, |row| called(&row.matter, self.text))
            .col("tier", Kind::Text, |row| self.tier(&row.tier))
            .head("stalled", "column-fleet-stalled-units", planned, |row| bad(row.stalled))
            .head("slowed", "column-fleet-slowed-units", planned, |row| row.slowed)
            .head("later", "column-fleet-later-units", ahead, |row| row.later)
            .head("first", "column-fleet-first", if is_ahead { Kind::Text } else { Kind::Id }, |row| row.first)
            .head("reason", "column-fleet-reason", if planned == Kind::Id { Kind::Id } else { Kind::Text }, |row| {
                row.reason.map(|reason| self.reason(reason.id()))
            })
            .table();
        let mut blocks = section(self.text, "fleet-matters-heading", table);
        if rows.len() > shown {
            let arguments = [("shown", &*number(shown)), ("matters", &*number(rows.len()))];
            blocks.push(Block::plain(self.text.with("fleet-matters-note", &arguments)));
        }
        blocks
    }

    /// Unit by unit; on a screen the matters and the units by themselves say the most of it.
    pub(super) fn stalls(&self) -> Vec<Block> {
        let rows = self.worst.iter().flat_map(|row| troubles(row));
        if self.detail == Detail::Folded {
            return rows.take(1).map(|_| Block::plain(self.text.get("fleet-stalls-elsewhere"))).collect();
        }
        let table = columns("stalls", self.text, rows)
            .head("place", "column-fleet-place", Kind::Text, |row| &*row.unit.place)
            .id("unit", |row| &*row.unit.unit)
            .head("unit_name", "column-fleet-unit", Kind::Text, |row| name(row.unit, self.text))
            .id("matter", |row| &*row.matter.id)
            .head("name", "column-matter", Kind::Text, |row| called(row.matter, self.text))
            .col("tier", Kind::Text, |row| self.tier(row.tier))
            .col("status", Kind::Text, |row| {
                let word = self.text.get(&format!("status-{}", row.status.id()));
                Cell::word(row.status.id(), word).tone(cells::tone(row.status))
            })
            .head("since", "column-fleet-since", Kind::Text, |row| row.since)
            .col("reason", Kind::Text, |row| row.reason.as_ref().map(|id| self.reason(id)))
            .table();
        section(self.text, "fleet-stalls-heading", table)
    }

    fn tier(&self, id: &str) -> Cell {
        let known = self.tiers.iter().find(|total| total.tier.id == id);
        Cell::word(id, known.map_or(id, |total| called(&total.tier, self.text)))
    }

    fn reason(&self, id: &str) -> Cell {
        Cell::word(id, self.text.get(&format!("reason-{id}")))
    }

    pub(super) fn places(&self) -> Vec<Block> {
        let columns = columns("places", self.text, &self.places)
            .head("place", "column-fleet-place", Kind::Text, |row| &*row.place)
            .head("units", "column-fleet-units", Kind::Whole, |row| row.units)
            .head("units_stalled", "column-fleet-units-stalled", Kind::Whole, |row| bad(row.units_stalled));
        let of =
            |tiers: &[TierTotal], id: &str| tiers.iter().find(|total| total.tier.id == id).map(|total| total.stalled);
        let needed = if self.worst.iter().any(|row| row.need.is_some()) { Kind::Whole } else { Kind::Id };
        let table = self
            .by_tier(columns, |row, id| of(&row.tiers, id))
            .head("on_duty", "column-fleet-on-duty", Kind::Whole, |row| row.on_duty)
            .head("vacancies", "column-vacancies", Kind::Whole, |row| row.vacancies)
            .head("there", "column-fleet-there", needed, |row| row.there)
            .head("needed", "column-fleet-needed", needed, |row| row.needed)
            .head("missing", "column-fleet-missing", needed, |row| row.missing)
            .table();
        section(self.text, "fleet-places-heading", table)
    }

    /// Scenarios side by side, where there is more than the units as they are.
    pub(super) fn scenarios(&self) -> Vec<Block> {
        let rows = Some(&self.fleet.scenarios).filter(|rows| rows.len() > 1).into_iter().flatten();
        let as_it_is = self.text.get("fleet-as-it-is");
        let columns = columns("scenarios", self.text, rows)
            .head("scenario", "column-fleet-scenario", Kind::Text, |row| {
                Cell::word(&*row.scenario, if row.scenario.is_empty() { &*as_it_is } else { &*row.scenario })
            })
            .head("units", "column-fleet-units", Kind::Whole, |row| row.units);
        let of =
            |tiers: &[TierTotal], id: &str| tiers.iter().find(|total| total.tier.id == id).map(|total| total.stalled);
        let table = self.by_tier(columns, |row, id| of(&row.tiers, id)).table();
        section(self.text, "fleet-scenarios-heading", table)
    }

    pub(super) fn unread(&self) -> Vec<Block> {
        let rows = self.fleet.unread().flat_map(|row| row.findings.iter().map(move |found| (row, found)));
        let table = columns("unread", self.text, rows)
            .head("place", "column-fleet-place", Kind::Text, |(row, _)| &*row.place)
            .head("unit", "column-fleet-unit", Kind::Text, |(row, _)| &*row.unit)
            .head("code", "column-fleet-code", Kind::Text, |(_, found)| &*found.code)
            .head("at", "column-fleet-at", Kind::Text, |(_, found)| &*found.at)
            .table();
        section(self.text, "fleet-unread-heading", table)
    }
}

/// What is below full service in a unit today, then what stalls later.
fn troubles(unit: &UnitRow) -> Vec<Trouble<'_>> {
    let today = unit.about.as_ref().map(|about| about.as_of);
    let short = unit.plan.iter().flat_map(|plan| &plan.short).map(|short: &Short| Trouble {
        unit,
        matter: &short.matter,
        tier: &short.tier,
        status: short.status,
        since: today.filter(|_| short.status == ServiceStatus::Stalled),
        reason: Some(short.reason.id().to_owned()),
    });
    let later = unit.later().map(|(matter, tier, since)| Trouble {
        unit,
        matter,
        tier,
        status: ServiceStatus::Stalled,
        since: Some(since),
        reason: None,
    });
    short.chain(later).collect()
}

/// What a unit is called.
pub(super) fn name<'a>(row: &'a UnitRow, text: &Text) -> &'a str {
    row.about.as_ref().map_or(&*row.unit, |about| called(&about.unit, text))
}

/// A count that should be none.
fn bad(count: usize) -> Cell {
    Cell::from(count).tone(if count > 0 { Tone::Bad } else { Tone::Plain })
}

/// A table with its heading; nothing but the table where it is empty.
fn section(text: &Text, heading: &str, table: Table) -> Vec<Block> {
    let heading = (!table.rows.is_empty()).then(|| Block::heading(text, heading));
    heading.into_iter().chain([Block::Table(table)]).collect()
}
