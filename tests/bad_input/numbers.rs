//! Numbers and months.

use super::Edit::Part;
use super::File::Scenario;
use super::Mistake;

pub(super) static MISTAKES: &[Mistake] = &[
    Mistake {
        edit: Part(Scenario, "volume = 10", "volume = -1"),
        found: &[("E301", "small.toml:45:10", "“volume” is -1, outside its range (0 ≤ x ≤ 100000000).")],
    },
    Mistake {
        edit: Part(Scenario, "volume = 10", "volume = 1e12"),
        found: &[("E301", "small.toml:45:10", "“volume” is 1e12, outside its range (0 ≤ x ≤ 100000000).")],
    },
    Mistake {
        edit: Part(Scenario, "people = 2", "people = 0"),
        found: &[("E301", "small.toml:48:52", "“people” is 0, outside its range (1 ≤ x ≤ 20).")],
    },
    Mistake {
        edit: Part(Scenario, "minutes = 60", "minutes = 0"),
        found: &[("E301", "small.toml:48:39", "“minutes” is 0, outside its range (0 < x ≤ 1000000).")],
    },
    Mistake {
        edit: Part(Scenario, "volume = 10", "volume = 10.5"),
        found: &[("E302", "small.toml:45:10", "“volume” is 10.5, but must be a whole number.")],
    },
    Mistake {
        edit: Part(Scenario, "value = 1000", "value = nan"),
        found: &[("E303", "small.toml:29:9", "“value” is nan, which is no definite number.")],
    },
    Mistake {
        edit: Part(Scenario, "value = 1000", "value = -inf"),
        found: &[("E303", "small.toml:29:9", "“value” is -inf, which is no definite number.")],
    },
    Mistake {
        edit: Part(Scenario, "rate = 0.5", "rate = 0.1234567891"),
        found: &[("E304", "small.toml:37:8", "“rate” is 0.1234567891, which has too many digits to be kept exactly.")],
    },
    Mistake {
        edit: Part(Scenario, "rate = 0.5", "rate = 1e400"),
        found: &[("E304", "small.toml:37:8", "“rate” is 1e400, which has too many digits to be kept exactly.")],
    },
    Mistake {
        edit: Part(Scenario, "[headcount]", "[capacity]\noverhead = 1.0\n[headcount]"),
        found: &[("E301", "small.toml:7:12", "“overhead” is 1.0, outside its range (0 ≤ x < 1).")],
    },
    Mistake {
        edit: Part(Scenario, "[headcount]", "[capacity.rank_share]\nstaff = 0\n[headcount]"),
        found: &[("E301", "small.toml:7:9", "“staff” is 0, outside its range (0 < x ≤ 1).")],
    },
    Mistake {
        edit: Part(Scenario, "[headcount]", "[capacity.rank_share]\nstaff = 1.2\n[headcount]"),
        found: &[("E301", "small.toml:7:9", "“staff” is 1.2, outside its range (0 < x ≤ 1).")],
    },
    Mistake {
        edit: Part(Scenario, "[headcount]", "[capacity]\nhours_per_day = 25\n[headcount]"),
        found: &[("E301", "small.toml:7:17", "“hours_per_day” is 25, outside its range (0 < x ≤ 24).")],
    },
    Mistake {
        edit: Part(Scenario, "[headcount]", "[calendar.working_days]\n2024 = 367\n[headcount]"),
        found: &[("E301", "small.toml:7:8", "“2024” is 367, outside its range (1 ≤ x ≤ 366).")],
    },
    Mistake {
        edit: Part(Scenario, "years = 5", "years = 0"),
        found: &[("E301", "small.toml:56:9", "“years” is 0, outside its range (1 ≤ x ≤ 60).")],
    },
    Mistake {
        edit: Part(Scenario, "[rules.kin]", "[rules.cover]\nholders = 0\n[rules.kin]"),
        found: &[("E301", "small.toml:51:11", "“holders” is 0, outside its range (1 ≤ x ≤ 20).")],
    },
    Mistake {
        edit: Part(Scenario, "unit = \"户\"", "unit = \"户\"\nmonths = [13]"),
        found: &[("E301", "small.toml:47:11", "“months” is 13, outside its range (1 ≤ x ≤ 12).")],
    },
    Mistake {
        edit: Part(Scenario, "authorised = 4", "authorised = 4.5"),
        found: &[("E302", "small.toml:7:14", "“authorised” is 4.5, but must be a whole number.")],
    },
    Mistake {
        edit: Part(Scenario, "as_of = \"2024-06\"", "as_of = \"2024-13\""),
        found: &[("E305", "small.toml:4:9", "“as_of” is “2024-13”, which is no month.")],
    },
    Mistake {
        edit: Part(Scenario, "as_of = \"2024-06\"", "as_of = \"June 2024\""),
        found: &[("E305", "small.toml:4:9", "“as_of” is “June 2024”, which is no month.")],
    },
    Mistake {
        edit: Part(Scenario, "as_of = \"2024-06\"", "as_of = 2024-06-01"),
        found: &[("E306", "small.toml:4:9", "“as_of” is the date 2024-06-01, but must be a month in quotes.")],
    },
    Mistake {
        edit: Part(Scenario, "as_of = \"2024-06\"", "as_of = \"2025-01\""),
        found: &[("E307", "small.toml:4:9", "The month planned for, 2025-01, is not in the plan year 2024.")],
    },
    Mistake {
        edit: Part(Scenario, "[headcount]", "[capacity]\ntraining_days = 240\n[headcount]"),
        found: &[(
            "E308",
            "small.toml:7:17",
            "Of 251 working days nothing is left after 15 days of leave, 240 of training and 3 of sickness.",
        )],
    },
    Mistake {
        edit: Part(Scenario, "[headcount]", "[calendar.working_days]\n2024 = 20\n[headcount]"),
        found: &[(
            "E308",
            "small.toml:7:8",
            "Of 20 working days nothing is left after 15 days of leave, 12 of training and 3 of sickness.",
        )],
    },
    Mistake {
        edit: Part(Scenario, "[rules.kin]", "[rules.sections_per_person]\nmost = 0\n[rules.kin]"),
        found: &[("E301", "small.toml:51:8", "“most” is 0, outside its range (1 ≤ x ≤ 100).")],
    },
    Mistake {
        edit: Part(Scenario, "used = 1", "used = 0"),
        found: &[("E301", "small.toml:65:8", "“used” is 0, outside its range (1 ≤ x ≤ 100).")],
    },
    Mistake {
        edit: Part(Scenario, "value = 6", "value = inf"),
        found: &[("E303", "small.toml:66:50", "“value” is inf, which is no definite number.")],
    },
    Mistake {
        edit: Part(Scenario, "[headcount]", "[calendar.month_days]\n2024 = [22, 18, 21]\n[headcount]"),
        found: &[("E110", "small.toml:7:8", "The number of entries in “2024” is 3; it must be exactly 12.")],
    },
    Mistake {
        edit: Part(
            Scenario,
            "[headcount]",
            "[calendar.month_days]\n2024 = [20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20]\n[headcount]",
        ),
        found: &[("E311", "small.toml:7:8", "The working days of the months of 2024 add up to 240, the year has 251.")],
    },
    Mistake {
        edit: Part(Scenario, "[headcount]", "[calendar.month_days]\n2024 = \"22\"\n[headcount]"),
        found: &[("E105", "small.toml:7:8", "“2024” must be a list, not text.")],
    },
];
