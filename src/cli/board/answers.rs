//! What is answered about a state of the unit: each answer is worked out as the commands work it out.

use super::desk::{Desk, State, Superseded, YEARS};
use super::question::{Levers, Question};
use crate::analysis::compare::compare;
use crate::analysis::explain::explain;
use crate::analysis::live::{Effect, people};
use crate::analysis::project::Ahead;
use crate::analysis::tradeoff::{self, Frontier};
use crate::analysis::{AssessError, Assessment};
use crate::cli::failure::Failure;
use crate::cli::session::load_from;
use crate::model::{Change, MatterIx, Unit};
use crate::optimise::{Deadline, Error};
use crate::render::board as page;
use crate::report::board::{self as report, Stand};
use crate::text::{Language, Text};
use std::path::Path;
use std::sync::atomic::Ordering;

/// What is asked of a state.
#[derive(Debug, Clone, Copy)]
pub(super) enum Asked {
    /// Its plan.
    Plan,
    /// What the years ahead bring.
    Ahead,
    /// What single changes would do to it.
    Hints,
    /// Why one of its matters falls short, and what would help.
    Why,
    /// How it stands beside others.
    Beside,
}

/// How many more people of each employment are tried beforehand.
const MORE: u32 = 5;
/// Hundredths of the time left that one cell of the table of them may take, and one hint: what is quickly known is told.
const FOR_A_CELL: u32 = 10;
const FOR_A_HINT: u32 = 1;

impl Desk {
    /// The page of the unit as it is.
    pub(super) fn page(&self, language: Language) -> String {
        let text = Text::new(language);
        let unit = self.live.unit();
        let stalls = self.ahead.chosen.points.iter().find(|point| !point.newly_stalled.is_empty());
        let ahead = report::ahead(unit, &stalls.map_or(Ahead::Nothing, Ahead::of), &text);
        let levers = Levers::default();
        let stand = Stand { demands: &self.demands, ..self.stand(unit, &self.today) };
        let answer = report::answer(stand, &self.commands(&levers), levers.fates(), &text);
        page::page(&report::title(unit, &text), &report::levers(unit, &self.ahead, &text), (&answer, &ahead), &text)
    }

    /// The answer as a part of the page; what is wrong with a state is told in its place.
    pub(super) fn answer(&self, question: &Question, asked: Asked, deadline: &Deadline) -> Result<String, Superseded> {
        let text = Text::new(question.language().unwrap_or(self.language()));
        let answer = match asked {
            Asked::Plan => self.plan(&question.state, deadline, &text),
            Asked::Ahead => self.next(&question.state, deadline, &text),
            Asked::Hints => self.hints(&question.state, deadline, &text),
            Asked::Why => self.why(question, deadline, &text),
            Asked::Beside => self.beside(question, deadline, &text),
        };
        if deadline.stop_flag().load(Ordering::Relaxed) {
            return Err(Superseded);
        }
        Ok(answer.unwrap_or_else(|failure| page::trouble(&failure.message)))
    }

    /// A state as a file: an overlay of the scenario, or what a command makes of it in the form asked for.
    pub(super) fn file(&self, question: &Question) -> Result<Vec<u8>, String> {
        let text = Text::new(question.language().unwrap_or(self.language()));
        let said = |failure: Failure| failure.message;
        let levers = &question.state;
        let unit = self.live.unit();
        if question.about == "toml" {
            let loaded = load_from(self.file.as_deref(), &self.base, &text).map_err(said)?;
            let options = levers.options(&crate::scenario::Options::default(), unit);
            let extends =
                self.file.as_deref().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
            let extends = extends.unwrap_or_else(|| "baseline.toml".to_owned());
            let commands = self.commands(levers).join("\n");
            let name = text.get("board-overlay-name");
            return Ok(loaded.overlay(&options, &extends, [&name, &commands]).into_bytes());
        }
        let (command, format) = match &*question.about {
            "docx" => (&["request", "--part", "letter"][..], "docx"),
            form @ ("html" | "xlsx" | "json") => (&["plan"][..], form),
            _ => return Err(text.get("board-refused-body")),
        };
        let mut words: Vec<String> = command.iter().map(|word| (*word).to_owned()).collect();
        // A letter speaks of the day of the scenario; a month is for plans.
        let arguments = match format {
            "docx" => levers.today().arguments(self.file.as_deref(), &self.base, unit),
            _ => levers.arguments(self.file.as_deref(), &self.base, unit),
        };
        words.extend(arguments);
        words.extend(["--format".to_owned(), format.to_owned()]);
        (self.command)(&words, &text).map_err(said)
    }

