//! What stalls, in which month, without whom.

use super::View;
use crate::analysis::ServiceStatus;
use crate::analysis::project::{Outlook, Point, Projection};
use crate::model::{Headcount, MatterIx, PlanStatus, RetirementPolicy};
use crate::render::document::{Block, Kind, Note, Tone};
use crate::report::words::{Words, month};
use crate::units::Month;
use rust_decimal::Decimal;

/// Changes told in sentences before the rest is counted.
const TOLD: usize = 4;
/// Matters named in a sentence before the rest is counted.
const NAMED: usize = 4;

impl View<'_> {
    pub(super) fn verdict(&self) -> Vec<Block> {
        [vec![self.basis(), Block::heading(self.text, "verdict-heading")], self.answers()].concat()
    }

    /// The choice of retirement that is projected.
    pub(super) fn basis(&self) -> Block {
        let policy = self.policy(self.outlook.chosen.policy);
        Block::plain(self.text.with("project-basis", &[("policy", &policy)]))
    }

    /// The verdict itself: the answer, then what stands beside it.
    pub(super) fn answers(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut notes = self.unproven();
        if let [first, .., last] | [first @ last] = &self.outlook.chosen.points[..] {
            blocks.push(Block::Paragraph(self.answer(first)));
            notes.insert(0, Note::plain(self.course(first, last)));
        }
        notes.extend(self.band());
        blocks.push(Block::List(notes));
        blocks
    }

    /// The first new stall under the policy projected, and what else people may choose.
    pub(super) fn first_stall(&self) -> Note {
        let first = self.outlook.chosen.first_new_stall().map(|point| self.up_to(point));
        let unproven = self.unproven();
        let tone = match &first {
            _ if !unproven.is_empty() => Tone::Caution,
            Some(_) => Tone::Bad,
            None if exchanges(&self.outlook.chosen) => Tone::Caution,
            None => Tone::Good,
        };
        let never = first.is_none() && choices(self.outlook).all(|policy| policy.first_new_stall().is_none());
        let (first, band) = match first {
            None if never => (self.no_new_stalls(true), None),
            first => (first.unwrap_or_else(|| self.no_new_stalls(false)), self.band()),
        };
        let notes = band.into_iter().chain(unproven).map(|note| note.text.to_string());
        Note::new(tone, self.words.sentences([first].into_iter().chain(notes)))
    }

    /// What stalls at a point, after what has recovered only to stall again there.
    fn up_to(&self, point: &Point) -> String {
        let before = self.outlook.chosen.points.iter().take_while(|earlier| earlier.month < point.month);
        let is_lost = |matter: &MatterIx| point.new_stalls().any(|lost| lost == *matter);
        let recovers = |earlier: &&Point| earlier.recovered.iter().any(is_lost);
        let told = before.filter(recovers).chain([point]).filter_map(|point| self.change(point));
        self.words.sentences(told.collect::<Vec<_>>())
    }

    /// That nothing newly stalls, whenever people retire or under the policy projected; where matters change places, with
    /// those that stall in exchange.
    fn no_new_stalls(&self, ever: bool) -> String {
        let exchanged = exchanges(&self.outlook.chosen) || ever && choices(self.outlook).any(exchanges);
        let said = self.text.get(match (ever, exchanged) {
            (false, false) => "verdict-no-new-stalls",
            (true, false) => "verdict-no-new-stalls.ever",
            (false, true) => "verdict-no-new-stalls.exchanged",
            (true, true) => "verdict-no-new-stalls.ever-exchanged",
        });
        let first = self.outlook.chosen.points.iter().find(|point| !point.exchanged.is_empty());
        self.words.sentences([said].into_iter().chain(first.and_then(|point| self.change(point))))
    }

    /// What stalls at the start, and what each change of staffing adds.
    fn answer(&self, first: &Point) -> Note {
        let mut sentences = vec![self.start(first)];
        let changes: Vec<_> = self.outlook.chosen.points.iter().filter_map(|point| self.change(point)).collect();
        let new_stalls = self.outlook.chosen.first_new_stall().is_some();
        if !new_stalls {
            let key = if exchanges(&self.outlook.chosen) {
                "verdict-no-new-stalls.exchanged"
            } else {
                "verdict-no-new-stalls"
            };
            sentences.push(self.text.get(key));
        }
        sentences.extend(changes.iter().take(TOLD).cloned());
        if changes.len() > TOLD {
            let count = (changes.len() - TOLD).to_string();
            sentences.push(self.text.with("verdict-more-changes", &[("count", &count)]));
        }
        Note::new(if new_stalls { Tone::Bad } else { Tone::Caution }, self.words.sentences(sentences))
    }

    fn start(&self, first: &Point) -> String {
        let month = month(self.text, first.month);
        let stalled: Vec<_> = first.with_status(ServiceStatus::Stalled).collect();
        if stalled.is_empty() {
            return self.text.with("verdict-start-none", &[("month", &month)]);
        }
        let matters = self.named(&stalled);
        let arguments = [("month", &*month), ("count", &*stalled.len().to_string()), ("matters", &*matters)];
        self.text.with("verdict-start", &arguments)
    }

    /// What a change of staffing does to the service; nothing if that stays as it is.
    fn change(&self, point: &Point) -> Option<String> {
        let (again, lost): (Vec<MatterIx>, Vec<MatterIx>) = point
            .new_stalls()
            .partition(|matter| self.outlook.chosen.first_stall(*matter).is_some_and(|first| first < point.month));
        let groups = [
            ("change-stalled", &lost),
            ("change-stalled.again", &again),
            ("change-exchanged", &point.exchanged),
            ("change-slowed", &point.newly_slowed),
            ("change-recovered", &point.recovered),
        ];
        let hit = groups.iter().filter(|(_, matters)| !matters.is_empty());
        let mut changes: Vec<_> =
            hit.map(|(key, matters)| self.text.with(key, &[("matters", &self.named(matters))])).collect();
        changes.extend(self.tiers_gone(point));
        let month = month(self.text, point.month);
        let (events, changes_told) = (self.events(&point.events), self.words.clauses(&changes));
        let arguments = [("month", &*month), ("events", &*events), ("changes", &*changes_told)];
        (!changes.is_empty()).then(|| self.text.with("verdict-change", &arguments))
    }

    /// Tiers of which the last matter stalls at a point.
    fn tiers_gone(&self, point: &Point) -> impl Iterator<Item = String> {
        let stalled: Vec<_> = point.with_status(ServiceStatus::Stalled).collect();
        let of = |tier, matters: &[MatterIx]| matters.iter().filter(|ix| self.unit[**ix].tier == tier).count();
        let tiers = self.unit.tiers().map(|(tier, _)| tier).filter_map(move |tier| {
            let total = self.unit.matters.iter().filter(|matter| matter.tier == tier).count();
            (of(tier, &stalled) == total && of(tier, &point.newly_stalled) > 0).then_some((tier, total))
        });
        tiers.map(|(tier, total)| {
            let arguments = [("tier", &*self.words.tier(tier)), ("total", &*total.to_string())];
            self.text.with("change-tier-gone", &arguments)
        })
    }

    fn course(&self, first: &Point, last: &Point) -> String {
        let points = &self.outlook.chosen.points;
        let always_full = |ix: MatterIx| points.iter().all(|point| point.status_of(ix) == ServiceStatus::Full);
        let full = self.unit.matters().filter(|(ix, _)| always_full(*ix)).count();
        let course = |count: fn(&Headcount) -> u32| {
            let (from, to) = (count(&first.headcount), count(&last.headcount));
            let counts = || points.iter().map(|point| count(&point.headcount));
            let (fewest, most) = (counts().min().unwrap_or(from), counts().max().unwrap_or(from));
            let key = if fewest < from.min(to) || most > from.max(to) {
                "count-varies"
            } else if from == to {
                "count-stays"
            } else {
                "count-moves"
            };
            let [from, to, fewest, most] = [from, to, fewest, most].map(|count| count.to_string());
            self.text.with(key, &[("from", &from), ("to", &to), ("least", &fewest), ("most", &most)])
        };
        let arguments = [
            ("on_duty", &*course(|headcount| headcount.on_duty)),
            ("contract", &*course(|headcount| headcount.contract)),
            ("full", &*full.to_string()),
        ];
        self.text.with("verdict-course", &arguments)
    }

    /// The first new stall under each policy that people may choose.
    fn band(&self) -> Option<Note> {
        let policies = first_by_policy(self.words, self.outlook, ["band-at", "band-never"]);
        (!policies.is_empty()).then(|| Note::plain(self.text.with("verdict-band", &[("policies", &policies)])))
    }

    fn unproven(&self) -> Vec<Note> {
        let gaps = self.outlook.chosen.points.iter().filter_map(|point| match point.status {
            PlanStatus::Optimal => None,
            PlanStatus::Feasible { gap } => Some(gap),
        });
        let gaps: Vec<Decimal> = gaps.collect();
        let Some(worst) = gaps.iter().max() else { return Vec::new() };
        let arguments = [("count", &*gaps.len().to_string()), ("gap", &*Kind::Percent.show(*worst))];
        vec![Note::new(Tone::Caution, self.text.with("project-unproven", &arguments))]
    }

    fn named(&self, matters: &[MatterIx]) -> String {
        let some = matters.get(..NAMED).unwrap_or(matters);
        let list = self.words.matters(some);
        if some.len() == matters.len() {
            return list;
        }
        self.text.with("and-others", &[("list", &list), ("count", &matters.len().to_string())])
    }
}

