//! Spare capacity, named honestly: contract staff can be idle while reviewers are short.

use super::View;
use crate::model::{Employment, PersonIx, Rank, Step};
use crate::render::document::{Block, Cell, Kind, Note, Table, Tone};
use crate::units::Hours;
use std::collections::BTreeSet;

impl View<'_> {
    pub(super) fn spare(&self) -> Vec<Block> {
        let mut blocks = vec![self.heading("spare-heading"), Block::Table(self.spare_table())];
        if let Some(note) = self.idle_contract_staff() {
            blocks.push(Block::Paragraph(note));
        }
        blocks
    }

    fn spare_table(&self) -> Table {
        let columns = [
            self.column(Kind::Text, "column-group"),
            self.column(Kind::Whole, "column-people"),
            self.column(Kind::Hours, "column-hours-held"),
            self.column(Kind::Hours, "column-hours-used"),
            self.column(Kind::Hours, "column-hours-idle"),
            self.column(Kind::Percent, "column-use"),
        ];
        let groups: BTreeSet<_> = self.unit.present().map(|(_, person)| (person.employment, person.rank)).collect();
        let rows = groups.into_iter().map(|(employment, rank)| {
            let people = self.group(employment, Some(rank));
            let (used, held) = self.hours(&people);
            let arguments = [("employment", &*self.words.employment(employment)), ("rank", &*self.words.rank(rank))];
            [
                Cell::from(self.text.with("staff-group", &arguments)),
                people.len().into(),
                held.into(),
                used.into(),
                (held - used).into(),
                Self::use_of(used, held),
            ]
        });
        Table::new("spare", columns, rows)
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
