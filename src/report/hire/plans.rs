//! The plans: what each is best in, whom it hires, what that costs year by year.

use super::View;
use crate::analysis::hire::{HiringPlan, PlannedHire};
use crate::model::MoneyRange;
use crate::render::document::{Block, Cell, Kind, Table};
use crate::report::parts::columns::columns;
use crate::report::words::cells::ids;
use crate::report::words::{Words, month};
use std::collections::BTreeMap;

impl View<'_> {
    pub(super) fn plans(&self) -> Vec<Block> {
        let plans: Vec<_> = self.named_plans().collect();
        let (hires, costs) = (self.hire_table(&plans), self.cost_table(&plans));
        let mut blocks = vec![Block::heading(self.text, "hire-plans-heading"), Block::Table(self.plan_table())];
        if !hires.rows.is_empty() {
            blocks.push(Block::heading(self.text, "hire-hires-heading"));
        }
        blocks.push(Block::Table(hires));
        if !costs.rows.is_empty() {
            blocks.push(Block::heading(self.text, "hire-costs-heading"));
            blocks.push(Block::plain(self.text.get("hire-costs-note")));
        }
        blocks.push(Block::Table(costs));
        blocks
    }

    fn named_plans(&self) -> impl Iterator<Item = (String, &HiringPlan)> {
        self.hiring.plans.iter().enumerate().map(|(place, plan)| (Self::plan_name(place), plan))
    }

    fn plan_table(&self) -> Table {
        columns("plans", self.text, self.named_plans())
            .head("plan", "hire-column-plan", Kind::Text, |(name, _)| name.clone())
            .head("best_in", "hire-column-best-in", Kind::Text, |(_, plan)| {
                let aims = plan.aims.iter().map(|aim| self.text.get(&format!("hire-aim-{}", aim.id())));
                Cell::word(ids(plan.aims.iter().map(|aim| aim.id())), self.words.list(aims))
            })
            .head("established", "hire-column-new-established", Kind::Whole, |(_, plan)| plan.heads().established)
            .head("contract", "hire-column-new-contract", Kind::Whole, |(_, plan)| plan.heads().contract)
            .head("missed_months", "hire-column-missed-months", Kind::Whole, |(_, plan)| plan.missed.len())
            .with(|columns| self.money(columns, |(_, plan)| Some(plan.cost())))
            .table()
    }

    pub(super) fn hire_table(&self, plans: &[(String, &HiringPlan)]) -> Table {
        let rows = plans.iter().flat_map(|(name, plan)| plan.hires.iter().map(move |planned| (name, planned)));
        columns("hires", self.text, rows)
            .head("plan", "hire-column-plan", Kind::Text, |(name, _)| *name)
            .id("id", |(_, planned)| &*planned.hire.id)
            .head("month", "hire-column-begins", Kind::Text, |(_, planned)| planned.hire.month)
            .head("employment", "hire-column-employment", Kind::Text, |(_, planned)| {
                self.words.employment_cell(planned.hire.employment)
            })
            .head("count", "column-people", Kind::Whole, |(_, planned)| planned.hire.count)
            .head("section", "hire-column-home-section", Kind::Text, |(_, planned)| {
                self.words.section_cell(planned.hire.section)
            })
            .col("posts", Kind::Text, |(_, planned)| self.words.posts_cell(&planned.posts, self.words.posts(planned)))
            .with(|columns| self.able_from(columns))
            .table()
    }

    /// One row for each plan and year, and one for their sum.
    pub(super) fn cost_table(&self, plans: &[(String, &HiringPlan)]) -> Table {
        let plans = plans.iter().filter(|(_, plan)| self.is_priced() && !plan.hires.is_empty());
        let rows = plans.flat_map(|(name, plan)| {
            let mut by_year: BTreeMap<i32, MoneyRange> = BTreeMap::new();
            for (year, cost) in plan.hires.iter().flat_map(|planned| &planned.cost) {
                let sum = by_year.entry(*year).or_default();
                *sum = *sum + *cost;
            }
            let total: MoneyRange = by_year.values().copied().sum();
            let years = by_year.into_iter().map(|(year, cost)| (Cell::from(year), cost));
            let total = (Cell::word("total", self.text.get("hire-total")), total);
            years.chain([total]).map(|(year, cost)| (name.clone(), year, cost)).collect::<Vec<_>>()
        });
        columns("costs", self.text, rows)
            .head("plan", "hire-column-plan", Kind::Text, |(name, ..)| name.clone())
            .col("year", Kind::Year, |(_, year, _)| year.clone())
            .with(|columns| self.money(columns, |(.., cost)| Some(*cost)))
            .table()
    }
}

impl Words<'_> {
    /// The posts of people to be hired; the section is named where it is not theirs.
    pub(in crate::report) fn posts(self, planned: &PlannedHire) -> String {
        let named = planned.posts.iter().map(|post| {
            let at_home = self.unit[*post].section == planned.hire.section;
            if at_home { self.post_at_home(*post) } else { self.post(*post) }
        });
        self.list(named)
    }

    /// People to be hired together: from when, how many, where.
    #[must_use]
    pub fn hire(self, planned: &PlannedHire) -> String {
        let arguments = [
            ("month", &*month(self.text, planned.hire.month)),
            ("count", &*planned.hire.count.to_string()),
            ("employment", &*self.employment(planned.hire.employment)),
            ("section", &*self.section(planned.hire.section)),
            ("posts", &*self.posts(planned)),
        ];
        self.text.with("hire-step", &arguments)
    }
}
