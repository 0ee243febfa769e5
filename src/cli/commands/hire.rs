//! `shuanggang hire`

use crate::analysis::hire::{Targets, Wanted, hire};
use crate::cli::failure::{Exit, Failure};
use crate::cli::named;
use crate::cli::options::{Common, ScenarioArgs, Solving};
use crate::cli::session::Run;
use crate::cli::values::{money, one_of, target, whole};
use crate::model::{Employment, RetirementPolicy, Unit};
use crate::render::json;
use crate::report;
use crate::report::File;
use crate::report::hire::json::Hired;
use crate::scenario::read::wording;
use crate::text::Text;
use crate::units::{Money, Share};
use clap::Args;
use clap::builder::PossibleValuesParser;
use std::collections::BTreeMap;

#[derive(Args)]
pub(in crate::cli) struct Hire {
    #[command(flatten)]
    scenario: ScenarioArgs,
    #[arg(long, value_delimiter = ',', value_parser = target)]
    target: Vec<(String, Share)>,
    #[arg(long, value_parser = whole(1, 20))]
    cover: Option<u32>,
    #[arg(long, value_parser = money)]
    budget: Option<Money>,
    #[arg(long)]
    lead_months: Option<String>,
    #[arg(long)]
    learning_months: Option<String>,
    #[arg(long)]
    learning_share: Option<String>,
    #[arg(long, default_value = "5", value_parser = whole(1, 40))]
    years: u32,
    #[arg(long, default_value = "statutory", value_parser = one_of(&RetirementPolicy::ALL, RetirementPolicy::id))]
    policy: RetirementPolicy,
    #[command(flatten)]
    solving: Solving,
    #[arg(long, value_parser = PossibleValuesParser::new(report::hire::TABLES))]
    table: Option<String>,
}

pub(in crate::cli) fn run(common: &Common, options: &Hire, text: &Text) -> Result<Exit, Failure> {
    let scenario = options.scenario.with([
        ("recruitment.lead_months", options.lead_months.clone()),
        ("recruitment.learning.months", options.learning_months.clone()),
        ("recruitment.learning.share", options.learning_share.clone()),
    ]);
    let session = Run::study(common, &options.solving, options.table.as_deref(), text)?.open(&scenario)?;
    let unit = session.unit();
    let wanted = wanted(unit, options, text)?;
    let hiring = session.ask(|unit, settings, bar| hire(unit, &wanted, settings, bar))?;
    let document = |_| report::hire::document(unit, &hiring, text);
    session.put("hires", true, &document, &|file| json::write(&File::new(unit, file, Hired::of(unit, &hiring))))?;
    Ok(if hiring.is_reached() { Exit::Done } else { Exit::No })
}

fn wanted(unit: &Unit, options: &Hire, text: &Text) -> Result<Wanted, Failure> {
    let pays = |employment: &Employment| unit.recruitment.as_ref().and_then(|r| r.yearly(*employment)).is_some();
    if options.budget.is_some() && !Employment::ALL.iter().all(pays) {
        return Err(Failure::usage(text, &text.get("budget-needs-pay")));
    }
    Ok(Wanted {
        years: options.years,
        policy: options.policy,
        targets: targets(unit, &options.target, text)?,
        cover: options.cover,
        budget: options.budget,
    })
}

/// The targets by tier; what is not named is to be full.
fn targets(unit: &Unit, typed: &[(String, Share)], text: &Text) -> Result<Targets, Failure> {
    let known: Vec<_> = unit.tiers.iter().map(|tier| (&*tier.id, tier.names())).collect();
    let mut shares: BTreeMap<usize, Share> = BTreeMap::new();
    for (tier, share) in typed {
        let found = wording::position(tier, known.iter().copied()).ok_or_else(|| {
            let ids: Vec<_> = known.iter().map(|(id, _)| *id).collect();
            let message = text.with("target-unknown", &[("tier", tier), ("tiers", &ids.join(", "))]);
            Failure::usage(text, &named::suggested(text, message, tier, &known))
        })?;
        if shares.insert(found, *share).is_some() {
            return Err(Failure::usage(text, &text.with("target-repeated", &[("tier", tier)])));
        }
    }
    let of = |tier: usize| shares.get(&tier).copied().unwrap_or(Share::ONE);
    let targets = Targets::new((0..unit.tiers.len()).map(of).collect());
    targets.ok_or_else(|| Failure::usage(text, &text.get("target-order")))
}
