//! The tables of the format, one constant each.

use super::Kind::{ByYear, Flag, Id, List, Month, Number, Reference, Sourced, Text, Whole, Word};
use super::{Key, Kind, Length, Named, Need, Range, Table};
use crate::model::{Basis, DutyGroup, Employment, Rank};
use crate::scenario::library::packs;

/// The ids of all values of an enumeration, so that no word is written down twice.
macro_rules! ids {
    ($type:ty) => {{
        const IDS: [&str; <$type>::ALL.len()] = {
            let mut ids = [""; <$type>::ALL.len()];
            let mut at = 0;
            while at < ids.len() {
                ids[at] = <$type>::ALL[at].id();
                at += 1;
            }
            ids
        };
        &IDS
    }};
}

mod people;
mod rules;
mod work;

pub(in crate::scenario) use people::RETIREMENT_COLUMNS;
pub use people::ROSTER;
use people::{
    AWAY, HIRE, HIRE_LEARNING, KIND, LEARNING, LEAVE, NOT_AT, PERSON, PINNED, RECALL, RECRUIT_LEARNING, RIGHTS, SPLIT,
    TRANSFER, VACATION,
};
pub(in crate::scenario) use rules::RULES;
use rules::{
    CASHIER, CONTRACT_STEPS, COVER, DUAL_REVIEW, DUTY_GROUPS, KIN, LEADER_STEPS, OWN_AUDIT, ROTATION,
    SECTIONS_PER_PERSON, SEPARATION,
};
use work::{MATTER, OUTSIDE, PART, STEP, WINDOW};

const fn must(name: &'static str, kind: Kind, doc: &'static str) -> Key {
    Key { name, kind, need: Need::Must, doc }
}

const fn may(name: &'static str, kind: Kind, doc: &'static str) -> Key {
    Key { name, kind, need: Need::May, doc }
}

const BASIS: Key = may("basis", Word(ids!(Basis)), "doc-basis");
const SOURCE: Key = may("source", Text, "doc-source");
const NOTE: Key = may("note", Text, "doc-note");
const NAME_EN: Key = may("name_en", Text, "doc-name-en");
const ON: Key = may("on", Flag, "doc-on");

/// Keys of the names that a thing may be called by.
pub(in crate::scenario) const NAME_KEYS: [&str; 2] = ["name", NAME_EN.name];
/// Keys that say where the numbers of a table come from.
pub(in crate::scenario) const ORIGIN_KEYS: &[Key] = &[BASIS, SOURCE];
/// Keys that speak about the values written beside them, and about no others.
pub(in crate::scenario) const NOTE_KEYS: &[&str] = &[BASIS.name, SOURCE.name, NOTE.name];

