//! How cells look. What a colour says, the words or the weight of the letters say too.

use crate::render::document::{Kind, Tone};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// Colour of lines and heads.
pub(super) const INK: Color = Color::RGB(0x001F_4E79);
/// Height of a line in points.
pub(super) const LINE_HEIGHT: u32 = 16;
const LINE: Color = Color::RGB(0x00D5_DBE2);

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

/// A cell of a table.
pub(super) fn cell(kind: Kind, tone: Tone) -> Format {
    let format = Format::new().set_align(FormatAlign::Top).set_border_bottom(FormatBorder::Thin);
    let format = format.set_border_bottom_color(LINE);
    let format = if kind == Kind::Text {
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
        Kind::Text | Kind::Id | Kind::Given | Kind::Typed => "General".into(),
        Kind::Whole | Kind::Hours | Kind::Decimal(0) => "#,##0".into(),
        Kind::Decimal(places) => format!("#,##0.{}", "0".repeat(usize::try_from(places).unwrap_or_default())),
        Kind::Percent => "0.0%".into(),
        Kind::Change => "+General;-General;0".into(),
    }
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

/// Colour of a series of a chart.
pub(super) fn series(i: usize, tone: Tone) -> Color {
    const PLAIN: [u32; 6] = [0x001F_4E79, 0x007A_A6CF, 0x00C3_D6E8, 0x005F_4B8B, 0x00A7_93C9, 0x004B_5563];
    Color::RGB(match tone {
        Tone::Plain => PLAIN[i % PLAIN.len()],
        Tone::Good => 0x00B5_D6C3,
        Tone::Caution => 0x00DD_9F32,
        Tone::Bad => 0x008F_1D1D,
    })
}
