//! The retirement law against worked values of public calculators and against its own text.

use proptest::prelude::*;
use shuanggang::model::{PostCategory, Retirement, RetirementCategory, Sex, minimum_contribution_months};
use shuanggang::units::Month;

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

/// Birth, delay in months, retirement month, earliest and latest flexible month (`-`: not given).
const MALE: &[&str] = &[
    "1964-12 0 2024-12 - -",
    "1965-01 1 2025-02 2025-01 2028-02",
    "1965-04 1 2025-05 - -",
    "1965-05 2 2025-07 - -",
    "1965-12 3 2026-03 - -",
    "1967-06 8 2028-02 2027-06 2031-02",
    "1969-03 13 2030-04 - -",
    "1976-08 35 2039-07 - -",
    "1976-09 36 2039-09 - -",
    "1995-12 36 2058-12 - -",
];
const FEMALE_55: &[&str] = &[
    "1969-12 0 2024-12 - -",
    "1970-01 1 2025-02 2025-01 2028-02",
    "1971-04 4 2026-08 - -",
    "1976-09 21 2033-06 2031-09 2036-06",
    "1981-09 36 2039-09 - -",
    "2000-12 36 2058-12 - -",
];
const FEMALE_50: &[&str] = &[
    "1974-12 0 2024-12 - -",
    "1975-01 1 2025-02 - -",
    "1975-03 2 2025-05 - -",
    "1981-03 38 2034-05 2031-05 2037-05",
    "1984-11 60 2039-11 - -",
    "1995-12 60 2050-12 - -",
];

#[test]
fn worked_values_of_public_calculators() {
    use RetirementCategory::{Female50, Female55, Female60Senior, Male60};
    let tables = [(Male60, MALE), (Female60Senior, MALE), (Female55, FEMALE_55), (Female50, FEMALE_50)];
    for (category, line) in tables.iter().flat_map(|(c, lines)| lines.iter().map(move |line| (*c, *line))) {
        let [born, delay, statutory, earliest, latest] = line.split(' ').collect::<Vec<_>>().try_into().unwrap();
        let found = Retirement::of(month(born), category, true);
        assert_eq!(found.delay_months.to_string(), delay, "{category:?} {line}");
        assert_eq!(found.statutory.to_string(), statutory, "{category:?} {line}");
        if earliest != "-" {
            assert_eq!(found.earliest.to_string(), earliest, "{category:?} {line}");
            assert_eq!(found.latest.map(|m| m.to_string()).as_deref(), Some(latest), "{category:?} {line}");
        }
    }
}

/// First birth month of every step of delay, written out step by step instead of by the formula.
#[test]
fn every_birth_month_has_the_delay_of_the_step_list() {
    // Men from 1965-01, women of 55 from 1970-01: one step every four months, 36 steps.
    // Women of 50 from 1975-01: one step every two months, 60 steps.
    let lists = [
        (RetirementCategory::Male60, 1965, 4, 36),
        (RetirementCategory::Female60Senior, 1965, 4, 36),
        (RetirementCategory::Female55, 1970, 4, 36),
        (RetirementCategory::Female50, 1975, 2, 60),
    ];
    for (category, first_year, months_a_step, steps) in lists {
        let mut born = Month::new(first_year - 5, 1).unwrap();
        let (mut delay, mut left) = (0, 0);
        while born < Month::new(first_year + 20, 1).unwrap() {
            if born >= Month::january(first_year) && left == 0 && delay < steps {
                delay += 1;
                left = months_a_step;
            }
            left -= i32::from(left > 0);
            let found = Retirement::of(born, category, true);
            assert_eq!(found.delay_months, delay, "{category:?} {born}");
            let age = category.old_age() + delay;
            let whole = born.year() * 12 + i32::from(born.month()) - 1 + age;
            assert_eq!((found.statutory.year(), i32::from(found.statutory.month())), (whole / 12, whole % 12 + 1));
            born = born.plus(1);
        }
    }
}

#[test]
fn retired_before_the_reform_means_no_choice() {
    let found = Retirement::of(month("1964-12"), RetirementCategory::Male60, true);
    assert_eq!((found.earliest, found.latest), (month("2024-12"), None));
}

#[test]
fn late_retirement_is_closed_to_management() {
    let found = Retirement::of(month("1976-09"), RetirementCategory::Female55, false);
    assert_eq!(found.latest, None);
    assert_eq!(found.earliest, month("2031-09"), "leaving earlier is not");
}

#[test]
fn categories_follow_sex_post_and_title() {
    use PostCategory::{Management, Professional, Worker};
    let of = RetirementCategory::of;
    assert_eq!(of(Sex::Male, Worker, false), RetirementCategory::Male60);
    assert_eq!(of(Sex::Female, Worker, false), RetirementCategory::Female50);
    assert_eq!(of(Sex::Female, Management, false), RetirementCategory::Female55);
    assert_eq!(of(Sex::Female, Professional, false), RetirementCategory::Female55);
    assert_eq!(of(Sex::Female, Professional, true), RetirementCategory::Female60Senior);
    assert_eq!(of(Sex::Female, Management, true), RetirementCategory::Female55, "the title counts for professionals");
}

#[test]
fn contributions_rise_by_half_a_year_from_2030() {
    let years = |year| minimum_contribution_months(year);
    let expected =
        [(2024, 180), (2029, 180), (2030, 186), (2031, 192), (2035, 216), (2038, 234), (2039, 240), (2060, 240)];
    for (year, months) in expected {
        assert_eq!(years(year), months, "{year}");
    }
}

#[test]
fn notices_are_three_months_and_one_month_ahead() {
    let found = Retirement::of(month("1967-06"), RetirementCategory::Male60, true);
    assert_eq!(Retirement::early_notice(found.earliest), Some(month("2027-03")));
    assert_eq!(found.late_notice(), month("2028-01"));
    assert_eq!(Retirement::early_notice(month("2028-02")), Some(month("2027-11")), "across the year");
    // The measures that ask for the notice are in force since 2025-01.
    assert_eq!(Retirement::early_notice(month("2025-04")), Some(month("2025-01")));
    assert_eq!(Retirement::early_notice(month("2025-03")), None);
}

proptest! {
    #[test]
    fn the_law_never_sends_anyone_early_and_never_turns_back(year in 1950..2005i32, m in 1..=12u8, i in 0..4usize) {
        let category = RetirementCategory::ALL[i];
        let born = Month::new(year, m).unwrap();
        let (this, next) = (Retirement::of(born, category, true), Retirement::of(born.plus(1), category, true));
        prop_assert!(this.statutory >= this.pre_reform && this.earliest >= this.pre_reform);
        prop_assert!(this.earliest <= this.statutory && this.statutory.months_since(this.earliest) <= 36);
        prop_assert!(next.statutory > this.statutory && next.delay_months >= this.delay_months);
        prop_assert!(next.delay_months - this.delay_months <= 1);
        prop_assert!(this.latest.is_none_or(|latest| latest.months_since(this.statutory) == 36));
    }
}
