//! One run, written once: read, warn, solve, judge whether the search was finished, put the report where it belongs.

use super::failure::{Exit, Failure};
use super::options::{Changes, Common, ScenarioArgs, Solving};
use super::output::{Destination, Report};
use super::progress::StepsBar;
use super::{say, signals};
use crate::analysis::AssessError;
use crate::diag::Diagnostics;
use crate::model::Unit;
use crate::optimise::{Deadline, Settings};
use crate::render::detail::Detail;
use crate::render::document::Document;
use crate::report::diagnostics;
use crate::scenario::{self, Loaded, Options};
use crate::text::Text;
use std::path::Path;
use std::time::Duration;

/// A study of a scenario: everything that is settled before the first search.
pub(super) struct Session<'a> {
    loaded: Loaded,
    settings: Settings,
    destination: Destination<'a>,
    /// The scenario as the user named it.
    file: Option<String>,
    /// The table asked for.
    table: Option<String>,
    quiet: bool,
    text: &'a Text,
}

impl<'a> Session<'a> {
    /// Reads the options and the scenario, and tells what is odd about it.
    pub(super) fn open(
        common: &Common,
        scenario: &ScenarioArgs,
        solving: &Solving,
        table: Option<&str>,
        text: &'a Text,
    ) -> Result<Self, Failure> {
        let settings = settings(solving, FOR_A_STUDY, text)?;
        let destination = Destination::new(common, table, text)?;
        let loaded = load(scenario, text)?;
        tell(&loaded.warnings, common.quiet, text);
        let (file, table, quiet) = (scenario.file(), table.map(str::to_owned), common.quiet);
        Ok(Self { loaded, settings, destination, file, table, quiet, text })
    }

    /// What is studied.
    pub(super) const fn unit(&self) -> &Unit {
        &self.loaded.unit
    }

    /// Puts a question, with a bar of how far its answer is; no answer unless every search was finished.
    pub(super) fn ask<T>(
        &self,
        question: impl FnOnce(&Unit, &Settings, &mut StepsBar) -> Result<T, AssessError>,
    ) -> Result<T, Failure> {
        let mut bar = StepsBar::new(self.text, self.quiet);
        let found = question(self.unit(), &self.settings, &mut bar);
        drop(bar);
        finished(found, &self.settings, self.text)
    }

    /// Puts the report where it belongs; `table` is the one for CSV when none was asked for.
    pub(super) fn put(
        &self,
        table: &str,
        full: bool,
        document: &dyn Fn(Detail) -> Document,
        json: &dyn Fn(Option<&str>) -> Result<String, serde_json::Error>,
    ) -> Result<(), Failure> {
        let json = || json(self.file.as_deref());
        let table = self.table.as_deref().unwrap_or(table);
        self.destination.put(&Report { document, json: &json, full, table })
    }
}

/// Reads a scenario, or the one used when none is named, with the changes of the command line.
pub(super) fn load(scenario: &ScenarioArgs, text: &Text) -> Result<Loaded, Failure> {
    load_changed(scenario.scenario.as_deref(), &scenario.changes, text)
}

/// Reads a scenario as it stands.
pub(super) fn load_named(path: &Path, text: &Text) -> Result<Loaded, Failure> {
    scenario::load(path).map_err(|found| Failure::diagnostics(text, &found))
}

/// Reads a scenario, or the one used when none is named, with the options typed.
pub(super) fn load_changed(path: Option<&Path>, changes: &Changes, text: &Text) -> Result<Loaded, Failure> {
    load_from(path, &changes.options(), text)
}

/// Reads a scenario, or the one used when none is named, with changes.
pub(super) fn load_from(path: Option<&Path>, changes: &Options, text: &Text) -> Result<Loaded, Failure> {
    let loaded = match path {
        Some(path) => scenario::load_with(path, changes),
        None => scenario::embedded_with(changes),
    };
    loaded.map_err(|found| Failure::diagnostics(text, &found))
}

/// Tells what is odd about an input, unless nothing but errors is wanted.
pub(super) fn tell(warnings: &Diagnostics, quiet: bool, text: &Text) {
    if !quiet && !warnings.as_slice().is_empty() {
        say(&diagnostics::render(warnings, text));
    }
}

/// How long one plan may take when nobody says.
pub(super) const FOR_A_PLAN: Duration = Duration::from_secs(60);
/// How long a study of many plans may take when nobody says.
pub(super) const FOR_A_STUDY: Duration = Duration::from_secs(600);

/// How to solve, if this build can, and from now on until when. From here on Ctrl-C asks to stop.
pub(super) fn settings(solving: &Solving, usual: Duration, text: &Text) -> Result<Settings, Failure> {
    let defaults = Settings::default();
    let deadline = Deadline::after(solving.time_limit.unwrap_or(usual));
    signals::hurry(&deadline);
    let settings = Settings {
        engine: solving.solver.unwrap_or(defaults.engine),
        deadline,
        gap: solving.gap.unwrap_or(defaults.gap),
        ..defaults
    };
    if settings.engine.available() {
        return Ok(settings);
    }
    Err(Failure::usage(text, &text.with("engine-missing", &[("engine", settings.engine.id())])))
}

/// What a study found, if every search in it was finished: its sentences rest on all of them.
pub(super) fn finished<T>(found: Result<T, AssessError>, settings: &Settings, text: &Text) -> Result<T, Failure> {
    let found = found.map_err(|error| Failure::assessment(text, &error))?;
    if settings.deadline.has_cut() { Err(Failure::unfinished(text)) } else { Ok(found) }
}

/// How a command ends that says what it has so far: told where a search was not finished.
pub(super) fn ending(settings: &Settings, text: &Text) -> Exit {
    if !settings.deadline.has_cut() {
        return Exit::Done;
    }
    say(&text.get("unfinished"));
    Exit::Unfinished
}
