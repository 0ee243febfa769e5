//! The page in a real browser.

use crate::report_fixture::{assessment, unit};
use crate::support::browser::Browser;
use crate::support::forms::document;
use crate::support::shipped::page;
use crate::support::studied;
use pretty_assertions::assert_eq;
use serde_json::json;
use shuanggang::render::detail::Detail;
use shuanggang::render::html;
use shuanggang::report::plan;
use shuanggang::report::plan::Extras;
use shuanggang::text::{Language, Text};

fn plan() -> String {
    let (unit, text) = (unit(), Text::new(Language::Chinese));
    let document = plan::document(&unit, &assessment(&unit), Extras::default(), &text, Detail::Annexed);
    html::render(&document, &text)
}

fn studied() -> String {
    let language = Language::Chinese;
    html::render(&studied::document(language), &Text::new(language))
}

#[test]
#[ignore = "needs chromium and chromedriver"]
fn the_page_is_quiet_and_fits_a_phone_and_a_desk() {
    let hostile = html::render(&document(), &Text::new(Language::English));
    for width in [360, 1280] {
        let browser = Browser::start(width);
        for page in [&plan(), &hostile, &studied()] {
            browser.open(page);
            assert_eq!(browser.complaints(), json!([]), "at {width}");
            assert_ne!(browser.run("return document.title"), json!("taken"));
            let over =
                browser.run("return document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth");
            assert_eq!(over, json!(0), "the page itself must not scroll sideways at {width}");
        }
    }
}

#[test]
#[ignore = "needs chromium and chromedriver"]
fn a_reader_chooses_what_to_see() {
    let browser = Browser::start(1280);
    browser.open(&html::render(&document(), &Text::new(Language::English)));
    let seen = |selector: &str| {
        browser.run(&format!(
            "return [...document.querySelectorAll('{selector}')].filter(e => !e.closest('details') && getComputedStyle(e).display !== 'none').length"
        ))
    };
    // Each of the two tables has a head; each chart has a key, a group of marks for each bar or one for the line, and
    // a column of numbers, which is folded.
    assert_eq!((seen("thead th[data-choice=\"0\"]"), seen("thead th[data-choice=\"1\"]")), (json!(2), json!(2)));
    assert_eq!((seen("svg g[data-choice=\"1\"]"), seen(".legend li[data-choice=\"1\"]")), (json!(8), json!(4)));
    browser.click(".choice input[value=\"1\"]");
    assert_eq!((seen("thead th[data-choice=\"0\"]"), seen("thead th[data-choice=\"1\"]")), (json!(2), json!(0)));
    assert_eq!((seen("svg g[data-choice=\"1\"]"), seen(".legend li[data-choice=\"1\"]")), (json!(0), json!(0)));
    assert_eq!(seen("td[data-choice=\"1\"]"), json!(0));
    browser.click(".choice input[value=\"1\"]");
    assert_eq!(seen("thead th[data-choice=\"1\"]"), json!(2));
    assert_eq!(browser.complaints(), json!([]));
}

#[test]
#[ignore = "needs chromium and chromedriver"]
fn a_reader_of_a_plan_chooses_among_its_scenarios() {
    let browser = Browser::start(1280);
    browser.open(&studied());
    browser.run("for (const part of document.querySelectorAll('section > details')) part.open = true");
    let seen = |selector: &str| {
        let shown = "e => getComputedStyle(e).display !== 'none'";
        browser.run(&format!("return [...document.querySelectorAll('{selector}')].filter({shown}).length"))
    };
    let columns = || ["measures", "differences", "statuses"].map(|name| seen(&format!(".table-{name} thead th")));
    let bars = || seen(".chart-scenarios svg > g[data-choice]");
    assert_eq!(seen(".choice label"), json!(studied::NAMES.len()));
    // The names of the rows, then the scenarios; differences only of those after the first.
    assert_eq!((columns(), bars()), ([json!(3), json!(2), json!(3)], json!(2)));
    browser.click(".choice input[value=\"1\"]");
    assert_eq!((columns(), bars()), ([json!(2), json!(1), json!(2)], json!(1)));
    browser.click(".choice input[value=\"1\"]");
    assert_eq!((columns(), bars()), ([json!(3), json!(2), json!(3)], json!(2)));
    // A drawing for the tiers of the plan, the load, the years, the frontier and the scenarios, each with its numbers.
    let drawn = "return [...document.querySelectorAll('figure')].map(f => [f.className, f.querySelectorAll('svg.drawn').length, f.querySelectorAll('.table-numbers tbody tr').length > 0])";
    let charts =
        ["tiers", "load", "service", "frontier", "scenarios"].map(|name| json!([format!("chart-{name}"), 1, true]));
    assert_eq!(browser.run(drawn), json!(charts));
    assert_eq!(browser.complaints(), json!([]));
}

