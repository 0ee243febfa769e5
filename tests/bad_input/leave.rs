//! Annual leave: wishes, weeks without leave, days.

use super::Edit::{Both, Part};
use super::File::Scenario;
use super::Mistake;

pub(super) static MISTAKES: &[Mistake] = &[
    // Every mistake of a row, and of the weeks of the unit, in one run.
    Mistake {
        edit: Both([
            &Part(
                Scenario,
                "[[conflict]]",
                "[[vacation]]\nperson = \"a9\"\nwishes = [8]\n[[vacation]]\nperson = \"b1\"\nwishes = [30, 53]\nblocked = [30]\n[[conflict]]",
            ),
            &Part(Scenario, "duty = \"audit\"", "duty = \"audit\"\nno_leave = [53]"),
        ]),
        found: &[
            ("E542", "small.toml:26:13", "第 53 周不整周在 2024 年内。"),
            ("E203", "small.toml:63:10", "There is no person “a9”."),
            ("E543", "small.toml:67:11", "“b1”既希望第 30 周休假，又列为该周不休假。"),
            ("E542", "small.toml:67:15", "Week 53 does not lie in 2024 in whole."),
        ],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[vacation]]\nperson = \"b1\"\ndays = 220\nblocked = [1, 2, 3, 4, 5, 6, 7, 8, 9]\n[[conflict]]",
        ),
        found: &[("E544", "small.toml:63:8", "“b1” is due 44 weeks of annual leave; 43 are left for it.")],
    },
    Mistake {
        edit: Part(Scenario, "[[conflict]]", "[[vacation]]\nperson = \"b1\"\nwishes = [54]\n[[conflict]]"),
        found: &[("E301", "small.toml:63:11", "“wishes”为 54，超出范围（1 ≤ x ≤ 53）。")],
    },
    Mistake {
        edit: Part(Scenario, "[[conflict]]", "[[vacation]]\nperson = \"b1\"\nwishes = [9, 9]\n[[conflict]]"),
        found: &[("E111", "small.toml:63:14", "“wishes” names “9” twice.")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[vacation]]\nperson = \"b1\"\n[[vacation]]\nperson = \"b1\"\n[[conflict]]",
        ),
        found: &[("E202", "small.toml:64:10", "“b1”的年休假已写在 62:10 处。")],
    },
];
