//! How many people, what there is, and what asks for them: hours or rules.

use super::View;
use crate::analysis::need::{Found, Missing, Sections};
use crate::model::{Employment, Person, Rank, Separation, Staff, Status};
use crate::render::document::{Block, Kind, Note, Tone};
use rust_decimal::Decimal;
use std::cmp::Ordering;

impl View<'_> {
    pub(super) fn verdict(&self) -> Vec<Block> {
        let basis = [Block::plain(self.text.get("need-basis")), Block::heading(self.text, "verdict-heading")];
        basis.into_iter().chain(self.answers()).collect()
    }

    /// The verdict itself: the answer, then what stands beside it.
    pub(in crate::report) fn answers(&self) -> [Block; 2] {
        let mut notes = Vec::new();
        notes.extend(self.split());
        notes.extend(self.pooled());
        notes.extend(self.covered());
        notes.extend(self.against_paper());
        notes.extend(self.unfavourable());
        notes.extend(self.unproven());
        [Block::Paragraph(self.answer()), Block::List(notes)]
    }

    fn answer(&self) -> Note {
        let Some(found) = self.need.in_force(true) else {
            return Note::new(Tone::Bad, self.text.get("need-never"));
        };
        let present = Staff::present(self.unit, None);
        let gap = |have: u32, wanted: u32| {
            let key = match have.cmp(&wanted) {
                Ordering::Less => "need-gap-short",
                Ordering::Equal => "need-gap-none",
                Ordering::Greater => "need-gap-spare",
            };
            self.text.with(key, &[("count", &have.abs_diff(wanted).to_string())])
        };
        let missing = found.missing(present);
        let in_all = match missing {
            Missing::InAll(count) => count.to_string(),
            _ => String::new(),
        };
        let key = match missing {
            Missing::Nobody | Missing::ByEmployment(_) => "need-answer",
            Missing::InAll(_) => "need-answer-in-all",
            Missing::Unknown => "need-answer-unknown",
        };
        let answer = self.text.with(
            key,
            &[
                ("all", &found.staff.all().to_string()),
                ("established", &found.staff.established.to_string()),
                ("contract", &found.staff.contract.to_string()),
                ("present_established", &self.present(present.established)),
                ("present_contract", &present.contract.to_string()),
                ("gap_established", &gap(present.established, found.staff.established)),
                ("gap_contract", &gap(present.contract, found.staff.contract)),
                ("missing", &in_all),
            ],
        );
        let leaders = self.leaders(found);
        Note::new(
            if missing == Missing::Nobody { Tone::Good } else { Tone::Bad },
            self.words.sentences([Some(answer), leaders].into_iter().flatten()),
        )
    }

    /// Established people here, with those on loan here told apart.
    fn present(&self, established: u32) -> String {
        let is_lent = |person: &Person| {
            (person.status, person.employment) == (Status::SecondedIn, Employment::Established)
                && person.rank != Rank::Leader
        };
        let lent = self.unit.present().filter(|(_, person)| is_lent(person)).count();
        if lent == 0 {
            return self.text.with("need-present", &[("count", &established.to_string())]);
        }
        let arguments = [("count", &*established.to_string()), ("lent", &*lent.to_string())];
        self.text.with("need-present-lent", &arguments)
    }

    fn leaders(&self, found: &Found) -> Option<String> {
        let count = found.leaders_added.to_string();
        (found.leaders_added > 0).then(|| self.text.with("need-leaders", &[("count", &count)]))
    }

    /// People by hours alone.
    fn hours(&self) -> Decimal {
        self.need.cadres.iter().map(|cadre| cadre.workload.required()).sum()
    }

    /// How much of the need comes from hours and how much from the rules.
    fn split(&self) -> Option<Note> {
        let (rule, both) = (self.need.in_force(false)?.staff.all(), self.need.in_force(true)?.staff.all());
        let hours = self.hours();
        let whole = hours.ceil();
        let adds = |count: Decimal| {
            let key = if count.is_zero() { "need-adds.none" } else { "need-adds" };
            self.text.with(key, &[("count", &count.to_string())])
        };
        let arguments = [
            ("hours", &*Kind::Decimal(1).show(hours)),
            ("whole", &*whole.to_string()),
            ("rule", &*rule.to_string()),
            ("both", &*both.to_string()),
            ("from_rule", &*adds(Decimal::from(both) - whole)),
            ("from_hours", &*adds(both.abs_diff(rule).into())),
        ];
        Some(Note::plain(self.text.with("need-split", &arguments)))
    }

    /// What lending people between sections would save by rule; the hours still ask for theirs.
    fn pooled(&self) -> Option<Note> {
        let pooled = self.need.reading(false, Sections::Pooled, false)?.found.as_ref()?.staff.all();
        let apart = self.need.in_force(false)?.staff.all();
        let key = if pooled == apart { "need-pooled-moves.none" } else { "need-pooled-moves" };
        let moves = self.text.with(key, &[("rule", &pooled.to_string()), ("apart", &apart.to_string())]);
        let arguments = [
            ("moves", &*moves),
            ("least", &*self.hours().ceil().max(pooled.into()).to_string()),
            ("both", &*self.need.in_force(true)?.staff.all().to_string()),
        ];
        Some(Note::plain(self.text.with("need-pooled", &arguments)))
    }

    /// What it takes so that any one person may be away.
    fn covered(&self) -> Option<Note> {
        let of = |hours| Some(self.need.reading(hours, Sections::InForce, true)?.found.as_ref()?.staff);
        let (rule, both) = (of(false)?, of(true)?);
        let arguments = [
            ("rule", &*rule.all().to_string()),
            ("both", &*both.all().to_string()),
            ("established", &*both.established.to_string()),
            ("contract", &*both.contract.to_string()),
        ];
        // A backup for each post stands in for anybody only where nobody holds two posts of one matter.
        let is_by_post = self.unit.rules.separation == Separation::Post;
        let key = if is_by_post { "need-covered" } else { "need-covered.case" };
        Some(Note::plain(self.text.with(key, &arguments)))
    }

    /// The established need with the leaders beside the figures of the establishment.
    fn against_paper(&self) -> Option<Note> {
        let found = self.need.in_force(true)?;
        let headcount = self.unit.headcount();
        let leaders = headcount.leaders;
        let arguments = [
            ("leaders", &*(leaders + found.leaders_added).to_string()),
            ("all", &*(leaders + found.leaders_added + found.staff.established).to_string()),
            ("authorised", &*self.words.authorised()),
            ("on_books", &*headcount.on_books.to_string()),
            ("on_duty", &*headcount.on_duty.to_string()),
        ];
        let is_stated = self.unit.stated.authorised.is_some();
        Some(Note::plain(self.text.with(if is_stated { "need-on-paper" } else { "need-on-paper.unknown" }, &arguments)))
    }

    /// The benchmark where it speaks against more people: nobody should have to look for it.
    fn unfavourable(&self) -> Option<Note> {
        let benchmark = self.need.benchmark.as_ref()?;
        let load = benchmark.loads.iter().find(|load| !benchmark.speaks_for(load))?;
        Some(self.benchmark_says(load, false))
    }

    fn unproven(&self) -> Option<Note> {
        let found = self.need.readings.iter().filter_map(|reading| reading.found.as_ref());
        let count = found.filter(|found| !found.proven).count();
        (count > 0).then(|| {
            let count = count.to_string();
            Note::new(Tone::Caution, self.text.with("need-unproven", &[("count", &count)]))
        })
    }
}
