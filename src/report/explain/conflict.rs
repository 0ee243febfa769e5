//! The minimal conflict of each matter.

use super::View;
use crate::analysis::ServiceStatus;
use crate::analysis::explain::{Demand, Explanation, Member, StaffKind};
use crate::model::{MatterIx, TierIx};
use crate::render::detail::Detail;
use crate::render::document::{Block, Cell, Kind, Note, Table, Tone};
use crate::report::parts::columns::columns;

impl View<'_> {
    pub(in crate::report) fn conflicts(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        if !self.explained.matters.is_empty() {
            blocks.push(Block::heading(self.text, "conflict-heading"));
        }
        let demands = |e: &Explanation| e.conflict.members.iter().map(|member| member.demand).collect::<Vec<_>>();
        let same = |a: &Explanation, b: &Explanation| {
            demands(a) == demands(b)
                && a.conflict.proven == b.conflict.proven
                && a.shortfall.status == b.shortfall.status
        };
        for (matters, first) in self.alike(same) {
            blocks.extend(self.conflict(&matters, first));
        }
        let table = self.conflict_table();
        // On a screen the words above say the same in fewer lines.
        blocks.extend((self.detail != Detail::Folded).then_some(Block::Table(table)));
        blocks
    }

    fn conflict(&self, matters: &[MatterIx], first: &Explanation) -> Vec<Block> {
        let conflict = &first.conflict;
        let names = self.words.matters(matters);
        let with_names = |key: &str| self.text.with(key, &[("matters", &names)]);
        if conflict.members.is_empty() {
            return vec![Block::Paragraph(Note::new(Tone::Caution, with_names("conflict-unsettled")))];
        }
        let stalled = first.shortfall.status == ServiceStatus::Stalled;
        let key = match (conflict.is_by_rule_alone(), stalled) {
            (true, _) => "conflict-by-rule",
            (false, true) => "conflict-stalled",
            (false, false) => "conflict-slowed",
        };
        let mut blocks = vec![Block::plain(with_names(key)), Block::List(self.members(&conflict.members))];
        if !conflict.proven {
            blocks.push(Block::Paragraph(Note::new(Tone::Caution, self.text.get("conflict-unproven"))));
        }
        blocks
    }

    /// The members in words: the case itself, people, rules, hours, then the promises by tier.
    fn members(&self, members: &[Member]) -> Vec<Note> {
        let rank = |demand: &Demand| match demand {
            Demand::Step(..) => 0,
            Demand::Headcount(_) => 1,
            Demand::Pinned(_) | Demand::Minimum(_) => 2,
            Demand::Rule(_) => 3,
            Demand::Hours => 4,
            Demand::Promise(_) => 5,
        };
        let mut single: Vec<Demand> =
            members.iter().map(|member| member.demand).filter(|demand| rank(demand) < 5).collect();
        single.sort_by_key(|demand| (rank(demand), *demand));
        let mut notes: Vec<Note> = single.into_iter().map(|demand| Note::plain(self.demand(demand))).collect();
        for (tier, _) in self.unit.tiers() {
            notes.extend(self.promises(members, tier));
        }
        notes
    }

    /// The promises to a tier: matters in full service in one list, each other one with its level.
    fn promises(&self, members: &[Member], tier: TierIx) -> Vec<Note> {
        let promised = members.iter().filter_map(|member| match member.demand {
            Demand::Promise(matter) if self.unit[matter].tier == tier => Some(matter),
            _ => None,
        });
        let level = |matter: &MatterIx| self.explained.plan.level(self.unit, *matter);
        let (full, partial): (Vec<MatterIx>, Vec<MatterIx>) =
            promised.partition(|matter| ServiceStatus::from(level(matter)) == ServiceStatus::Full);
        let mut notes = Vec::new();
        if !full.is_empty() {
            let arguments = [("tier", &*self.words.tier(tier)), ("matters", &*self.words.matters(&full))];
            notes.push(Note::plain(self.text.with("demand-promises", &arguments)));
        }
        notes.extend(partial.into_iter().map(|matter| Note::plain(self.demand(Demand::Promise(matter)))));
        notes
    }

    fn demand(&self, demand: Demand) -> String {
        match demand {
            Demand::Hours => self.text.get("demand-hours"),
            Demand::Promise(matter) => {
                let level = self.explained.plan.level(self.unit, matter);
                let is_full = ServiceStatus::from(level) == ServiceStatus::Full;
                let key = if is_full { "demand-promise.full" } else { "demand-promise" };
                let arguments =
                    [("matter", &*self.words.matter(matter)), ("level", &*Kind::Percent.show(level.value()))];
                self.text.with(key, &arguments)
            }
            Demand::Rule(rule) => {
                let setting = self.words.rule_setting(&self.unit.rules, rule);
                self.text.with("demand-rule", &[("rule", &self.words.rule(rule)), ("setting", &setting)])
            }
            Demand::Headcount(staff) => self.headcount(staff),
            Demand::Pinned(person) => self.text.with("demand-pinned", &[("person", &self.words.person(person))]),
            Demand::Minimum(section) => {
                let (name, count) = (self.words.section(section), self.unit[section].minimum.to_string());
                self.text.with("demand-minimum", &[("section", &name), ("count", &count)])
            }
            Demand::Step(step, people) => {
                let arguments = [("step", &*self.words.step(step)), ("people", &*people.to_string())];
                self.text.with("demand-step", &arguments)
            }
        }
    }

    fn headcount(&self, staff: StaffKind) -> String {
        let count = staff.present(self.unit).to_string();
        self.text.with(&format!("demand-headcount-{}", staff.id()), &[("count", &count)])
    }

    /// The id of a demand, its parts set apart by colons.
    fn demand_id(&self, demand: Demand) -> String {
        match demand {
            Demand::Hours => "hours".to_owned(),
            Demand::Promise(matter) => format!("promise:{}", self.unit[matter].id),
            Demand::Rule(rule) => format!("rule:{}", rule.id()),
            Demand::Pinned(person) => format!("pinned:{}", self.unit[person].id),
            Demand::Minimum(section) => format!("minimum:{}", self.unit[section].id),
            Demand::Headcount(staff) => format!("headcount:{}", staff.id()),
            Demand::Step(step, people) => format!("step:{}:{people}", step.id()),
        }
    }

    fn conflict_table(&self) -> Table {
        let members = self.explained.matters.iter().flat_map(|explanation| {
            explanation.conflict.members.iter().map(move |member| (explanation.shortfall.matter, member))
        });
        columns("conflict", self.text, members)
            .matter("column-matter", self.words, |(of, _)| *of)
            .col("demand", Kind::Text, |(_, member)| {
                Cell::word(self.demand_id(member.demand), self.demand(member.demand))
            })
            .col("level_without", Kind::Percent, |(_, member)| member.level_without)
            .table()
    }
}
