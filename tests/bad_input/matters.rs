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
        found: &[("E403", "small.toml:36:8", "事项“enrol”写了 rate，没有写 driver。")],
    },
    Mistake {
        edit: Part(Scenario, "rate = 0.5\n", ""),
        found: &[("E404", "small.toml:36:10", "事项“enrol”写了 driver，没有写 rate。")],
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
        found: &[("E411", "small.toml:48:10", "事项“inspect”既写每月办理（monthly），又写限定月份（months）。")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "unit = \"户\"",
            "unit = \"户\"\nmonths = [12]\nprofile = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]",
        ),
        found: &[(
            "E412",
            "small.toml:48:11",
            "事项“inspect”既写各月分布（profile），又写每月办理（monthly）或限定月份（months）。",
        )],
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
            "The matter “inspect” has a profile of arrivals, and is due every month (monthly) or in certain months \
             (months).",
        )],
    },
    Mistake {
        edit: Part(Scenario, "unit = \"户\"", "unit = \"户\"\nprofile = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]"),
        found: &[("E413", "small.toml:47:11", "事项“inspect”的各月分布（profile）全为零。")],
    },
    Mistake {
        edit: Part(Scenario, "unit = \"户\"", "unit = \"户\"\nprofile = [1, 2, 3]"),
        found: &[("E110", "small.toml:47:11", "“profile”有 3 条，应为 12 条。")],
    },
    Mistake {
        edit: Part(Scenario, "unit = \"户\"", "unit = \"户\"\nprofile = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1]"),
        found: &[("E301", "small.toml:47:45", "“profile”为 -1，超出范围（0 ≤ x ≤ 100000000）。")],
    },
];
