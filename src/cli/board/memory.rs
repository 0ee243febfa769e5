//! Memory that was needed once and is free goes back to the system, as long as the board is open.

use std::ffi::OsString;

/// What glibc is told by the environment, which it reads before anything is allocated: threads share what is free
/// instead of each keeping the most that it ever needed, and large blocks go back at once.
pub(super) const FRUGAL: [(&str, &str); 2] = [("MALLOC_ARENA_MAX", "2"), ("MALLOC_MMAP_THRESHOLD_", "131072")];

/// Begins the program anew with that in its environment, unless somebody has set it otherwise. Where it cannot begin
/// anew, it goes on with more memory.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
pub(in crate::cli) fn spare(mut arguments: impl Iterator<Item = OsString>) {
    use std::os::unix::process::CommandExt as _;
    if FRUGAL.iter().any(|(name, _)| std::env::var_os(name).is_some()) {
        return;
    }
    let (Ok(program), Some(name)) = (std::env::current_exe(), arguments.next()) else { return };
    let _ = std::process::Command::new(program).arg0(name).args(arguments).envs(FRUGAL).exec();
}

/// Other systems have other allocators.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub(in crate::cli) fn spare(_: impl Iterator<Item = OsString>) {}
