//! The table of who holds which right today, as an office keeps it (岗位权限台账).

use super::{MatterIx, PersonIx, Step};
use crate::units::Month;
use crate::word::words;
use std::collections::BTreeSet;

/// The table, as far as it is read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ledger {
    /// The file.
    pub file: String,
    /// Its rows, those left out that say that the right was taken back.
    pub grants: Vec<Grant>,
    /// Rows of rights that were taken back, by place.
    pub ended: Vec<String>,
    /// Heads of columns that are not read.
    pub unread: Vec<String>,
    /// Rows that were read and are not shown, by place; `None` where the file does not tell which are.
    pub hidden_rows: Option<Vec<String>>,
    /// Sheets that were read and are not shown.
    pub hidden_sheets: Vec<String>,
    /// Sheets that look like such a table, are not shown and were not read.
    pub left_sheets: Vec<String>,
    /// Whether any column says who signed.
    pub says_signatures: bool,
}

impl Ledger {
    /// The file without its folder, as a report calls it.
    #[must_use]
    pub fn name(&self) -> &str {
        self.file.rsplit(['/', '\\']).next().unwrap_or(&self.file)
    }
}

/// A row of the table: somebody may do something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// The row: `12`, or `Sheet!12` where several sheets are read.
    pub place: String,
    /// The person as the table has the name.
    pub name: String,
    /// The person, if the roster has them.
    pub person: Option<PersonIx>,
    /// The steps of matters that this opens; empty where the unit has none such.
    pub rights: Vec<(MatterIx, Step)>,
    /// Since when it is held.
    pub since: Option<Month>,
    /// When it was last used.
    pub used: Used,
    /// Who signed the grant.
    pub signed: Signed,
}

/// When a right was last used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Used {
    /// The table does not say.
    Unsaid,
    /// Never.
    Never,
    /// In this month.
    In(Month),
}

/// What is signed of a grant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Signed {
    /// The table has no column for it.
    Unsaid,
    /// These signatures, each in a column of its own.
    By(BTreeSet<Signature>),
    /// So many names in one column.
    Names(usize),
}

words! {
    /// The four who sign a grant, in order.
    pub enum Signature {
        /// 业务部门申请
        Requested = "requested",
        /// 内控部门审核
        Audited = "audited",
        /// 单位领导核准
        Approved = "approved",
        /// 信息系统赋予权限
        Granted = "granted",
    }
}

impl Signed {
    /// Whether all four are there, as far as the table says.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        match self {
            Self::Unsaid => true,
            Self::By(by) => by.len() == Signature::ALL.len(),
            Self::Names(names) => *names >= Signature::ALL.len(),
        }
    }
}
