//! `docs/errors.md` has a section for every code, and its examples do what they say.

use crate::support::{book, manifest};
use pretty_assertions::assert_eq;
use shuanggang::diag::{Code, Diagnostics};
use shuanggang::report::diagnostics::render;
use shuanggang::scenario::import::{self, SectionName, import_bytes};
use shuanggang::scenario::{self, Loaded, Options};
use shuanggang::text::{Language, Text};
use std::collections::BTreeSet;

const PAGE: &str = include_str!("../docs/errors.md");
const SCENARIO: &str = include_str!("../scenarios/minimal.toml");
const ROSTER: &str = include_str!("../scenarios/minimal-roster.csv");

/// A fenced block: the words behind the fence, and the text.
struct Example {
    words: Vec<&'static str>,
    text: String,
}

/// The sections of the page: a code and its examples.
fn sections() -> Vec<(&'static str, Vec<Example>)> {
    PAGE.split("\n## ").skip(1).map(|section| (section.lines().next().unwrap(), examples(section))).collect()
}

fn examples(section: &'static str) -> Vec<Example> {
    let mut found = Vec::new();
    let mut lines = section.lines();
    while let Some(line) = lines.next() {
        if let Some(words) = line.strip_prefix("```") {
            let text = lines.by_ref().take_while(|line| *line != "```").flat_map(|line| [line, "\n"]).collect();
            found.push(Example { words: words.split(' ').collect(), text });
        }
    }
    found
}

/// The pieces of a text, each with the key under which another piece replaces it.
type Pieces = Vec<(String, String)>;

/// `base` with the pieces of `change` in the place of those of the same key, or behind them all.
fn merge(base: Pieces, change: Pieces) -> String {
    let mut pieces = base;
    let (mut added, mut replaced) = (String::new(), BTreeSet::new());
    for (key, text) in change {
        match pieces.iter_mut().find(|(known, _)| *known == key) {
            Some(piece) if replaced.insert(key.clone()) => piece.1 = text,
            _ => added.push_str(&text),
        }
    }
    pieces.into_iter().map(|(_, text)| text).chain([added]).collect()
}

/// Top-level lines by key, and tables by header and id.
fn toml_pieces(text: &str) -> (Pieces, Pieces) {
    let (mut top, mut tables) = (Pieces::new(), Pieces::new());
    for line in text.lines().map(|line| format!("{line}\n")) {
        let key = line.split('=').next().unwrap_or_default().trim().to_owned();
        if line.starts_with('[') {
            tables.push((line.trim().to_owned(), line));
        } else if let Some((header, table)) = tables.last_mut() {
            table.push_str(&line);
            if key == "id" {
                header.push_str(line.trim());
            }
        } else if !line.starts_with('#') && !key.is_empty() {
            top.push((key, line));
        }
    }
    (top, tables)
}

/// Rows by person.
fn csv_pieces(text: &str) -> Pieces {
    text.lines().map(|line| (line.split(',').next().unwrap().to_owned(), format!("{line}\n"))).collect()
}

/// The options of the command line in an example.
fn options(example: &Example) -> Options {
    let mut options = Options::default();
    for line in example.text.lines() {
        let (option, value) = line.split_once(' ').unwrap();
        match option {
            "--set" => options.set.push(value.to_owned()),
            "--hire" => options.hire.push(value.to_owned()),
            _ => panic!("{line}"),
        }
    }
    options
}

/// A study of one group, whose other keys an example writes.
fn study(example: &Example) -> Diagnostics {
    let time = if example.text.contains("time = ") { "" } else { "time = { hours = 1700 }\n" };
    let head = "format = 1\nname = \"study\"\nsource = \"report\"\n[[group]]\nname = \"staff\"\n";
    let text = format!("{head}{time}{}", example.text);
    scenario::study_text("study.toml", &text).map_or_else(|errors| errors, |_| Diagnostics::default())
}

/// What is found in an example.
fn found_in(example: &Example) -> Diagnostics {
    if example.words.contains(&"wisn") {
        return study(example);
    }
    if example.words[0] == "duties" {
        let unit = scenario::load_text("minimal.toml", SCENARIO, |_| Ok(ROSTER.as_bytes().to_vec())).unwrap().unit;
        let read = scenario::duties::read_bytes("duties.csv", example.text.clone().into_bytes(), &unit);
        return read.map_or_else(|errors| errors, |_| Diagnostics::default());
    }
    if example.words[0] == "people" {
        return imported(example);
    }
    if example.words[0] == "book" {
        let bytes = book::changed(book::minimal(), &example.text, example.words.contains(&"hidden"));
        let loaded = scenario::load_workbook("unit.xlsx", bytes, &Options::default());
        return loaded.map_or_else(|errors| errors, |loaded| loaded.warnings);
    }
    load(example).map_or_else(|errors| errors, |loaded| loaded.warnings)
}

