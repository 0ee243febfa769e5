//! The fewest newcomers that one staffing needs, for every mix of employments.

use crate::analysis::AssessError;
use crate::model::{Change, Employment, Hire, Person, Rank, SectionIx, Staff, Unit};
use crate::optimise::{Fewest, Order, Promise, Settings, fewest};
use crate::units::Month;
use schemars::JsonSchema;
use serde::Serialize;

/// The mixes with which targets are reached and of which nobody can be spared; more of anybody does as well.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
pub struct Front {
    /// By contract workers, fewest first; empty: no number is enough.
    #[serde(rename = "mixes")]
    pub least: Vec<Staff>,
    /// Whether the solver proved all of them.
    pub proven: bool,
}

impl Front {
    /// Whether so many newcomers are enough.
    #[must_use]
    pub fn admits(&self, heads: Staff) -> bool {
        self.least.iter().any(|least| least.established <= heads.established && least.contract <= heads.contract)
    }

    /// The fewest newcomers in all; `None` when no number is enough.
    #[must_use]
    pub fn fewest(&self) -> Option<u32> {
        self.least.iter().map(|heads| heads.all()).min()
    }
}

/// Newcomers as the search knows them. They are counted with the leave of people in their first ten years of work:
/// they stay for years, so the leave of their very first would flatter them.
pub(super) fn newcomers(unit: &Unit, id: &str, employment: Employment, section: SectionIx, count: u32) -> Hire {
    Hire {
        id: id.to_owned(),
        month: unit.as_of,
        count,
        employment,
        kind: None,
        rank: Rank::Staff,
        section,
        work_since: joined_since(unit),
        learning: None,
    }
}

/// Since when newcomers are counted as having worked.
pub(super) fn joined_since(unit: &Unit) -> Month {
    Month::january(unit.year).plus(-12)
}

/// A unit with so many newcomers in it.
pub(super) fn joined(unit: &Unit, heads: Staff) -> Unit {
    let joins = Employment::ALL.iter().map(|employment| {
        let count = heads.of(*employment);
        Change::Join(newcomers(unit, employment.id(), *employment, SectionIx(0), count))
    });
    unit.with(&joins.collect::<Vec<_>>())
}

/// The front of a unit as it stands.
pub(super) fn front(unit: &Unit, promises: &[Promise], settings: &Settings) -> Result<Front, AssessError> {
    let asker = Asker { unit, promises, settings };
    let (established, contract) = (asker.kind(Employment::Established), asker.kind(Employment::Contract));
    let few_established = asker.ask(unit, &[established.clone(), contract.clone()])?;
    let few_contract = asker.ask(unit, &[contract, established])?;
    let (Some(most_contract), Some(fewest_contract)) = (few_established, few_contract) else {
        return Ok(Front { least: Vec::new(), proven: true });
    };
    let [least_established, most_contract, ..] = most_contract.people[..] else { return Ok(Front::default()) };
    let [least_contract, most_established, ..] = fewest_contract.people[..] else { return Ok(Front::default()) };
    let mut front = Front { least: Vec::new(), proven: true };
    front.least.push(Staff { established: most_established, contract: least_contract });
    for contract in least_contract + 1..most_contract {
        let known = front.least.last().map_or(0, |heads| heads.established);
        if known <= least_established {
            break;
        }
        let Some(found) = asker.beside(contract)? else { continue };
        front.proven &= found.proven;
        let established = found.people.iter().sum::<u32>();
        if established < known {
            front.least.push(Staff { established, contract });
        }
    }
    let last = Staff { established: least_established, contract: most_contract };
    if !front.admits(last) {
        front.least.push(last);
    }
    Ok(front)
}

/// The smallest of a front's mixes by one question alone: fewest in all, then fewest established.
pub(super) fn smallest(unit: &Unit, promises: &[Promise], settings: &Settings) -> Result<Option<Staff>, AssessError> {
    let asker = Asker { unit, promises, settings };
    let kinds = Employment::ALL.iter().flat_map(|employment| asker.kind(*employment)).collect::<Vec<_>>();
    let found = fewest(unit, &kinds, promises, Order::AllFirst, settings)?;
    let heads = |counts: Fewest| match counts.people[..] {
        [established, contract, ..] => Staff { established, contract },
        _ => Staff::default(),
    };
    Ok(found.map(heads))
}

struct Asker<'a> {
    unit: &'a Unit,
    promises: &'a [Promise],
    settings: &'a Settings,
}

impl Asker<'_> {
    /// One newcomer; an employment that brings nobody is nobody's kind.
    fn kind(&self, employment: Employment) -> Vec<Person> {
        joined(self.unit, Staff::of_kind(employment, 1)).people.pop().into_iter().collect()
    }

    fn ask(&self, unit: &Unit, kinds: &[Vec<Person>]) -> Result<Option<Fewest>, AssessError> {
        Ok(fewest(unit, &kinds.concat(), self.promises, Order::KindByKind, self.settings)?)
    }

    /// The fewest established newcomers beside so many contract workers.
    fn beside(&self, contract: u32) -> Result<Option<Fewest>, AssessError> {
        let unit = joined(self.unit, Staff { established: 0, contract });
        self.ask(&unit, &[self.kind(Employment::Established)])
    }
}
