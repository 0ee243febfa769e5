//! Reads files as text.

use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use std::fs;
use std::io::{self, Read as _};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// No scenario or roster comes near this; what is larger is something else.
const MOST_BYTES: u64 = 16 * 1024 * 1024;

/// The start of a file.
#[must_use]
pub fn start(file: &Arc<str>) -> Place {
    Place { file: Arc::clone(file), sheet: None, line: 1, column: 1 }
}

/// What may stand between a workbook and the name of one of its what-ifs.
pub const MARK: char = '#';

/// The file of a scenario, and the what-if that is meant if it is a workbook: `单位.xlsx#用编1名`. A file that is there
/// under the whole name is meant by it.
#[must_use]
pub fn parts(path: &Path) -> (PathBuf, Option<String>) {
    let whole = || (path.to_owned(), None);
    let Some((file, name)) = path.to_str().filter(|_| !path.exists()).and_then(|path| path.split_once(MARK)) else {
        return whole();
    };
    if Path::new(file).is_file() && !name.is_empty() { (file.into(), Some(name.to_owned())) } else { whole() }
}

/// Whether a scenario is a file that is there.
#[must_use]
pub fn is_there(path: &Path) -> bool {
    parts(path).0.exists()
}

/// A path that leads out of the folder it is relative to.
#[derive(Debug, thiserror::Error)]
#[error("the file lies outside its folder")]
struct Outside;

/// Reads a regular file of sane size; `-` is standard input. Never waits for a writer, never reads without end.
///
/// # Errors
///
/// If the file cannot be read, is a folder, no regular file ([`io::ErrorKind::InvalidInput`]) or larger than 16 MB
/// ([`io::ErrorKind::FileTooLarge`]).
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    if path == Path::new("-") {
        return bounded(io::stdin().lock());
    }
    bounded(open(path)?)
}

/// Opens a regular file to read it, and never waits for a writer.
///
/// # Errors
///
/// As [`read`], but for the size.
pub fn open(path: &Path) -> io::Result<fs::File> {
    // Asked before it is opened, because opening a pipe waits for its writer, and again of what was opened.
    regular(&fs::metadata(path)?)?;
    let file = fs::File::open(path)?;
    regular(&file.metadata()?)?;
    Ok(file)
}

/// Reads a file by its path from a folder in which it must lie: a link that leads out is [outside](is_outside).
pub(in crate::scenario) fn read_inside(folder: &Path, file: &str) -> io::Result<Vec<u8>> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let path = folder.join(file).canonicalize()?;
    if !path.starts_with(folder.canonicalize()?) {
        return Err(outside());
    }
    read(&path)
}

/// What is told of a path that leads out of its folder.
pub(in crate::scenario) fn outside() -> io::Error {
    io::Error::other(Outside)
}

/// Whether a file was not read because it lies outside its folder.
pub(in crate::scenario) fn is_outside(read: &io::Result<Vec<u8>>) -> bool {
    read.as_ref().is_err_and(|error| error.get_ref().is_some_and(<dyn std::error::Error + Send + Sync>::is::<Outside>))
}

fn regular(about: &fs::Metadata) -> io::Result<()> {
    if about.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if about.is_file() { Ok(()) } else { Err(io::ErrorKind::InvalidInput.into()) }
}

/// All bytes, if they are not too many; what a file says of its own length is not believed.
fn bounded(from: impl io::Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}

/// What is told of a file that cannot be read, at the place where it is asked for.
#[must_use]
pub fn unreadable(file: &Arc<str>, asked_at: &Place, error: &io::Error) -> Diagnostic {
    let reason = match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => "missing",
        io::ErrorKind::IsADirectory => "folder",
        io::ErrorKind::PermissionDenied => "denied",
        io::ErrorKind::FileTooLarge => "too_large",
        io::ErrorKind::InvalidInput => "device",
        _ => "other",
    };
    Diagnostic::new(Code::FileUnreadable, asked_at).fact("file", file).fact("reason", reason)
}

/// The text of a file that was read from `place` on behalf of a scenario, without its byte order mark.
///
/// A file that cannot be read is reported where it is asked for, a file with the wrong bytes at those bytes.
pub(in crate::scenario) fn text(
    file: &Arc<str>,
    bytes: io::Result<Vec<u8>>,
    asked_at: &Place,
    found: &mut Diagnostics,
) -> Option<String> {
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(error) => {
            found.push(unreadable(file, asked_at, &error));
            return None;
        }
    };
    // Workbooks and letters: archives and compound files.
    let is_office = bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0");
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let good = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
            let good = String::from_utf8_lossy(good);
            let (before, last) = good.rsplit_once('\n').map_or((None, &*good), |(b, l)| (Some(b), l));
            let line = before.map_or(1, |before| before.matches('\n').count() + 2);
            let place = Place { file: Arc::clone(file), sheet: None, line, column: last.chars().count() + 1 };
            let kind = if is_office { "office" } else { "text" };
            found.push(Diagnostic::new(Code::NotUtf8, &place).fact("file", file).fact("kind", kind));
            return None;
        }
    };
    let text = text.strip_prefix('\u{feff}').map_or_else(|| text.clone(), str::to_owned);
    if text.trim().is_empty() {
        found.push(Diagnostic::new(Code::FileEmpty, &start(file)).fact("file", file));
        return None;
    }
    Some(text)
}

/// Whether a path stays inside the folder it is relative to, on every system.
pub(in crate::scenario) fn stays_inside(path: &str) -> bool {
    !path.contains(['\\', ':', '\0'])
        && Path::new(path).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir))
}
