//! How a sheet lies on paper: upright or across, how far scaled down, where a new page begins.

use rust_xlsxwriter::Worksheet;

/// Pages are A4, as `set_paper_size` numbers them.
const A4: u8 = 9;
/// Points between the margins of an A4 page: half an inch at the sides, three quarters above and below.
const UPRIGHT: (u32, u32) = (523, 733);
const ACROSS: (u32, u32) = (769, 487);
/// The least scale at which an upright page is still read, in percent.
const READABLE: u32 = 62;

/// A page for a sheet, whose columns always fit its width.
#[derive(Clone, Copy)]
pub(super) struct Paper {
    is_across: bool,
    scale: u32,
}

impl Paper {
    /// The page for columns of so many digits.
    pub(super) fn of(widths: &[usize]) -> Self {
        // A digit takes seven pixels, a column five more; a pixel is three quarters of a point.
        let points = widths.iter().map(|width| u32::try_from(*width).unwrap_or_default() * 7 + 5).sum::<u32>() * 3 / 4;
        let scale = |room: u32| (room * 100 / points.max(1)).clamp(10, 100);
        let upright = scale(UPRIGHT.0);
        if upright >= READABLE {
            return Self { is_across: false, scale: upright };
        }
        Self { is_across: true, scale: scale(ACROSS.0) }
    }

    /// Points of the height of a page, as far as rows can fill it.
    pub(super) const fn height(self) -> u32 {
        (if self.is_across { ACROSS.1 } else { UPRIGHT.1 }) * 100 / self.scale
    }

    pub(super) fn apply(self, sheet: &mut Worksheet) {
        sheet.set_paper_size(A4).set_margins(0.5, 0.5, 0.75, 0.75, 0.3, 0.3);
        sheet.set_print_fit_to_pages(1, 0);
        if self.is_across {
            sheet.set_landscape();
        }
    }
}

/// The rows with which a new page begins, of sections each with the number of its first row and its height in points. One
/// that would be cut stands whole on the next page if this one is all but full; else a page would be left half empty.
pub(super) fn breaks(sections: &[(u32, u32)], page: u32) -> Vec<u32> {
    let (mut used, mut breaks) = (0, Vec::new());
    for (first, height) in sections {
        if used > page * 2 / 3 && used + height > page {
            breaks.push(*first);
            used = 0;
        }
        used = (used + height) % page.max(1);
    }
    breaks
}
