//! `shuanggang request`

use crate::analysis::request::gather;
use crate::cli::failure::{Exit, Failure};
use crate::cli::options::{Common, ScenarioArgs, Solving};
use crate::cli::session::Run;
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
    let session = Run::letter(common, &options.solving, text)?.open(&options.scenario)?;
    let evidence = session.ask(|unit, settings, bar| gather(unit, options.years, settings, bar))?;
    let letter = request::letter(session.unit(), &evidence, text).map_err(|refused| refusal(text, refused))?;
    session.put_letter(&letter)?;
    session.say(&blanks(&letter, text));
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
