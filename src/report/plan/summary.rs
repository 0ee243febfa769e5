//! The first screen of a page: figures, the answers to what a reader came to ask, and the months ahead.

use super::View;
use crate::analysis::ServiceStatus;
use crate::analysis::explain::Repair;
use crate::render::document::glance::{Answer, Figure};
use crate::render::document::{Block, Note, Tone};
use crate::report::{project, tradeoff};

impl View<'_> {
    /// What stands below the answer.
    pub(super) fn glance(&self) -> Vec<Block> {
        let outlook = self.extras.beside.and_then(|beside| beside.outlook.as_ref());
        let ahead = outlook.and_then(|outlook| project::lanes(self.unit, outlook, self.text));
        [
            Some(Block::Figures(self.figures())),
            Some(Block::Answers(self.answers())),
            ahead.map(Block::Grid),
            self.solved(),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// What becomes of the matters, and who is there for them.
    pub(super) fn figures(&self) -> Vec<Figure> {
        let total = self.unit.matters.len();
        let figure = |name: String, tone, value: String| Figure { name: name.into(), value: Note::new(tone, value) };
        let of_status = |(status, tone)| {
            let count: usize = self.unit.tiers().map(|(tier, _)| self.matters_of(tier, Some(status))).sum();
            let tone = if count == 0 { Tone::Plain } else { tone };
            let arguments = [("count", &*count.to_string()), ("total", &*total.to_string())];
            figure(self.words.status(status), tone, self.text.with("figure-matters", &arguments))
        };
        let people = |count: String| self.text.with("figure-count", &[("count", &count)]);
        let posts = |count: String| self.text.with("headcount-posts", &[("count", &count)]);
        let (name, vacancies) = match self.unit.vacancies() {
            None => ("figure-vacant", self.text.get("figure-vacant-unknown")),
            Some(over) if over < 0 => ("figure-over", posts(over.unsigned_abs().to_string())),
            Some(vacant) => ("figure-vacant", posts(vacant.to_string())),
        };
        let staff = [
            figure(self.text.get("figure-people"), Tone::Plain, people(self.unit.present().count().to_string())),
            figure(self.text.get(name), Tone::Plain, vacancies),
        ];
        self.statuses().into_iter().map(of_status).chain(staff).collect()
    }

    fn answers(&self) -> Vec<Answer> {
        let beside = self.extras.beside;
        let (outlook, traded) =
            (beside.and_then(|beside| beside.outlook.as_ref()), beside.and_then(|beside| beside.tradeoff.as_ref()));
        let year = outlook.map(|outlook| project::first_stall(self.unit, outlook, self.text));
        let audits = traded.map(|found| tradeoff::gist(self.unit, found, self.text));
        [
            self.cheapest(),
            Some(self.answer_to("question-people", self.more_people(), self.what_helps())),
            Some(self.answer_to(
                "question-audits",
                audits.unwrap_or_else(|| self.not_studied("tradeoff")),
                "page-tradeoff-heading",
            )),
            Some(self.answer_to(
                "question-year",
                year.unwrap_or_else(|| self.not_studied("project")),
                "page-project-heading",
            )),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// The heading under which it stands what would help.
    fn what_helps(&self) -> &'static str {
        let explained = self.extras.beside.is_some_and(|beside| beside.explained.is_some());
        if explained { "repairs-heading" } else { "shortfalls-heading" }
    }

    fn answer_to(&self, question: &str, answer: Note, more: &str) -> Answer {
        // The last tier is what has to wait; its name is the unit's own.
        let last = self.unit.tiers().last().map(|(tier, _)| self.words.tier(tier)).unwrap_or_default();
        let question = self.text.with(question, &[("tier", &last)]);
        Answer { question: question.into(), answer: answer.more(self.text.get(more)) }
    }

    /// The least change of staff for each matter that falls short, if any does.
    fn cheapest(&self) -> Option<Answer> {
        let told: Vec<_> = self.remedies().into_iter().map(|note| note.text.to_string()).collect();
        (!told.is_empty())
            .then(|| self.answer_to("question-cheapest", Note::plain(self.words.sentences(told)), "shortfalls-heading"))
    }

    /// Whether one more person would help, counted over the matters that fall short; each is tried by itself.
    fn more_people(&self) -> Note {
        let short = self.assessment.shortfalls.len();
        if short == 0 {
            return Note::new(Tone::Good, self.text.get("people-enough"));
        }
        let repairs: Vec<&Repair> = self.extras.remedies.iter().filter_map(|remedy| remedy.repair.as_ref()).collect();
        let full = repairs.iter().filter(|repair| repair.status == ServiceStatus::Full).count();
        let arguments = [
            ("count", &*short.to_string()),
            ("helped", &*repairs.len().to_string()),
            ("full", &*full.to_string()),
            ("open", &*(short.saturating_sub(self.extras.remedies.len())).to_string()),
        ];
        let settled = self.extras.remedies.len() >= short;
        let key = match (repairs.len(), settled) {
            (_, false) => "people-open",
            (0, true) => "people-no-help",
            _ => "people-help",
        };
        Note::plain(self.text.with(key, &arguments))
    }

    /// That a study is not part of this report, and how it would be.
    fn not_studied(&self, study: &str) -> Note {
        let key = if self.extras.cut { "page-study-unfinished" } else { "page-study-not-asked" };
        Note::plain(self.text.with(key, &[("study", study)]))
    }
}
