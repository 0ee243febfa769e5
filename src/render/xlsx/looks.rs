//! How cells look. What a colour says, the words or the weight of the letters say too.

use crate::render::document::{Kind, Tone};
use rust_decimal::Decimal;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// Colour of lines and heads.
pub(super) const INK: Color = Color::RGB(0x001F_4E79);
/// Colour of the bar behind a share.
pub(super) const BAR: Color = Color::RGB(0x00C3_D6E8);
/// Height of a line in points.
const LINE_HEIGHT: u32 = 16;
/// Excel has no higher row, in points.
const HIGHEST: u32 = 400;
/// Colour of thin lines.
pub(super) const LINE: Color = Color::RGB(0x00D5_DBE2);

/// The formats that do not depend on a cell.
pub(super) struct Looks {
    pub(super) title: Format,
    pub(super) heading: Format,
    pub(super) head: Format,
    pub(super) number_head: Format,
    pub(super) link: Format,
}

impl Looks {
    pub(super) fn new() -> Self {
        let head = Format::new().set_bold().set_font_color(Color::White).set_background_color(INK);
        let head = head.set_align(FormatAlign::VerticalCenter).set_text_wrap();
        let prose = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        Self {
            title: prose.clone().set_bold().set_font_size(16),
            heading: prose
                .clone()
                .set_bold()
                .set_font_size(13)
                .set_font_color(INK)
                .set_border_bottom(FormatBorder::Thin),
            number_head: head.clone().set_align(FormatAlign::Right),
            head: head.set_align(FormatAlign::Left).set_indent(1),
            link: prose.set_font_color(INK).set_underline(rust_xlsxwriter::FormatUnderline::Single).set_indent(1),
        }
    }
}

/// Running text of a tone.
pub(super) fn prose(tone: Tone) -> Format {
    toned(Format::new().set_text_wrap().set_align(FormatAlign::Top), tone)
}

/// A number that everything turns on.
pub(super) fn figure(tone: Tone) -> Format {
    toned(Format::new().set_bold().set_align(FormatAlign::Top).set_align(FormatAlign::Left), tone)
}

/// Points of a row of so many lines, of letters so many steps larger than those of running text.
pub(super) fn height(lines: u32, larger: u32) -> u32 {
    lines.saturating_mul(LINE_HEIGHT + 3 * larger).min(HIGHEST)
}

/// A cell of a table.
pub(super) fn cell(kind: Kind, tone: Tone) -> Format {
    let format = Format::new().set_align(FormatAlign::Top).set_border_bottom(FormatBorder::Thin);
    let format = format.set_border_bottom_color(LINE);
    let format = if kind.is_name() {
        format.set_text_wrap().set_align(FormatAlign::Left).set_indent(1)
    } else {
        format.set_num_format(number(kind))
    };
    toned(format, tone)
}

/// A month in a table.
pub(super) fn month(tone: Tone) -> Format {
    cell(Kind::Given, tone).set_num_format("yyyy-mm").set_align(FormatAlign::Left).set_indent(1)
}

/// How Excel shows the numbers of a kind.
pub(super) fn number(kind: Kind) -> String {
    match kind {
        Kind::Text | Kind::Blank | Kind::Id | Kind::Year | Kind::Given | Kind::Typed => "General".into(),
        Kind::Whole | Kind::Hours => number_format(0),
        Kind::Decimal(places) => number_format(places),
        Kind::Percent => "0.0%".into(),
        Kind::Change => "+General;-General;0".into(),
    }
}

/// How Excel shows a number of a kind: where it has the decimals that it was given, its thousands are set apart too.
pub(super) fn number_of(kind: Kind, number: Decimal) -> String {
    let places = if kind == Kind::Typed { number.scale() } else { number.normalize().scale() };
    let digits = number_format(places);
    match kind {
        Kind::Given | Kind::Typed => digits,
        Kind::Change => format!("+{digits};-{digits};0"),
        _ => self::number(kind),
    }
}

fn number_format(places: u32) -> String {
    if places == 0 {
        return "#,##0".into();
    }
    format!("#,##0.{}", "0".repeat(usize::try_from(places).unwrap_or_default()))
}

fn toned(format: Format, tone: Tone) -> Format {
    let filled =
        |format: Format, ink, paper| format.set_font_color(Color::RGB(ink)).set_background_color(Color::RGB(paper));
    match tone {
        Tone::Plain => format,
        Tone::Good => format.set_font_color(Color::RGB(0x001F_6B45)),
        Tone::Caution => filled(format, 0x0085_5300, 0x00FD_F5E4),
        Tone::Bad => filled(format, 0x009B_1C1C, 0x00FC_EFEE).set_bold(),
    }
}

/// Colour of a series of a chart: that which the page has for it in its light scheme.
pub(super) fn series(i: usize, tone: Tone) -> Color {
    const PLAIN: [u32; 6] = [0x001F_4E79, 0x00B0_5A00, 0x006B_4FA0, 0x002A_7F86, 0x00A0_406E, 0x0059_636E];
    Color::RGB(match tone {
        Tone::Plain => PLAIN[i % PLAIN.len()],
        Tone::Good => 0x004F_8A6A,
        Tone::Caution => 0x00B3_6B00,
        Tone::Bad => 0x008F_1D1D,
    })
}
