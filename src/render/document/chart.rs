//! A drawing of numbers: what is drawn, not how.

use super::{Kind, Tone};
use crate::render::line::Line;
use rust_decimal::Decimal;

/// Numbers that are easier seen than read. The words and tables of a report say everything that a chart shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// Stable name.
    pub name: &'static str,
    /// What is shown, in words.
    pub title: Line,
    /// How the numbers lie.
    pub shape: Shape,
    /// The unit of every number.
    pub kind: Kind,
    /// What the categories are, and what the numbers are, for the axes.
    pub axes: Axes,
    /// What the numbers belong to, in reading order.
    pub categories: Vec<Line>,
    /// As many values in each as there are categories.
    pub series: Vec<Series>,
}

/// The words at the two axes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Axes {
    /// What the categories are: people, months, scenarios.
    pub categories: Line,
    /// What the numbers are, with their unit.
    pub values: Line,
}

impl Axes {
    /// The words at the two axes.
    #[must_use]
    pub fn new(categories: String, values: String) -> Self {
        Self { categories: categories.into(), values: values.into() }
    }
}

/// One row of numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// What they are.
    pub name: Line,
    /// How they are meant.
    pub tone: Tone,
    /// The number of each category, 0 or more; `None` where there is none. What is below 0 is drawn as nothing.
    pub values: Vec<Option<Decimal>>,
}

impl Series {
    /// A row with a number for every category.
    #[must_use]
    pub fn new(name: String, tone: Tone, values: impl IntoIterator<Item = Decimal>) -> Self {
        Self { name: name.into(), tone, values: values.into_iter().map(Some).collect() }
    }
}

/// How the numbers of a chart lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// A bar for each number, those of one category side by side.
    Bars,
    /// A bar for each category, its numbers end to end: parts of a whole.
    Stacked,
    /// The categories are equal spans of time; each number holds until the next category.
    Steps,
    /// Points of a course, joined by lines.
    Lines,
}

impl Chart {
    /// Whether there is nothing to draw.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.categories.is_empty() || self.series.is_empty()
    }

    /// The categories that are told in words: all, but of steps only those where a number changes.
    pub fn told(&self) -> impl Iterator<Item = usize> {
        let changes = |category: usize| {
            let Some(before) = category.checked_sub(1) else { return true };
            self.series.iter().any(|series| series.values.get(category) != series.values.get(before))
        };
        (0..self.categories.len()).filter(move |category| self.shape != Shape::Steps || changes(*category))
    }

    /// Where the axis of the numbers ends: at the largest number, and for shares not before the whole.
    #[must_use]
    pub fn end(&self) -> Decimal {
        let sum = |i| self.series.iter().filter_map(|series| series.value(i)).sum();
        let largest = match self.shape {
            Shape::Stacked => (0..self.categories.len()).map(sum).max(),
            _ => self.series.iter().flat_map(|series| series.values.iter().flatten().copied()).max(),
        };
        let least = if self.kind == Kind::Percent { Decimal::ONE } else { Decimal::ZERO };
        largest.unwrap_or_default().max(least)
    }
}

impl Series {
    /// The number of a category as it is drawn.
    #[must_use]
    pub fn value(&self, category: usize) -> Option<Decimal> {
        self.values.get(category).copied().flatten().map(|value| value.max(Decimal::ZERO))
    }
}
