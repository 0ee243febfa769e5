//! The pages before a judge of accessibility: axe-core, in a real browser, finds nothing.
//!
//! `tests/fixtures/tools/axe-4.14.1.min.js` is axe-core as its makers ship it, under the MPL 2.0; no part of the program.

use crate::support::browser::Browser;
use crate::support::forms::document;
use crate::support::shipped::{UNITS, page};
use crate::support::studied;
use pretty_assertions::assert_eq;
use serde_json::json;
use shuanggang::render::html;
use shuanggang::text::{Language, Text};

/// The judge.
pub(crate) const AXE: &str = include_str!("fixtures/tools/axe-4.14.1.min.js");
/// Everything that axe-core judges, good practice included; each finding with where it is.
pub(crate) const JUDGE: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(document, { resultTypes: ['violations'] }).then(
        ({ violations }) => done(violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(node =>
            `${id}: ${node.target} ${node.html.slice(0, 160)} ${(node.any[0] || node.all[0] || node.none[0] || {}).message}`))),
        error => done([String(error)]));";

/// The same of colours alone: all that dark ones can spoil.
fn judge_colours() -> String {
    JUDGE.replace("{ resultTypes", "{ runOnly: { type: 'tag', values: ['cat.color'] }, resultTypes")
}

#[test]
#[ignore = "needs chromium and chromedriver"]
fn axe_finds_nothing_on_any_page() {
    let mut pages = Vec::new();
    for (language, id) in [(Language::Chinese, "zh"), (Language::English, "en")] {
        pages.push((format!("plan {id}"), html::render(&studied::document(language), &Text::new(language))));
        pages.push((format!("hostile {id}"), html::render(&document(), &Text::new(language))));
        for arguments in [
            &["project", "minimal"][..],
            &["tradeoff", "docs/examples/hours.toml"],
            &["compare", "minimal", "+hire established=1"],
        ] {
            pages.push((format!("{} {id}", arguments[0]), page(arguments, id).to_owned()));
        }
        pages.extend(UNITS.map(|unit| (format!("{unit} {id}"), page(&["plan", unit], id).to_owned())));
    }
    for width in [390, 1280] {
        let browser = Browser::start(width);
        for (name, page) in &pages {
            browser.open(page);
            browser.run(&format!("{AXE}; window.axe = axe;"));
            let folded = browser.wait_for(JUDGE);
            browser.run("for (const part of document.querySelectorAll('details')) part.open = true");
            let unfolded = browser.wait_for(JUDGE);
            browser.darken(true);
            let dark = browser.wait_for(&judge_colours());
            browser.darken(false);
            assert_eq!([folded, unfolded, dark], [json!([]), json!([]), json!([])], "{name} at {width}");
            assert_eq!(browser.complaints(), json!([]), "{name} at {width}");
        }
    }
}