/// Whether matters of a tier change places within the years.
fn exchanges(projection: &Projection) -> bool {
    projection.points.iter().any(|point| !point.exchanged.is_empty())
}

/// The years under each policy that people may choose.
fn choices(outlook: &Outlook) -> impl Iterator<Item = &Projection> {
    outlook.policies.iter().filter(|projection| projection.policy != RetirementPolicy::PreReform)
}

/// The month of the first new stall under each policy that people may choose; once where it is the same under all. `keys`
/// are those of a month and of none.
pub(in crate::report) fn first_by_policy(words: Words<'_>, outlook: &Outlook, keys: [&str; 2]) -> String {
    let firsts: Vec<(RetirementPolicy, Option<Month>)> =
        choices(outlook).map(|p| (p.policy, p.first_new_stall().map(|point| point.month))).collect();
    let text = words.text;
    let is_one = firsts.len() > 1 && firsts.windows(2).all(|pair| pair[0].1 == pair[1].1);
    if let Some((_, first)) = firsts.first().filter(|_| is_one) {
        return match first {
            Some(first) => text.with("first-stall-always", &[("month", &month(text, *first))]),
            None => text.get("first-stall-never"),
        };
    }
    words.clauses(firsts.into_iter().map(|(policy, first)| {
        let policy = text.get(&format!("policy-{}", policy.id()));
        match first {
            Some(first) => text.with(keys[0], &[("policy", &policy), ("month", &month(text, first))]),
            None => text.with(keys[1], &[("policy", &policy)]),
        }
    }))
}
