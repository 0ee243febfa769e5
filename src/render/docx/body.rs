//! The text of the document, paragraph by paragraph.

use super::measures::{self, W};
use super::paragraph::{kept, look, paragraph, run, style, texts};
use super::styles::{self, twips};
use super::xml::{Element, element};
use super::{FIRST_CHART, OFFICE, chart, page, relation_id, table};
use crate::render::document::chart::Chart;
use crate::render::letter::{Letter, Level, Part};
use crate::render::line::Line;
use crate::render::wrap::width;

/// The part with the whole text.
pub(super) fn part(letter: &Letter) -> Element {
    let mut charts = 0;
    let mut body = element("w:body");
    for (i, part) in letter.parts.iter().enumerate() {
        // The end of a letter is never alone on a page: what stands before it goes with it. So does a table with its note.
        let ends = matches!(letter.parts.get(i + 1), Some(Part::Formula(_) | Part::Note(_)));
        body = match part {
            Part::Chart(chart) if chart.is_empty() => body,
            Part::Chart(chart) => {
                charts += 1;
                body.containing([drawing(chart, charts)])
            }
            part => body.containing(paragraphs(part, ends)),
        };
    }
    element("w:document")
        .with("xmlns:w", W)
        .with("xmlns:r", OFFICE)
        .with("xmlns:wp", chart::DRAWING)
        .with("xmlns:a", chart::MAIN)
        .containing([body.containing([page::section(letter.mark.as_ref().map(|_| FIRST_CHART + charts))])])
}

/// A part; one that `ends` the text stays with what follows.
fn paragraphs(part: &Part, ends: bool) -> Vec<Element> {
    match part {
        Part::Masthead { issuer, number, signer } => {
            let tab = element("w:r").containing([element("w:tab")]);
            let number = element("w:p").containing([
                element("w:pPr").containing([style("Number")]),
                run(number.as_str()),
                tab,
                run(signer.as_str()),
            ]);
            vec![self::issuer(issuer.as_str()), number]
        }
        Part::Title(lines) => vec![title("LetterTitle", lines)],
        Part::Subtitle(line) => vec![paragraph("Subtitle", line.as_str())],
        Part::Addressee(line) => vec![paragraph("Addressee", line.as_str())],
        Part::Heading(Level::First, line) => vec![paragraph("Heading1", line.as_str())],
        Part::Heading(Level::Second, line) => vec![paragraph("Heading2", line.as_str())],
        Part::Paragraph(line) if ends => vec![kept("Text", line.as_str())],
        Part::Paragraph(line) => vec![paragraph("Text", line.as_str())],
        Part::Formula(line) => vec![paragraph("Formula", line.as_str())],
        Part::Attachments { mark, names } => {
            let names: Vec<&str> = names.iter().map(Line::as_str).collect();
            attachments(mark.as_str(), &names)
        }
        Part::Signature { unit, date } => signature(unit.as_str(), date.as_str()),
        Part::Contact(line) => vec![paragraph("Contact", line.as_str())],
        Part::Annex { mark, title } => {
            vec![paragraph("AnnexMark", mark.as_str()), self::title("AnnexTitle", title)]
        }
        Part::Table(_, table) if table.rows.is_empty() => Vec::new(),
        Part::Table(title, table) => vec![paragraph("TableTitle", title.as_str()), table::table(table, ends)],
        Part::Note(line) => vec![paragraph("TableNote", line.as_str())],
        Part::Chart(_) => Vec::new(),
    }
}

