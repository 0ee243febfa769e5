//! How many holders a post needs.

use super::{Model, hours_alone};
use crate::model::{MatterIx, PostIx};
use crate::optimise::Ask;
use crate::optimise::engine::program::Sense;
use std::collections::BTreeMap;

impl Model<'_> {
    /// f_m ≤ o_m, and every post of m has at least (people − 1 + cover) × o_m holders; o_m ∈ {0, 1}.
    ///
    /// With `cover` = 1 the shares themselves demand as much. The rows stay for matters with a step of several
    /// people all the same: o_m gives the engine whole numbers to branch on where shares alone prove little.
    pub(super) fn cover_open_posts(&mut self, ask: &Ask) {
        let cover = self.unit.rules.cover;
        for (matter, level) in self.open_matters() {
            if cover == 1 && self.unit[matter].steps.iter().all(|step| step.people == 1) {
                continue;
            }
            let open = self.program.integer(format!("o_{}", matter.0), 1.0);
            self.program.row(format!("open_{}", matter.0), vec![(level, 1.0), (open, -1.0)], Sense::AtMost, 0.0);
            for step in ask.steps(self.unit, matter) {
                let post = self.unit.post_for(&self.unit[matter], step);
                let mut terms: Vec<_> = self.holders_of(post).map(|column| (column, 1.0)).collect();
                terms.push((open, -f64::from(step.people - 1 + cover)));
                let name = format!("backup_{}_{}", matter.0, step.step.id());
                self.program.row(name, terms, Sense::AtLeast, 0.0);
            }
        }
    }

    /// Fixes f_m = 1 for matters proven to be served in full, and adds the rounded cut that follows.
    pub(in crate::optimise) fn fix_full(&mut self, matters: &[MatterIx]) {
        for matter in matters {
            if let Some(level) = self.levels.get(matter) {
                self.program.columns[level.0].lower = 1.0;
            }
        }
        let open = self.open_matters();
        let full = open.filter(|(_, level)| self.program.columns[level.0].lower >= 1.0).map(|(matter, _)| matter);
        self.seat_enough(&full.collect::<Vec<_>>());
    }

    /// holders of k ≥ max(people − 1 + cover, ⌈hours of some matters at k / most hours of one holder⌉).
    pub(in crate::optimise) fn seat_enough(&mut self, matters: &[MatterIx]) {
        let mut needed: BTreeMap<PostIx, (f64, u32)> = BTreeMap::new();
        for matter in matters.iter().copied() {
            for step in &self.unit[matter].steps {
                let post = self.unit.post_for(&self.unit[matter], step);
                let entry = needed.entry(post).or_default();
                entry.0 += hours_alone(self.unit, matter, step) * f64::from(step.people);
                entry.1 = entry.1.max(step.people - 1 + self.unit.rules.cover);
            }
        }
        for (post, (hours, people)) in needed {
            let longest = self.groups.iter().filter(|g| g.posts.contains(&post)).map(|g| g.hours).fold(0.0, f64::max);
            if longest <= 0.0 {
                continue;
            }
            // A hair below, so that rounding never asks for one holder too many.
            let least = (hours / longest - 1e-6).ceil().max(f64::from(people));
            let terms = self.holders_of(post).map(|column| (column, 1.0)).collect();
            // A post may be cut again for a later tier, under another name.
            let name = format!("enough_{}_{}", post.0, self.program.rows.len());
            self.program.row(name, terms, Sense::AtLeast, least);
        }
    }
}
