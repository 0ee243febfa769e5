//! Checks a tree against the [specification](crate::scenario::spec), key by key.
//!
//! What is wrong is reported and replaced by [`Value::Rejected`], so that whoever reads the tree afterwards meets
//! only values of the right type and range, and never reports the same mistake again.

use super::tree::{Entry, Node, Number, Value};
use super::wording;
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::scenario::spec::{Key, Kind, Length, Need, ORIGIN_KEYS, Range};
use crate::text::{holds_identity_number, is_live};
use crate::units::Month;
use std::collections::BTreeSet;

/// More decimals than this could not survive the multiplications of a plan exactly.
const MOST_DECIMALS: u32 = 9;
const LONGEST_ID: usize = 64;
/// The number of a sourced number.
const VALUE: &str = "value";

/// The node with everything wrong in it reported and rejected. `key` is the name that the reports use.
pub(in crate::scenario) fn check(node: Node, kind: Kind, key: &str, found: &mut Diagnostics) -> Node {
    let Node { place, value } = node;
    let value = match (kind, value) {
        (_, Value::Rejected) => Value::Rejected,
        (Kind::Sourced(kind), Value::Table(entries)) => {
            let value = Key { name: VALUE, kind: *kind, need: Need::Must, doc: "doc-value" };
            let keys: Vec<_> = std::iter::once(value).chain(ORIGIN_KEYS.iter().copied()).collect();
            // A number that was written bare and got its basis on the way stands where its table does.
            let is_bare = entries.iter().any(|entry| entry.key == VALUE && entry.place == place);
            let value_as = if is_bare { key } else { VALUE };
            table(entries, &place, &Shape { name: key, keys: &keys, years: None, value_as }, found)
        }
        (Kind::Sourced(kind), value) => return check(Node { place, value }, *kind, key, found),
        (Kind::Table(of), Value::Table(entries)) => {
            table(entries, &place, &Shape { name: of.name, keys: of.keys, years: None, value_as: VALUE }, found)
        }
        (Kind::ByYear(of), Value::Table(entries)) => {
            table(entries, &place, &Shape { name: key, keys: ORIGIN_KEYS, years: Some(*of), value_as: VALUE }, found)
        }
        (Kind::List(of, length), Value::List(items)) => list(items, &place, *of, length, key, found),
        (Kind::Tables(of, length), Value::List(items)) => list(items, &place, Kind::Table(of), length, key, found),
        (kind, value) => match flaw(kind, &value, |code| Diagnostic::new(code, &place).fact("key", key)) {
            None => value,
            Some(flaw) => {
                found.push(flaw);
                Value::Rejected
            }
        },
    };
    Node { place, value }
}

/// What a table may contain.
struct Shape<'a> {
    name: &'a str,
    keys: &'a [Key],
    /// The kind of the values whose key is a year, if the table has such keys.
    years: Option<Kind>,
    /// What reports call the key `value`.
    value_as: &'a str,
}

impl Shape<'_> {
    fn kind_of(&self, key: &str) -> Option<Kind> {
        let named = self.keys.iter().find(|known| known.name == key).map(|known| known.kind);
        named.or(self.years.filter(|_| key.parse().is_ok_and(|year| Month::new(year, 1).is_some())))
    }

    /// The name for the catalogues, which cannot select by an empty word.
    fn word(&self) -> &str {
        if self.name.is_empty() { "top" } else { self.name }
    }
}

fn table(entries: Vec<Entry>, place: &Place, shape: &Shape<'_>, found: &mut Diagnostics) -> Value {
    let mut checked = Vec::with_capacity(entries.len());
    let mut misspelt = Vec::new();
    for Entry { key, place, node } in entries {
        if let Some(kind) = shape.kind_of(&key) {
            let node = check(node, kind, if key == VALUE { shape.value_as } else { &key }, found);
            checked.push(Entry { key, place, node });
        } else {
            let unknown = Diagnostic::new(Code::UnknownKey, &place).fact("key", &key).fact("table", shape.word());
            let unknown = unknown.suggest(&key, shape.keys.iter().map(|known| known.name));
            misspelt.extend(unknown.suggestion.clone().map(String::from));
            found.push(unknown);
        }
    }
    // A key that is misspelt is not missing as well.
    let is_there = |name: &str| checked.iter().any(|entry| entry.key == name) || misspelt.iter().any(|key| key == name);
    let is_needed = |key: &Key| match key.need {
        Need::Must => true,
        Need::Unless(other) => !is_there(other),
        Need::May | Need::Column => false,
    };
    for key in shape.keys.iter().filter(|key| is_needed(key) && !is_there(key.name)) {
        let missing = Diagnostic::new(Code::MissingKey, place);
        found.push(missing.fact("key", key.name).fact("table", shape.word()));
    }
    Value::Table(checked)
}

