//! The requirement section by section and post by post.

use super::{View, tenth};
use crate::model::Staff;
use crate::render::detail::Detail;
use crate::render::document::{Block, Cell, Kind, Table};

impl View<'_> {
    pub(super) fn sections(&self) -> Vec<Block> {
        vec![
            self.heading("need-sections-heading"),
            Block::Table(self.section_table()),
            Block::plain(self.text.get("need-sections-note")),
        ]
    }

    pub(in crate::report) fn section_table(&self) -> Table {
        let columns = [
            self.column(Kind::Text, "column-section"),
            self.column(Kind::Given, "column-need-by-hours"),
            self.column(Kind::Whole, "column-need-by-rule"),
            self.column(Kind::Whole, "column-need-by-rule-covered"),
            self.column(Kind::Whole, "column-need-both-established"),
            self.column(Kind::Whole, "column-need-both-contract"),
            self.column(Kind::Whole, "column-need-home-established"),
            self.column(Kind::Whole, "column-need-home-contract"),
        ];
        let all = |staff: Option<Staff>| staff.map_or(Cell::empty(), |staff| number(staff.all()));
        let mut rows: Vec<[Cell; 8]> = Vec::new();
        for need in &self.need.sections {
            let both = |of: fn(Staff) -> u32| need.by_both.map_or(Cell::empty(), |staff| number(of(staff)));
            rows.push([
                self.words.section(need.section).into(),
                tenth(need.hours.required).into(),
                all(need.by_rule),
                all(need.by_rule_covered),
                both(|staff| staff.established),
                both(|staff| staff.contract),
                number(need.present.established),
                number(need.present.contract),
            ]);
        }
        Table::new("sections", columns, rows)
    }

    /// Posts one by one, in a file.
    pub(super) fn posts(&self) -> Vec<Block> {
        if self.detail == Detail::Folded {
            return Vec::new();
        }
        let columns = [
            self.column(Kind::Id, "column-id"),
            self.column(Kind::Text, "column-post"),
            self.column(Kind::Text, "column-need-holder"),
            self.column(Kind::Hours, "column-hours"),
            self.column(Kind::Whole, "column-need-by-hours"),
            self.column(Kind::Whole, "column-need-by-rule"),
        ];
        let rows = self.need.posts.iter().map(|post| {
            [
                Cell::from(self.unit.post_id(post.post)),
                Cell::from(self.words.post(post.post)),
                Cell::from(self.text.get(&format!("need-holder-{}", post.holder.id()))),
                Cell::from(post.hours),
                number(post.by_hours),
                number(post.by_rule),
            ]
        });
        vec![self.heading("need-posts-heading"), Block::Table(Table::new("posts", columns, rows))]
    }
}

fn number(count: u32) -> Cell {
    rust_decimal::Decimal::from(count).into()
}
