//! What is asked and what is answered: each question is planned as the commands plan it, two at a time.

use super::question::{Levers, Question};
use crate::analysis::live::Live;
use crate::analysis::project::{Ahead, Outlook, project};
use crate::analysis::tradeoff::{self, Frontier};
use crate::analysis::{AssessError, Assessment};
use crate::cli::failure::Failure;
use crate::cli::session::load_from;
use crate::model::{MatterIx, RetirementPolicy, Unit};
use crate::optimise::{Deadline, Error, Settings};
use crate::render::board as page;
use crate::render::document::Document;
use crate::report::board::{self as report, Stand};
use crate::scenario::Options;
use crate::text::{Language, Text};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Years ahead that are looked at.
const YEARS: u32 = 5;
/// How long a question may take.
const LONGEST: Duration = Duration::from_secs(20);
/// Tabs of which the last question is remembered.
const MOST_TABS: usize = 32;

/// The unit on the desk, as it is.
pub(in crate::cli) struct Desk {
    file: Option<PathBuf>,
    base: Options,
    live: Live,
    today: Assessment,
    ahead: Outlook,
    language: Language,
    /// The last question of each tab, the newest tab last: its number and what ends its search.
    tabs: Mutex<Vec<(String, u64, Arc<AtomicBool>)>>,
}

/// What is asked of a state.
#[derive(Debug, Clone, Copy)]
pub(super) enum Asked {
    /// Its plan.
    Plan,
    /// What the years ahead bring.
    Ahead,
}

/// A question that a newer one of the same tab made worthless.
#[derive(Debug)]
pub(super) struct Superseded;

impl Desk {
    /// Plans the unit as it is.
    pub(in crate::cli) fn new(
        file: Option<PathBuf>,
        base: Options,
        unit: Unit,
        deadline: &Deadline,
        language: Language,
    ) -> Result<Self, AssessError> {
        let live = Live::new(unit, &Settings::default());
        let today = live.judge(live.unit(), deadline.clone())?;
        let settings = live.settings(deadline.clone());
        let ahead = project(live.unit(), YEARS, RetirementPolicy::Statutory, &settings, &mut ())?;
        Ok(Self { file, base, live, today, ahead, language, tabs: Mutex::default() })
    }

    /// The language of the page when nobody asks for another.
    pub(super) const fn language(&self) -> Language {
        self.language
    }

    /// The page of the unit as it is.
    pub(super) fn page(&self, language: Language) -> String {
        let text = Text::new(language);
        let unit = self.live.unit();
        let stalls = self.ahead.chosen.points.iter().find(|point| !point.newly_stalled.is_empty());
        let ahead = stalls.map_or(Ahead::Nothing, Ahead::of);
        let ahead = report::ahead(unit, &ahead, &text);
        let answer = self.told(self.stand(unit, &self.today), Some(&ahead), &Levers::default(), &text);
        page::page(&report::title(unit, &text), &report::levers(unit, &self.ahead, &text), &answer, &text)
    }

    /// Takes a question up: whatever the same tab asked before is not waited for any more.
    pub(super) fn begin(&self, question: &Question) -> Result<Deadline, Superseded> {
        let deadline = Deadline::after(LONGEST);
        let mut tabs = self.tabs.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(at) = tabs.iter().position(|(tab, ..)| *tab == question.tab) {
            if tabs[at].1 >= question.number {
                return Err(Superseded);
            }
            tabs.remove(at).2.store(true, Ordering::Relaxed);
        } else if tabs.len() >= MOST_TABS {
            tabs.remove(0).2.store(true, Ordering::Relaxed);
        }
        tabs.push((question.tab.clone(), question.number, deadline.stop_flag()));
        Ok(deadline)
    }

    /// Ends every search.
    pub(super) fn end(&self) {
        let tabs = self.tabs.lock().unwrap_or_else(PoisonError::into_inner);
        tabs.iter().for_each(|(_, _, stop)| stop.store(true, Ordering::Relaxed));
    }

    /// The answer as a part of the page; what is wrong with a state is told in its place.
    pub(super) fn answer(&self, question: &Question, asked: Asked, deadline: &Deadline) -> Result<String, Superseded> {
        let text = Text::new(question.language().unwrap_or(self.language));
        let answer = match asked {
            Asked::Plan => self.plan(&question.state, deadline, &text),
            Asked::Ahead => self.next(&question.state, deadline, &text),
        };
        if deadline.stop_flag().load(Ordering::Relaxed) {
            return Err(Superseded);
        }
        Ok(answer.unwrap_or_else(|failure| page::trouble(&failure.message)))
    }

    /// The unit is read anew with the changes, just as the command does that the page shows; so both have one unit.
    fn unit(&self, levers: &Levers, text: &Text) -> Result<Unit, Failure> {
        let unit = load_from(self.file.as_deref(), &levers.options(&self.base), text)?.unit;
        let later = levers.month().filter(|month| *month > unit.as_of);
        Ok(later.map(|month| unit.in_month(month, RetirementPolicy::Statutory).0).unwrap_or(unit))
    }

    fn plan(&self, levers: &Levers, deadline: &Deadline, text: &Text) -> Result<String, Failure> {
        let unit = self.unit(levers, text)?;
        let failed = |error: AssessError| Failure::assessment(text, &error);
        let assessment = self.live.judge(&unit, deadline.clone()).map_err(failed)?;
        let demand = self.demand(&unit, &assessment, levers, deadline).map_err(failed)?;
        let stand = Stand { demand: demand.as_ref(), ..self.stand(&unit, &assessment) };
        Ok(self.told(stand, None, levers, text))
    }

    fn next(&self, levers: &Levers, deadline: &Deadline, text: &Text) -> Result<String, Failure> {
        let unit = self.unit(levers, text)?;
        let ahead = match self.live.ahead(&unit, YEARS, deadline.clone()) {
            Err(AssessError::Optimise(Error::OutOfTime)) => Ahead::Unknown,
            found => found.map_err(|error| Failure::assessment(text, &error))?,
        };
        Ok(page::ahead(&report::ahead(&unit, &ahead, text), text))
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
        Stand { unit, assessment, today: (self.live.unit(), &self.today), demand: None }
    }

    fn told(&self, stand: Stand<'_>, ahead: Option<&Document>, levers: &Levers, text: &Text) -> String {
        let commands = levers.commands(self.file.as_deref(), &self.base);
        page::answer(&report::answer(stand, text), ahead, &commands, text)
    }
}
