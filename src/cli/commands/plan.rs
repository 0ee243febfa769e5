//! `shuanggang plan`

use super::compare::{beside, exit};
use crate::analysis::absence::absence_from;
use crate::analysis::compare::compare;
use crate::analysis::duties::signing;
use crate::analysis::explain::{counts, explain, remedies, rivals};
use crate::analysis::leave::leave_from;
use crate::analysis::plan::alternatives::{Wanted, alternatives};
use crate::analysis::plan::changed::{Changed, changed};
use crate::analysis::plan::months::monthly;
use crate::analysis::plan::solved::{Cell, Solved, rules, solved, usual_rules};
use crate::analysis::project::project;
use crate::analysis::tradeoff::tradeoff;
use crate::analysis::{Assessment, assess_from};
use crate::cli::failure::{Exit, Failure};
use crate::cli::options::{Common, Later, ScenarioArgs, Solving};
use crate::cli::progress::StageLine;
use crate::cli::session::{Run, Session, load_from};
use crate::cli::values::{one_of, share, whole};
use crate::model::{self, Method, RetirementPolicy, Unit};
use crate::optimise::Settings;
use crate::render::json;
use crate::report;
use crate::report::File;
use crate::report::beside::{Beside, Origin, Study};
use crate::report::compare::changes::Changes;
use crate::report::plan;
use crate::report::plan::json::PlanFile;
use crate::report::plan::{Extras, FromDuties};
use crate::report::words::Words;
use crate::scenario::Options;
use crate::scenario::read::file;
use crate::text::Text;
use crate::units::Share;
use clap::Args;
use clap::builder::PossibleValuesParser;
use rust_decimal::Decimal;
use std::path::{Path, PathBuf};
use std::time::Instant;

#[derive(Args)]
pub(in crate::cli) struct Plan {
    #[command(flatten)]
    scenario: ScenarioArgs,
    #[command(flatten)]
    solving: Solving,
    #[arg(long)]
    export_model: Option<PathBuf>,
    #[arg(long)]
    months: bool,
    #[arg(long, value_parser = whole(1, 20))]
    alternatives: Option<u32>,
    #[arg(long, requires = "alternatives", default_value = "0", value_parser = share)]
    within: Decimal,
    #[arg(long, value_parser = PossibleValuesParser::new(
        [
            &report::plan::TABLES[..],
            &report::plan::MONTH_TABLES,
            &report::plan::ALTERNATIVE_TABLES,
            &report::plan::RIGHTS_TABLES,
        ].concat()
    ))]
    table: Option<String>,
    #[arg(long)]
    full: bool,
    #[arg(long)]
    only_changes: bool,
    #[command(flatten)]
    later: Later,
    #[arg(long)]
    from_duties: Option<PathBuf>,
    #[arg(long, value_delimiter = ',', value_parser = one_of(&WITH, |with| with))]
    with: Vec<&'static str>,
}

/// The words of `--with`: the studies, all of them but a year's leave, none of them, and levers. Only who names levers gets
/// them for rules otherwise, since these take long.
const WITH: [&str; Study::ALL.len() + 3] = [
    Study::Project.id(),
    Study::Tradeoff.id(),
    Study::Compare.id(),
    Study::Explain.id(),
    Study::Absence.id(),
    Study::Calendar.id(),
    "all",
    "none",
    LEVERS,
];
/// Answers worked out beforehand, among which the reader of a page chooses.
const LEVERS: &str = "levers";

/// People up to which a page carries the tradeoff when nobody says: with them it takes about a second.
const SMALL: usize = 64;

impl Plan {
    /// Whether a study is to stand beside the plan. When nobody says, a page answers the questions it asks, as far as that
    /// does not take long.
    fn wants(&self, study: Study, unit: &Unit) -> bool {
        match self.with[..] {
            [] => study == Study::Project || study == Study::Tradeoff && unit.people.len() <= SMALL,
            // With the calendar too a printed page passes twelve sheets.
            _ => self.with.iter().any(|with| *with == study.id() || *with == "all" && study != Study::Calendar),
        }
    }
}

/// Years ahead on a page.
const YEARS: u32 = 5;

/// Alternatives where a table of them is asked for, but not how many.
const USUAL_ALTERNATIVES: u32 = 3;

