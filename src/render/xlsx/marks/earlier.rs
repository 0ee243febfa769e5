//! Marks that were set before: their comments go, and their cells look as they did.

use super::colours::Colours;
use super::{column_of, row_of};
use crate::render::package::Package;
use crate::render::package::xml::{Edits, Tag, children, element, first, tags};

/// Takes the marks out of a sheet; whether there were any.
pub(super) fn remove(
    package: &mut Package<'_>,
    sheet: &str,
    colours: &mut Colours,
    is_mark: &dyn Fn(&str) -> bool,
) -> Option<bool> {
    let Some(part) = package.related(sheet, "comments") else { return Some(false) };
    let Without { text, cells, gone } = without(&package.text(&part)?, is_mark)?;
    if cells.is_empty() {
        return Some(false);
    }
    package.put(&part, text);
    let text = uncoloured(&package.text(sheet)?, &cells, colours)?;
    package.put(sheet, text);
    if let Some(boxes) = package.related(sheet, "vmlDrawing") {
        let text = without_boxes(&package.text(&boxes)?, &gone);
        package.put(&boxes, text);
    }
    Some(true)
}

/// Comments without marks.
struct Without {
    text: String,
    /// The cells that a mark spoke of.
    cells: Vec<String>,
    /// Those of which nothing else is said.
    gone: Vec<String>,
}

/// What a comment says by paragraphs, which an empty line parts.
fn paragraphs(said: &str) -> impl Iterator<Item = &str> {
    said.split("\n\n").map(str::trim).filter(|said| !said.is_empty())
}

fn without(text: &str, is_mark: &dyn Fn(&str) -> bool) -> Option<Without> {
    let tags = tags(text)?;
    let (mut edits, mut cells, mut gone) = (Edits::default(), Vec::new(), Vec::new());
    // The texts in an element, as they are written, without carriage returns.
    let said = |at: usize| {
        let range = element(&tags, at)?;
        let within = |(_, tag): &(usize, &Tag<'_>)| range.contains(&tag.span.start) && tag.begins("t");
        let texts = tags.iter().enumerate().filter(within);
        let text = |(at, tag): (usize, &Tag<'_>)| text.get(tag.span.end..tags.get(at + 1)?.span.start);
        Some(texts.filter_map(text).collect::<String>().replace('\r', ""))
    };
    for comment in children(&tags, first(&tags, "commentList")?) {
        let name = tags.get(comment)?.attribute("ref")?;
        let all = said(comment)?;
        let kept: Vec<_> = paragraphs(&all).filter(|said| !is_mark(said)).collect();
        let marks = paragraphs(&all).count() - kept.len();
        if marks == 0 {
            continue;
        }
        cells.push(name.clone());
        if kept.is_empty() {
            gone.push(name);
            edits.put(element(&tags, comment)?, String::new());
            continue;
        }
        // What somebody else said keeps its looks, unless a program has made one text of it and the mark.
        let inner =
            children(&tags, comment).into_iter().find(|at| tags.get(*at).is_some_and(|tag| tag.begins("text")))?;
        let runs = children(&tags, inner);
        let is_own = |at: &&usize| said(**at).is_some_and(|said| paragraphs(&said).all(is_mark) && !said.is_empty());
        let own: Vec<_> = runs.iter().filter(is_own).collect();
        let of_own: usize = own.iter().filter_map(|at| said(**at)).map(|said| paragraphs(&said).count()).sum();
        if of_own == marks {
            for at in own {
                edits.put(element(&tags, *at)?, String::new());
            }
        } else {
            let (open, all) = (tags.get(inner)?, element(&tags, inner)?);
            let prefix = open.prefix();
            let end = all.end - format!("</{}>", open.full_name).len();
            let kept = kept.join("\n\n");
            let run = format!("<{prefix}r><{prefix}t xml:space=\"preserve\">{kept}</{prefix}t></{prefix}r>");
            edits.put(open.span.end..end, run);
        }
    }
    Some(Without { text: edits.apply(text), cells, gone })
}

/// A sheet whose cells look as they did before they were marked.
fn uncoloured(text: &str, cells: &[String], colours: &mut Colours) -> Option<String> {
    let tags = tags(text)?;
    let mut edits = Edits::default();
    for tag in tags.iter().filter(|tag| tag.begins("c")) {
        let is_meant = tag.attribute("r").is_some_and(|name| cells.contains(&name));
        if let Some(format) = tag.number("s").filter(|_| is_meant) {
            let before = colours.before(format);
            if before != format {
                edits.put(tag.span.clone(), tag.with("s", &before.to_string()));
            }
        }
    }
    Some(edits.apply(text))
}

/// Boxes without those of some cells. They are searched as text: what programs write here is not always sound.
fn without_boxes(text: &str, gone: &[String]) -> String {
    let places: Vec<_> = gone.iter().filter_map(|name| Some((row_of(name)?, column_of(name)?))).collect();
    let is_gone = |shape: &str| {
        places.iter().any(|(row, column)| {
            let says = |what: &str, number: u32| shape.contains(&format!("<x:{what}>{}</x:{what}>", number - 1));
            says("Row", *row) && says("Column", *column)
        })
    };
    let (mut out, mut rest) = (String::new(), text);
    while let Some((before, shape)) = rest.split_once("<v:shape ") {
        out.push_str(before);
        let (shape, after) = shape.split_once("</v:shape>").unwrap_or((shape, ""));
        if !is_gone(shape) {
            out.push_str("<v:shape ");
            out.push_str(shape);
            out.push_str("</v:shape>");
        }
        rest = after;
    }
    out.push_str(rest);
    out
}
