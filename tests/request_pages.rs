//! The documents of a request as they come out of a word processor.

use crate::request::{baseline, documents};
use crate::support::shipped::{LANGUAGES, UNITS, written};
use shuanggang::render::docx;
use shuanggang::text::Language;
use std::process::Command;
use tempfile::TempDir;

/// The text of each page, without spaces and ends of lines, of letters that one run of the word processor sets.
fn pages(letters: &[Vec<u8>]) -> Vec<Vec<String>> {
    let folder = TempDir::new().unwrap();
    let file = |number: usize, form: &str| folder.path().join(format!("{number}.{form}"));
    for (number, letter) in letters.iter().enumerate() {
        std::fs::write(file(number, "docx"), letter).unwrap();
    }
    let profile = format!("-env:UserInstallation=file://{}", folder.path().join("profile").display());
    let office = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
        .arg(folder.path())
        .args((0..letters.len()).map(|number| file(number, "docx")))
        .output()
        .unwrap();
    assert!(office.status.success(), "{office:?}");
    let said = |number: usize| {
        let said = Command::new("pdftotext").args([&*file(number, "pdf"), "-".as_ref()]).output().unwrap();
        assert!(said.status.success(), "{number}: {said:?}");
        let said = String::from_utf8(said.stdout).unwrap();
        let pages = said.trim_end_matches('\u{C}').split('\u{C}');
        pages.map(|page| page.split_whitespace().collect()).collect()
    };
    (0..letters.len()).map(said).collect()
}

/// How many, by which way, which posts, from when, at what cost, to the last word of it: on the first of at most four pages, each marked.
#[test]
#[ignore = "needs soffice and fonts and pdftotext"]
fn the_letter_has_four_pages_at_most_and_asks_on_the_first() {
    for (language, asked, mark, end) in [
        (
            Language::Chinese,
            ["现申请使用空缺编制6名，补充在编6人", "2024年7月稽核部经办岗2人", "108.6万元至238.9万元", "请示如下。"],
            "草稿",
            "妥否，请批示。",
        ),
        (
            Language::English,
            ["using6vacantposts", "2inJuly2024", "1,086,000to2,389,000yuan", "Detailsfollow."],
            "DRAFT",
            "Pleasedecide",
        ),
    ] {
        let documents = documents(language);
        let all = [&documents.letter, &documents.report, &documents.checklist];
        let all = pages(&all.map(|document| docx::render(document, baseline().0.as_of).unwrap()));
        let letter = &all[0];
        assert!(letter.len() <= 4, "{} pages", letter.len());
        assert!(asked.iter().all(|said| letter[0].contains(said)), "{}", letter[0]);
        // The end is not alone on its page.
        let last = letter.last().unwrap().replacen(mark, "", 1);
        assert!(last.contains(end) && !last.starts_with(end), "{last}");
        assert!(all.iter().flatten().all(|page| page.contains(mark)));
    }
}

/// The letters of the other units that ship: the whole request on the first of at most four pages.
#[test]
#[ignore = "needs soffice and fonts and pdftotext"]
fn the_letters_of_the_shipped_units_ask_on_their_first_page() {
    let of = |unit| LANGUAGES.map(|language| (unit, language));
    let named: Vec<_> = UNITS.into_iter().flat_map(of).collect();
    let letters: Vec<_> =
        named.iter().map(|(unit, language)| written(&["request", unit], language, "docx").to_vec()).collect();
    for ((unit, language), pages) in named.into_iter().zip(pages(&letters)) {
        let (asked, end) = match (language, unit) {
            ("zh", "treasury") => ("报告如下。", "特此报告。"),
            ("zh", _) => ("请示如下。", "妥否，请批示。"),
            (_, "treasury") => ("Detailsfollow.", "foryourinformation"),
            _ => ("Detailsfollow.", "Pleasedecide"),
        };
        assert!(pages.len() <= 4, "{unit} {language}: {} pages", pages.len());
        assert!(pages[0].contains(asked), "{unit} {language}: {}", pages[0]);
        let last = pages.last().unwrap();
        assert!(last.contains(end) && !last.starts_with(end), "{unit} {language}: {last}");
    }
}
