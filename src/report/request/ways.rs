//! By which way the posts of established newcomers can be had.

use super::present::vacancies;
use crate::analysis::request::{Ask, Route, Ways};
use crate::model::Conflict;
use crate::render::document::Kind;
use crate::report::words::{Words, clause};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// How many vacant posts are used, and how many posts added.
pub(super) fn ways(words: Words<'_>, ask: &Ask<'_>) -> String {
    let Ways { fill, freed, add, over } = ask.ways;
    let way = |key: &str, count: u32, of_these: u32| {
        let arguments = [("count", &*count.to_string()), ("of_these", &*of_these.to_string())];
        (count > 0).then(|| words.text.with(key, &arguments))
    };
    let filled = match freed {
        0 => "letter-way-use",
        freed if freed == fill => "letter-way-use-freed",
        _ => "letter-way-use-some-freed",
    };
    let added = if over > 0 { "letter-way-add-over" } else { "letter-way-add" };
    words.list([way(filled, fill, freed), way(added, add, over)].into_iter().flatten())
}

/// What the other sources of a dispute state in place of the posts taken; nothing where there is none.
fn otherwise(words: Words<'_>, route: &Route, dispute: Option<&Conflict>) -> String {
    let values = dispute.iter().flat_map(|conflict| &conflict.values).map(|value| value.value.normalize());
    let others: BTreeSet<Decimal> = values.filter(|value| *value != Decimal::from(route.authorised)).collect();
    if others.is_empty() {
        return String::new();
    }
    let others = words.list(others.into_iter().map(|value| Kind::Given.show(value)));
    words.text.with("request-by-others", &[("values", &others)])
}

/// By which source how the posts of those asked for can be had.
pub(super) fn route_clause(words: Words<'_>, route: &Route, ways: &str, dispute: Option<&Conflict>) -> String {
    let source =
        route.source.as_deref().map_or_else(|| words.text.get("not-stated"), |source| clause(source).to_owned());
    let arguments = [
        ("authorised", &*route.authorised.to_string()),
        ("source", &*source),
        ("others", &*otherwise(words, route, dispute)),
        ("vacancies", &*vacancies(words, route.vacancies)),
        ("ways", ways),
    ];
    words.text.with("request-by", &arguments)
}
