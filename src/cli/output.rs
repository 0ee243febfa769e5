//! Where a report goes: to stdout, or to a file that is written whole or not at all.

use super::failure::Failure;
use super::format::{Format, Heads};
use super::kept::Kept;
use super::papers::{Piece, letter_file};
use super::{say, shown, signals};
use crate::cli::options::{Colour, Common};
use crate::render::detail::Detail;
use crate::render::document::Document;
use crate::render::letter::Letter;
use crate::render::terminal::Screen;
use crate::render::{csv, docx, html, ics, letter, markdown, terminal, xlsx};
use crate::report::request::Documents;
use crate::scenario::read::file;
use crate::text::Text;
use crate::units::Month;
use anstream::{AutoStream, ColorChoice};
use std::fs;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Columns where there is no terminal to ask.
const WIDTH: usize = 80;

/// Where a report goes and in which form. Made before any work is done, so that a wrong name costs no time.
pub(super) struct Destination<'a> {
    file: Option<PathBuf>,
    format: Format,
    heads: Heads,
    force: bool,
    screen: Screen,
    /// The workbook of the unit, which results in a workbook are put behind: its name and contents.
    beside: Option<(String, Vec<u8>)>,
    kept: Option<Kept>,
    text: &'a Text,
}

/// A report in every form. The document is made on demand, folded for a screen and full for a file.
pub(super) struct Report<'a> {
    pub(super) document: &'a dyn Fn(Detail) -> Document,
    pub(super) json: &'a dyn Fn() -> Result<String, serde_json::Error>,
    /// Whether a screen gets the full document too.
    pub(super) full: bool,
    /// The table for CSV.
    pub(super) table: &'a str,
}

impl<'a> Destination<'a> {
    /// Reads the common options.
    pub(super) fn new(common: &Common, table: Option<&str>, text: &'a Text) -> Result<Self, Failure> {
        if format(common.format, common.output.as_deref(), text)? == Some(Format::Ics) {
            return Err(Failure::usage(text, &text.get("ics-for-calendars")));
        }
        Self::dated(common, table, text)
    }

    /// The same for a report that has dates, which may be put into a calendar.
    pub(super) fn dated(common: &Common, table: Option<&str>, text: &'a Text) -> Result<Self, Failure> {
        let format = format(common.format, common.output.as_deref(), text)?.unwrap_or(Format::Table);
        if format == Format::Docx {
            return Err(Failure::usage(text, &text.get("docx-for-letters")));
        }
        if table.is_some() && format != Format::Csv {
            return Err(needs_csv("--table", format, text));
        }
        Self::of(common, common.output.as_deref(), format, text)
    }

    /// The same for the documents of a request, which have forms of their own: to stdout goes one, to files all that are
    /// wanted.
    pub(super) fn letters(common: &Common, pieces: &[Piece], text: &'a Text) -> Result<Self, Failure> {
        let output = common.output.as_deref().map(|output| letter_file(output, common.format, text));
        let format = format(common.format, output.as_deref(), text)?.unwrap_or(Format::Markdown);
        if !matches!(format, Format::Docx | Format::Markdown) {
            return Err(Failure::usage(text, &text.with("letter-forms", &[("format", format.id())])));
        }
        for piece in pieces {
            output.as_deref().map(|file| target(&piece.file(file, text), common.force, text)).transpose()?;
        }
        Ok(Self { file: output, ..Self::of(common, None, format, text)? })
    }

    fn of(common: &Common, output: Option<&Path>, format: Format, text: &'a Text) -> Result<Self, Failure> {
        if common.heads.is_some() && format != Format::Csv {
            return Err(needs_csv("--heads", format, text));
        }
        if format.is_binary() && common.output.is_none() && common.kept.is_none() && io::stdout().is_terminal() {
            return Err(Failure::usage(
                text,
                &text.get(if format == Format::Docx { "docx-needs-file" } else { "xlsx-needs-file" }),
            ));
        }
        let file = output.map(|file| target(file, common.force, text)).transpose()?;
        let screen = if file.is_some() { Screen { width: WIDTH, colour: false } } else { screen(common.color) };
        let heads = common.heads.unwrap_or(Heads::Keys);
        let kept = common.kept.clone();
        Ok(Self { file, format, heads, force: common.force, screen, beside: None, kept, text })
    }

