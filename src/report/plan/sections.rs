//! What each section and each post takes and has.

use super::View;
use crate::model::{PostIx, SectionIx};
use crate::render::detail::Detail;
use crate::render::document::{Block, Cell, Kind, Table, Tone};
use crate::report::parts::columns::columns;
use crate::units::{Hours, Share};

/// Sections and posts listed on a screen.
const SHOWN: usize = 40;

/// A section or a post of the outline.
struct Outlined {
    name: Cell,
    staff: Cell,
    used: Hours,
    held: Hours,
}

impl View<'_> {
    pub(super) fn sections(&self) -> Vec<Block> {
        let mut blocks = vec![Block::heading(self.text, "sections-heading")];
        blocks.extend(match self.detail {
            Detail::Folded => self.as_far_as(SHOWN, self.outline()),
            Detail::Full | Detail::Annexed => {
                vec![
                    Block::Table(self.section_table()),
                    Block::heading(self.text, "posts-heading"),
                    Block::Table(self.post_table()),
                ]
            }
        });
        if self.detail != Detail::Folded {
            blocks.extend([
                Block::plain(self.text.get("sections-note")),
                Block::heading(self.text, "board-heading"),
                Block::Table(self.board()),
            ]);
        }
        blocks
    }

    /// For a screen: each section with its posts below it, or without them where there are too many.
    fn outline(&self) -> Table {
        let whole = self.unit.sections().count() + self.unit.needed_posts().count() <= SHOWN;
        let rows = self.unit.sections().flat_map(|(section, _)| {
            let posts = self.unit.needed_posts().filter(move |(_, post)| whole && post.section == section);
            [self.outlined_section(section)].into_iter().chain(posts.map(|(post, _)| self.outlined_post(post)))
        });
        columns("outline", self.text, rows)
            .col("section_and_post", Kind::Text, |row| row.name.clone())
            .col("staff", Kind::Text, |row| row.staff.clone())
            .col("hours_used", Kind::Hours, |row| row.used)
            .col("hours_available", Kind::Hours, |row| row.held)
            .col("use", Kind::Percent, |row| Self::use_of(row.used, row.held))
            .table()
    }

    fn outlined_section(&self, section: SectionIx) -> Outlined {
        let people = self.tally.people_of(section);
        Outlined {
            name: self.words.section_cell(section),
            staff: self.text.with("people-counted", &[("count", &people.len().to_string())]).into(),
            used: people.iter().map(|person| self.tally.of_person(*person)).sum(),
            held: self.tally.available(people.iter().copied()),
        }
    }

    fn outlined_post(&self, post: PostIx) -> Outlined {
        Outlined {
            name: Cell::from(format!("  {}", self.words.post_at_home(post))),
            staff: self.holders(post),
            used: self.tally.of_post(post),
            held: self.tally.held_at(post),
        }
    }

    pub(super) fn holders(&self, post: PostIx) -> Cell {
        let holders: Vec<_> = self.assessment.plan.holders_of(post).map(|p| self.words.person(p)).collect();
        if holders.is_empty() {
            return Cell::word("", self.text.get("nobody")).tone(Tone::Caution);
        }
        let joined = self.words.list(&holders);
        Cell::list(holders, joined)
    }

    fn section_table(&self) -> Table {
        let rows = self.unit.sections().map(|(section, _)| (section, self.tally.people_of(section)));
        columns("sections", self.text, rows)
            .head("id", "column-section", Kind::Text, |(section, _)| self.words.section_cell(*section))
            .col("people", Kind::Whole, |(_, people)| people.len())
            .each(self.unit.kinds_of_steps(), |columns, step| {
                let head = self.text.with("column-step-hours", &[("step", &self.words.step(step))]);
                columns.named(step.id(), head, Kind::Hours, |(section, _)| self.tally.of_section(*section, Some(step)))
            })
            .head("hours", "column-hours-used", Kind::Hours, |(section, _)| self.tally.of_section(*section, None))
            .col("hours_available", Kind::Hours, |(_, people)| self.tally.available(people.iter().copied()))
            .table()
    }

    fn post_table(&self) -> Table {
        columns("posts", self.text, self.unit.needed_posts())
            .col("section", Kind::Text, |(_, post)| self.words.section_cell(post.section))
            .head("id", "column-post", Kind::Text, |(ix, _)| {
                Cell::word(self.unit.post_id(*ix), self.words.post_at_home(*ix))
            })
            .col("holders", Kind::Text, |(ix, _)| self.holders(*ix))
            .col("hours_used", Kind::Hours, |(ix, _)| self.tally.of_post(*ix))
            .col("hours_available", Kind::Hours, |(ix, _)| self.tally.held_at(*ix))
            .table()
    }

    /// Hours used as a share of hours held; nothing where none are held.
    pub(super) fn use_of(used: Hours, held: Hours) -> Cell {
        let share: Share = used.share_of(held);
        if held == Hours::ZERO { Cell::empty() } else { share.into() }
    }
}
