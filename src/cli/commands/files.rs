//! Commands that write files for the user: `init`, `convert`, `anonymise`, `examples`; and what they say of it.

use super::workbooks::{self, Written};
use crate::cli::failure::{Exit, Failure};
use crate::cli::options::Common;
use crate::cli::output::{Destination, NewFile, Report, folder, write_all};
use crate::cli::session::{load_named, tell};
use crate::cli::shown;
use crate::render::json;
use crate::report::import::files;
use crate::report::import::files::{File, Files};
use crate::scenario::import::template;
use crate::scenario::library::examples::EXAMPLES;
use crate::scenario::library::{examples, start};
use crate::scenario::write::anonymise;
use crate::scenario::write::anonymise::Anonymous;
use crate::scenario::{Embedded, book, schema, what_ifs};
use crate::text::Text;
use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand};
use std::path::{Path, PathBuf};

#[derive(Args)]
pub(in crate::cli) struct Init {
    dir: PathBuf,
    #[arg(long)]
    from: Option<PathBuf>,
    #[arg(long, requires = "from")]
    sheet: Vec<String>,
}

#[derive(Args)]
pub(in crate::cli) struct Convert {
    from: PathBuf,
    to: PathBuf,
}

#[derive(Args)]
pub(in crate::cli) struct Anonymise {
    file: PathBuf,
    dir: PathBuf,
    #[arg(long)]
    key: Option<PathBuf>,
}

#[derive(Args)]
#[command(disable_help_subcommand = true)]
pub(in crate::cli) struct Examples {
    #[command(subcommand)]
    command: Option<ExamplesCommand>,
}

#[derive(Subcommand)]
pub(in crate::cli) enum ExamplesCommand {
    List,
    Extract(Extract),
}

#[derive(Args)]
pub(in crate::cli) struct Extract {
    #[arg(value_parser = PossibleValuesParser::new(all_examples()))]
    name: String,
    dir: Option<PathBuf>,
}

/// The names of all examples, as text and as workbooks.
fn all_examples() -> Vec<String> {
    let text = examples::names().into_iter().map(str::to_owned);
    text.chain(examples::workbooks().into_iter().map(|(name, _)| name)).collect()
}

/// The byte order mark of UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// `shuanggang init`
pub(in crate::cli) fn init(common: &Common, options: &Init, text: &Text) -> Result<Exit, Failure> {
    if let Some(from) = &options.from {
        if !has_ending(&options.dir, "xlsx") {
            return Err(Failure::usage(text, &text.with("init-from-workbook", &[("file", &shown(&options.dir))])));
        }
        let made = workbooks::from_roster(from, &options.sheet, &options.dir, text)?;
        return write(common, made.files, Said { command: "init", notes: made.notes, next: made.next }, text);
    }
    if has_ending(&options.dir, "xlsx") {
        return init_workbook(common, &options.dir, text);
    }
    let file = |name: &str| options.dir.join(name);
    let template = template::workbook(&start::sections(), text);
    let template = template.map_err(|error| Failure::internal(text, &error.to_string()))?;
    let schema = json::write(&schema::schema(text)).map_err(|error| Failure::internal(text, &error.to_string()))?;
    let (scenario, roster, workbook) =
        (file("scenario.toml"), file(start::ROSTER_FILE), file(&text.get("template-file")));
    let next = [
        format!("shuanggang plan {}", shown(&scenario)),
        format!(
            "shuanggang import {} --sections {} --output {} --force",
            shown(&workbook),
            shown(&scenario),
            shown(&roster)
        ),
    ];
    let files = vec![
        (scenario, start::scenario(text).into_bytes(), text.get("files-scenario")),
        (roster, start::roster().to_vec(), text.get("files-roster")),
        (workbook, template, text.get("files-template")),
        (file(start::SCHEMA_FILE), schema.into_bytes(), text.get("files-schema")),
    ];
    let notes = ["init-plan", "init-fill", "init-import"].map(|key| text.get(key));
    write(common, files, Said { command: "init", notes: notes.to_vec(), next: next.to_vec() }, text)
}

/// A new unit as a workbook.
fn init_workbook(common: &Common, path: &Path, text: &Text) -> Result<Exit, Failure> {
    let loaded = start::example(text).map_err(|found| Failure::diagnostics(text, &found))?;
    let workbook = book::write::example(&loaded, &start::what_ifs(text), text)
        .map_err(|error| Failure::internal(text, &error.to_string()))?;
    let files = vec![(path.to_owned(), workbook, text.get("files-workbook"))];
    let next = ["plan", "check"].map(|command| format!("shuanggang {command} {}", shown(path)));
    let notes = vec![text.get("init-plan"), text.get("init-workbook")];
    write(common, files, Said { command: "init", notes, next: next.to_vec() }, text)
}

