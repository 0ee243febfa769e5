//! The first screen of a page: figures, the answers to what a reader came to ask, and the months ahead.

use super::View;
use crate::analysis::ServiceStatus;
use crate::analysis::absence::days_of;
use crate::analysis::explain::{Repair, StaffKind};
use crate::model::{Change, ConflictTarget};
use crate::render::document::glance::{Answer, Figure};
use crate::render::document::{Block, Note, Tone};
use crate::report::parts::alike::alike;
use crate::report::{project, tradeoff};

/// People named before the rest is counted.
const NAMED: usize = 3;

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
            None => (self.text.get("figure-vacant"), self.text.get("figure-vacant-unknown")),
            Some(over) if over < 0 => {
                (self.by_posts(["figure-over", "figure-over.by-one"]), posts(over.unsigned_abs().to_string()))
            }
            Some(vacant) => (self.by_posts(["figure-vacant.by", "figure-vacant.by-one"]), posts(vacant.to_string())),
        };
        let staff = [
            figure(self.text.get("figure-people"), Tone::Plain, people(self.unit.present().count().to_string())),
            figure(name, Tone::Plain, vacancies),
        ];
        self.statuses().into_iter().map(of_status).chain(staff).collect()
    }

    /// What a number of vacancies is, by so many authorised posts; `keys` are those where sources agree on these and not.
    fn by_posts(&self, keys: [&str; 2]) -> String {
        let posts = self.unit.stated.authorised.as_ref().map(|stated| stated.value.to_string()).unwrap_or_default();
        let differ = self.unit.conflicts.iter().any(|conflict| conflict.target == Some(ConflictTarget::Authorised));
        self.text.with(keys[usize::from(differ)], &[("posts", &posts)])
    }

    fn answers(&self) -> Vec<Answer> {
        let beside = self.extras.beside;
        let (outlook, traded) =
            (beside.and_then(|beside| beside.outlook.as_ref()), beside.and_then(|beside| beside.tradeoff.as_ref()));
        let year = outlook.map(|outlook| project::first_stall(self.unit, outlook, self.text));
        let audits = traded.map(|found| tradeoff::gist(self.unit, found, self.text));
        // Where nothing of the last tier falls short, nothing was asked, and that it was not answers nobody.
        let is_asked = traded.is_none_or(|found| !found.frontiers.is_empty());
        [
            self.fewest(),
            Some(self.answer_to("question-people", self.more_people(), self.what_helps())),
            is_asked.then(|| {
                let audits = audits.unwrap_or_else(|| self.not_studied("tradeoff"));
                self.answer_to("question-audits", audits, "page-tradeoff-heading")
            }),
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
    fn fewest(&self) -> Option<Answer> {
        let remedies = self.remedies().into_iter().map(|note| note.text.to_string());
        let told: Vec<_> = remedies.chain(self.without_people()).collect();
        (!told.is_empty())
            .then(|| self.answer_to("question-fewest", Note::plain(self.words.sentences(told)), "shortfalls-heading"))
    }

    /// Where a rule set otherwise serves a matter in full at nobody's expense: that it takes nobody.
    fn without_people(&self) -> Vec<String> {
        let explained = self.extras.beside.and_then(|beside| beside.explained.as_ref());
        let is_rule = |repair: &&Repair| {
            let [Change::Rule(_)] = &*repair.changes else { return false };
            repair.is_free() && repair.proven && repair.status == ServiceStatus::Full
        };
        let explained = explained.into_iter().flat_map(|explained| &explained.matters);
        let answers = explained.filter_map(|explanation| {
            let repair = explanation.repairs.iter().find(is_rule)?;
            Some((explanation.shortfall.matter, self.answered(repair)))
        });
        let told = alike(answers).into_iter().map(|(matters, (changes, reach))| {
            let (matters, changes, reach) = (&matters, &changes, &reach);
            let matters = ("matters", &*self.words.matters(matters));
            self.text.with("shortfall-without-people", &[matters, ("changes", changes), ("reach", reach)])
        });
        told.collect()
    }

    /// Whether one more person would help, counted over the matters that fall short; each is tried by itself.
    fn more_people(&self) -> Note {
        let short = self.assessment.shortfalls.len();
        if short == 0 {
            let told = [Some(self.text.get("people-enough")), self.bare()].into_iter().flatten();
            return Note::new(Tone::Good, self.words.sentences(told));
        }
        let repairs: Vec<&Repair> = self.extras.remedies.iter().filter_map(|remedy| remedy.repair.as_ref()).collect();
        if let ([repair], 1) = (&*repairs, short) {
            let one = self.text.with("people-help-one", &[("reach", &self.words.reach(repair.level))]);
            let more = (repair.status != ServiceStatus::Full).then(|| self.all_full()).flatten();
            return Note::plain(self.words.sentences([Some(one), more].into_iter().flatten()));
        }
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
        let told = [Some(self.text.with(key, &arguments)), self.all_full()];
        Note::plain(self.words.sentences(told.into_iter().flatten()))
    }

    /// Who more would serve everything in full, where that is known.
    fn all_full(&self) -> Option<String> {
        let (established, contract) = self.extras.solved?.full_with()?;
        let more = [(StaffKind::Established, established), (StaffKind::Contract, contract)];
        let joining = more.into_iter().filter(|(_, count)| *count > 0);
        let joining: Vec<_> = joining.map(|(kind, count)| self.words.joining(kind, count)).collect();
        let changes = match &*joining {
            [first, second] => self.text.with("change-both", &[("first", first), ("second", second)]),
            _ => self.words.clauses(joining),
        };
        Some(self.text.with("people-all", &[("changes", &changes)]))
    }

    /// Those for whom nobody stands in, where there are any.
    fn bare(&self) -> Option<String> {
        let bare = days_of(self.unit, &self.assessment.plan).people;
        let some = self.words.list(bare.iter().take(NAMED).map(|person| self.words.person(*person)));
        let people = match bare.len() {
            ..=NAMED => some,
            count => self.text.with("and-others.people", &[("list", &some), ("count", &count.to_string())]),
        };
        (!bare.is_empty()).then(|| self.text.with("people-bare", &[("people", &people)]))
    }

    /// That a study is not part of this report, and how it would be.
    fn not_studied(&self, study: &str) -> Note {
        let key = if self.extras.cut { "page-study-unfinished" } else { "page-study-not-asked" };
        Note::plain(self.text.with(key, &[("study", study)]))
    }
}
