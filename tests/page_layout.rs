//! How the page lies before its reader: the verdict first, colours and patterns that can be told apart, months as lanes.

use crate::support::forms::grid;
use crate::support::studied;
use pretty_assertions::assert_eq;
use rust_decimal::Decimal;
use shuanggang::render::document::{Block, Document, Kind};
use shuanggang::render::terminal::{Screen, render};
use shuanggang::render::{html, markdown};
use shuanggang::text::{Language, Text};
use std::collections::{BTreeMap, BTreeSet};

fn page() -> String {
    html::render(&studied::document(Language::English), &Text::new(Language::English))
}

/// What stands between two marks, each time they are found.
fn between<'a>(page: &'a str, from: &str, to: &str) -> Vec<&'a str> {
    page.split(from).skip(1).map(|rest| rest.split_once(to).unwrap().0).collect()
}

#[test]
fn the_verdict_stands_before_the_contents_and_everything_else_is_folded() {
    let page = page();
    let at = |mark: &str| page.find(mark).unwrap_or_else(|| panic!("{mark}"));
    let (verdict, figures, lanes) = (at("<h2 id=\"heading-1\">"), at("<dl class=\"figures\">"), at("grid-ahead"));
    let (answers, contents, rest) = (at("<dl class=\"answers\">"), at("<nav "), at("<div class=\"rest\">"));
    assert!(verdict < figures && figures < answers && answers < lanes && lanes < contents && contents < rest);
    let (first, rest) = page.split_at(rest);
    let (above, first) = first.split_at(answers);
    // The only link above them is the one that skips to them.
    assert_eq!(above.matches("<a ").count(), 1);
    let sections = rest.matches("<section ").count();
    assert!(sections > 10);
    assert_eq!(rest.matches("<details><summary><h2 ").count(), sections);
    // Each question leads to a section of this very page.
    let answers = between(first, "<dl class=\"answers\">", "</dl>")[0];
    let links = between(answers, "href=\"#", "\"");
    assert_eq!(links.len(), 3);
    assert!(links.iter().all(|link| page.contains(&format!("<section id=\"{link}\""))));
}

#[test]
fn what_is_drawn_in_several_charts_looks_the_same_in_each() {
    let page = page();
    let look = |key: &str| {
        let (_, look) = key.split_once("look-")?;
        Some(look.chars().take_while(char::is_ascii_alphanumeric).collect::<String>())
    };
    let mut looks: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    // Statuses in the first three, tiers in the last.
    for chart in ["tiers", "service", "scenarios", "frontier"] {
        let figure = between(&page, &format!("<figure class=\"chart-{chart}\">"), "</figure>")[0];
        for item in between(between(figure, "<ul class=\"legend\">", "</ul>")[0], "<li>", "</li>") {
            let (key, name) = item.split_once("</svg>").unwrap();
            looks.entry(name).or_default().insert(look(key).unwrap());
        }
    }
    assert!(looks.len() > 3);
    assert!(looks.values().all(|of_one| of_one.len() == 1), "{looks:?}");
    let different: BTreeSet<_> = looks.values().flatten().collect();
    assert_eq!(different.len(), looks.len(), "two of them look alike: {looks:?}");
}

/// No sum and no mean of service levels is drawn: matters are counted, and in every month and scenario all of them.
#[test]
fn charts_of_years_and_scenarios_count_every_matter_once() {
    let document = studied::document(Language::English);
    let matters = document.tables().find(|table| table.name == "matters").unwrap().rows.len();
    let counted = |name: &str| {
        let mut charts = document.blocks.iter().filter_map(|block| match block {
            Block::Chart(chart) if chart.name == name => Some(chart),
            _ => None,
        });
        let chart = charts.next_back().unwrap();
        let names: Vec<_> = chart.series.iter().map(|series| series.name.to_string()).collect();
        assert_eq!(
            (chart.kind, &names[..]),
            (Kind::Whole, &["full", "slowed", "stalled"].map(String::from)[..]),
            "{name}"
        );
        for category in 0..chart.categories.len() {
            let sum: Decimal = chart.series.iter().map(|series| series.values[category].unwrap()).sum();
            assert_eq!(sum, Decimal::from(matters), "{name} {category}");
        }
        chart.categories.len()
    };
    assert_eq!((counted("service"), counted("scenarios")), (60, 2));
}

