//! The commands and options, as data. Their texts are in the catalogues, under the ids of this file.

pub(super) mod check;
pub(super) mod compare;
pub(super) mod explain;
pub(super) mod files;
pub(super) mod hire;
pub(super) mod import;
pub(super) mod need;
pub(super) mod plan;
pub(super) mod project;
pub(super) mod request;
pub(super) mod retire;
pub(super) mod sensitivity;
pub(super) mod shell;
pub(super) mod show;
pub(super) mod tradeoff;
pub(super) mod verify;

use super::format::Format;
use super::values::{money, month, one_of, range, seed, share, target, whole};
use crate::model::{Basis, PostCategory, RetirementPolicy, Sex};
use crate::optimise::Engine;
use crate::report;
use crate::report::wisn;
use crate::scenario;
use crate::scenario::examples;
use crate::text::Language;
use crate::units::{Money, Month, Share};
use clap::builder::PossibleValuesParser;
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use rust_decimal::Decimal;
use std::path::PathBuf;
use std::time::Duration;

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
    Plan(Plan),
    Explain(Explain),
    Project(Project),
    Request(Request),
    Tradeoff(Tradeoff),
    Sensitivity(Sensitivity),
    Need(Need),
    Hire(Hire),
    Compare(Compare),
    Check(Check),
    Verify(Verify),
    Retire(Retire),
    Show(Show),
    Diff(Diff),
    Import(Import),
    Init(Init),
    Anonymise(Anonymise),
    Examples(Examples),
    Schema,
    Completions(Completions),
    Man(Man),
    Help(Help),
}

/// A scenario and what is changed about it, for every command that takes one.
#[derive(Args)]
pub(super) struct ScenarioArgs {
    pub(super) scenario: Option<PathBuf>,
    #[command(flatten)]
    pub(super) changes: Changes,
}

impl ScenarioArgs {
    /// The scenario as the user named it, if they did.
    pub(super) fn file(&self) -> Option<String> {
        self.scenario.as_ref().map(|path| path.display().to_string())
    }
}

/// What is changed about a scenario without touching its file. Each may be given more than once.
#[derive(Args)]
pub(super) struct Changes {
    #[arg(long)]
    set: Vec<String>,
    #[arg(long)]
    rule: Vec<String>,
    #[arg(long)]
    hire: Vec<String>,
    #[arg(long)]
    recall: Vec<String>,
    #[arg(long)]
    leave: Vec<String>,
}

impl Changes {
    /// The changes as the reader of scenarios takes them.
    pub(super) fn options(&self) -> scenario::Options {
        let Self { set, rule, hire, recall, leave } = self;
        scenario::Options {
            set: set.clone(),
            rule: rule.clone(),
            hire: hire.clone(),
            recall: recall.clone(),
            leave: leave.clone(),
        }
    }
}

/// Options of every command.
#[derive(Args)]
pub(super) struct Common {
    #[arg(long, global = true, value_parser = one_of(&Language::ALL, Language::id), env = "SHUANGGANG_LANG")]
    pub(super) lang: Option<Language>,
    #[arg(short, long, global = true)]
    pub(super) format: Option<Format>,
    #[arg(short, long, global = true)]
    pub(super) output: Option<PathBuf>,
    #[arg(long, global = true)]
    pub(super) force: bool,
    #[arg(long, global = true, default_value = "auto")]
    pub(super) color: Colour,
    #[arg(short, long, global = true)]
    pub(super) quiet: bool,
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Args)]
pub(super) struct Plan {
    #[command(flatten)]
    pub(super) scenario: ScenarioArgs,
    #[command(flatten)]
    pub(super) solving: Solving,
    #[arg(long)]
    pub(super) export_model: Option<PathBuf>,
    #[arg(long)]
    pub(super) months: bool,
    #[arg(long, value_parser = whole(1, 20))]
    pub(super) alternatives: Option<u32>,
    #[arg(long, requires = "alternatives", default_value = "0", value_parser = share)]
    pub(super) within: Decimal,
    #[arg(long, value_parser = PossibleValuesParser::new(
        [&report::plan::TABLES[..], &report::plan::MONTH_TABLES, &report::plan::ALTERNATIVE_TABLES].concat()
    ))]
    pub(super) table: Option<String>,
    #[arg(long)]
    pub(super) full: bool,
}

