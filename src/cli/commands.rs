//! The list of commands. Each has its arguments and its run in a file of its own; the texts are in the catalogues.

mod absence;
mod board;
mod calendar;
mod check;
mod compare;
mod duties;
mod explain;
mod files;
mod fleet;
mod hire;
mod import;
mod need;
mod plan;
mod project;
mod request;
mod retire;
mod sensitivity;
mod shell;
mod show;
mod tradeoff;
mod verify;
mod workbooks;

use super::board as page;
use super::failure::{Exit, Failure};
use super::options::Common;
use crate::text::Text;
use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "shuanggang", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true, subcommand_required = true)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) common: Common,
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Subcommand)]
pub(super) enum Command {
    Plan(plan::Plan),
    Explain(explain::Explain),
    Project(project::Project),
    Request(request::Request),
    Tradeoff(tradeoff::Tradeoff),
    Absence(absence::Absence),
    Calendar(calendar::Calendar),
    Sensitivity(sensitivity::Sensitivity),
    Need(need::Need),
    Hire(hire::Hire),
    Compare(compare::Compare),
    Board(board::Board),
    Fleet(fleet::Fleet),
    Check(check::Check),
    Duties(duties::Duties),
    Verify(verify::Verify),
    Retire(retire::Retire),
    Show(show::Show),
    Diff(show::Diff),
    Import(import::Import),
    Init(files::Init),
    Convert(files::Convert),
    Anonymise(files::Anonymise),
    Examples(files::Examples),
    Schema(shell::Schema),
    Completions(shell::Completions),
    Man(shell::Man),
    Help(shell::Help),
}

impl Command {
    /// Runs the command; the board runs others by `again`.
    pub(super) fn run(self, common: &Common, again: page::Command, text: &Text) -> Result<Exit, Failure> {
        match self {
            Self::Plan(plan) => plan::run(common, &plan, text),
            Self::Explain(explain) => explain::run(common, explain, text),
            Self::Project(project) => project::run(common, &project, text),
            Self::Request(request) => request::run(common, &request, text),
            Self::Tradeoff(tradeoff) => tradeoff::run(common, &tradeoff, text),
            Self::Absence(absence) => absence::run(common, &absence, text),
            Self::Calendar(calendar) => calendar::run(common, &calendar, text),
            Self::Sensitivity(sensitivity) => sensitivity::run(common, &sensitivity, text),
            Self::Need(need) => need::run(common, &need, text),
            Self::Compare(compare) => compare::run(common, &compare, text),
            Self::Board(board) => board::run(common, &board, again, text),
            Self::Fleet(fleet) => fleet::run(common, &fleet, text),
            Self::Check(check) => check::run(common, &check, text),
            Self::Duties(duties) => duties::run(common, &duties, text),
            Self::Verify(verify) => verify::run(common, &verify, text),
            Self::Hire(hire) => hire::run(common, &hire, text),
            Self::Retire(retire) => retire::run(common, &retire, text),
            Self::Show(options) => show::show(common, &options, text),
            Self::Diff(options) => show::diff(common, &options, text),
            Self::Import(import) => import::run(common, &import, text),
            Self::Init(init) => files::init(common, &init, text),
            Self::Convert(convert) => files::convert(common, &convert, text),
            Self::Anonymise(anonymise) => files::anonymise(common, &anonymise, text),
            Self::Examples(examples) => files::examples(common, &examples, text),
            Self::Schema(schema) => shell::schema(common, &schema, text),
            Self::Completions(completions) => shell::completions(common, &completions, text),
            Self::Man(man) => shell::man(common, &man, text),
            Self::Help(help) => shell::help(&help, text),
        }
    }
}