#[test]
#[ignore = "needs chromium and chromedriver"]
fn a_folded_part_opens_for_who_asks_for_it_and_for_the_printer() {
    let browser = Browser::start(1280);
    browser.open(&plan());
    let open = "return document.querySelectorAll('details[open]').length";
    assert_eq!(browser.run(open), json!(0));
    browser.click("nav li:last-child a");
    assert_eq!(browser.run(open), json!(1));
    browser.run("dispatchEvent(new Event('beforeprint'))");
    assert_eq!(browser.run("return document.querySelectorAll('details:not([open])').length"), json!(0));
    browser.run("dispatchEvent(new Event('afterprint'))");
    assert_eq!(browser.run(open), json!(1));
}

#[test]
#[ignore = "needs chromium and chromedriver"]
fn a_reader_sorts_filters_and_marks() {
    let browser = Browser::start(390);
    browser.open(&plan());
    browser.run("for (const part of document.querySelectorAll('details')) part.open = true");
    let shown = || {
        browser.run(
            "return [...document.querySelectorAll('.table-matters tbody tr')].filter(row => !row.hidden).map(row => Number(row.cells[4].textContent.replace(/,/g, '')))",
        )
    };
    let as_written = shown();
    let mut cases: Vec<i64> = as_written.as_array().unwrap().iter().map(|n| n.as_i64().unwrap()).collect();
    let head = ".table-matters thead th:nth-child(5)";
    cases.sort_unstable();
    browser.click(&format!("{head} button"));
    assert_eq!(shown(), json!(cases));
    assert_eq!(browser.run(&format!("return document.querySelector('{head}').ariaSort")), json!("ascending"));
    cases.reverse();
    browser.click(&format!("{head} button"));
    assert_eq!(shown(), json!(cases));
    browser.click(&format!("{head} button"));
    assert_eq!(shown(), as_written);
    // A name is marked wherever it stands by itself, and no other.
    let marked = "return [...document.querySelectorAll('.hit')].map(hit => (hit.querySelector('title') || hit).textContent.trim())";
    browser.click(".table-people tbody tr:nth-child(7) button.name");
    let names = browser.run(marked);
    let name = browser.run("return document.querySelector('.table-people tbody tr:nth-child(7) th').textContent");
    assert!(names.as_array().unwrap().len() > 1 && names.as_array().unwrap().iter().all(|hit| *hit == name), "{names}");
    browser.click(".table-people tbody tr:nth-child(7) button.name");
    assert_eq!(browser.run(marked), json!([]));
    assert_eq!(browser.complaints(), json!([]));
}

#[test]
#[ignore = "needs chromium and chromedriver"]
fn a_long_table_is_filtered_and_the_first_screen_is_the_verdict() {
    let browser = Browser::start(390);
    browser.open(page(&["plan"], "zh"));
    let links =
        "return [...document.querySelectorAll('nav a')].filter(link => link.getBoundingClientRect().height > 0).length";
    assert_eq!(browser.run(links), json!(0), "folded sections are their own contents on a phone");
    let top = browser.run("return document.querySelector('section p.bad').getBoundingClientRect().top");
    assert!(top.as_f64().unwrap() < 400.0, "{top}");
    let height = browser.run("return document.documentElement.scrollHeight");
    assert!(height.as_f64().unwrap() < 4000.0, "{height}");
    browser.run("for (const part of document.querySelectorAll('details')) part.open = true");
    let drawn =
        "return [...document.querySelectorAll('svg.drawn')].every(svg => svg.getBoundingClientRect().right <= 390)";
    assert_eq!(browser.run(drawn), json!(true));
    let type_in = "const filter = document.querySelector('section:has(.table-matters) .filter'); filter.value = '稽核 停摆'; filter.dispatchEvent(new Event('input'));";
    browser.run(type_in);
    let rows = "return [...document.querySelectorAll('.table-matters tbody tr')].filter(row => !row.hidden).length";
    assert_eq!(browser.run(rows), json!(2));
    assert_eq!(browser.complaints(), json!([]));
}
