//! The pages before a judge of accessibility: axe-core, in a real browser, finds nothing.
//!
//! `tests/fixtures/tools/axe-4.14.1.min.js` is axe-core as its makers ship it, under the MPL 2.0; no part of the program.

use crate::shipped_documents::UNITS;
use crate::support::browser::Browser;
use crate::support::forms::document;
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

/// The page of a command, as the program writes it.
fn written(arguments: &[&str], language: &str) -> String {
    let mut program = assert_cmd::Command::new(env!("CARGO_BIN_EXE_shuanggang"));
    let run = program.args(arguments).args(["--quiet", "--format", "html", "--lang", language]).output().unwrap();
    String::from_utf8(run.stdout).unwrap()
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
            let page = written(arguments, id);
            assert!(page.starts_with("<!DOCTYPE html>"), "{arguments:?}");
            pages.push((format!("{} {id}", arguments[0]), page));
        }
        pages.extend(UNITS.map(|unit| (format!("{unit} {id}"), written(&["plan", unit], id))));
    }
    for width in [390, 1280] {
        let browser = Browser::start(width);
        for dark in [false, true] {
            browser.darken(dark);
            for (name, page) in &pages {
                browser.open(page);
                browser.run(&format!("{AXE}; window.axe = axe;"));
                let folded = browser.wait_for(JUDGE);
                browser.run("for (const part of document.querySelectorAll('details')) part.open = true");
                let unfolded = browser.wait_for(JUDGE);
                assert_eq!((folded, unfolded), (json!([]), json!([])), "{name} at {width}, dark: {dark}");
                assert_eq!(browser.complaints(), json!([]), "{name} at {width}");
            }
        }
    }
}
