//! How a sheet lies on paper: upright or across, how far scaled down.

use super::col;
use super::widths::{WIDE, Widths};
use rust_xlsxwriter::{Worksheet, XlsxError};

/// Pages are A4, as `set_paper_size` numbers them.
const A4: u8 = 9;
/// Points between the margins of an A4 page: half an inch at the sides, three quarters above and below, and less what
/// programs make of the height of a row.
const SHORT: (u32, u32) = (523, 705);
const LONG: (u32, u32) = (769, 465);
/// Digits for which there is room on each of several pages side by side: what columns have beside their digits too.
const PAGE: usize = WIDE + 25;
/// Whether a page lies across.
pub(super) const UPRIGHT: bool = false;
pub(super) const ACROSS: bool = true;

/// A page for a sheet, whose columns fit its width, or go on from page to page.
pub(super) struct Paper {
    is_across: bool,
    scale: u32,
    /// How many pages stand beside the first.
    splits: usize,
}

impl Paper {
    /// The page for columns of such widths.
    pub(super) fn of(widths: &Widths, is_across: bool) -> Self {
        let splits = widths.splits().len();
        let room = if is_across { LONG.0 } else { SHORT.0 };
        // A digit takes seven pixels, a column five more; a pixel is three quarters of a point.
        let points = |width: usize| (u32::try_from(width).unwrap_or_default() * 7 + 5) * 3 / 4;
        let all = widths.all();
        let taken = if splits == 0 { all.iter().map(|width| points(*width)).sum() } else { points(PAGE) };
        Self { is_across, scale: (room * 100 / taken.max(1)).clamp(10, 100), splits }
    }

    /// Points of the height of a page, as far as rows can fill it.
    pub(super) const fn height(&self) -> u32 {
        (if self.is_across { LONG.1 } else { SHORT.1 }) * 100 / self.scale
    }

    pub(super) fn apply(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_paper_size(A4).set_margins(0.5, 0.5, 0.75, 0.75, 0.3, 0.3);
        if self.is_across {
            sheet.set_landscape();
        }
        // The program that prints knows its letters better: a scale that we set would part pages elsewhere than we did.
        sheet.set_print_fit_to_pages(1 + col(self.splits), 0);
        if self.splits > 0 {
            sheet.set_repeat_columns(0, 0)?;
        }
        Ok(())
    }
}
