//! What a year's leave leaves without people, whether that could be less, and what would end it.

use super::View;
use crate::analysis::leave::{WeeksLacking, Wishes};
use crate::model::{PostIx, TierIx};
use crate::render::document::{Block, Note, Tone};
use std::collections::BTreeSet;

/// Appointments, or posts, named in the verdict.
const NAMED: usize = 4;

impl View<'_> {
    pub(super) fn verdict(&self) -> Vec<Block> {
        let said = self.said().into_iter().enumerate();
        let heading = Block::heading(self.text, "verdict-heading");
        said.flat_map(|(at, block)| (at == 1).then(|| heading.clone()).into_iter().chain([block])).collect()
    }

    /// What it is about, the answer, and what else is to be known.
    pub(super) fn said(&self) -> Vec<Block> {
        let year = self.found.calendar.year.to_string();
        let own = self.unit.present().filter(|(_, person)| person.terms.leave.days.is_some()).count();
        let own = (own > 0).then(|| self.text.with("calendar-own-days", &[("people", &own.to_string())]));
        let basis = self.text.with("calendar-basis", &[("year", &year)]);
        let mut notes = vec![self.appointed()];
        notes.push(self.wishes());
        notes.push((!self.found.optimal).then(|| Note::new(Tone::Caution, self.text.get("calendar-plan-unproven"))));
        vec![
            Block::plain(self.words.sentences([basis].into_iter().chain(own).collect::<Vec<_>>())),
            Block::Paragraph(self.answer()),
            Block::List(notes.into_iter().flatten().collect()),
        ]
    }

    /// Weeks without people by tier, and whether there could be fewer.
    pub(super) fn answer(&self) -> Note {
        let classes: Vec<_> = self.found.weeks.iter().enumerate().filter(|(_, weeks)| weeks.here > 0).collect();
        if classes.is_empty() {
            return Note::new(Tone::Good, self.text.get("calendar-whole"));
        }
        let is_proven = |weeks: &WeeksLacking| weeks.here == weeks.at_least;
        // Of several that are all proven that is said once.
        let is_once = classes.len() > 1 && classes.iter().all(|(_, weeks)| is_proven(weeks));
        let part = |(class, weeks): &(usize, &WeeksLacking)| {
            let arguments = [
                ("what", &*self.class(*class)),
                ("weeks", &*weeks.here.to_string()),
                ("least", &*weeks.at_least.to_string()),
            ];
            let key = match is_proven(weeks) {
                _ if is_once => "calendar-lacking-weeks",
                true => "calendar-lacking-proven",
                false => "calendar-lacking-open",
            };
            self.text.with(key, &arguments)
        };
        let parts: Vec<String> = classes.iter().map(part).collect();
        let parts = if is_once {
            self.text.with("calendar-lacking-all-proven", &[("parts", &self.words.list(parts))])
        } else {
            self.words.clauses(parts)
        };
        let forced = self.found.weeks.iter().any(|weeks| weeks.at_least > 0);
        let key = if forced { "calendar-lacking" } else { "calendar-lacking-here" };
        Note::new(Tone::Caution, self.text.with(key, &[("parts", &parts)]))
    }

    /// What would end gaps, or that nothing would.
    fn appointed(&self) -> Option<Note> {
        if self.found.gaps.is_empty() {
            return None;
        }
        let all = &self.found.appointments;
        if all.is_empty() {
            let posts: BTreeSet<PostIx> = self.found.gaps.iter().flat_map(|gap| gap.posts.iter().copied()).collect();
            let posts = self.first(posts.into_iter().map(|post| self.words.post(post)).collect());
            let said = self.text.with("calendar-nobody", &[("posts", &posts)]);
            return (!posts.is_empty()).then(|| Note::new(Tone::Caution, said));
        }
        let named = self.first(all.iter().map(|one| self.appointment(*one)).collect());
        let then = self.found.then.iter().enumerate().filter(|(_, weeks)| **weeks > 0).map(|(class, weeks)| {
            let arguments = [("what", &*self.class(class)), ("weeks", &*weeks.to_string())];
            self.text.with("calendar-then-weeks", &arguments)
        });
        let then: Vec<String> = then.collect();
        let then = if then.is_empty() { self.text.get("calendar-then-nothing") } else { self.words.clauses(then) };
        let arguments = [("count", &*all.len().to_string()), ("appointments", &*named), ("then", &*then)];
        Some(Note::plain(self.text.with("calendar-appointed", &arguments)))
    }

    /// The first of several things, and how many more there are; the tables have all.
    fn first(&self, all: Vec<String>) -> String {
        let rest = all.len().saturating_sub(NAMED);
        let more = (rest > 0).then(|| self.text.with("calendar-more", &[("count", &rest.to_string())]));
        self.words.list(all.into_iter().take(NAMED).chain(more))
    }

    fn wishes(&self) -> Option<Note> {
        let Wishes { asked, granted, at_most } = self.found.wishes;
        let arguments =
            [("asked", &*asked.to_string()), ("granted", &*granted.to_string()), ("most", &*at_most.to_string())];
        let key = match () {
            () if granted == asked => "calendar-wishes-all",
            () if granted == at_most => "calendar-wishes-most",
            () => "calendar-wishes-open",
        };
        (asked > 0).then(|| Note::plain(self.text.with(key, &arguments)))
    }

    /// The tier, or the sections that are to have people of their own.
    fn class(&self, class: usize) -> String {
        if class < self.unit.tiers.len() { self.words.tier(TierIx(class)) } else { self.text.get("calendar-sections") }
    }
}