const DUTY: Kind = Word(ids!(DutyGroup));
const HEADS: Kind = Sourced(&Whole(Range::within(0, 100_000)));
const COUNT: Kind = Sourced(&Number(Range::within(0, 1_000_000_000)));
const CASES: Kind = Sourced(&Whole(Range::within(0, 100_000_000)));
const DAYS: Kind = Sourced(&Number(Range::within(0, 366)));
const WORKING_DAYS: Kind = Sourced(&Whole(Range::within(1, 366)));
const MONTH_DAYS: Kind = Sourced(&List(&Whole(Range::within(1, 31)), Length::Exactly(12)));
const RANK_SHARE: Kind = Sourced(&Number(Range::above(0, 1)));
const CHANCE: Kind = Sourced(&Number(Range::within(0, 1)));
const FACTOR: Kind = Sourced(&Number(Range::above(0, 100)));
const GROWTH_RATE: Kind = Sourced(&Number(Range::tenths(-5, 10)));
const INTAKE_MONTHS: Kind = Sourced(&List(&Whole(Range::within(1, 12)), Length::AtLeast(1)));
/// Weeks of a year as ISO 8601 counts them.
const WEEKS: Kind = List(&Whole(Range::within(1, 53)), Length::Any);
/// The top of a scenario file.
pub static SCENARIO: Table = Table {
    name: "",
    keys: &[
        may("extends", Text, "doc-extends"),
        may("overlay", Kind::Table(&OVERLAY), "doc-overlay"),
        must("format", Whole(Range::within(1, 1)), "doc-format"),
        must("name", Text, "doc-name"),
        NAME_EN,
        must("year", Whole(Range::within(2000, 2100)), "doc-year"),
        may("as_of", Month, "doc-as-of"),
        may(packs::KEY, Word(packs::NAMES), "doc-pack"),
        may("headcount", Kind::Table(&HEADCOUNT), "doc-headcount"),
        Key {
            name: "tier",
            kind: Kind::Tables(&TIER, Length::AtLeast(1)),
            need: Need::Unless(packs::KEY),
            doc: "doc-tier",
        },
        must("section", Kind::Tables(&SECTION, Length::AtLeast(1)), "doc-section"),
        may("kind", Kind::Tables(&KIND, Length::Any), "doc-kind"),
        may("driver", Kind::Tables(&DRIVER, Length::Any), "doc-driver"),
        must("matter", Kind::Tables(&MATTER, Length::AtLeast(1)), "doc-matter"),
        may("window", Kind::Tables(&WINDOW, Length::Any), "doc-window"),
        may("calendar", Kind::Table(&CALENDAR), "doc-calendar"),
        may("capacity", Kind::Table(&CAPACITY), "doc-capacity"),
        may("rules", Kind::Table(&RULES), "doc-rules"),
        must("roster", Kind::Table(&ROSTER_FILE), "doc-roster"),
        may("scale", Kind::Tables(&SCALE, Length::Any), "doc-scale"),
        may("person", Kind::Tables(&PERSON, Length::Any), "doc-person"),
        may("vacation", Kind::Tables(&VACATION, Length::Any), "doc-vacation"),
        may("hire", Kind::Tables(&HIRE, Length::Any), "doc-hire"),
        may("recall", Kind::Tables(&RECALL, Length::Any), "doc-recall"),
        may("leave", Kind::Tables(&LEAVE, Length::Any), "doc-leave"),
        may("transfer", Kind::Tables(&TRANSFER, Length::Any), "doc-transfer"),
        may("uncertainty", Kind::Table(&UNCERTAINTY), "doc-uncertainty"),
        may("benchmark", Kind::Table(&BENCHMARK), "doc-benchmark"),
        may("recruitment", Kind::Table(&RECRUITMENT), "doc-recruitment"),
        may("conflict", Kind::Tables(&CONFLICT, Length::Any), "doc-conflict"),
    ],
};

/// What a file says of itself; each file of a chain has its own.
pub(in crate::scenario) static OVERLAY: Table =
    Table { name: "overlay", keys: &[must("name", Text, "doc-overlay-name"), must("why", Text, "doc-overlay-why")] };

/// A row of a workbook that says what might be otherwise; in text that is a file laid over another.
pub(in crate::scenario) static CHANGE: Table = Table {
    name: "what_if",
    keys: &[
        may("scenario", Text, "doc-change-scenario"),
        may("why", Text, "doc-change-why"),
        may("table", Text, "doc-change-table"),
        may("item", Text, "doc-change-item"),
        may("employment", Word(ids!(Employment)), "doc-change-employment"),
        may("count", Whole(Range::within(1, 1000)), "doc-change-count"),
        may("month", Month, "doc-change-month"),
        may("section", Reference(Named::Section), "doc-change-section"),
        may("field", Text, "doc-change-field"),
        may("value", Text, "doc-change-value"),
        BASIS,
        SOURCE,
        may("base", Text, "doc-change-base"),
    ],
};

