//! What the posts open, and what the same posts open when they are given in proportion, in sentences.

use super::{View, matters};
use crate::analysis::fleet::allocate::{Allocation, Served};
use crate::render::document::{Block, Kind, Note, Tone};
use crate::report::fleet::called;
use crate::units::round_half_up;

impl View<'_> {
    pub(super) fn verdict(&self) -> Vec<Block> {
        let found = self.found;
        let gets = found.best.posts.iter().filter(|posts| **posts > 0).count();
        let arguments = [
            ("given", &*found.best.given().to_string()),
            ("posts", &*found.terms.posts.to_string()),
            ("units", &*gets.to_string()),
            ("of", &*found.claims.len().to_string()),
            ("floor", &*found.terms.floor.to_string()),
            ("cap", &*found.terms.cap.to_string()),
            ("gain", &*self.gain(found.best.served)),
        ];
        let answer = Note::new(Tone::Good, self.text.with("allocate-best", &arguments));
        let mut notes = Vec::new();
        if found.best.given() < found.terms.posts {
            let left = (found.terms.posts - found.best.given()).to_string();
            notes.push(Note::new(Tone::Caution, self.text.with("allocate-left", &[("left", &left)])));
        }
        for (id, way) in [("insured", &found.by_insured), ("vacancy", &found.by_vacancy)] {
            notes.push(Note::plain(self.proportional(id, way.as_ref())));
        }
        if found.unread > 0 {
            let units = [("units", &*found.unread.to_string())];
            notes.push(Note::new(Tone::Caution, self.text.with("allocate-unread", &units)));
        }
        vec![Block::Paragraph(answer), Block::List(notes)]
    }

    fn proportional(&self, id: &str, way: Option<&Allocation>) -> String {
        let called = self.text.get(&format!("allocate-way-{id}"));
        let Some(way) = way else { return self.text.with("allocate-no-way", &[("way", &called)]) };
        let arguments = [("way", &*called), ("given", &*way.given().to_string()), ("gain", &*self.gain(way.served))];
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
