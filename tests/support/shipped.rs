//! What the program writes about the units that ship: each file once for all tests, for some take many seconds.

use std::collections::BTreeMap;
use std::fs;
use std::sync::{Mutex, OnceLock, PoisonError};
use tempfile::TempDir;

/// The shipped units beside the built-in one.
pub(crate) const UNITS: [&str; 4] = ["land-registration", "medical-insurance", "treasury", "housing-fund"];
pub(crate) const LANGUAGES: [&str; 2] = ["zh", "en"];

/// The files that a command writes when one is asked for, by their names: `file.docx` and what comes with it.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

static WRITTEN: Mutex<BTreeMap<String, &'static OnceLock<Files>>> = Mutex::new(BTreeMap::new());

/// What a command writes in a form.
pub(crate) fn files(command: &[&str], language: &str, form: &str) -> &'static Files {
    let called = format!("{} {language} {form}", command.join(" "));
    let mut all = WRITTEN.lock().unwrap_or_else(PoisonError::into_inner);
    let files: &'static OnceLock<Files> = all.entry(called).or_insert_with(|| Box::leak(Box::default()));
    // Who asks for another file meanwhile need not wait for this one.
    drop(all);
    files.get_or_init(|| files_anew(command, language, form))
}

/// The same, written by a run of its own.
pub(crate) fn files_anew(command: &[&str], language: &str, form: &str) -> Files {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join(format!("file.{form}"));
    let mut program = assert_cmd::Command::new(env!("CARGO_BIN_EXE_shuanggang"));
    program.args(command).args(["--quiet", "--lang", language, "--output"]).arg(file).assert().success();
    let named = |entry: fs::DirEntry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap());
    fs::read_dir(folder.path()).unwrap().map(|entry| named(entry.unwrap())).collect()
}

/// The file that was asked for.
pub(crate) fn written(command: &[&str], language: &str, form: &str) -> &'static [u8] {
    &files(command, language, form)[&format!("file.{form}")]
}

/// The page of a command.
pub(crate) fn page(command: &[&str], language: &str) -> &'static str {
    std::str::from_utf8(written(command, language, "html")).unwrap()
}
