//! A letter as a Word document in the form of GB/T 9704-2012.
//!
//! The parts of the package are written in the order of their schema (ECMA-376), charts as charts and not as pictures,
//! so that they can be read, printed and restyled without any font or picture of ours.

mod body;
mod chart;
mod measures;
mod page;
mod paragraph;
mod settings;
mod styles;
mod table;
mod xml;

use self::xml::{Element, element};
use super::letter::Letter;
use crate::units::Month;
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;

const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// A file of the package.
struct Part {
    name: String,
    /// What it is to readers of the package.
    content_type: String,
    /// What it is to the document, if the document refers to it.
    relation: Option<&'static str>,
    contents: String,
}

/// Renders a letter; `dated` becomes its day of creation, the first of that month. The same letter gives the same bytes.
///
/// # Errors
/// Only if the archive cannot be built, which its memory would have to be to blame for.
pub fn render(letter: &Letter, dated: Month) -> Result<Vec<u8>, ZipError> {
    let fixed = [
        part("styles", "styles", styles::part(fills_pages(letter))),
        part("settings", "settings", settings::settings()),
        part("fontTable", "fontTable", settings::fonts()),
        part("footer1", "footer", page::footer(page::Side::Odd)),
        part("footer2", "footer", page::footer(page::Side::Even)),
    ];
    let charts = letter.charts().enumerate().map(|(i, chart)| Part {
        name: format!("word/charts/chart{}.xml", i + 1),
        content_type: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml".to_owned(),
        relation: Some("chart"),
        contents: chart::part(chart).into_part(),
    });
    let mark = letter.mark.iter().map(|mark| part("header1", "header", page::header(mark.as_str())));
    let mut parts: Vec<Part> = fixed.into_iter().chain(charts).chain(mark).collect();
    let relations = document_relations(&parts);
    parts.push(Part {
        name: "word/document.xml".to_owned(),
        content_type: format!("{WORD}.document.main+xml"),
        relation: None,
        contents: body::part(letter).into_part(),
    });
    parts.push(Part {
        name: "docProps/core.xml".to_owned(),
        content_type: "application/vnd.openxmlformats-package.core-properties+xml".to_owned(),
        relation: None,
        contents: settings::properties(letter.title.as_str(), dated).into_part(),
    });
    let mut files = vec![
        ("[Content_Types].xml", content_types(&parts)),
        ("_rels/.rels", package_relations()),
        ("word/_rels/document.xml.rels", relations),
    ];
    files.extend(parts.iter().map(|part| (&*part.name, part.contents.clone())));
    pack(&files)
}

/// Whether every page is filled to its 22nd line, as the standard has it for the letter itself (GB/T 9704-2012, 5.2.3),
/// rather than end a line early so that no line of a paragraph stands alone.
fn fills_pages(letter: &Letter) -> bool {
    let is_letter = letter.parts.iter().any(|part| matches!(part, super::letter::Part::Masthead { .. }));
    is_letter && paragraph::look(letter.title.as_str()).is_some()
}

fn part(name: &str, kind: &'static str, contents: Element) -> Part {
    Part {
        name: format!("word/{name}.xml"),
        content_type: format!("{WORD}.{kind}+xml"),
        relation: Some(kind),
        contents: contents.into_part(),
    }
}

/// The id by which the document refers to its n-th related part, counted from 0.
fn relation_id(n: usize) -> String {
    format!("rId{}", n + 1)
}

/// Where the charts begin among the related parts.
const FIRST_CHART: usize = 5;
/// Where the footers stand among the related parts: odd pages, even pages.
const FOOTERS: [usize; 2] = [3, 4];

fn document_relations(parts: &[Part]) -> String {
    let related = parts.iter().filter_map(|part| Some((part, part.relation?))).enumerate();
    let relations = related.map(|(n, (part, kind))| {
        let target = part.name.trim_start_matches("word/");
        relation(&relation_id(n), &format!("{OFFICE}/{kind}"), target)
    });
    element("Relationships").with("xmlns", RELATIONS).containing(relations).into_part()
}

fn package_relations() -> String {
    let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    let relations = [
        relation("rId1", &format!("{OFFICE}/officeDocument"), "word/document.xml"),
        relation("rId2", core, "docProps/core.xml"),
    ];
    element("Relationships").with("xmlns", RELATIONS).containing(relations).into_part()
}

fn relation(id: &str, kind: &str, target: &str) -> Element {
    element("Relationship").with("Id", id).with("Type", kind).with("Target", target)
}

fn content_types(parts: &[Part]) -> String {
    let relations = "application/vnd.openxmlformats-package.relationships+xml";
    let default =
        |extension: &str, kind: &str| element("Default").with("Extension", extension).with("ContentType", kind);
    let named = parts.iter().map(|part| {
        element("Override").with("PartName", format!("/{}", part.name)).with("ContentType", &part.content_type)
    });
    element("Types")
        .with("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")
        .containing([default("rels", relations), default("xml", "application/xml")])
        .containing(named)
        .into_part()
}

fn pack(files: &[(&str, String)]) -> Result<Vec<u8>, ZipError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // No time of the day: without a clock, every entry bears the first day that the format knows.
    let options = SimpleFileOptions::default();
    for (name, contents) in files {
        archive.start_file(*name, options)?;
        archive.write_all(contents.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}
