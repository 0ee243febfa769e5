//! Files, syntax, keys, types, words, ids.

use super::Edit::{All, Part};
use super::File::Scenario;
use super::Mistake;

pub(super) static MISTAKES: &[Mistake] = &[
    Mistake { edit: All(Scenario, ""), found: &[("E003", "small.toml:1:1", "The file “small.toml” is empty.")] },
    Mistake {
        edit: All(Scenario, "\u{feff}  \n"),
        found: &[("E003", "small.toml:1:1", "The file “small.toml” is empty.")],
    },
    Mistake {
        edit: Part(Scenario, "\"people.csv\"", "\"nobody.csv\""),
        found: &[("E001", "small.toml:59:8", "There is no file “nobody.csv”.")],
    },
    Mistake {
        edit: Part(Scenario, "\"people.csv\"", "\"folder\""),
        found: &[("E001", "small.toml:59:8", "“folder” is a folder, not a file.")],
    },
    Mistake {
        edit: Part(Scenario, "\"people.csv\"", "\"secret.csv\""),
        found: &[("E001", "small.toml:59:8", "Reading the file “secret.csv” is not permitted.")],
    },
    Mistake {
        edit: Part(Scenario, "\"people.csv\"", "\"../people.csv\""),
        found: &[(
            "E004",
            "small.toml:59:8",
            "The roster “../people.csv” lies outside the folder of the scenario file.",
        )],
    },
    Mistake {
        edit: Part(Scenario, "\"people.csv\"", "\"/etc/passwd\""),
        found: &[("E004", "small.toml:59:8", "The roster “/etc/passwd” lies outside the folder of the scenario file.")],
    },
    Mistake {
        edit: Part(Scenario, "\"people.csv\"", "\"C:\\\\people.csv\""),
        found: &[(
            "E004",
            "small.toml:59:8",
            "The roster “C:\\people.csv” lies outside the folder of the scenario file.",
        )],
    },
    Mistake {
        edit: Part(Scenario, "unit = \"户\"", "unit = \"户"),
        found: &[("E101", "small.toml:46:10", "The quotes of a text are wrong (invalid basic string, expected `\"`).")],
    },
    Mistake {
        edit: Part(Scenario, "name = \"测试站\"", "name = 测试站"),
        found: &[(
            "E101",
            "small.toml:2:8",
            "The quotes of a text are wrong (string values must be quoted, expected literal string).",
        )],
    },
    Mistake {
        edit: Part(Scenario, "year = 2024", "year = 2024\nyear = 2025"),
        found: &[("E102", "small.toml:4:1", "“year” is given twice.")],
    },
    Mistake {
        edit: Part(Scenario, "[headcount]", "[headcount]\n[headcount]"),
        found: &[("E102", "small.toml:7:2", "“headcount” is given twice.")],
    },
    Mistake {
        edit: Part(Scenario, "volume = 10", "volumes = 10\nvolume = 10"),
        found: &[("E103", "small.toml:45:1", "[matter] has no key “volumes”.")],
    },
    Mistake {
        edit: Part(Scenario, "year = 2024", "year = 2024\nyaer = 2024"),
        found: &[("E103", "small.toml:4:1", "The top of the file has no key “yaer”.")],
    },
    Mistake {
        edit: Part(Scenario, "people = 2", "persons = 2"),
        found: &[("E103", "small.toml:48:43", "[matter.steps] has no key “persons”.")],
    },
    Mistake {
        edit: Part(Scenario, "[rules.kin]", "[rules.kim]"),
        found: &[("E103", "small.toml:50:8", "[rules] has no key “kim”.")],
    },
    Mistake {
        edit: Part(Scenario, "[rules.cashier]", "[rules.separation]\non = true\n[rules.cashier]"),
        found: &[("E103", "small.toml:53:1", "[rules.separation] has no key “on”.")],
    },
    Mistake {
        edit: Part(Scenario, "value = 1000", "value = { value = 1000, base = \"law\" }"),
        found: &[("E103", "small.toml:29:25", "[value] has no key “base”.")],
    },
    Mistake {
        edit: Part(Scenario, "value = 1000", "value = { basis = \"law\" }"),
        found: &[("E104", "small.toml:29:9", "[value] lacks “value”.")],
    },
    Mistake {
        edit: Part(Scenario, "year = 2024\n", ""),
        found: &[("E104", "small.toml:1:1", "The top of the file lacks “year”.")],
    },
    Mistake {
        edit: Part(Scenario, "section = \"desk\"\n", ""),
        found: &[("E104", "small.toml:31:1", "[matter] lacks “section”.")],
    },
    Mistake {
        edit: Part(Scenario, "{ step = \"review\", minutes = 30 }", "{ step = \"review\" }"),
        found: &[("E104", "small.toml:48:57", "[matter.steps] lacks “minutes”.")],
    },
    Mistake {
        edit: Part(Scenario, "year = 2024", "year = \"2024\""),
        found: &[("E105", "small.toml:3:8", "“year” must be a whole number, not text.")],
    },
    Mistake {
        edit: Part(Scenario, "name = \"窗口\"", "name = 5"),
        found: &[("E105", "small.toml:20:8", "“name” must be text, not a number.")],
    },
    Mistake {
        edit: Part(Scenario, "audits = [\"enrol\"]", "audits = \"enrol\""),
        found: &[("E105", "small.toml:47:10", "“audits” must be a list, not text.")],
    },
    Mistake {
        edit: Part(Scenario, "[headcount]", "[[headcount]]"),
        found: &[("E105", "small.toml:6:1", "“headcount” must be a table, not a list.")],
    },
    Mistake {
        edit: Part(Scenario, "rate = 0.5", "rate = true"),
        found: &[("E105", "small.toml:37:8", "“rate” must be a number, not true or false.")],
    },
    Mistake {
        edit: Part(Scenario, "minutes = 60", "minutes = [60]"),
        found: &[("E105", "small.toml:48:39", "“minutes” must be a number, not a list.")],
    },
    Mistake {
        edit: Part(Scenario, "id = \"desk\"", "id = 7"),
        found: &[("E105", "small.toml:19:6", "“id” must be text, not a number.")],
    },
    Mistake {
        edit: Part(Scenario, "duty = \"operations\"", "duty = \"operation\""),
        found: &[("E106", "small.toml:21:8", "“duty” cannot be “operation”, only: operations, finance, data, audit.")],
    },
    Mistake {
        edit: Part(Scenario, "step = \"review\", minutes = 30", "step = \"核对\", minutes = 30"),
        found: &[(
            "E106",
            "small.toml:48:66",
            "“step” cannot be “核对”, only: handle, review, second_review, approve.",
        )],
    },
    Mistake {
        edit: Part(Scenario, "basis = \"document\"", "basis = \"documents\""),
        found: &[(
            "E106",
            "small.toml:9:9",
            "“basis” cannot be “documents”, only: document, law, measured, policy, assumption.",
        )],
    },
    Mistake {
        edit: Part(Scenario, "name = \"窗口\"", "name = \" \""),
        found: &[("E107", "small.toml:20:8", "“name” is empty.")],
    },
    Mistake {
        edit: Part(Scenario, "name = \"窗口\"", "name = \"窗\\u001b[2J口\""),
        found: &[("E108", "small.toml:20:8", "“name” contains a line break, a tab or another control character.")],
    },
    Mistake {
        edit: Part(Scenario, "name = \"窗口\"", "name = \"窗\\u202e口\""),
        found: &[("E108", "small.toml:20:8", "“name” contains a line break, a tab or another control character.")],
    },
    Mistake {
        edit: Part(Scenario, "format = 1", "format = 2"),
        found: &[("E109", "small.toml:1:10", "The file is of format 2; this program reads format 1.")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "steps = [{ step = \"handle\", minutes = 60, people = 2 }, { step = \"review\", minutes = 30 }]",
            "steps = []",
        ),
        found: &[("E110", "small.toml:48:9", "The number of entries in “steps” is 0; it must be at least 1.")],
    },
    Mistake {
        edit: Part(Scenario, "pairs = [[\"a1\", \"b1\"]]", "pairs = [[\"a1\", \"a2\", \"b1\"]]"),
        found: &[("E110", "small.toml:51:10", "The number of entries in “pairs” is 3; it must be exactly 2.")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "values = [{ value = 4, source = \"甲\" }, { value = 6, source = \"乙\" }]",
            "values = [{ value = 4, source = \"甲\" }]",
        ),
        found: &[("E110", "small.toml:66:10", "The number of entries in “values” is 1; it must be at least 2.")],
    },
    Mistake {
        edit: Part(Scenario, "audits = [\"enrol\"]", "audits = [\"enrol\", \"enrol\"]"),
        found: &[("E111", "small.toml:47:20", "“audits” names “enrol” twice.")],
    },
    Mistake {
        edit: Part(Scenario, "pairs = [[\"a1\", \"b1\"]]", "pairs = [[\"a1\", \"b1\"], [\"b1\", \"a1\"]]"),
        found: &[("E111", "small.toml:51:24", "“pairs” names “b1, a1” twice.")],
    },
    Mistake {
        edit: Part(Scenario, "unit = \"户\"", "unit = \"户\"\nmonths = [3, 6, 3]"),
        found: &[("E111", "small.toml:47:17", "“months” names “3” twice.")],
    },
    Mistake {
        edit: Part(Scenario, "id = \"insured\"", "id = \"\""),
        found: &[("E201", "small.toml:28:6", "“” cannot be an id.")],
    },
    Mistake {
        edit: Part(Scenario, "id = \"posts\"", "id = \"po/sts\""),
        found: &[("E201", "small.toml:62:6", "“po/sts” cannot be an id.")],
    },
    Mistake {
        edit: Part(Scenario, "id = \"check\"", "id = \"desk\""),
        found: &[("E202", "small.toml:23:6", "The id “desk” belongs to another section already, at 19:6.")],
    },
    Mistake {
        edit: Part(Scenario, "section = \"check\"", "section = \"chek\""),
        found: &[("E203", "small.toml:43:11", "There is no section “chek”.")],
    },
    Mistake {
        edit: Part(Scenario, "tier = \"audit\"", "tier = \"urgent\""),
        found: &[("E203", "small.toml:44:8", "There is no tier “urgent”.")],
    },
    Mistake {
        edit: Part(Scenario, "driver = \"insured\"", "driver = \"insurd\""),
        found: &[("E203", "small.toml:36:10", "There is no driver “insurd”.")],
    },
    Mistake {
        edit: Part(Scenario, "audits = [\"enrol\"]", "audits = [\"enroll\"]"),
        found: &[("E203", "small.toml:47:11", "There is no matter “enroll”.")],
    },
    Mistake {
        edit: Part(Scenario, "[\"a1\", \"b1\"]", "[\"a1\", \"c1\"]"),
        found: &[("E203", "small.toml:51:17", "There is no person “c1”.")],
    },
    Mistake {
        edit: Part(Scenario, "excludes = [\"inspect\"]", "excludes = [\"nothing\"]"),
        found: &[("E203", "small.toml:54:13", "There is no matter “nothing”.")],
    },
    Mistake {
        edit: Part(Scenario, "\"desk/operations/handle\"", "\"desk/operations/handel\""),
        found: &[("E204", "small.toml:53:10", "There is no post “desk/operations/handel”.")],
    },
    Mistake {
        edit: Part(Scenario, "\"desk/operations/handle\"", "\"desk/data/handle\""),
        found: &[("E204", "small.toml:53:10", "There is no post “desk/data/handle”.")],
    },
    Mistake {
        edit: Part(Scenario, "[headcount]", "[calendar.working_days]\nnext = 250\n[headcount]"),
        found: &[("E103", "small.toml:7:1", "[working_days] has no key “next”.")],
    },
    Mistake {
        edit: Part(Scenario, ", { step = \"review\", minutes = 30 }]", "]\ndual_review_exempt = \"\""),
        found: &[("E107", "small.toml:49:22", "“dual_review_exempt” is empty.")],
    },
    Mistake {
        edit: Part(Scenario, "[rules.kin]", "[rules.separation]\nmode = \"posts\"\n[rules.kin]"),
        found: &[("E106", "small.toml:51:8", "“mode” cannot be “posts”, only: post, case, off.")],
    },
    Mistake {
        edit: Part(Scenario, "[rules.kin]", "[rules.contract_steps]\nsteps = [\"handle\", \"pay\"]\n[rules.kin]"),
        found: &[(
            "E106",
            "small.toml:51:20",
            "“steps” cannot be “pay”, only: handle, review, second_review, approve.",
        )],
    },
    Mistake {
        edit: Part(Scenario, "\"headcount.authorised\"", "\"driver.people\""),
        found: &[("E203", "small.toml:64:10", "There is no driver “people”.")],
    },
];
