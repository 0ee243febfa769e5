//! The answer in sentences: what stops, what is kept, who does it.

use super::View;
use crate::analysis::ServiceStatus::{Full, Slowed, Stalled};
use crate::analysis::tradeoff::{Cost, Frontier};
use crate::model::{MatterIx, PlanStatus};
use crate::render::document::{Block, Note, Tone};

impl View<'_> {
    pub(super) fn verdict(&self) -> Vec<Block> {
        let others = self.found.frontiers.is_empty().then(|| Block::plain(self.text.get("tradeoff-ask-others")));
        let opening = vec![self.basis(), Block::heading(self.text, "verdict-heading")];
        [opening, self.answers(), others.into_iter().collect()].concat()
    }

    pub(super) fn basis(&self) -> Block {
        Block::plain(self.text.get("tradeoff-basis"))
    }

    /// The answer for the widest demand: all audits together where they were asked for together.
    pub(super) fn gist(&self) -> Note {
        let widest = self.found.frontiers.iter().max_by_key(|frontier| frontier.matters.len());
        widest.map_or_else(|| self.nothing_asked(), |frontier| self.answer(frontier))
    }

    fn nothing_asked(&self) -> Note {
        let last = self.unit.tiers().last().map(|(tier, _)| self.words.tier(tier)).unwrap_or_default();
        Note::new(Tone::Good, self.text.with("tradeoff-nothing-asked", &[("tier", &last)]))
    }

    /// The verdict itself, one audit after the other.
    pub(super) fn answers(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        if self.found.frontiers.is_empty() {
            blocks.push(Block::Paragraph(self.nothing_asked()));
        }
        for frontier in &self.found.frontiers {
            blocks.push(Block::Paragraph(self.answer(frontier)));
            blocks.push(Block::List(self.notes(frontier)));
        }
        blocks
    }

    /// What stops if everything is demanded; before it, where that differs, what stops while the protected tiers hold.
    fn answer(&self, frontier: &Frontier) -> Note {
        let whole = frontier.whole(self.unit);
        let kept = frontier.kept_up_to(self.protect);
        let mut sentences = Vec::new();
        if kept < whole {
            let tier = self.words.tier(self.protect);
            let key = if kept == 0 { "tradeoff-kept-for-none" } else { "tradeoff-kept-up-to" };
            let arguments = [("tier", &*tier), ("audits", &*self.at_most(frontier, kept.max(1)))];
            sentences.push(self.text.with(key, &arguments));
            sentences.extend(self.price_of(frontier, kept));
        }
        match frontier.furthest() {
            Some((stretch, _)) if stretch.to == whole => sentences.extend(self.price_of(frontier, whole)),
            furthest => {
                let most = furthest.map_or(0, |(stretch, _)| stretch.to);
                let arguments = [("audits", &*self.at_most(frontier, whole)), ("most", &*self.at_most(frontier, most))];
                sentences.push(self.text.with("tradeoff-impossible", &arguments));
            }
        }
        let free = frontier.furthest().is_some_and(|(stretch, cost)| stretch.to == whole && cost.losses.is_empty());
        Note::new(if free { Tone::Good } else { Tone::Bad }, self.words.sentences(sentences))
    }

    /// What a single demand stops, or that it cannot be met.
    pub(super) fn single(&self, frontier: &Frontier) -> Note {
        let asked = frontier.stretches.first().map_or(0, |stretch| stretch.to);
        let Some(told) = self.price_of(frontier, asked) else {
            let arguments = [("audits", &*self.at_most(frontier, asked))];
            return Note::new(Tone::Bad, self.text.with("board-demand-impossible", &arguments));
        };
        let free = frontier.furthest().is_some_and(|(_, cost)| cost.losses.is_empty());
        let notes = [Some(told), self.unproven(frontier).map(|note| note.text.to_string())];
        Note::new(if free { Tone::Good } else { Tone::Bad }, self.words.sentences(notes.into_iter().flatten()))
    }

    /// What so many cases stop.
    pub(super) fn told(&self, frontier: &Frontier, cases: u32) -> Note {
        let most = frontier.furthest().map_or(0, |(stretch, _)| stretch.to);
        if cases > most {
            let asked = self.at_most(frontier, cases);
            let arguments = [("audits", &*asked), ("most", &*self.at_most(frontier, most))];
            return Note::new(Tone::Bad, self.text.with("tradeoff-impossible", &arguments));
        }
        let stretch = frontier.stretches.iter().find(|stretch| stretch.from <= cases && cases <= stretch.to);
        let free = stretch.and_then(|stretch| stretch.cost.as_ref()).is_some_and(|cost| cost.losses.is_empty());
        let mut sentences: Vec<String> = self.price_of(frontier, cases).into_iter().collect();
        sentences.extend(self.unproven(frontier).map(|note| note.text.to_string()));
        Note::new(if free { Tone::Good } else { Tone::Caution }, self.words.sentences(sentences))
    }

    fn at_most(&self, frontier: &Frontier, n: u32) -> String {
        self.demand(&frontier.cases(self.unit, n))
    }

    /// What a demand stops; nothing for no demand.
    fn price_of(&self, frontier: &Frontier, n: u32) -> Option<String> {
        let stretch = frontier.stretches.iter().find(|stretch| stretch.from <= n && n <= stretch.to)?;
        let cost = stretch.cost.as_ref().filter(|_| n > 0 || frontier.whole(self.unit) == 0)?;
        let audits = self.at_most(frontier, n);
        if cost.losses.is_empty() {
            return Some(self.text.with("tradeoff-nothing-stops", &[("audits", &audits)]));
        }
        let changes = self.words.clauses(self.changes(cost));
        Some(self.text.with("tradeoff-stops", &[("audits", &audits), ("changes", &changes)]))
    }

    /// By tier, what stalls and what is slowed.
    fn changes(&self, cost: &Cost) -> Vec<String> {
        let told = |tier, statuses: &[_], key: &str| {
            let hit = cost.losses.iter().filter(|loss| statuses.contains(&loss.status()));
            let hit: Vec<MatterIx> = hit.map(|loss| loss.matter).filter(|m| self.unit[*m].tier == tier).collect();
            let arguments = [("count", &*hit.len().to_string()), ("matters", &*self.words.matters(&hit))];
            (!hit.is_empty()).then(|| self.text.with(key, &arguments))
        };
        let of_tier = |tier| {
            let changes = [told(tier, &[Stalled], "tradeoff-stalled"), told(tier, &[Slowed, Full], "tradeoff-slowed")];
            let changes: Vec<_> = changes.into_iter().flatten().collect();
            let arguments = [("tier", &*self.words.tier(tier)), ("changes", &*self.words.list(&changes))];
            (!changes.is_empty()).then(|| self.text.with("tradeoff-tier-loses", &arguments))
        };
        self.unit.tiers().filter_map(|(tier, _)| of_tier(tier)).collect()
    }

    fn notes(&self, frontier: &Frontier) -> Vec<Note> {
        let mut notes = vec![self.kept(frontier)];
        notes.extend(self.free(frontier));
        notes.extend(self.exchangeable(frontier));
        notes.extend(self.people(frontier));
        notes.extend(self.unproven(frontier));
        notes
    }

    /// Up to where each tier is untouched, as far as the first that is not.
    fn kept(&self, frontier: &Frontier) -> Note {
        let whole = frontier.whole(self.unit);
        let untouched = frontier.kept_up_to.iter().take_while(|(_, n)| *n == whole).count();
        let tiers = frontier.kept_up_to.iter().take(untouched + 1).map(|(tier, n)| {
            let name = self.words.tier(*tier);
            match n {
                n if *n == whole => self.text.with("tradeoff-tier-kept", &[("tier", &name)]),
                0 => self.text.with("tradeoff-tier-not-kept", &[("tier", &name)]),
                n => {
                    let audits = self.at_most(frontier, *n);
                    self.text.with("tradeoff-tier-kept-up-to", &[("tier", &name), ("audits", &audits)])
                }
            }
        });
        Note::plain(self.text.with("tradeoff-tiers", &[("tiers", &self.words.clauses(tiers))]))
    }

    /// How many cases cost nothing, where that is not obvious from the answer.
    fn free(&self, frontier: &Frontier) -> Option<Note> {
        let costs_nothing = |cost: &Cost| cost.losses.is_empty();
        let free = frontier.stretches.iter().take_while(|stretch| stretch.cost.as_ref().is_some_and(costs_nothing));
        let most = free.last().map_or(0, |stretch| stretch.to);
        let told = most > 0 && most < frontier.whole(self.unit);
        let arguments = [("audits", &*self.at_most(frontier, most))];
        told.then(|| Note::plain(self.text.with("tradeoff-free", &arguments)))
    }

    fn exchangeable(&self, frontier: &Frontier) -> Option<Note> {
        let matters = self.words.matters(&frontier.exchangeable);
        let told = !frontier.exchangeable.is_empty();
        told.then(|| Note::plain(self.text.with("tradeoff-exchangeable", &[("matters", &matters)])))
    }

    fn people(&self, frontier: &Frontier) -> Option<Note> {
        let (stretch, cost) = frontier.furthest().filter(|(stretch, _)| stretch.to > 0)?;
        let people = |people: &[_]| match people {
            [] => self.text.get("nobody"),
            people => self.words.list(people.iter().map(|person| self.words.person(*person))),
        };
        let (at_it, moved) = (people(&cost.people), people(&cost.moved));
        let audits = self.at_most(frontier, stretch.to);
        let arguments = [("audits", &*audits), ("people", &*at_it), ("moved", &*moved)];
        Some(Note::plain(self.text.with("tradeoff-people", &arguments)))
    }

    fn unproven(&self, frontier: &Frontier) -> Option<Note> {
        let costs = frontier.stretches.iter().filter_map(|stretch| stretch.cost.as_ref());
        let gaps = costs.filter_map(|cost| match cost.status {
            PlanStatus::Optimal => None,
            PlanStatus::Feasible { gap } => Some(gap),
        });
        let worst = gaps.max()?;
        let text = self.text.with("tradeoff-unproven", &[("gap", &self.words.gap(worst))]);
        Some(Note::new(Tone::Caution, text))
    }
}
