//! Whether the verdict holds, and unless what.

use super::View;
use crate::analysis::ServiceStatus;
use crate::analysis::sensitivity::{Direction, Effect, Margin, Together};
use crate::render::document::{Block, Kind, Note, Tone};

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
            Block::heading(self.text, "verdict-heading"),
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
        sentences.extend(self.strongest());
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
        let count = |status| effect.verdict.with(status).len().to_string();
        let case = self.text.get(&format!("together-{}", together.id()));
        if effect.flipped.is_empty() {
            return Note::new(Tone::Good, self.text.with("sensitivity-together-same", &[("case", &case)]));
        }
        let (stalled, slowed) = (count(ServiceStatus::Stalled), count(ServiceStatus::Slowed));
        let arguments = [("case", &*case), ("stalled", &*stalled), ("slowed", &*slowed)];
        Note::plain(self.text.with("sensitivity-together", &arguments))
    }

    /// That what stalls does so even with every number at its most favourable: no assumption of these carries it.
    fn strongest(&self) -> Option<String> {
        let stalled = self.found.base.with(ServiceStatus::Stalled);
        let easiest = |(together, _): &&(Together, Effect)| *together == Together::Everything(Direction::Easier);
        let (_, effect) = self.found.together.iter().find(easiest)?;
        let still = effect.verdict.with(ServiceStatus::Stalled);
        let holds = !stalled.is_empty() && stalled.iter().all(|matter| still.contains(matter));
        holds.then(|| self.text.get("sensitivity-strongest"))
    }

    fn untried(&self) -> Option<Note> {
        let count = self.found.untried;
        let text = || self.text.with("sensitivity-untried", &[("count", &count.to_string())]);
        (count > 0).then(|| Note::plain(text()))
    }

    fn unproven(&self) -> Option<Note> {
        let text = self.text.with("tradeoff-unproven", &[("gap", &self.words.gap(self.found.unproven?))]);
        Some(Note::new(Tone::Caution, text))
    }
}
