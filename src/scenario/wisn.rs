//! What a checked WISN study file means.

use super::read::tree::{Node, Value};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::wisn::{Activity, Figure, Group, Method, Off, Stated, Study, Support, Time};
use crate::units::{Hours, Share, round_half_up};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

const MINUTES: u32 = 60;

/// Builds the study. `None` means: something is missing that has been reported.
pub(super) fn lower(tree: &Node, found: &mut Diagnostics) -> Option<Study> {
    let groups: Vec<_> = tree.items("group").map(|node| group(node, found)).collect();
    Some(Study {
        name: tree.string("name")?,
        source: tree.string("source")?,
        note: tree.string("note"),
        tolerance: number(tree, "tolerance").unwrap_or_default(),
        groups: groups.into_iter().collect::<Option<_>>()?,
        stated: figures(tree, "stated"),
    })
}

fn group(node: &Node, found: &mut Diagnostics) -> Option<Group> {
    let time = node.get("time").map(|time| self::time(time, found));
    let needs_time = ["activity", "support", "individual"]
        .iter()
        .any(|key| !node.get(key).map_or(&[][..], Node::as_list).is_empty());
    if needs_time && time.is_none() {
        found.push(missing(node, "time", "group"));
    }
    let activities: Vec<_> = node.items("activity").map(|item| activity(item, found)).collect();
    let individual = node
        .items("individual")
        .filter_map(|item| Some(number(item, "hours_per_year")? * number(item, "people").unwrap_or(Decimal::ONE)));
    let individual = Hours::new(individual.sum());
    let time = match time {
        Some(time) => Some(time?),
        None => None,
    };
    let method = node.word("method", &Method::ALL, Method::id).unwrap_or(Method::Factor);
    let support: Vec<_> = match &time {
        Some(time) => node.items("support").map(|item| self::support(item, time, found)).collect(),
        None => Vec::new(),
    };
    let support: Vec<Support> = support.into_iter().collect::<Option<_>>()?;
    let total: Decimal = support.iter().map(|item| item.share.value()).sum();
    if total >= Decimal::ONE
        && let Some(list) = node.get("support")
    {
        let percent = (total * Decimal::ONE_HUNDRED).normalize();
        found.push(Diagnostic::new(Code::SupportTakesAll, &list.place).fact("percent", round_half_up(percent, 2)));
    }
    Some(Group {
        name: node.string("name")?,
        method,
        current: number(node, "current"),
        time,
        activities: activities.into_iter().collect::<Option<_>>()?,
        support,
        individual,
        given: figures(node, "given"),
        stated: figures(node, "stated"),
    })
}

fn time(node: &Node, found: &mut Diagnostics) -> Option<Time> {
    let base = one_of(node, &["days", "days_per_week", "hours"], found)?;
    let per_day = number(node, "hours_per_day");
    let weeks = number(node, "weeks");
    if (base == "days_per_week") != weeks.is_some() {
        let (key, place) = if weeks.is_some() { ("days_per_week", "weeks") } else { ("weeks", base) };
        found.push(missing(node.get(place).unwrap_or(node), key, "group.time"));
        return None;
    }
    let counts_days = base != "hours" || node.items("off").any(|off| off.has("days"));
    if counts_days && per_day.is_none() {
        if !node.has("hours_per_day") {
            found.push(missing(node, "hours_per_day", "group.time"));
        }
        return None;
    }
    let of_days = |days: Decimal| Hours::new(days * per_day.unwrap_or_default());
    let value = number(node, base)?;
    let possible = match base {
        "days" => of_days(value),
        "days_per_week" => of_days(value * weeks?),
        _ => Hours::new(value),
    };
    let mut off = Vec::new();
    for item in node.items("off") {
        let hours = match one_of(item, &["days", "percent"], found)? {
            "days" => of_days(number(item, "days")?),
            _ => Hours::new(possible.value() * number(item, "percent")? / Decimal::ONE_HUNDRED),
        };
        off.push(Off { name: item.string("name")?, hours, stated: figures(item, "stated") });
    }
    let time = Time { possible, per_day: per_day.map(Hours::new), off };
    if time.available() <= Hours::ZERO {
        let off = time.off.iter().map(|off| off.hours).sum::<Hours>();
        let nothing = Diagnostic::new(Code::NoTimeLeft, &node.place);
        found.push(nothing.fact("possible", possible.value().normalize()).fact("off", off.value().normalize()));
        return None;
    }
    Some(time)
}

