//! The tables of a WISN study file, one constant each.

use super::Kind::{Number, Text, Whole, Word};
use super::{Key, Kind, Length, Need, Range, Table};
use crate::model::wisn::{Figure, Method};

const fn must(name: &'static str, kind: Kind, doc: &'static str) -> Key {
    Key { name, kind, need: Need::Must, doc }
}

const fn may(name: &'static str, kind: Kind, doc: &'static str) -> Key {
    Key { name, kind, need: Need::May, doc }
}

const AMOUNT: Kind = Number(Range::within(0, 1_000_000_000));
const POSITIVE: Kind = Number(Range::above(0, 1_000_000_000));
const SIGNED: Kind = Number(Range::within(-1_000_000_000, 1_000_000_000));
const STATED: Key = may("stated", Kind::Table(&STATED_TABLE), "doc-wisn-stated");

/// The top of a study file.
pub static STUDY: Table = Table {
    name: "",
    keys: &[
        must("format", Whole(Range::within(1, 1)), "doc-format"),
        must("name", Text, "doc-wisn-name"),
        must("source", Text, "doc-wisn-source"),
        may("note", Text, "doc-wisn-note"),
        may("tolerance", Number(Range::within(0, 1)), "doc-wisn-tolerance"),
        must("group", Kind::Tables(&GROUP, Length::AtLeast(1)), "doc-wisn-group"),
        STATED,
    ],
};

static GROUP: Table = Table {
    name: "group",
    keys: &[
        must("name", Text, "doc-wisn-group-name"),
        may("method", Word(&[Method::Factor.id(), Method::Added.id()]), "doc-wisn-method"),
        may("current", AMOUNT, "doc-wisn-current"),
        may("time", Kind::Table(&TIME), "doc-wisn-time"),
        may("activity", Kind::Tables(&ACTIVITY, Length::Any), "doc-wisn-activity"),
        may("support", Kind::Tables(&SUPPORT, Length::Any), "doc-wisn-support"),
        may("individual", Kind::Tables(&INDIVIDUAL, Length::Any), "doc-wisn-individual"),
        may("given", Kind::Table(&GIVEN), "doc-wisn-given"),
        STATED,
    ],
};

static TIME: Table = Table {
    name: "group.time",
    keys: &[
        may("days", POSITIVE, "doc-wisn-days"),
        may("days_per_week", POSITIVE, "doc-wisn-days-per-week"),
        may("weeks", POSITIVE, "doc-wisn-weeks"),
        may("hours", POSITIVE, "doc-wisn-hours"),
        may("hours_per_day", Number(Range::above(0, 24)), "doc-wisn-hours-per-day"),
        may("off", Kind::Tables(&OFF, Length::Any), "doc-wisn-off"),
    ],
};

static OFF: Table = Table {
    name: "group.time.off",
    keys: &[
        must("name", Text, "doc-wisn-item"),
        may("days", AMOUNT, "doc-wisn-off-days"),
        may("percent", Number(Range::within(0, 100)), "doc-wisn-off-percent"),
        STATED,
    ],
};

static ACTIVITY: Table = Table {
    name: "group.activity",
    keys: &[
        must("name", Text, "doc-wisn-item"),
        may("minutes", POSITIVE, "doc-wisn-minutes"),
        may("hours", POSITIVE, "doc-wisn-unit-hours"),
        may("annual", AMOUNT, "doc-wisn-annual"),
        may("per_day", AMOUNT, "doc-wisn-per-day"),
        may("days", AMOUNT, "doc-wisn-activity-days"),
        STATED,
    ],
};

static SUPPORT: Table = Table {
    name: "group.support",
    keys: &[
        must("name", Text, "doc-wisn-item"),
        may("hours_per_day", AMOUNT, "doc-wisn-support-day"),
        may("days_per_year", AMOUNT, "doc-wisn-support-days"),
        may("hours_per_year", AMOUNT, "doc-wisn-support-hours"),
        may("minutes_per_year", AMOUNT, "doc-wisn-support-minutes"),
        may("percent", Number(Range::within(0, 100)), "doc-wisn-support-percent"),
        may("round_to", Whole(Range::within(0, 9)), "doc-wisn-round"),
        STATED,
    ],
};

static INDIVIDUAL: Table = Table {
    name: "group.individual",
    keys: &[
        must("name", Text, "doc-wisn-item"),
        must("hours_per_year", AMOUNT, "doc-wisn-individual-hours"),
        may("people", AMOUNT, "doc-wisn-individual-people"),
    ],
};

static GIVEN: Table = Table {
    name: "group.given",
    keys: &[
        may(Figure::Staff.id(), AMOUNT, "doc-wisn-given-staff"),
        may(Figure::CategoryFactor.id(), POSITIVE, "doc-wisn-given-caf"),
        may(Figure::Required.id(), POSITIVE, "doc-wisn-given-required"),
    ],
};

static STATED_TABLE: Table = Table {
    name: "stated",
    keys: &[
        may(Figure::DaysLeft.id(), SIGNED, "doc-wisn-days-left"),
        may(Figure::AvailableDays.id(), SIGNED, "doc-wisn-available-days"),
        may(Figure::AvailableHours.id(), SIGNED, "doc-wisn-available-hours"),
        may(Figure::AvailableMinutes.id(), SIGNED, "doc-wisn-available-minutes"),
        may(Figure::Annual.id(), SIGNED, "doc-wisn-stated-annual"),
        may(Figure::Hours.id(), SIGNED, "doc-wisn-stated-hours"),
        may(Figure::StandardWorkload.id(), SIGNED, "doc-wisn-standard-workload"),
        may(Figure::Staff.id(), SIGNED, "doc-wisn-staff"),
        may(Figure::StaffWithAllowance.id(), SIGNED, "doc-wisn-staff-with-allowance"),
        may(Figure::Support.id(), SIGNED, "doc-wisn-share"),
        may(Figure::CategoryFactor.id(), SIGNED, "doc-wisn-caf"),
        may(Figure::IndividualFactor.id(), SIGNED, "doc-wisn-iaf"),
        may(Figure::Current.id(), SIGNED, "doc-wisn-stated-current"),
        may(Figure::Required.id(), SIGNED, "doc-wisn-required"),
        may(Figure::Difference.id(), SIGNED, "doc-wisn-difference"),
        may(Figure::Ratio.id(), SIGNED, "doc-wisn-ratio"),
    ],
};

/// Every table, in the order of the documentation.
pub static STUDY_TABLES: &[&Table] =
    &[&STUDY, &GROUP, &TIME, &OFF, &ACTIVITY, &SUPPORT, &INDIVIDUAL, &GIVEN, &STATED_TABLE];
