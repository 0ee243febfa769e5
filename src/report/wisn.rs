//! The report on a WISN study: what follows from its inputs, beside what it states.

pub mod json;

use crate::analysis::wisn::{Audit, Check};
use crate::model::wisn::{Figure, Study};
use crate::render::document::{Block, Cell, Document, Kind, Note, Table, Tone};
use crate::report::parts::columns::columns;
use crate::report::words::cells::ids;
use crate::text::Text;
use crate::units::round_half_up;
use rust_decimal::Decimal;

/// Names of the tables of a report on a study, in order.
pub const TABLES: [&str; 2] = ["groups", "stated"];

/// Writes the report.
#[must_use]
pub fn document(study: &Study, audit: &Audit, text: &Text) -> Document {
    let mut blocks = vec![
        Block::plain(text.with("wisn-source", &[("source", &study.source)])),
        Block::heading(text, "wisn-verdict-heading"),
        Block::Paragraph(verdict(audit, text)),
        Block::List(audit.unfounded().map(|check| unfounded(check, text)).collect()),
        Block::heading(text, "wisn-groups-heading"),
        Block::Table(groups(audit, text)),
        Block::plain(text.get("wisn-groups-note")),
    ];
    if !audit.checks.is_empty() {
        blocks.push(Block::heading(text, "wisn-stated-heading"));
        blocks.push(Block::Table(stated(audit, text)));
        blocks.push(Block::plain(text.get("wisn-stated-note")));
    }
    blocks.extend(study.note.clone().map(|note| Block::plain(text.with("wisn-note", &[("note", &note)]))));
    Document { title: text.with("wisn-title", &[("name", &study.name)]).into(), blocks }
}

fn verdict(audit: &Audit, text: &Text) -> Note {
    let unfounded = audit.unfounded().count();
    let (count, wrong) = (audit.checks.len().to_string(), unfounded.to_string());
    match (audit.checks.len(), unfounded) {
        (0, _) => Note::plain(text.get("wisn-nothing-stated")),
        (_, 0) => Note::new(Tone::Good, text.with("wisn-all-follow", &[("count", &count)])),
        _ => Note::new(Tone::Bad, text.with("wisn-some-unfounded", &[("count", &count), ("wrong", &wrong)])),
    }
}

fn unfounded(check: &Check, text: &Text) -> Note {
    let (place, figure) = (place(check, text), text.get(&format!("figure-{}", check.figure.id())));
    let stated = check.stated.to_string();
    let Some(computed) = check.computed else {
        let arguments = [("place", &*place), ("figure", &*figure), ("stated", &*stated)];
        return Note::new(Tone::Bad, text.with("wisn-unknown", &arguments));
    };
    let computed = shown(check, computed);
    let arguments = [
        ("place", &*place),
        ("figure", &*figure),
        ("stated", &*stated),
        ("computed", &*Kind::Given.show(computed)),
        ("off", &*Kind::Given.show(check.stated - computed)),
    ];
    Note::new(Tone::Bad, text.with("wisn-unfounded", &arguments))
}

/// What follows, to one decimal more than was printed.
fn shown(check: &Check, computed: Decimal) -> Decimal {
    round_half_up(computed, check.stated.scale() + 1)
}

/// Where a figure stands.
fn place(check: &Check, text: &Text) -> String {
    if check.place.is_empty() {
        text.get("wisn-all-groups")
    } else {
        check.place.join(&text.get("wisn-place-separator"))
    }
}

fn groups(audit: &Audit, text: &Text) -> Table {
    let figures = [
        (Figure::AvailableHours, "column-wisn-available", 1),
        (Figure::Staff, "column-wisn-staff", 2),
        (Figure::CategoryFactor, "column-wisn-caf", 3),
        (Figure::IndividualFactor, "column-wisn-iaf", 2),
        (Figure::Required, "column-wisn-required", 2),
        (Figure::Current, "column-wisn-current", 2),
        (Figure::Difference, "column-wisn-difference", 2),
        (Figure::Ratio, "column-wisn-ratio", 2),
    ];
    let all = (audit.groups.len() > 1).then(|| (Cell::word("", text.get("wisn-all-groups")), &audit.total));
    let rows = audit.groups.iter().map(|group| (Cell::from(&group.name), &group.results)).chain(all);
    columns("groups", text, rows)
        .head("name", "column-wisn-group", Kind::Text, |(name, _)| name.clone())
        .each(figures, |columns, (figure, head, places)| {
            columns.head(figure.id(), head, Kind::Given, |(_, results)| {
                results.get(&figure).map(|value| round_half_up(*value, places).normalize())
            })
        })
        .table()
}

fn stated(audit: &Audit, text: &Text) -> Table {
    let yes = |yes: bool| Cell::word(yes.to_string(), text.get(if yes { "yes" } else { "no" }));
    columns("stated", text, &audit.checks)
        .head("place", "column-wisn-place", Kind::Text, |check| Cell::word(ids(&check.place), place(check, text)))
        .head("figure", "column-wisn-figure", Kind::Text, |check| {
            Cell::word(check.figure.id(), text.get(&format!("figure-{}", check.figure.id())))
        })
        .head("stated", "column-wisn-stated", Kind::Typed, |check| check.stated)
        .head("computed", "column-wisn-computed", Kind::Given, |check| {
            check.computed.map(|computed| shown(check, computed))
        })
        .head("follows", "column-wisn-follows", Kind::Text, |check| {
            yes(check.follows).tone(if check.follows { Tone::Plain } else { Tone::Bad })
        })
        .table()
}
