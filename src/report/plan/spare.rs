//! Spare capacity, named honestly: contract staff can be idle while reviewers are short.

use super::View;
use crate::model::{Employment, PersonIx, Rank, Step};
use crate::render::document::{Block, Cell, Kind, Note, Table, Tone};
use crate::report::parts::columns::columns;
use crate::units::{Hours, round_half_up};
use std::collections::BTreeSet;

impl View<'_> {
    pub(super) fn spare(&self) -> Vec<Block> {
        let mut blocks = vec![Block::heading(self.text, "spare-heading"), Block::Table(self.spare_table())];
        if self.groups().iter().any(|(_, _, people)| self.shows_otherwise(people)) {
            blocks.push(Block::plain(self.text.get("spare-rounded")));
        }
        if let Some(note) = self.idle_contract_staff() {
            blocks.push(Block::Paragraph(note));
        }
        blocks
    }

    fn spare_table(&self) -> Table {
        let rows = self.groups().into_iter().map(|(employment, rank, people)| {
            let (used, held) = self.hours(&people);
            (employment, rank, people.len(), used, held)
        });
        columns("spare", self.text, rows)
            .col("group", Kind::Text, |(employment, rank, ..)| {
                let said = [("employment", &*self.words.employment(*employment)), ("rank", &*self.words.rank(*rank))];
                let id = format!("{}:{}", employment.id(), rank.id());
                Cell::word(id, self.text.with("staff-group", &said))
            })
            .col("people", Kind::Whole, |(_, _, people, ..)| *people)
            .col("hours_available", Kind::Hours, |(.., held)| *held)
            .col("hours_used", Kind::Hours, |(.., used, _)| *used)
            .col("hours_idle", Kind::Hours, |(.., used, held)| *held - *used)
            .col("use", Kind::Percent, |(.., used, held)| Self::use_of(*used, *held))
            .table()
    }

    /// Everybody on duty, by employment and rank.
    fn groups(&self) -> Vec<(Employment, Rank, Vec<PersonIx>)> {
        let groups: BTreeSet<_> = self.unit.present().map(|(_, person)| (person.employment, person.rank)).collect();
        groups.into_iter().map(|(employment, rank)| (employment, rank, self.group(employment, Some(rank)))).collect()
    }

    /// Whether the hours left, rounded, are not what the other two, rounded, leave.
    fn shows_otherwise(&self, people: &[PersonIx]) -> bool {
        let (used, held) = self.hours(people);
        let whole = |hours: Hours| round_half_up(hours.value(), 0);
        whole(held) - whole(used) != whole(held - used)
    }

    fn group(&self, employment: Employment, rank: Option<Rank>) -> Vec<PersonIx> {
        let of_group = self.unit.present().filter(|(_, p)| p.employment == employment);
        of_group.filter(|(_, p)| rank.is_none_or(|rank| p.rank == rank)).map(|(ix, _)| ix).collect()
    }

    /// Hours used and held by people.
    fn hours(&self, people: &[PersonIx]) -> (Hours, Hours) {
        let used = people.iter().map(|person| self.tally.of_person(*person)).sum();
        (used, self.tally.available(people.iter().copied()))
    }

    /// Idle hours that the rule on contract staff keeps from the reviews.
    fn idle_contract_staff(&self) -> Option<Note> {
        let rule = self.unit.rules.contract_steps.as_ref()?;
        let contract = self.group(Employment::Contract, None);
        if rule.steps.contains(&Step::Review) || contract.is_empty() {
            return None;
        }
        let reviewers: BTreeSet<_> = self
            .assessment
            .plan
            .held
            .iter()
            .filter(|(_, post)| self.unit[*post].step == Step::Review)
            .map(|(person, _)| *person)
            .collect();
        let (used, held) = self.hours(&contract);
        let (reviewing, reviewers_held) = self.hours(&reviewers.into_iter().collect::<Vec<_>>());
        let percent = |part: Hours, whole: Hours| Kind::Percent.show(part.share_of(whole).value());
        let arguments = [
            ("idle", &*Kind::Hours.show((held - used).value())),
            ("share", &*percent(held - used, held)),
            ("use", &*percent(reviewing, reviewers_held)),
        ];
        Some(Note::new(Tone::Caution, self.text.with("spare-contract", &arguments)))
    }
}