    /// The same for results about a scenario: if both are workbooks, one file holds its sheets and the results.
    pub(super) fn about(mut self, scenario: Option<&Path>) -> Self {
        let Some(scenario) = scenario.filter(|_| self.format == Format::Xlsx) else { return self };
        let path = file::parts(scenario).0;
        let bytes = file::read(&path).ok().filter(|bytes| bytes.starts_with(b"PK"));
        self.beside = bytes.map(|bytes| (shown(&path), bytes));
        self
    }

    /// Whether the form is that for people at a terminal.
    pub(super) const fn is_plain(&self) -> bool {
        matches!(self.format, Format::Table)
    }

    /// Whether the form has room for what nobody would read on a screen.
    pub(super) const fn is_large(&self) -> bool {
        matches!(self.format, Format::Html | Format::Xlsx)
    }

    /// Whether the form can answer whoever reads it.
    pub(super) const fn is_page(&self) -> bool {
        matches!(self.format, Format::Html)
    }

    /// Whether the form has room for one table only, so that the rest has to be told beside it.
    pub(super) const fn is_one_table(&self) -> bool {
        matches!(self.format, Format::Csv)
    }

    /// Columns of the screen that a report of this run is laid out for.
    pub(super) const fn width(&self) -> usize {
        self.screen.width
    }

    /// Renders a report and puts it where it belongs.
    pub(super) fn put(&self, report: &Report<'_>) -> Result<(), Failure> {
        self.write(&self.render(report)?)
    }

    /// Renders the documents of a request and puts them where they belong, all or none; returns their files. See
    /// [`docx::render`] for the date.
    pub(super) fn put_letters(
        &self,
        documents: &Documents,
        pieces: &[Piece],
        dated: Month,
    ) -> Result<Vec<PathBuf>, Failure> {
        let Some(file) = &self.file else {
            let piece = pieces.first().unwrap_or(&Piece::Letter);
            return self.write(&self.letter(piece.of(documents), dated)?).map(|()| Vec::new());
        };
        let written = pieces.iter().map(|piece| {
            let contents = self.letter(piece.of(documents), dated)?;
            Ok(NewFile { path: piece.file(file, self.text), contents, is_secret: false })
        });
        let written = written.collect::<Result<Vec<_>, Failure>>()?;
        write_all(&written, self.force, self.text)?;
        Ok(written.into_iter().map(|file| file.path).collect())
    }

    fn letter(&self, letter: &Letter, dated: Month) -> Result<Vec<u8>, Failure> {
        if self.format != Format::Docx {
            return Ok(letter::markdown::render(letter).into_bytes());
        }
        docx::render(letter, dated).map_err(|error| {
            Failure::internal(self.text, &self.text.with("docx-failed", &[("cause", &error.to_string())]))
        })
    }

    /// Puts a finished report where it belongs.
    pub(super) fn write(&self, contents: &[u8]) -> Result<(), Failure> {
        if let Some(kept) = &self.kept {
            kept.put(contents);
            return Ok(());
        }
        match &self.file {
            None => {
                let choice = match self.format {
                    // No text: nothing may be taken out of it.
                    format if format.is_binary() => ColorChoice::AlwaysAnsi,
                    _ if self.screen.colour => ColorChoice::Always,
                    _ => ColorChoice::Never,
                };
                print(contents, AutoStream::new(io::stdout(), choice), self.text)
            }
            Some(file) => write_whole(file, contents, self.force)
                .map_err(|error| Failure::internal(self.text, &unwritable(self.text, file, &error))),
        }
    }

    /// A report as a workbook, behind the sheets of the unit's own where there are some.
    fn workbook(&self, document: &Document) -> Result<Vec<u8>, xlsx::XlsxError> {
        if let Some((name, book)) = &self.beside {
            if let Some(workbook) = xlsx::render_beside(document, book, self.text)? {
                return Ok(workbook);
            }
            say(&self.text.with("beside-failed", &[("file", name)]));
        }
        xlsx::render(document, self.text)
    }

