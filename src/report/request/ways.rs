//! By which way the posts of established newcomers can be had.

use super::present::vacancies;
use crate::analysis::request::{Ask, Route, Ways};
use crate::report::words::{Words, clause};

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

/// By which source how the posts of those asked for can be had.
pub(super) fn route_clause(words: Words<'_>, route: &Route, ways: &str) -> String {
    let source =
        route.source.as_deref().map_or_else(|| words.text.get("not-stated"), |source| clause(source).to_owned());
    let arguments = [
        ("authorised", &*route.authorised.to_string()),
        ("source", &*source),
        ("vacancies", &*vacancies(words, route.vacancies)),
        ("ways", ways),
    ];
    words.text.with("request-by", &arguments)
}