pub(in crate::cli) fn run(common: &Common, plan: &Plan, text: &Text) -> Result<Exit, Failure> {
    let session = Run::plan(common, &plan.solving, plan.table.as_deref(), text)?.open(&plan.scenario)?;
    let (session, until_then) = session.later(plan.later, text)?;
    let (session, today) = session.starting_at(plan.from_duties.as_deref(), text)?;
    let unit = session.unit();
    let asks_for = |tables: &[&str]| plan.table.as_deref().is_some_and(|table| tables.contains(&table));
    if asks_for(&report::plan::RIGHTS_TABLES) && today.is_none() {
        return Err(Failure::usage(text, &text.get("rights-need-duties")));
    }
    let start = Instant::now();
    let assessment = session.ask_so_far(|unit, settings, _| {
        let settings = Settings { export: plan.export_model.clone(), ..settings.clone() };
        let held = today.as_ref().map(|(_, held)| held);
        assess_from(unit, held, &settings, &mut StageLine::new(Words { unit, text }, common.quiet))
    })?;
    let signing = today.as_ref().map(|(ledger, _)| signing(unit, ledger, &assessment.plan));
    let from_duties = today.as_ref().zip(signing.as_ref());
    let from_duties = from_duties.map(|((ledger, _), signing)| FromDuties { ledger, signing });
    let changed = against_unchanged(&session, plan, &assessment, text)?;
    let by_month = plan.months || asks_for(&plan::MONTH_TABLES);
    let months = by_month
        .then(|| session.ask_so_far(|unit, settings, _| monthly(unit, &assessment.plan, settings)))
        .transpose()?;
    let seconds = format!("{:.2}", start.elapsed().as_secs_f64());
    let beside = if session.is_large() { worked_out_beside(&session, plan, &assessment.plan, text)? } else { None };
    let solved = answers_beforehand(&session, plan, &assessment.plan)?;
    let count = plan.alternatives.or_else(|| asks_for(&plan::ALTERNATIVE_TABLES).then_some(USUAL_ALTERNATIVES));
    let wanted = count.map(|count| Wanted { count, within: Share::new(plan.within) });
    let others =
        |wanted| session.ask_so_far(|unit, settings, bar| alternatives(unit, &assessment.plan, wanted, settings, bar));
    let others = wanted.map(others).transpose()?;
    let remedies =
        session.ask_so_far(|unit, settings, _| remedies(unit, &assessment.plan, &assessment.shortfalls, settings))?;
    let rivals =
        session.ask_so_far(|unit, settings, _| rivals(unit, &assessment.plan, &assessment.shortfalls, settings))?;
    let has_room = session.is_large() || asks_for(&plan::COUNT_TABLES);
    let counted = |unit: &Unit, settings: &Settings| counts(unit, &assessment.plan, &assessment.shortfalls, settings);
    let counts =
        if has_room { session.ask_so_far(|unit, settings, _| Ok(counted(unit, settings)))? } else { Vec::new() };
    let extras = Extras {
        months: months.as_ref(),
        alternatives: others.as_ref(),
        remedies: &remedies,
        rivals: &rivals,
        counts: &counts,
        solved: solved.as_ref(),
        beside: beside.as_ref(),
        changed: changed.as_ref(),
        from_duties,
        until_then: until_then.as_ref(),
        cut: session.is_cut(),
    };
    let report = if plan.only_changes { plan::only_changed } else { plan::document };
    let document = |detail| report(unit, &assessment, extras, text, detail);
    session.put("matters", plan.full, &document, &|file| {
        if plan.only_changes {
            return json::write(&File::new(unit, file, Changes::of(changed.as_ref())));
        }
        let mut plan = PlanFile::of(unit, &assessment, file).with_remedies(unit, &remedies).with_rivals(unit, &rivals);
        if let Some(months) = &months {
            plan = plan.with_months(unit, months);
        }
        if let Some(others) = &others {
            plan = plan.with_alternatives(unit, others);
        }
        if let Some(from) = from_duties {
            plan = plan.with_rights(unit, from);
        }
        json::write(&plan)
    })?;
    session.say(&text.with("solved-in", &[("engine", &assessment.plan.engine), ("seconds", &seconds)]));
    Ok(session.ending())
}

