//! Files that extend others, and changes on the command line.

use super::Edit::{Over, Typed};
use super::Mistake;

/// An overlay of the small scenario; the first of the lines given is line 5.
macro_rules! over {
    ($($line:expr),* $(,)?) => {
        Over(concat!(
            "extends = \"small.toml\"\n[overlay]\nname = \"甲\"\nwhy = \"乙\"\n",
            $($line, "\n",)*
        ))
    };
}

pub(super) static MISTAKES: &[Mistake] = &[
    Mistake {
        edit: Over("extends = \"none.toml\"\n[overlay]\nname = \"甲\"\nwhy = \"乙\"\n"),
        found: &[("E001", "over.toml:1:11", "There is no file “none.toml”.")],
    },
    Mistake {
        edit: Over("extends = \"../small.toml\"\n[overlay]\nname = \"甲\"\nwhy = \"乙\"\n"),
        found: &[(
            "E005",
            "over.toml:1:11",
            "The scenario “../small.toml” to be extended lies outside the folder of this file.",
        )],
    },
    Mistake {
        edit: Over("extends = \"over.toml\"\n[overlay]\nname = \"甲\"\nwhy = \"乙\"\n"),
        found: &[("E006", "over.toml:1:11", "“over.toml”直接或间接以自身为基础。")],
    },
    Mistake {
        edit: Over("extends = 1\n[overlay]\nname = \"甲\"\nwhy = \"乙\"\n"),
        found: &[("E105", "over.toml:1:11", "“extends” must be text, not a number.")],
    },
    Mistake {
        edit: Over("extends = \"small.toml\"\n"),
        found: &[("E104", "over.toml:1:1", "The top of the file lacks “overlay”.")],
    },
    Mistake {
        edit: Over("extends = \"small.toml\"\noverlay = { name = \"甲\", whi = \"乙\" }\n"),
        found: &[("E103", "over.toml:2:25", "[overlay] has no key “whi”.")],
    },
    Mistake {
        edit: over!("[[matter]]", "id = \"inspekt\"", "remove = true"),
        found: &[("E007", "over.toml:6:6", "There is no “inspekt” to be removed.")],
    },
    Mistake {
        edit: over!("[[matter]]", "id = \"inspect\"", "remove = [\"weight\"]"),
        found: &[("E007", "over.toml:7:11", "没有可以删去的“weight”。")],
    },
    Mistake {
        edit: over!("[uncertainty]", "remove = true"),
        found: &[("E007", "over.toml:5:1", "There is no “uncertainty” to be removed.")],
    },
    Mistake {
        edit: over!("[[recall]]", "person = \"a3\"", "remove = true"),
        found: &[("E007", "over.toml:5:1", "There is no “recall” to be removed.")],
    },
    Mistake {
        edit: over!("[[matter]]", "id = \"inspect\"", "volume = -1", "[[matter]]", "id = \"inspect\"", "volume = 2"),
        found: &[
            ("E301", "over.toml:7:10", "“volume” is -1, outside its range (0 ≤ x ≤ 100000000)."),
            ("E104", "over.toml:8:1", "[matter] lacks “name”."),
            ("E104", "over.toml:8:1", "[matter] lacks “section”."),
            ("E104", "over.toml:8:1", "[matter] lacks “tier”."),
            ("E104", "over.toml:8:1", "[matter] lacks “unit”."),
            ("E104", "over.toml:8:1", "[matter] lacks “steps”."),
            ("E202", "over.toml:9:6", "编号“inspect”重复，6:6 处已用于另一事项。"),
        ],
    },
    Mistake {
        edit: over!("[capacity]", "overhead = 1.5"),
        found: &[("E301", "over.toml:6:12", "“overhead” is 1.5, outside its range (0 ≤ x < 1).")],
    },
    Mistake {
        edit: over!("[[recall]]", "person = \"a2\""),
        found: &[("E521", "over.toml:5:1", "“a2” is recalled in 2024-06, but is not on loan elsewhere then.")],
    },
    Mistake {
        edit: over!("[[recall]]", "person = \"a3\"", "month = \"2025-02\""),
        found: &[("E521", "over.toml:5:1", "“a3” is recalled in 2025-02, but is not on loan elsewhere then.")],
    },
    Mistake {
        edit: over!("[[leave]]", "person = \"a3\"", "[[recall]]", "person = \"a3\"", "month = \"2024-08\""),
        found: &[("E522", "over.toml:7:1", "“a3” is moved in 2024-08, after leaving.")],
    },
    Mistake {
        edit: over!("[[transfer]]", "person = \"a1\"", "to = \"desk\""),
        found: &[("E523", "over.toml:5:1", "“a1”是单位领导，没有所在股室，不能调整股室。")],
    },
    Mistake {
        edit: over!("[[transfer]]", "person = \"a4\"", "to = \"desks\""),
        found: &[
            ("E203", "over.toml:6:10", "没有名称或编号为“a4”的人员。"),
            ("E203", "over.toml:7:6", "没有名称或编号为“desks”的股室。"),
        ],
    },
    Mistake {
        edit: over!("[[scale]]", "id = \"up\"", "matters = [\"enroll\"]", "volume = 0"),
        found: &[
            ("E203", "over.toml:7:12", "没有名称或编号为“enroll”的事项。"),
            ("E301", "over.toml:8:10", "“volume” is 0, outside its range (0 < x ≤ 100)."),
        ],
    },
    Mistake {
        edit: over!("[[scale]]", "id = \"down\"", "minutes = 0.00000000001"),
        found: &[(
            "E304",
            "over.toml:7:11",
            "“minutes” is 0.00000000001, which has too many digits to be kept exactly.",
        )],
    },
    Mistake {
        edit: Typed("--set", "matter.enrol.volum=900"),
        found: &[("E009", "--set:1:1", "方案中没有“matter.enrol.volum”。")],
    },
    Mistake {
        edit: Typed("--set", "matter.enroll.volume=900"),
        found: &[("E009", "--set:1:1", "The scenario has nothing called “matter.enroll.volume”.")],
    },
    Mistake {
        edit: Typed("--set", "capacity"),
        found: &[("E008", "--set:1:1", "“capacity” is not path=value with a value that fits.")],
    },
    Mistake {
        edit: Typed("--set", "capacity.overhead=much"),
        found: &[("E008", "--set:1:1", "“capacity.overhead=much” is not path=value with a value that fits.")],
    },
    Mistake {
        edit: Typed("--set", "capacity.overhead=1.5"),
        found: &[("E301", "--set:1:19", "“overhead” is 1.5, outside its range (0 ≤ x < 1).")],
    },
    Mistake {
        edit: Typed("--rule", "seperation=case"),
        found: &[("E009", "--rule:1:1", "The scenario has nothing called “seperation”.")],
    },
    Mistake {
        edit: Typed("--rule", "separation=cases"),
        found: &[("E106", "--rule:1:12", "“mode” cannot be “cases”, only: post, case, off.")],
    },
    Mistake {
        edit: Typed("--hire", "permanent=2"),
        found: &[("E008", "--hire:1:1", "“permanent=2” is not employment=count@month:section.")],
    },
    Mistake {
        edit: Typed("--hire", "contract=2@July:check"),
        found: &[("E305", "--hire:1:12", "“month” is “July”, which is no month.")],
    },
    Mistake {
        edit: Typed("--recall", "b1@2024-09"),
        found: &[("E521", "--recall:1:1", "“b1” is recalled in 2024-09, but is not on loan elsewhere then.")],
    },
    Mistake {
        edit: Typed("--leave", "@2024-09"),
        found: &[("E008", "--leave:1:1", "“@2024-09” is not person@month.")],
    },
];
