//! What is to be signed so that people hold the posts of a plan instead of the rights of a table of duties.

use super::View;
use crate::analysis::duties::{Granting, Signing, Withdrawal};
use crate::model::{Ledger, MatterIx, Signature};
use crate::render::detail::Detail;
use crate::render::document::{Block, Cell, Kind, Note, Tone};
use crate::report::parts::columns::{Columns, columns};
use crate::report::words::cells::ids;
use std::collections::BTreeSet;

/// Names of the tables that `--from-duties` adds to a plan report.
pub const RIGHTS_TABLES: [&str; 1] = ["rights"];

/// The table where a plan starts, and what is to be signed.
#[derive(Debug, Clone, Copy)]
pub struct FromDuties<'a> {
    /// The table.
    pub ledger: &'a Ledger,
    /// What is to be granted and taken back.
    pub signing: &'a Signing,
}

/// A row to be signed.
#[derive(Clone, Copy)]
enum Row<'a> {
    Grant(&'a Granting),
    Withdraw(&'a Withdrawal),
}

impl View<'_> {
    /// Nothing where the plan starts from no table.
    pub(super) fn rights(&self) -> Vec<Block> {
        let Some(from) = self.extras.from_duties else { return Vec::new() };
        let Signing { grants, withdrawals, moved } = from.signing;
        // A screen has said at its top how much there is; a list to be signed says it again.
        let said = self.rights_said().filter(|_| self.detail != Detail::Folded);
        let mut notes: Vec<Note> = said.map(Note::plain).into_iter().collect();
        if moved.is_empty() {
            notes.push(Note::new(Tone::Good, self.text.get("rights-nobody-moves")));
        } else {
            let people = self.words.list(moved.iter().map(|person| self.words.person(*person)));
            let arguments = [("count", &*moved.len().to_string()), ("people", &*people)];
            notes.push(Note::plain(self.text.with("rights-moved", &arguments)));
        }
        let rows = grants.iter().map(Row::Grant).chain(withdrawals.iter().map(Row::Withdraw));
        let table = columns("rights", self.text, rows)
            .head("change", "column-rights-change", Kind::Text, |row| match row {
                Row::Grant(_) => Cell::word("grant", self.text.get("rights-grant")).tone(Tone::Good),
                Row::Withdraw(_) => Cell::word("withdraw", self.text.get("rights-withdraw")).tone(Tone::Caution),
            })
            .col("person", Kind::Text, |row| match row {
                Row::Grant(grant) => self.words.person(grant.person),
                Row::Withdraw(back) => from.ledger.grants.get(back.row).map(|row| row.name.clone()).unwrap_or_default(),
            })
            .head("posts", "column-posts-concerned", Kind::Text, |row| self.posts_cell(*row))
            .head("matters", "column-duties-matters", Kind::Text, |row| self.matters_cell(*row))
            .head("row", "column-duties-rows", Kind::Text, |row| match row {
                Row::Grant(_) => None,
                Row::Withdraw(back) => from.ledger.grants.get(back.row).map(|row| row.place.clone()),
            })
            .col("why", Kind::Text, |row| self.why_cell(*row))
            .with(|columns| self.to_sign(columns))
            .table();
        [
            Block::heading(self.text, "rights-heading"),
            Block::List(notes),
            Block::Table(table),
            Block::plain(self.text.get("rights-note")),
        ]
        .into()
    }

    /// How much is to be signed, in a sentence; nothing where the plan starts from no table.
    pub(super) fn rights_said(&self) -> Option<String> {
        let FromDuties { ledger, signing } = self.extras.from_duties?;
        let arguments = [
            ("file", ledger.name()),
            ("grants", &*signing.grants.len().to_string()),
            ("withdrawals", &*signing.withdrawals.len().to_string()),
        ];
        Some(self.text.with("rights-verdict", &arguments))
    }

    /// Room for the signatures, where there is room.
    fn to_sign<'c>(&'c self, columns: Columns<'c, Row<'c>>) -> Columns<'c, Row<'c>> {
        if self.detail == Detail::Folded {
            return columns;
        }
        columns.each(Signature::ALL, |columns, signature| {
            let head = self.text.get(&format!("duties-signature-{}", signature.id()));
            columns.named(signature.id(), head, Kind::Text, |_| Cell::empty())
        })
    }

    fn posts_cell(&self, row: Row<'_>) -> Cell {
        let posts: Vec<_> = match row {
            Row::Grant(grant) => vec![grant.post],
            Row::Withdraw(back) => {
                let own = |(matter, step): &(MatterIx, _)| self.unit.post_at(*matter, *step);
                back.rights.iter().filter_map(own).collect::<BTreeSet<_>>().into_iter().collect()
            }
        };
        let own = posts.iter().map(|post| self.words.post(*post));
        let nowhere = if let Row::Withdraw(back) = row { self.words.steps_nowhere(&back.rights) } else { Vec::new() };
        self.words.posts_cell(&posts, self.words.list(own.chain(nowhere)))
    }

    fn matters_cell(&self, row: Row<'_>) -> Cell {
        let matters: BTreeSet<MatterIx> = match row {
            Row::Grant(grant) => grant.matters.iter().copied().collect(),
            Row::Withdraw(back) => back.rights.iter().map(|(matter, _)| *matter).collect(),
        };
        let said = self.words.list(matters.iter().map(|matter| self.words.matter(*matter)));
        Cell::word(ids(matters.iter().map(|matter| &self.unit[*matter].id)), said)
    }

    fn why_cell(&self, row: Row<'_>) -> Cell {
        match row {
            Row::Grant(_) => Cell::word("plan", self.text.get("rights-why-plan")),
            Row::Withdraw(Withdrawal { gone: Some(gone), .. }) => {
                Cell::word(gone.id(), self.text.get(&format!("duties-gone-{}", gone.id())))
            }
            Row::Withdraw(back)
                if !back.rights.iter().any(|(matter, step)| self.unit.post_at(*matter, *step).is_some()) =>
            {
                Cell::word("no_step", self.text.with("duties-unused-no_step", &[("steps", "none")]))
            }
            Row::Withdraw(back) if back.is_whole => Cell::word("not_in_plan", self.text.get("rights-why-not-in-plan")),
            Row::Withdraw(_) => Cell::word("part", self.text.get("rights-why-part")),
        }
    }
}