static HEADCOUNT: Table = Table {
    name: "headcount",
    keys: &[
        may("authorised", HEADS, "doc-authorised"),
        may("on_books", HEADS, "doc-on-books"),
        may("on_duty", HEADS, "doc-on-duty"),
        may("contract", HEADS, "doc-contract"),
        may("retirements", HEADS, "doc-retirements"),
        BASIS,
        SOURCE,
    ],
};

static TIER: Table =
    Table { name: "tier", keys: &[must("id", Id, "doc-tier-id"), must("name", Text, "doc-tier-name"), NAME_EN] };

static SECTION: Table = Table {
    name: "section",
    keys: &[
        must("id", Id, "doc-section-id"),
        must("name", Text, "doc-section-name"),
        NAME_EN,
        must("duty", DUTY, "doc-section-duty"),
        may("minimum", Sourced(&Whole(Range::within(1, 1000))), "doc-section-minimum"),
        may("no_leave", WEEKS, "doc-section-no-leave"),
        BASIS,
        SOURCE,
        NOTE,
    ],
};

static DRIVER: Table = Table {
    name: "driver",
    keys: &[must("id", Id, "doc-driver-id"), must("value", COUNT, "doc-driver-value"), BASIS, SOURCE, NOTE],
};

static CALENDAR: Table = Table {
    name: "calendar",
    keys: &[
        may("otherwise", WORKING_DAYS, "doc-calendar-otherwise"),
        may("working_days", ByYear(&WORKING_DAYS), "doc-calendar-working-days"),
        may("month_days", ByYear(&MONTH_DAYS), "doc-calendar-month-days"),
        may("no_leave", WEEKS, "doc-calendar-no-leave"),
        BASIS,
        SOURCE,
    ],
};

static CAPACITY: Table = Table {
    name: "capacity",
    keys: &[
        may("hours_per_day", Sourced(&Number(Range::above(0, 24))), "doc-capacity-hours"),
        may("training_days", DAYS, "doc-capacity-training"),
        may("sick_days", DAYS, "doc-capacity-sick"),
        may("overhead", Sourced(&Number(Range::below(0, 1))), "doc-capacity-overhead"),
        may("rank_share", Kind::Table(&RANK_SHARES), "doc-capacity-rank-share"),
        BASIS,
        SOURCE,
    ],
};

static RANK_SHARES: Table = Table {
    name: "capacity.rank_share",
    keys: &[
        may(Rank::Leader.id(), RANK_SHARE, "doc-rank-leader"),
        may(Rank::SectionHead.id(), RANK_SHARE, "doc-rank-section-head"),
        may(Rank::Staff.id(), RANK_SHARE, "doc-rank-staff"),
        BASIS,
        SOURCE,
    ],
};

static ROSTER_FILE: Table = Table { name: "roster", keys: &[must("file", Text, "doc-roster-file"), BASIS, SOURCE] };

static SCALE: Table = Table {
    name: "scale",
    keys: &[
        must("id", Id, "doc-scale-id"),
        may("matters", List(&Reference(Named::Matter), Length::AtLeast(1)), "doc-scale-matters"),
        may("volume", FACTOR, "doc-scale-volume"),
        may("minutes", FACTOR, "doc-scale-minutes"),
        BASIS,
        SOURCE,
    ],
};

static UNCERTAINTY: Table = Table {
    name: "uncertainty",
    keys: &[
        must("early", CHANCE, "doc-uncertainty-early"),
        must("late", CHANCE, "doc-uncertainty-late"),
        must("resign_established", CHANCE, "doc-uncertainty-resign-established"),
        must("resign_contract", CHANCE, "doc-uncertainty-resign-contract"),
        must("long_sick", CHANCE, "doc-uncertainty-long-sick"),
        must("long_sick_months", Sourced(&Whole(Range::within(1, 24))), "doc-uncertainty-long-sick-months"),
        must("growth", Kind::Table(&GROWTH), "doc-uncertainty-growth"),
        BASIS,
        SOURCE,
    ],
};