/// On one line, unless that would make it smaller than the title below it: then on two, where it can be broken at a space.
fn issuer(name: &str) -> Element {
    // The width of the text in half-points, over the characters of the name.
    let fits = |said: &str| measures::WIDTH / 10 * 100 / hundredths(said).max(100);
    let lines = if fits(name) < styles::SIZE_2 { halves(name) } else { vec![name] };
    let fits = lines.iter().map(|line| fits(line)).min().unwrap_or_default();
    let runs = lines.iter().enumerate().map(|(i, line)| {
        let size = styles::size(fits.clamp(styles::SIZE_3, styles::ISSUER));
        let new_line = (i > 0).then(|| element("w:br"));
        element("w:r").containing([element("w:rPr").containing(size)]).containing(new_line).containing(texts(line))
    });
    // The first of two stands in the blank above, so that what is asked for stays on the first page.
    let raised =
        (lines.len() > 1).then(|| element("w:spacing").with("w:before", styles::ISSUER_TOP - styles::ISSUER_LINE));
    let properties = element("w:pPr").containing([style("Issuer")]).containing(raised);
    element("w:p").containing([properties]).containing(runs)
}

/// A name of several words in two lines, broken at the space nearest its middle.
fn halves(name: &str) -> Vec<&str> {
    let space = name.match_indices(' ').map(|(at, _)| at).min_by_key(|at| at.abs_diff(name.len() / 2));
    space.and_then(|at| name.split_at_checked(at)).map_or(vec![name], |(first, rest)| vec![first, rest.trim_start()])
}

/// The lines of a title are broken where its sense is.
fn title(id: &'static str, lines: &[Line]) -> Element {
    let runs = lines.iter().enumerate().map(|(i, line)| {
        let new_line = (i > 0).then(|| element("w:br"));
        element("w:r").containing(look(line.as_str())).containing(new_line).containing(texts(line.as_str()))
    });
    element("w:p").containing([element("w:pPr").containing([style(id)])]).containing(runs)
}

/// One blank line below the text; every name after the first stands under the first.
fn attachments(mark: &str, names: &[&str]) -> Vec<Element> {
    let indent =
        |left: u32, hanging: u32| element("w:ind").with("w:left", twips(left)).with("w:hanging", twips(hanging));
    let mark_width = hundredths(mark);
    let entries = names.iter().enumerate().map(|(i, name)| {
        let (said, hanging, before) = if i == 0 {
            (format!("{mark}{name}"), mark_width + 150, measures::LINE)
        } else {
            ((*name).to_owned(), 150, 0)
        };
        let spacing = element("w:spacing").with("w:before", before);
        let properties = element("w:pPr").containing([style("Attachment"), spacing, indent(350 + mark_width, hanging)]);
        element("w:p").containing([properties, run(&said)])
    });
    entries.collect()
}

/// The date ends four characters before the right edge and the unit is centred above it; where the unit is the longer
/// of the two, it ends two characters before the edge and the date is centred below it.
fn signature(unit: &str, date: &str) -> Vec<Element> {
    let (longer, shorter) = (hundredths(unit), hundredths(date));
    let (unit_edge, date_edge) = if longer > shorter + 400 {
        (200, 200 + (longer - shorter) / 2)
    } else {
        (400 + shorter / 2 - longer / 2, 400)
    };
    let line = |id: &'static str, text: &str, edge: u32| {
        let indent = element("w:ind").with("w:right", twips(edge));
        element("w:p").containing([element("w:pPr").containing([style(id), indent]), run(text)])
    };
    vec![line("Signer", unit, unit_edge), line("Date", date, date_edge)]
}

/// The width of a text in hundredths of a Chinese character.
fn hundredths(text: &str) -> u32 {
    u32::try_from(width(text)).unwrap_or_default().min(56) * 50
}

fn drawing(chart: &Chart, number: usize) -> Element {
    let reference = relation_id(FIRST_CHART + number - 1);
    let run = element("w:r").containing([chart::inline(chart, number, &reference)]);
    let properties = element("w:pPr").containing([
        element("w:keepLines"),
        element("w:spacing").with("w:before", 200).with("w:line", 240).with("w:lineRule", "auto"),
        element("w:jc").val("center"),
    ]);
    element("w:p").containing([properties, run])
}
