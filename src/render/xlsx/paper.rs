//! How a sheet lies on paper: upright or across, how far scaled down.

use rust_xlsxwriter::Worksheet;

/// Pages are A4, as `set_paper_size` numbers them.
const A4: u8 = 9;
/// Points between the margins of an A4 page: half an inch at the sides, three quarters above and below, and less what
/// programs make of the height of a row.
const SHORT: (u32, u32) = (523, 705);
const LONG: (u32, u32) = (769, 465);
/// Whether a page lies across.
pub(super) const UPRIGHT: bool = false;
pub(super) const ACROSS: bool = true;

/// A page for a sheet, whose columns always fit its width.
#[derive(Clone, Copy)]
pub(super) struct Paper {
    is_across: bool,
    scale: u32,
}

impl Paper {
    /// The page for columns of so many digits.
    pub(super) fn of(widths: &[usize], is_across: bool) -> Self {
        // A digit takes seven pixels, a column five more; a pixel is three quarters of a point.
        let points = widths.iter().map(|width| u32::try_from(*width).unwrap_or_default() * 7 + 5).sum::<u32>() * 3 / 4;
        let room = if is_across { LONG.0 } else { SHORT.0 };
        Self { is_across, scale: (room * 100 / points.max(1)).clamp(10, 100) }
    }

    /// Points of the height of a page, as far as rows can fill it.
    pub(super) const fn height(self) -> u32 {
        (if self.is_across { LONG.1 } else { SHORT.1 }) * 100 / self.scale
    }

    pub(super) fn apply(self, sheet: &mut Worksheet) {
        sheet.set_paper_size(A4).set_margins(0.5, 0.5, 0.75, 0.75, 0.3, 0.3);
        sheet.set_print_fit_to_pages(1, 0);
        if self.is_across {
            sheet.set_landscape();
        }
    }
}
