//! The tables: people, sets of people, matters, tiers, posts, backups.

use super::{View, cases, with};
use crate::analysis::ServiceStatus;
use crate::analysis::absence::{Absent, Backup, Loss};
use crate::model::{MatterIx, PersonIx};
use crate::render::detail::Detail;
use crate::render::document::{Block, Cell, Kind, Table, Tone};
use crate::report::parts::columns::{Columns, columns};
use crate::report::words::cells::ids;

/// Sets of people on a screen.
const SHOWN: usize = 10;

impl View<'_> {
    /// Who is missed; what is to be said of the numbers depends on what else is shown.
    pub(super) fn people(&self, note: &str) -> Vec<Block> {
        let rows = self.found.irreplaceable(self.unit);
        let table = columns("people", self.text, rows)
            .head("people", "column-absence-away", Kind::Text, |absent| self.words.people_cell(absent.people.clone()))
            .with(|columns| if self.detail == Detail::Folded { Self::counted(columns) } else { self.lost(columns) })
            .table();
        self.section("absence-people-heading", table, Some(note))
    }

    /// How many matters are lost, where the map that follows names them.
    fn counted<'c>(columns: Columns<'c, &'c Absent>) -> Columns<'c, &'c Absent> {
        let count = |matters: usize, tone: Tone| {
            if matters == 0 { Cell::empty() } else { Cell::from(matters).tone(tone) }
        };
        let of = move |losses: &[Loss], status, tone| count(with(losses, status).len(), tone);
        columns
            .head("stalled", "status-stalled", Kind::Whole, move |absent| {
                of(&absent.as_held, ServiceStatus::Stalled, Tone::Bad)
            })
            .head("slowed", "status-slowed", Kind::Whole, move |absent| {
                of(&absent.as_held, ServiceStatus::Slowed, Tone::Caution)
            })
            .head("cases_a_day", "column-absence-cases", Kind::Decimal(2), |absent| cases(&absent.as_held))
            .head("reappointed", "column-absence-reappointed", Kind::Whole, move |absent| {
                count(absent.reappointed.len(), Tone::Bad)
            })
    }

    /// Sets of several people, the worst first.
    pub(super) fn absences(&self) -> Vec<Block> {
        let sizes = 2..=self.found.most;
        let rows = sizes.flat_map(|size| {
            let shown = if self.detail == Detail::Folded { SHOWN } else { usize::MAX };
            self.found.worst(self.unit, size).into_iter().take(shown)
        });
        let table = columns("absences", self.text, rows)
            .head("people", "column-absence-away", Kind::Text, |absent| self.words.people_cell(absent.people.clone()))
            .with(|columns| self.lost(columns))
            .table();
        let note = (self.detail == Detail::Folded).then_some("absence-absences-note");
        self.section("absence-absences-heading", table, note)
    }

    fn lost<'c>(&'c self, columns: Columns<'c, &'c Absent>) -> Columns<'c, &'c Absent> {
        let of = |losses: &[Loss], status, tone| self.matters_cell(&with(losses, status), tone);
        columns
            .head("stalled", "status-stalled", Kind::Text, move |absent| {
                of(&absent.as_held, ServiceStatus::Stalled, Tone::Bad)
            })
            .head("slowed", "status-slowed", Kind::Text, move |absent| {
                of(&absent.as_held, ServiceStatus::Slowed, Tone::Caution)
            })
            .head("cases_a_day", "column-absence-cases", Kind::Decimal(2), |absent| cases(&absent.as_held))
            .head("reappointed", "column-absence-reappointed", Kind::Text, move |absent| {
                let matters: Vec<MatterIx> = absent.reappointed.iter().map(|loss| loss.matter).collect();
                self.matters_cell(&matters, Tone::Bad)
            })
    }

    fn matters_cell(&self, matters: &[MatterIx], tone: Tone) -> Cell {
        let said = self.words.matters(matters);
        let cell = Cell::word(ids(matters.iter().map(|matter| &self.unit[*matter].id)), said);
        if matters.is_empty() { Cell::empty() } else { cell.tone(tone) }
    }

    /// The map of people and matters, by matter: on a screen the map itself says it in fewer lines.
    pub(super) fn matters(&self) -> Vec<Block> {
        let hit = |matter: MatterIx, status: ServiceStatus| -> Vec<PersonIx> {
            let alone = self.found.of_size(1);
            let hits = alone.filter(|absent| with(&absent.as_held, status).contains(&matter));
            hits.flat_map(|absent| absent.people.clone()).collect()
        };
        let people = |matter: MatterIx, status, tone| {
            let people = hit(matter, status);
            if people.is_empty() { Cell::empty() } else { self.words.people_cell(people).tone(tone) }
        };
        let mut rows: Vec<MatterIx> = self.unit.open_matters().map(|(ix, _)| ix).collect();
        rows.retain(|ix| {
            [ServiceStatus::Stalled, ServiceStatus::Slowed].iter().any(|status| !hit(*ix, *status).is_empty())
        });
        rows.sort_by_key(|ix| (self.unit[*ix].tier, *ix));
        let table = columns("matters", self.text, rows)
            .matter("column-matter", self.words, |ix| *ix)
            .col("tier", Kind::Text, |ix| self.words.tier_cell(self.unit[*ix].tier))
            .head("stalls_without", "column-absence-stalls-without", Kind::Text, |ix| {
                people(*ix, ServiceStatus::Stalled, Tone::Bad)
            })
            .head("slows_without", "column-absence-slows-without", Kind::Text, |ix| {
                people(*ix, ServiceStatus::Slowed, Tone::Caution)
            })
            .table();
        if self.detail == Detail::Folded && !table.rows.is_empty() {
            return vec![Block::plain(self.text.get("absence-matters-elsewhere"))];
        }
        self.section("absence-matters-heading", table, None)
    }

    pub(super) fn survived(&self) -> Vec<Block> {
        let count = |count: usize| Cell::from(count).tone(if count == 0 { Tone::Bad } else { Tone::Good });
        let table = columns("survived", self.text, &self.found.survived)
            .col("tier", Kind::Text, |of| self.words.tier_cell(of.tier))
            .head("as_held", "column-absence-as-held", Kind::Whole, |of| count(of.as_held))
            .head("reappointed", "column-absence-reappointed-most", Kind::Whole, |of| count(of.reappointed))
            .table();
        let most = self.text.with("absence-survived-note", &[("most", &self.found.most.to_string())]);
        let heading = Block::heading(self.text, "absence-survived-heading");
        vec![heading, Block::Table(table), Block::plain(most)]
    }

    pub(super) fn posts(&self) -> Vec<Block> {
        let rows = self.found.posts.iter().filter(|post| self.detail != Detail::Folded || post.is_bare());
        let table = columns("posts", self.text, rows)
            .col("post", Kind::Text, |of| self.words.posts_cell(&[of.post], self.words.post(of.post)))
            .head("needed", "column-absence-needed", Kind::Whole, |of| of.needed)
            .col("holders", Kind::Text, |of| self.words.people_cell(of.holders.clone()))
            .head("relief_factor", "column-absence-relief", Kind::Decimal(2), |of| of.relief_factor)
            .table();
        self.section("absence-posts-heading", table, Some("absence-posts-note"))
    }

    pub(super) fn backups(&self) -> Vec<Block> {
        let shown = if self.detail == Detail::Folded { SHOWN } else { usize::MAX };
        let saved =
            |backup: &&Backup, tier| backup.saved.iter().find(|saved| saved.tier == tier).map(|s| s.matter_days);
        let table = columns("backups", self.text, self.found.backups.iter().take(shown))
            .col("person", Kind::Text, |of| self.words.person(of.person))
            .col("post", Kind::Text, |of| self.words.posts_cell(&[of.post], self.words.post(of.post)))
            .tiers(self.words, Kind::Decimal(0), |of, tier| saved(of, tier))
            .table();
        self.section("absence-backups-heading", table, Some("absence-backups-note"))
    }

    /// A table with its heading and what there is to say of it; nothing but the table where it is empty.
    fn section(&self, heading: &str, table: Table, note: Option<&str>) -> Vec<Block> {
        if table.rows.is_empty() {
            return vec![Block::Table(table)];
        }
        let note = note.map(|note| Block::plain(self.text.get(note)));
        [Block::heading(self.text, heading), Block::Table(table)].into_iter().chain(note).collect()
    }
}
