//! Documents made by hand, and the exact text that each renderer makes of them.

use pretty_assertions::assert_eq;
use rust_decimal::Decimal;
use shuanggang::render::document::chart::{Axes, Chart, Series, Shape};
use shuanggang::render::document::{Block, Cell, Column, Document, Kind, Note, Table, Tone};
use shuanggang::render::line::{Line, lines};
use shuanggang::render::terminal::Screen;
use shuanggang::render::{csv, json, markdown, terminal};
use shuanggang::units::Month;

const PLAIN: Screen = Screen { width: 80, colour: false };

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn document(blocks: Vec<Block>) -> Document {
    Document { title: "标题".into(), blocks }
}

fn column(kind: Kind, head: &str) -> Column {
    Column::new(kind, head.to_owned())
}

fn table() -> Table {
    let columns = [
        column(Kind::Text, "事项"),
        column(Kind::Whole, "到件"),
        column(Kind::Percent, "服务水平"),
        column(Kind::Decimal(2), "差距"),
        column(Kind::Hours, "工时"),
    ];
    let row = |name: &str, numbers: [&str; 4]| {
        let [a, b, c, d] = numbers.map(|number| Cell::from(decimal(number)));
        [Cell::from(name), a, b, c, d]
    };
    Table::new(
        "matters",
        columns,
        [row("支付", ["1200", "1", "0.005", "1234.5"]), row("稽核", ["60", "0.12345", "-0.004", "0.4"])],
    )
}

#[test]
fn a_terminal_aligns_chinese_and_rounds_half_up() {
    let document = document(vec![
        Block::Heading("一节".into()),
        Block::List(vec![Note::plain("第一".to_owned()), Note::plain("第二".to_owned())]),
        Block::Table(table()),
    ]);
    let expected = "\
标题
====

一节
----

- 第一
- 第二

事项   到件  服务水平  差距   工时
----------------------------------
支付  1,200    100.0%  0.01  1,235
稽核     60     12.3%  0.00      0
";
    assert_eq!(terminal::render(&document, PLAIN), expected);
}

#[test]
fn a_narrow_terminal_wraps_words_and_keeps_numbers() {
    let columns = [column(Kind::Text, "section"), column(Kind::Text, "note"), column(Kind::Whole, "cases arriving")];
    let row = [
        Cell::from("城乡居民及工伤保险待遇计发部"),
        Cell::from("a note in several plain words that need much more room"),
        Cell::from(decimal("1234567")),
    ];
    let document = document(vec![Block::Table(Table::new("t", columns, [row]))]);
    let rendered = terminal::render(&document, Screen { width: 72, colour: false });
    // The number has its 9 columns under a broken head; the text has the rest, 72 − 28 − 2 − 2 − 9 = 31.
    let expected = "\
标题
====

section                       note                               cases
                                                              arriving
----------------------------------------------------------------------
城乡居民及工伤保险待遇计发部  a note in several plain words  1,234,567
                              that need much more room
";
    assert_eq!(rendered, expected);
}

#[test]
fn the_second_line_of_a_row_is_told_from_the_next_row() {
    let name = "城乡居民及工伤保险待遇计发部城乡居民及工伤保险待遇计发部城乡居民及工伤保险待遇计发部";
    let document = document(vec![Block::Table(Table::new("t", [column(Kind::Text, "股室")], [[Cell::from(name)]]))]);
    let rendered = terminal::render(&document, Screen { width: 72, colour: false });
    assert_eq!(rendered.lines().last(), Some("  险待遇计发部"));
}

#[test]
fn lines_do_not_begin_with_a_closing_mark() {
    let text = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六，后文".to_owned();
    let document = document(vec![Block::plain(text)]);
    let rendered = terminal::render(&document, Screen { width: 72, colour: false });
    assert_eq!(
        rendered.lines().skip(3).collect::<Vec<_>>(),
        ["一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五", "六，后文"]
    );
}

#[test]
fn codes_and_numbers_with_what_they_count_stay_on_one_line() {
    let text = "增加合同工 1 人，召回编11、编12，到2028年11月编05退休后，全部 34 项停摆。".repeat(3);
    let document = document(vec![Block::plain(text)]);
    for width in 30..60 {
        let rendered = terminal::render(&document, Screen { width, colour: false });
        let torn = |line: &&str| {
            line.starts_with(['人', '项', '年', '月']) || line.ends_with(|c: char| c == '编' || c.is_ascii_digit())
        };
        assert_eq!(rendered.lines().find(torn), None, "{rendered}");
    }
}

