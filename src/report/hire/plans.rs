//! The plans: what each is best in, whom it hires, what that costs year by year.

use super::View;
use crate::analysis::hire::{HiringPlan, PlannedHire};
use crate::model::MoneyRange;
use crate::render::document::{Block, Cell, Column, Kind, Table};
use crate::report::words::{Words, month};
use std::collections::BTreeMap;

impl View<'_> {
    pub(super) fn plans(&self) -> Vec<Block> {
        let plans: Vec<_> = self.named_plans().collect();
        let (hires, costs) = (self.hire_table(&plans), self.cost_table(&plans));
        let mut blocks = vec![self.heading("hire-plans-heading"), Block::Table(self.plan_table())];
        if !hires.rows.is_empty() {
            blocks.push(self.heading("hire-hires-heading"));
        }
        blocks.push(Block::Table(hires));
        if !costs.rows.is_empty() {
            blocks.push(self.heading("hire-costs-heading"));
            blocks.push(Block::plain(self.text.get("hire-costs-note")));
        }
        blocks.push(Block::Table(costs));
        blocks
    }

    fn named_plans(&self) -> impl Iterator<Item = (String, &HiringPlan)> {
        self.hiring.plans.iter().enumerate().map(|(place, plan)| (Self::plan_name(place), plan))
    }

    fn plan_table(&self) -> Table {
        let [low, high] = self.money_columns();
        let columns = [
            self.column(Kind::Text, "hire-column-plan"),
            self.column(Kind::Text, "hire-column-best-in"),
            self.column(Kind::Whole, "hire-column-new-established"),
            self.column(Kind::Whole, "hire-column-new-contract"),
            self.column(Kind::Whole, "hire-column-missed-months"),
            low,
            high,
        ];
        let rows = self.named_plans().map(|(name, plan)| {
            let heads = plan.heads();
            let aims = plan.aims.iter().map(|aim| self.text.get(&format!("hire-aim-{}", aim.id())));
            let [low, high] = self.money(plan.cost());
            [
                name.into(),
                self.words.list(aims).into(),
                Self::count(heads.established),
                Self::count(heads.contract),
                plan.missed.len().into(),
                low,
                high,
            ]
        });
        Table::new("plans", columns, rows)
    }

    pub(super) fn hire_table(&self, plans: &[(String, &HiringPlan)]) -> Table {
        let columns = [
            self.column(Kind::Text, "hire-column-plan"),
            self.column(Kind::Id, "column-id"),
            self.column(Kind::Text, "hire-column-from-month"),
            self.column(Kind::Text, "hire-column-employment"),
            self.column(Kind::Whole, "column-people"),
            self.column(Kind::Text, "hire-column-home-section"),
            self.column(Kind::Text, "column-posts"),
        ];
        let rows = plans.iter().flat_map(|(name, plan)| {
            plan.hires.iter().map(move |planned| {
                [
                    Cell::from(name.clone()),
                    Cell::from(&*planned.hire.id),
                    planned.hire.month.to_string().into(),
                    self.words.employment(planned.hire.employment).into(),
                    Self::count(planned.hire.count),
                    self.words.section(planned.hire.section).into(),
                    self.words.posts(planned).into(),
                ]
            })
        });
        Table::new("hires", columns, rows)
    }

    /// One row for each plan and year, and one for their sum.
    pub(super) fn cost_table(&self, plans: &[(String, &HiringPlan)]) -> Table {
        let [low, high] = self.money_columns();
        let columns: [Column; 4] =
            [self.column(Kind::Text, "hire-column-plan"), self.column(Kind::Text, "column-year"), low, high];
        let plans = plans.iter().filter(|(_, plan)| self.is_priced() && !plan.hires.is_empty());
        let rows = plans.flat_map(|(name, plan)| {
            let mut by_year: BTreeMap<i32, MoneyRange> = BTreeMap::new();
            for (year, cost) in plan.hires.iter().flat_map(|planned| &planned.cost) {
                let sum = by_year.entry(*year).or_default();
                *sum = *sum + *cost;
            }
            let total: MoneyRange = by_year.values().copied().sum();
            let years = by_year.into_iter().map(|(year, cost)| (year.to_string(), cost));
            let rows: Vec<_> = years.chain([(self.text.get("hire-total"), total)]).collect();
            rows.into_iter().map(move |(year, cost)| {
                let [low, high] = self.money(cost);
                [Cell::from(name.clone()), year.into(), low, high]
            })
        });
        Table::new("costs", columns, rows)
    }
}

impl Words<'_> {
    /// The posts of people to be hired; the section is named where it is not theirs.
    fn posts(self, planned: &PlannedHire) -> String {
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
