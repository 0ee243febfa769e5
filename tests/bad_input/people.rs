//! What is special about single people.

use super::Edit::{Both, Part};
use super::File::{People, Scenario};
use super::Mistake;

/// A table of a person before the conflict: the header is line 61, the id line 62, what is said line 63.
macro_rules! person {
    ($id:literal, $($line:expr),+ $(,)?) => {
        Part(
            Scenario,
            "[[conflict]]",
            concat!("[[person]]\nid = \"", $id, "\"\n", $($line, "\n",)+ "[[conflict]]"),
        )
    };
}

/// A kind of employment before the conflict; what is said of it begins in line 65.
macro_rules! kind {
    ($($line:expr),+ $(,)?) => {
        Part(
            Scenario,
            "[[conflict]]",
            concat!(
                "[[kind]]\nid = \"welfare\"\nname = \"公益性岗位\"\nemployment = \"contract\"\n",
                $($line, "\n",)+
                "[[conflict]]"
            ),
        )
    };
}

pub(super) static MISTAKES: &[Mistake] = &[
    Mistake {
        edit: person!("a9", "away = { from = \"2024-09\" }"),
        found: &[("E203", "small.toml:62:6", "没有名称或编号为“a9”的人员。")],
    },
    Mistake {
        edit: person!("a2", "away = { until = \"2024-09\" }"),
        found: &[("E104", "small.toml:63:8", "[person.away] lacks “from”.")],
    },
    Mistake {
        edit: person!("a2", "away = { from = \"2024-09\", until = \"2024-08\" }"),
        found: &[("E527", "small.toml:63:36", "“a2”休假期满 2024-08 早于开始月份。")],
    },
    Mistake {
        edit: person!("a2", "away = { from = \"2024-09\", reason = \"holiday\" }"),
        found: &[("E106", "small.toml:63:37", "“reason” cannot be “holiday”, only: maternity, illness, study, other.")],
    },
    Mistake {
        edit: person!("a2", "away = \"2024-09\""),
        found: &[("E105", "small.toml:63:8", "“away” must be a table, not text.")],
    },
    Mistake {
        edit: person!("a3", "away = { from = \"2024-09\" }"),
        found: &[("E528", "small.toml:63:17", "“a3”处于借调（借出或借入），又写了自 2024-09 起休假在外。")],
    },
    Mistake {
        edit: person!("a2", "away = { from = \"2024-09\" }", "[[person]]", "id = \"a2\""),
        found: &[("E202", "small.toml:65:6", "“a2”的个别情形已写在 62:6 处。")],
    },
    Mistake {
        edit: person!("a2", "away = { from = \"2024-09\" }", "[[leave]]", "person = \"a2\"", "month = \"2024-08\""),
        found: &[("E522", "small.toml:63:17", "“a2”于 2024-09 变动，而此前已离岗。")],
    },
    Mistake {
        edit: person!("a2", "away = { from = \"2024-03\" }", "[[recall]]", "person = \"a2\""),
        found: &[("E521", "small.toml:64:1", "“a2”于 2024-06 召回，但当时并未借调在外。")],
    },
    Mistake {
        edit: person!("a2", "absent = true"),
        found: &[("E103", "small.toml:63:1", "[person] has no key “absent”.")],
    },
    Mistake {
        edit: person!("b1", "share = 1.2"),
        found: &[("E301", "small.toml:63:9", "“share” is 1.2, outside its range (0 < x ≤ 1).")],
    },
    Mistake {
        edit: person!("b1", "share = 0"),
        found: &[("E301", "small.toml:63:9", "“share” is 0, outside its range (0 < x ≤ 1).")],
    },
    Mistake {
        edit: person!("a2", "pinned = { reason = \"skill\" }"),
        found: &[("E530", "small.toml:63:10", "“a2”的“pinned”须写股室或岗位，二者取一。")],
    },
    Mistake {
        edit: person!(
            "a2",
            "not_at = [{ section = \"desk\", post = \"desk/operations/review\", reason = \"health\" }]"
        ),
        found: &[("E530", "small.toml:63:11", "“not_at” of “a2” names either a section or a post, one of the two.")],
    },
    Mistake {
        edit: person!("a2", "pinned = { section = \"check\" }"),
        found: &[("E104", "small.toml:63:10", "[person.pinned] lacks “reason”.")],
    },
    Mistake {
        edit: person!("a2", "pinned = { section = \"chek\", reason = \"skill\" }"),
        found: &[("E203", "small.toml:63:22", "没有名称或编号为“chek”的股室。")],
    },
    Mistake {
        edit: person!("a2", "not_at = [{ post = \"desk/audit/review\", reason = \"health\" }]"),
        found: &[("E204", "small.toml:63:20", "没有岗位“desk/audit/review”。")],
    },
    Mistake {
        // Contract staff handle only, in operations and data.
        edit: person!("b1", "pinned = { section = \"check\", reason = \"skill\" }"),
        found: &[("E531", "small.toml:63:22", "“b1”固定在“check”，但按规则或本人权限不得任该处任何岗位。")],
    },
    Mistake {
        edit: person!("b1", "pinned = { post = \"desk/operations/review\", reason = \"skill\" }"),
        found: &[(
            "E531",
            "small.toml:63:19",
            "“b1” is fixed to “desk/operations/review”, where the rules or the person's own terms allow no post.",
        )],
    },
    Mistake {
        edit: person!(
            "a2",
            "pinned = { section = \"check\", reason = \"skill\" }",
            "not_at = [{ section = \"check\", reason = \"health\" }]"
        ),
        found: &[("E531", "small.toml:63:22", "“a2”固定在“check”，但按规则或本人权限不得任该处任何岗位。")],
    },
    Mistake {
        edit: person!("b1", "rights = { steps = [\"handle\"], duties = [], reason = \"training\" }"),
        found: &[("E110", "small.toml:63:41", "The number of entries in “duties” is 0; it must be at least 1.")],
    },
    Mistake {
        edit: person!("b1", "rights = { steps = [\"sign\"], duties = [\"data\"], reason = \"training\" }"),
        found: &[(
            "E106",
            "small.toml:63:21",
            "“steps” cannot be “sign”, only: handle, review, second_review, approve.",
        )],
    },
    Mistake {
        edit: Both([
            &Part(People, "a2,established,on_duty", "a2,established,away"),
            &person!("a2", "away = { from = \"2024-09\" }"),
        ]),
        found: &[("E529", "small.toml:63:17", "名册已将“a2”列为休假在外，方案写的开始月份 2024-09 却在测算月份之后。")],
    },
    Mistake {
        edit: kind!(
            "steps = [\"handle\"]",
            "duties = [\"operations\"]",
            "[[hire]]",
            "id = \"new\"",
            "employment = \"established\"",
            "kind = \"公益性岗位\""
        ),
        found: &[("E532", "small.toml:70:8", "“new”的用工类别“公益性岗位”与用工形式 established 不一致。")],
    },
    Mistake {
        edit: kind!("steps = []", "duties = [\"operations\"]"),
        found: &[("E110", "small.toml:65:9", "The number of entries in “steps” is 0; it must be at least 1.")],
    },
    Mistake {
        edit: kind!("steps = [\"handle\"]"), found: &[("E104", "small.toml:61:1", "[kind] lacks “duties”.")]
    },
    Mistake {
        edit: kind!("steps = [\"handle\"]", "duties = [\"operation\"]"),
        found: &[(
            "E106",
            "small.toml:66:11",
            "“duties” cannot be “operation”, only: operations, finance, data, audit.",
        )],
    },
    Mistake {
        edit: Part(
            Scenario,
            "employment = \"established\"\nsection",
            "employment = \"established\"\nkind = \"trainee\"\nsection",
        ),
        found: &[("E203", "small.toml:73:8", "没有名称或编号为“trainee”的用工类别。")],
    },
    Mistake {
        edit: Part(Scenario, "month = \"2025-07\"", "month = \"2025-07\"\nreplaces = \"a1\""),
        found: &[("E533", "small.toml:70:9", "增员“recruit”既写到岗月份，又写接替的人员。")],
    },
    Mistake {
        edit: Part(Scenario, "month = \"2025-07\"", "month = \"2025-07\"\nhandover_months = 2"),
        found: &[("E534", "small.toml:71:19", "The hire “recruit” has months of hand-over and replaces nobody.")],
    },
    Mistake {
        edit: Part(Scenario, "month = \"2025-07\"", "replaces = \"b1\""),
        found: &[("E535", "small.toml:70:12", "增员“recruit”接替的“b1”没有退休月份。")],
    },
    Mistake {
        edit: Part(Scenario, "month = \"2025-07\"", "replaces = \"b9\""),
        found: &[("E203", "small.toml:70:12", "没有名称或编号为“b9”的人员。")],
    },
    Mistake {
        edit: person!("b1", "learning = { until = \"2024-09\", share = 1.5 }"),
        found: &[("E301", "small.toml:63:41", "“share” is 1.5, outside its range (0 < x ≤ 1).")],
    },
    Mistake {
        edit: person!("b1", "learning = { share = 0.5 }"),
        found: &[("E104", "small.toml:63:12", "[person.learning] lacks “until”.")],
    },
    Mistake {
        edit: Part(Scenario, "month = \"2025-07\"", "month = \"2025-07\"\nlearning = { months = 0, share = 0.5 }"),
        found: &[("E301", "small.toml:71:23", "“months” is 0, outside its range (1 ≤ x ≤ 60).")],
    },
];