#[test]
fn a_table_too_wide_for_its_words_comes_in_parts_that_name_their_rows() {
    let heads =
        ["month", "Withdrawals", "Contributions", "Registrations", "Inspections", "Examinations", "Acceptances"];
    let row = |month: &str| heads.map(|head| Cell::from(if head == "month" { month } else { "thirteen full" }));
    let columns = heads.map(|head| column(Kind::Text, head));
    let wide = document(vec![Block::Table(Table::new("t", columns, ["2025-01", "2025-02"].map(row)))]);
    let rendered = terminal::render(&wide, PLAIN);
    assert!(rendered.lines().all(|line| line.len() <= 80), "{rendered}");
    assert_eq!(rendered.matches("2025-02").count(), 2, "{rendered}");
    assert!(heads.iter().all(|head| rendered.contains(head)), "{rendered}");
}

#[test]
fn colour_marks_tone_and_nothing_else() {
    let note = |tone| Block::Paragraph(Note::new(tone, "词".to_owned()));
    let tones = [Tone::Plain, Tone::Good, Tone::Caution, Tone::Bad];
    let document = document(tones.map(note).to_vec());
    let coloured = terminal::render(&document, Screen { colour: true, ..PLAIN });
    assert!(coloured.contains("\u{1b}[31m词\u{1b}[0m"), "{coloured:?}");
    let stripped = anstream::adapter::strip_str(&coloured).to_string();
    assert_eq!(stripped, terminal::render(&document, PLAIN));
}

#[test]
fn markdown_marks_stand_for_themselves() {
    let rows = [[Cell::from("a|b"), Cell::from(decimal("1"))], [Cell::from("<i>_x_*"), Cell::empty()]];
    let blocks = vec![
        Block::Paragraph(Note::plain("# 1 `x`".to_owned())),
        Block::List(vec![Note::plain("1. 甲".to_owned()), Note::plain("- 乙".to_owned())]),
        Block::Table(Table::new("t", [column(Kind::Text, "文"), column(Kind::Whole, "数")], rows)),
    ];
    let expected = "\
# 标题

\\# 1 \\`x\\`

- 1\\. 甲
- \\- 乙

| 文 | 数 |
| --- | ---: |
| a\\|b | 1 |
| \\<i\\>\\_x\\_\\* |  |
";
    assert_eq!(markdown::render(&document(blocks)), expected);
}

#[test]
fn csv_keeps_numbers_exact_and_formulas_still() {
    let row = |text: &str, number: &str| [Cell::from(text), Cell::from(decimal(number))];
    let rows = [
        row("=1+1", "0.3333333333"),
        row("+86", "-2.50"),
        row("-甲", "1200"),
        row("@cmd", "0"),
        row("\t=x", "0.0000004"),
        row("say \"a,b\"", "1"),
    ];
    let table = Table::new("t", [column(Kind::Text, "文"), column(Kind::Percent, "数")], rows);
    let expected = "文,数\n'=1+1,0.333333\n'+86,-2.5\n'-甲,1200\n'@cmd,0\n' =x,0\n\"say \"\"a,b\"\"\",1\n";
    assert_eq!(csv::with_text(&table), expected);
}

#[test]
fn nothing_in_a_line_is_obeyed() {
    let hostile = "a\u{1b}[31mb\u{7}c\u{7f}d\u{9b}2Je\nf\tg\u{202e}h\u{2028}i\u{200b}j";
    assert_eq!(Line::from(hostile).as_str(), "a␛[31mb␇c␡d\u{fffd}2Je f g\u{fffd}h i\u{fffd}j");
    assert_eq!(lines("一\n\u{1b}二\n"), "一\n␛二");
    let json = json::write(&hostile).unwrap();
    assert_eq!(json, "\"a\\u001b[31mb\\u0007c\\u007fd\\u009b2Je\\nf\\tg\\u202eh\\u2028i\\u200bj\"\n");
    assert_eq!(serde_json::from_str::<String>(&json).unwrap(), hostile);
}

