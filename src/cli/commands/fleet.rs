//! `shuanggang fleet`: many units at once.

mod allocate;
mod manifest;
mod merge;
mod run;
mod status;

use crate::cli::failure::{Exit, Failure};
use crate::cli::options::Common;
use crate::text::Text;
use clap::{Args, Subcommand};

#[derive(Args)]
#[command(disable_help_subcommand = true, subcommand_required = true)]
pub(in crate::cli) struct Fleet {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Manifest(manifest::Manifest),
    Run(run::Run),
    Status(status::Status),
    Merge(merge::Merge),
    Allocate(allocate::Allocate),
}

pub(in crate::cli) fn run(common: &Common, fleet: &Fleet, text: &Text) -> Result<Exit, Failure> {
    match &fleet.command {
        Command::Manifest(options) => manifest::run(common, options, text),
        Command::Run(options) => run::run(common, options, text),
        Command::Status(options) => status::run(common, options, text),
        Command::Merge(options) => merge::run(common, options, text),
        Command::Allocate(options) => allocate::run(common, options, text),
    }
}