/// `shuanggang convert`
pub(in crate::cli) fn convert(common: &Common, options: &Convert, text: &Text) -> Result<Exit, Failure> {
    let to = &options.to;
    let is_workbook = has_ending(to, "xlsx");
    if !is_workbook && !has_ending(to, "toml") {
        return Err(Failure::usage(text, &text.with("convert-ending", &[("file", &shown(to))])));
    }
    let loaded = load_named(&options.from, text)?;
    tell(&loaded.warnings, common.quiet, text);
    let what_ifs = what_ifs::of(Some(&options.from)).map_err(|found| Failure::diagnostics(text, &found))?;
    let files = if is_workbook {
        let workbook = workbooks::with_what_ifs(&loaded, &what_ifs, &options.from, text)?;
        vec![(to.clone(), workbook, text.get("files-workbook"))]
    } else {
        let roster = to.with_extension("csv");
        let (scenario, people) = loaded.to_files(&roster.file_name().unwrap_or_default().to_string_lossy());
        vec![
            (to.clone(), scenario.into_bytes(), text.get("files-scenario")),
            (roster, people.into_bytes(), text.get("files-roster")),
        ]
        .into_iter()
        .chain(
            what_ifs::files(&what_ifs, to)
                .into_iter()
                .map(|(path, says)| (path, says.into_bytes(), text.get("files-what-if"))),
        )
        .collect()
    };
    let compare = (!what_ifs.is_empty()).then(|| format!("shuanggang compare {}", shown(to)));
    let next = [format!("shuanggang plan {}", shown(to))].into_iter().chain(compare).collect();
    write(common, files, Said { command: "convert", notes: vec![text.get("convert-same")], next }, text)
}

/// Whether a file is of a kind, by its name.
fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending))
}

/// `shuanggang anonymise`
pub(in crate::cli) fn anonymise(common: &Common, options: &Anonymise, text: &Text) -> Result<Exit, Failure> {
    // Codes are worth nothing beside their key: who asks for it says where it is to lie, and that is somewhere else.
    if let Some(key) = &options.key
        && real(folder(key)).starts_with(real(&options.dir))
    {
        let arguments = [("file", &*shown(key)), ("folder", &*shown(&options.dir))];
        return Err(Failure::usage(text, &text.with("anonymise-key-inside", &arguments)));
    }
    if let Some(found) = anonymise::workbook(&options.file) {
        let book = found.map_err(|found| Failure::diagnostics(text, &found))?;
        let (made, key) = workbooks::anonymous(book, &options.dir, options.key.as_deref(), text)?;
        let said = Said { command: "anonymise", notes: made.notes, next: made.next };
        return write_with(common, made.files, key, said, text);
    }
    let is_scenario = has_ending(&options.file, "toml");
    let found = if is_scenario { anonymise::scenario(&options.file) } else { anonymise::roster_file(&options.file) };
    let Anonymous { scenario, roster_file, roster, key, file_name, doubtful_lines } =
        found.map_err(|found| Failure::diagnostics(text, &found))?;
    let file = options.dir.join(file_name);
    let roster_path = match &roster_file {
        Some(path) => options.dir.join(path),
        None => file.with_extension("csv"),
    };
    let mut files = vec![(roster_path, roster.into_bytes(), text.get("files-roster"))];
    files.extend(scenario.map(|scenario| (file, scenario.into_bytes(), text.get("files-scenario"))));
    let list = || anonymise::key_list(&key).into_bytes();
    files.extend(options.key.clone().map(|path| (path, list(), text.get("files-key"))));
    let mut notes = vec![text.with("anonymise-people", &[("people", &key.len().to_string())])];
    if options.key.is_none() {
        notes.push(text.get("anonymise-no-key"));
    }
    if !doubtful_lines.is_empty() {
        let lines: Vec<_> = doubtful_lines.iter().map(ToString::to_string).collect();
        notes.push(text.with("anonymise-doubtful", &[("lines", &lines.join(&text.get("list-separator")))]));
    }
    notes.push(text.get("anonymise-rest"));
    write_with(common, files, options.key.as_deref(), Said { command: "anonymise", notes, next: Vec::new() }, text)
}

/// A path without links and shortcuts, as far as it is there.
fn real(path: &Path) -> PathBuf {
    path.canonicalize().or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned())
}

