//! Inputs that would hang the program, fill its memory or show what they should not: refused, in time, in place.

#![expect(clippy::format_collect, reason = "texts of tests are made once, and read better so")]
#![cfg(unix)]

use super::support::small::{self, PEOPLE, SCENARIO};
use assert_cmd::Command;
use pretty_assertions::assert_eq;
use rust_xlsxwriter::{Format, Workbook};
use shuanggang::diag::Code;
use shuanggang::report::diagnostics::{cause, render};
use shuanggang::scenario;
use shuanggang::scenario::import::{Imported, Options, import_bytes};
use shuanggang::text::{Language, Text};
use std::fs;
use std::io::{Cursor, Write as _};
use std::os::unix::fs::symlink;
use std::path::Path;
use std::time::Duration;
use tempfile::TempDir;
use zip::write::SimpleFileOptions;

/// The program under limits that the system enforces: a second of processor time, and 200 MB beside the 200 MB that
/// the program with its debug information and the stacks of its threads take.
fn limited(arguments: &[&str]) -> (i32, String) {
    let mut command = Command::new("sh");
    command.args(["-c", "ulimit -t 1; ulimit -v 400000; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_shuanggang")]);
    ended(command.args(arguments))
}

fn run(arguments: &[&str]) -> (i32, String) {
    ended(Command::new(env!("CARGO_BIN_EXE_shuanggang")).args(arguments))
}

/// Exit code and stderr; a program that does not end has none.
fn ended(command: &mut Command) -> (i32, String) {
    let output = command.env("SHUANGGANG_LANG", "zh").timeout(Duration::from_mins(1)).output().unwrap();
    (output.status.code().unwrap_or(-1), String::from_utf8(output.stderr).unwrap())
}

/// What a hundred thousand mistakes may take without optimisation; in the square of their number it would be minutes.
const MOST_TIME: Duration = Duration::from_secs(30);

/// The processor time of this thread, which other programs on the machine do not add to; zero where it is not told.
fn processor_time() -> Duration {
    let told = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    Duration::from_nanos(told.split_whitespace().next().and_then(|spent| spent.parse().ok()).unwrap_or_default())
}

/// An archive of parts.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, contents) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(contents).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A good workbook with one part replaced.
fn with_part(name: &str, contents: &[u8]) -> Vec<u8> {
    let mut book = Workbook::new();
    book.add_worksheet().write(0, 0, "姓名").unwrap();
    let good = book.save_to_buffer().unwrap();
    let mut good = zip::ZipArchive::new(Cursor::new(good)).unwrap();
    let mut parts = Vec::new();
    for at in 0..good.len() {
        let mut part = good.by_index(at).unwrap();
        let part_name = part.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        std::io::copy(&mut part, &mut bytes).unwrap();
        parts.push((part_name.clone(), if part_name == name { contents.to_vec() } else { bytes }));
    }
    archive(&parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect::<Vec<_>>())
}

fn sheet(cells: &str, more: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let text = format!("<worksheet xmlns=\"{main}\"><sheetData>{cells}</sheetData>{more}</worksheet>");
    with_part("xl/worksheets/sheet1.xml", text.as_bytes())
}

