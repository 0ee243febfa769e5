//! Whoever keeps a unit in a spreadsheet knows no keys: whatever is said of a workbook speaks of its heads and sheets,
//! and takes the words for which it asks.

use crate::support::book::{cells, written};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use pretty_assertions::assert_eq;
use shuanggang::diag::Diagnostics;
use shuanggang::report::diagnostics::{cause, note};
use shuanggang::scenario::spec::ALL;
use shuanggang::scenario::{self, Loaded, Options};
use shuanggang::text::{Language, Text};
use std::collections::BTreeSet;

/// Every text that a pattern can say of a workbook: of a choice by its form that for cells, of any other choice all.
fn said(pattern: &Pattern<&str>) -> String {
    let part = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => (*value).to_owned(),
        PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
            let is_form = matches!(selector, InlineExpression::VariableReference { id } if id.name == "form");
            let own = variants.iter().filter(|one| !is_form || !one.default);
            own.map(|one| said(&one.value)).collect::<Vec<_>>().join(" ")
        }
        PatternElement::Placeable { .. } => "…".to_owned(),
    };
    pattern.elements.iter().map(part).collect()
}

/// Findings that no workbook of a unit gives: about the command line, text in TOML and rosters in CSV.
const OF_TEXT: [&str; 5] = ["E008", "E009", "E101", "E306", "E524"];

#[test]
fn nothing_that_is_said_of_a_workbook_names_a_key_of_text() {
    let keys: BTreeSet<_> = ALL.iter().flat_map(|table| table.keys).map(|key| key.name).collect();
    for language in Language::ALL {
        let (file, source) = language.sources()[0];
        assert!(file.contains("diagnostics"), "{file}");
        let resource = parser::parse(source).unwrap();
        let mut looked_at = 0;
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            let id = message.id.name;
            if !id.starts_with(['E', 'W']) || OF_TEXT.contains(&id) {
                continue;
            }
            let patterns = message.value.iter().chain(message.attributes.iter().map(|attribute| &attribute.value));
            for said in patterns.map(said) {
                looked_at += 1;
                assert!(!said.contains("[["), "{id} {said}");
                // The pages of the documentation and the commands are called by their names.
                let names = ["docs/roster.md", "docs/duties.md", "shuanggang import"];
                let plain = names.iter().fold(said.clone(), |said, name| said.replace(name, ""));
                let words = plain.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
                // In English many keys are words of the language as well.
                let is_key = |word: &&str| keys.contains(word) && (language == Language::Chinese || word.contains('_'));
                assert_eq!(words.filter(is_key).collect::<Vec<_>>(), Vec::<&str>::new(), "{id} {said}");
            }
        }
        assert!(looked_at > 200, "{looked_at}");
    }
}

#[test]
fn no_help_of_a_workbook_names_a_key_of_text() {
    let keys: BTreeSet<_> = ALL.iter().flat_map(|table| table.keys).map(|key| key.name).collect();
    let text = Text::new(Language::Chinese);
    let example = scenario::library::start::example(&text).unwrap();
    let every = scenario::load("tests/fixtures/workbook/unit.toml".as_ref()).unwrap();
    let books = [scenario::book::write::example(&example, &[], &text).unwrap(), written(&every, Language::Chinese)];
    let mut count = 0;
    for (sheet, cells) in books.into_iter().flat_map(cells) {
        // The notes, the line below the heads, the last column of sheets of single values.
        let is_help = |(row, column): (u32, u16)| {
            sheet == "说明" || row == 1 || column == 5 && ["单位", "规则", "参数"].contains(&&*sheet)
        };
        for (_, cell) in cells.iter().filter(|(at, _)| is_help(**at)) {
            count += 1;
            let said = cell.to_string().replace("shuanggang plan", "").replace("shuanggang check", "");
            let words = said.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
            assert_eq!(words.filter(|word| keys.contains(word)).collect::<Vec<_>>(), Vec::<&str>::new(), "{said}");
        }
    }
    assert!(count > 200, "{count}");
}

