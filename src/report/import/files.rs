//! The report of commands that write files: which, and what to do next.

use crate::render::document::{Block, Document, Kind, Note, Tone};
use crate::report::parts::columns::columns;
use crate::text::Text;
use schemars::JsonSchema;
use serde::Serialize;

/// What a command wrote, or could write.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Files {
    /// Name and version of this form.
    pub schema: &'static str,
    /// The command.
    pub command: &'static str,
    /// The files.
    pub files: Vec<File>,
    /// What the reader must know, already in words.
    pub notes: Vec<String>,
    /// What to run next, as it is typed.
    pub next: Vec<String>,
}

impl Files {
    /// Name and version of the contract.
    pub const SCHEMA: &str = "shuanggang.files/1";
}

/// A file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct File {
    /// Its path, or the name of an example.
    pub file: String,
    /// What is in it.
    pub what: String,
}

/// Writes the report.
#[must_use]
pub fn document(files: &Files, text: &Text) -> Document {
    let table = columns("files", text, &files.files)
        .col("file", Kind::Text, |file| &*file.file)
        .words("column-what", |file| &*file.what)
        .table();
    let notes = files.notes.iter().map(|note| Note::new(Tone::Plain, note.clone())).collect();
    let title = text.get(&format!("files-title-{}", files.command));
    let mut blocks = vec![Block::Table(table), Block::List(notes)];
    if !files.next.is_empty() {
        let next = files.next.iter().map(|command| Note::plain(command.clone())).collect();
        blocks.extend([Block::heading(text, "files-next"), Block::List(next)]);
    }
    Document { title: title.into(), blocks }
}
