//! How the program ends, and what it says when it cannot do what was asked.

use crate::analysis::{AssessError, Rejected};
use crate::diag::Diagnostics;
use crate::optimise::Error;
use crate::report::words::Words;
use crate::report::{diagnostics, verify};
use crate::text::Text;

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exit {
    /// Done.
    Done,
    /// Done, and the answer is no.
    No,
    /// Bad input, or a mistake on the command line.
    BadInput,
    /// The solver failed, the planner refuted itself, or the output could not be written.
    Failed,
    /// The time was up, or somebody asked to stop, before every search was finished.
    Unfinished,
}

impl Exit {
    /// The exit code.
    pub(super) const fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::No => 1,
            Self::BadInput => 2,
            Self::Failed => 3,
            Self::Unfinished => 4,
        }
    }
}

/// Why the program stops short, told in full.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) exit: Exit,
    pub(super) message: String,
}

impl Failure {
    /// A mistake on the command line.
    pub(super) fn usage(text: &Text, message: &str) -> Self {
        let error = Self::input(text, message);
        Self { message: format!("{}\n{}", error.message, text.get("see-help")), ..error }
    }

    /// Input that cannot be used.
    pub(super) fn input(text: &Text, message: &str) -> Self {
        Self { exit: Exit::BadInput, message: text.with("error", &[("message", message)]) }
    }

    /// Everything that is wrong with a scenario.
    pub(super) fn diagnostics(text: &Text, found: &Diagnostics) -> Self {
        Self { exit: Exit::BadInput, message: diagnostics::render(found, text) }
    }

    /// What is wrong with a scenario, for whoever changes it without seeing it: the causes, without their places.
    pub(super) fn causes(text: &Text, found: &Diagnostics) -> Self {
        Self { exit: Exit::BadInput, message: diagnostics::causes(found, text) }
    }

    /// Something that the user's input is not to blame for.
    pub(super) fn internal(text: &Text, message: &str) -> Self {
        Self { exit: Exit::Failed, message: text.with("error", &[("message", message)]) }
    }

    /// A study that was cut short.
    pub(super) fn unfinished(text: &Text) -> Self {
        Self { exit: Exit::Unfinished, message: text.with("error", &[("message", &text.get("study-unfinished"))]) }
    }

    /// Why there is no plan to report.
    pub(super) fn assessment(text: &Text, error: &AssessError) -> Self {
        match error {
            AssessError::Optimise(Error::OutOfTime) => Self::unfinished(text),
            AssessError::Optimise(Error::TooLarge { entries }) => {
                Self::internal(text, &text.with("program-too-large", &[("entries", &entries.to_string())]))
            }
            AssessError::Optimise(error) => {
                Self::internal(text, &text.with("plan-failed", &[("cause", &error.to_string())]))
            }
            AssessError::Rejected(rejected) => Self::rejected(text, rejected),
            AssessError::Unkept(month) => {
                Self::internal(text, &text.with("hire-unkept", &[("month", &month.to_string())]))
            }
        }
    }

    /// A plan of our own that the checker refused: the broken rules by name.
    fn rejected(text: &Text, Rejected { unit, violations }: &Rejected) -> Self {
        let words = Words { unit, text };
        let breaches = violations.iter().map(|violation| format!("- {}", verify::sentence(words, violation)));
        let lines: Vec<_> = [text.get("plan-rejected")].into_iter().chain(breaches).collect();
        Self::internal(text, &lines.join("\n"))
    }
}
