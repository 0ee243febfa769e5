//! Whether a file is a workbook that its reader may be given: of sane size, with cells where a sheet has cells.
//!
//! The reader believes what a file says of itself: one cell at the far end of a sheet, a false count or a broken chain
//! of sectors would fill the memory or never end. So the sizes are taken here first, by streaming and within bounds,
//! and what the reader still stumbles over does not bring the program down.

mod archive;
mod binary;
mod compound;
mod records;

use crate::diag::{Code, Diagnostic, Place};
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::{Arc, Once};

/// Cells of all sheets of a workbook, blank ones between others among them. No roster comes near this.
const MOST_CELLS: u64 = 500_000;
/// Merged areas of a workbook.
const MOST_MERGES: usize = 10_000;
/// Rows and columns of the largest sheet that any format has.
const LAST_ROW: u32 = 1_048_576;
const LAST_COLUMN: u32 = 16_384;

/// Why a file is not read as a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It is a web page.
    WebPage,
    /// It is text.
    Text,
    /// It needs a password.
    Locked,
    /// Its last cell is out of all proportion.
    FarCell(String),
    /// It holds more than any roster.
    TooLarge,
    /// It breaks its own format.
    Damaged,
}

impl Refusal {
    /// The finding about a file.
    pub(super) fn finding(&self, file: &Arc<str>) -> Diagnostic {
        let (reason, cell) = match self {
            Self::WebPage => ("web_page", ""),
            Self::Text => ("text", ""),
            Self::Locked => ("locked", ""),
            Self::FarCell(cell) => ("far_cell", cell.as_str()),
            Self::TooLarge => ("too_large", ""),
            Self::Damaged => ("damaged", ""),
        };
        let finding = Diagnostic::new(Code::WorkbookUnreadable, &super::start(file)).fact("file", file);
        finding.fact("reason", reason).fact("cell", cell)
    }
}

/// What `read` makes of a workbook that passes the checks. If it panics the workbook is damaged.
pub(super) fn guarded<T>(bytes: Vec<u8>, read: impl FnOnce(Vec<u8>) -> Option<T>) -> Result<T, Refusal> {
    check(&bytes)?;
    quietly(|| read(bytes)).flatten().ok_or(Refusal::Damaged)
}

/// Whether a text may be a table of people: of no more cells, and no wider, than a sheet.
pub(super) fn text(text: &str, separator: char) -> Result<(), Refusal> {
    let cells = text.matches([separator, '\n']).count() as u64;
    let columns = text.lines().map(|line| line.matches(separator).count()).max().unwrap_or_default() as u64;
    if cells > MOST_CELLS || columns >= u64::from(LAST_COLUMN) { Err(Refusal::TooLarge) } else { Ok(()) }
}

fn check(bytes: &[u8]) -> Result<(), Refusal> {
    if bytes.starts_with(b"PK") {
        return quietly(|| archive::check(bytes)).unwrap_or(Err(Refusal::Damaged));
    }
    if bytes.starts_with(&compound::SIGNATURE) {
        return binary::check(bytes);
    }
    // A text has no zero bytes, whatever its encoding here.
    let begin = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    if begin.is_empty() || begin.contains(&0) {
        return Err(Refusal::Damaged);
    }
    let begin = String::from_utf8_lossy(begin).to_lowercase();
    let is_page = begin.trim_start_matches('\u{feff}').trim_start().starts_with('<')
        && ["<html", "<table", "<!doctype"].iter().any(|mark| begin.contains(mark));
    Err(if is_page { Refusal::WebPage } else { Refusal::Text })
}

thread_local! {
    /// Whether a panic of this thread is expected and not to be told.
    static IS_QUIET: Cell<bool> = const { Cell::new(false) };
}

/// The result of `work`, or `None` if it panics; nothing is printed then.
fn quietly<T>(work: impl FnOnce() -> T) -> Option<T> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = take_hook();
        set_hook(Box::new(move |panic| {
            if !IS_QUIET.get() {
                usual(panic);
            }
        }));
    });
    let before = IS_QUIET.replace(true);
    // What `work` was building is dropped with the panic; nothing of it is seen afterwards.
    let done = catch_unwind(AssertUnwindSafe(work)).ok();
    IS_QUIET.set(before);
    done
}

/// How large the sheets are that a reader would build. Rows and columns are counted from 1.
#[derive(Debug, Default)]
struct Extent {
    row: u32,
    column: u32,
    merges: Vec<Area>,
    /// Of the sheets before.
    cells: u64,
    merges_before: usize,
}

/// Two corners, as rows and columns counted from 1.
type Area = ((u32, u32), (u32, u32));

impl Extent {
    /// A cell with something in it.
    fn cell(&mut self, row: u32, column: u32) -> Result<(), Refusal> {
        if !(1..=LAST_ROW).contains(&row) || !(1..=LAST_COLUMN).contains(&column) {
            return Err(Refusal::Damaged);
        }
        (self.row, self.column) = (self.row.max(row), self.column.max(column));
        if u64::from(self.row) * u64::from(self.column) + self.cells <= MOST_CELLS {
            return Ok(());
        }
        let line = usize::try_from(self.row).unwrap_or_default();
        let column = usize::try_from(self.column).unwrap_or_default();
        Err(Refusal::FarCell(Place { file: "".into(), sheet: None, line, column }.cell()))
    }

    fn merge(&mut self, area: Area) -> Result<(), Refusal> {
        self.merges.push(area);
        if self.merges.len() + self.merges_before > MOST_MERGES { Err(Refusal::TooLarge) } else { Ok(()) }
    }

    /// The sheet is over. Merged cells are filled, and areas that overlap are filled again.
    fn end_of_sheet(&mut self) -> Result<(), Refusal> {
        let length = |from: u32, to: u32, last: u32| u64::from((to.min(last) + 1).saturating_sub(from));
        let merged: u64 = self
            .merges
            .iter()
            .map(|(first, last)| length(first.0, last.0, self.row) * length(first.1, last.1, self.column))
            .sum();
        self.cells += u64::from(self.row) * u64::from(self.column);
        self.merges_before += self.merges.len();
        (self.row, self.column) = (0, 0);
        self.merges.clear();
        if merged > MOST_CELLS { Err(Refusal::TooLarge) } else { Ok(()) }
    }
}
