//! Turns TOML text into a [tree](super::tree), or says where it is not TOML.

use super::tree::{Entry, Node, Number, Value};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::text::narrow;
use rust_decimal::Decimal;
use std::cell::Cell;
use std::ops::Range;
use std::sync::Arc;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// As many wide signs of a line are named.
const MOST_WIDE: usize = 10;

/// Reads a TOML text. All syntax errors are reported at once; nothing else is judged while there are any,
/// because what a broken text means is a guess.
pub(in crate::scenario) fn parse(file: &Arc<str>, text: &str) -> Result<Node, Diagnostics> {
    let (root, errors) = DeTable::parse_recoverable(text);
    let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let source = Source { file, text, line_starts, last: Cell::default() };
    if errors.is_empty() {
        return Ok(Node { place: source.place(0), value: source.table(root.get_ref()) });
    }
    let mut found = Diagnostics::default();
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        let place = source.place(span.start);
        if !found.has_room(Code::Syntax) {
            found.push(Diagnostic::new(Code::Syntax, &place));
            continue;
        }
        found.push(if error.message() == "duplicate key" {
            Diagnostic::new(Code::DuplicateKey, &place).fact("key", text.get(span).unwrap_or_default().trim())
        } else {
            let syntax = Diagnostic::new(Code::Syntax, &place).fact("what", kind_of(error.message()));
            syntax.fact("detail", error.message()).fact("wide", source.wide_at(span.start))
        });
    }
    Err(found.sorted())
}

/// What a message of the parser is about, for the catalogues to say in words; the message itself is English only.
fn kind_of(message: &str) -> &'static str {
    let kinds: [(&str, &[&str]); 5] = [
        ("quotes", &["string", "quote", "escape"]),
        ("brackets", &["array", "table", "recurs"]),
        ("number", &["integer", "float", "number", "digit", "leading zero", "radix", "sign"]),
        ("date", &["date", "time"]),
        ("key", &["key", "assignment", "value", "`=`"]),
    ];
    let kind = kinds.iter().find(|(_, words)| words.iter().any(|word| message.contains(word)));
    kind.map_or("other", |(kind, _)| kind)
}

struct Source<'a> {
    file: &'a Arc<str>,
    text: &'a str,
    line_starts: Vec<usize>,
    /// The last offset asked for and its column: places are mostly asked for in order, and lines may be long.
    last: Cell<(usize, usize)>,
}

impl Source<'_> {
    fn place(&self, offset: usize) -> Place {
        // The first line starts at 0, so `line` is at least 1.
        let line = self.line_starts.partition_point(|start| *start <= offset);
        let start = self.line_starts.get(line - 1).copied().unwrap_or_default();
        let (before, counted) = self.last.get();
        let (from, counted) =
            if (start..=offset).contains(&before) && counted > 0 { (before, counted) } else { (start, 1) };
        let column = counted + self.text.get(from..offset).unwrap_or_default().chars().count();
        self.last.set((offset, column));
        Place { file: Arc::clone(self.file), sheet: None, line, column }
    }

    /// The wide signs of a line that are not in quotes, where they would be words.
    fn wide_at(&self, offset: usize) -> String {
        let line = self.line_starts.partition_point(|start| *start <= offset);
        let start = self.line_starts.get(line.saturating_sub(1)).copied().unwrap_or_default();
        let line = self.text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let bare = line.split('"').step_by(2).flat_map(str::chars).take_while(|c| *c != '#');
        bare.filter(|c| narrow(&c.to_string()) != c.to_string()).take(MOST_WIDE).collect()
    }

    fn table(&self, table: &DeTable<'_>) -> Value {
        let mut entries: Vec<_> = table.iter().map(|(key, value)| (key.span().start, key, value)).collect();
        entries.sort_by_key(|(start, ..)| *start);
        let entry = |(start, key, value): (usize, &Spanned<_>, _)| Entry {
            key: <_ as AsRef<str>>::as_ref(key.get_ref()).to_owned(),
            place: self.place(start),
            node: self.node(value),
        };
        Value::Table(entries.into_iter().map(entry).collect())
    }

    fn node(&self, value: &Spanned<DeValue<'_>>) -> Node {
        let span = value.span();
        let place = self.place(span.start);
        let value = match value.get_ref() {
            DeValue::String(text) => Value::Text(text.to_string()),
            DeValue::Boolean(flag) => Value::Flag(*flag),
            DeValue::Datetime(date) => Value::Date(date.to_string()),
            DeValue::Array(items) => Value::List(items.iter().map(|item| self.node(item)).collect()),
            DeValue::Table(table) => self.table(table),
            DeValue::Float(float) => self.number(span, exact(float.as_str())),
            DeValue::Integer(integer) => {
                let whole = i128::from_str_radix(integer.as_str(), integer.radix()).ok();
                self.number(span, whole.and_then(|whole| Decimal::try_from_i128_with_scale(whole, 0).ok()))
            }
        };
        Node { place, value }
    }

    fn number(&self, span: Range<usize>, exact: Option<Decimal>) -> Value {
        Value::Number(Number { text: self.text.get(span).unwrap_or_default().to_owned(), exact })
    }
}

/// The exact value of a TOML float, which never passes through binary floating point.
fn exact(text: &str) -> Option<Decimal> {
    let value = if text.contains(['e', 'E']) { Decimal::from_scientific(text) } else { Decimal::from_str_exact(text) };
    value.ok().map(|value| value.normalize())
}
