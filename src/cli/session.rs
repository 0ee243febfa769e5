//! One run, written once: read, warn, solve, judge whether the search was finished, put the report where it belongs.

use super::failure::{Exit, Failure};
use super::options::{Changes, Common, Later, ScenarioArgs, Solving};
use super::output::{Destination, Report};
use super::papers::Piece;
use super::progress::StepsBar;
use super::{say, signals};
use crate::analysis::AssessError;
use crate::analysis::duties::{judge, starting_from};
use crate::diag::Diagnostics;
use crate::model::{Ledger, RetirementPolicy, Unit, UntilThen};
use crate::optimise::{Deadline, DutyTable, Settings, study};
use crate::render::detail::Detail;
use crate::render::document::Document;
use crate::report::diagnostics;
use crate::report::request::Documents;
use crate::scenario::{self, Loaded, Options};
use crate::text::Text;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// What is settled before a scenario is read: how to solve and until when, and where the result goes.
pub(super) struct Run<'a> {
    settings: Settings,
    destination: Destination<'a>,
    /// The table asked for.
    table: Option<String>,
    quiet: bool,
    text: &'a Text,
}

impl<'a> Run<'a> {
    /// A run that ends in a report on many plans.
    pub(super) fn study(
        common: &Common,
        solving: &Solving,
        table: Option<&str>,
        text: &'a Text,
    ) -> Result<Self, Failure> {
        Self::new(Destination::new(common, table, text)?, common, solving, FOR_A_STUDY, table, text)
    }

    /// A run that ends in a report with dates, which may be put into a calendar.
    pub(super) fn dated(
        common: &Common,
        solving: &Solving,
        table: Option<&str>,
        text: &'a Text,
    ) -> Result<Self, Failure> {
        Self::new(Destination::dated(common, table, text)?, common, solving, FOR_A_STUDY, table, text)
    }

    /// A run that ends in a report on one plan, with studies beside it where the form has room for them.
    pub(super) fn plan(
        common: &Common,
        solving: &Solving,
        table: Option<&str>,
        text: &'a Text,
    ) -> Result<Self, Failure> {
        let destination = Destination::new(common, table, text)?;
        let usual = if destination.is_large() { FOR_A_STUDY } else { FOR_A_PLAN };
        Self::new(destination, common, solving, usual, table, text)
    }

    /// A run that ends in the documents of a request.
    pub(super) fn letters(
        common: &Common,
        solving: &Solving,
        pieces: &[Piece],
        text: &'a Text,
    ) -> Result<Self, Failure> {
        Self::new(Destination::letters(common, pieces, text)?, common, solving, FOR_A_STUDY, None, text)
    }

    fn new(
        destination: Destination<'a>,
        common: &Common,
        solving: &Solving,
        usual: Duration,
        table: Option<&str>,
        text: &'a Text,
    ) -> Result<Self, Failure> {
        let settings = settings(solving, usual, text)?;
        Ok(Self { settings, destination, table: table.map(str::to_owned), quiet: common.quiet, text })
    }

    /// Reads the scenario, and tells what is odd about it.
    pub(super) fn open(mut self, scenario: &ScenarioArgs) -> Result<Session<'a>, Failure> {
        self = self.about(scenario.scenario.as_deref());
        let loaded = load(scenario, self.text)?;
        tell(&loaded.warnings, self.quiet, self.text);
        study(&loaded.unit, &self.settings);
        Ok(Session { run: self, unit: loaded.unit, file: scenario.file() })
    }

    /// The same about a scenario, whose sheets stand before the results if both are workbooks.
    pub(super) fn about(self, scenario: Option<&Path>) -> Self {
        Self { destination: self.destination.about(scenario), ..self }
    }

    /// Puts a question, with a bar of how far its answer is.
    pub(super) fn ask<T>(&self, question: impl FnOnce(&Settings, &mut StepsBar) -> T) -> T {
        question(&self.settings, &mut StepsBar::new(self.text, self.quiet))
    }

    /// Puts the report where it belongs; `table` is the one for CSV when none was asked for.
    pub(super) fn put(
        &self,
        table: &str,
        full: bool,
        document: &dyn Fn(Detail) -> Document,
        json: &dyn Fn() -> Result<String, serde_json::Error>,
    ) -> Result<(), Failure> {
        let table = self.table.as_deref().unwrap_or(table);
        self.destination.put(&Report { document, json, full, table })
    }
}

/// Months that a plan looks ahead at most: nobody knows a roster of half a century from now.
const MOST_AHEAD: i32 = 600;

/// A run over one scenario.
pub(super) struct Session<'a> {
    run: Run<'a>,
    unit: Unit,
    /// The scenario as the user named it.
    file: Option<String>,
}

