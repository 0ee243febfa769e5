//! The columns that a table of the format can have in a workbook, and the rows of one that is there once.

use super::labels::{self, Names};
use crate::scenario::read::wording;
use crate::scenario::spec::{Key, Kind, Need, ORIGIN_KEYS, Table};
use crate::text::Language;

/// A step from a table to a value in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// A key of the table.
    Key(&'static str),
    /// The item of a list that a word tells apart: the key of the list, the key of the word, the word.
    Item(&'static str, &'static str, &'static str),
    /// An item of another list, of which each takes a row.
    Row(&'static str),
}

/// What a cell stands for.
#[derive(Debug, Clone)]
pub(super) struct Field {
    /// The way to its value.
    pub(super) path: Vec<Part>,
    /// What the value is.
    pub(super) kind: Kind,
    /// What it is called.
    pub(super) names: Names,
    /// The key of the sentence that explains it.
    pub(super) doc: &'static str,
    /// Whether a row without it is wrong.
    pub(super) is_needed: bool,
    /// What it is beside the value.
    pub(super) role: Role,
}

/// What a field is to the number it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// A value of its own.
    Plain,
    /// A number with a basis and a source of its own.
    Sourced,
    /// One of a value for each of several years, with basis and source.
    ByYear,
    /// The basis or source of the number before it.
    Origin,
    /// A table or a list of tables within the table, as such.
    Group,
}

impl Field {
    /// The last key on the way to its value.
    pub(super) fn key(&self) -> &'static str {
        if let Some(Part::Key(key)) = self.path.last() { key } else { "" }
    }

    /// Whether it lies in a list of which each item takes a row.
    pub(super) fn is_continued(&self) -> bool {
        self.path.iter().any(|part| matches!(part, Part::Row(_)))
    }

    /// The name in a language, with a unit in brackets behind it where there is one.
    pub(super) fn name(&self, language: Language) -> &str {
        let [chinese, english, _] = &self.names;
        if language == Language::Chinese { chinese } else { english }
    }
}

/// The fields of a table of which each item takes a row.
pub(super) fn of_items(table: &'static Table) -> Vec<Field> {
    let mut fields = with_groups(table);
    fields.retain(|field| field.role != Role::Group);
    fields
}

/// The same with the tables within the table.
pub(super) fn with_groups(table: &'static Table) -> Vec<Field> {
    let mut fields = Vec::new();
    collect(table, &Within { path: &[], names: &NAMELESS, is_single: false, is_needed: true }, &mut fields);
    fields
}

/// The fields of a table that is there once. Lists of tables in it have sheets of their own.
pub(super) fn of_single(table: &'static Table, keys: impl Fn(&Key) -> bool) -> Vec<Field> {
    let mut fields = Vec::new();
    let within = Within { path: &[], names: &NAMELESS, is_single: true, is_needed: true };
    table.keys.iter().filter(|key| keys(key)).for_each(|key| collect_key(key, &within, &mut fields));
    fields.retain(|field| field.role != Role::Group);
    fields
}

const NAMELESS: Names = [String::new(), String::new(), String::new()];

/// Where a table lies.
struct Within<'a> {
    path: &'a [Part],
    names: &'a Names,
    is_single: bool,
    is_needed: bool,
}

impl Within<'_> {
    fn path(&self, part: Part) -> Vec<Part> {
        self.path.iter().copied().chain([part]).collect()
    }
}

fn collect(table: &'static Table, within: &Within<'_>, fields: &mut Vec<Field>) {
    table.keys.iter().for_each(|key| collect_key(key, within, fields));
}

fn collect_key(key: &'static Key, within: &Within<'_>, fields: &mut Vec<Field>) {
    let names = joined(within.names, &labels::of_key(key));
    let path = within.path(Part::Key(key.name));
    let is_needed = within.is_needed && key.need == Need::Must;
    let field = |kind, role| Field { path: path.clone(), kind, names: names.clone(), doc: key.doc, is_needed, role };
    match key.kind {
        Kind::Sourced(of) => {
            fields.push(field(*of, Role::Sourced));
            fields.extend(ORIGIN_KEYS.iter().map(|origin| Field {
                path: path.iter().copied().chain([Part::Key(origin.name)]).collect(),
                names: joined(&names, &labels::of_key(origin)),
                is_needed: false,
                doc: origin.doc,
                ..field(origin.kind, Role::Origin)
            }));
        }
        Kind::ByYear(of) => {
            let of = if let Kind::Sourced(inner) = *of { inner } else { of };
            fields.push(field(*of, Role::ByYear));
        }
        Kind::Table(of) => {
            fields.push(field(Kind::Text, Role::Group));
            collect(of, &Within { path: &path, names: &names, is_needed, ..*within }, fields);
        }
        Kind::Tables(of, _) if !within.is_single => {
            fields.push(field(Kind::Text, Role::Group));
            if let Some((identity, words)) = words_of(of) {
                collect_by_word(key, (of, identity, words), within, fields);
            } else {
                let path = within.path(Part::Row(key.name));
                collect(of, &Within { path: &path, names: &names, is_needed: false, ..*within }, fields);
            }
        }
        Kind::Tables(..) => {}
        kind => fields.push(field(kind, Role::Plain)),
    }
}

/// The fields of the items of a list that words tell apart, word by word.
fn collect_by_word(
    list: &'static Key,
    (of, identity, words): (&'static Table, &'static Key, &'static [&'static str]),
    within: &Within<'_>,
    fields: &mut Vec<Field>,
) {
    for word in words {
        let path = within.path(Part::Item(list.name, identity.name, word));
        let [chinese, english] = [Language::Chinese, Language::English]
            .map(|language| wording::word_of(word, words, language).unwrap_or(word).to_owned());
        let names = joined(within.names, &[chinese, upper(&english), format!("{}.{word}", list.name)]);
        let is_needed = false;
        let group = (path.clone(), names.clone(), list.doc);
        fields.push(Field {
            path: group.0,
            names: group.1,
            doc: group.2,
            kind: Kind::Text,
            is_needed,
            role: Role::Group,
        });
        let within = Within { path: &path, names: &names, is_needed: false, ..*within };
        for key in of.keys.iter().filter(|key| key.name != identity.name) {
            collect_key(key, &within, fields);
        }
    }
}

/// The key whose word tells the items of a list apart, and its words.
fn words_of(table: &'static Table) -> Option<(&'static Key, &'static [&'static str])> {
    let first = table.keys.first()?;
    if let Kind::Word(words) = first.kind { Some((first, words)) } else { None }
}

/// The names of a thing in another one.
fn joined(outer: &Names, inner: &Names) -> Names {
    let [chinese, english, raw] = inner;
    let [outer_chinese, outer_english, outer_raw] = outer;
    if outer_raw.is_empty() {
        return inner.clone();
    }
    // A unit in brackets stays at the end.
    let bare = outer_chinese.split('（').next().unwrap_or_default();
    let english_bare = outer_english.split(" (").next().unwrap_or_default();
    [format!("{bare}{chinese}"), format!("{english_bare} {}", lower(english)), format!("{outer_raw}.{raw}")]
}

/// A word that a name begins with.
fn upper(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// A name behind another word.
fn lower(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}