/// What the import finds in a table of people; `xlsx` makes a workbook of it, a sheet for each line that begins with `# `.
fn imported(example: &Example) -> Diagnostics {
    let sections = [("service", "综合服务股"), ("inspection", "稽核股")].map(|(id, name)| SectionName {
        id: id.to_owned(),
        name: name.to_owned(),
        name_en: None,
    });
    let sheets = example.words.iter().filter_map(|word| word.strip_prefix("sheet="));
    let sheets: Vec<_> = sheets.map(str::to_owned).collect();
    let options = import::Options { sheets: &sheets, drop_extra: false, sections: Some(&sections) };
    let (name, bytes) = if example.words.contains(&"xlsx") {
        ("people.xlsx", workbook(&example.text))
    } else {
        let name = if example.words.contains(&"damaged") { "people.xlsx" } else { "people.csv" };
        (name, example.text.clone().into_bytes())
    };
    import_bytes(name, bytes, &options).found
}

fn workbook(text: &str) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let text = if text.starts_with("# ") { text.to_owned() } else { format!("# 名册\n{text}") };
    for part in text.split("# ").skip(1) {
        let (name, table) = part.split_once('\n').unwrap();
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (row, line) in (0..).zip(table.lines()) {
            for (column, cell) in (0..).zip(line.split(',')) {
                sheet.write(row, column, cell).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

fn load(example: &Example) -> Result<Loaded, Diagnostics> {
    let beside = |path: &str| match path {
        "minimal.toml" => Ok(SCENARIO.as_bytes().to_vec()),
        "minimal-roster.csv" => Ok(ROSTER.as_bytes().to_vec()),
        "over.toml" => Ok(example.text.as_bytes().to_vec()),
        _ => Err(std::io::ErrorKind::NotFound.into()),
    };
    if example.words.contains(&"over") {
        return scenario::load_text("over.toml", &example.text, beside);
    }
    if example.words[0] == "sh" {
        return scenario::load_text_with("minimal.toml", SCENARIO, &options(example), &beside);
    }
    let (mut scenario, mut roster) = (SCENARIO.to_owned(), ROSTER.to_owned());
    if example.words[0] == "toml" {
        let ((top, tables), (new_top, new_tables)) = (toml_pieces(SCENARIO), toml_pieces(&example.text));
        scenario = merge(top, new_top) + &merge(tables, new_tables);
        let rows: String =
            example.text.lines().filter_map(|line| Some(format!("{}\n", line.strip_prefix("#: ")?))).collect();
        roster = merge(csv_pieces(ROSTER), csv_pieces(&rows));
    } else if example.text.is_empty() || example.text.starts_with("id") {
        roster.clone_from(&example.text);
    } else {
        roster = merge(csv_pieces(ROSTER), csv_pieces(&example.text));
    }
    let mut roster = roster.into_bytes();
    if example.words.contains(&"gb18030") {
        // The only character of these examples that needs converting.
        let text = String::from_utf8(roster).unwrap();
        let parts: Vec<_> = text.split('编').map(str::as_bytes).collect();
        roster = parts.join(&b"\xb1\xe0"[..]);
    }
    scenario::load_text("minimal.toml", &scenario, |path| match path {
        "minimal-roster.csv" => Ok(roster.clone()),
        _ => Err(std::io::ErrorKind::NotFound.into()),
    })
}

#[test]
fn the_page_lists_the_codes_of_the_program_in_order() {
    let listed: Vec<_> = sections().iter().map(|(code, _)| *code).collect();
    let known: Vec<_> = Code::ALL.iter().map(|code| code.id()).collect();
    assert_eq!(listed, known);
}

#[test]
fn a_wrong_example_gives_its_code_and_a_right_one_nothing() {
    let text = Text::new(Language::English);
    for (code, examples) in sections() {
        let kinds: Vec<_> = examples.iter().map(|example| example.words[1]).collect();
        assert_eq!(kinds, ["wrong", "right"], "{code}");
        let (wrong, right) = (&examples[0], &examples[1]);
        if wrong.words[0] == "manifest" {
            let run = |example: &Example| manifest::told(&example.text, &example.words, code == "E857");
            let (ended, told) = run(wrong);
            let codes: Vec<_> = told.lines().filter_map(|line| line.strip_prefix("error E")?.get(..3)).collect();
            assert_eq!((ended, codes), (2, vec![code.trim_start_matches('E')]), "{told}");
            assert_eq!(run(right), (0, String::new()), "{code}");
            continue;
        }
        let found = found_in(wrong);
        let codes: Vec<_> = found.as_slice().iter().map(|finding| finding.code.id()).collect();
        assert_eq!(codes, [code], "{}", render(&found, &text));
        let found = found_in(right);
        assert_eq!(render(&found, &text), "", "{code}");
    }
}
