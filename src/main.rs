//! The program `shuanggang`; everything it does is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    shuanggang::cli::run(std::env::args_os())
}
