//! A letter in the form of GB/T 9704-2012: what the Word document holds, part by part.

use crate::support::docx::Package;
use pretty_assertions::assert_eq;
use shuanggang::render::document::chart::{Axes, Chart, Series, Shape};
use shuanggang::render::document::{Cell, Column, Kind, Table, Tone};
use shuanggang::render::docx;
use shuanggang::render::letter::{Letter, Level, Part, markdown};
use shuanggang::units::Month;

fn letter(parts: Vec<Part>) -> Letter {
    Letter { title: "关于测试的请示".into(), parts, mark: None, blanks: Vec::new() }
}

fn package(parts: Vec<Part>) -> Package {
    Package::read(&docx::render(&letter(parts), Month::january(2024)).unwrap())
}

fn chart(title: &str, values: &[u32]) -> Part {
    Part::Chart(Chart {
        name: "staff",
        title: title.into(),
        shape: Shape::Stacked,
        kind: Kind::Whole,
        axes: Axes::new("年份".into(), "人数".into()),
        categories: (1..=values.len()).map(|i| format!("202{i}").as_str().into()).collect(),
        series: vec![Series::new("在岗".into(), Tone::Plain, values.iter().map(|value| (*value).into()))],
    })
}

fn table(rows: usize) -> Part {
    let columns = [
        Column::new(Kind::Text, "事项".into()),
        Column::new(Kind::Id, "编号".into()),
        Column::new(Kind::Percent, "服务水平".into()),
    ];
    let rows = (0..rows)
        .map(|i| [Cell::from(format!("事项{i}")), Cell::from("id"), Cell::from(rust_decimal::Decimal::new(5, 1))]);
    Part::Table("表1　事项".into(), Table::new("matters", columns, rows))
}

/// 37 + 225 + 35 = 297 mm, 28 + 156 + 26 = 210 mm; 1 mm = 1440 / 25.4 twips. 22 lines of 579 fill 12,756.
#[test]
fn the_page_has_the_measures_of_the_standard() {
    let document = package(vec![Part::Paragraph("正文".into())]).xml("word/document.xml");
    let twips = |millimetres: u32| (millimetres * 14400 + 127) / 254;
    let number = |name: &str| document.attribute(name);
    assert_eq!((number("w:pgSz/w:w"), number("w:pgSz/w:h")), (twips(210), twips(297)));
    for (side, millimetres) in [("top", 37), ("bottom", 35), ("left", 28), ("right", 26)] {
        let found = number(&format!("w:pgMar/w:{side}"));
        assert!(found.abs_diff(twips(millimetres)) <= 1, "{side}: {found}");
    }
    let text = twips(297) - number("w:pgMar/w:top") - number("w:pgMar/w:bottom");
    assert_eq!(text / number("w:docGrid/w:linePitch"), 22);
    // 156 mm over characters of 16 points less a quarter of a point: 28 fit, 29 do not.
    let width = twips(210) - number("w:pgMar/w:left") - number("w:pgMar/w:right");
    assert_eq!(width / (16 * 20 - 5), 28);
}

#[test]
fn each_part_has_the_font_and_size_of_the_standard() {
    let styles = package(vec![Part::Paragraph("正文".into())]).xml("word/styles.xml");
    // 2号 is 22 points, 3号 is 16; sizes are in half-points.
    for (style, font, size) in [
        ("LetterTitle", "方正小标宋简体", 44),
        ("Text", "仿宋_GB2312", 32),
        ("Heading1", "黑体", 32),
        ("Heading2", "楷体_GB2312", 32),
        ("AnnexMark", "黑体", 32),
    ] {
        let style = styles.part(&format!("w:styleId=\"{style}\""), "</w:style>");
        assert!(style.contains(&format!("w:eastAsia=\"{font}\"")), "{style}");
        assert!(style.contains(&format!("<w:sz w:val=\"{size}\"/>")), "{style}");
    }
    let outline = |id: &str| styles.part(&format!("w:styleId=\"{id}\""), "</w:style>").contains("<w:outlineLvl");
    assert!(outline("Heading1") && outline("Heading2") && !outline("Text"));
    // No heading is the last line of a page.
    assert!(styles.part("w:styleId=\"Heading2\"", "</w:style>").contains("<w:keepNext/>"));
}

#[test]
fn right_pages_have_their_number_at_the_right_and_left_pages_at_the_left() {
    let package = package(vec![Part::Paragraph("正文".into())]);
    let document = package.xml("word/document.xml");
    assert!(document.text.contains("<w:footerReference w:type=\"default\" r:id=\"rId4\"/>"));
    assert!(document.text.contains("<w:footerReference w:type=\"even\" r:id=\"rId5\"/>"));
    let relations = package.xml("word/_rels/document.xml.rels").text;
    for (id, file, side) in [("rId4", "footer1.xml", "right"), ("rId5", "footer2.xml", "left")] {
        assert!(relations.contains(&format!("Id=\"{id}\"")) && relations.contains(&format!("Target=\"{file}\"")));
        let footer = package.xml(&format!("word/{file}")).text;
        assert!(footer.contains(&format!("<w:jc w:val=\"{side}\"/>")) && footer.contains(" PAGE "), "{footer}");
    }
    assert!(package.xml("word/settings.xml").text.contains("<w:evenAndOddHeaders/>"));
}

