//! The forms of a report or a letter.

use crate::word::words;
use clap::ValueEnum;

words! {
    /// The form of a report.
    #[derive(ValueEnum)]
    pub(super) enum Format {
        Table = "table",
        Json = "json",
        Csv = "csv",
        #[value(alias = "md")]
        Markdown = "markdown",
        Xlsx = "xlsx",
        Html = "html",
        Docx = "docx",
        Ics = "ics",
    }
}

words! {
    /// Whose words a CSV file has.
    #[derive(ValueEnum)]
    pub(super) enum Heads {
        Keys = "keys",
        Text = "text",
    }
}

impl Format {
    /// The form that a file name asks for.
    pub(super) fn of_extension(extension: &str) -> Option<Self> {
        match extension.to_ascii_lowercase().as_str() {
            "txt" => Some(Self::Table),
            "json" => Some(Self::Json),
            "csv" => Some(Self::Csv),
            "md" => Some(Self::Markdown),
            "xlsx" => Some(Self::Xlsx),
            "html" | "htm" => Some(Self::Html),
            "docx" => Some(Self::Docx),
            "ics" => Some(Self::Ics),
            _ => None,
        }
    }

    /// Whether it is something else than text, which a terminal would only be spoilt by.
    pub(super) const fn is_binary(self) -> bool {
        matches!(self, Self::Xlsx | Self::Docx)
    }
}
