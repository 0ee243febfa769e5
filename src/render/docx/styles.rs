//! The styles of the parts of a letter, as data.

use super::measures::{BLACK, FANGSONG, KAI, LINE, TITLE, W, WIDTH};
use super::xml::{Element, element};

/// Digits and Latin letters.
const LATIN: &str = "Times New Roman";
/// The same beside 黑体.
const LATIN_BLACK: &str = "Arial";
/// The red of 发文机关标志 and its line.
pub(super) const RED: &str = "FF0000";
/// 3号 in half-points.
pub(super) const SIZE_3: u32 = 32;
/// 发文机关标志 in half-points; the standard leaves its size open.
pub(super) const ISSUER: u32 = 64;
/// Height of the line of 发文机关标志, which is never larger than that.
pub(super) const ISSUER_LINE: u32 = 760;
/// From the top of the text to 发文机关标志: 35 mm.
pub(super) const ISSUER_TOP: u32 = 1984;
/// 2号 in half-points.
pub(super) const SIZE_2: u32 = 44;

/// Taken from each character of 16 points so that 28 of them fit into 156 mm: 442.25 / 28 − 16 points, as twips.
const CLOSER: i32 = -5;

/// Never the last on a page.
const NEXT: &str = "w:keepNext";
/// Never broken over two pages.
const WHOLE: &str = "w:keepLines";
/// Begins a page.
const NEW: &str = "w:pageBreakBefore";

/// How a kind of paragraph looks. Lengths in twips, sizes in half-points, indents in hundredths of a character.
struct Style {
    id: &'static str,
    name: &'static str,
    font: &'static str,
    size: u32,
    colour: Option<&'static str>,
    align: &'static str,
    /// Height of a line.
    line: u32,
    before: u32,
    after: u32,
    first_line: u32,
    left: u32,
    /// How it falls on pages: the elements for that, in order.
    paging: &'static [&'static str],
    /// Depth in the outline, from 0.
    outline: Option<u32>,
}

const TEXT: Style = Style {
    id: "Text",
    name: "正文段落",
    font: FANGSONG,
    size: SIZE_3,
    colour: None,
    align: "both",
    line: LINE,
    before: 0,
    after: 0,
    first_line: 200,
    left: 0,
    paging: &[],
    outline: None,
};

const SMALL: Style = Style { size: 21, line: 300, first_line: 0, ..TEXT };

const STYLES: [Style; 21] = [
    TEXT,
    Style {
        id: "Issuer",
        name: "发文机关标志",
        font: TITLE,
        size: ISSUER,
        colour: Some(RED),
        align: "center",
        line: ISSUER_LINE,
        before: ISSUER_TOP,
        first_line: 0,
        ..TEXT
    },
    Style { id: "Mark", name: "文稿标记", font: BLACK, colour: Some(RED), align: "right", first_line: 0, ..TEXT },
    Style { id: "Number", name: "发文字号", before: 2 * LINE, first_line: 100, align: "left", ..TEXT },
    Style {
        id: "LetterTitle",
        name: "公文标题",
        font: TITLE,
        size: SIZE_2,
        align: "center",
        line: 680,
        before: 2 * LINE,
        first_line: 0,
        paging: &[NEXT, WHOLE],
        ..TEXT
    },
    Style {
        id: "Subtitle",
        name: "副标题",
        font: KAI,
        align: "center",
        before: LINE / 2,
        after: LINE,
        first_line: 0,
        paging: &[NEXT, WHOLE],
        ..TEXT
    },
    Style {
        id: "Addressee", name: "主送机关", align: "left", before: LINE, first_line: 0, paging: &[NEXT], ..TEXT
    },
    Style { id: "Heading1", name: "heading 1", font: BLACK, outline: Some(0), paging: &[NEXT, WHOLE], ..TEXT },
    Style { id: "Heading2", name: "heading 2", font: KAI, outline: Some(1), paging: &[NEXT, WHOLE], ..TEXT },
    // The signature is never alone on a page.
    Style { id: "Formula", name: "结语", paging: &[NEXT], ..TEXT },
    Style { id: "Attachment", name: "附件说明", align: "left", first_line: 0, left: 500, paging: &[NEXT], ..TEXT },
    Style { id: "Signer", name: "署名", align: "right", before: LINE, first_line: 0, paging: &[NEXT, WHOLE], ..TEXT },
    Style { id: "Date", name: "成文日期", align: "right", first_line: 0, paging: &[NEXT], ..TEXT },
    Style { id: "Contact", name: "附注", align: "left", paging: &[WHOLE], ..TEXT },
    Style {
        id: "AnnexMark",
        name: "附件标识",
        font: BLACK,
        align: "left",
        first_line: 0,
        paging: &[NEXT, NEW],
        ..TEXT
    },
    Style {
        id: "AnnexTitle",
        name: "附件标题",
        font: TITLE,
        size: SIZE_2,
        align: "center",
        line: 680,
        before: LINE,
        after: LINE,
        first_line: 0,
        outline: Some(0),
        paging: &[NEXT],
        ..TEXT
    },
    Style {
        id: "TableTitle",
        name: "表题",
        font: BLACK,
        size: 28,
        align: "center",
        line: 440,
        before: 200,
        after: 80,
        paging: &[NEXT],
        ..SMALL
    },
    Style { id: "TableHead", name: "表头", font: BLACK, align: "center", paging: &[NEXT], ..SMALL },
    Style { id: "TableText", name: "表内文字", align: "left", ..SMALL },
    Style { id: "TableNumber", name: "表内数字", align: "right", ..SMALL },
    Style { id: "TableNote", name: "表注", align: "left", before: 80, after: 120, paging: &[WHOLE], ..SMALL },
];

