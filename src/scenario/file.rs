//! Reads files as text.

use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use std::io;
use std::path::{Component, Path};
use std::sync::Arc;

/// No scenario or roster comes near this; what is larger is something else.
const MOST_BYTES: u64 = 16 * 1024 * 1024;

/// The start of a file.
pub(super) fn start(file: &Arc<str>) -> Place {
    Place { file: Arc::clone(file), line: 1, column: 1 }
}

/// Reads a regular file of sane size.
pub(super) fn read(path: &Path) -> io::Result<Vec<u8>> {
    let about = std::fs::metadata(path)?;
    if about.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !about.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    if about.len() > MOST_BYTES {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    std::fs::read(path)
}

/// The text of a file that was read from `place` on behalf of a scenario, without its byte order mark.
///
/// A file that cannot be read is reported where it is asked for, a file with the wrong bytes at those bytes.
pub(super) fn text(
    file: &Arc<str>,
    bytes: io::Result<Vec<u8>>,
    asked_at: &Place,
    found: &mut Diagnostics,
) -> Option<String> {
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(error) => {
            let reason = match error.kind() {
                io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => "missing",
                io::ErrorKind::IsADirectory => "folder",
                io::ErrorKind::PermissionDenied => "denied",
                io::ErrorKind::FileTooLarge => "too_large",
                _ => "other",
            };
            found.push(Diagnostic::new(Code::FileUnreadable, asked_at).fact("file", file).fact("reason", reason));
            return None;
        }
    };
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let good = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
            let good = String::from_utf8_lossy(good);
            let (before, last) = good.rsplit_once('\n').map_or((None, &*good), |(b, l)| (Some(b), l));
            let line = before.map_or(1, |before| before.matches('\n').count() + 2);
            let place = Place { file: Arc::clone(file), line, column: last.chars().count() + 1 };
            found.push(Diagnostic::new(Code::NotUtf8, &place).fact("file", file));
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
pub(super) fn stays_inside(path: &str) -> bool {
    !path.contains(['\\', ':', '\0'])
        && Path::new(path).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir))
}