    fn plan(&self, levers: &Levers, deadline: &Deadline, text: &Text) -> Result<String, Failure> {
        let State { unit, until_then } = self.state(levers, text)?;
        let failed = |error: AssessError| Failure::assessment(text, &error);
        let today = levers.is_moved().then_some(&self.today.plan);
        let (assessment, changed) = self.live.moved(&unit, today, deadline).map_err(failed)?;
        let demand = self.demand(&unit, &assessment, levers, deadline).map_err(failed)?;
        let stand = Stand {
            demand: demand.as_ref(),
            changed: changed.as_ref(),
            demands: if levers.is_moved() { &[] } else { &self.demands },
            until_then: &until_then,
            ..self.stand(&unit, &assessment)
        };
        let answer = report::answer(stand, &self.commands(levers), levers.fates(), text);
        Ok(page::answer(&answer, None, text))
    }

    fn next(&self, levers: &Levers, deadline: &Deadline, text: &Text) -> Result<String, Failure> {
        let unit = self.state(levers, text)?.unit;
        let ahead = match self.live.ahead(&unit, YEARS, deadline.clone()) {
            Err(AssessError::Optimise(Error::OutOfTime)) => Ahead::Unknown,
            found => found.map_err(|error| Failure::assessment(text, &error))?,
        };
        Ok(page::ahead(&report::ahead(&unit, &ahead, text), text))
    }

    /// What so many people more would do to a state without those who join, then what each other lever would.
    fn hints(&self, levers: &Levers, deadline: &Deadline, text: &Text) -> Result<String, Failure> {
        let failed = |error: AssessError| Failure::assessment(text, &error);
        let alone = self.state(&levers.without_hires(), text)?.unit;
        let counts: Vec<(u32, u32)> = (0..=MORE).flat_map(|e| (0..=MORE).map(move |c| (e, c))).collect();
        let trials: Vec<Vec<Change>> = counts.iter().map(|(e, c)| people(&alone, *e, *c)).collect();
        let effects = self.live.effects(&alone, &trials, FOR_A_CELL, deadline).map_err(failed)?;
        let grid = report::grid(&alone, MORE, &effects, text);
        let unit = self.state(levers, text)?.unit;
        let levers = report::hinted(&unit);
        let trials: Vec<Vec<Change>> =
            std::iter::once(Vec::new()).chain(levers.iter().map(|(_, change)| vec![change.clone()])).collect();
        let mut effects = self.live.effects(&unit, &trials, FOR_A_HINT, deadline).map_err(failed)?.into_iter();
        let standing: Option<Effect> = effects.next().flatten();
        let effects = levers.into_iter().zip(effects);
        let hints = standing.map(|standing| report::hints(&unit, &standing, effects, text)).unwrap_or_default();
        Ok(page::hints(&grid, &hints, text))
    }

    fn why(&self, question: &Question, deadline: &Deadline, text: &Text) -> Result<String, Failure> {
        let unit = self.state(&question.state, text)?.unit;
        let matter = unit.matters().find(|(_, matter)| matter.id == question.about).map(|(ix, _)| ix);
        let Some(matter) = matter else { return Ok(page::trouble(&text.get("board-refused-body"))) };
        let found = explain(&unit, Some(matter), &self.live.settings(deadline.clone()), &mut ());
        let found = found.map_err(|error| Failure::assessment(text, &error))?;
        Ok(page::why(&report::why(&unit, &found, text), text))
    }

    fn beside(&self, question: &Question, deadline: &Deadline, text: &Text) -> Result<String, Failure> {
        let mut sides: Vec<(String, Option<Unit>)> = Vec::new();
        for (name, levers) in &question.others {
            sides.push((name.clone(), Some(self.state(levers, text)?.unit)));
        }
        let sides = compare(sides, &self.live.settings(deadline.clone()), &mut ());
        Ok(page::beside(&report::beside(&sides, text), text))
    }

    /// What the audits demanded cost, if any of them is known.
    fn demand(
        &self,
        unit: &Unit,
        assessment: &Assessment,
        levers: &Levers,
        deadline: &Deadline,
    ) -> Result<Option<Frontier>, AssessError> {
        let is_asked = |id: &String| levers.audits.contains(id);
        let asked: Vec<MatterIx> = unit.open_matters().filter(|(_, m)| is_asked(&m.id)).map(|(ix, _)| ix).collect();
        if asked.is_empty() || levers.cases == 0 {
            return Ok(None);
        }
        let settings = self.live.settings(deadline.clone());
        tradeoff::price(unit, &assessment.plan, asked, levers.cases, &settings).map(Some)
    }

    const fn stand<'a>(&'a self, unit: &'a Unit, assessment: &'a Assessment) -> Stand<'a> {
        Stand { unit, assessment, today: self.live.unit(), demand: None, demands: &[], changed: None, until_then: &[] }
    }
}