#[test]
fn thousands_are_set_apart_and_decimals_kept_where_they_were_given() {
    let cases = [
        (Kind::Given, "25.00", "25"),
        (Kind::Given, "15397.06", "15,397.06"),
        (Kind::Given, "-1234567.1234", "-1,234,567.1234"),
        (Kind::Whole, "999", "999"),
        (Kind::Whole, "-999", "-999"),
        (Kind::Hours, "999.5", "1,000"),
        (Kind::Decimal(2), "123456", "123,456.00"),
        (Kind::Percent, "12.5", "1,250.0%"),
    ];
    for (kind, number, shown) in cases {
        assert_eq!(kind.show(decimal(number)), shown);
    }
}

#[test]
fn the_heads_of_columns_break_between_words_only() {
    let heads = ["事项", "服务水平", "使用率", "service level"];
    let columns = heads.map(|head| column(Kind::Whole, head));
    let row = ["1", "2", "3", "4"].map(|number| Cell::from(decimal(number)));
    let document = document(vec![Block::Table(Table::new("t", columns, [row]))]);
    let rendered = terminal::render(&document, Screen { width: 20, colour: false });
    let expected = "\
标题
====

事项  服务  使用率  service
      水平            level
---------------------------
   1     2       3        4
";
    assert_eq!(rendered, expected);
}

/// Keys for heads, ids for words, semicolons between several; what has no key is for people alone.
#[test]
fn programs_read_keys_and_ids() {
    let keyed = |key: Option<&str>| Column { key: key.map(str::to_owned), ..column(Kind::Text, "头") };
    let columns = [keyed(Some("status")), keyed(Some("people")), keyed(Some("month")), keyed(None)];
    let list = || Cell::list(vec!["甲".into(), "乙".into()], "甲、乙".into());
    let rows = [
        [Cell::word("stalled", "停摆"), list(), Cell::from(Month::parse("2026-02").unwrap()), Cell::from("停")],
        [Cell::word("", "无"), Cell::word("=a", "甲"), Cell::empty(), Cell::empty()],
    ];
    let table = Table::new("t", columns, rows);
    assert_eq!(csv::with_keys(&table), "status,people,month\nstalled,甲;乙,2026-02\n,'=a,\n");
    assert_eq!(csv::with_text(&table), "头,头,头,头\n停摆,甲、乙,2026-02,停\n无,甲,,\n");
}

#[test]
fn ids_are_for_programs() {
    let columns = [column(Kind::Id, "编号"), column(Kind::Text, "事项")];
    let table = Table::new("t", columns, [[Cell::from("payment"), Cell::from("支付")]]);
    assert_eq!(csv::with_text(&table), "编号,事项\npayment,支付\n");
    let document = document(vec![Block::Table(table)]);
    assert!(!terminal::render(&document, PLAIN).contains("payment"));
    assert!(!markdown::render(&document).contains("payment"));
}

fn chart(shape: Shape, kind: Kind, series: &[(&str, &[&str])]) -> Block {
    let names = ["2024-01", "2024-02", "2024-03"];
    let row = |(name, values): &(&str, &[&str])| {
        Series::new((*name).to_owned(), Tone::Plain, values.iter().map(|value| decimal(value)))
    };
    Block::Chart(Chart {
        name: "course",
        title: "图".into(),
        shape,
        kind,
        axes: Axes::new("月份".to_owned(), "人数".to_owned()),
        categories: names.map(Line::from).to_vec(),
        series: series.iter().map(row).collect(),
    })
}

#[test]
fn a_chart_is_drawn_in_characters() {
    let blocks = vec![
        chart(Shape::Stacked, Kind::Whole, &[("在编", &["3", "2", "0"]), ("空编", &["0", "1", "3"])]),
        // 80 − 7 − 6 − 4 − 1 leaves 62, and no bar is longer than 60; what is not nothing has a mark.
        chart(Shape::Bars, Kind::Percent, &[("使用率", &["0.1", "0.001", "1"])]),
        // The second month is as the first: only changes are told.
        chart(Shape::Steps, Kind::Whole, &[("在岗", &["2", "2", "1"])]),
        Block::Choice(vec!["在编".into()]),
    ];
    let expected = format!(
        "\
标题
====

图
# 在编  = 空编
2024-01  ###  3 / 0
2024-02  ##=  2 / 1
2024-03  ===  0 / 3

图
2024-01  ######  10.0%
2024-02  #  0.1%
2024-03  {}  100.0%

图
2024-01  ##  2
2024-03  #  1
",
        "#".repeat(60)
    );
    assert_eq!(terminal::render(&document(blocks), PLAIN), expected);
}
