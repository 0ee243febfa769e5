//! A state as a file to keep: what a command makes of it, or the scenario with one more change.

use super::desk::Desk;
use super::question::Question;
use crate::cli::failure::Failure;
use crate::cli::session::{load_from, load_named};
use crate::model::Unit;
use crate::scenario::read::file::parts;
use crate::scenario::{self, Loaded, Options, book, what_ifs};
use crate::text::Text;
use std::path::Path;

impl Desk {
    /// A state in the form asked for.
    pub(super) fn file(&self, question: &Question) -> Result<Vec<u8>, String> {
        let text = Text::new(question.language().unwrap_or(self.language()));
        let name = Some(question.name.trim()).filter(|name| !name.is_empty());
        let name = name.map_or_else(|| text.get("board-overlay-name"), str::to_owned);
        let made = match &*question.about {
            "toml" => self.overlay(question, &name, &text),
            "book" => self.workbook(question, &name, &text),
            form @ ("html" | "xlsx" | "json") => self.made(question, (&["plan"], form), &text),
            form => match letter(form) {
                Some(words) => self.made(question, (&words, "docx"), &text),
                None => return Err(text.get("board-refused-body")),
            },
        };
        made.map_err(|failure| failure.message)
    }

    /// What a command makes of it.
    fn made(&self, question: &Question, (command, form): (&[&str], &str), text: &Text) -> Result<Vec<u8>, Failure> {
        let mut words: Vec<String> = command.iter().map(|word| (*word).to_owned()).collect();
        // A letter speaks of the day of the scenario; a month is for plans.
        let levers = if form == "docx" { question.state.today() } else { question.state.clone() };
        words.extend(levers.arguments(self.file.as_deref(), &self.base, self.live.unit()));
        words.extend(["--format".to_owned(), form.to_owned()]);
        (self.command)(&words, text)
    }

    /// The changes as a file that extends the scenario.
    fn overlay(&self, question: &Question, name: &str, text: &Text) -> Result<Vec<u8>, Failure> {
        let loaded = load_from(self.file.as_deref(), &Options::default(), text)?;
        let extends = self.file.as_deref().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
        let extends = extends.unwrap_or_else(|| "baseline.toml".to_owned());
        let commands = self.commands(&question.state).join("\n");
        Ok(loaded.overlay(&self.changes(question), &extends, [name, &commands]).into_bytes())
    }

    /// The unit as a workbook with the changes as one more of its what-ifs, which is read back: what the sheet cannot
    /// hold is refused rather than lost. The month and the audits asked for are no part of a unit.
    fn workbook(&self, question: &Question, name: &str, text: &Text) -> Result<Vec<u8>, Failure> {
        let changes = self.changes(question);
        if changes == Options::default() {
            return Err(Failure::input(text, &text.get("board-nothing-moved")));
        }
        let file = self.file.as_deref();
        let Loaded { unit: wanted, .. } = load_from(file, &changes, text)?;
        let as_it_is = load_from(file, &Options::default(), text)?;
        let told = |found| Failure::diagnostics(text, &found);
        let (whole, laid_over) = file.map(parts).map_or((None, None), |(file, what_if)| (Some(file), what_if));
        let mut others = what_ifs::of(whole.as_deref()).map_err(told)?;
        let is_free = |name: &String| others.iter().all(|other| other.name != *name);
        let numbered = (2..).map(|number| format!("{name} {number}"));
        let name = std::iter::once(name.to_owned()).chain(numbered).find(is_free).unwrap_or_default();
        let why = self.commands(&question.state).into_iter().next();
        others.push(as_it_is.what_if(&changes, name.clone(), why, laid_over.clone()));
        let plain = match (&whole, laid_over) {
            (Some(whole), Some(_)) => load_named(whole, text)?,
            _ => as_it_is,
        };
        let written = book::write::workbook(&plain, &others, text);
        let written = written.map_err(|error| Failure::internal(text, &error.to_string()))?;
        let read = scenario::load_what_if(&name, written.clone(), Some(&name), &Options::default());
        // Both say in their own words what was changed.
        let is_same =
            |read: Loaded| Unit { overlays: Vec::new(), ..read.unit } == Unit { overlays: Vec::new(), ..wanted };
        if read.map_or(true, |read| !is_same(read)) {
            return Err(Failure::input(text, &text.get("board-book-cannot")));
        }
        Ok(written)
    }

    /// All that tells a state from the scenario.
    fn changes(&self, question: &Question) -> Options {
        question.state.options(&self.base, self.live.unit())
    }
}

/// The command of a letter: `docx`, or `docx` and the number of authorised posts by which it is drafted.
fn letter(form: &str) -> Option<Vec<&str>> {
    let plain = ["request", "--part", "letter"];
    match form.split_once(' ') {
        None => (form == "docx").then(|| plain.to_vec()),
        Some(("docx", posts)) => posts.parse::<u32>().is_ok().then(|| [&plain[..], &["--as-if", posts]].concat()),
        Some(_) => None,
    }
}
