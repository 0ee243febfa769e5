//! Order between matters, one handler for two, people of a section, people split between sections.

use super::Edit::{Both, Part};
use super::File::Scenario;
use super::Mistake;

pub(super) static MISTAKES: &[Mistake] = &[
    Mistake {
        edit: Part(Scenario, "audits = [\"enrol\"]", "audits = [\"enrol\"]\nafter = []"),
        found: &[("E110", "small.toml:48:9", "The number of entries in “after” is 0; it must be at least 1.")],
    },
    Mistake {
        edit: Part(Scenario, "audits = [\"enrol\"]", "audits = [\"enrol\"]\nafter = \"enrol\""),
        found: &[("E105", "small.toml:48:9", "“after”应为列表，写成了文字。")],
    },
    Mistake {
        edit: Part(Scenario, "audits = [\"enrol\"]", "audits = [\"enrol\"]\nafter = [\"enroll\"]"),
        found: &[("E203", "small.toml:48:10", "没有名称或编号为“enroll”的事项。")],
    },
    Mistake {
        edit: Part(Scenario, "audits = [\"enrol\"]", "audits = [\"enrol\"]\nafter = [\"inspect\"]"),
        found: &[("E417", "small.toml:48:10", "The matters “检查” and “检查” come before one another, in a circle.")],
    },
    Mistake {
        edit: Part(Scenario, "audits = [\"enrol\"]", "audits = [\"enrol\"]\nafter = [\"enrol\", \"enrol\"]"),
        found: &[("E111", "small.toml:48:19", "“after”中“enrol”重复。")],
    },
    Mistake {
        edit: Part(Scenario, "audits = [\"enrol\"]", "audits = [\"enrol\"]\nafter = [3]"),
        found: &[("E105", "small.toml:48:10", "“after”应为文字，写成了数字。")],
    },
    Mistake {
        edit: Both([
            &Part(Scenario, "rate = 0.5", "rate = 0.5\nafter = [\"inspect\"]"),
            &Part(Scenario, "audits = [\"enrol\"]", "audits = [\"enrol\"]\nafter = [\"enrol\"]"),
        ]),
        found: &[("E417", "small.toml:49:10", "The matters “检查” and “登记” come before one another, in a circle.")],
    },
    Mistake {
        edit: Both([
            &Part(Scenario, "rate = 0.5", "rate = 0.5\nsame_handler = \"inspect\""),
            &Part(Scenario, "audits = [\"enrol\"]", "audits = [\"enrol\"]\nafter = [\"enrol\"]"),
        ]),
        found: &[("E417", "small.toml:49:10", "事项“检查”与“登记”互为先后，成了循环。")],
    },
    Mistake {
        edit: Part(Scenario, "audits = [\"enrol\"]", "audits = [\"enrol\"]\nsame_handler = \"enrol\""),
        found: &[(
            "E418",
            "small.toml:48:16",
            "事项“检查”须与“登记”由同一人经办，但每件经办不是一人，或“登记”没有由人经办的环节。",
        )],
    },
    Mistake {
        edit: Part(Scenario, "audits = [\"enrol\"]", "audits = [\"enrol\"]\nsame_handler = \"enroll\""),
        found: &[("E203", "small.toml:48:16", "There is no matter “enroll”.")],
    },
    Mistake {
        edit: Part(Scenario, "audits = [\"enrol\"]", "audits = [\"enrol\"]\nsame_handler = [\"enrol\"]"),
        found: &[("E105", "small.toml:48:16", "“same_handler”应为文字，写成了列表。")],
    },
    Mistake {
        edit: Part(Scenario, "rate = 0.5", "rate = 0.5\nsame_handler = \"enrol\""),
        found: &[("E417", "small.toml:38:16", "事项“登记”与“登记”互为先后，成了循环。")],
    },
    Mistake {
        edit: Part(Scenario, "audits = [\"enrol\"]", "audits = [\"enrol\"]\nsame_person = \"enrol\""),
        found: &[("E103", "small.toml:48:1", "[matter] has no key “same_person”.")],
    },
    Mistake {
        edit: Part(Scenario, "rate = 0.5", "rate = 0.5\nsame_handler = \"inspect\"\nafter = [\"登簿\"]"),
        found: &[("E203", "small.toml:39:10", "没有名称或编号为“登簿”的事项。")],
    },
    Mistake {
        edit: Part(Scenario, "duty = \"audit\"", "duty = \"audit\"\nminimum = 0"),
        found: &[("E301", "small.toml:26:11", "“minimum”为 0，超出范围（1 ≤ x ≤ 1000）。")],
    },
    Mistake {
        edit: Part(Scenario, "duty = \"audit\"", "duty = \"audit\"\nminimum = 1.5"),
        found: &[("E302", "small.toml:26:11", "“minimum” is 1.5, but must be a whole number.")],
    },
    Mistake {
        edit: Part(Scenario, "duty = \"audit\"", "duty = \"audit\"\nminimum = \"1\""),
        found: &[("E105", "small.toml:26:11", "“minimum”应为整数，写成了文字。")],
    },
    Mistake {
        edit: Part(Scenario, "duty = \"audit\"", "duty = \"audit\"\nminimum = -1"),
        found: &[("E301", "small.toml:26:11", "“minimum”为 -1，超出范围（1 ≤ x ≤ 1000）。")],
    },
    Mistake {
        edit: Part(Scenario, "duty = \"audit\"", "duty = \"audit\"\nminimum = 2"),
        found: &[(
            "E540",
            "small.toml:26:11",
            "The section “稽核” is to have 2 people of its own; only 1 of those on duty may work there.",
        )],
    },
    Mistake {
        edit: Part(Scenario, "duty = \"audit\"", "duty = \"audit\"\nminimum = { value = 1, basis = \"hearsay\" }"),
        found: &[(
            "E106",
            "small.toml:26:32",
            "“basis”不能写“hearsay”，只能写：document, law, measured, policy, assumption。",
        )],
    },
    Mistake {
        edit: Part(Scenario, "duty = \"audit\"", "duty = \"audit\"\nminimum = { basis = \"policy\" }"),
        found: &[("E104", "small.toml:26:11", "[minimum] 缺少“value”。")],
    },
    Mistake {
        edit: Part(Scenario, "duty = \"operations\"", "duty = \"operations\"\nminimum = 3"),
        found: &[(
            "E540",
            "small.toml:22:11",
            "The section “窗口” is to have 3 people of its own; only 2 of those on duty may work there.",
        )],
    },
    Mistake {
        edit: Part(Scenario, "duty = \"audit\"", "duty = \"audit\"\nminimum = 1001"),
        found: &[("E301", "small.toml:26:11", "“minimum”为 1001，超出范围（1 ≤ x ≤ 1000）。")],
    },
    Mistake {
        edit: Both([
            &Part(Scenario, "duty = \"operations\"", "duty = \"operations\"\nminimum = 2"),
            &Part(Scenario, "duty = \"audit\"", "duty = \"audit\"\nminimum = 1"),
        ]),
        found: &[(
            "E541",
            "small.toml:27:11",
            "至股室“稽核”为止，各股室最少人数合计 3 人，可任经办、复核岗的在岗人员只有 2 人。",
        )],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[person]]\nid = \"b1\"\nsplit = [{ section = \"desk\", share = 0.5 }]\n[[conflict]]",
        ),
        found: &[("E110", "small.toml:63:9", "The number of entries in “split” is 1; it must be at least 2.")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[person]]\nid = \"b1\"\nsplit = [{ section = \"desk\", share = 0.5 }, { section = \"desk\", share = 0.4 }]\n[[conflict]]",
        ),
        found: &[("E111", "small.toml:63:57", "“split”中“desk”重复。")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[person]]\nid = \"a2\"\nsplit = [{ section = \"desk\", share = 0.5 }, { section = \"check\", share = 0.6 }]\n[[conflict]]",
        ),
        found: &[("E537", "small.toml:63:9", "“a2”在各股室的比例合计为 1.1，超过1。")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[person]]\nid = \"a2\"\nsplit = [{ section = \"desk\", share = 0 }, { section = \"check\", share = 0.6 }]\n[[conflict]]",
        ),
        found: &[
            ("E538", "small.toml:63:22", "“a2” is split to the section “desk”, where they may hold no post."),
            ("E301", "small.toml:63:38", "“share” is 0, outside its range (0 < x ≤ 1)."),
        ],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[person]]\nid = \"a2\"\nsplit = [{ section = \"desk\" }, { section = \"check\", share = 0.6 }]\n[[conflict]]",
        ),
        found: &[
            ("E104", "small.toml:63:10", "[person.split] 缺少“share”。"),
            ("E538", "small.toml:63:22", "“a2”分在股室“desk”，但在该股室无岗可任。"),
        ],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[person]]\nid = \"a2\"\nsplit = [{ section = \"hall\", share = 0.4 }, { section = \"check\", share = 0.6 }]\n[[conflict]]",
        ),
        found: &[("E203", "small.toml:63:22", "没有名称或编号为“hall”的股室。")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[person]]\nid = \"a2\"\nsplit = [{ section = \"desk\", share = 0.4, hours = 3 }, { section = \"check\", share = 0.6 }]\n[[conflict]]",
        ),
        found: &[("E103", "small.toml:63:43", "[person.split] has no key “hours”.")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[person]]\nid = \"b1\"\nsplit = [{ section = \"desk\", share = 0.4 }, { section = \"check\", share = 0.6 }]\n[[conflict]]",
        ),
        found: &[("E538", "small.toml:63:57", "“b1”分在股室“check”，但在该股室无岗可任。")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[person]]\nid = \"a2\"\nsplit = [{ section = \"desk\", share = 0.4 }, { section = \"check\", share = 0.6 }]\npinned = { section = \"check\", reason = \"专业\" }\n[[conflict]]",
        ),
        found: &[("E539", "small.toml:64:10", "“a2”既写分在几个股室，又写固定在一处。")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[person]]\nid = \"a2\"\nsplit = [{ section = \"desk\", share = 0.4 }, { section = \"check\", share = 0.6 }]\nnot_at = [{ section = \"desk\", reason = \"健康\" }]\n[[conflict]]",
        ),
        found: &[("E538", "small.toml:63:22", "“a2” is split to the section “desk”, where they may hold no post.")],
    },
    Mistake {
        edit: Part(Scenario, "[[conflict]]", "[[person]]\nid = \"a2\"\nsplit = \"desk\"\n[[conflict]]"),
        found: &[("E105", "small.toml:63:9", "“split”应为若干张表，写成了文字。")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[person]]\nid = \"a2\"\nsplit = [{ section = \"desk\", share = 1.2 }, { section = \"check\", share = 0.6 }]\n[[conflict]]",
        ),
        found: &[
            ("E538", "small.toml:63:22", "“a2”分在股室“desk”，但在该股室无岗可任。"),
            ("E301", "small.toml:63:38", "“share”为 1.2，超出范围（0 < x ≤ 1）。"),
        ],
    },
];
