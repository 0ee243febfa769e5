//! The JSON of `absence`.

use crate::analysis::absence::{Absent, Appointment, Backup, Covered, Days, Needed, PostCover, Survived};
use crate::model::{PersonIx, PostIx, Unit};
use crate::report::parts::file::Answer;
use crate::units::Number;
use schemars::JsonSchema;
use serde::Serialize;

/// What stalls or slows while people are away.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Missed<'a> {
    /// Most people away at once.
    pub away: usize,
    /// How many sets of people were tried, by number of people away, one first.
    pub tried: &'a [usize],
    /// How many people may be away, whoever they are, without a loss to a tier.
    pub survived: &'a [Survived],
    /// On how many working days some matter lacks a person.
    pub days: &'a Days,
    /// Ids of those without whom some work is not done, the one who is missed most first.
    pub irreplaceable: Vec<PersonIx>,
    /// The sets of people who leave work undone.
    pub absences: &'a [Absent],
    /// The posts of what is served.
    pub posts: &'a [PostCover],
    /// One person more at one post, what saves most first.
    pub backups: &'a [Backup],
    /// What makes every matter of the first tier survive any one absence.
    pub fewest: Fewest<'a>,
    /// Largest gap of a plan not proven optimal; null: all were.
    pub unproven: Option<Number>,
}

impl Answer for Missed<'_> {
    const SCHEMA: &'static str = "shuanggang.absence/1";
}

/// The fewest appointments that do.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Fewest<'a> {
    /// `nothing`: it survives as it is; `fewest`: these, proven; `impossible`: none do;
    /// `unknown`: a set was not found.
    pub outcome: &'static str,
    /// The appointments.
    pub appointments: &'a [Appointment],
    /// The posts for which the rules leave nobody, or not for all at once; none where whatever they allow leaves people
    /// or hours short.
    pub posts: &'a [PostIx],
    /// No fewer appointments do; null where none do.
    pub at_least: Option<usize>,
}

impl<'a> Missed<'a> {
    /// What was found.
    #[must_use]
    pub fn of(unit: &Unit, found: &'a Covered) -> Self {
        let none = Fewest { outcome: "nothing", appointments: &[], posts: &[], at_least: Some(0) };
        let fewest = match &found.fewest {
            Needed::Nothing => none,
            Needed::Fewest(fewest) => {
                let appointments = &fewest.appointments[..];
                Fewest { outcome: "fewest", appointments, at_least: Some(appointments.len()), ..none }
            }
            Needed::Impossible(posts) => Fewest { outcome: "impossible", posts, at_least: None, ..none },
            Needed::AtLeast(count) => Fewest { outcome: "unknown", at_least: Some(*count), ..none },
        };
        Self {
            away: found.most,
            tried: &found.tried,
            survived: &found.survived,
            days: &found.days,
            irreplaceable: found.irreplaceable(unit).into_iter().flat_map(|absent| absent.people.clone()).collect(),
            absences: &found.absences,
            posts: &found.posts,
            backups: &found.backups,
            fewest,
            unproven: found.unproven.map(Number::rounded),
        }
    }
}
