//! What the posts open, and what the same posts open when they are given in proportion, in sentences.

use super::{View, matters};
use crate::analysis::fleet::allocate::{Allocation, Served};
use crate::render::document::{Block, Kind, Note, Tone};
use crate::report::fleet::{called, number};
use crate::units::round_half_up;

impl View<'_> {
    pub(super) fn verdict(&self) -> Vec<Block> {
        let found = self.found;
        let gets = found.best.posts.iter().filter(|posts| **posts > 0).count();
        let arguments = [
            ("given", &*number(found.best.given())),
            ("posts", &*number(found.terms.posts)),
            ("units", &*number(gets)),
            ("of", &*number(found.claims.len())),
            ("floor", &*number(found.terms.floor)),
            ("cap", &*number(found.terms.cap)),
            ("gain", &*self.gain(found.best.served)),
        ];
        let answer = Note::new(Tone::Good, self.text.with("allocate-best", &arguments));
        let mut notes = Vec::new();
        if found.best.given() < found.terms.posts {
            let left = number(found.terms.posts - found.best.given());
            notes.push(Note::new(Tone::Caution, self.text.with("allocate-left", &[("left", &left)])));
        }
        for (id, way) in [("insured", &found.by_insured), ("vacancy", &found.by_vacancy)] {
            notes.push(Note::plain(self.proportional(id, way.as_ref())));
        }
        if found.unread > 0 {
            let units = [("units", &*number(found.unread))];
            notes.push(Note::new(Tone::Caution, self.text.with("allocate-unread", &units)));
        }
        vec![Block::Paragraph(answer), Block::List(notes)]
    }

    fn proportional(&self, id: &str, way: Option<&Allocation>) -> String {
        let called = self.text.get(&format!("allocate-way-{id}"));
        let Some(way) = way else { return self.text.with("allocate-no-way", &[("way", &called)]) };
        let arguments = [("way", &*called), ("given", &*number(way.given())), ("gain", &*self.gain(way.served))];
        self.text.with("allocate-beside", &arguments)
    }

    /// What is served more than today, tier by tier.
    fn gain(&self, served: Served) -> String {
        let before = self.found.before();
        let tiers = self.found.tiers.iter().enumerate().map(|(at, tier)| {
            // To a tenth: thousandths tell allocations apart, not to the reader.
            let more = round_half_up(matters(served[at]) - matters(before[at]), 1);
            let more = Kind::Change.show(more);
            self.text.with("allocate-gain", &[("tier", called(tier, self.text)), ("more", &more)])
        });
        tiers.collect::<Vec<_>>().join(&self.text.get("list-separator"))
    }
}
