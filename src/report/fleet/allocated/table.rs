//! The tables: the ways of giving side by side, and the posts of each unit.

use super::{View, matters};
use crate::analysis::fleet::allocate::{Allocation, Claim};
use crate::render::detail::Detail;
use crate::render::document::{Block, Cell, Kind};
use crate::report::fleet::{called, number};
use crate::report::parts::columns::columns;

/// Units on a screen.
const SHOWN: usize = 20;

impl View<'_> {
    pub(super) fn ways(&self) -> Vec<Block> {
        let none = Allocation { posts: vec![0; self.found.claims.len()], served: self.found.before() };
        let rows = std::iter::once(("none", &none)).chain(self.found.ways());
        let columns = columns("ways", self.text, rows)
            .head("way", "column-allocate-way", Kind::Text, |(id, _)| {
                Cell::word(*id, self.text.get(&format!("allocate-way-{id}")))
            })
            .head("given", "column-allocate-given", Kind::Whole, |(_, way)| way.given());
        let table = columns
            .each(self.found.tiers.iter().enumerate(), |columns, (at, tier)| {
                let name = called(tier, self.text);
                let served = self.text.with("allocate-served-in", &[("tier", name)]);
                let stalled = self.text.with("fleet-stalled-in", &[("tier", name)]);
                columns
                    .named(&format!("service_{}", tier.id), served, Kind::Decimal(3), |(_, way)| {
                        matters(way.served[at])
                    })
                    .named(&format!("stalled_{}", tier.id), stalled, Kind::Whole, |(_, way)| {
                        let stalled = self.found.stalled(|unit| way.posts.get(unit).copied().unwrap_or_default());
                        stalled.get(at).copied().unwrap_or_default()
                    })
            })
            .table();
        vec![Block::heading(self.text, "allocate-ways-heading"), Block::Table(table)]
    }

    /// The units that get posts, by any way; on a screen the first of them.
    pub(super) fn units(&self) -> Vec<Block> {
        let found = self.found;
        let posts = |way: &Option<Allocation>, at: usize| way.as_ref().and_then(|way| way.posts.get(at).copied());
        let best = |at: usize| found.best.posts.get(at).copied().unwrap_or_default();
        let rows: Vec<(usize, &Claim)> = found.claims.iter().enumerate().collect();
        let of_interest = |at: usize| best(at) > 0;
        let all = self.detail != Detail::Folded;
        let shown = rows.iter().copied().filter(|(at, _)| all || of_interest(*at));
        let columns = columns("units", self.text, shown.take(if all { usize::MAX } else { SHOWN }))
            .head("place", "column-fleet-place", Kind::Text, |(_, claim)| &*claim.place)
            .id("unit", |(_, claim)| &*claim.unit)
            .head("name", "column-fleet-unit", Kind::Text, |(_, claim)| called(&claim.name, self.text))
            .head("posts", "column-allocate-posts", Kind::Whole, |(at, _)| best(*at))
            .head("by_insured", "column-allocate-insured", Kind::Whole, |(at, _)| posts(&found.by_insured, *at))
            .head("by_vacancy", "column-allocate-vacancy", Kind::Whole, |(at, _)| posts(&found.by_vacancy, *at));
        // A tier in which nothing changes is for programs alone; on a screen there is room for one column for each other.
        let gains = |lane: usize| rows.iter().any(|(at, claim)| claim.with(best(*at))[lane] > claim.with(0)[lane]);
        let kind = |lane: usize| if all && gains(lane) { Kind::Decimal(3) } else { Kind::Id };
        let table = columns
            .each(found.tiers.iter().enumerate(), |columns, (lane, tier)| {
                let name = called(tier, self.text);
                let head = |key: &str| self.text.with(key, &[("tier", name)]);
                let (from, to) = (head("allocate-from-in"), head("allocate-to-in"));
                let columns = columns
                    .named(&format!("from_{}", tier.id), from, kind(lane), |(_, claim)| matters(claim.with(0)[lane]))
                    .named(&format!("to_{}", tier.id), to, kind(lane), |(at, claim)| {
                        matters(claim.with(best(*at))[lane])
                    });
                if all || !gains(lane) {
                    return columns;
                }
                columns.words_under(head("allocate-from-to-in"), |(at, claim)| {
                    let [from, to] =
                        [0, best(*at)].map(|posts| Kind::Decimal(1).show(matters(claim.with(posts)[lane])));
                    if from == to { from } else { format!("{from} → {to}") }
                })
            })
            .table();
        let mut blocks = vec![Block::heading(self.text, "allocate-units-heading"), Block::Table(table)];
        let gets = rows.iter().filter(|(at, _)| of_interest(*at)).count();
        if !all {
            let arguments =
                [("shown", &*number(gets.min(SHOWN))), ("units", &*number(rows.len())), ("gets", &*number(gets))];
            blocks.push(Block::plain(self.text.with("allocate-units-note", &arguments)));
        }
        blocks
    }
}