/// The part with every style. `lone_lines`: whether a page may begin or end with one line of a paragraph.
pub(super) fn part(lone_lines: bool) -> Element {
    let run = text_run().containing([element("w:lang").val("en-GB").with("w:eastAsia", "zh-CN")]);
    // Every page is filled to its last line, lines have their height, and characters their distance, without the grid,
    // which programs read differently.
    let paragraph = element("w:pPr").containing([
        element("w:widowControl").val(u8::from(!lone_lines)),
        // No mark stands in the margin: some programs print none there.
        element("w:overflowPunct").val(0),
        element("w:snapToGrid").val(0),
        spacing(0, 0, LINE),
        element("w:jc").val("both"),
    ]);
    let defaults = element("w:docDefaults")
        .containing([element("w:rPrDefault").containing([run]), element("w:pPrDefault").containing([paragraph])]);
    let normal = element("w:style")
        .with("w:type", "paragraph")
        .with("w:default", 1)
        .with("w:styleId", "Normal")
        // The grid counts in characters of this style.
        .containing([element("w:name").val("Normal"), element("w:qFormat"), text_run()]);
    element("w:styles").with("xmlns:w", W).containing([defaults, normal]).containing(STYLES.iter().map(style))
}

/// The look of the text.
fn text_run() -> Element {
    element("w:rPr").containing([fonts(LATIN, FANGSONG)]).containing(size(SIZE_3))
}

fn style(style: &Style) -> Element {
    let indent = element("w:ind").with("w:left", twips(style.left)).with("w:firstLine", twips(style.first_line));
    let mut paragraph = element("w:pPr").containing(style.paging.iter().map(|name| element(name)));
    if style.id == "Number" {
        // 签发人 ends one character before the right edge; 4 mm under both runs the red line, as wide as the text.
        let line = element("w:bottom").val("single").with("w:sz", 12).with("w:space", 11).with("w:color", RED);
        let tab = element("w:tab").val("right").with("w:pos", WIDTH - twips(100));
        paragraph = paragraph.containing([element("w:pBdr").containing([line]), element("w:tabs").containing([tab])]);
    }
    paragraph = paragraph.containing([
        spacing(style.before, style.after, style.line),
        indent,
        element("w:jc").val(style.align),
    ]);
    paragraph = paragraph.containing(style.outline.map(|level| element("w:outlineLvl").val(level)));
    let colour = style.colour.map(|colour| element("w:color").val(colour));
    let close = (style.size == SIZE_3).then(|| element("w:spacing").val(CLOSER));
    let latin = if style.font == BLACK { LATIN_BLACK } else { LATIN };
    let run = element("w:rPr")
        .containing([fonts(latin, style.font)])
        .containing(colour)
        .containing(close)
        .containing(size(style.size));
    element("w:style").with("w:type", "paragraph").with("w:styleId", style.id).containing([
        element("w:name").val(style.name),
        element("w:basedOn").val("Normal"),
        element("w:qFormat"),
        paragraph,
        run,
    ])
}

fn spacing(before: u32, after: u32, line: u32) -> Element {
    element("w:spacing")
        .with("w:before", before)
        .with("w:after", after)
        .with("w:line", line)
        .with("w:lineRule", "exact")
}

/// Hundredths of a character of the text as a length.
pub(super) const fn twips(hundredths: u32) -> u32 {
    hundredths * WIDTH / 2800
}

/// The fonts of a run: one for Latin, one for Chinese.
pub(super) fn fonts(latin: &str, chinese: &str) -> Element {
    element("w:rFonts").with("w:ascii", latin).with("w:eastAsia", chinese).with("w:hAnsi", latin).with("w:cs", latin)
}

/// The size of a run in half-points.
pub(super) fn size(half_points: u32) -> [Element; 2] {
    [element("w:sz").val(half_points), element("w:szCs").val(half_points)]
}
