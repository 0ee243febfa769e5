//! The documents of a request as they come out of a word processor.

use crate::request::{baseline, documents};
use crate::shipped_documents::UNITS;
use shuanggang::render::docx;
use shuanggang::render::letter::Letter;
use shuanggang::text::Language;
use std::process::Command;
use tempfile::TempDir;

/// The text of each page, without spaces and ends of lines.
fn pages(letter: &Letter) -> Vec<String> {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("letter.docx"), docx::render(letter, baseline().0.as_of).unwrap()).unwrap();
    printed(&folder)
}

/// The text of each page of the `letter.docx` in a folder.
fn printed(folder: &TempDir) -> Vec<String> {
    let file = |name: &str| folder.path().join(name);
    let profile = format!("-env:UserInstallation=file://{}", file("profile").display());
    let office = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
        .args([folder.path(), &file("letter.docx")])
        .output()
        .unwrap();
    assert!(office.status.success(), "{office:?}");
    let text = Command::new("pdftotext").args([&file("letter.pdf"), &file("letter.txt")]).status().unwrap();
    assert!(text.success());
    let text = std::fs::read_to_string(file("letter.txt")).unwrap();
    let pages = text.trim_end_matches('\u{C}').split('\u{C}');
    pages.map(|page| page.split_whitespace().collect()).collect()
}

/// How many, by which way, which posts, from when, at what cost, to the last word of it: on the first of at most four pages, each marked.
#[test]
#[ignore = "needs soffice and fonts and pdftotext"]
fn the_letter_has_four_pages_at_most_and_asks_on_the_first() {
    for (language, asked, mark, end) in [
        (
            Language::Chinese,
            ["现申请使用空缺编制6名，补充在编6人", "2024年7月稽核部经办岗2人", "109万元至239万元", "请示如下。"],
            "草稿",
            "妥否，请批示。",
        ),
        (
            Language::English,
            ["theuseof6vacantposts", "2inJuly2024", "1,090,000to2,390,000yuan", "Detailsfollow."],
            "DRAFT",
            "Pleasedecide",
        ),
    ] {
        let documents = documents(language);
        let letter = pages(&documents.letter);
        assert!(letter.len() <= 4, "{} pages", letter.len());
        assert!(asked.iter().all(|said| letter[0].contains(said)), "{}", letter[0]);
        // The end is not alone on its page.
        let last = letter.last().unwrap().replacen(mark, "", 1);
        assert!(last.contains(end) && !last.starts_with(end), "{last}");
        for document in [&documents.letter, &documents.report, &documents.checklist] {
            assert!(pages(document).iter().all(|page| page.contains(mark)));
        }
    }
}

/// The letters of the other units that ship: the whole request on the first of at most four pages.
#[test]
#[ignore = "needs soffice and fonts and pdftotext"]
fn the_letters_of_the_shipped_units_ask_on_their_first_page() {
    for unit in UNITS {
        let zh = if unit == "treasury" {
            ("报告如下。", "特此报告。")
        } else {
            ("请示如下。", "妥否，请批示。")
        };
        let en = ("Detailsfollow.", if unit == "treasury" { "foryourinformation" } else { "Pleasedecide" });
        for (language, (asked, end)) in [("zh", zh), ("en", en)] {
            let folder = TempDir::new().unwrap();
            let letter = folder.path().join("letter.docx");
            let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_shuanggang"));
            command.args(["request", unit, "--lang", language, "--output"]).arg(&letter).assert().success();
            let pages = printed(&folder);
            assert!(pages.len() <= 4, "{unit} {language}: {} pages", pages.len());
            assert!(pages[0].contains(asked), "{unit} {language}: {}", pages[0]);
            let last = pages.last().unwrap();
            assert!(last.contains(end) && !last.starts_with(end), "{unit} {language}: {last}");
        }
    }
}
