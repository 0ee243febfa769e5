//! Who is missed, how many may be away, on how many days somebody lacks, and what would help.

use super::{View, cases, with};
use crate::analysis::ServiceStatus;
use crate::analysis::absence::{Absent, Backup, Days, Needed, last_daily};
use crate::model::{TierIx, Unit};
use crate::render::document::{Block, Kind, Note, Tone};
use crate::report::words::Words;
use crate::text::Text;
use rust_decimal::Decimal;

/// People named with what stalls without them.
const NAMED: usize = 3;

impl View<'_> {
    pub(super) fn verdict(&self) -> Vec<Block> {
        let said = self.said().into_iter().enumerate();
        let heading = Block::heading(self.text, "verdict-heading");
        said.flat_map(|(at, block)| (at == 1).then(|| heading.clone()).into_iter().chain([block])).collect()
    }

    /// What it is about, the answer, and what else is to be known.
    pub(super) fn said(&self) -> Vec<Block> {
        let who = if self.found.most == 1 { "absence-who-one" } else { "absence-who" };
        let who = self.text.with(who, &[("most", &self.found.most.to_string())]);
        let mut notes: Vec<Note> = Vec::new();
        notes.extend(
            self.found.irreplaceable(self.unit).into_iter().take(NAMED).map(|absent| missed(self.words, absent)),
        );
        notes.extend(self.together());
        notes.extend(days(self.unit, &self.found.days, self.text).map(|said| Note::new(Tone::Caution, said)));
        notes.push(self.backup());
        notes.push(self.fewest());
        notes.extend(self.found.unproven.map(|gap| {
            let gap = self.words.gap(gap);
            Note::new(Tone::Caution, self.text.with("absence-unproven", &[("gap", &gap)]))
        }));
        vec![
            Block::plain(self.text.with("absence-basis", &[("who", &who)])),
            Block::Paragraph(self.answer()),
            Block::List(notes),
        ]
    }

    fn answer(&self) -> Note {
        let tried = self.found.tried.first().copied().unwrap_or_default();
        let missed = self.found.irreplaceable(self.unit);
        let held = missed.iter().filter(|absent| !absent.reappointed.is_empty()).count();
        if missed.is_empty() {
            return Note::new(Tone::Good, self.text.with("absence-none", &[("people", &tried.to_string())]));
        }
        let arguments =
            [("people", &*tried.to_string()), ("missed", &*missed.len().to_string()), ("held", &*held.to_string())];
        let first = &self.found.survived[..1];
        let some = if held == 0 { "absence-some.kept" } else { "absence-some" };
        let mut sentences = vec![self.text.with(some, &arguments)];
        sentences.extend(first.iter().map(|of| {
            let arguments = [
                ("tier", &*self.words.tier(of.tier)),
                ("held", &*self.up_to(of.as_held)),
                ("again", &*self.up_to(of.reappointed)),
            ];
            self.text.with("absence-survives", &arguments)
        }));
        Note::new(Tone::Caution, self.words.sentences(sentences))
    }

    /// Who is missed only together: what no absence of one person shows.
    fn together(&self) -> Option<Note> {
        let sets = self.found.only_together(self.unit);
        let worst = missed(self.words, sets.first()?).text.to_string();
        let arguments = [("count", &*sets.len().to_string()), ("worst", &*worst)];
        Some(Note::new(Tone::Caution, self.text.with("absence-together", &arguments)))
    }

    /// How many may be away, in words.
    fn up_to(&self, people: usize) -> String {
        let key = match people {
            0 => "absence-up-to-none",
            _ if people == self.found.most => "absence-up-to-all",
            _ => "absence-up-to",
        };
        let who = if people == 1 { "absence-any-one" } else { "absence-any" };
        let who = self.text.with(who, &[("people", &people.to_string())]);
        self.text.with(key, &[("who", &who)])
    }

    fn backup(&self) -> Note {
        let Some(best) = self.found.backups.first() else {
            return Note::new(Tone::Caution, self.text.get("absence-no-backup"));
        };
        let saved = best.saved.iter().filter(|saved| saved.matter_days > Decimal::ZERO).map(|saved| {
            let days = Kind::Whole.show(saved.matter_days);
            self.text.with("absence-saved", &[("tier", &self.words.tier(saved.tier)), ("days", &days)])
        });
        let Backup { person, post, .. } = best;
        let arguments = [
            ("person", &*self.words.person(*person)),
            ("post", &*self.words.post(*post)),
            ("saved", &*self.words.clauses(saved.collect::<Vec<_>>())),
        ];
        Note::plain(self.text.with("absence-backup", &arguments))
    }

    pub(super) fn fewest(&self) -> Note {
        let tier = self.words.tier(TierIx(0));
        let tier = ("tier", &*tier);
        match &self.found.fewest {
            Needed::Nothing => Note::new(Tone::Good, self.text.with("absence-fewest-nothing", &[tier])),
            Needed::Fewest(fewest) => {
                let count = fewest.appointments.len().to_string();
                let named = self.words.list(fewest.appointments.iter().map(|one| {
                    let arguments =
                        [("person", &*self.words.person(one.person)), ("post", &*self.words.post(one.post))];
                    self.text.with("absence-appointment", &arguments)
                }));
                Note::plain(self.text.with("absence-fewest", &[tier, ("count", &count), ("appointments", &named)]))
            }
            Needed::Impossible(posts) if posts.is_empty() => {
                Note::new(Tone::Bad, self.text.with("absence-fewest-short", &[tier]))
            }
            Needed::Impossible(posts) => {
                let posts = self.words.list(posts.iter().map(|post| self.words.post(*post)));
                let said = self.text.with("absence-fewest-impossible", &[tier, ("posts", &posts)]);
                Note::new(Tone::Bad, said)
            }
            Needed::AtLeast(count) => {
                let said = self.text.with("absence-fewest-unknown", &[tier, ("count", &count.to_string())]);
                Note::new(Tone::Caution, said)
            }
        }
    }
}

