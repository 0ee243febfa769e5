//! The documents of a request: which are wanted, and how their files are named.

use crate::cli::format::Format;
use crate::render::letter::Letter;
use crate::report::request::Documents;
use crate::text::Text;
use crate::word::words;
use clap::ValueEnum;
use std::path::{Path, PathBuf};

words! {
    /// One of the documents.
    #[derive(ValueEnum)]
    pub(super) enum Piece {
        Letter = "letter",
        Report = "report",
        Checklist = "checklist",
    }
}

impl Piece {
    /// The document.
    pub(super) const fn of(self, documents: &Documents) -> &Letter {
        match self {
            Self::Letter => &documents.letter,
            Self::Report => &documents.report,
            Self::Checklist => &documents.checklist,
        }
    }

    /// Its file beside that of the letter, which has the name that was asked for: `请示.docx`, `请示-论证报告.docx`.
    pub(super) fn file(self, letter: &Path, text: &Text) -> PathBuf {
        let key = match self {
            Self::Letter => return letter.to_owned(),
            Self::Report => "letter-report",
            Self::Checklist => "letter-checklist",
        };
        let stem = letter.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let extension = letter.extension().unwrap_or_default().to_string_lossy().into_owned();
        letter.with_file_name(format!("{stem}-{}.{extension}", text.get(key).replace(' ', "-")))
    }
}

/// The file of the letter: what `--output` names, or where that is a folder, a file in it.
pub(super) fn letter_file(output: &Path, format: Option<Format>, text: &Text) -> PathBuf {
    if !output.is_dir() {
        return output.to_owned();
    }
    let extension = if format == Some(Format::Markdown) { "md" } else { "docx" };
    output.join(format!("{}.{extension}", text.get("letter-file")))
}