#[test]
fn hostile_workbooks_are_refused_in_a_second_and_little_memory() {
    let folder = TempDir::new().unwrap();
    let merges: String = (1..=20_000).map(|row| format!("<mergeCell ref=\"A{row}:B{row}\"/>")).collect();
    let over_all: String = (1..=9_000).map(|_| "<mergeCell ref=\"A1:Z9000\"/>").collect();
    let one = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
    let at = |row: u32| format!("<row r=\"{row}\"><c r=\"Z{row}\"><v>1</v></c></row>");
    let blanks = vec![b' '; 40 * 1024 * 1024];
    let ods = |rows: &str| {
        let body = format!(
            "<office:document-content><table:table table:name=\"a\">{rows}</table:table></office:document-content>"
        );
        let kind = b"application/vnd.oasis.opendocument.spreadsheet";
        archive(&[("mimetype", kind), ("content.xml", body.as_bytes())])
    };
    // A row (0) a million down, and in its column F a small number (2).
    let far_records = [&[0, 4][..], &1_000_000_u32.to_le_bytes(), &[2, 12], &5_u32.to_le_bytes(), &[0; 8]].concat();
    let made = [
        ("merges.xlsx", sheet(one, &format!("<mergeCells>{merges}</mergeCells>")), "合并单元格多得不像名册"),
        ("over-all.xlsx", sheet(&at(9_000), &format!("<mergeCells>{over_all}</mergeCells>")), "合并单元格多得不像名册"),
        ("far.xlsx", sheet(&at(1_048_576), ""), "Z1048576"),
        (
            "formula.xlsx",
            sheet("<row r=\"1\"><c r=\"A1\"><f t=\"shared\" si=\"4000000000\"/></c></row>", ""),
            "多得不像名册",
        ),
        ("bomb.xlsx", with_part("xl/worksheets/sheet1.xml", &[b"<worksheet>", &blanks[..]].concat()), "多得不像名册"),
        ("strings.xlsx", with_part("xl/sharedStrings.xml", b"<sst uniqueCount=\"99999999999\"/>"), "多得不像名册"),
        (
            "far.ods",
            ods(
                "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell office:value-type=\"float\" table:number-columns-repeated=\"16000\"/></table:table-row>",
            ),
            "大得不像名册",
        ),
        ("far.xlsb", archive(&[("xl/worksheets/sheet1.bin", &far_records)]), "F1000001"),
        ("cut.xls", fs::read("tests/fixtures/people.xls").unwrap()[..3000].to_vec(), "已损坏"),
    ];
    for (name, bytes, _) in &made {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    let made = made.iter().map(|(name, _, said)| (folder.path().join(name), *said));
    let kept = [
        ("XFDA1-hang.xlsx", "已损坏"),
        ("alloc4g.xls", "未读取"),
        ("capacity.xlsx", "未读取"),
        ("cfb.xls", "未读取"),
        ("farcell.xlsx", "XFD1048576"),
        ("ministream.xls", "未读取"),
    ];
    let kept = kept.map(|(name, said)| (Path::new("tests/fixtures/hostile").join(name), said));
    for (file, said) in kept.into_iter().chain(made) {
        let (code, stderr) = limited(&["import", file.to_str().unwrap()]);
        assert_eq!(code, 2, "{}: {stderr}", file.display());
        assert!(stderr.contains("E801") && stderr.contains(said), "{}: {stderr}", file.display());
        assert!(!stderr.contains("panicked"), "{stderr}");
    }
}

#[test]
fn columns_that_only_have_a_format_are_no_reason_to_refuse() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let red = Format::new().set_bold();
    let heads = ["姓名", "用工形式", "性别", "出生年月", "参加工作时间", "岗位类别", "所在股室"];
    let person = ["张三", "在编", "男", "1975-10", "1997-08", "专技", "稽核股"];
    for (column, (head, cell)) in (0..).zip(heads.iter().zip(person)) {
        sheet.write(0, column, *head).unwrap();
        sheet.write(1, column, cell).unwrap();
    }
    sheet.write_blank(1_048_575, 16_383, &red).unwrap();
    sheet.merge_range(0, 6, 0, 7, "所在股室", &red).unwrap();
    let Imported { reading, found, .. } = import_bytes("x.xlsx", book.save_to_buffer().unwrap(), &Options::default());
    assert_eq!(render(&found, &Text::new(Language::English)), "");
    assert_eq!(reading.roster.rows.len(), 1);
}

