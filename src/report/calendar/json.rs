//! The JSON of `calendar`.

use super::absences;
use crate::analysis::absence::Appointment;
use crate::analysis::leave::{self, Gap, Vacations};
use crate::model::{PersonIx, TierIx, Unit};
use crate::report::parts::file::Answer;
use crate::units::Day;
use schemars::JsonSchema;
use serde::Serialize;

/// A year's leave by weeks.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Calendar<'a> {
    /// The year.
    pub calendar_year: i32,
    /// Whether the plan whose posts people hold is proven optimal.
    pub plan_proven: bool,
    /// Everyone who has leave.
    pub leave: Vec<Given>,
    /// What lacks its people.
    pub gaps: &'a [Gap],
    /// Weeks x matters that lack people, by tier; the sections that are to have people of their own last.
    pub weeks_lacking: Vec<WeeksLacking>,
    /// Weeks wished for: of people who wish for as many as they have or more, all of theirs.
    pub wishes_asked: u32,
    /// Weeks given that were wished for.
    pub wishes_granted: u32,
    /// No calendar with as few gaps grants more.
    pub wishes_at_most: u32,
    /// One person more at each of some posts, all of them together.
    pub appointments: &'a [Appointment],
}

/// The leave of one person.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Given {
    /// Id of the person.
    pub person: PersonIx,
    /// Days of the year.
    pub days: u32,
    /// The weeks.
    pub weeks: Vec<Week>,
}

/// A week of leave.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Week {
    /// Number as ISO 8601 counts.
    pub week: u32,
    /// First day of leave.
    pub from: Day,
    /// Last day of leave.
    pub to: Day,
    /// Whether it was wished for.
    pub wished: bool,
}

/// Weeks in which something lacks people.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct WeeksLacking {
    /// Id of the tier; null: sections.
    pub tier: Option<TierIx>,
    /// In this calendar.
    pub weeks: u32,
    /// In every calendar with as few in the tiers before.
    pub at_least: u32,
    /// With the appointments; null where there are none.
    pub with_appointments: Option<u32>,
}

impl Answer for Calendar<'_> {
    const SCHEMA: &'static str = "shuanggang.calendar/1";
}

impl<'a> Calendar<'a> {
    /// What was found.
    #[must_use]
    pub fn of(unit: &Unit, found: &'a Vacations) -> Self {
        let mut given: Vec<Given> = Vec::new();
        for absence in absences(found) {
            let wished = unit[absence.person].terms.leave.wished.contains(&absence.week);
            let week = Week { week: absence.week, from: absence.first, to: absence.last, wished };
            if let Some(given) = given.last_mut().filter(|given| given.person == absence.person) {
                given.weeks.push(week);
            } else {
                let days = unit[absence.person].leave_days(found.calendar.year);
                given.push(Given { person: absence.person, days, weeks: vec![week] });
            }
        }
        let lacking = |(class, weeks): (usize, &leave::WeeksLacking)| WeeksLacking {
            tier: (class < unit.tiers.len()).then_some(TierIx(class)),
            weeks: weeks.here,
            at_least: weeks.at_least,
            with_appointments: found.then.get(class).copied(),
        };
        Self {
            calendar_year: found.calendar.year,
            plan_proven: found.optimal,
            leave: given,
            gaps: &found.gaps,
            weeks_lacking: found.weeks.iter().enumerate().map(lacking).collect(),
            wishes_asked: found.wishes.asked,
            wishes_granted: found.wishes.granted,
            wishes_at_most: found.wishes.at_most,
            appointments: &found.appointments,
        }
    }
}