/// One matter or all; a single word that is no file names a matter of the embedded scenario.
#[derive(Args)]
pub(super) struct Explain {
    #[command(flatten)]
    pub(super) scenario: ScenarioArgs,
    pub(super) matter: Option<String>,
    #[command(flatten)]
    pub(super) solving: Solving,
    #[arg(long, value_parser = PossibleValuesParser::new(report::explain::TABLES))]
    pub(super) table: Option<String>,
    #[arg(long)]
    pub(super) full: bool,
}

/// How to solve, in every command that does.
#[derive(Args)]
pub(super) struct Solving {
    #[arg(long, value_parser = seconds)]
    pub(super) time_limit: Option<Duration>,
    #[arg(long, value_parser = gap)]
    pub(super) gap: Option<f64>,
    #[arg(long, value_parser = one_of(&Engine::ALL, Engine::id))]
    pub(super) solver: Option<Engine>,
}

#[derive(Args)]
pub(super) struct Project {
    #[command(flatten)]
    pub(super) scenario: ScenarioArgs,
    #[arg(long, default_value = "5", value_parser = whole(1, 40))]
    pub(super) years: u32,
    #[arg(long, default_value = "statutory", value_parser = one_of(RetirementPolicy::ALL, RetirementPolicy::id))]
    pub(super) policy: RetirementPolicy,
    #[arg(long, value_parser = whole(1, 100_000))]
    pub(super) draws: Option<u32>,
    #[arg(long, requires = "draws", default_value = "1", value_parser = seed)]
    pub(super) seed: u64,
    #[command(flatten)]
    pub(super) solving: Solving,
    #[arg(long, value_parser = PossibleValuesParser::new(report::project::TABLES))]
    pub(super) table: Option<String>,
    #[arg(long)]
    pub(super) full: bool,
}

/// What stops if audits must happen.
#[derive(Args)]
pub(super) struct Tradeoff {
    #[command(flatten)]
    pub(super) scenario: ScenarioArgs,
    #[arg(long)]
    pub(super) audit: Vec<String>,
    #[arg(long)]
    pub(super) protect: Option<String>,
    #[command(flatten)]
    pub(super) solving: Solving,
    #[arg(long, value_parser = PossibleValuesParser::new(report::tradeoff::TABLES))]
    pub(super) table: Option<String>,
    #[arg(long)]
    pub(super) full: bool,
}

/// Which numbers and rules carry the verdict.
#[derive(Args)]
pub(super) struct Sensitivity {
    #[command(flatten)]
    pub(super) scenario: ScenarioArgs,
    #[arg(long, default_value = "2", value_parser = range)]
    pub(super) range: Decimal,
    #[command(flatten)]
    pub(super) solving: Solving,
    #[arg(long, value_parser = PossibleValuesParser::new(report::sensitivity::TABLES))]
    pub(super) table: Option<String>,
    #[arg(long)]
    pub(super) full: bool,
}

#[derive(Args)]
pub(super) struct Need {
    #[command(flatten)]
    pub(super) scenario: ScenarioArgs,
    #[command(flatten)]
    pub(super) solving: Solving,
    #[arg(long, conflicts_with_all = ["scenario", "time_limit", "gap", "solver", "full"])]
    pub(super) wisn: Option<PathBuf>,
    #[arg(long, value_parser = PossibleValuesParser::new([&report::need::TABLES[..], &wisn::TABLES].concat()))]
    pub(super) table: Option<String>,
    #[arg(long)]
    pub(super) full: bool,
}

/// Scenarios side by side; changes are part of each scenario's own argument.
#[derive(Args)]
pub(super) struct Compare {
    pub(super) scenarios: Vec<String>,
    #[command(flatten)]
    pub(super) solving: Solving,
    #[arg(long, value_parser = PossibleValuesParser::new(report::compare::TABLES))]
    pub(super) table: Option<String>,
    #[arg(long)]
    pub(super) full: bool,
}

#[derive(Args)]
pub(super) struct Request {
    #[command(flatten)]
    pub(super) scenario: ScenarioArgs,
    #[arg(long, default_value = "5", value_parser = whole(1, 40))]
    pub(super) years: u32,
    #[command(flatten)]
    pub(super) solving: Solving,
}