#[test]
fn a_file_under_a_false_name_is_called_what_it_is() {
    let said = |name: &str, bytes: &[u8], language| {
        let found = import_bytes(name, bytes.to_vec(), &Options::default()).found;
        assert_eq!(found.as_slice().len(), 1);
        cause(&found.as_slice()[0], &Text::new(language))
    };
    let page = encoding_rs::GB18030.encode("<html><body><table><tr><td>姓名</td></tr></table></body></html>").0;
    assert_eq!(said("in.xls", &page, Language::Chinese), "“in.xls”其实是网页，只是文件名写成了工作簿，未读取。");
    let text = encoding_rs::GB18030.encode("姓名\t性别\n甲\t男\n").0;
    assert_eq!(said("in.xls", &text, Language::Chinese), "“in.xls”其实是文本，只是文件名写成了工作簿，未读取。");
    assert_eq!(
        said("in.xls", &page, Language::English),
        "“in.xls” is a web page that was saved under the name of a workbook; it was not read."
    );
    let book = with_part("", b"");
    let found = small::load(SCENARIO, &book).unwrap_err();
    let said = cause(&found.as_slice()[0], &Text::new(Language::Chinese));
    assert_eq!(said, "“people.csv”是 Excel、WPS、Word 等办公软件的文件，此处应为文本文件。");
}

#[test]
fn pipes_devices_and_folders_never_hang_a_command() {
    let folder = TempDir::new().unwrap();
    let pipe = folder.path().join("pipe.toml");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let pipe = pipe.to_str().unwrap();
    for file in [pipe, "/dev/zero", "/"] {
        for command in [
            &["plan", file][..],
            &["check", file],
            &["show", file],
            &["compare", file, file],
            &["import", file],
            &["import", "tests/fixtures/people.xls", "--sections", file],
            &["retire", "--roster", file],
            &["anonymise", file, "out"],
            &["need", "--wisn", file],
        ] {
            let (code, stderr) = limited(command);
            assert_eq!(code, 2, "{command:?}: {stderr}");
        }
    }
}

#[test]
fn dash_is_standard_input_up_to_a_bound() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_shuanggang"));
    let roster = fs::read("scenarios/minimal-roster.csv").unwrap();
    let output = command.args(["retire", "--roster", "-", "--lang", "en"]).write_stdin(roster).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut command = Command::new("sh");
    command.args(["-c", "exec \"$0\" plan - < /dev/zero", env!("CARGO_BIN_EXE_shuanggang")]);
    let (code, stderr) = ended(&mut command);
    assert!(code == 2 && stderr.contains("16 MB"), "{stderr}");
}

#[test]
fn nothing_is_read_through_a_link_that_leads_out() {
    let outer = TempDir::new().unwrap();
    let folder = outer.path().join("unit");
    fs::create_dir(&folder).unwrap();
    fs::write(outer.path().join("secret"), "password = hunter2\nid,employment,status\n").unwrap();
    fs::write(outer.path().join("people.csv"), PEOPLE).unwrap();
    symlink(outer.path().join("people.csv"), folder.join("people.csv")).unwrap();
    symlink(outer.path().join("secret"), folder.join("secret.toml")).unwrap();
    fs::write(folder.join("unit.toml"), SCENARIO).unwrap();
    let codes = |file: &str| {
        let found = scenario::load(&folder.join(file)).unwrap_err();
        let shown = render(&found, &Text::new(Language::Chinese));
        assert!(!shown.contains("hunter2"), "{shown}");
        found.as_slice().iter().map(|finding| finding.code).collect::<Vec<_>>()
    };
    assert_eq!(codes("unit.toml"), [Code::RosterOutside]);
    fs::write(folder.join("over.toml"), "extends = \"secret.toml\"\n[overlay]\nname = \"x\"\nwhy = \"y\"\n").unwrap();
    assert_eq!(codes("over.toml"), [Code::ParentOutside]);
    // A link within the folder is a name like any other, and so is a link to the folder.
    fs::remove_file(folder.join("people.csv")).unwrap();
    fs::write(folder.join("staff.csv"), PEOPLE).unwrap();
    symlink("staff.csv", folder.join("people.csv")).unwrap();
    symlink(&folder, outer.path().join("link")).unwrap();
    assert!(scenario::load(&outer.path().join("link/unit.toml")).is_ok());
}

