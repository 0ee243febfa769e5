//! `shuanggang request`

use crate::analysis::request::gather;
use crate::cli::failure::{Exit, Failure};
use crate::cli::options::{Common, ScenarioArgs, Solving};
use crate::cli::output::Destination;
use crate::cli::progress::StepsBar;
use crate::cli::say;
use crate::cli::session::{FOR_A_STUDY, finished, load, settings, tell};
use crate::cli::values::whole;
use crate::render::letter::Letter;
use crate::report::request;
use crate::report::request::Refused;
use crate::text::Text;
use clap::Args;

#[derive(Args)]
pub(in crate::cli) struct Request {
    #[command(flatten)]
    scenario: ScenarioArgs,
    #[arg(long, default_value = "5", value_parser = whole(1, 40))]
    years: u32,
    #[command(flatten)]
    solving: Solving,
}

pub(in crate::cli) fn run(common: &Common, options: &Request, text: &Text) -> Result<Exit, Failure> {
    let settings = settings(&options.solving, FOR_A_STUDY, text)?;
    let destination = Destination::letter(common, text)?;
    let loaded = load(&options.scenario, text)?;
    tell(&loaded.warnings, common.quiet, text);
    let unit = &loaded.unit;
    let mut bar = StepsBar::new(text, common.quiet);
    let evidence = finished(gather(unit, options.years, &settings, &mut bar), &settings, text)?;
    drop(bar);
    let letter = request::letter(unit, &evidence, text).map_err(|refused| refusal(text, refused))?;
    destination.put_letter(&letter, unit.as_of)?;
    if !common.quiet {
        say(&blanks(&letter, text));
    }
    Ok(Exit::Done)
}

/// Why there is no letter. That its parts differ is no mistake of the user.
fn refusal(text: &Text, refused: Refused) -> Failure {
    let said = text.get(refused.key());
    match refused {
        Refused::Unsettled => Failure { exit: Exit::No, ..Failure::input(text, &said) },
        _ => Failure::internal(text, &said),
    }
}

/// What the unit has to fill in before the letter can leave the house.
fn blanks(letter: &Letter, text: &Text) -> String {
    let count = letter.blanks.len().to_string();
    let points = letter.blanks.iter().map(|blank| format!("- {blank}"));
    let lines: Vec<_> = [text.with("request-left-blank", &[("count", &count)])].into_iter().chain(points).collect();
    lines.join("\n")
}
