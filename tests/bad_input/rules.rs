//! Rules and conflicts.

use super::Edit::Part;
use super::File::Scenario;
use super::Mistake;

pub(super) static MISTAKES: &[Mistake] = &[
    Mistake {
        edit: Part(Scenario, "[\"a1\", \"b1\"]", "[\"a1\", \"a1\"]"),
        found: &[("E601", "small.toml:51:10", "“a1”与本人列为亲属。")],
    },
    Mistake {
        edit: Part(Scenario, "used = 1", "used = 3"),
        found: &[("E701", "small.toml:65:8", "采用第 3 个值，但只列了 2 个。")],
    },
    Mistake {
        edit: Part(Scenario, "\"headcount.authorised\"", "\"headcount.authorized\""),
        found: &[("E702", "small.toml:64:10", "没有“headcount.authorized”这一对象。")],
    },
    Mistake {
        edit: Part(Scenario, "used = 1", "used = 2"),
        found: &[("E703", "small.toml:64:10", "“headcount.authorised”采用值写为 6，方案中用的是 4。")],
    },
    Mistake {
        edit: Part(Scenario, "\"headcount.authorised\"", "\"headcount.contract\""),
        found: &[("E704", "small.toml:64:10", "方案中没有“headcount.contract”的数字。")],
    },
];
