//! What a cell shows for a value, so that the reader of workbooks takes it for the same value.

use super::cells::{BETWEEN, EMPTY};
use crate::model::{ConflictTarget, DutyGroup, Step};
use crate::scenario::read::tree::{Node, Value};
use crate::scenario::read::wording::{headcount_of, headcount_word, word_of};
use crate::scenario::spec::{Kind, NAME_KEYS, Named};
use crate::scenario::write::inline;
use crate::text::Language;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Digits that every spreadsheet keeps of a number.
const KEPT_DIGITS: usize = 15;

/// What is written into a cell.
pub(super) enum Shown {
    /// Text.
    Text(String),
    /// A number.
    Number(Decimal),
}

impl Shown {
    /// As it can be read.
    pub(super) fn said(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
        }
    }
}

/// How values are shown in one workbook.
pub(super) struct Words {
    language: Language,
    /// The names of things by kind and id, where they mean one thing only.
    names: BTreeMap<(Named, String), String>,
}

impl Words {
    /// The words of a language for the things of a scenario.
    pub(super) fn of(scenario: &Node, language: Language) -> Self {
        let mut names = BTreeMap::new();
        for kind in Named::ALL {
            let things: Vec<_> = scenario.items(kind.id()).collect();
            let means = |name: &str| {
                let is_meant = |thing: &&&Node| {
                    thing.text("id") == Some(name) || NAME_KEYS.iter().any(|key| thing.text(key) == Some(name))
                };
                things.iter().filter(is_meant).count()
            };
            let plain = |name: &&str| !name.contains(BETWEEN) && !name.contains('/') && !name.starts_with('[');
            for thing in &things {
                let name = thing.text("name").filter(plain).filter(|name| means(name) == 1);
                if let (Some(id), Some(name)) = (thing.string("id"), name) {
                    names.insert((kind, id), name.to_owned());
                }
            }
        }
        Self { language, names }
    }

    /// What a cell shows for a value of a kind.
    pub(super) fn show(&self, kind: Kind, node: &Node) -> Shown {
        if let (Kind::Number(_) | Kind::Whole(_) | Kind::Text, Some(exact)) = (kind, node.as_number()) {
            let digits = exact.mantissa().unsigned_abs().to_string().len();
            return if digits <= KEPT_DIGITS { Shown::Number(exact) } else { Shown::Text(exact.to_string()) };
        }
        Shown::Text(self.text(kind, node))
    }

    fn text(&self, kind: Kind, node: &Node) -> String {
        match (kind, &node.value) {
            (Kind::Sourced(of), _) => self.text(*of, node),
            (_, Value::Number(number)) => number.exact.map_or_else(|| number.text.clone(), |exact| exact.to_string()),
            (_, Value::Flag(flag)) => self.word(if *flag { "yes" } else { "no" }, &["yes", "no"]),
            (Kind::List(..), Value::List(items)) if items.is_empty() => self.empty().to_owned(),
            (Kind::List(of, _), Value::List(items)) => {
                let parts: Vec<_> = items.iter().map(|item| self.text(*of, item)).collect();
                let holds_mark =
                    |item: &Node| item.as_text().is_some_and(|text| text.contains(BETWEEN) || text.starts_with('['));
                let is_unclear = items.iter().any(|item| holds_mark(item) || item.as_list().iter().any(holds_mark));
                if is_unclear {
                    return inline(node);
                }
                // Posts as rosters part them.
                let marks = if self.language == Language::Chinese { ["；", "、"] } else { ["; ", ", "] };
                parts.join(marks[usize::from(!matches!(of, Kind::List(..) | Kind::Post))])
            }
            (Kind::Word(words) | Kind::MonthOr(words), Value::Text(text)) => self.word(text, words),
            (Kind::Reference(what), Value::Text(id)) => {
                self.names.get(&(what, id.clone())).cloned().unwrap_or_else(|| id.clone())
            }
            (Kind::Post, Value::Text(post)) => self.post(post),
            (Kind::Target, Value::Text(target)) => self.target(target),
            (_, Value::Text(text) | Value::Date(text)) => text.clone(),
            _ => inline(node),
        }
    }

    /// What an empty list says.
    fn empty(&self) -> &'static str {
        let [chinese, english, _] = EMPTY;
        if self.language == Language::Chinese { chinese } else { english }
    }

    /// The word for an id.
    pub(super) fn word(&self, id: &str, ids: &[&'static str]) -> String {
        word_of(id, ids, self.language).unwrap_or(id).to_owned()
    }

    /// The headcounts and drivers that sources can disagree on: how a cell shows each of them.
    pub(super) fn targets<'n>(&self, drivers: impl Iterator<Item = &'n Node>) -> Vec<String> {
        let headcounts = ConflictTarget::HEADCOUNTS.map(|(id, _)| format!("headcount.{id}"));
        let drivers = drivers.filter_map(|driver| Some(format!("driver.{}", driver.text("id")?)));
        headcounts.into_iter().chain(drivers).map(|target| self.target(&target)).collect()
    }

    fn target(&self, target: &str) -> String {
        let headcount = target.strip_prefix("headcount.").and_then(|id| headcount_word(id, self.language));
        let driver = target
            .strip_prefix("driver.")
            .map(|id| self.names.get(&(Named::Driver, id.to_owned())).map_or(id, String::as_str));
        headcount.or(driver.filter(|name| headcount_of(name).is_none())).unwrap_or(target).to_owned()
    }

    fn post(&self, post: &str) -> String {
        let parts: Vec<_> = post.split('/').collect();
        let [section, duty, step] = parts[..] else { return post.to_owned() };
        let section = self.names.get(&(Named::Section, section.to_owned())).map_or(section, String::as_str);
        let duty = self.word(duty, &DutyGroup::ALL.map(DutyGroup::id));
        format!("{section}/{duty}/{}", self.word(step, &Step::ALL.map(Step::id)))
    }
}