/// What a page answers without the program. Named, for more rules otherwise, and it says itself what was not found in
/// time; else where whole sections are added up, so that each answer is hardly more than a look into the same tables.
fn answers_beforehand(session: &Session<'_>, plan: &Plan, made: &model::Plan) -> Result<Option<Solved>, Failure> {
    let is_usual = (plan.with.is_empty() || plan.with.contains(&"all")) && made.method == Method::Sections;
    let are_named = plan.with.contains(&LEVERS);
    if !session.is_page() || !(are_named || is_usual) {
        return Ok(None);
    }
    let rules = if are_named { rules } else { usual_rules };
    let found = session.ask_so_far(|unit, settings, bar| solved(unit, rules(unit), settings, bar))?;
    // Unasked, a table with holes is not worth its room.
    Ok((are_named || !found.cells.contains(&Cell::Unknown)).then_some(found))
}

/// What the changes typed do; nothing where there are none, or where the time was up before that was known.
fn against_unchanged(
    session: &Session<'_>,
    plan: &Plan,
    assessment: &Assessment,
    text: &Text,
) -> Result<Option<Changed>, Failure> {
    let ScenarioArgs { scenario, changes } = &plan.scenario;
    let is_stream = scenario.as_deref().is_some_and(|path| path == Path::new("-"));
    if !(changes.are_there() || plan.later.month().is_some()) || is_stream {
        let needs = if is_stream { "only-changes-of-file" } else { "only-changes-of-none" };
        return if plan.only_changes { Err(Failure::usage(text, &text.get(needs))) } else { Ok(None) };
    }
    let before = load_from(scenario.as_deref(), &Options::default(), text)?.unit;
    let found = session.ask_so_far(|unit, settings, _| changed(&before, unit, &assessment.plan, settings));
    if session.is_cut() { Ok(None) } else { found.map(Some) }
}

/// What a page and a workbook carry beside the plan; nothing where the time was up before these were finished.
fn worked_out_beside(
    session: &Session<'_>,
    plan: &Plan,
    made: &model::Plan,
    text: &Text,
) -> Result<Option<Beside>, Failure> {
    let found = all_beside(session, plan, made, text);
    if session.is_cut() { Ok(None) } else { found.map(Some) }
}

fn all_beside(session: &Session<'_>, plan: &Plan, made: &model::Plan, text: &Text) -> Result<Beside, Failure> {
    let policy = RetirementPolicy::Statutory;
    let wants = |study| plan.wants(study, session.unit());
    let ahead = || session.ask_so_far(|unit, settings, bar| project(unit, YEARS, policy, settings, bar));
    let outlook = wants(Study::Project).then(ahead).transpose()?;
    let traded = || session.ask_so_far(|unit, settings, bar| tradeoff(unit, &[], settings, bar));
    let tradeoff = wants(Study::Tradeoff).then(traded).transpose()?;
    let why = || session.ask_so_far(|unit, settings, bar| explain(unit, None, settings, bar));
    let explained = wants(Study::Explain).then(why).transpose()?;
    let missed = || session.ask_so_far(|unit, settings, bar| absence_from(unit, made.clone(), 1, settings, bar));
    let covered = wants(Study::Absence).then(missed).transpose()?;
    let given = || session.ask_so_far(|unit, settings, bar| leave_from(unit, made.clone(), settings, bar));
    let vacations = wants(Study::Calendar).then(given).transpose()?;
    let (scenario, changes) = (plan.scenario.scenario.as_deref(), plan.scenario.changes.options());
    let sides = if wants(Study::Compare) {
        let scenarios = beside(scenario, session.unit(), &changes, text);
        session.run().ask(|settings, bar| compare(scenarios, settings, bar))
    } else {
        Vec::new()
    };
    // A scenario that fails is told at its place on the page, and why here; the plan itself stands.
    exit(&sides, text);
    let origin = if scenario.is_some_and(file::is_there) { Origin::Folder } else { Origin::Program };
    Ok(Beside {
        outlook,
        tradeoff,
        explained,
        covered,
        vacations,
        sides,
        origin,
        changed: changes != Options::default(),
    })
}
