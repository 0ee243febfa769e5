//! The format of scenarios as a JSON Schema (draft 2020-12), for editors that complete and check while one types.
//!
//! Made from the [specification](super::spec), so that it cannot say anything else. Editors know less than the
//! program: what needs two values at once (a driver and its rate, an id and its reference) only the program checks.

use super::read::merge::REMOVE;
use super::read::wording;
use super::spec::{Key, Kind, Length, Need, ORIGIN_KEYS, OVERLAY, Range, SCENARIO, Table};
use crate::text::Text;
use rust_decimal::Decimal;
use serde_json::{Map, Value, json};
use std::ops::Bound;

/// The schema, its descriptions in the language of `text`.
#[must_use]
pub fn schema(text: &Text) -> Value {
    let form = |is_overlay| Form { text, is_overlay }.table(&SCENARIO);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": text.get("schema-title"),
        "if": { "required": ["extends"] },
        "then": { "$ref": "#/$defs/overlay" },
        "else": { "$ref": "#/$defs/scenario" },
        "$defs": { "overlay": form(true), "scenario": form(false) },
    })
}

/// A whole scenario, or what is laid over one: there only ids must be given, and things may be removed.
#[derive(Clone, Copy)]
struct Form<'a> {
    text: &'a Text,
    is_overlay: bool,
}

impl Form<'_> {
    fn table(self, of: &Table) -> Value {
        // What an overlay says about itself is laid over nothing.
        let form = Self { is_overlay: self.is_overlay && of.name != OVERLAY.name, ..self };
        form.object(of.keys.iter(), None, Map::new())
    }

    /// One of a list of tables, known by its id.
    fn item(self, of: &Table) -> Value {
        self.object(of.keys.iter(), of.identity(), Map::new())
    }

    /// An object with these keys and no others; `patterns` are the kinds of keys that have no fixed name.
    fn object<'a>(
        self,
        keys: impl Iterator<Item = &'a Key> + Clone,
        identity: Option<&str>,
        patterns: Map<String, Value>,
    ) -> Value {
        let described = |key: &Key| {
            let mut value = self.kind(key.kind);
            if let Some(object) = value.as_object_mut() {
                object.insert("description".to_owned(), json!(self.text.get(key.doc)));
            }
            (key.name.to_owned(), value)
        };
        let mut properties: Map<_, _> = keys.clone().map(described).collect();
        if self.is_overlay {
            properties
                .insert(REMOVE.to_owned(), json!({ "type": ["boolean", "array"], "items": { "type": "string" } }));
        }
        let is_needed = |key: &&Key| if self.is_overlay { Some(key.name) == identity } else { key.need == Need::Must };
        let required: Vec<_> = keys.filter(is_needed).map(|key| key.name).collect();
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

    fn kind(self, of: Kind) -> Value {
        match of {
            Kind::Text | Kind::Reference(_) | Kind::Target => json!({ "type": "string", "minLength": 1 }),
            Kind::Name => json!({ "type": "string", "pattern": "^[^@]{1,64}$" }),
            Kind::Id => json!({ "type": "string", "pattern": "^[\\p{L}\\p{N}_-]{1,64}$" }),
            Kind::Post => json!({ "type": "string", "pattern": "^[^/]+/[^/]+/[^/]+$" }),
            Kind::Word(words) => {
                let written: Vec<_> = words.iter().copied().chain(wording::printed(words)).collect();
                json!({ "enum": written })
            }
            Kind::Flag => json!({ "type": "boolean" }),
            Kind::Month => json!({ "type": "string", "pattern": MONTH }),
            Kind::MonthOr(words) => json!({ "anyOf": [self.kind(Kind::Month), self.kind(Kind::Word(words))] }),
            Kind::Number(range) => number("number", range),
            Kind::Whole(range) => number("integer", range),
            Kind::Sourced(inner) => {
                let value = Key { name: "value", kind: *inner, need: Need::Must, doc: "doc-value" };
                let keys: Vec<_> = std::iter::once(value).chain(ORIGIN_KEYS.iter().copied()).collect();
                json!({ "anyOf": [self.kind(*inner), self.object(keys.iter(), Some("value"), Map::new())] })
            }
            Kind::List(inner, length) => list(&self.kind(*inner), length),
            // A file that stands for several, one laid over the other, says of each what it changed.
            Kind::Table(inner) if inner.name == OVERLAY.name => {
                let table = self.table(inner);
                json!({ "anyOf": [table, list(&table, Length::AtLeast(1))] })
            }
            Kind::Table(inner) => self.table(inner),
            Kind::Tables(inner, _) if self.is_overlay => list(&self.item(inner), Length::Any),
            Kind::Tables(inner, length) => list(&self.item(inner), length),
            Kind::ByYear(inner) => {
                let years = Map::from_iter([("^(19|2[01])[0-9]{2}$".to_owned(), self.kind(*inner))]);
                self.object(ORIGIN_KEYS.iter(), None, years)
            }
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