    fn render(&self, report: &Report<'_>) -> Result<Vec<u8>, Failure> {
        let text = self.text;
        let contents = match self.format {
            Format::Table => {
                let detail = if report.full { Detail::Full } else { Detail::Folded };
                terminal::render(&(report.document)(detail), self.screen)
            }
            Format::Markdown | Format::Docx => markdown::render(&(report.document)(Detail::Full)),
            Format::Csv => {
                let document = (report.document)(Detail::Annexed);
                let table = document.tables().find(|table| table.name == report.table);
                let missing = || Failure::usage(text, &text.with("table-missing", &[("table", report.table)]));
                let table = table.ok_or_else(missing)?;
                let rows = match self.heads {
                    Heads::Keys => csv::with_keys(table),
                    Heads::Text => csv::with_text(table),
                };
                // Spreadsheets take a CSV file for UTF-8 only if it says so; programs that read a pipe need no mark.
                if self.file.is_some() { format!("\u{FEFF}{rows}") } else { rows }
            }
            Format::Html => html::render(&(report.document)(Detail::Annexed), text),
            Format::Xlsx => {
                let document = (report.document)(Detail::Annexed);
                return self.workbook(&document).map_err(|error| {
                    Failure::internal(text, &text.with("xlsx-failed", &[("cause", &error.to_string())]))
                });
            }
            Format::Ics => ics::render(&(report.document)(Detail::Annexed), text),
            Format::Json => (report.json)().map_err(|error| Failure::internal(text, &error.to_string()))?,
        };
        Ok(contents.into_bytes())
    }
}

/// Refuses an option that speaks of CSV alone.
fn needs_csv(option: &str, format: Format, text: &Text) -> Failure {
    Failure::usage(text, &text.with("option-needs-csv", &[("option", option), ("format", format.id())]))
}

/// Writes to a stream. A reader who has seen enough and closes the pipe is no failure.
pub(super) fn print(contents: &[u8], mut stream: impl io::Write, text: &Text) -> Result<(), Failure> {
    match stream.write_all(contents).and_then(|()| stream.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::internal(text, &text.with("stdout-unwritable", &[("cause", &error.to_string())])))
        }
        _ => Ok(()),
    }
}

/// The form asked for by `--format` and by the name of the file, which must agree; `None` where neither says any.
fn format(asked: Option<Format>, file: Option<&Path>, text: &Text) -> Result<Option<Format>, Failure> {
    let Some(file) = file else { return Ok(asked) };
    let extension = file.extension().map(|extension| extension.to_string_lossy().into_owned()).unwrap_or_default();
    match (asked, Format::of_extension(&extension)) {
        (Some(asked), Some(named)) if asked != named => {
            let arguments = [("format", asked.id()), ("file", &shown(file)), ("named", named.id())];
            Err(Failure::usage(text, &text.with("format-conflict", &arguments)))
        }
        (None, None) => Err(Failure::usage(text, &text.with("format-unknown", &[("file", &shown(file))]))),
        (asked, named) => Ok(asked.or(named)),
    }
}

/// The file to write, if it may be written.
pub(super) fn target(file: &Path, force: bool, text: &Text) -> Result<PathBuf, Failure> {
    let refuse = |key: &str| Err(Failure::usage(text, &text.with(key, &[("file", &shown(file))])));
    match fs::metadata(file) {
        // Replacing a folder, a device or a pipe by a file would do harm.
        Ok(found) if !found.is_file() => return refuse("output-not-a-file"),
        Ok(_) if !force => return refuse("output-exists"),
        // A link stays a link: what it points to is replaced.
        Ok(_) => return Ok(fs::canonicalize(file).unwrap_or_else(|_| file.to_owned())),
        Err(_) => {}
    }
    if folder(file).is_dir() { Ok(file.to_owned()) } else { refuse("output-no-folder") }
}

