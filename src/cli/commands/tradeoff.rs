//! `shuanggang tradeoff`

use crate::analysis::tradeoff::{Tradeoff as Found, tradeoff};
use crate::cli::failure::{Exit, Failure};
use crate::cli::named;
use crate::cli::options::{Common, Later, ScenarioArgs, Solving};
use crate::cli::session::Run;
use crate::cli::values::whole;
use crate::model::{MatterIx, TierIx, Unit};
use crate::render::json;
use crate::report;
use crate::report::File;
use crate::report::tradeoff::json::Traded;
use crate::text::Text;
use clap::Args;
use clap::builder::PossibleValuesParser;
use std::collections::BTreeSet;

/// What stops if audits must happen.
#[derive(Args)]
pub(in crate::cli) struct Tradeoff {
    #[command(flatten)]
    scenario: ScenarioArgs,
    #[command(flatten)]
    later: Later,
    #[arg(long)]
    audit: Vec<String>,
    #[arg(long, requires = "audit", conflicts_with_all = ["protect", "table"], value_parser = whole(1, u32::MAX))]
    cases: Option<u32>,
    #[arg(long)]
    protect: Option<String>,
    #[command(flatten)]
    solving: Solving,
    #[arg(long, value_parser = PossibleValuesParser::new(report::tradeoff::TABLES))]
    table: Option<String>,
    #[arg(long)]
    full: bool,
}

pub(in crate::cli) fn run(common: &Common, options: &Tradeoff, text: &Text) -> Result<Exit, Failure> {
    let session = Run::study(common, &options.solving, options.table.as_deref(), text)?.open(&options.scenario)?;
    let (session, _) = session.later(options.later, text)?;
    let unit = session.unit();
    let audits = audits(unit, &options.audit, text)?;
    let protect = options.protect.as_deref().map_or(Ok(TierIx(0)), |id| tier(unit, id, text))?;
    let found = session.ask(|unit, settings, bar| tradeoff(unit, &audits, settings, bar))?;
    if let Some(cases) = options.cases {
        within_reach(unit, &found, cases, text)?;
    }
    let document = |detail| match options.cases {
        Some(cases) => report::tradeoff::answer(unit, &found, cases, text),
        None => report::tradeoff::document(unit, &found, protect, text, detail),
    };
    let file = |file: Option<&str>| json::write(&File::new(unit, file, Traded::of(unit, &found, protect)));
    session.put("frontier", options.full, &document, &file)?;
    // Who names a tier asks whether it can be kept.
    let kept = found.frontiers.iter().all(|frontier| frontier.kept_up_to(protect) == frontier.whole(unit));
    Ok(if options.protect.is_some() && !kept { Exit::No } else { Exit::Done })
}

/// No more cases can be asked for than arrive.
fn within_reach(unit: &Unit, found: &Found, cases: u32, text: &Text) -> Result<(), Failure> {
    let most = found.frontiers.iter().map(|frontier| frontier.whole(unit)).max().unwrap_or_default();
    if cases <= most {
        return Ok(());
    }
    let arguments = [("cases", &*cases.to_string()), ("most", &*most.to_string())];
    Err(Failure::usage(text, &text.with("tradeoff-too-many", &arguments)))
}

/// The matters named, in the order of the scenario and each once.
fn audits(unit: &Unit, wanted: &[String], text: &Text) -> Result<Vec<MatterIx>, Failure> {
    let known: Vec<_> = unit.matters.iter().map(|matter| (&*matter.id, matter.names())).collect();
    let found = wanted.iter().map(|wanted| Ok(MatterIx(named::find(text, "--audit", wanted, &known)?)));
    Ok(found.collect::<Result<BTreeSet<_>, _>>()?.into_iter().collect())
}

fn tier(unit: &Unit, wanted: &str, text: &Text) -> Result<TierIx, Failure> {
    let known: Vec<_> = unit.tiers.iter().map(|tier| (&*tier.id, tier.names())).collect();
    named::find(text, "--protect", wanted, &known).map(TierIx)
}
