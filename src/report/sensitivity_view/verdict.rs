//! Whether the verdict holds, and unless what.

use super::View;
use crate::analysis::sensitivity::{Effect, Margin, Together};
use crate::analysis::{Outcome, ServiceStatus};
use crate::model::{PlanStatus, TierIx};
use crate::report::view::{Block, Kind, Note, Tone};
use rust_decimal::Decimal;

/// Numbers named in the verdict before the rest is counted.
const NEAREST: usize = 3;

impl View<'_> {
    pub(super) fn verdict(&self) -> Vec<Block> {
        let factor = Kind::Given.show(self.found.factor);
        let mut notes: Vec<Note> = self.found.together.iter().map(|(t, effect)| self.all_at_once(*t, effect)).collect();
        notes.extend(self.untried());
        notes.extend(self.unproven());
        vec![
            Block::plain(self.text.with("sensitivity-basis", &[("factor", &factor)])),
            self.heading("verdict-heading"),
            Block::Paragraph(self.answer()),
            Block::List(notes),
        ]
    }

    fn answer(&self) -> Note {
        let stalled = self.found.base.with(ServiceStatus::Stalled);
        let slowed = self.found.base.with(ServiceStatus::Slowed);
        let list = |matters: &[_]| match matters {
            [] => self.text.get("none"),
            matters => self.words.matters(matters),
        };
        let broken: Vec<&Margin> = self.found.margins.iter().filter(|margin| margin.breaks.is_some()).collect();
        let tried = self.found.margins.len().to_string();
        let now = [("stalled", &*list(&stalled)), ("slowed", &*list(&slowed))];
        let mut sentences = vec![self.text.with("sensitivity-now", &now)];
        if broken.is_empty() {
            sentences.push(self.text.with("sensitivity-holds", &[("tried", &tried)]));
            return Note::new(Tone::Good, self.words.sentences(sentences));
        }
        let nearest = self.words.clauses(broken.iter().take(NEAREST).filter_map(|margin| self.unless(margin)));
        let holding = (self.found.margins.len() - broken.len()).to_string();
        let arguments = [
            ("nearest", &*nearest),
            ("broken", &*broken.len().to_string()),
            ("holding", &*holding),
            ("tried", &*tried),
        ];
        sentences.push(self.text.with("sensitivity-unless", &arguments));
        Note::new(Tone::Caution, self.words.sentences(sentences))
    }

    /// Where a number has to go for another verdict.
    fn unless(&self, margin: &Margin) -> Option<String> {
        let found = margin.breaks.as_ref()?;
        let key = if found.flips > margin.value { "sensitivity-rises" } else { "sensitivity-falls" };
        let (value, flips) = (Kind::Given.show(margin.value), Kind::Given.show(found.flips));
        let arguments = [
            ("subject", &*self.subject(&margin.subject)),
            ("value", &*value),
            ("flips", &*flips),
            ("changes", &*self.flips(&found.flipped)),
        ];
        Some(self.text.with(key, &arguments))
    }

    /// What happens when many numbers are at their ends.
    fn all_at_once(&self, together: Together, effect: &Effect) -> Note {
        let case = self.text.with(&format!("together-{}", together.id()), &[]);
        let outcome = self.words.outcome(&replanned(effect), effect.flipped.is_empty());
        let arguments = [("case", &*case), ("outcome", &*outcome)];
        let tone = if effect.flipped.is_empty() { Tone::Good } else { Tone::Plain };
        Note::new(tone, self.text.with("sensitivity-together", &arguments))
    }

    fn untried(&self) -> Option<Note> {
        let count = self.found.untried;
        let text = || self.text.with("sensitivity-untried", &[("count", &count.to_string())]);
        (count > 0).then(|| Note::plain(text()))
    }

    fn unproven(&self) -> Option<Note> {
        let effects = self.found.together.iter().map(|(_, effect)| effect);
        let effects = effects.chain(self.found.rules.iter().map(|(_, effect)| effect));
        let verdicts = effects.map(|effect| &effect.verdict).chain([&self.found.base]);
        let gaps = verdicts.filter_map(|verdict| match verdict.status {
            PlanStatus::Optimal => None,
            PlanStatus::Feasible { gap } => Some(gap),
        });
        let worst: Decimal = gaps.max()?;
        let text = self.text.with("tradeoff-unproven", &[("gap", &Kind::Percent.show(worst))]);
        Some(Note::new(Tone::Caution, text))
    }
}

/// An effect in the terms of a conflict that was solved again.
fn replanned(effect: &Effect) -> Outcome {
    let tiers = effect.verdict.service.iter().enumerate();
    Outcome::Replanned {
        service: tiers.map(|(i, sum)| (TierIx(i), *sum)).collect(),
        stalled: effect.verdict.with(ServiceStatus::Stalled),
        slowed: effect.verdict.with(ServiceStatus::Slowed),
    }
}
