//! Hires and uncertainty.

use super::Edit::Part;
use super::File::{People, Scenario};
use super::Mistake;

/// Replaces the heading of the conflict, so that the first new line is line 61.
macro_rules! before_conflict {
    ($($line:expr),+ $(,)?) => {
        Part(Scenario, "[[conflict]]", concat!($($line, "\n",)+ "[[conflict]]"))
    };
}

/// A hire with other lines than month, employment and section.
macro_rules! hire {
    ($id:literal, $month:literal, $line:literal) => {
        before_conflict!(
            "[[hire]]",
            concat!("id = \"", $id, "\""),
            concat!("month = \"", $month, "\""),
            "employment = \"established\"",
            "section = \"desk\"",
            $line
        )
    };
}

/// A whole table in which the first occurrences of the given numbers stand.
macro_rules! uncertainty {
    ($early:literal, $late:literal, $months:literal, $growth:literal) => {
        before_conflict!(
            "[uncertainty]",
            concat!("early = ", $early),
            concat!("late = ", $late),
            "resign_established = 0",
            "resign_contract = 0.1",
            "long_sick = 0",
            concat!("long_sick_months = ", $months),
            concat!("growth = { ", $growth, " }")
        )
    };
}

pub(super) static MISTAKES: &[Mistake] = &[
    Mistake {
        edit: hire!("new", "2025-07", "work_since = \"2025-08\""),
        found: &[("E520", "small.toml:66:14", "增员“new”的参加工作月份晚于到岗月份。")],
    },
    Mistake {
        edit: hire!("new", "2025-07", "count = 0"),
        found: &[("E301", "small.toml:66:9", "“count” is 0, outside its range (1 ≤ x ≤ 1000).")],
    },
    Mistake {
        edit: hire!("new", "2025-07", "rank = \"leader\""),
        found: &[("E106", "small.toml:66:8", "“rank” cannot be “leader”, only: section_head, staff.")],
    },
    Mistake {
        edit: hire!("new", "July", ""),
        found: &[("E305", "small.toml:63:9", "“month” is “July”, which is no month.")],
    },
    Mistake {
        edit: before_conflict!("[[hire]]", "id = \"new\"", "month = \"2025-07\"", "section = \"desks\""),
        found: &[
            ("E104", "small.toml:61:1", "[hire] lacks “employment”."),
            ("E203", "small.toml:64:11", "没有名称或编号为“desks”的股室。"),
        ],
    },
    Mistake {
        edit: before_conflict!(
            "[[hire]]",
            "id = \"new\"",
            "month = \"2025-07\"",
            "employment = \"contract\"",
            "section = \"desk\"",
            "[[hire]]",
            "id = \"new\"",
            "month = \"2026-07\"",
            "employment = \"contract\"",
            "section = \"desk\""
        ),
        found: &[("E202", "small.toml:67:6", "编号“new”重复，62:6 处已用于另一增员。")],
    },
    Mistake {
        edit: Part(People, "\na3,", "\nrecruit-2,"),
        found: &[("E202", "small.toml:69:6", "编号“recruit-2”重复，people.csv:4:1 处已用于另一人员。")],
    },
    Mistake {
        edit: uncertainty!("0.6", "0.5", "6", "low = 0, mode = 0, high = 0"),
        found: &[("E309", "small.toml:63:8", "弹性提前退休与弹性延迟退休的比例合计为 1.1，超过1。")],
    },
    Mistake {
        edit: uncertainty!("0.6", "0.4", "6", "low = 0, mode = 0.05, high = -0.02"),
        found: &[(
            "E310",
            "small.toml:68:10",
            "The rates of growth are out of order: lowest 0, most likely 0.05, highest -0.02.",
        )],
    },
    Mistake {
        edit: uncertainty!("1.2", "0", "25", "low = -0.6, mode = 0, high = 1.1"),
        found: &[
            ("E301", "small.toml:62:9", "“early” is 1.2, outside its range (0 ≤ x ≤ 1)."),
            ("E301", "small.toml:67:20", "“long_sick_months” is 25, outside its range (1 ≤ x ≤ 24)."),
            ("E301", "small.toml:68:18", "“low” is -0.6, outside its range (-0.5 ≤ x ≤ 1)."),
            ("E301", "small.toml:68:41", "“high” is 1.1, outside its range (-0.5 ≤ x ≤ 1)."),
        ],
    },
    Mistake {
        edit: uncertainty!("0", "0", "6.5", "low = 0, mode = 0"),
        found: &[
            ("E302", "small.toml:67:20", "“long_sick_months” is 6.5, but must be a whole number."),
            ("E104", "small.toml:68:10", "[uncertainty.growth] lacks “high”."),
        ],
    },
];