/// What is not done without some people while everyone else stays at their posts.
pub(in crate::report) fn missed(words: Words<'_>, absent: &Absent) -> Note {
    let people = words.list(absent.people.iter().map(|person| words.person(*person)));
    if absent.as_held.is_empty() {
        return Note::new(Tone::Good, words.text.with("absence-not-missed", &[("people", &people)]));
    }
    let part = |status: ServiceStatus, key: &str| {
        let matters = with(&absent.as_held, status);
        (!matters.is_empty()).then(|| words.text.with(key, &[("matters", &words.matters(&matters))]))
    };
    let parts =
        [part(ServiceStatus::Stalled, "absence-stalls"), part(ServiceStatus::Slowed, "absence-slows")].into_iter();
    let cases = Kind::Decimal(1).show(cases(&absent.as_held));
    let arguments =
        [("people", &*people), ("what", &*words.clauses(parts.flatten().collect::<Vec<_>>())), ("cases", &*cases)];
    Note::new(Tone::Bad, words.text.with("absence-missed", &arguments))
}

/// On how many working days some matter lacks a person; nothing where no absence alone does that.
pub(in crate::report) fn days(unit: &Unit, days: &Days, text: &Text) -> Option<String> {
    let words = Words { unit, text };
    let tiers =
        words.list(unit.tiers().filter(|(tier, _)| *tier <= last_daily(unit)).map(|(tier, _)| words.tier(tier)));
    let arguments = [
        ("least", &*days.at_least.to_string()),
        ("most", &*days.at_most.to_string()),
        ("days", &*days.working_days.to_string()),
        ("people", &*days.people.len().to_string()),
        ("tiers", &*tiers),
    ];
    let key = if days.people.len() == 1 { "absence-days.one" } else { "absence-days" };
    (days.at_least > 0).then(|| text.with(key, &arguments))
}