#[test]
fn every_file_is_named_once_and_every_reference_leads_somewhere() {
    let package = package(vec![chart("甲", &[1]), table(1), chart("乙", &[2])]);
    let types = package.xml("[Content_Types].xml").text;
    for file in package.files().filter(|file| file.starts_with("word/") && !file.contains("_rels")) {
        assert_eq!(types.matches(&format!("PartName=\"/{file}\"")).count(), 1, "{file}");
    }
    let relations = package.xml("word/_rels/document.xml.rels").text;
    let document = package.xml("word/document.xml").text;
    for reference in document.split("r:id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        let target = relations.split(&format!("Id=\"{reference}\"")).nth(1).unwrap();
        let target = target.split("Target=\"").nth(1).unwrap().split('"').next().unwrap();
        assert!(package.files().any(|file| file == format!("word/{target}")), "{reference} leads to {target}");
    }
    assert_eq!(package.files().filter(|file| file.starts_with("word/charts/")).count(), 2);
}

#[test]
fn a_chart_holds_its_numbers() {
    let package = package(vec![chart("各年末在岗人员", &[15, 10])]);
    let chart = package.xml("word/charts/chart1.xml").text;
    for held in ["各年末在岗人员", "<c:v>2022</c:v>", "<c:v>15</c:v>", "<c:v>10</c:v>", "<c:grouping val=\"stacked\"/>"]
    {
        assert!(chart.contains(held), "{held} not in {chart}");
    }
    // What the drawing shows is told to those who cannot see it.
    assert!(package.xml("word/document.xml").text.contains("descr=\"各年末在岗人员\""));
}

#[test]
fn the_head_of_a_table_comes_again_on_every_page_and_ids_stay_out() {
    let document = package(vec![table(60), table(0)]).xml("word/document.xml").text;
    assert_eq!(document.matches("<w:tblHeader/>").count(), 1);
    assert_eq!(document.matches("<w:cantSplit/>").count(), 61);
    assert!(!document.contains("编号") && document.contains("50.0%"));
}

/// What is to be written in by hand has more than a third of the text and rows of 12 mm.
#[test]
fn a_column_to_be_filled_in_has_room() {
    let columns = [Column::new(Kind::Text, "事项".into()), Column::new(Kind::Blank, "理由".into())];
    let rows = [[Cell::from("长".repeat(60)), Cell::empty()]];
    let document =
        package(vec![Part::Table("表1".into(), Table::new("blanks", columns, rows))]).xml("word/document.xml");
    let columns = document.text.split("<w:gridCol w:w=\"").skip(1);
    let widths: Vec<u32> = columns.map(|rest| rest.split('"').next().unwrap().parse().unwrap()).collect();
    assert!(widths[1] * 3 > widths.iter().sum(), "{widths:?}");
    assert_eq!(document.attribute("w:trHeight/w:val"), 680);
}

/// Ten rows: three stay with the head, three with each other at the end; four rows or what stands above a note are whole.
#[test]
fn no_row_is_alone_with_the_head_of_its_table_or_with_its_note() {
    let kept = |parts| package(parts).xml("word/document.xml").text.matches("<w:keepNext/>").count();
    // Two columns of each row that stays with the next one.
    assert_eq!(kept(vec![table(10)]), 2 * (2 + 2));
    assert_eq!(kept(vec![table(4)]), 2 * 3);
    assert_eq!(kept(vec![table(4), Part::Note("注".into())]), 2 * 4);
}

/// Lines of a paragraph may stand alone where every page has its 22 lines: in the Chinese letter itself.
#[test]
fn only_the_letter_itself_leaves_a_line_alone() {
    let masthead =
        || Part::Masthead { issuer: "单位文件".into(), number: "号".into(), signer: "签发人".into() };
    for (parts, control) in [(vec![masthead()], 0), (vec![Part::Paragraph("正文".into())], 1)] {
        assert_eq!(package(parts).xml("word/styles.xml").attribute("w:widowControl/w:val"), control);
    }
}

/// A name too long for one line is broken at a space and as large as any other; a hyphen between digits is not broken.
#[test]
fn a_long_name_has_two_lines_and_a_number_one() {
    let issuer = "Hongjiang District Social Insurance Service Centre";
    let masthead = Part::Masthead { issuer: issuer.into(), number: "2-1".into(), signer: "A-1".into() };
    let document = package(vec![masthead]).xml("word/document.xml");
    assert!(document.text.contains("<w:br/>") && document.attribute("w:sz/w:val") == 64, "{}", document.text);
    assert!(document.said().contains("2-1A-1"), "{}", document.said());
    assert_eq!(document.text.matches("<w:noBreakHyphen/>").count(), 1);
}

#[test]
fn strange_text_stays_text() {
    let strange = "</w:t><w:br/>&amp;\"'\u{FFFE}\u{0}\u{202E}\t<c:v>";
    let parts = vec![
        Part::Masthead { issuer: strange.into(), number: strange.into(), signer: strange.into() },
        Part::Title(vec![strange.into()]),
        Part::Heading(Level::First, strange.into()),
        Part::Paragraph("长".repeat(5000).as_str().into()),
        Part::Attachments { mark: strange.into(), names: vec![strange.into()] },
        Part::Signature { unit: "长".repeat(300).as_str().into(), date: strange.into() },
        chart(strange, &[1]),
    ];
    let package = package(parts.clone());
    // Reading checks that every file is well formed.
    let document = package.xml("word/document.xml");
    assert!(document.said().contains("</w:t><w:br/>&amp;\"'"));
    assert!(!document.said().contains(['\u{FFFE}', '\u{0}', '\u{202E}']));
    assert!(markdown::render(&letter(parts)).contains("\\<w:br/\\>"));
}

#[test]
fn the_same_letter_is_the_same_file() {
    let parts = || vec![chart("甲", &[1, 2]), table(3), Part::Paragraph("正文".into())];
    let render = || docx::render(&letter(parts()), Month::january(2024)).unwrap();
    assert_eq!(render(), render());
}
