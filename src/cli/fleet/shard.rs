//! Which tasks of a manifest are this process's own: every so-manieth, beginning with its number.

use crate::cli::failure::Failure;
use crate::text::Text;
use std::fmt;

/// One of so many shards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) struct Shard {
    /// Counted from 1.
    number: usize,
    of: usize,
}

/// What schedulers say of the task at hand: a number each, counted from 0 or from 1.
const NUMBERS: [&str; 2] = ["SLURM_ARRAY_TASK_ID", "JOB_COMPLETION_INDEX"];
/// How many of them there are, where a scheduler says it.
const COUNTS: [&str; 1] = ["SLURM_ARRAY_TASK_COUNT"];

impl Shard {
    /// The whole manifest.
    pub(in crate::cli) const WHOLE: Self = Self { number: 1, of: 1 };

    /// What was typed, `3/8` or `auto/8`; without it what a scheduler says, or everything.
    pub(in crate::cli) fn find(typed: Option<&str>, text: &Text) -> Result<Self, Failure> {
        let environment = |names: &[&str]| names.iter().find_map(|name| std::env::var(name).ok()?.parse().ok());
        Self::understand(typed, environment(&NUMBERS), environment(&COUNTS), text)
    }

    fn understand(
        typed: Option<&str>,
        number: Option<usize>,
        count: Option<usize>,
        text: &Text,
    ) -> Result<Self, Failure> {
        let unfit = || {
            let arguments = [("argument", "--shard"), ("value", typed.unwrap_or_default())];
            let expected = text.get("expected-shard");
            Failure::usage(
                text,
                &text.with("usage-value-unfit", &[&arguments[..], &[("expected", &expected)]].concat()),
            )
        };
        // Whether a scheduler counts from 0 or from 1, its numbers fall on each remainder once.
        let by_remainder = |number: usize, of: usize| Self { number: number % of + 1, of };
        let Some(typed) = typed else {
            return match (number, count.filter(|count| *count > 0)) {
                (None, _) => Ok(Self::WHOLE),
                (Some(number), Some(of)) => Ok(by_remainder(number, of)),
                (Some(_), None) => Err(Failure::usage(text, &text.get("fleet-shard-count"))),
            };
        };
        let (own, of) = typed.split_once('/').ok_or_else(unfit)?;
        let of: usize = of.parse().ok().filter(|of| *of > 0).ok_or_else(unfit)?;
        if own == "auto" {
            let number = number.ok_or_else(|| Failure::usage(text, &text.get("fleet-shard-number")))?;
            return Ok(by_remainder(number, of));
        }
        let number = own.parse().ok().filter(|number| (1..=of).contains(number)).ok_or_else(unfit)?;
        Ok(Self { number, of })
    }

    /// Whether the task at a place of the manifest, counted from 0, is its own.
    pub(in crate::cli) const fn has(self, place: usize) -> bool {
        place % self.of + 1 == self.number
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.of)
    }
}

#[cfg(test)]
mod tests {
    use super::Shard;
    use crate::text::{Language, Text};

    fn shard(typed: Option<&str>, number: Option<usize>, count: Option<usize>) -> Option<Shard> {
        Shard::understand(typed, number, count, &Text::new(Language::English)).ok()
    }

    #[test]
    fn every_task_belongs_to_one_shard() {
        for of in 1..9 {
            let shards: Vec<Shard> =
                (1..=of).filter_map(|number| shard(Some(&format!("{number}/{of}")), None, None)).collect();
            assert_eq!(shards.len(), of);
            for place in 0..50 {
                assert_eq!(shards.iter().filter(|shard| shard.has(place)).count(), 1);
            }
        }
    }

    #[test]
    fn the_numbers_of_a_scheduler_fall_on_every_shard_once_wherever_they_begin() {
        for first in [0, 1, 7] {
            let mut numbers: Vec<usize> = (first..first + 4)
                .filter_map(|number| Some(shard(Some("auto/4"), Some(number), None)?.number))
                .collect();
            numbers.sort_unstable();
            assert_eq!(numbers, [1, 2, 3, 4]);
        }
        assert_eq!(shard(None, Some(3), Some(4)), shard(Some("4/4"), None, None));
        assert_eq!(shard(None, None, None), Some(Shard::WHOLE));
    }

    #[test]
    fn what_is_no_shard_is_refused() {
        for typed in ["0/4", "5/4", "4", "a/4", "1/0", "1/", "/4", "auto/4", "auto"] {
            assert_eq!(shard(Some(typed), None, None), None, "{typed}");
        }
        assert_eq!(shard(None, Some(3), None), None);
    }
}
