//! The report of `fleet status`: how many tasks have a result, and which have none.

use super::json::{FleetStatus, Hole};
use super::number;
use crate::render::detail::Detail;
use crate::render::document::{Block, Cell, Document, Kind, Note, Tone};
use crate::report::parts::columns::columns;
use crate::text::Text;

/// Names of the tables, in order.
pub const TABLES: [&str; 2] = ["commands", "holes"];

/// Holes on a screen.
const SHOWN: usize = 20;

/// Writes the report.
#[must_use]
pub fn document(status: &FleetStatus, text: &Text, detail: Detail) -> Document {
    let commands = columns("commands", text, &status.commands)
        .head("command", "column-fleet-command", Kind::Text, |row| row.command.id())
        .head("tasks", "column-fleet-tasks", Kind::Whole, |row| row.tasks)
        .head("done", "column-fleet-done", Kind::Whole, |row| row.done)
        .table();
    let shown = if detail == Detail::Folded { SHOWN } else { usize::MAX };
    let holes = columns("holes", text, status.holes.iter().take(shown))
        .id("id", |hole| &*hole.id)
        .head("unit", "column-fleet-unit", Kind::Text, |hole| &*hole.unit)
        .head("scenario", "column-fleet-scenario", Kind::Text, |hole| &*hole.scenario)
        .head("command", "column-fleet-command", Kind::Text, |hole| hole.command.id())
        .head("state", "column-fleet-state", Kind::Text, |hole| state(hole, text))
        .table();
    let arguments = [
        ("folder", &*status.folder),
        ("done", &*number(status.done)),
        ("tasks", &*number(status.tasks)),
        ("holes", &*number(status.holes.len())),
        ("unread", &*number(status.unread)),
    ];
    let (key, tone) =
        if status.holes.is_empty() { ("fleet-complete", Tone::Good) } else { ("fleet-incomplete", Tone::Caution) };
    let mut blocks = vec![Block::Paragraph(Note::new(tone, text.with(key, &arguments)))];
    if status.unread > 0 {
        blocks.push(Block::Paragraph(Note::new(Tone::Caution, text.with("fleet-status-unread", &arguments))));
    }
    blocks.push(Block::Table(commands));
    if !status.holes.is_empty() {
        blocks.push(Block::heading(text, "fleet-holes-heading"));
    }
    blocks.push(Block::Table(holes));
    Document { title: text.with("fleet-status-title", &arguments).into(), blocks }
}

fn state(hole: &Hole, text: &Text) -> Cell {
    let id = if hole.broken { "broken" } else { "missing" };
    Cell::word(id, text.get(&format!("fleet-hole-{id}")))
}
