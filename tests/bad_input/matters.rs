//! Matters: volume, steps, dual review.

use super::Edit::Part;
use super::File::Scenario;
use super::Mistake;

pub(super) static MISTAKES: &[Mistake] = &[
    Mistake {
        edit: Part(Scenario, "volume = 10\n", ""),
        found: &[("E401", "small.toml:40:1", "事项“inspect”未写业务量。")],
    },
    Mistake {
        edit: Part(Scenario, "volume = 10", "volume = 10\ndriver = \"insured\"\nrate = 1"),
        found: &[("E402", "small.toml:46:10", "事项“inspect”的业务量写了两种。")],
    },
    Mistake {
        edit: Part(Scenario, "driver = \"insured\"\n", ""),
        found: &[("E403", "small.toml:36:8", "事项“enrol”写了发生率，没有写驱动因素。")],
    },
    Mistake {
        edit: Part(Scenario, "rate = 0.5\n", ""),
        found: &[("E404", "small.toml:36:10", "事项“enrol”写了驱动因素，没有写发生率。")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "{ step = \"handle\", minutes = 10 }, { step = \"review\", minutes = 5 }",
            "{ step = \"review\", minutes = 10 }, { step = \"handle\", minutes = 5 }",
        ),
        found: &[("E405", "small.toml:39:54", "事项“enrol”的环节顺序不对：handle 写在 review 之后。")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "{ step = \"review\", minutes = 5 }",
            "{ step = \"review\", minutes = 5 }, { step = \"review\", minutes = 6 }",
        ),
        found: &[("E406", "small.toml:39:88", "事项“enrol”的环节 review 写了两次。")],
    },
    Mistake {
        edit: Part(Scenario, ", { step = \"review\", minutes = 30 }", ""),
        found: &[("E407", "small.toml:48:9", "事项“inspect”没有 review 环节，不符合双岗双审，也未说明理由。")],
    },
    Mistake {
        edit: Part(Scenario, "steps = [{ step = \"handle\", minutes = 60, people = 2 }, {", "steps = [{"),
        found: &[("E407", "small.toml:48:9", "事项“inspect”没有 handle 环节，不符合双岗双审，也未说明理由。")],
    },
    Mistake {
        edit: Part(Scenario, "audits = [\"enrol\"]", "audits = [\"enrol\"]\ndual_review_exempt = \"小事\""),
        found: &[("E408", "small.toml:48:22", "事项“inspect”经办、复核齐全，却写了免于双岗双审的理由。")],
    },
    Mistake {
        edit: Part(Scenario, "audits = [\"enrol\"]", "audits = [\"inspect\"]"),
        found: &[("E409", "small.toml:47:11", "事项“inspect”稽核的是它自己。")],
    },
    Mistake {
        edit: Part(Scenario, "value = 1000", "value = 999999999"),
        found: &[("E410", "small.toml:37:8", "事项“enrol”按驱动因素算得 500000000 件，超过上限 100000000 件。")],
    },
    Mistake {
        edit: Part(Scenario, "unit = \"户\"", "unit = \"户\"\nmonthly = true\nmonths = [1]"),
        found: &[("E411", "small.toml:48:10", "事项“inspect”既写须当月办结，又写办理月份。")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "unit = \"户\"",
            "unit = \"户\"\nmonths = [12]\nprofile = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]",
        ),
        found: &[("E412", "small.toml:48:11", "事项“inspect”既写各月收件，又写须当月办结或办理月份。")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "unit = \"户\"",
            "unit = \"户\"\nmonthly = true\nprofile = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]",
        ),
        found: &[(
            "E412",
            "small.toml:48:11",
            "The matter “inspect” has a profile of arrivals, and is due every month or in certain months.",
        )],
    },
    Mistake {
        edit: Part(Scenario, "unit = \"户\"", "unit = \"户\"\nprofile = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]"),
        found: &[("E413", "small.toml:47:11", "事项“inspect”的各月收件全为零。")],
    },
    Mistake {
        edit: Part(Scenario, "unit = \"户\"", "unit = \"户\"\nprofile = [1, 2, 3]"),
        found: &[("E110", "small.toml:47:11", "“profile”有 3 条，应为 12 条。")],
    },
    Mistake {
        edit: Part(Scenario, "unit = \"户\"", "unit = \"户\"\nprofile = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1]"),
        found: &[("E301", "small.toml:47:45", "“profile”为 -1，超出范围（0 ≤ x ≤ 100000000）。")],
    },
    Mistake {
        edit: Part(Scenario, "minutes = 10 }", "by_system = \"online\", minutes = 10 }"),
        found: &[("E414", "small.toml:39:61", "事项“enrol”的环节 handle 由系统办理，又写了办理时间或人数。")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "minutes = 10 }, { step = \"review\", minutes = 5 }",
            "by_system = \"online\" }, { step = \"review\", by_system = \"by rule\" }",
        ),
        found: &[(
            "E415",
            "small.toml:39:9",
            "Every step of matter “enrol” is done by the system; nobody is needed for it.",
        )],
    },
    Mistake {
        edit: Part(Scenario, "\"handle\", minutes = 10 }", "\"handle\", by_system = \"\" }"),
        found: &[("E107", "small.toml:39:41", "“by_system” is empty.")],
    },
    Mistake {
        edit: Part(Scenario, "rate = 0.5", "rate = 0.5\noutside = { share = 1.5, by = \"市\" }"),
        found: &[("E301", "small.toml:38:21", "“share” is 1.5, outside its range (0 < x ≤ 1).")],
    },
    Mistake {
        edit: Part(Scenario, "rate = 0.5", "rate = 0.5\noutside = { share = 0.5 }"),
        found: &[("E104", "small.toml:38:11", "[matter.outside] lacks “by”.")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "{ step = \"review\", minutes = 5 }",
            "{ step = \"second_review\", minutes = 5 }, { step = \"review\", minutes = 5 }",
        ),
        found: &[("E405", "small.toml:39:95", "事项“enrol”的环节顺序不对：review 写在 second_review 之后。")],
    },
    Mistake {
        edit: Part(Scenario, "minutes = 10 }", "minutes = 10, section = \"hall\" }"),
        found: &[("E203", "small.toml:39:53", "没有名称或编号为“hall”的股室。")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "rate = 0.5",
            "rate = 0.5\nparts = [{ id = \"large\", name = \"大额\", share = 0.7, steps = [{ step = \"handle\", minutes = 9 }, { step = \"review\", minutes = 9 }] }, { id = \"larger\", name = \"大额\", share = 0.5, steps = [{ step = \"handle\", minutes = 9 }, { step = \"review\", minutes = 9 }] }]",
        ),
        found: &[("E416", "small.toml:38:9", "事项“enrol”各分项的比例合计为 1.2，超过1。")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "rate = 0.5",
            "rate = 0.5\nparts = [{ id = \"inspect\", name = \"大额\", share = 0.1, steps = [{ step = \"handle\", minutes = 9 }, { step = \"review\", minutes = 9 }] }]",
        ),
        found: &[("E202", "small.toml:38:17", "编号“inspect”重复，small.toml:42:6 处已用于另一事项。")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "rate = 0.5",
            "rate = 0.5\nparts = [{ id = \"large\", name = \"大额\", share = 0.1, steps = [{ step = \"handle\", minutes = 9 }] }]",
        ),
        found: &[("E407", "small.toml:38:60", "事项“large”没有 review 环节，不符合双岗双审，也未说明理由。")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[window]]\nid = \"front\"\nname = \"窗口\"\nsection = \"desk\"\ntier = \"daily\"\npeople = 1\ndays = 200\nhours = 8\nuse = 1\nwhy = \"须有人\"\nunit = \"天\"\n[[conflict]]",
        ),
        found: &[("E301", "small.toml:69:7", "“use” is 1, outside its range (0 ≤ x < 1).")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[window]]\nid = \"enrol\"\nname = \"窗口\"\nsection = \"desk\"\ntier = \"daily\"\npeople = 1\ndays = 200\nhours = 8\nuse = 0.5\nwhy = \"须有人\"\nunit = \"天\"\n[[conflict]]",
        ),
        found: &[("E202", "small.toml:62:6", "编号“enrol”重复，small.toml:32:6 处已用于另一事项。")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[window]]\nid = \"front\"\nname = \"窗口\"\nsection = \"hall\"\ntier = \"daily\"\npeople = 1\ndays = 200\nhours = 8\nuse = 0.5\nwhy = \"须有人\"\nunit = \"天\"\n[[conflict]]",
        ),
        found: &[("E203", "small.toml:64:11", "没有名称或编号为“hall”的股室。")],
    },
];
