//! What is answered about a state of the unit: each answer is worked out as the commands work it out.

use super::desk::{Desk, LONGEST, Standing, State, Superseded};
use super::question::{Asked, Levers, Question};
use crate::analysis::absence::missed;
use crate::analysis::compare::compare;
use crate::analysis::explain::explain;
use crate::analysis::leave::leave_from;
use crate::analysis::live::{Effect, YEARS, people};
use crate::analysis::project::{Ahead, last_month};
use crate::analysis::tradeoff::{self, Frontier};
use crate::analysis::{AssessError, Assessment};
use crate::cli::failure::Failure;
use crate::model::{Change, MatterIx, Plan, Unit};
use crate::optimise::{Deadline, Error};
use crate::render::board::{self as page, First};
use crate::render::document::Note;
use crate::report::board::{self as report, Stand};
use crate::text::{Language, Text};
use std::sync::atomic::Ordering;

/// How many more people of each employment are tried beforehand.
const MORE: u32 = 5;
/// Hundredths of the time left that one cell of the table of them may take, and one hint: what is quickly known is told.
const FOR_A_CELL: u32 = 10;
const FOR_A_HINT: u32 = 1;

impl Desk {
    /// The page of the unit as it is.
    pub(super) fn page(&self, language: Language) -> String {
        let text = Text::new(language);
        let (unit, levers) = (self.live.unit(), Levers::default());
        let known = self.known();
        let known = known.as_deref();
        let ahead = known.map(|known| {
            let stalls = known.ahead.chosen.first_new_stall();
            report::ahead(unit, &stalls.map_or(Ahead::Nothing, Ahead::of), &text)
        });
        let assessment = self.live.meaning(unit, self.today.clone(), None);
        let stand = Stand { demands: demands(known), ..self.stand(unit, &assessment) };
        let answer = report::answer(stand, &self.commands(&levers), levers.fates(), &text);
        let marks = known.map(|known| report::marks(unit, &known.ahead, &text));
        let title = report::title(unit, &text);
        let levers = report::levers(unit, last_month(unit.as_of, YEARS), LONGEST.as_secs(), &text);
        page::page(&title, &levers, &First { answer, marks, ahead }, &text)
    }

    /// The answer as a part of the page; what is wrong with a state is told in its place.
    pub(super) fn answer(&self, question: &Question, asked: Asked, deadline: &Deadline) -> Result<String, Superseded> {
        let text = Text::new(question.language().unwrap_or(self.language()));
        let answer = match asked {
            Asked::Service => self.service(&question.state, deadline, &text),
            Asked::Plan => self.plan(&question.state, deadline, &text),
            Asked::Reasons => self.reasons(&question.state, deadline, &text),
            Asked::Ahead => self.next(&question.state, deadline, &text),
            Asked::Today => self.today(&question.state, deadline, &text),
            Asked::Hints => self.hints(&question.state, deadline, &text),
            Asked::Why => self.why(question, deadline, &text),
            Asked::Gone => self.gone(question, deadline, &text),
            Asked::Leave => self.leave(&question.state, deadline, &text),
            Asked::Beside => self.beside(question, deadline, &text),
            Asked::File => Ok(String::new()),
        };
        if deadline.stop_flag().load(Ordering::Relaxed) {
            return Err(Superseded);
        }
        Ok(answer.unwrap_or_else(|failure| page::trouble(&failure.message)))
    }

    /// The first step: how far the matters are served.
    fn service(&self, levers: &Levers, deadline: &Deadline, text: &Text) -> Result<String, Failure> {
        let unit = self.state(levers, text)?.unit;
        let plan = self.live.service(&unit, deadline).map_err(failing(text))?;
        let assessment = self.live.meaning(&unit, plan, None);
        let unit = self.named(unit, text);
        let answer = report::answer(self.stand(&unit, &assessment), &self.commands(levers), levers.fates(), text);
        Ok(page::service(&answer, text))
    }

    /// The second: who sits where, and what is different.
    fn plan(&self, levers: &Levers, deadline: &Deadline, text: &Text) -> Result<String, Failure> {
        let State { unit, until_then } = self.state(levers, text)?;
        let failed = failing(text);
        let plan = self.live.plan(&unit, deadline).map_err(failed)?;
        let changed = levers.is_moved().then(|| self.live.changed(&unit, &plan, &self.today, deadline));
        let mut changed = changed.transpose().map_err(failed)?;
        let demand = self.demand(&unit, &plan, levers, deadline).map_err(failed)?;
        let assessment = self.live.meaning(&unit, plan, None);
        let unit = self.named(unit, text);
        if let Some(changed) = &mut changed {
            changed.after.unit = unit.clone();
        }
        let known = self.known().filter(|_| !levers.is_moved());
        let stand = Stand {
            demand: demand.as_ref(),
            changed: changed.as_ref(),
            demands: demands(known.as_deref()),
            until_then: until_then.as_ref(),
            ..self.stand(&unit, &assessment)
        };
        let answer = report::answer(stand, &self.commands(levers), levers.fates(), text);
        Ok(page::answer(&answer, text))
    }

    /// The third: why matters fall short.
    fn reasons(&self, levers: &Levers, deadline: &Deadline, text: &Text) -> Result<String, Failure> {
        let unit = self.state(levers, text)?.unit;
        let failed = failing(text);
        let plan = self.live.plan(&unit, deadline).map_err(failed)?;
        let reasons = self.live.reasons(&unit, &plan, deadline).map_err(failed)?;
        let assessment = self.live.meaning(&unit, plan, Some(reasons));
        let unit = self.named(unit, text);
        let answer = report::answer(self.stand(&unit, &assessment), &[], levers.fates(), text);
        Ok(page::reasons(&answer, text))
    }

