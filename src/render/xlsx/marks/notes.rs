//! Comments at cells: their texts in one part, their boxes in another, both added to if they are there.

use super::name_of;
use crate::render::package::xml::{Edits, appended, children, element, escaped, first, tags};
use crate::render::package::{HEAD, Package, SHEETS};

/// A comment.
pub(super) struct Note {
    pub(super) row: u32,
    pub(super) column: u32,
    pub(super) text: String,
}

/// Who says so.
const AUTHOR: &str = "shuanggang";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINKS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const BOXES: &str = "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" \
    xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" \
    o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" \
    o:connecttype=\"rect\"/></v:shapetype></xml>";
/// What may stand in a sheet behind the reference to the boxes.
const BEHIND: [&str; 8] =
    ["legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"];

/// Adds comments to a sheet.
pub(super) fn add(package: &mut Package<'_>, sheet: &str, notes: &[Note]) -> Option<()> {
    add_texts(package, sheet, notes)?;
    let boxes = match package.related(sheet, "vmlDrawing") {
        Some(boxes) => boxes,
        None => new_boxes(package, sheet)?,
    };
    let text = package.text(&boxes)?;
    // Numbers of boxes are told apart; those of the sheets of a workbook as well.
    let known =
        text.split("_x0000_s").skip(1).map(|rest| rest.chars().take_while(char::is_ascii_digit).collect::<String>());
    let own = boxes.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap_or(1_usize);
    let first = known.filter_map(|number| number.parse().ok()).max().unwrap_or(own * 1024) + 1;
    let shapes: String = (first..).zip(notes).map(|(number, note)| shape(number, note)).collect();
    package.put(&boxes, appended(&text, "xml", &shapes)?);
    Some(())
}

fn add_texts(package: &mut Package<'_>, sheet: &str, notes: &[Note]) -> Option<()> {
    let known = package.related(sheet, "comments");
    let part = if let Some(part) = known { part } else { new_texts(package, sheet)? };
    let text = package.text(&part)?;
    let tags = tags(&text)?;
    let mut edits = Edits::default();
    let (sayers, list) = (first(&tags, "authors")?, first(&tags, "commentList")?);
    let prefix = tags.get(list)?.prefix();
    let author = children(&tags, sayers).len();
    edits.append(&tags, sayers, &format!("<{prefix}author>{AUTHOR}</{prefix}author>"), None);
    let known = children(&tags, list);
    let mut more = Vec::new();
    for note in notes {
        let name = name_of(note.row, note.column);
        let said = |text: &str| {
            format!("<{prefix}r><{prefix}t xml:space=\"preserve\">{}</{prefix}t></{prefix}r>", escaped(text))
        };
        let is_there = |at: &&usize| tags.get(**at).is_some_and(|tag| tag.attribute("ref").as_deref() == Some(&name));
        if let Some(at) = known.iter().find(is_there) {
            // A cell has one comment: what is said is added to it, before what only helps to pronounce it.
            let inner = *children(&tags, *at).iter().find(|at| tags.get(**at).is_some_and(|tag| tag.begins("text")))?;
            let is_last = |at: &&usize| tags.get(**at).is_some_and(|tag| tag.begins("rPh") || tag.begins("phoneticPr"));
            let end = element(&tags, inner)?.end - format!("</{}>", tags.get(inner)?.full_name).len();
            let behind = children(&tags, inner).iter().find(is_last).and_then(|at| tags.get(*at));
            let before = behind.map_or(end, |tag| tag.span.start);
            edits.put(before..before, said(&format!("\n\n{}", note.text)));
        } else {
            let said = said(&note.text);
            let text = format!("<{prefix}text>{said}</{prefix}text>");
            more.push(format!("<{prefix}comment ref=\"{name}\" authorId=\"{author}\">{text}</{prefix}comment>"));
        }
    }
    edits.append(&tags, list, &more.concat(), None);
    let text = edits.apply(&text);
    package.put(&part, text);
    Some(())
}

/// A part for texts, of which the sheet knows.
fn new_texts(package: &mut Package<'_>, sheet: &str) -> Option<String> {
    let part = package.free("xl/comments", ".xml");
    package.put(&part, format!("{HEAD}<comments xmlns=\"{MAIN}\"><authors/><commentList/></comments>"));
    package.declare(&part, &format!("{SHEETS}.comments+xml"))?;
    package.relate(sheet, "comments", &part)?;
    Some(part)
}

/// A part for boxes, to which the sheet refers.
fn new_boxes(package: &mut Package<'_>, sheet: &str) -> Option<String> {
    let part = package.free("xl/drawings/vmlDrawing", ".vml");
    package.put(&part, BOXES);
    package.declare_ending("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing")?;
    let id = package.relate(sheet, "vmlDrawing", &part)?;
    let text = package.text(sheet)?;
    let tags = tags(&text)?;
    let is_behind = |at: &&usize| tags.get(**at).is_some_and(|tag| BEHIND.contains(&tag.name()));
    let end = tags.last()?.span.start;
    let at = children(&tags, 0).iter().find(is_behind).and_then(|at| tags.get(*at)).map_or(end, |tag| tag.span.start);
    let prefix = tags.first()?.prefix();
    let mut edits = Edits::default();
    edits.put(at..at, format!("<{prefix}legacyDrawing xmlns:r=\"{LINKS}\" r:id=\"{id}\"/>"));
    let text = edits.apply(&text);
    package.put(sheet, text);
    Some(part)
}

/// Characters on a line of a box, of which Chinese ones count twice.
const LINE: usize = 40;

fn shape(number: usize, note: &Note) -> String {
    let columns = |line: &str| line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>();
    let lines: usize = note.text.lines().map(|line| 1 + columns(line) / LINE).sum();
    let height = 12 * (lines + 1);
    let (row, column) = (note.row.saturating_sub(1), note.column.saturating_sub(1));
    let bottom = row + u32::try_from(height / 15).unwrap_or(4) + 1;
    format!(
        "<v:shape id=\"_x0000_s{number}\" type=\"#_x0000_t202\" style=\"position:absolute;width:210pt;height:{height}pt;\
         z-index:1;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/>\
         <v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/><v:textbox \
         style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox><x:ClientData \
         ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{}, 15, {row}, 2, {}, 15, {bottom}, 4</x:Anchor>\
         <x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>",
        column + 1,
        column + 5,
    )
}