#[test]
fn a_file_that_is_no_roster_is_not_repeated() {
    let found = small::load(SCENARIO, b"root:x:0:0:root:/root\nsecond line\n").unwrap_err();
    let shown = render(&found, &Text::new(Language::English));
    assert!(shown.contains("E524") && !shown.contains("root:"), "{shown}");
}

#[test]
fn columns_that_a_spreadsheet_leaves_behind_are_none() {
    let wide: String = PEOPLE.lines().map(|line| format!("{line},,\n")).collect();
    assert_eq!(
        small::load(SCENARIO, wide.as_bytes()).unwrap().unit,
        small::load(SCENARIO, PEOPLE.as_bytes()).unwrap().unit
    );
    let ragged = PEOPLE.replacen("b1,", "b1,,", 1);
    assert!(small::load(SCENARIO, ragged.as_bytes()).is_err());
}

#[test]
fn wide_characters_are_named_with_the_narrow_ones() {
    let shown = |scenario: &str, people: &str| {
        render(&small::load(scenario, people.as_bytes()).unwrap_err(), &Text::new(Language::Chinese))
    };
    let said = shown(&SCENARIO.replacen("year = 2024", "year ＝ ２０２４", 1), PEOPLE);
    assert!(said.contains("其中“＝２０２４”是全角字符，应改为半角“=2024”。"), "{said}");
    let said = shown(SCENARIO, &PEOPLE.replacen("1990-10", "１９９０-10", 1));
    assert!(said.contains("其中“１９９０”是全角字符，应改为半角“1990”。"), "{said}");
    let said = shown(&SCENARIO.replacen("year = 2024", "year = \"２０２４\"", 1), PEOPLE);
    assert!(said.contains("其中“２０２４”是全角字符"), "{said}");
}

#[test]
fn no_message_repeats_an_identity_number() {
    let number = "110105194912310021";
    for people in [
        PEOPLE.replacen("a2,", &format!("{number},"), 1),
        PEOPLE.replacen("1980-01", number, 1),
        PEOPLE.replacen("yes,check", &format!("yes,{number}"), 1),
        PEOPLE.replacen("id,", &format!("id,{number},"), 1),
    ] {
        let shown = render(&small::load(SCENARIO, people.as_bytes()).unwrap_err(), &Text::new(Language::Chinese));
        assert!(!shown.contains(number) && !shown.contains("19491231"), "{shown}");
    }
    let folder = TempDir::new().unwrap();
    let roster = folder.path().join("r.csv");
    for number in [number, "１１０１０５１９４９１２３１００２Ｘ", "110105 19491231 0021", "110105491231002"]
    {
        fs::write(&roster, PEOPLE.replacen("a2,", &format!("{number},"), 1)).unwrap();
        let (code, stderr) = run(&["retire", "--roster", roster.to_str().unwrap()]);
        assert!(code == 2 && stderr.contains("E205") && !stderr.contains(number), "{stderr}");
    }
    let (code, stderr) = run(&["import", "tests/fixtures/hostile/21badcheck_idcol.xlsx"]);
    assert!(code == 2 && stderr.contains("E805") && !stderr.contains("1949"), "{stderr}");
}