#[derive(Args)]
pub(super) struct Hire {
    #[command(flatten)]
    pub(super) scenario: ScenarioArgs,
    #[arg(long, value_delimiter = ',', value_parser = target)]
    pub(super) target: Vec<(String, Share)>,
    #[arg(long, value_parser = whole(1, 20))]
    pub(super) cover: Option<u32>,
    #[arg(long, value_parser = money)]
    pub(super) budget: Option<Money>,
    #[arg(long, default_value = "5", value_parser = whole(1, 40))]
    pub(super) years: u32,
    #[arg(long, default_value = "statutory", value_parser = one_of(RetirementPolicy::ALL, RetirementPolicy::id))]
    pub(super) policy: RetirementPolicy,
    #[command(flatten)]
    pub(super) solving: Solving,
    #[arg(long, value_parser = PossibleValuesParser::new(report::hire::TABLES))]
    pub(super) table: Option<String>,
}

#[derive(Args)]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) scenario: ScenarioArgs,
    #[arg(long, value_parser = PossibleValuesParser::new(report::check::TABLES))]
    pub(super) table: Option<String>,
}

#[derive(Args)]
pub(super) struct Verify {
    pub(super) scenario: PathBuf,
    pub(super) plan: PathBuf,
    #[command(flatten)]
    pub(super) changes: Changes,
    #[arg(long, value_parser = PossibleValuesParser::new(report::verify::TABLES))]
    pub(super) table: Option<String>,
}

#[derive(Args)]
pub(super) struct Show {
    #[command(flatten)]
    pub(super) scenario: ScenarioArgs,
}

#[derive(Args)]
pub(super) struct Diff {
    pub(super) left: PathBuf,
    pub(super) right: PathBuf,
}

/// One person, by the facts that fix retirement, or everyone on a roster.
#[derive(Args)]
pub(super) struct Retire {
    #[arg(long, value_parser = month, required_unless_present = "roster", conflicts_with = "roster")]
    pub(super) born: Option<Month>,
    #[arg(long, value_parser = one_of(Sex::ALL, Sex::id), required_unless_present = "roster")]
    #[arg(conflicts_with = "roster")]
    pub(super) sex: Option<Sex>,
    #[arg(long, value_parser = one_of(PostCategory::ALL, PostCategory::id), required_unless_present = "roster")]
    #[arg(conflicts_with = "roster")]
    pub(super) category: Option<PostCategory>,
    #[arg(long, conflicts_with = "roster")]
    pub(super) senior_title: bool,
    #[arg(long)]
    pub(super) roster: Option<PathBuf>,
}

#[derive(Args)]
pub(super) struct Import {
    pub(super) file: PathBuf,
    #[arg(long)]
    pub(super) sections: Option<PathBuf>,
    #[arg(long)]
    pub(super) sheet: Vec<String>,
    #[arg(long)]
    pub(super) drop_extra: bool,
    #[arg(long, requires = "source", value_parser = PossibleValuesParser::new(Basis::ALL.map(Basis::id)))]
    pub(super) basis: Option<String>,
    #[arg(long, requires = "basis")]
    pub(super) source: Option<String>,
    #[arg(long, value_parser = PossibleValuesParser::new(report::import::TABLES))]
    pub(super) table: Option<String>,
}

#[derive(Args)]
pub(super) struct Init {
    pub(super) dir: PathBuf,
}

#[derive(Args)]
pub(super) struct Anonymise {
    pub(super) file: PathBuf,
    pub(super) dir: PathBuf,
    #[arg(long)]
    pub(super) key: Option<PathBuf>,
}

#[derive(Args)]
#[command(disable_help_subcommand = true)]
pub(super) struct Examples {
    #[command(subcommand)]
    pub(super) command: Option<ExamplesCommand>,
}

#[derive(Subcommand)]
pub(super) enum ExamplesCommand {
    List,
    Extract(Extract),
}

#[derive(Args)]
pub(super) struct Extract {
    #[arg(value_parser = PossibleValuesParser::new(examples::names()))]
    pub(super) name: String,
    pub(super) dir: Option<PathBuf>,
}

/// What `--help` says, of the program or of a command.
#[derive(Args)]
pub(super) struct Help {
    pub(super) command: Vec<String>,
}

#[derive(Args)]
pub(super) struct Completions {
    pub(super) shell: clap_complete::Shell,
}

#[derive(Args)]
pub(super) struct Man {
    pub(super) dir: Option<PathBuf>,
}

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Colour {
    Auto,
    Always,
    Never,
}

/// Seconds, more than none. The catalogues say what is expected; the error carries no text.
fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse().ok().filter(|seconds: &f64| *seconds > 0.0);
    seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok()).ok_or_else(String::new)
}

/// A relative gap, 0 or more and less than 1.
fn gap(text: &str) -> Result<f64, String> {
    text.parse().ok().filter(|gap| (0.0..1.0).contains(gap)).ok_or_else(String::new)
}
