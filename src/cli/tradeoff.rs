//! `shuanggang tradeoff`

use super::arguments::{Common, Tradeoff};
use super::failure::{Exit, Failure};
use super::output::{Destination, Report};
use super::progress::StepsBar;
use super::{FOR_A_STUDY, finished, load, settings, tell_warnings};
use crate::analysis::tradeoff::tradeoff;
use crate::model::{MatterIx, TierIx, Unit};
use crate::report::tradeoff_contract::TradeoffFile;
use crate::report::{json, tradeoff_view};
use crate::text::Text;

pub(super) fn run(common: &Common, options: &Tradeoff, text: &Text) -> Result<Exit, Failure> {
    let settings = settings(&options.solving, FOR_A_STUDY, text)?;
    let destination = Destination::new(common, options.table.as_deref(), text)?;
    let loaded = load(&options.scenario, text)?;
    tell_warnings(&loaded, common.quiet, text);
    let unit = &loaded.unit;
    let audits = audits(unit, &options.audit, text)?;
    let protect = options.protect.as_deref().map_or(Ok(TierIx(0)), |id| tier(unit, id, text))?;
    let mut bar = StepsBar::new(text, common.quiet);
    let found = finished(tradeoff(unit, &audits, &settings, &mut bar), &settings, text)?;
    drop(bar);
    let file = options.scenario.file();
    destination.put(&Report {
        document: &|detail| tradeoff_view::document(unit, &found, protect, text, detail),
        json: &|| json::write(&TradeoffFile::of(unit, &found, protect, file.as_deref())),
        full: options.full,
        table: options.table.as_deref().unwrap_or("frontier"),
    })?;
    // Who names a tier asks whether it can be kept.
    let kept = found.frontiers.iter().all(|frontier| frontier.kept_up_to(protect) == frontier.whole(unit));
    Ok(if options.protect.is_some() && !kept { Exit::No } else { Exit::Done })
}

/// The matters named, in the order of the scenario and each once.
fn audits(unit: &Unit, ids: &[String], text: &Text) -> Result<Vec<MatterIx>, Failure> {
    let known = || unit.matters().map(|(_, matter)| &*matter.id);
    if let Some(id) = ids.iter().find(|id| !known().any(|known| known == id.as_str())) {
        return Err(unknown(text, "--audit", id, &known().collect::<Vec<_>>()));
    }
    Ok(unit.matters().filter(|(_, matter)| ids.contains(&matter.id)).map(|(ix, _)| ix).collect())
}

fn tier(unit: &Unit, id: &str, text: &Text) -> Result<TierIx, Failure> {
    let found = unit.tiers().find(|(_, tier)| tier.id == id).map(|(ix, _)| ix);
    found.ok_or_else(|| unknown(text, "--protect", id, &unit.tiers.iter().map(|tier| &*tier.id).collect::<Vec<_>>()))
}

/// An id that the scenario does not have, in the words of any other mistake on the command line.
fn unknown(text: &Text, argument: &str, value: &str, known: &[&str]) -> Failure {
    let values = known.join(", ");
    let arguments = [("argument", argument), ("value", value), ("values", &values)];
    Failure::usage(text, &text.with("usage-value-unknown", &arguments))
}
