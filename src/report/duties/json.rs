//! The JSON of `duties`.

use crate::analysis::duties::{Detail, Fault, Gone, Judged, Kind, Rotation, Unused, origin};
use crate::model::{Basis, Ledger, MatterIx, PersonIx, PostIx, RuleId, Signature, Unit};
use crate::report::parts::file::Answer;
use crate::units::{Month, Number};
use schemars::JsonSchema;
use serde::Serialize;

/// What is wrong with a table of duties and rights.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Duties<'a> {
    /// The table.
    pub file: &'a str,
    /// Its rows, those left out whose right was taken back.
    pub rows: usize,
    /// Rows whose right was taken back.
    pub ended: &'a [String],
    /// Heads of columns that were not read.
    pub unread: &'a [String],
    /// Rows that were read and are not shown, by a filter or by hand; null: the file does not tell which.
    pub hidden_rows: Option<&'a [String]>,
    /// Sheets that were read and are not shown.
    pub hidden_sheets: &'a [String],
    /// Sheets that look like such a table, are not shown and were not read.
    pub left_sheets: &'a [String],
    /// People of the roster who have a row.
    pub people: usize,
    /// What is wrong, by kind.
    pub faults: Vec<Found<'a>>,
    /// Who exceeds the limit at a high-risk post in the years ahead; null: not asked for, or no such rule is on.
    pub rotation: Option<&'a Rotation>,
}

impl Answer for Duties<'_> {
    const SCHEMA: &'static str = "shuanggang.duties/1";
}

/// Something that is wrong.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Found<'a> {
    /// What.
    pub kind: Kind,
    /// The rule that is broken; null: no rule of the scenario speaks of it.
    pub rule: Option<RuleId>,
    /// What that rests on.
    pub basis: Basis,
    /// Its source; null where it is a choice of the planner.
    pub source: Option<String>,
    /// Ids of those concerned.
    pub people: &'a [PersonIx],
    /// Names that the roster does not have.
    pub strangers: &'a [String],
    /// The posts.
    pub posts: &'a [PostIx],
    /// Ids of the matters.
    pub matters: &'a [MatterIx],
    /// The rows of the table: `12`, or `Sheet!12` where several sheets are read.
    pub rows: Vec<&'a str>,
    /// Since when, of `tenure`.
    pub since: Option<Month>,
    /// People or sections found, of `vacant`, `single` and `sections`.
    pub found: Option<Number>,
    /// People needed, or sections allowed.
    pub allowed: Option<Number>,
    /// Why somebody is not here, of `gone`.
    pub gone: Option<Gone>,
    /// Why a right is of no use, of `unused`.
    pub unused: Option<Unused>,
    /// Signatures that lack, of `unsigned`, where each has a column.
    pub lacks: &'a [Signature],
    /// Names in the one column of signatures, of `unsigned`.
    pub names: Option<usize>,
    /// Ids of people who may take the post by the rules that speak of one person; hours and relatives are not looked at.
    pub takers: &'a [PersonIx],
}

impl<'a> Duties<'a> {
    /// What was found.
    #[must_use]
    pub fn of(unit: &Unit, ledger: &'a Ledger, judged: &'a Judged, rotation: Option<&'a Rotation>) -> Self {
        let found = |fault: &'a Fault| {
            let (basis, source) = origin(unit, fault);
            let numbers =
                if let Detail::Numbers(found, allowed) = &fault.detail { Some((found, allowed)) } else { None };
            Found {
                kind: fault.kind,
                rule: fault.rule,
                basis,
                source,
                people: &fault.people,
                strangers: &fault.strangers,
                posts: &fault.posts,
                matters: &fault.matters,
                rows: fault.rows.iter().filter_map(|row| ledger.grants.get(*row)).map(|grant| &*grant.place).collect(),
                since: if let Detail::Since(since) = fault.detail { Some(since) } else { None },
                found: numbers.map(|(found, _)| Number::rounded(*found)),
                allowed: numbers.map(|(_, allowed)| Number::rounded(*allowed)),
                gone: if let Detail::Gone(why) = fault.detail { Some(why) } else { None },
                unused: if let Detail::Unused(why) = fault.detail { Some(why) } else { None },
                lacks: if let Detail::Lacks(lacks) = &fault.detail { lacks } else { &[] },
                names: if let Detail::Names(names) = fault.detail { Some(names) } else { None },
                takers: &fault.takers,
            }
        };
        Self {
            file: &ledger.file,
            rows: ledger.grants.len(),
            ended: &ledger.ended,
            unread: &ledger.unread,
            hidden_rows: ledger.hidden_rows.as_deref(),
            hidden_sheets: &ledger.hidden_sheets,
            left_sheets: &ledger.left_sheets,
            people: judged.people,
            faults: judged.faults.iter().map(found).collect(),
            rotation,
        }
    }
}
