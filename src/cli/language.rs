//! The language, found before the arguments are parsed, so that mistakes in them are told in it.

use crate::text::Language;
use std::ffi::OsString;

/// `--lang`, else `SHUANGGANG_LANG`, else the locale of the system. What is no known language is passed over here
/// and refused by the parser.
pub(super) fn choose(arguments: &[OsString]) -> Language {
    let named = asked_for(arguments).or_else(|| std::env::var("SHUANGGANG_LANG").ok().and_then(|word| of_id(&word)));
    named.unwrap_or_else(|| sys_locale::get_locale().map_or(Language::English, |locale| Language::of_locale(&locale)))
}

/// The last `--lang` before a bare `--`.
fn asked_for(arguments: &[OsString]) -> Option<Language> {
    let words: Vec<_> = arguments.iter().map(|argument| argument.to_string_lossy()).collect();
    let options = words.split(|word| word == "--").next().unwrap_or_default();
    let mut language = None;
    for (i, word) in options.iter().enumerate() {
        let value = match word.strip_prefix("--lang") {
            Some("") => options.get(i + 1).map(AsRef::as_ref),
            Some(rest) => rest.strip_prefix('='),
            None => None,
        };
        language = value.and_then(of_id).or(language);
    }
    language
}

fn of_id(word: &str) -> Option<Language> {
    Language::parse(word)
}
