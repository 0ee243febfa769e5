//! The answer in a few sentences.

use super::{View, target_words};
use crate::analysis::hire::{HiringPlan, OneFewer};
use crate::render::document::{Block, Kind, Note, Tone};
use crate::report::words::month;
use crate::units::Month;

impl View<'_> {
    pub(super) fn verdict(&self) -> Vec<Block> {
        [Block::heading(self.text, "verdict-heading")].into_iter().chain(self.answers()).collect()
    }

    /// The verdict itself: the answer, then what stands beside it.
    pub(in crate::report) fn answers(&self) -> [Block; 2] {
        let mut points = Vec::new();
        points.extend(self.nearest());
        points.extend(self.waiting());
        points.extend(self.learning());
        points.extend(self.hiring.fewer.iter().map(|fewer| self.fewer(fewer)));
        points.extend(self.bound());
        points.extend(self.other_authorised());
        [Block::Paragraph(self.answer()), Block::List(points)]
    }

    /// Whether the targets can be reached, and with whom.
    fn answer(&self) -> Note {
        let targets = target_words(self.words, &self.hiring.terms.targets);
        let Some(plan) = self.hiring.smallest() else {
            return Note::new(Tone::Bad, self.text.with("hire-no-plan", &[("targets", &targets)]));
        };
        if !self.hiring.is_reached() {
            let missed = plan.missed.len().to_string();
            let arguments = [("targets", &*targets), ("heads", &*self.words.heads(plan.heads())), ("missed", &*missed)];
            let key = match (self.hiring.terms.intakes.is_empty(), plan.hires.is_empty()) {
                (true, _) => "hire-no-intake",
                (false, true) => "hire-unreachable-none",
                (false, false) => "hire-unreachable",
            };
            return Note::new(Tone::Bad, self.text.with(key, &arguments));
        }
        let from = month(self.text, self.holds_from(plan));
        if plan.hires.is_empty() {
            let key = if self.hiring.waiting.is_empty() { "hire-nobody" } else { "hire-nobody-later" };
            return Note::new(Tone::Good, self.text.with(key, &[("targets", &targets), ("month", &from)]));
        }
        let arguments = [("targets", &*targets), ("heads", &*self.words.heads(plan.heads())), ("month", &*from)];
        let mut sentences = vec![self.text.with("hire-reached", &arguments), self.steps(plan)];
        if self.is_priced() {
            sentences.push(self.text.with("hire-cost", &[("cost", &self.words.money_range(plan.cost()))]));
        }
        Note::new(Tone::Good, self.words.sentences(sentences))
    }

    /// First month from which on the targets hold in every month, by a plan that reaches them.
    fn holds_from(&self, plan: &HiringPlan) -> Month {
        let terms = &self.hiring.terms;
        let first = if self.hiring.waiting.is_empty() { None } else { terms.intakes.first().copied() };
        let able = plan.learning.last().map(|last| last.plus(1));
        able.or(first).unwrap_or(terms.from)
    }

    /// Who begins when, in one sentence.
    fn steps(&self, plan: &HiringPlan) -> String {
        self.text.with(
            "hire-steps",
            &[("steps", &self.words.clauses(plan.hires.iter().map(|planned| self.words.hire(planned))))],
        )
    }

    fn nearest(&self) -> Option<Note> {
        let nearest = self.hiring.nearest.as_ref()?;
        let targets = target_words(self.words, &nearest.targets);
        let heads = self.words.heads(nearest.plan.heads());
        let steps = if nearest.plan.hires.is_empty() { String::new() } else { self.steps(&nearest.plan) };
        let key = if nearest.plan.hires.is_empty() { "hire-nearest-none" } else { "hire-nearest" };
        let said = self.text.with(key, &[("targets", &targets), ("heads", &heads)]);
        let sentences = [said, steps].into_iter().filter(|sentence| !sentence.is_empty());
        Some(Note::plain(self.words.sentences(sentences)))
    }

    /// The months that no decision of today can help.
    fn waiting(&self) -> Option<Note> {
        self.missed(["hire-waiting", "hire-waiting.month"], &self.hiring.waiting)
    }

    /// The months in which those who came first are still new to the work.
    fn learning(&self) -> Option<Note> {
        self.missed(["hire-learning", "hire-learning.month"], &self.hiring.smallest()?.learning)
    }

    fn missed(&self, [range, single]: [&str; 2], months: &[Month]) -> Option<Note> {
        let (first, last) = (months.first()?, months.last()?);
        let arguments = [
            ("count", &*months.len().to_string()),
            ("from", &*month(self.text, *first)),
            ("until", &*month(self.text, *last)),
        ];
        // One month is no range.
        Some(self.caution(if months.len() == 1 { single } else { range }, &arguments))
    }

    fn fewer(&self, fewer: &OneFewer) -> Note {
        let begins = month(self.text, fewer.month);
        let employment = self.words.employment(fewer.employment);
        let Some(shortfall) = &fewer.shortfall else {
            return self.plain("hire-fewer-unknown", &[("employment", &employment), ("month", &begins)]);
        };
        let arguments = [
            ("employment", &*employment),
            ("month", &*begins),
            ("matter", &*self.words.matter(shortfall.matter)),
            ("status", &*self.words.status(shortfall.status)),
            ("reason", &*self.words.reason_clause(&shortfall.reason)),
        ];
        self.plain("hire-fewer", &arguments)
    }

    /// How sure it is that nobody can be spared.
    fn bound(&self) -> Option<Note> {
        if !self.hiring.is_proven() {
            return Some(self.caution("hire-unproven", &[]));
        }
        let heads = self.hiring.smallest().filter(|_| self.hiring.is_reached())?.heads().all();
        if !self.hiring.fewest {
            return Some(self.caution("hire-not-fewest", &[]));
        }
        let key = if heads == 1 { "hire-proven.one" } else { "hire-proven" };
        (heads > 0).then(|| self.plain(key, &[("heads", &heads.to_string())]))
    }

    fn other_authorised(&self) -> Vec<Note> {
        let others = self.hiring.other_authorised.iter();
        let note = |other: &crate::analysis::hire::OtherAuthorised| {
            let arguments = [
                ("authorised", &*Kind::Given.show(other.authorised)),
                ("source", crate::report::words::clause(self.words.quoted(&other.source))),
                ("heads", &*self.words.heads(other.heads)),
                ("missed", &*other.missed.to_string()),
            ];
            let key = match (other.missed, other.heads.all()) {
                (0, _) => "hire-authorised",
                (_, 0) => "hire-authorised-none",
                _ => "hire-authorised-short",
            };
            self.caution(key, &arguments)
        };
        others.map(note).collect()
    }
}