fn activity(node: &Node, found: &mut Diagnostics) -> Option<Activity> {
    let unit = one_of(node, &["minutes", "hours"], found);
    let volume = one_of(node, &["annual", "per_day"], found);
    let (unit, volume) = (unit?, volume?);
    let days = number(node, "days");
    if (volume == "per_day") != days.is_some() {
        let key = if days.is_some() { "per_day" } else { "days" };
        found.push(missing(node, key, "group.activity"));
        return None;
    }
    let unit_time = number(node, unit)?;
    Some(Activity {
        name: node.string("name")?,
        unit_time: Hours::new(if unit == "minutes" { unit_time / Decimal::from(MINUTES) } else { unit_time }),
        annual: number(node, volume)? * days.unwrap_or(Decimal::ONE),
        stated: figures(node, "stated"),
    })
}

fn support(node: &Node, time: &Time, found: &mut Diagnostics) -> Option<Support> {
    let ways = ["hours_per_day", "days_per_year", "hours_per_year", "minutes_per_year", "percent"];
    let way = one_of(node, &ways, found)?;
    let amount = number(node, way)?;
    let a_day = time.per_day.map(Hours::value);
    if matches!(way, "hours_per_day" | "days_per_year") && a_day.is_none() {
        found.push(missing(node, "hours_per_day", "group.time"));
        return None;
    }
    let year = time.available().value();
    let (part, whole) = match way {
        "hours_per_day" => (amount, a_day?),
        "days_per_year" => (amount * a_day?, year),
        "hours_per_year" => (amount, year),
        "minutes_per_year" => (amount / Decimal::from(MINUTES), year),
        _ => (amount, Decimal::ONE_HUNDRED),
    };
    let share = part.checked_div(whole)?;
    let places = number(node, "round_to").and_then(|places| places.to_u32());
    let share = places.map_or(share, |places| round_half_up(share, places));
    Some(Support { name: node.string("name")?, share: Share::new(share), stated: figures(node, "stated") })
}

/// The one key of several that is there; none or two of them are reported.
fn one_of<'k>(node: &Node, keys: &[&'k str], found: &mut Diagnostics) -> Option<&'k str> {
    let there: Vec<_> = keys.iter().copied().filter(|key| node.has(key)).collect();
    if let [one] = there[..] {
        return Some(one);
    }
    let given = Diagnostic::new(Code::NotExactlyOne, &node.place).fact("keys", keys.join(", "));
    found.push(given.fact("count", there.len()));
    None
}

fn missing(node: &Node, key: &str, table: &str) -> Diagnostic {
    Diagnostic::new(Code::MissingKey, &node.place).fact("key", key).fact("table", table)
}

/// The figures of a table, with the decimals as written.
fn figures(node: &Node, key: &str) -> Stated {
    let Some(table) = node.get(key) else { return Stated::new() };
    Figure::ALL.iter().filter_map(|figure| Some((*figure, as_printed(table.get(figure.id())?)?))).collect()
}

/// A number with all the decimals that were written: 0.90 says more than 0.9.
fn as_printed(node: &Node) -> Option<Decimal> {
    let Value::Number(number) = &node.value else { return None };
    let mut exact = number.exact?;
    let written =
        number.text.split_once('.').map_or(0, |(_, decimals)| decimals.chars().filter(char::is_ascii_digit).count());
    if !number.text.contains(['e', 'E']) {
        exact.rescale(written.to_u32()?);
    }
    Some(exact)
}

fn number(node: &Node, key: &str) -> Option<Decimal> {
    node.get(key)?.as_number()
}
