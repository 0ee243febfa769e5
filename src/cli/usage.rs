//! Mistakes on the command line, told from the catalogues.

use crate::scenario::read::wording;
use crate::text::{Language, Text};
use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// What is wrong, with the nearest known word if there is one.
pub(super) fn explain(error: &Error, text: &Text) -> String {
    let said = |kind| words(error, kind);
    let (argument, value) = (said(ContextKind::InvalidArg), said(ContextKind::InvalidValue));
    let with_argument = |key: &str| text.with(key, &[("argument", &argument)]);
    let message = match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => with_argument("usage-value-missing"),
        ErrorKind::InvalidValue => {
            let values = allowed(error, text);
            text.with("usage-value-unknown", &[("argument", &argument), ("value", &value), ("values", &values)])
        }
        ErrorKind::ValueValidation => {
            let option = argument.split_whitespace().next().unwrap_or_default().trim_start_matches('-');
            let expected = text.get(&format!("expected-{option}"));
            text.with("usage-value-unfit", &[("argument", &argument), ("value", &value), ("expected", &expected)])
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            with_argument("usage-value-count")
        }
        ErrorKind::NoEquals => with_argument("usage-value-missing"),
        ErrorKind::UnknownArgument => with_argument("usage-argument-unknown"),
        ErrorKind::InvalidSubcommand => {
            text.with("usage-command-unknown", &[("command", &said(ContextKind::InvalidSubcommand))])
        }
        ErrorKind::ArgumentConflict => {
            let other = said(ContextKind::PriorArg);
            if other == argument {
                with_argument("usage-argument-repeated")
            } else {
                text.with("usage-argument-conflict", &[("argument", &argument), ("other", &other)])
            }
        }
        ErrorKind::MissingRequiredArgument => with_argument("usage-argument-missing"),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            text.get("usage-command-missing")
        }
        ErrorKind::InvalidUtf8 => text.get("usage-not-utf8"),
        kind => text.with("usage-other", &[("kind", &format!("{kind:?}"))]),
    };
    let suggested = [ContextKind::SuggestedArg, ContextKind::SuggestedValue, ContextKind::SuggestedSubcommand];
    match suggested.map(said).into_iter().find(|word| !word.is_empty()) {
        Some(suggestion) => text.with("usage-suggestion", &[("message", &message), ("suggestion", &suggestion)]),
        None => message,
    }
}

/// The values that there are, without words of the other language.
fn allowed(error: &Error, text: &Text) -> String {
    let Some(ContextValue::Strings(values)) = error.get(ContextKind::ValidValue) else { return String::new() };
    let is_foreign = |value: &str| text.language() == Language::English || value.is_ascii();
    let told = values.iter().filter(|value| !(wording::is_only_printed(value) && is_foreign(value)));
    told.cloned().collect::<Vec<_>>().join(", ")
}

/// A piece of context as text; empty when the error has none of the kind.
fn words(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(word)) => word.clone(),
        Some(ContextValue::Strings(words)) => words.join(", "),
        _ => String::new(),
    }
}