/// The folder that a file lies in.
pub(super) fn folder(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// A file to write.
pub(super) struct NewFile {
    pub(super) path: PathBuf,
    pub(super) contents: Vec<u8>,
    /// Whether only its owner may read it.
    pub(super) is_secret: bool,
}

/// Writes beside the file and moves the result into place.
fn write_whole(file: &Path, contents: &[u8], force: bool) -> io::Result<()> {
    signals::undisturbed(|| place(beside(file, contents, false)?, file, force))
}

/// A file without contents and without a name yet, in the folder of a file.
pub(super) fn empty_beside(file: &Path) -> io::Result<NamedTempFile> {
    beside(file, &[], false)
}

/// The contents in a file without a name yet, in the folder where they belong. Who may read the file that it is to
/// replace may read it, and nobody else.
fn beside(file: &Path, contents: &[u8], is_secret: bool) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".shuanggang-");
    let replaced = fs::metadata(file).ok().filter(|_| !is_secret).map(|replaced| replaced.permissions());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // Without word to the contrary as for any new file; the user's mask takes off what it takes off.
        let is_open = replaced.is_none() && !is_secret;
        builder.permissions(fs::Permissions::from_mode(if is_open { 0o666 } else { 0o600 }));
    }
    let mut beside = builder.tempfile_in(folder(file))?;
    beside.write_all(contents)?;
    if let Some(permissions) = replaced {
        beside.as_file().set_permissions(permissions)?;
    }
    beside.as_file().sync_all()?;
    Ok(beside)
}

fn place(beside: NamedTempFile, file: &Path, force: bool) -> io::Result<()> {
    let moved = if force { beside.persist(file) } else { beside.persist_noclobber(file) };
    moved.map(drop).map_err(|error| error.error)
}

/// Writes several files, all or none: none is written before all may be, and they are moved into place when all are
/// complete. A folder that is not there is made, if the one above it is.
pub(super) fn write_all(files: &[NewFile], force: bool, text: &Text) -> Result<(), Failure> {
    let mut targets = Vec::new();
    for file in files {
        let parent = folder(&file.path);
        let _ = parent.is_dir() || fs::create_dir(parent).is_ok();
        targets.push((target(&file.path, force, text)?, file));
    }
    let failed = |file: &Path, error: &io::Error| Failure::internal(text, &unwritable(text, file, error));
    signals::undisturbed(|| {
        let mut complete = Vec::new();
        for (path, file) in &targets {
            let beside = beside(path, &file.contents, file.is_secret).map_err(|error| failed(path, &error))?;
            complete.push((beside, path));
        }
        complete
            .into_iter()
            .try_for_each(|(beside, file)| place(beside, file, force).map_err(|error| failed(file, &error)))
    })
}

/// Text that is not a report, such as a schema: to stdout, or to the file named by `--output`.
pub(super) fn put_text(contents: &str, common: &Common, text: &Text) -> Result<(), Failure> {
    match &common.output {
        None => print(contents.as_bytes(), AutoStream::never(io::stdout()), text),
        Some(file) => {
            let file = NewFile { path: file.clone(), contents: contents.as_bytes().to_vec(), is_secret: false };
            write_all(&[file], common.force, text)
        }
    }
}

/// Why a file could not be written.
pub(super) fn unwritable(text: &Text, file: &Path, error: &io::Error) -> String {
    let key = match error.kind() {
        io::ErrorKind::PermissionDenied => "output-forbidden",
        io::ErrorKind::StorageFull => "output-disk-full",
        io::ErrorKind::AlreadyExists => "output-exists",
        _ => "output-unwritable",
    };
    text.with(key, &[("file", &shown(file)), ("cause", &error.to_string())])
}

/// The screen behind stdout. `COLUMNS` is believed first, as by other programs.
fn screen(colour: Colour) -> Screen {
    let stdout = io::stdout();
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).filter(|columns| *columns > 0);
    let measured = || {
        let (width, _) = stdout.is_terminal().then(terminal_size::terminal_size).flatten()?;
        Some(usize::from(width.0))
    };
    let colour = match colour {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => AutoStream::choice(&stdout) != ColorChoice::Never,
    };
    Screen { width: columns.or_else(measured).unwrap_or(WIDTH), colour }
}
