//! What the changes typed do, said before anything else: what opens, what improves, what gives way, and at what cost.

use super::View;
use crate::analysis::ServiceStatus::{self, Stalled};
use crate::analysis::compare::Side;
use crate::analysis::compare::{Outcome, Planned};
use crate::analysis::exchanged;
use crate::analysis::explain::Shift;
use crate::analysis::plan::changed::{Changed, Kept, is_worse};
use crate::model::{Event, PlanStatus};
use crate::render::document::{Block, Note, Tone};
use crate::report::compare;
use crate::report::words::month;
use crate::units::Month;

impl View<'_> {
    /// Nothing where nothing was changed.
    pub(super) fn changed(&self) -> Vec<Block> {
        let Some(changed) = self.extras.changed else { return Vec::new() };
        let mut notes: Vec<Note> = self.unproven_sides(changed).into_iter().collect();
        notes.extend(self.until_then());
        notes.extend(self.shifted(&changed.shifts));
        if changed.shifts.is_empty() {
            notes.push(Note::plain(self.text.get("changed-nothing")));
        }
        notes.extend(self.kept(&changed.kept));
        let mut blocks = vec![Block::heading(self.text, "changed-heading"), Block::List(notes)];
        let side = |key: &str, planned: &Planned| Side {
            name: self.text.get(key),
            outcome: Outcome::Planned(Box::new(planned.clone())),
        };
        let sides = [side("changed-before", &changed.before), side("changed-after", &changed.after)];
        blocks.extend(compare::differing(&sides, self.text).map(Block::Table));
        blocks
    }

    /// Who joins, leaves, goes away or comes back until the month planned.
    fn until_then(&self) -> Option<Note> {
        let until = self.extras.until_then?;
        let event = |(first, event): &(Month, Event)| {
            let event = self.words.event(event, |hire| until.hires.get(hire), |hire| self.words.joined(hire));
            self.text.with("changed-event", &[("event", &event), ("month", &month(self.text, *first))])
        };
        let list: Vec<String> = until.events.iter().map(event).collect();
        let month = month(self.text, self.unit.as_of);
        let arguments = [("month", &*month), ("events", &*self.words.list(&list))];
        (!list.is_empty()).then(|| Note::plain(self.text.with("changed-until", &arguments)))
    }

    fn unproven_sides(&self, changed: &Changed) -> Option<Note> {
        let open = [&changed.before, &changed.after].iter().any(|side| side.plan.status != PlanStatus::Optimal);
        open.then(|| Note::new(Tone::Caution, self.text.get("changed-unproven")))
    }

    /// A sentence for each kind of change; the best first.
    fn shifted(&self, shifts: &[Shift]) -> Vec<Note> {
        let stalls = |level| ServiceStatus::from(level) == Stalled;
        let (worse, better): (Vec<Shift>, Vec<Shift>) = shifts.iter().copied().partition(is_worse);
        let tiers = exchanged(self.unit, shifts.iter().map(|shift| (shift.matter, shift.from, shift.to)));
        let (swapped, worse): (Vec<_>, Vec<_>) =
            worse.into_iter().partition(|shift| tiers.contains(&self.unit[shift.matter].tier));
        let (opened, better): (Vec<_>, Vec<_>) =
            better.into_iter().partition(|shift| stalls(shift.from) && !stalls(shift.to));
        let (stalled, worse): (Vec<_>, Vec<_>) =
            worse.into_iter().partition(|shift| stalls(shift.to) && !stalls(shift.from));
        let told = |key: &str, tone: Tone, shifts: &[Shift]| {
            // What stalls is at nothing.
            let name = |shift: &Shift| {
                if stalls(shift.to) { self.words.matter(shift.matter) } else { self.words.shift(*shift) }
            };
            let list = self.words.list(shifts.iter().map(name));
            let arguments = [("count", &*shifts.len().to_string()), ("matters", &*list)];
            (!shifts.is_empty()).then(|| Note::new(tone, self.text.with(key, &arguments)))
        };
        let told = [
            told("changed-opened", Tone::Good, &opened),
            told("changed-better", Tone::Good, &better),
            self.exchanged(&swapped),
            told("changed-stalled", Tone::Bad, &stalled),
            told("changed-worse", Tone::Caution, &worse),
        ];
        told.into_iter().flatten().collect()
    }

    /// What gives way to others of its tier, of which no less is done in all.
    fn exchanged(&self, shifts: &[Shift]) -> Option<Note> {
        let list = self.words.list(shifts.iter().map(|shift| self.words.shift(*shift)));
        let arguments = [("count", &*shifts.len().to_string()), ("matters", &*list)];
        (!shifts.is_empty()).then(|| Note::new(Tone::Caution, self.text.with("changed-exchanged", &arguments)))
    }

    /// What could be had with nothing made worse, where the plan does make something worse.
    fn kept(&self, kept: &Kept) -> Vec<Note> {
        match kept {
            Kept::Same => Vec::new(),
            Kept::Impossible => vec![Note::plain(self.text.get("changed-kept-impossible"))],
            Kept::Unknown => vec![Note::plain(self.text.get("changed-kept-unknown"))],
            Kept::Otherwise(shifts) if shifts.is_empty() => vec![Note::plain(self.text.get("changed-kept-nothing"))],
            Kept::Otherwise(shifts) => {
                let list = self.words.list(shifts.iter().map(|shift| self.words.shift(*shift)));
                vec![Note::plain(self.text.with("changed-kept-otherwise", &[("matters", &list)]))]
            }
        }
    }
}
