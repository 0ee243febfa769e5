//! A document with every kind of block and names that somebody would obey.

use rust_decimal::Decimal;
use shuanggang::render::document::chart::{Axes, Chart, Series, Shape};
use shuanggang::render::document::glance::{Answer, Figure};
use shuanggang::render::document::grid::{Axis, Grid, Lane, Level};
use shuanggang::render::document::topic::Topic;
use shuanggang::render::document::{Block, Cell, Column, Document, Kind, Note, Table, Tone};
use shuanggang::render::line::Line;
use shuanggang::units::Month;

/// Names that a spreadsheet would compute, a browser would run, and nobody would want to see in full.
pub(crate) const HOSTILE: [&str; 4] = [
    "=HYPERLINK(\"http://example.invalid\",\"点击\")",
    "<script>document.title='taken'</script>",
    "\"><img src=x onerror=alert(1)>&amp;'",
    "@SUM(1+1)*cmd|' /C calc'!A0",
];

pub(crate) fn document() -> Document {
    let columns = [
        Column::new(Kind::Text, HOSTILE[0].to_owned()),
        Column::new(Kind::Whole, "甲方案".to_owned()),
        Column::new(Kind::Percent, "乙方案".to_owned()),
        Column::new(Kind::Text, "月份".to_owned()),
    ];
    let month = Month::new(2026, 2).unwrap();
    let long = "很".repeat(40_000);
    let names = HOSTILE.into_iter().chain(["", &long]);
    let rows = names.map(|name| {
        [Cell::from(name), Cell::from(1234_usize), Cell::from(Decimal::new(5, 1)).tone(Tone::Bad), month.into()]
    });
    let mut blocks = vec![
        Block::Heading(HOSTILE[1].into()),
        Block::List(HOSTILE.map(|name| Note::new(Tone::Caution, name.to_owned())).to_vec()),
        Block::Choice(["甲方案", "乙方案"].map(Line::from).to_vec()),
        Block::Table(Table::new("first", columns.clone(), rows)),
        Block::Table(Table::new(
            "second",
            columns,
            [[
                Cell::list(HOSTILE.map(str::to_owned).to_vec(), "列".into()),
                Cell::empty(),
                Cell::empty(),
                Cell::empty(),
            ]],
        )),
    ];
    blocks.extend([Shape::Bars, Shape::Stacked, Shape::Steps, Shape::Lines].map(|shape| Block::Chart(chart(shape))));
    let hostile = Note::new(Tone::Bad, HOSTILE[1].to_owned());
    blocks.push(Block::Grid(grid()));
    blocks.push(Block::Figures(vec![Figure { name: HOSTILE[1].into(), value: hostile.clone() }]));
    blocks.push(Block::Answers(vec![Answer { question: HOSTILE[2].into(), answer: hostile.more(HOSTILE[1].into()) }]));
    blocks.push(Block::About(Topic::Basis));
    blocks.push(Block::Heading("a name of a sheet that is longer than 31 characters: [all] of it?*/\\".into()));
    blocks.push(Block::Table(Table::new("third", [Column::new(Kind::Text, "id".to_owned())], [[Cell::from("x")]])));
    Document { title: HOSTILE[2].into(), blocks }
}

/// Two things over fourteen months.
pub(crate) fn grid() -> Grid {
    let level = |name: &str, tone| Level { name: name.into(), tone };
    let lane = |name: &str, levels: [usize; 14]| Lane { name: name.into(), levels: levels.into() };
    Grid {
        name: "months",
        title: HOSTILE[1].into(),
        of: HOSTILE[2].into(),
        axis: Axis::Months(Month::new(2026, 2).unwrap()),
        levels: vec![level("足额", Tone::Good), level("迟滞", Tone::Caution), level("停摆", Tone::Bad)],
        lanes: vec![
            lane(HOSTILE[0], [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2]),
            lane("乙", [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
        ],
    }
}

fn chart(shape: Shape) -> Chart {
    let numbers = |numbers: [i64; 3]| numbers.map(Decimal::from);
    Chart {
        name: match shape {
            Shape::Bars => "bars",
            Shape::Stacked => "stacked",
            Shape::Steps => "steps",
            Shape::Lines => "lines",
        },
        title: HOSTILE[1].into(),
        shape,
        kind: Kind::Whole,
        axes: Axes::new("月份".to_owned(), HOSTILE[0].to_owned()),
        categories: ["2026-01", "2026-02", HOSTILE[2]].map(Line::from).to_vec(),
        series: vec![
            Series::new("甲方案".to_owned(), Tone::Plain, numbers([3, 5, 1203])),
            Series {
                name: "乙方案".into(),
                tone: Tone::Bad,
                values: vec![Some(Decimal::ONE), None, Some(Decimal::TWO)],
            },
        ],
    }
}