#[test]
fn every_look_differs_by_its_pattern_too() {
    let page = page();
    let patterns = between(&page, "<pattern id=\"fill-", "</pattern>");
    let strokes: BTreeSet<_> =
        patterns.iter().map(|pattern| between(pattern, " d=\"", "\"").first().copied()).collect();
    // Six looks one after the other, of which one is plain; three for how things are meant, drawn as some of them.
    assert_eq!((patterns.len(), strokes.len()), (9, 6));
}

/// The contrast of two colours as WCAG 2.2 computes it.
fn contrast(a: &str, b: &str) -> f64 {
    let luminance = |colour: &str| {
        let channel = |i: usize| {
            let value = f64::from(u8::from_str_radix(colour.get(i..i + 2).unwrap(), 16).unwrap()) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// A colour in six digits.
fn six(colour: &str) -> String {
    match colour.len() {
        4 => colour.chars().flat_map(|c| if c == '#' { vec![c] } else { vec![c, c] }).collect(),
        _ => colour.to_owned(),
    }
}

#[test]
fn what_is_drawn_stands_out_from_the_paper() {
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
    let page = page();
    let schemes = between(&page, ":root {", "}");
    assert_eq!(schemes.len(), 3, "light, dark and printed");
    for scheme in schemes {
        let colours: BTreeMap<_, _> = scheme
            .split(';')
            .filter_map(|line| line.trim().strip_prefix("--")?.split_once(": "))
            .map(|(name, colour)| (name.trim(), six(colour.trim())))
            .collect();
        let paper = &colours["paper"];
        let drawn: Vec<_> = colours.iter().filter(|(name, _)| name.starts_with("look-")).collect();
        assert_eq!(drawn.len(), 9);
        for (name, colour) in drawn {
            assert!(contrast(colour, paper) >= 3.0, "{name}: {colour} on {paper}");
        }
        for (text, least) in
            [("ink", 7.0), ("soft", 4.5), ("good", 4.5), ("caution", 4.5), ("bad", 4.5), ("accent", 4.5)]
        {
            assert!(contrast(&colours[text], paper) >= least, "{text}");
        }
        // What is marked can still be read.
        if let Some(mark) = colours.get("mark") {
            assert!(contrast(&colours["ink"], mark) >= 4.5);
        }
    }
}

#[test]
fn months_are_lanes_in_every_form() {
    let document = Document { title: "t".into(), blocks: vec![Block::Grid(grid())] };
    let page = html::render(&document, &Text::new(Language::English));
    let lane = between(between(&page, "<tbody>", "</tbody>")[0], "<tr>", "</tr>")[0];
    let runs: Vec<_> = between(lane, "flex-grow:", "\"");
    assert_eq!(runs, ["5", "6", "3"]);
    assert_eq!(
        between(lane, "title=\"", "\""),
        ["2026-02–2026-06 足额", "2026-07–2026-12 迟滞", "2027-01–2027-03 停摆"]
    );
    let screen = render(&document, Screen { width: 80, colour: false });
    let lines: Vec<_> = screen.lines().skip(3).collect();
    let expected = [
        "<script>document.title='taken'</script>",
        ". 足额  = 迟滞  # 停摆",
        "                                2026       2027",
        "=HYPERLINK(\"http://example.in…  .....======###",
        "乙                              #.............",
    ];
    assert_eq!(lines, expected);
    // Where a mark stands for two months, it shows the worse.
    let narrow = render(&document, Screen { width: 40, colour: false });
    assert!(narrow.ends_with("  #......\n"), "{narrow}");
    assert!(markdown::render(&document).contains("    乙                              #............."));
}

#[test]
fn a_plan_fits_two_screens_and_names_the_rest() {
    for language in ["zh", "en"] {
        let mut program = assert_cmd::Command::new(env!("CARGO_BIN_EXE_shuanggang"));
        let plan = program.args(["plan", "--quiet", "--lang", language]).output().unwrap();
        let screen = String::from_utf8(plan.stdout).unwrap();
        assert!(screen.lines().count() <= 110, "{language}: {}", screen.lines().count());
        assert!(screen.lines().all(|line| unicode_width::UnicodeWidthStr::width(line) <= 80));
        assert!(screen.contains("--full") && screen.contains("--output x.html"));
    }
}