fn list(items: Vec<Node>, place: &Place, of: Kind, length: Length, key: &str, found: &mut Diagnostics) -> Value {
    if !length.allows(items.len()) {
        let wrong = Diagnostic::new(Code::WrongLength, place).fact("key", key);
        let (bound, allowed) = match length {
            Length::Exactly(exact) => ("exact", exact),
            Length::AtLeast(least) => ("least", least),
            Length::Any => ("least", 0),
        };
        found.push(wrong.fact("found", items.len()).fact("bound", bound).fact("allowed", allowed));
        return Value::Rejected;
    }
    let mut checked: Vec<Node> = Vec::with_capacity(items.len());
    let mut earlier = BTreeSet::new();
    for item in items {
        let mut item = check(item, of, key, found);
        // The members of a pair are compared by whoever knows what the pair means.
        let is_member = matches!(length, Length::Exactly(_));
        let plain = match &item.value {
            Value::Text(text) => Some((true, text.clone())),
            Value::Number(number) => Some((false, number.text.clone())),
            _ => None,
        };
        if !is_member && plain.is_some_and(|plain| !earlier.insert(plain)) {
            found.push(repeated(&item.place, key, &item.value));
            item.value = Value::Rejected;
        }
        checked.push(item);
    }
    Value::List(checked)
}

fn repeated(place: &Place, key: &str, value: &Value) -> Diagnostic {
    let entry = match value {
        Value::Text(text) => text,
        Value::Number(number) => &number.text,
        _ => "",
    };
    Diagnostic::new(Code::RepeatedEntry, place).fact("key", key).fact("entry", entry)
}

/// What is wrong with a single value, if anything.
fn flaw(kind: Kind, value: &Value, report: impl Fn(Code) -> Diagnostic) -> Option<Diagnostic> {
    match (kind, value) {
        (Kind::Flag, Value::Flag(_)) => None,
        (Kind::Number(range), Value::Number(number)) => number_flaw(number, range, false, report),
        (Kind::Whole(range), Value::Number(number)) => number_flaw(number, range, true, report),
        (Kind::Month, Value::Date(date)) => Some(report(Code::DateNotText).fact("value", date)),
        (Kind::Id | Kind::Name, Value::Text(text)) if holds_identity_number(text) => Some(report(Code::IdentityId)),
        (Kind::Id, Value::Text(text)) => (!is_id(text)).then(|| report(Code::BadId).fact("id", text)),
        (Kind::Name, Value::Text(text)) => match empty_flaw(text) {
            Some(code) => Some(report(code)),
            None => (!is_name(text)).then(|| report(Code::BadId).fact("id", text)),
        },
        (Kind::Text | Kind::Reference(_) | Kind::Post | Kind::Target, Value::Text(text)) => {
            empty_flaw(text).map(report)
        }
        (Kind::Month, Value::Text(text)) => match empty_flaw(text) {
            Some(code) => Some(report(code)),
            None => Month::parse(text).is_none().then(|| report(Code::BadMonth).fact("value", text)),
        },
        (Kind::Word(words), Value::Text(text)) => word_flaw(text, words, words.join(", "), report),
        (Kind::MonthOr(_), Value::Text(text)) if text.starts_with(|c: char| c.is_ascii_digit()) => {
            flaw(Kind::Month, value, report)
        }
        (Kind::MonthOr(words), Value::Text(text)) => {
            word_flaw(text, words, format!("{}, YYYY-MM", words.join(", ")), report)
        }
        _ => {
            let wide = if let Value::Text(text) = value { text.as_str() } else { "" };
            let wrong = report(Code::WrongType).fact("expected", kind.word()).fact("found", word_of(value));
            Some(wrong.fact("wide", wide))
        }
    }
}

fn word_flaw(
    text: &str,
    words: &[&'static str],
    allowed: String,
    report: impl Fn(Code) -> Diagnostic,
) -> Option<Diagnostic> {
    if let Some(code) = empty_flaw(text) {
        return Some(report(code));
    }
    let unknown = || report(Code::UnknownWord).fact("found", text).fact("allowed", allowed);
    (!words.contains(&text)).then(|| unknown().suggest(text, words.iter().copied().chain(wording::printed(words))))
}

/// Texts that cannot mean anything, whatever they were to say.
fn empty_flaw(text: &str) -> Option<Code> {
    if text.trim().is_empty() {
        Some(Code::EmptyText)
    } else if text.chars().any(is_live) {
        Some(Code::ControlCharacter)
    } else {
        None
    }
}

/// Whether a text can be an id.
pub(in crate::scenario) fn is_id(text: &str) -> bool {
    let length = text.chars().count();
    (1..=LONGEST_ID).contains(&length) && text.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-')
}

/// Whether people can be called so. An `@` separates a person from a month where changes are typed.
pub(in crate::scenario) fn is_name(text: &str) -> bool {
    (1..=LONGEST_ID).contains(&text.chars().count()) && empty_flaw(text).is_none() && !text.contains('@')
}

fn number_flaw(number: &Number, range: Range, whole: bool, report: impl Fn(Code) -> Diagnostic) -> Option<Diagnostic> {
    let code = match number.exact {
        None if number.text.contains("inf") || number.text.contains("nan") => Code::NotFinite,
        None => Code::NotExact,
        Some(value) if !range.contains(value) => {
            return Some(report(Code::OutOfRange).fact("value", &number.text).fact("range", range));
        }
        Some(value) if whole && !value.is_integer() => Code::NotWhole,
        Some(value) if value.scale() > MOST_DECIMALS => Code::NotExact,
        Some(_) => return None,
    };
    Some(report(code).fact("value", &number.text))
}

/// The type of a value, as the catalogues name it.
fn word_of(value: &Value) -> &'static str {
    match value {
        Value::Text(_) => "text",
        Value::Number(_) => "number",
        Value::Flag(_) => "flag",
        Value::Date(_) => "date",
        Value::Table(_) => "table",
        Value::List(_) | Value::Rejected => "list",
    }
}
