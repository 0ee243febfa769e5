//! Opens an address in the browser that the desktop prefers.

use super::memory::FRUGAL;
use std::process::{Command, Stdio};

/// Asks the desktop; where it does not know how, the address was printed.
pub(in crate::cli) fn open(address: &str) {
    let mut command = if cfg!(target_os = "windows") {
        let mut command = Command::new("cmd");
        command.args(["/c", "start", "", address]);
        command
    } else {
        let mut command = Command::new(if cfg!(target_os = "macos") { "open" } else { "xdg-open" });
        command.arg(address);
        command
    };
    // What this program asked for itself is none of the browser's.
    for (name, _) in FRUGAL {
        command.env_remove(name);
    }
    let _ = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
}
