//! The newcomers of a month: those who are able, and those who are still new to the work.

use super::front::newcomers;
use super::timing::Batch;
use crate::model::{Change, Employment, Hire, Recruitment, SectionIx, Staff, Unit};
use crate::units::Month;

/// People who were hired, in one month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Newcomers {
    /// Those who work like anybody else.
    pub(super) able: Staff,
    /// Those of whose hours a share is of use.
    pub(super) new: Staff,
}

impl Newcomers {
    /// People all of whom are able.
    pub(super) const fn able(heads: Staff) -> Self {
        Self { able: heads, new: Staff { established: 0, contract: 0 } }
    }

    pub(super) const fn all(self) -> Staff {
        self.able.and(self.new)
    }

    /// The same without the last to come, where they are more than so many.
    pub(super) fn at_most(self, most: Staff) -> Self {
        let of = |staff: Staff, most: Staff| Staff {
            established: staff.established.min(most.established),
            contract: staff.contract.min(most.contract),
        };
        let able = of(self.able, most);
        Self { able, new: of(self.all(), most).less(able) }
    }
}

impl Newcomers {
    /// Who of the people hired has begun by a month, and who of them is able.
    pub(super) fn at(recruitment: &Recruitment, batches: impl IntoIterator<Item = Batch>, month: Month) -> Self {
        let begun = batches.into_iter().filter(|batch| batch.month <= month);
        begun.fold(Self::able(Staff::default()), |sum, batch| {
            let is_new = recruitment.learning(batch.month).is_some_and(|learning| learning.until >= month);
            let (able, new) = if is_new { (Staff::default(), batch.heads) } else { (batch.heads, Staff::default()) };
            Self { able: sum.able.and(able), new: sum.new.and(new) }
        })
    }

    /// A unit with them in it.
    pub(super) fn joined(self, unit: &Unit, recruitment: &Recruitment) -> Unit {
        let join = |employment: &Employment, staff: Staff, is_new: bool| {
            let id = format!("{}-{}", employment.id(), if is_new { "new" } else { "able" });
            let hire = newcomers(unit, &id, *employment, SectionIx(0), staff.of(*employment));
            let learning = recruitment.learning(unit.as_of).filter(|_| is_new);
            Change::Join(Hire { learning, ..hire })
        };
        let able = Employment::ALL.iter().map(|employment| join(employment, self.able, false));
        let new = Employment::ALL.iter().map(|employment| join(employment, self.new, true));
        unit.with(&able.chain(new).collect::<Vec<_>>())
    }
}
