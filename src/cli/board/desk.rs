//! The unit on the desk: who asks, and what is worked on for whom.

use super::question::{Asked, Levers, Question};
use crate::analysis::AssessError;
use crate::analysis::live::{Live, YEARS};
use crate::analysis::project::{Outlook, project};
use crate::analysis::tradeoff::{self, Frontier};
use crate::cli::failure::Failure;
use crate::cli::session::read;
use crate::model::{MatterIx, Plan, RetirementPolicy, Unit, UntilThen};
use crate::optimise::{Deadline, Error, Settings};
use crate::report;
use crate::scenario::Options;
use crate::text::{Language, Text};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// How long a question may take, and what is asked but once of the unit as it is.
pub(super) const LONGEST: Duration = Duration::from_secs(20);
const LONGEST_ONCE: Duration = Duration::from_mins(5);
/// How long the first page waits for what is not in its first sentence.
const PATIENCE: Duration = Duration::from_secs(1);
/// Tabs of which the last question is remembered.
const MOST_TABS: usize = 64;

/// Runs a command of this program: what it would write to stdout.
pub(in crate::cli) type Command = fn(&[String], &Text) -> Result<Vec<u8>, Failure>;

/// The unit on the desk, as it is.
pub(in crate::cli) struct Desk {
    pub(super) file: Option<PathBuf>,
    pub(super) base: Options,
    pub(super) live: Live,
    /// The plan of the unit as it is.
    pub(super) today: Plan,
    /// What takes longer to know of it, once it is known.
    standing: Mutex<Option<Arc<Standing>>>,
    pub(super) command: Command,
    language: Language,
    /// The last question of each tab, the newest tab last: its number and what ends its search.
    tabs: Mutex<Vec<(String, u64, Arc<AtomicBool>)>>,
}

/// What is known of the unit as it is, whatever is moved.
pub(super) struct Standing {
    /// The years ahead.
    pub(super) ahead: Outlook,
    /// What it would stop to do all of each audit, or of all together.
    pub(super) demands: Vec<Frontier>,
}

/// A question that a newer one of the same tab made worthless.
#[derive(Debug)]
pub(super) struct Superseded;

/// A state of the unit.
pub(super) struct State {
    pub(super) unit: Unit,
    /// What happens until the month planned.
    pub(super) until_then: Option<UntilThen>,
}

impl Desk {
    /// Plans the unit as it is.
    pub(in crate::cli) fn new(
        (file, base): (Option<PathBuf>, Options),
        unit: Unit,
        deadline: &Deadline,
        command: Command,
        language: Language,
    ) -> Result<Self, AssessError> {
        let live = Live::new(unit, &Settings::default());
        let today = live.plan(live.unit(), deadline)?;
        let desk =
            Self { file, base, live, today, standing: Mutex::default(), command, language, tabs: Mutex::default() };
        // Of a small unit the first page knows everything; what is not known in time is asked for by the page.
        let soon = Deadline::after(PATIENCE);
        let _ = desk.live.reasons(desk.live.unit(), &desk.today, &soon);
        let _ = desk.standing(&soon);
        Ok(desk)
    }

    /// What is known of the unit as it is, whatever is moved: if it is known already.
    pub(super) fn known(&self) -> Option<Arc<Standing>> {
        self.standing.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The same, worked out if need be.
    pub(super) fn standing(&self, deadline: &Deadline) -> Result<Arc<Standing>, AssessError> {
        if let Some(known) = self.known() {
            return Ok(known);
        }
        let unit = self.live.unit();
        let settings = self.live.settings(deadline.clone());
        let ahead = project(unit, YEARS, RetirementPolicy::Statutory, &settings, &mut ())?;
        let audits = report::board::demands(unit).into_iter();
        let price = |matters: Vec<MatterIx>| tradeoff::all(unit, &self.today, matters, &settings);
        let demands = audits.map(price).collect::<Result<_, _>>()?;
        if deadline.has_cut() || deadline.is_past() {
            // With more time something else might be found.
            return Err(Error::OutOfTime.into());
        }
        let found = Arc::new(Standing { ahead, demands });
        *self.standing.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&found));
        Ok(found)
    }

    /// The language of the page when nobody asks for another.
    pub(super) const fn language(&self) -> Language {
        self.language
    }

    /// Takes a question up: whatever the same tab asked before is not waited for any more.
    pub(super) fn begin(&self, question: &Question, asked: Asked) -> Result<Deadline, Superseded> {
        let deadline = Deadline::after(if matches!(asked, Asked::Today) { LONGEST_ONCE } else { LONGEST });
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

    /// The unit is read anew with the changes, just as the command does that the page shows; so both have one unit.
    pub(super) fn state(&self, levers: &Levers, text: &Text) -> Result<State, Failure> {
        let options = levers.options(&self.base, self.live.unit());
        let unit = read(self.file.as_deref(), &options).map_err(|found| Failure::causes(text, &found))?.unit;
        let later = levers.month().filter(|month| *month > unit.as_of);
        let Some(month) = later else { return Ok(State { unit, until_then: None }) };
        let (unit, until_then) = unit.in_month(month, RetirementPolicy::Statutory);
        Ok(State { unit, until_then: Some(until_then) })
    }

    /// The commands that say the same as a state.
    pub(super) fn commands(&self, levers: &Levers) -> Vec<String> {
        levers.commands(self.file.as_deref(), &self.base, self.live.unit())
    }
}
