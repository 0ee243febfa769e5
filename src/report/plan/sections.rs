//! What each section and each post takes and has.

use super::View;
use crate::model::{PostIx, SectionIx, Step};
use crate::render::detail::Detail;
use crate::render::document::{Block, Cell, Kind, Table, Tone};
use crate::units::{Hours, Share};

impl View<'_> {
    pub(super) fn sections(&self) -> Vec<Block> {
        let mut blocks = vec![self.heading("sections-heading")];
        blocks.extend(match self.detail {
            Detail::Folded => vec![Block::Table(self.outline())],
            Detail::Full | Detail::Annexed => {
                vec![Block::Table(self.section_table()), self.heading("posts-heading"), Block::Table(self.post_table())]
            }
        });
        blocks.push(Block::plain(self.text.get("sections-note")));
        if self.detail != Detail::Folded {
            blocks.extend([self.heading("board-heading"), Block::Table(self.board())]);
        }
        blocks
    }

    /// For a screen: each section with its posts below it.
    fn outline(&self) -> Table {
        let columns = [
            self.column(Kind::Text, "column-section-and-post"),
            self.column(Kind::Text, "column-staff"),
            self.column(Kind::Hours, "column-hours-used"),
            self.column(Kind::Hours, "column-hours-held"),
            self.column(Kind::Percent, "column-use"),
        ];
        let rows = self.unit.sections().flat_map(|(section, _)| {
            let posts = self.unit.needed_posts().filter(move |(_, post)| post.section == section);
            [self.section_row(section)].into_iter().chain(posts.map(|(post, _)| self.post_row(post)))
        });
        Table::new("outline", columns, rows)
    }

    fn section_row(&self, section: SectionIx) -> [Cell; 5] {
        let people = self.tally.people_of(section);
        let used: Hours = people.iter().map(|person| self.tally.of_person(*person)).sum();
        let held = self.tally.available(people.iter().copied());
        [
            Cell::from(self.words.section(section)),
            self.text.with("people-counted", &[("count", &people.len().to_string())]).into(),
            used.into(),
            held.into(),
            Self::use_of(used, held),
        ]
    }

    fn post_row(&self, post: PostIx) -> [Cell; 5] {
        let (used, held) = (self.tally.of_post(post), self.tally.held_at(post));
        [
            Cell::from(format!("  {}", self.words.post_at_home(post))),
            self.holders(post),
            used.into(),
            held.into(),
            Self::use_of(used, held),
        ]
    }

    pub(super) fn holders(&self, post: PostIx) -> Cell {
        let holders: Vec<_> = self.assessment.plan.holders_of(post).map(|p| self.words.person(p)).collect();
        if holders.is_empty() {
            return Cell::from(self.text.get("nobody")).tone(Tone::Caution);
        }
        let joined = self.words.list(&holders);
        Cell::list(holders, joined)
    }

    fn section_table(&self) -> Table {
        let columns = [
            self.column(Kind::Text, "column-section"),
            self.column(Kind::Whole, "column-people"),
            self.column(Kind::Hours, "step-handle"),
            self.column(Kind::Hours, "step-review"),
            self.column(Kind::Hours, "step-approve"),
            self.column(Kind::Hours, "column-hours-used"),
            self.column(Kind::Hours, "column-hours-held"),
        ];
        let rows = self.unit.sections().map(|(section, named)| {
            let people = self.tally.people_of(section);
            let step = |step| Cell::from(self.tally.of_section(section, Some(step)));
            [
                Cell::from(&*named.name),
                people.len().into(),
                step(Step::Handle),
                step(Step::Review),
                step(Step::Approve),
                self.tally.of_section(section, None).into(),
                self.tally.available(people).into(),
            ]
        });
        Table::new("sections", columns, rows)
    }

    fn post_table(&self) -> Table {
        let columns = [
            self.column(Kind::Text, "column-section"),
            self.column(Kind::Text, "column-post"),
            self.column(Kind::Text, "column-holders"),
            self.column(Kind::Hours, "column-hours-used"),
            self.column(Kind::Hours, "column-hours-held"),
        ];
        let rows = self.unit.needed_posts().map(|(ix, post)| {
            [
                Cell::from(self.words.section(post.section)),
                self.words.post_at_home(ix).into(),
                self.holders(ix),
                self.tally.of_post(ix).into(),
                self.tally.held_at(ix).into(),
            ]
        });
        Table::new("posts", columns, rows)
    }

    /// Hours used as a share of hours held; nothing where none are held.
    pub(super) fn use_of(used: Hours, held: Hours) -> Cell {
        let share: Share = used.share_of(held);
        if held == Hours::ZERO { Cell::empty() } else { share.into() }
    }
}
