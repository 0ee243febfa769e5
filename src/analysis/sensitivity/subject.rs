//! What can move, how far and in which steps.

use crate::model::{Change, Quantity, Unit};
use crate::units::round_half_up;
use crate::word::words;
use rust_decimal::Decimal;

/// A number that is moved, or many that are moved alike.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// One number.
    One(Quantity),
    /// All volumes and rates tried, by one factor.
    Volumes(Vec<Quantity>),
    /// All minutes tried, by one factor.
    Minutes(Vec<Quantity>),
}

words! {
    /// Which way a number moves.
    pub enum Direction {
        /// To less work or more time: nothing is served less.
        Easier = "easier",
        /// To more work or less time: nothing is served more.
        Harder = "harder",
    }
}

impl Direction {
    /// Both ways.
    pub const BOTH: [Self; 2] = [Self::Easier, Self::Harder];
}

impl Subject {
    /// Its value in a unit; 1 for numbers moved by a factor.
    #[must_use]
    pub fn of(&self, unit: &Unit) -> Decimal {
        match self {
            Self::One(quantity) => quantity.of(unit),
            Self::Volumes(_) | Self::Minutes(_) => Decimal::ONE,
        }
    }

    /// Its path in the scenario; `volumes` or `minutes` for numbers moved alike.
    #[must_use]
    pub fn id(&self, unit: &Unit) -> String {
        match self {
            Self::One(quantity) => quantity.path(unit),
            Self::Volumes(_) => "volumes".into(),
            Self::Minutes(_) => "minutes".into(),
        }
    }

    /// How exactly a break is found: whole cases, half minutes (tenths below five), hundredths of rates, shares and
    /// factors, tenths of an hour, whole days.
    #[must_use]
    pub fn step(&self, unit: &Unit) -> Decimal {
        let hundredth = Decimal::new(1, 2);
        match self {
            Self::Volumes(_) | Self::Minutes(_) => hundredth,
            Self::One(quantity) => match quantity {
                Quantity::Volume(_)
                | Quantity::Driver(_)
                | Quantity::TrainingDays
                | Quantity::SickDays
                | Quantity::WorkingDays => Decimal::ONE,
                Quantity::Rate(_) => quantity.of(unit) * hundredth,
                Quantity::Minutes(..) if quantity.of(unit) < Decimal::from(5) => Decimal::new(1, 1),
                Quantity::Minutes(..) => Decimal::new(5, 1),
                Quantity::HoursPerDay => Decimal::new(1, 1),
                Quantity::Overhead | Quantity::RankShare(_) => hundredth,
            },
        }
    }

    /// The last value to try one way, given the factor for volumes, rates and minutes.
    pub(super) fn end(&self, unit: &Unit, direction: Direction, factor: Decimal) -> Decimal {
        let value = self.of(unit);
        let harder = direction == Direction::Harder;
        let (less, more) = match self {
            Self::One(Quantity::TrainingDays | Quantity::SickDays) => (Decimal::ZERO, value + Decimal::TEN),
            Self::One(Quantity::WorkingDays) => (value - Decimal::from(5), value + Decimal::from(5)),
            Self::One(Quantity::HoursPerDay) => (value - Decimal::ONE, value + Decimal::ONE),
            Self::One(Quantity::Overhead) => (Decimal::ZERO, (value + Decimal::new(15, 2)).min(Decimal::new(95, 2))),
            Self::One(Quantity::RankShare(_)) => {
                let way = Decimal::new(2, 1);
                ((value - way).max(Decimal::new(5, 2)).min(value), (value + way).min(Decimal::ONE))
            }
            Self::One(Quantity::Volume(_) | Quantity::Driver(_)) => ((value / factor).ceil(), (value * factor).floor()),
            Self::One(Quantity::Rate(_) | Quantity::Minutes(..)) | Self::Volumes(_) | Self::Minutes(_) => {
                (round_half_up(value / factor, 9).normalize(), (value * factor).normalize())
            }
        };
        if harder == self.is_work() { more } else { less }
    }

    /// Whether more of it is more work; otherwise it is more time.
    fn is_work(&self) -> bool {
        !matches!(self, Self::One(Quantity::HoursPerDay | Quantity::RankShare(_) | Quantity::WorkingDays))
    }

    /// What has to change for it to have a value.
    #[must_use]
    pub fn changes(&self, unit: &Unit, value: Decimal) -> Vec<Change> {
        match self {
            Self::One(quantity) => vec![Change::Number(quantity.clone(), value)],
            Self::Volumes(all) | Self::Minutes(all) => all.iter().map(|q| scaled(q, unit, value)).collect(),
        }
    }
}

/// A number times a factor; counts in whole numbers.
fn scaled(quantity: &Quantity, unit: &Unit, factor: Decimal) -> Change {
    let value = quantity.of(unit) * factor;
    let is_count = matches!(quantity, Quantity::Volume(_) | Quantity::Driver(_));
    Change::Number(quantity.clone(), if is_count { round_half_up(value, 0) } else { value })
}