impl Session<'_> {
    /// What it is about.
    pub(super) const fn unit(&self) -> &Unit {
        &self.unit
    }

    /// The same run over the unit as it will be in a later month, if one is named, and what happens until then.
    pub(super) fn later(self, later: Later, text: &Text) -> Result<(Self, Option<UntilThen>), Failure> {
        let Some(month) = later.month() else { return Ok((self, None)) };
        let first = self.unit.as_of;
        if month < first || month.months_since(first) > MOST_AHEAD {
            let arguments = [("month", &*month.to_string()), ("first", &*first.to_string())];
            return Err(Failure::usage(text, &text.with("month-not-ahead", &arguments)));
        }
        let (unit, until_then) = self.unit.in_month(month, RetirementPolicy::Statutory);
        Ok((Self { unit, ..self }, Some(until_then)))
    }

    /// The same run over the unit as a table of duties has its people, with the table and who holds which post by it.
    pub(super) fn starting_at(self, table: Option<&Path>, text: &Text) -> Result<(Self, Option<Today>), Failure> {
        let Some(table) = table else { return Ok((self, None)) };
        let (unit, today) = started(&self.unit, table, text)?;
        Ok((Self { unit, ..self }, Some(today)))
    }

    /// Puts a question to which only a whole answer is one: its sentences rest on every search.
    pub(super) fn ask<T>(
        &self,
        question: impl FnOnce(&Unit, &Settings, &mut StepsBar) -> Result<T, AssessError>,
    ) -> Result<T, Failure> {
        let found = self.ask_so_far(question)?;
        if self.is_cut() { Err(Failure::unfinished(self.run.text)) } else { Ok(found) }
    }

    /// Puts a question of which the answer says by itself what it could not find out in time.
    pub(super) fn ask_so_far<T>(
        &self,
        question: impl FnOnce(&Unit, &Settings, &mut StepsBar) -> Result<T, AssessError>,
    ) -> Result<T, Failure> {
        let found = self.run.ask(|settings, bar| question(&self.unit, settings, bar));
        found.map_err(|error| Failure::assessment(self.run.text, &error))
    }

    /// Whether any search was cut short.
    pub(super) fn is_cut(&self) -> bool {
        self.run.settings.deadline.has_cut()
    }

    /// Whether the form can answer whoever reads it.
    pub(super) const fn is_page(&self) -> bool {
        self.run.destination.is_page()
    }

    /// Whether the form has room for what nobody would read on a screen.
    pub(super) const fn is_large(&self) -> bool {
        self.run.destination.is_large()
    }

    /// Puts the report where it belongs; `table` is the one for CSV when none was asked for.
    pub(super) fn put(
        &self,
        table: &str,
        full: bool,
        document: &dyn Fn(Detail) -> Document,
        json: &dyn Fn(Option<&str>) -> Result<String, serde_json::Error>,
    ) -> Result<(), Failure> {
        self.run.put(table, full, document, &|| json(self.file.as_deref()))
    }

    /// Puts the documents of a request where they belong; returns their files.
    pub(super) fn put_letters(&self, documents: &Documents, pieces: &[Piece]) -> Result<Vec<PathBuf>, Failure> {
        self.run.destination.put_letters(documents, pieces, self.unit.as_of)
    }

    /// Says something beside the result, unless nothing but errors is wanted.
    pub(super) fn say(&self, said: &str) {
        if !self.run.quiet {
            say(said);
        }
    }

    /// How a command ends that says what it has so far: told where a search was not finished.
    pub(super) fn ending(&self) -> Exit {
        if !self.is_cut() {
            return Exit::Done;
        }
        say(&self.run.text.get("unfinished"));
        Exit::Unfinished
    }

    /// The same run over other scenarios.
    pub(super) const fn run(&self) -> &Run<'_> {
        &self.run
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
    read(path, changes).map_err(|found| Failure::diagnostics(text, &found))
}

/// The same, and all that is wrong where it cannot be used.
pub(super) fn read(path: Option<&Path>, changes: &Options) -> Result<Loaded, Diagnostics> {
    match path {
        Some(path) => scenario::load_with(path, changes),
        None => scenario::embedded_with(changes),
    }
}

/// A table of duties, and who holds which post by it.
pub(super) type Today = (Ledger, DutyTable);

/// A unit with its people where a table of duties has them.
pub(super) fn started(unit: &Unit, table: &Path, text: &Text) -> Result<(Unit, Today), Failure> {
    let ledger = scenario::duties::read(table, unit).map_err(|found| Failure::diagnostics(text, &found))?;
    let held = judge(unit, &ledger).held;
    Ok((starting_from(unit, &held), (ledger, held)))
}

/// Tells what is odd about an input, unless nothing but errors is wanted.
pub(super) fn tell(warnings: &Diagnostics, quiet: bool, text: &Text) {
    if !quiet && !warnings.as_slice().is_empty() {
        say(&diagnostics::render(warnings, text));
    }
}

/// How long one plan may take when nobody says.
const FOR_A_PLAN: Duration = Duration::from_mins(1);
/// How long a study of many plans may take when nobody says.
const FOR_A_STUDY: Duration = Duration::from_mins(10);

/// How to solve, if this build can, and from now on until when. From here on Ctrl-C asks to stop.
fn settings(solving: &Solving, usual: Duration, text: &Text) -> Result<Settings, Failure> {
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
