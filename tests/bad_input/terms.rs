//! People and work as they are: absence, shares, rights, windows, kinds, parts, hires.

use super::Edit::Part;
use super::File::Scenario;
use super::Mistake;

pub(super) static MISTAKES: &[Mistake] = &[
    Mistake {
        edit: Part(Scenario, "[[conflict]]", "[[person]]\nid = \"a2\"\naway = { from = \"2024-13\" }\n[[conflict]]"),
        found: &[("E305", "small.toml:63:17", "“from” is “2024-13”, which is no month.")],
    },
    Mistake {
        edit: Part(Scenario, "[[conflict]]", "[[person]]\nid = \"a2\"\naway = { until = \"2024-09\" }\n[[conflict]]"),
        found: &[("E104", "small.toml:63:8", "[person.away] 缺少“from”。")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[person]]\nid = \"a2\"\naway = { from = \"2024-09\", reason = \"旅游\" }\n[[conflict]]",
        ),
        found: &[("E106", "small.toml:63:37", "“reason”不能写“旅游”，只能写：maternity, illness, study, other。")],
    },
    Mistake {
        edit: Part(Scenario, "[[conflict]]", "[[person]]\nid = \"a2\"\naway = \"2024-09\"\n[[conflict]]"),
        found: &[("E105", "small.toml:63:8", "“away” must be a table, not text.")],
    },
    Mistake {
        edit: Part(Scenario, "[[conflict]]", "[[person]]\nid = \"a2\"\nshare = 0\n[[conflict]]"),
        found: &[("E301", "small.toml:63:9", "“share”为 0，超出范围（0 < x ≤ 1）。")],
    },
    Mistake {
        edit: Part(Scenario, "[[conflict]]", "[[person]]\nid = \"a2\"\nshare = \"half\"\n[[conflict]]"),
        found: &[("E105", "small.toml:63:9", "“share”应为数字，写成了文字。")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[person]]\nid = \"a2\"\nshare = { value = 0.5, source = \"\" }\n[[conflict]]",
        ),
        found: &[("E107", "small.toml:63:33", "“source” is empty.")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[person]]\nid = \"a2\"\npinned = { section = \"check\", post = \"check/audit/review\", reason = \"专业\" }\n[[conflict]]",
        ),
        found: &[("E530", "small.toml:63:10", "“a2”的“pinned”须写股室或岗位，二者取一。")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[person]]\nid = \"a2\"\npinned = { post = \"check/audit/sign\", reason = \"专业\" }\n[[conflict]]",
        ),
        found: &[("E204", "small.toml:63:19", "没有岗位“check/audit/sign”。")],
    },
    Mistake {
        edit: Part(Scenario, "[[conflict]]", "[[person]]\nid = \"a2\"\nnot_at = []\n[[conflict]]"),
        found: &[("E110", "small.toml:63:10", "The number of entries in “not_at” is 0; it must be at least 1.")],
    },
    Mistake {
        edit: Part(Scenario, "[[conflict]]", "[[person]]\nid = \"a2\"\nnot_at = [{ reason = \"健康\" }]\n[[conflict]]"),
        found: &[("E530", "small.toml:63:11", "“a2”的“not_at”须写股室或岗位，二者取一。")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[person]]\nid = \"a2\"\nrights = { steps = [\"handle\"], duties = [\"operations\"] }\n[[conflict]]",
        ),
        found: &[("E104", "small.toml:63:10", "[person.rights] 缺少“reason”。")],
    },
    Mistake {
        edit: Part(Scenario, "[[conflict]]", "[[person]]\nid = \"a9\"\nshare = 0.5\n[[conflict]]"),
        found: &[("E203", "small.toml:62:6", "There is no person “a9”.")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[person]]\nid = \"a2\"\nlearning = { until = \"2024-09\" }\n[[conflict]]",
        ),
        found: &[("E104", "small.toml:63:12", "[person.learning] 缺少“share”。")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[person]]\nid = \"a2\"\nlearning = { until = \"2024-09\", share = 2 }\n[[conflict]]",
        ),
        found: &[("E301", "small.toml:63:41", "“share”为 2，超出范围（0 < x ≤ 1）。")],
    },
    Mistake {
        edit: Part(Scenario, "[[conflict]]", "[[person]]\nid = \"a2\"\nholiday = { from = \"2024-09\" }\n[[conflict]]"),
        found: &[("E103", "small.toml:63:1", "[person] has no key “holiday”.")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[window]]\nid = \"front\"\nname = \"窗口\"\nsection = \"desk\"\ntier = \"daily\"\npeople = 0\ndays = 200\nhours = 8\nuse = 0.5\nwhy = \"须有人\"\nunit = \"天\"\n[[conflict]]",
        ),
        found: &[("E301", "small.toml:66:10", "“people”为 0，超出范围（1 ≤ x ≤ 20）。")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[window]]\nid = \"front\"\nname = \"窗口\"\nsection = \"desk\"\ntier = \"daily\"\npeople = 1\ndays = 200\nhours = 25\nuse = 0.5\nwhy = \"须有人\"\nunit = \"天\"\n[[conflict]]",
        ),
        found: &[("E301", "small.toml:68:9", "“hours”为 25，超出范围（0 < x ≤ 24）。")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[window]]\nid = \"front\"\nname = \"窗口\"\nsection = \"desk\"\ntier = \"daily\"\npeople = 1\ndays = 400\nhours = 8\nuse = 0.5\nwhy = \"须有人\"\nunit = \"天\"\n[[conflict]]",
        ),
        found: &[("E301", "small.toml:67:8", "“days” is 400, outside its range (1 ≤ x ≤ 366).")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[window]]\nid = \"front\"\nname = \"窗口\"\nsection = \"desk\"\ntier = \"daily\"\npeople = 1\ndays = 200\nhours = 8\nuse = 0.5\nunit = \"天\"\n[[conflict]]",
        ),
        found: &[("E104", "small.toml:61:1", "[window] 缺少“why”。")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[window]]\nid = \"front\"\nname = \"窗口\"\nsection = \"desk\"\ntier = \"urgent\"\npeople = 1\ndays = 200\nhours = 8\nuse = 0.5\nwhy = \"须有人\"\nunit = \"天\"\n[[conflict]]",
        ),
        found: &[("E203", "small.toml:65:8", "没有名称或编号为“urgent”的优先级。")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[window]]\nid = \"front\"\nname = \"窗口\"\nsection = \"desk\"\ntier = \"daily\"\npeople = 1\ndays = 200\nhours = 8\nuse = -0.1\nwhy = \"须有人\"\nunit = \"天\"\n[[conflict]]",
        ),
        found: &[("E301", "small.toml:69:7", "“use” is -0.1, outside its range (0 ≤ x < 1).")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[window]]\nid = \"front\"\nname = \"窗口\"\nsection = \"desk\"\ntier = \"daily\"\npeople = 1\ndays = 200\nhours = 8\nuse = 0.5\nwhy = \"须有人\"\nunit = \"天\"\nstaff = 2\n[[conflict]]",
        ),
        found: &[("E103", "small.toml:72:1", "[window] 中没有“staff”这一项。")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[kind]]\nid = \"welfare\"\nname = \"公益性岗位\"\nemployment = \"agency\"\nsteps = [\"handle\"]\nduties = [\"operations\"]\n[[conflict]]",
        ),
        found: &[("E106", "small.toml:64:14", "“employment”不能写“agency”，只能写：established, contract。")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[kind]]\nid = \"welfare\"\nname = \"公益性岗位\"\nemployment = \"contract\"\nsteps = []\nduties = [\"operations\"]\n[[conflict]]",
        ),
        found: &[("E110", "small.toml:65:9", "The number of entries in “steps” is 0; it must be at least 1.")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[kind]]\nid = \"welfare\"\nemployment = \"contract\"\nsteps = [\"handle\"]\nduties = [\"operations\"]\n[[conflict]]",
        ),
        found: &[("E104", "small.toml:61:1", "[kind] 缺少“name”。")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[kind]]\nid = \"welfare\"\nname = \"公益性岗位\"\nemployment = \"contract\"\nsteps = [\"handle\"]\nduties = [\"cleaning\"]\n[[conflict]]",
        ),
        found: &[("E106", "small.toml:66:11", "“duties”不能写“cleaning”，只能写：operations, finance, data, audit。")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[[conflict]]",
            "[[kind]]\nid = \"公益 岗\"\nname = \"公益性岗位\"\nemployment = \"contract\"\nsteps = [\"handle\"]\nduties = [\"operations\"]\n[[conflict]]",
        ),
        found: &[("E201", "small.toml:62:6", "“公益 岗” cannot be an id.")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "rate = 0.5",
            "rate = 0.5\nparts = [{ id = \"large\", name = \"大额\", share = 0, steps = [{ step = \"handle\", minutes = 9 }, { step = \"review\", minutes = 9 }] }]",
        ),
        found: &[("E301", "small.toml:38:47", "“share”为 0，超出范围（0 < x ≤ 1）。")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "rate = 0.5",
            "rate = 0.5\nparts = [{ id = \"large\", name = \"大额\", steps = [{ step = \"handle\", minutes = 9 }, { step = \"review\", minutes = 9 }] }]",
        ),
        found: &[("E104", "small.toml:38:10", "[matter.parts] 缺少“share”。")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "rate = 0.5",
            "rate = 0.5\nparts = [{ id = \"large\", share = 0.2, steps = [{ step = \"handle\", minutes = 9 }, { step = \"review\", minutes = 9 }] }]",
        ),
        found: &[("E104", "small.toml:38:10", "[matter.parts] lacks “name”.")],
    },
    Mistake {
        edit: Part(Scenario, "rate = 0.5", "rate = 0.5\nparts = []"),
        found: &[("E110", "small.toml:38:9", "“parts”有 0 条，至少应有 1 条。")],
    },
    Mistake {
        edit: Part(Scenario, "rate = 0.5", "rate = 0.5\noutside = { share = 0, by = \"市级\" }"),
        found: &[("E301", "small.toml:38:21", "“share”为 0，超出范围（0 < x ≤ 1）。")],
    },
    Mistake {
        edit: Part(Scenario, "rate = 0.5", "rate = 0.5\noutside = { share = 0.5, by = \"\" }"),
        found: &[("E107", "small.toml:38:31", "“by” is empty.")],
    },
    Mistake {
        edit: Part(Scenario, "minutes = 10 }", "minutes = 10, hall = \"desk\" }"),
        found: &[("E103", "small.toml:39:43", "[matter.steps] 中没有“hall”这一项。")],
    },
    Mistake {
        edit: Part(Scenario, "minutes = 10 }", "people = 2, by_system = \"网上办理\" }"),
        found: &[("E414", "small.toml:39:38", "事项“enrol”的环节 handle 由系统办理，又写了办理时间或人数。")],
    },
    Mistake {
        edit: Part(Scenario, "month = \"2025-07\"", "month = \"2025-07\"\nlearning = { months = 0, share = 0.5 }"),
        found: &[("E301", "small.toml:71:23", "“months” is 0, outside its range (1 ≤ x ≤ 60).")],
    },
    Mistake {
        edit: Part(Scenario, "month = \"2025-07\"", "month = \"2025-07\"\nlearning = { share = 0.5 }"),
        found: &[("E104", "small.toml:71:12", "[hire.learning] 缺少“months”。")],
    },
    Mistake {
        edit: Part(Scenario, "month = \"2025-07\"", "month = \"2025-07\"\nhandover_months = 2"),
        found: &[("E534", "small.toml:71:19", "增员“recruit”写了交接时间，没有写接替的人员。")],
    },
    Mistake {
        edit: Part(Scenario, "month = \"2025-07\"", "replaces = \"a9\""),
        found: &[("E203", "small.toml:70:12", "There is no person “a9”.")],
    },
    Mistake {
        edit: Part(Scenario, "month = \"2025-07\"", "replaces = \"a1\"\nhandover_months = 25"),
        found: &[("E301", "small.toml:71:19", "“handover_months”为 25，超出范围（0 ≤ x ≤ 24）。")],
    },
    Mistake {
        edit: Part(Scenario, "month = \"2025-07\"", "month = \"2025-07\"\nkind = \"welfare\""),
        found: &[("E203", "small.toml:71:8", "没有名称或编号为“welfare”的用工类别。")],
    },
];