    /// The months in which staffing changes, and what it would stop to do all audits of the unit as it is.
    fn today(&self, levers: &Levers, deadline: &Deadline, text: &Text) -> Result<String, Failure> {
        let unit = self.live.unit();
        let known = self.standing(deadline).map_err(failing(text))?;
        let is_as_it_is = !levers.is_moved() && !levers.demands();
        let demands = is_as_it_is.then(|| report::demand(unit, None, &known.demands, text));
        Ok(page::today(&report::marks(unit, &known.ahead, text), demands.as_deref(), text))
    }

    fn next(&self, levers: &Levers, deadline: &Deadline, text: &Text) -> Result<String, Failure> {
        let unit = self.state(levers, text)?.unit;
        let ahead = match self.live.ahead(&unit, deadline) {
            Err(AssessError::Optimise(Error::OutOfTime)) => Ahead::Unknown,
            found => found.map_err(failing(text))?,
        };
        Ok(page::ahead(&report::ahead(&unit, &ahead, text), text))
    }

    /// What so many people more would do to a state without those who join, then what each other lever would.
    fn hints(&self, levers: &Levers, deadline: &Deadline, text: &Text) -> Result<String, Failure> {
        let failed = failing(text);
        let alone = self.state(&levers.without_hires(), text)?.unit;
        let counts: Vec<(u32, u32)> = (0..=MORE).flat_map(|e| (0..=MORE).map(move |c| (e, c))).collect();
        let trials: Vec<Vec<Change>> = counts.iter().map(|(e, c)| people(&alone, *e, *c)).collect();
        let effects = self.live.effects(&alone, &trials, FOR_A_CELL, deadline).map_err(failed)?;
        let grid = report::grid(&alone, MORE, &effects, text);
        let unit = self.state(levers, text)?.unit;
        let shown = self.named(unit.clone(), text);
        let levers = report::hinted(&shown);
        let trials: Vec<Vec<Change>> =
            std::iter::once(Vec::new()).chain(levers.iter().map(|(_, change)| vec![change.clone()])).collect();
        let mut effects = self.live.effects(&unit, &trials, FOR_A_HINT, deadline).map_err(failed)?.into_iter();
        let standing: Option<Effect> = effects.next().flatten();
        let effects = levers.into_iter().zip(effects);
        let hints = standing.map(|standing| report::hints(&shown, &standing, effects, text)).unwrap_or_default();
        Ok(page::hints(&grid, &hints, text))
    }

    fn why(&self, question: &Question, deadline: &Deadline, text: &Text) -> Result<String, Failure> {
        let unit = self.state(&question.state, text)?.unit;
        let matter = unit.matters().find(|(_, matter)| matter.id == question.about).map(|(ix, _)| ix);
        let Some(matter) = matter else { return Ok(page::trouble(&text.get("board-refused-body"))) };
        let found = explain(&unit, Some(matter), &self.live.settings(deadline.clone()), &mut ());
        let found = found.map_err(failing(text))?;
        Ok(page::why(&report::why(&self.named(unit, text), &found, text), text))
    }

    fn gone(&self, question: &Question, deadline: &Deadline, text: &Text) -> Result<String, Failure> {
        let failed = failing(text);
        let unit = self.state(&question.state, text)?.unit;
        let person = unit.present().find(|(_, person)| person.id == question.about).map(|(ix, _)| ix);
        let Some(person) = person else { return Ok(page::gone(&Note::plain(text.get("board-away-already")))) };
        let plan = self.live.plan(&unit, deadline).map_err(failed)?;
        let absent = missed(&unit, &plan, person, &self.live.settings(deadline.clone())).map_err(failed)?;
        Ok(page::gone(&report::gone(&self.named(unit, text), &absent, text)))
    }

    fn leave(&self, levers: &Levers, deadline: &Deadline, text: &Text) -> Result<String, Failure> {
        let failed = failing(text);
        let unit = self.state(levers, text)?.unit;
        let plan = self.live.plan(&unit, deadline).map_err(failed)?;
        let found = leave_from(&unit, plan, &self.live.settings(deadline.clone()), &mut ()).map_err(failed)?;
        Ok(page::leave(&report::leave(&self.named(unit, text), &found, text), text))
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
        plan: &Plan,
        levers: &Levers,
        deadline: &Deadline,
    ) -> Result<Option<Frontier>, AssessError> {
        let is_asked = |id: &String| levers.audits.contains(id);
        let asked: Vec<MatterIx> = unit.open_matters().filter(|(_, m)| is_asked(&m.id)).map(|(ix, _)| ix).collect();
        if asked.is_empty() || !levers.demands() {
            return Ok(None);
        }
        let settings = self.live.settings(deadline.clone());
        tradeoff::price(unit, plan, asked, levers.cases, &settings).map(Some)
    }

    /// A state as the page tells it: whoever joins has a name.
    fn named(&self, unit: Unit, text: &Text) -> Unit {
        report::named(unit, self.live.unit(), text)
    }

    const fn stand<'a>(&'a self, unit: &'a Unit, assessment: &'a Assessment) -> Stand<'a> {
        Stand { unit, assessment, today: self.live.unit(), demand: None, demands: &[], changed: None, until_then: None }
    }
}

fn demands(known: Option<&Standing>) -> &[Frontier] {
    known.map_or(&[], |known| &known.demands)
}

/// Why there is no answer; who asks here has no option to give it more time.
fn failing(text: &Text) -> impl Fn(AssessError) -> Failure + Copy {
    move |error| match error {
        AssessError::Optimise(Error::OutOfTime) => {
            let message = text.with("board-out-of-time", &[("seconds", &LONGEST.as_secs().to_string())]);
            Failure { message, ..Failure::unfinished(text) }
        }
        error => Failure::assessment(text, &error),
    }
}