static GROWTH: Table = Table {
    name: "uncertainty.growth",
    keys: &[
        must("low", GROWTH_RATE, "doc-growth-low"),
        must("mode", GROWTH_RATE, "doc-growth-mode"),
        must("high", GROWTH_RATE, "doc-growth-high"),
        BASIS,
        SOURCE,
    ],
};

static BENCHMARK: Table = Table {
    name: "benchmark",
    keys: &[
        may("ratio", Sourced(&Number(Range::above(0, 1_000_000_000))), "doc-benchmark-ratio"),
        must("drivers", List(&Reference(Named::Driver), Length::AtLeast(1)), "doc-benchmark-drivers"),
        may("wider", List(&Reference(Named::Driver), Length::AtLeast(1)), "doc-benchmark-wider"),
        BASIS,
        SOURCE,
        NOTE,
    ],
};

static RECRUITMENT: Table = Table {
    name: "recruitment",
    keys: &[
        may("lead_months", Sourced(&Whole(Range::within(0, 60))), "doc-recruitment-lead"),
        may("windows", INTAKE_MONTHS, "doc-recruitment-windows"),
        may("learning", Kind::Table(&RECRUIT_LEARNING), "doc-recruitment-learning"),
        may("pay", Kind::Tables(&PAY, Length::Any), "doc-recruitment-pay"),
        BASIS,
        SOURCE,
    ],
};

static PAY: Table = Table {
    name: "recruitment.pay",
    keys: &[
        must("employment", Word(ids!(Employment)), "doc-person-employment"),
        must("total", Sourced(&Number(Range::above(0, 100_000_000))), "doc-pay-total"),
        must("heads", Sourced(&Whole(Range::within(1, 100_000))), "doc-pay-heads"),
        BASIS,
        SOURCE,
    ],
};

static CONFLICT: Table = Table {
    name: "conflict",
    keys: &[
        must("id", Id, "doc-conflict-id"),
        must("topic", Text, "doc-conflict-topic"),
        may("target", Kind::Target, "doc-conflict-target"),
        must("used", Whole(Range::within(1, 100)), "doc-conflict-used"),
        must("values", Kind::Tables(&CONFLICT_VALUE, Length::AtLeast(2)), "doc-conflict-values"),
        NOTE,
    ],
};

static CONFLICT_VALUE: Table = Table {
    name: "conflict.values",
    keys: &[
        must("value", Number(Range::within(-1_000_000_000, 1_000_000_000)), "doc-conflict-value"),
        BASIS,
        must("source", Text, "doc-conflict-source"),
    ],
};

/// Every table, in the order of the documentation.
pub static ALL: &[&Table] = &[
    &SCENARIO,
    &OVERLAY,
    &HEADCOUNT,
    &TIER,
    &SECTION,
    &KIND,
    &DRIVER,
    &MATTER,
    &STEP,
    &PART,
    &OUTSIDE,
    &WINDOW,
    &CALENDAR,
    &CAPACITY,
    &RANK_SHARES,
    &DUAL_REVIEW,
    &SEPARATION,
    &DUTY_GROUPS,
    &SECTIONS_PER_PERSON,
    &CONTRACT_STEPS,
    &LEADER_STEPS,
    &KIN,
    &CASHIER,
    &OWN_AUDIT,
    &ROTATION,
    &COVER,
    &ROSTER_FILE,
    &SCALE,
    &PERSON,
    &AWAY,
    &PINNED,
    &NOT_AT,
    &SPLIT,
    &RIGHTS,
    &LEARNING,
    &VACATION,
    &HIRE,
    &HIRE_LEARNING,
    &RECRUIT_LEARNING,
    &RECALL,
    &LEAVE,
    &TRANSFER,
    &UNCERTAINTY,
    &GROWTH,
    &BENCHMARK,
    &RECRUITMENT,
    &PAY,
    &CONFLICT,
    &CONFLICT_VALUE,
    &ROSTER,
];