/// `shuanggang examples`
pub(in crate::cli) fn examples(common: &Common, options: &Examples, text: &Text) -> Result<Exit, Failure> {
    match &options.command {
        None | Some(ExamplesCommand::List) => {
            let file = |name: &str| File { file: name.to_owned(), what: text.get(&format!("example-{name}")) };
            let book = |(name, one): (String, &'static Embedded)| File {
                what: text.with("files-example-workbook", &[("name", one.name)]),
                file: name,
            };
            let books = examples::workbooks().into_iter().map(book);
            let files = EXAMPLES.iter().map(|example| file(example.name)).chain(books).collect();
            let next = vec![text.get("examples-extract")];
            report(common, files, Said { command: "examples", notes: Vec::new(), next }, text)
        }
        Some(ExamplesCommand::Extract(options)) => extract(common, options, text),
    }
}

fn extract(common: &Common, options: &Extract, text: &Text) -> Result<Exit, Failure> {
    if let Some((name, one)) = examples::workbooks().into_iter().find(|(name, _)| *name == options.name) {
        let path = options.dir.clone().unwrap_or_default().join(name);
        let made = workbooks::of_example(one, path, text)?;
        return write(common, made.files, Said { command: "extract", notes: made.notes, next: made.next }, text);
    }
    let example = EXAMPLES.iter().find(|example| example.name == options.name);
    // The parser takes only names that are there.
    let Some(example) = example else { return Ok(Exit::BadInput) };
    let folder = options.dir.clone().unwrap_or_else(|| PathBuf::from(example.name));
    let file = |(at, (name, contents)): (usize, &(&str, &str))| {
        // The schema that the shipped file names lies in the documentation, which is not taken along.
        let contents: String = contents.split_inclusive('\n').filter(|line| !line.starts_with("#:schema ")).collect();
        let what = match (at, *name) {
            (0, _) => "files-scenario",
            (_, examples::DUTIES) => "files-duties",
            _ => "files-roster",
        };
        (folder.join(name), contents.into_bytes(), text.get(what))
    };
    let files: Written = example.files.iter().enumerate().map(file).collect();
    let scenario = files.first().map(|(path, ..)| shown(path)).unwrap_or_default();
    let mut next = vec![format!("shuanggang plan {scenario}")];
    let duties = files.iter().filter(|(path, ..)| path.ends_with(examples::DUTIES));
    next.extend(duties.map(|(path, ..)| format!("shuanggang duties {} {scenario}", shown(path))));
    write(common, files, Said { command: "extract", notes: Vec::new(), next }, text)
}

/// What is said beside the list of files.
struct Said {
    command: &'static str,
    notes: Vec<String>,
    next: Vec<String>,
}

fn write(common: &Common, files: Written, said: Said, text: &Text) -> Result<Exit, Failure> {
    write_with(common, files, None, said, text)
}

/// Writes files, of which one may be secret.
fn write_with(
    common: &Common,
    files: Written,
    secret: Option<&Path>,
    said: Said,
    text: &Text,
) -> Result<Exit, Failure> {
    let listed = files.iter().map(|(path, _, what)| File { file: shown(path), what: what.clone() }).collect();
    let file = |(path, contents, _): (PathBuf, _, _)| {
        let is_secret = Some(path.as_path()) == secret;
        NewFile { contents: for_spreadsheets(&path, contents), path, is_secret }
    };
    let contents: Vec<_> = files.into_iter().map(file).collect();
    // A report that cannot be written is refused before anything else is.
    let destination = Destination::new(common, None, text)?;
    write_all(&contents, common.force, text)?;
    put(&destination, listed, said, text)
}

/// Spreadsheets take a CSV file for UTF-8 only if it begins with a mark, which every reader of the program leaves out.
fn for_spreadsheets(path: &Path, contents: Vec<u8>) -> Vec<u8> {
    if has_ending(path, "csv") && !contents.starts_with(MARK) { [MARK, &contents].concat() } else { contents }
}

fn report(common: &Common, files: Vec<File>, said: Said, text: &Text) -> Result<Exit, Failure> {
    put(&Destination::new(common, None, text)?, files, said, text)
}

fn put(destination: &Destination<'_>, files: Vec<File>, said: Said, text: &Text) -> Result<Exit, Failure> {
    let Said { command, notes, next } = said;
    let files = Files { schema: Files::SCHEMA, command, files, notes, next };
    destination.put(&Report {
        document: &|_| files::document(&files, text),
        json: &|| json::write(&files),
        full: true,
        table: "files",
    })?;
    Ok(Exit::Done)
}
