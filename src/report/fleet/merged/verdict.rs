//! What all units say together, in sentences.

use super::View;
use super::tables::name;
use crate::render::document::{Block, Note, Tone};
use crate::report::fleet::{called, number};
use crate::report::words::month;
use crate::units::Month;

impl View<'_> {
    pub(super) fn verdict(&self) -> Vec<Block> {
        let mut notes = Vec::new();
        if self.holes > 0 {
            let holes = [("holes", &*number(self.holes))];
            notes.push(Note::new(Tone::Caution, self.text.with("fleet-partial", &holes)));
        }
        let unread = self.fleet.unread().count();
        if unread > 0 {
            let arguments = [("units", &*number(unread))];
            notes.push(Note::new(Tone::Caution, self.text.with("fleet-merge-unread", &arguments)));
        }
        notes.extend(self.today());
        notes.extend(self.ahead());
        notes.extend(self.people());
        let (said, more): (Vec<_>, Vec<_>) = notes.into_iter().partition(|note| note.tone != Tone::Plain);
        said.into_iter().map(Block::Paragraph).chain([Block::List(more)]).collect()
    }

    /// How many units have stalled work, tier by tier, and which is the worst.
    fn today(&self) -> Option<Note> {
        let planned = self.worst.iter().filter(|row| row.plan.is_some()).count();
        let first = self.worst.iter().find(|row| row.plan.is_some())?;
        let stalled = self.worst.iter().filter(|row| row.has_stalls()).count();
        if stalled == 0 {
            let key = if self.tiers.iter().any(|total| total.unknown > 0) { "fleet-none-known" } else { "fleet-none" };
            let none = self.text.with(key, &[("units", &number(planned))]);
            return Some(Note::new(if key == "fleet-none" { Tone::Good } else { Tone::Caution }, none));
        }
        let of_tier = |total: &crate::analysis::fleet::gather::TierTotal| {
            let arguments = [
                ("tier", called(&total.tier, self.text)),
                ("matters", &*number(total.stalled)),
                ("units", &*number(total.units_stalled)),
            ];
            self.text.with("fleet-in-tier", &arguments)
        };
        let tiers: Vec<_> = self.tiers.iter().filter(|total| total.stalled > 0).map(of_tier).collect();
        let tiers = tiers.join(&self.text.get("clause-separator"));
        let arguments = [
            ("units", &*number(planned)),
            ("stalled", &*number(stalled)),
            ("tiers", &*tiers),
            ("worst", name(first, self.text)),
        ];
        Some(Note::new(Tone::Bad, self.text.with("fleet-some", &arguments)))
    }

    /// In how many more units something will stall, and when first.
    fn ahead(&self) -> Option<Note> {
        let until: Month =
            self.worst.iter().filter_map(|row| row.project.as_ref()).map(|project| project.until).max()?;
        let next = |row: &&&crate::analysis::fleet::gather::UnitRow| row.next_stall().is_some();
        let units = self.worst.iter().filter(next).count();
        let first = self.worst.iter().filter_map(|row| Some((row.next_stall()?, name(row, self.text)))).min();
        let until = month(self.text, until);
        let Some((since, unit)) = first else {
            return Some(Note::new(Tone::Plain, self.text.with("fleet-ahead-none", &[("until", &until)])));
        };
        let since = month(self.text, since);
        let arguments = [("until", &*until), ("units", &*number(units)), ("since", &*since), ("unit", unit)];
        Some(Note::new(Tone::Caution, self.text.with("fleet-ahead", &arguments)))
    }

    /// Needed against there.
    fn people(&self) -> Vec<Note> {
        let needs: Vec<_> = self.worst.iter().filter_map(|row| row.need.as_ref()).collect();
        let known: Vec<_> = needs.iter().filter_map(|need| Some((need, need.by_both?, need.missing?))).collect();
        if needs.is_empty() {
            return Vec::new();
        }
        let there: u32 = known.iter().map(|(need, ..)| need.there.all()).sum();
        let needed: u32 = known.iter().map(|(_, fewest, _)| fewest.people.all()).sum();
        let missing: u32 = known.iter().map(|(.., missing)| missing).sum();
        let short = known.iter().filter(|(.., missing)| *missing > 0).count();
        let arguments = [
            ("units", &*number(known.len())),
            ("there", &*number(there)),
            ("needed", &*number(needed)),
            ("missing", &*number(missing)),
            ("short", &*number(short)),
        ];
        let unknown = needs.len() - known.len();
        let mut notes = vec![Note::new(Tone::Plain, self.text.with("fleet-people", &arguments))];
        if unknown > 0 {
            let units = [("unknown", &*number(unknown))];
            notes.push(Note::new(Tone::Caution, self.text.with("fleet-people-unknown", &units)));
        }
        notes
    }
}