#[test]
fn a_hundred_thousand_mistakes_are_counted_in_seconds() {
    let keys: String = (0..100_000).map(|at| format!("key{at} = {at}\n")).collect();
    let inline: String = (0..100_000).map(|at| format!("k{at} = {at}, ")).collect();
    let words: String = (0..100_000).map(|at| format!("\"w{}\", ", at % 90_000)).collect();
    let rows = |row: &str| {
        let head = PEOPLE.lines().next().unwrap();
        let rows: String = (0..100_000).map(|at| format!("p{at}{row}\n")).collect();
        format!("{head}\n{rows}")
    };
    let broken: String = (0..100_000).map(|at| format!("key{at} : {at}\n")).collect();
    let bad = ",established,on_duty,staff,男,1980-13,2002-07,professional,yes,nowhere,,,";
    for (what, scenario, people) in [
        ("keys", format!("{keys}{SCENARIO}"), PEOPLE.to_owned()),
        (
            "inline",
            SCENARIO.replacen("step = \"handle\", ", &format!("step = \"handle\", {inline}"), 1),
            PEOPLE.to_owned(),
        ),
        ("words", SCENARIO.replacen("[headcount]", &format!("x = [{words}]\n[headcount]"), 1), PEOPLE.to_owned()),
        ("broken", format!("{broken}{SCENARIO}"), PEOPLE.to_owned()),
        ("rows", SCENARIO.to_owned(), rows(bad)),
        ("ragged", SCENARIO.to_owned(), rows(",x")),
        ("twice", SCENARIO.to_owned(), rows("").replace("p1", "p2")),
    ] {
        let start = processor_time();
        let found = small::load(&scenario, people.as_bytes()).unwrap_err();
        let shown = render(&found, &Text::new(Language::Chinese));
        let taken = processor_time().saturating_sub(start);
        assert!(taken < MOST_TIME, "{what}: {taken:?}");
        assert!(shown.lines().count() < 5_000, "{what}: {} lines", shown.lines().count());
        assert!(
            what == "words" || shown.contains("处，不逐一列出。"),
            "{what}: {}",
            shown.lines().last().unwrap_or_default()
        );
    }
    let over = format!("extends = \"small.toml\"\n{keys}[overlay]\nname = \"x\"\nwhy = \"y\"\n");
    let start = processor_time();
    let found = small::load_over(&over, SCENARIO, PEOPLE.as_bytes(), &scenario::Options::default()).unwrap_err();
    assert!(processor_time().saturating_sub(start) < MOST_TIME);
    let count = found.count(shuanggang::diag::Severity::Error);
    assert_eq!((count >= 100_000, found.as_slice().len() <= 200), (true, true), "{count}");
}

#[test]
fn tables_of_many_people_are_read_in_seconds() {
    let head = "姓名,用工形式,性别,出生年月,参加工作时间,岗位类别,所在股室\n";
    let rows = |row: &dyn Fn(usize) -> String| head.to_owned() + &(0..50_000).map(row).collect::<String>();
    let good = rows(&|at| format!("人{at},在编,男,1975-10,1997-08,专技,股{at}\n"));
    let bad = rows(&|at| format!("人{at},在x{at},男{at},甲,19,乙{at},\n"));
    let heads: String = (0..16_000).map(|at| format!("列{at},")).collect();
    for (table, people) in [(good, 50_000), (bad, 50_000), (head.trim().to_owned() + "," + &heads, 0)] {
        let start = processor_time();
        let Imported { reading, found, .. } = import_bytes("x.csv", table.into_bytes(), &Options::default());
        let shown = render(&found, &Text::new(Language::Chinese));
        let taken = processor_time().saturating_sub(start);
        assert!(taken < MOST_TIME, "{people}: {taken:?}");
        assert!(shown.lines().count() < 5_000);
        assert_eq!(reading.roster.rows.len(), people, "{shown}");
    }
    let heads: String = (0..300_000).map(|at| format!("列{at},")).collect();
    let found = import_bytes("x.csv", heads.into_bytes(), &Options::default()).found;
    assert_eq!(found.as_slice()[0].code, Code::WorkbookUnreadable, "wider than any sheet");
    let found = import_bytes("x.csv", ",".repeat(600_000).into_bytes(), &Options::default()).found;
    assert_eq!(found.as_slice()[0].code, Code::WorkbookUnreadable);
}
