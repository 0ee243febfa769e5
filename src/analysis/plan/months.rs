//! The year by month: posts as in the yearly plan, work as it arrives.

use crate::analysis::{AssessError, accepted};
use crate::check;
use crate::model::{MONTHS, MatterIx, MonthWork, PersonIx, Plan, SectionIx, Unit};
use crate::optimise::{self, Settings};
use crate::units::{Cases, Hours, Month, Share};
use rust_decimal::Decimal;

/// The year of a plan, month by month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthlyPlan {
    /// January first.
    pub months: Vec<MonthLoad>,
    /// Cases of each matter not done by the end of the year; every matter.
    pub backlog: Vec<Cases>,
    /// Whether the working days by month are published; if not, the year's days are spread evenly.
    pub days_known: bool,
}

/// One month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthLoad {
    /// 1 to 12.
    pub month: u8,
    /// Hours worked and hours held, by section in order of the unit.
    pub sections: Vec<(SectionIx, Hours, Hours)>,
    /// What is late, by matter, worst first: only matters of which something slips in this month.
    pub slipped: Vec<Slip>,
}

/// Work of one month that is not done in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slip {
    /// The matter.
    pub matter: MatterIx,
    /// Cases that must have been done in this month and are lost to it (deadline, fixed month), never made up.
    pub missed: Cases,
    /// Cases carried into the next month.
    pub carried: Cases,
}

/// The year of a plan by month, checked.
///
/// # Errors
/// See [`AssessError`].
pub fn monthly(unit: &Unit, plan: &Plan, settings: &Settings) -> Result<MonthlyPlan, AssessError> {
    let work = optimise::monthly(unit, plan, settings)?;
    accepted(unit, check::verify_months(unit, plan, &work))?;
    let load = |(t, month): (usize, &MonthWork)| {
        let of_month = Plan { work: month.work.clone(), ..plan.clone() };
        MonthLoad {
            month: u8::try_from(t + 1).unwrap_or_default(),
            sections: unit.sections().map(|(section, _)| section_load(unit, &of_month, section, t)).collect(),
            slipped: slipped(unit, plan, month),
        }
    };
    let done = |ix: MatterIx| work.months.iter().map(|month| month.done[ix.0]).sum::<Cases>();
    Ok(MonthlyPlan {
        months: work.months.iter().enumerate().take(MONTHS).map(load).collect(),
        backlog: unit.matters().map(|(ix, matter)| matter.arriving - done(ix)).collect(),
        days_known: unit.calendar.knows_months(unit.year),
    })
}

/// Hours worked and held in a month by the people who sit in a section; the plan's work is that of the month.
fn section_load(unit: &Unit, of_month: &Plan, section: SectionIx, t: usize) -> (SectionIx, Hours, Hours) {
    let people: Vec<PersonIx> =
        unit.present().map(|(ix, _)| ix).filter(|ix| of_month.section_of(unit, *ix) == Some(section)).collect();
    let month = Month::january(unit.year).plus(i32::try_from(t).unwrap_or_default());
    let there = people.iter().filter(|ix| !unit[**ix].is_away_in(month));
    let hours = |ix: &PersonIx| {
        let hours = unit.calendar.hours_by_month(unit.year, unit[*ix].hours)[t];
        let learnt = unit[*ix].terms.learning.filter(|learning| learning.until < month);
        learnt.map_or(hours, |l| Hours::new(hours.value().checked_div(l.share.value()).unwrap_or_default()))
    };
    let held = there.map(hours).sum();
    let worked = people.iter().map(|ix| of_month.hours(unit, *ix, None)).sum();
    (section, worked, held)
}

/// What slips by at least half a per cent of the year's cases, of matters that the yearly plan serves at all;
/// lost cases first.
fn slipped(unit: &Unit, plan: &Plan, month: &MonthWork) -> Vec<Slip> {
    let least = |slip: &Slip| unit[slip.matter].arriving * Share::new(Decimal::new(5, 3));
    let slip = |matter: MatterIx| Slip { matter, missed: month.missed[matter.0], carried: month.carried[matter.0] };
    let served = unit.matters().map(|(ix, _)| ix).filter(|ix| plan.done[ix.0] > Cases::ZERO);
    let mut slips: Vec<Slip> = served.map(slip).filter(|slip| slip.missed + slip.carried >= least(slip)).collect();
    slips.sort_by_key(|slip| std::cmp::Reverse((slip.missed, slip.carried)));
    slips
}
