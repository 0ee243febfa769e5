//! The unit's figures: the four headcounts that are never mixed, and what other units manage.

use super::{Employment, Person, Rank, Sourced, Status};
use rust_decimal::Decimal;

/// Headcounts as the unit's own papers state them; each may be missing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StatedHeadcount {
    /// Authorised posts (编制数).
    pub authorised: Option<Sourced<u32>>,
    /// On the books (在编).
    pub on_books: Option<Sourced<u32>>,
    /// Established and on duty (在编在岗).
    pub on_duty: Option<Sourced<u32>>,
    /// Contract workers (合同工).
    pub contract: Option<Sourced<u32>>,
    /// Established people expected to retire within the next five years.
    pub retirements: Option<Sourced<u32>>,
}

/// Headcounts as the roster has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Headcount {
    /// Established people of this unit, whether on duty, on loan or away for a time.
    pub on_books: u32,
    /// Established people of this unit who are on duty.
    pub on_duty: u32,
    /// Of those on duty, the leaders.
    pub leaders: u32,
    /// Established people of this unit on loan elsewhere.
    pub seconded_out: u32,
    /// People of other units on loan here.
    pub seconded_in: u32,
    /// Contract workers on duty.
    pub contract: u32,
    /// Established people of this unit who are away for a time.
    pub away: u32,
    /// Contract workers who are away for a time.
    pub contract_away: u32,
}

/// Counts a roster.
impl From<&[Person]> for Headcount {
    fn from(people: &[Person]) -> Self {
        let mut count = Self::default();
        for person in people.iter().filter(|person| !person.departed) {
            match (person.status, person.employment) {
                (Status::SecondedIn, _) => count.seconded_in += 1,
                (Status::OnDuty, Employment::Contract) => count.contract += 1,
                (Status::SecondedOut, Employment::Contract) => {}
                (Status::OnDuty, Employment::Established) => {
                    count.on_books += 1;
                    count.on_duty += 1;
                    count.leaders += u32::from(person.rank == Rank::Leader);
                }
                (Status::SecondedOut, Employment::Established) => {
                    count.on_books += 1;
                    count.seconded_out += 1;
                }
                (Status::Away, Employment::Established) => {
                    count.on_books += 1;
                    count.away += 1;
                }
                (Status::Away, Employment::Contract) => count.contract_away += 1,
            }
        }
        count
    }
}

/// How much of something there is for each handler elsewhere, such as insured person-times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Benchmark {
    /// So much of the drivers for each handler; positive.
    pub ratio: Sourced<Decimal>,
    /// Ids of the drivers whose sum it is about.
    pub drivers: Vec<String>,
    /// Ids of drivers that a wider reading counts as well.
    pub wider: Vec<String>,
    /// What the ratio leaves open, in the scenario's own words.
    pub note: Option<String>,
}
