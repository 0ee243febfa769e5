//! Every sentence a user reads, in Chinese and English.
//!
//! A leaf of the module tree: it knows keys and arguments, nothing of units or plans.

mod live;
mod private;
mod quoted;
mod wide;

pub use live::is_live;
pub use private::{announces_identity_numbers, holds_identity_number, without_identity_numbers};
pub use quoted::quoted;
pub use wide::narrow;

use crate::word::words;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

words! {
    /// A language of the catalogues.
    pub enum Language {
        /// 中文
        Chinese = "zh",
        /// English
        English = "en",
    }
}

impl Language {
    /// The language of a locale such as `zh_CN.UTF-8`; English unless it is Chinese.
    #[must_use]
    pub fn of_locale(locale: &str) -> Self {
        if locale.to_ascii_lowercase().starts_with("zh") { Self::Chinese } else { Self::English }
    }

    /// The catalogue files of the language, as (file name, contents).
    #[must_use]
    pub const fn sources(self) -> &'static [(&'static str, &'static str)] {
        macro_rules! files {
            ($lang:literal) => {
                &[
                    ("diagnostics.ftl", include_str!(concat!("text/", $lang, "/diagnostics.ftl"))),
                    ("scenario.ftl", include_str!(concat!("text/", $lang, "/scenario.ftl"))),
                    ("report.ftl", include_str!(concat!("text/", $lang, "/report.ftl"))),
                    ("cli.ftl", include_str!(concat!("text/", $lang, "/cli.ftl"))),
                    ("words.ftl", include_str!(concat!("text/", $lang, "/words.ftl"))),
                    ("retire.ftl", include_str!(concat!("text/", $lang, "/retire.ftl"))),
                    ("need.ftl", include_str!(concat!("text/", $lang, "/need.ftl"))),
                    ("forms.ftl", include_str!(concat!("text/", $lang, "/forms.ftl"))),
                    ("wisn.ftl", include_str!(concat!("text/", $lang, "/wisn.ftl"))),
                    ("project.ftl", include_str!(concat!("text/", $lang, "/project.ftl"))),
                    ("request.ftl", include_str!(concat!("text/", $lang, "/request.ftl"))),
                    ("letter.ftl", include_str!(concat!("text/", $lang, "/letter.ftl"))),
                    ("overlay.ftl", include_str!(concat!("text/", $lang, "/overlay.ftl"))),
                    ("sensitivity.ftl", include_str!(concat!("text/", $lang, "/sensitivity.ftl"))),
                    ("absence.ftl", include_str!(concat!("text/", $lang, "/absence.ftl"))),
                    ("calendar.ftl", include_str!(concat!("text/", $lang, "/calendar.ftl"))),
                    ("duties.ftl", include_str!(concat!("text/", $lang, "/duties.ftl"))),
                    ("tradeoff.ftl", include_str!(concat!("text/", $lang, "/tradeoff.ftl"))),
                    ("files.ftl", include_str!(concat!("text/", $lang, "/files.ftl"))),
                    ("import.ftl", include_str!(concat!("text/", $lang, "/import.ftl"))),
                    ("alternatives.ftl", include_str!(concat!("text/", $lang, "/alternatives.ftl"))),
                    ("explain.ftl", include_str!(concat!("text/", $lang, "/explain.ftl"))),
                    ("hire.ftl", include_str!(concat!("text/", $lang, "/hire.ftl"))),
                    ("book.ftl", include_str!(concat!("text/", $lang, "/book.ftl"))),
                    ("compare.ftl", include_str!(concat!("text/", $lang, "/compare.ftl"))),
                    ("fleet.ftl", include_str!(concat!("text/", $lang, "/fleet.ftl"))),
                    ("board.ftl", include_str!(concat!("text/", $lang, "/board.ftl"))),
                ]
            };
        }
        match self {
            Self::Chinese => files!("zh"),
            Self::English => files!("en"),
        }
    }
}

/// The catalogue of one language.
pub struct Text {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Text {
    /// Loads the embedded catalogue of a language.
    #[must_use]
    pub fn new(language: Language) -> Self {
        // Parses for both: these are constants.
        let locale: LanguageIdentifier = language.id().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![locale]);
        // Marks around arguments are for mixed writing directions, which neither language has.
        bundle.set_use_isolating(false);
        for (_, source) in Language::sources(language) {
            // A test parses every catalogue without errors; what parsed is used in any case.
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(partial, _)| partial);
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle }
    }

    /// Which language this is.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// A sentence without arguments.
    #[must_use]
    pub fn get(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// A sentence with named arguments. An unknown key comes back as itself, for tests to find.
    #[must_use]
    pub fn with(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        let (id, attribute) = key.split_once('.').map_or((key, None), |(id, a)| (id, Some(a)));
        let pattern = self.bundle.get_message(id).and_then(|message| match attribute {
            None => message.value(),
            Some(name) => message.get_attribute(name).map(|a| a.value()),
        });
        let Some(pattern) = pattern else { return key.to_owned() };
        let mut args = FluentArgs::new();
        for (name, value) in arguments {
            args.set(*name, argument(value));
        }
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    /// Whether the catalogue has a key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        let (id, attribute) = key.split_once('.').map_or((key, None), |(id, a)| (id, Some(a)));
        self.bundle.get_message(id).is_some_and(|m| attribute.is_none_or(|a| m.get_attribute(a).is_some()))
    }
}

/// A count chooses between one and many; all else is text.
fn argument(value: &str) -> FluentValue<'_> {
    let digits = !value.is_empty() && value.len() < 10 && value.bytes().all(|byte| byte.is_ascii_digit());
    // What begins with 0 is a code, and stays as it is written.
    if digits && (value == "0" || !value.starts_with('0')) { FluentValue::try_number(value) } else { value.into() }
}
