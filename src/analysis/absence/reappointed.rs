//! What is done while people are away and the posts are given anew among those who are there.

use super::kept::Levels;
use crate::analysis::{AssessError, checked};
use crate::model::{Change, PersonIx, PlanStatus, Unit};
use crate::optimise::{self, Settings, Tables};
use rayon::prelude::*;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// What is done, in the order of the sets asked for.
pub(super) struct Answers {
    pub(super) levels: Vec<Levels>,
    /// Largest gap of an answer that was not proven; `None`: all were.
    pub(super) gap: Option<Decimal>,
}

/// How many of each group of interchangeable people are away.
type Key = Vec<usize>;

/// The best service without each of some sets of people. Who could take each other's places is asked for once.
pub(super) fn levels(unit: &Unit, sets: &[Vec<PersonIx>], settings: &Settings) -> Result<Answers, AssessError> {
    let groups = optimise::alike(unit).into_iter().enumerate();
    let group: BTreeMap<PersonIx, usize> =
        groups.flat_map(|(at, members)| members.into_iter().map(move |person| (person, at))).collect();
    let key = |away: &[PersonIx]| -> Key {
        let mut key: Key = away.iter().filter_map(|person| group.get(person)).copied().collect();
        key.sort_unstable();
        key
    };
    // Tables of its own: this is another unit than the one planned, asked over and over. The whole of it comes first,
    // so that every later question finds room in its box, in whatever order they come.
    let settings = Settings { tables: Tables::default(), ..settings.clone() };
    optimise::study(unit, &settings);
    optimise::service(unit, &settings)?;
    let asked: BTreeMap<Key, &Vec<PersonIx>> = sets.iter().rev().map(|away| (key(away), away)).collect();
    let asked: Vec<(Key, &Vec<PersonIx>)> = asked.into_iter().collect();
    let answer = |(key, away): &(Key, &Vec<PersonIx>)| -> Result<_, AssessError> {
        let gone: Vec<Change> = away.iter().copied().map(Change::Leave).collect();
        settings.in_time()?;
        let unit = unit.with(&gone);
        let plan = checked(&unit, optimise::service(&unit, &settings)?)?;
        let levels: Levels = unit.open_matters().map(|(ix, _)| (ix, plan.level(&unit, ix))).collect();
        let gap = if let PlanStatus::Feasible { gap } = plan.status { Some(gap) } else { None };
        Ok((key.clone(), (levels, gap)))
    };
    let known: BTreeMap<Key, (Levels, Option<Decimal>)> = asked.par_iter().map(answer).collect::<Result<_, _>>()?;
    let gap = known.values().filter_map(|(_, gap)| *gap).max();
    let levels = sets.iter().map(|away| known.get(&key(away)).map(|(levels, _)| levels.clone()).unwrap_or_default());
    Ok(Answers { levels: levels.collect(), gap })
}
