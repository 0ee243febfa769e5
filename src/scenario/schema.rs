//! The format of scenarios as a JSON Schema (draft 2020-12), for editors that complete and check while one types.
//!
//! Made from the [specification](super::spec), so that it cannot say anything else. Editors know less than the
//! program: what needs two values at once (a driver and its rate, an id and its reference) only the program checks.

use super::spec::{Key, Kind, Length, Need, ORIGIN_KEYS, Range, SCENARIO, Table};
use crate::text::Text;
use rust_decimal::Decimal;
use serde_json::{Map, Value, json};
use std::ops::Bound;

/// The schema, its descriptions in the language of `text`.
#[must_use]
pub fn schema(text: &Text) -> Value {
    let mut schema = table(&SCENARIO, text);
    if let Some(object) = schema.as_object_mut() {
        object.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
        object.insert("title".to_owned(), json!(text.get("schema-title")));
    }
    schema
}

fn table(of: &Table, text: &Text) -> Value {
    object(of.keys.iter(), Map::new(), text)
}

/// An object with these keys and no others; `patterns` are the kinds of keys that have no fixed name.
fn object<'a>(keys: impl Iterator<Item = &'a Key> + Clone, patterns: Map<String, Value>, text: &Text) -> Value {
    let described = |key: &Key| {
        let mut value = kind(key.kind, text);
        if let Some(object) = value.as_object_mut() {
            object.insert("description".to_owned(), json!(text.get(key.doc)));
        }
        (key.name.to_owned(), value)
    };
    let properties: Map<_, _> = keys.clone().map(described).collect();
    let required: Vec<_> = keys.filter(|key| key.need == Need::Must).map(|key| key.name).collect();
    let mut object = json!({ "type": "object", "properties": properties, "additionalProperties": false });
    if let Some(object) = object.as_object_mut() {
        if !required.is_empty() {
            object.insert("required".to_owned(), json!(required));
        }
        if !patterns.is_empty() {
            object.insert("patternProperties".to_owned(), Value::Object(patterns));
        }
    }
    object
}

fn kind(of: Kind, text: &Text) -> Value {
    match of {
        Kind::Text | Kind::Reference(_) => json!({ "type": "string", "minLength": 1 }),
        Kind::Id => json!({ "type": "string", "pattern": "^[\\p{L}\\p{N}_-]{1,64}$" }),
        Kind::Post => json!({ "type": "string", "pattern": "^[^/]+/[^/]+/[^/]+$" }),
        Kind::Word(words) => json!({ "enum": words }),
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::Month => json!({ "type": "string", "pattern": MONTH }),
        Kind::MonthOr(words) => json!({ "anyOf": [kind(Kind::Month, text), kind(Kind::Word(words), text)] }),
        Kind::Number(range) => number("number", range),
        Kind::Whole(range) => number("integer", range),
        Kind::Sourced(inner) => {
            let value = Key { name: "value", kind: *inner, need: Need::Must, doc: "doc-value" };
            let keys: Vec<_> = std::iter::once(value).chain(ORIGIN_KEYS.iter().copied()).collect();
            json!({ "anyOf": [kind(*inner, text), object(keys.iter(), Map::new(), text)] })
        }
        Kind::List(inner, length) => list(&kind(*inner, text), length),
        Kind::Table(inner) => table(inner, text),
        Kind::Tables(inner, length) => list(&table(inner, text), length),
        Kind::ByYear(inner) => {
            let years = Map::from_iter([("^(19|2[01])[0-9]{2}$".to_owned(), kind(*inner, text))]);
            object(ORIGIN_KEYS.iter(), years, text)
        }
    }
}

const MONTH: &str = "^(19|2[01])[0-9]{2}-(0[1-9]|1[0-2])$";

fn list(items: &Value, length: Length) -> Value {
    match length {
        Length::Any => json!({ "type": "array", "items": items }),
        Length::AtLeast(least) => json!({ "type": "array", "items": items, "minItems": least }),
        Length::Exactly(exact) => json!({ "type": "array", "items": items, "minItems": exact, "maxItems": exact }),
    }
}

fn number(name: &str, range: Range) -> Value {
    let (low, high) = range.bounds();
    let mut object = Map::from_iter([("type".to_owned(), json!(name))]);
    let mut limit = |bound: Bound<Decimal>, included: &str, excluded: &str| {
        let (key, limit) = match bound {
            Bound::Included(limit) => (included, limit),
            Bound::Excluded(limit) => (excluded, limit),
            Bound::Unbounded => return,
        };
        // The limits are short decimals: their digits are a JSON number.
        let digits: Option<serde_json::Number> = serde_json::from_str(&limit.to_string()).ok();
        object.extend(digits.map(|digits| (key.to_owned(), Value::Number(digits))));
    };
    limit(low, "minimum", "exclusiveMinimum");
    limit(high, "maximum", "exclusiveMaximum");
    Value::Object(object)
}
