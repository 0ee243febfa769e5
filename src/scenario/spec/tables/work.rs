//! The tables about work: matters, their steps and parts, what is done outside, windows.

use super::super::Kind::{Flag, Id, List, Number, Reference, Sourced, Text, Whole, Word};
use super::super::{Key, Kind, Length, Named, Need, Range, Table};
use super::{BASIS, CASES, DUTY, NAME_EN, NOTE, SOURCE, may, must};
use crate::model::Step;

pub(super) static MATTER: Table = Table {
    name: "matter",
    keys: &[
        must("id", Id, "doc-matter-id"),
        must("name", Text, "doc-matter-name"),
        NAME_EN,
        must("section", Reference(Named::Section), "doc-matter-section"),
        may("duty", DUTY, "doc-matter-duty"),
        must("tier", Reference(Named::Tier), "doc-matter-tier"),
        may("weight", Sourced(&Number(Range::above(0, 1000))), "doc-matter-weight"),
        may("volume", CASES, "doc-matter-volume"),
        may("driver", Reference(Named::Driver), "doc-matter-driver"),
        may("rate", Sourced(&Number(Range::within(0, 1000))), "doc-matter-rate"),
        must("unit", Text, "doc-matter-unit"),
        must("steps", Kind::Tables(&STEP, Length::AtLeast(1)), "doc-matter-steps"),
        may("parts", Kind::Tables(&PART, Length::AtLeast(1)), "doc-matter-parts"),
        may("outside", Kind::Table(&OUTSIDE), "doc-matter-outside"),
        may("audits", List(&Reference(Named::Matter), Length::Any), "doc-matter-audits"),
        may("after", List(&Reference(Named::Matter), Length::AtLeast(1)), "doc-matter-after"),
        may("same_handler", Reference(Named::Matter), "doc-matter-same-handler"),
        may("dual_review_exempt", Text, "doc-matter-exempt"),
        may("deadline_days", Whole(Range::within(1, 366)), "doc-matter-deadline"),
        may("monthly", Flag, "doc-matter-monthly"),
        may("months", List(&Whole(Range::within(1, 12)), Length::AtLeast(1)), "doc-matter-months"),
        may("profile", List(&Number(Range::within(0, 100_000_000)), Length::Exactly(12)), "doc-matter-profile"),
        BASIS,
        SOURCE,
        NOTE,
    ],
};

pub(super) static STEP: Table = Table {
    name: "matter.steps",
    keys: &[
        must("step", Word(ids!(Step)), "doc-step-step"),
        Key {
            name: "minutes",
            kind: Sourced(&Number(Range::above(0, 1_000_000))),
            need: Need::Unless("by_system"),
            doc: "doc-step-minutes",
        },
        may("people", Sourced(&Whole(Range::within(1, 20))), "doc-step-people"),
        may("by_system", Text, "doc-step-by-system"),
        may("section", Reference(Named::Section), "doc-step-section"),
    ],
};

pub(super) static PART: Table = Table {
    name: "matter.parts",
    keys: &[
        must("id", Id, "doc-part-id"),
        must("name", Text, "doc-part-name"),
        NAME_EN,
        must("share", Sourced(&Number(Range::above(0, 1))), "doc-part-share"),
        must("steps", Kind::Tables(&STEP, Length::AtLeast(1)), "doc-matter-steps"),
        BASIS,
        SOURCE,
    ],
};

pub(super) static OUTSIDE: Table = Table {
    name: "matter.outside",
    keys: &[
        must("share", Sourced(&Number(Range::above(0, 1))), "doc-outside-share"),
        must("by", Text, "doc-outside-by"),
        BASIS,
        SOURCE,
    ],
};

pub(super) static WINDOW: Table = Table {
    name: "window",
    keys: &[
        must("id", Id, "doc-window-id"),
        must("name", Text, "doc-window-name"),
        NAME_EN,
        must("section", Reference(Named::Section), "doc-window-section"),
        may("duty", DUTY, "doc-matter-duty"),
        must("tier", Reference(Named::Tier), "doc-window-tier"),
        must("people", Sourced(&Whole(Range::within(1, 20))), "doc-window-people"),
        must("days", Sourced(&Whole(Range::within(1, 366))), "doc-window-days"),
        must("hours", Sourced(&Number(Range::above(0, 24))), "doc-window-hours"),
        may("use", Sourced(&Number(Range::below(0, 1))), "doc-window-use"),
        must("why", Text, "doc-window-why"),
        must("unit", Text, "doc-window-unit"),
        BASIS,
        SOURCE,
        NOTE,
    ],
};
