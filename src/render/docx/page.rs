//! The page of GB/T 9704-2012: its size, margins, grid and number.

use super::measures::{LINE, MARGINS, PAGE, SONG, W};
use super::paragraph::paragraph;
use super::styles::{fonts, size};
use super::xml::{Element, element};
use super::{FOOTERS, OFFICE, relation_id};

/// From the edge of the paper to the foot of the page number, which then stands 7 mm below the text.
const FOOTER: u32 = 1304;
/// Pages with an odd or an even number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Right pages; the number stands at the right, one character from the edge.
    Odd,
    /// Left pages, the other way round.
    Even,
}

/// The properties of the section, with which the body of a document ends. A mark stands above every page.
pub(super) fn section(mark: Option<usize>) -> Element {
    let header =
        |kind: &str, part: usize| element("w:headerReference").with("w:type", kind).with("r:id", relation_id(part));
    let headers = mark.map(|part| [header("default", part), header("even", part)]);
    let footer =
        |kind: &str, part: usize| element("w:footerReference").with("w:type", kind).with("r:id", relation_id(part));
    let margins = MARGINS.iter().fold(element("w:pgMar"), |margins, (name, length)| margins.with(name, length));
    element("w:sectPr").containing(headers.into_iter().flatten()).containing([
        footer("default", FOOTERS[0]),
        footer("even", FOOTERS[1]),
        element("w:pgSz").with("w:w", PAGE[0]).with("w:h", PAGE[1]),
        margins.with("w:header", 851).with("w:footer", FOOTER).with("w:gutter", 0),
        element("w:cols").with("w:space", 425),
        // 28 characters a line are the styles' doing; a grid of characters would set them closer a second time.
        element("w:docGrid").with("w:type", "lines").with("w:linePitch", LINE),
    ])
}

/// What every page is marked with.
pub(super) fn header(mark: &str) -> Element {
    element("w:hdr").with("xmlns:w", W).with("xmlns:r", OFFICE).containing([paragraph("Mark", mark)])
}

/// The page number between two dashes, 4号半角宋体.
pub(super) fn footer(side: Side) -> Element {
    let run = |inside: Element| {
        let look = element("w:rPr").containing([fonts(SONG, SONG)]).containing(size(28));
        element("w:r").containing([look, inside])
    };
    let text = |text: &str| run(element("w:t").with("xml:space", "preserve").saying(text));
    let field = |kind: &str| run(element("w:fldChar").with("w:fldCharType", kind));
    let (edge, align) = match side {
        Side::Odd => ("w:right", "right"),
        Side::Even => ("w:left", "left"),
    };
    let properties = element("w:pPr")
        .containing([element("w:ind").with(edge, 320).with("w:firstLine", 0), element("w:jc").val(align)]);
    let numbered = element("w:p").containing([
        properties,
        text("— "),
        field("begin"),
        run(element("w:instrText").with("xml:space", "preserve").saying(" PAGE ")),
        field("separate"),
        text("1"),
        field("end"),
        text(" —"),
    ]);
    element("w:ftr").with("xmlns:w", W).with("xmlns:r", OFFICE).containing([numbered])
}
