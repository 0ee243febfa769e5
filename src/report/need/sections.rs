//! The requirement section by section and post by post.

use super::{View, tenth};
use crate::model::Staff;
use crate::render::detail::Detail;
use crate::render::document::{Block, Cell, Kind, Table};
use crate::report::parts::columns::columns;

impl View<'_> {
    pub(super) fn sections(&self) -> Vec<Block> {
        vec![
            Block::heading(self.text, "need-sections-heading"),
            Block::Table(self.section_table()),
            Block::plain(self.text.get("need-sections-note")),
        ]
    }

    pub(in crate::report) fn section_table(&self) -> Table {
        columns("sections", self.text, &self.need.sections)
            .head("id", "column-section", Kind::Text, |need| self.words.section_cell(need.section))
            .head("by_hours", "column-need-by-hours", Kind::Decimal(1), |need| tenth(need.hours.required))
            .head("by_rule", "column-need-by-rule", Kind::Whole, |need| need.by_rule.map(Staff::all))
            .head("by_rule_covered", "column-need-by-rule-covered", Kind::Whole, |need| {
                need.by_rule_covered.map(Staff::all)
            })
            .head("by_both_established", "column-need-both-established", Kind::Whole, |need| {
                need.by_both.map(|staff| staff.established)
            })
            .head("by_both_contract", "column-need-both-contract", Kind::Whole, |need| {
                need.by_both.map(|staff| staff.contract)
            })
            .head("present_established", "column-need-home-established", Kind::Whole, |need| need.present.established)
            .head("present_contract", "column-need-home-contract", Kind::Whole, |need| need.present.contract)
            .table()
    }

    /// Posts one by one, in a file.
    pub(super) fn posts(&self) -> Vec<Block> {
        if self.detail == Detail::Folded {
            return Vec::new();
        }
        let table = columns("posts", self.text, &self.need.posts)
            .id("id", |post| self.unit.post_id(post.post))
            .words("column-post", |post| self.words.post(post.post))
            .head("holder", "column-need-holder", Kind::Text, |post| {
                Cell::word(post.holder.id(), self.text.get(&format!("need-holder-{}", post.holder.id())))
            })
            .col("hours", Kind::Hours, |post| post.hours)
            .head("by_hours", "column-need-by-hours", Kind::Whole, |post| post.by_hours)
            .head("by_rule", "column-need-by-rule", Kind::Whole, |post| post.by_rule)
            .table();
        vec![Block::heading(self.text, "need-posts-heading"), Block::Table(table)]
    }
}
