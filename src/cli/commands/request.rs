//! `shuanggang request`

use crate::analysis::request::{as_if, dispute, gather};
use crate::cli::failure::{Exit, Failure};
use crate::cli::options::{Common, ScenarioArgs, Solving};
use crate::cli::papers::Piece;
use crate::cli::session::Run;
use crate::cli::shown;
use crate::cli::values::whole;
use crate::model::{Conflict, Unit};
use crate::render::letter::Letter;
use crate::report::request;
use crate::report::request::Refused;
use crate::text::Text;
use clap::Args;
use std::path::PathBuf;

#[derive(Args)]
pub(in crate::cli) struct Request {
    #[command(flatten)]
    scenario: ScenarioArgs,
    #[arg(long, default_value = "5", value_parser = whole(1, 40))]
    years: u32,
    #[arg(long, value_parser = whole(0, 100_000))]
    as_if: Option<u32>,
    #[arg(long)]
    part: Option<Piece>,
    #[command(flatten)]
    solving: Solving,
}

pub(in crate::cli) fn run(common: &Common, options: &Request, text: &Text) -> Result<Exit, Failure> {
    let pieces = options.part.map_or_else(|| Piece::ALL.to_vec(), |part| vec![part]);
    let session = Run::letters(common, &options.solving, &pieces, text)?.open(&options.scenario)?;
    let (unit, supposed) = settled(session.unit(), options.as_if, text)?;
    let evidence = session.ask(|_, settings, bar| gather(&unit, options.years, settings, bar))?;
    let documents = request::documents(&unit, &evidence, supposed, text);
    let documents = documents.map_err(|refused| refusal(&unit, refused, text))?;
    let files = session.put_letters(&documents, &pieces)?;
    session.say(&left(&documents.checklist, &files, text));
    Ok(Exit::Done)
}

/// The unit with one number of authorised posts, and the disagreement in which a draft takes a side to have it.
fn settled<'a>(unit: &'a Unit, authorised: Option<u32>, text: &Text) -> Result<(Unit, Option<&'a Conflict>), Failure> {
    match (dispute(unit), authorised) {
        (None, None) => Ok((unit.clone(), None)),
        (Some(_), None) => Err(refusal(unit, Refused::Disputed, text)),
        (None, Some(_)) => Err(Failure::usage(text, &text.get("request-no-dispute"))),
        (Some(conflict), Some(authorised)) => {
            let unstated = || {
                let values = request::disputed(unit, conflict, text);
                Failure::usage(text, &text.with("request-not-stated", &[("values", &values)]))
            };
            Ok((as_if(unit, authorised).ok_or_else(unstated)?, Some(conflict)))
        }
    }
}

/// Why there are no documents. That their parts differ is no mistake of the user.
fn refusal(unit: &Unit, refused: Refused, text: &Text) -> Failure {
    let said = request::refusal(unit, refused, text);
    match refused {
        Refused::Unsettled | Refused::Disputed => Failure { exit: Exit::No, ..Failure::input(text, &said) },
        _ => Failure::internal(text, &said),
    }
}

/// What was written, and what the unit has to fill in before the letter can leave the house.
fn left(checklist: &Letter, files: &[PathBuf], text: &Text) -> String {
    let written = files.iter().map(|file| text.with("request-written", &[("file", &shown(file))]));
    let count = text.with("request-left-blank", &[("count", &checklist.blanks.len().to_string())]);
    let points = checklist.blanks.iter().map(|blank| format!("- {blank}"));
    written.chain([count]).chain(points).collect::<Vec<_>>().join("\n")
}
