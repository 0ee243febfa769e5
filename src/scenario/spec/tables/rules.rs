//! The tables of the rules.

use super::super::Kind::{List, Post, Reference, Sourced, Whole, Word};
use super::super::{Kind, Length, Named, Range, Table};
use super::{BASIS, DUTY, ON, SOURCE, may};
use crate::model::{Separation, Step};

pub(in crate::scenario) static RULES: Table = Table {
    name: "rules",
    keys: &[
        may("dual_review", Kind::Table(&DUAL_REVIEW), "doc-rule-dual-review"),
        may("separation", Kind::Table(&SEPARATION), "doc-rule-separation"),
        may("duty_groups", Kind::Table(&DUTY_GROUPS), "doc-rule-duty-groups"),
        may("sections_per_person", Kind::Table(&SECTIONS_PER_PERSON), "doc-rule-sections-per-person"),
        may("contract_steps", Kind::Table(&CONTRACT_STEPS), "doc-rule-contract-steps"),
        may("leader_steps", Kind::Table(&LEADER_STEPS), "doc-rule-leader-steps"),
        may("kin", Kind::Table(&KIN), "doc-rule-kin"),
        may("cashier", Kind::Table(&CASHIER), "doc-rule-cashier"),
        may("own_audit", Kind::Table(&OWN_AUDIT), "doc-rule-own-audit"),
        may("rotation", Kind::Table(&ROTATION), "doc-rule-rotation"),
        may("cover", Kind::Table(&COVER), "doc-rule-cover"),
    ],
};

pub(super) static DUAL_REVIEW: Table = Table { name: "rules.dual_review", keys: &[ON, BASIS, SOURCE] };
pub(super) static DUTY_GROUPS: Table = Table { name: "rules.duty_groups", keys: &[ON, BASIS, SOURCE] };
pub(super) static LEADER_STEPS: Table = Table { name: "rules.leader_steps", keys: &[ON, BASIS, SOURCE] };
pub(super) static OWN_AUDIT: Table = Table { name: "rules.own_audit", keys: &[ON, BASIS, SOURCE] };

pub(super) static SEPARATION: Table = Table {
    name: "rules.separation",
    keys: &[may("mode", Word(ids!(Separation)), "doc-separation-mode"), BASIS, SOURCE],
};

pub(super) static SECTIONS_PER_PERSON: Table = Table {
    name: "rules.sections_per_person",
    keys: &[ON, may("most", Sourced(&Whole(Range::within(1, 100))), "doc-sections-most"), BASIS, SOURCE],
};

pub(super) static CONTRACT_STEPS: Table = Table {
    name: "rules.contract_steps",
    keys: &[
        ON,
        may("steps", List(&Word(ids!(Step)), Length::Any), "doc-contract-steps"),
        may("duties", List(&DUTY, Length::Any), "doc-contract-duties"),
        BASIS,
        SOURCE,
    ],
};

pub(super) static KIN: Table = Table {
    name: "rules.kin",
    keys: &[
        ON,
        may("pairs", List(&List(&Reference(Named::Person), Length::Exactly(2)), Length::Any), "doc-kin-pairs"),
        BASIS,
        SOURCE,
    ],
};

pub(super) static CASHIER: Table = Table {
    name: "rules.cashier",
    keys: &[
        ON,
        may("posts", List(&Post, Length::Any), "doc-cashier-posts"),
        may("excludes", List(&Reference(Named::Matter), Length::Any), "doc-cashier-excludes"),
        BASIS,
        SOURCE,
    ],
};

pub(super) static ROTATION: Table = Table {
    name: "rules.rotation",
    keys: &[
        ON,
        may("years", Sourced(&Whole(Range::within(1, 60))), "doc-rotation-years"),
        may("posts", List(&Post, Length::Any), "doc-rotation-posts"),
        BASIS,
        SOURCE,
    ],
};

pub(super) static COVER: Table = Table {
    name: "rules.cover",
    keys: &[may("holders", Sourced(&Whole(Range::within(1, 20))), "doc-cover-holders"), BASIS, SOURCE],
};