/// The smallest unit with a headcount and a number of people about which sources differ.
const DIFFERING: &str = "
[headcount]
authorised = 8
[[conflict]]
id = \"posts\"
topic = \"编制\"
target = \"headcount.authorised\"
used = 1
values = [{ value = 8, source = \"批复\" }, { value = 9, source = \"年报\" }]
[[conflict]]
id = \"people\"
topic = \"参保人数\"
target = \"driver.insured\"
used = 2
values = [{ value = 7900, source = \"台账\" }, { value = 8000, source = \"年报\" }]
";

fn differing() -> Loaded {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let text = std::fs::read_to_string(folder.join("minimal.toml")).unwrap() + DIFFERING;
    scenario::load_text("minimal.toml", &text, |name| std::fs::read(folder.join(name))).unwrap()
}

fn found(edits: &str) -> Result<Loaded, Diagnostics> {
    let bytes = crate::support::book::changed(written(&differing(), Language::Chinese), edits, false);
    scenario::load_workbook("单位.xlsx", bytes, &Options::default())
}

#[test]
fn what_sources_differ_on_is_told_by_the_words_of_the_workbook() {
    let before = differing();
    for (language, sheet, words) in [
        (Language::Chinese, "口径", ["编制数", "insured"]),
        (Language::English, "Conflicts", ["Authorised posts", "insured"]),
    ] {
        let bytes = written(&before, language);
        let (_, cells) = cells(bytes.clone()).into_iter().find(|(name, _)| name == sheet).unwrap();
        let shown: Vec<_> = cells
            .iter()
            .filter(|((row, column), _)| *row > 1 && *column == 2)
            .map(|(_, cell)| cell.to_string())
            .collect();
        assert_eq!(shown, words);
        assert_eq!(scenario::load_workbook("单位.xlsx", bytes, &Options::default()).unwrap().unit, before.unit);
    }
    // The words of workbooks and of reports, in either language, and what text says; a driver by its name.
    for word in ["编制数", "Authorised posts", "authorised posts", "headcount.authorised"] {
        assert_eq!(found(&format!("口径!C3 = {word}\n")).unwrap().unit, before.unit, "{word}");
    }
    assert_eq!(found("口径!C5 = driver.insured\n").unwrap().unit, before.unit);
    let stated = "单位!C9 = 9\n口径!C3 = 在编人数\n口径!D3 = 2\n";
    let unit = found(stated).unwrap().unit;
    assert_eq!(unit.conflicts[0].target, Some(shuanggang::model::ConflictTarget::OnBooks));
}

#[test]
fn mistakes_about_what_sources_differ_on_are_found_in_their_cells() {
    let text = Text::new(Language::Chinese);
    for (edits, place, said) in [
        ("口径!C3 = 编制人数", "口径!C3", "没有“编制人数”这一对象。"),
        ("口径!C3 = 在编人数", "口径!C3", "方案中没有“在编人数”的数字。"),
        ("口径!D3 = 2", "口径!C3", "“编制数”采用值写为 9，方案中用的是 8。"),
        ("口径!D5 = 1", "口径!C5", "“insured”采用值写为 7900，方案中用的是 8000。"),
        ("口径!D3 = 3", "口径!D3", "采用第 3 个值，但只列了 2 个。"),
        ("口径!E4 = 许多", "口径!E4", "“各来源数值”应为数字，写成了文字。"),
        ("口径!E4 =", "口径!G4", "[口径] 缺少“各来源数值”。"),
        ("口径!E4 =\n口径!F4 =\n口径!G4 =", "口径!E3", "“各来源”有 1 条，至少应有 2 条。"),
        ("口径!G4 =", "口径!E4", "[口径] 缺少“各来源出处”。"),
        ("单位!C8 = 9", "口径!C3", "“编制数”采用值写为 8，方案中用的是 9。"),
    ] {
        let Err(found) = found(edits) else { panic!("{edits}") };
        let [one] = found.as_slice() else { panic!("{edits} {found:?}") };
        let at = one.place.to_string();
        assert_eq!((at.trim_start_matches("单位.xlsx "), &*cause(one, &text)), (place, said), "{edits}");
    }
    let found = found("口径!C3 = 编制人数\n").unwrap_err();
    let told = note(&found.as_slice()[0], &text);
    assert!(told.contains("是否应为“编制数”？") && told.contains("写 编制数、在编人数"), "{told}");
}
