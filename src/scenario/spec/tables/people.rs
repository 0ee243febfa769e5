//! The tables about people: the roster, who is to join, what happens to whom, and what is special about anybody.

use super::super::Kind::{Id, List, Month, MonthOr, Name, Number, Post, Reference, Sourced, Text, Whole, Word};
use super::super::{Key, Kind, Length, Named, Need, Range, Table};
use super::{BASIS, DUTY, NAME_EN, NOTE, SOURCE, WEEKS, may, must};
use crate::model::{AwayReason, Employment, PostCategory, Rank, RetirementPolicy, Sex, Status, Step};

/// Who is hired to sit in a section; a change of leaders is another matter.
const HIRE_RANKS: &[&str] = &[Rank::SectionHead.id(), Rank::Staff.id()];
/// What a person can choose; `pre_reform` is a comparison and nobody's choice.
const RETIREMENT_CHOICES: &[&str] =
    &[RetirementPolicy::Statutory.id(), RetirementPolicy::Earliest.id(), RetirementPolicy::Latest.id()];

const MOVED_PERSON: Key = must("person", Reference(Named::Person), "doc-moved-person");

pub(super) static HIRE: Table = Table {
    name: "hire",
    keys: &[
        must("id", Id, "doc-hire-id"),
        may("month", Month, "doc-hire-month"),
        may("count", Sourced(&Whole(Range::within(1, 1000))), "doc-hire-count"),
        must("employment", Word(ids!(Employment)), "doc-person-employment"),
        may("kind", Reference(Named::Kind), "doc-person-kind"),
        may("rank", Word(HIRE_RANKS), "doc-hire-rank"),
        may("section", Reference(Named::Section), "doc-hire-section"),
        may("work_since", Month, "doc-hire-work-since"),
        may("learning", Kind::Table(&HIRE_LEARNING), "doc-hire-learning"),
        may("replaces", Reference(Named::Person), "doc-hire-replaces"),
        may("handover_months", Sourced(&Whole(Range::within(0, 24))), "doc-hire-handover"),
        BASIS,
        SOURCE,
    ],
};

pub(super) static KIND: Table = Table {
    name: "kind",
    keys: &[
        must("id", Id, "doc-kind-id"),
        must("name", Text, "doc-kind-name"),
        NAME_EN,
        must("employment", Word(ids!(Employment)), "doc-kind-employment"),
        must("steps", List(&Word(ids!(Step)), Length::AtLeast(1)), "doc-kind-steps"),
        must("duties", List(&DUTY, Length::AtLeast(1)), "doc-kind-duties"),
        NOTE,
    ],
};

pub(super) static RECALL: Table =
    Table { name: "recall", keys: &[MOVED_PERSON, may("month", Month, "doc-recall-month"), NOTE] };

pub(super) static LEAVE: Table =
    Table { name: "leave", keys: &[MOVED_PERSON, may("month", Month, "doc-leave-month"), NOTE] };

pub(super) static TRANSFER: Table = Table {
    name: "transfer",
    keys: &[
        MOVED_PERSON,
        must("to", Reference(Named::Section), "doc-transfer-to"),
        may("month", Month, "doc-transfer-month"),
        NOTE,
    ],
};

pub(super) static PERSON: Table = Table {
    name: "person",
    keys: &[
        must("id", Reference(Named::Person), "doc-person-of"),
        may("away", Kind::Table(&AWAY), "doc-person-away"),
        may("share", Sourced(&Number(Range::above(0, 1))), "doc-person-share"),
        may("pinned", Kind::Table(&PINNED), "doc-person-pinned"),
        may("not_at", Kind::Tables(&NOT_AT, Length::AtLeast(1)), "doc-person-not-at"),
        may("split", Kind::Tables(&SPLIT, Length::AtLeast(2)), "doc-person-split"),
        may("rights", Kind::Table(&RIGHTS), "doc-person-rights"),
        may("learning", Kind::Table(&LEARNING), "doc-person-learning"),
        BASIS,
        SOURCE,
        NOTE,
    ],
};

pub(super) static VACATION: Table = Table {
    name: "vacation",
    keys: &[
        must("person", Reference(Named::Person), "doc-vacation-person"),
        may("days", Sourced(&Whole(Range::within(0, 265))), "doc-vacation-days"),
        may("wishes", WEEKS, "doc-vacation-wishes"),
        may("blocked", WEEKS, "doc-vacation-blocked"),
        BASIS,
        SOURCE,
        NOTE,
    ],
};

const PLACE_SECTION: Key = may("section", Reference(Named::Section), "doc-place-section");
const PLACE_POST: Key = may("post", Post, "doc-place-post");
const REASON: Key = must("reason", Text, "doc-terms-reason");

pub(super) static PINNED: Table = Table { name: "person.pinned", keys: &[REASON, PLACE_SECTION, PLACE_POST] };

pub(super) static NOT_AT: Table = Table { name: "person.not_at", keys: &[REASON, PLACE_SECTION, PLACE_POST] };

pub(super) static SPLIT: Table = Table {
    name: "person.split",
    keys: &[
        must("section", Reference(Named::Section), "doc-split-section"),
        must("share", Sourced(&Number(Range::above(0, 1))), "doc-split-share"),
        BASIS,
        SOURCE,
    ],
};

pub(super) static RIGHTS: Table = Table {
    name: "person.rights",
    keys: &[
        must("steps", List(&Word(ids!(Step)), Length::AtLeast(1)), "doc-rights-steps"),
        must("duties", List(&DUTY, Length::AtLeast(1)), "doc-rights-duties"),
        REASON,
    ],
};

const LEARNING_SHARE: Key = must("share", Sourced(&Number(Range::above(0, 1))), "doc-learning-share");

pub(super) static LEARNING: Table = Table {
    name: "person.learning",
    keys: &[must("until", Month, "doc-learning-until"), LEARNING_SHARE, BASIS, SOURCE],
};

const LEARNING_MONTHS: Key = must("months", Sourced(&Whole(Range::within(1, 60))), "doc-learning-months");

pub(super) static HIRE_LEARNING: Table =
    Table { name: "hire.learning", keys: &[LEARNING_MONTHS, LEARNING_SHARE, BASIS, SOURCE] };

pub(super) static RECRUIT_LEARNING: Table =
    Table { name: "recruitment.learning", keys: &[LEARNING_MONTHS, LEARNING_SHARE, BASIS, SOURCE] };

pub(super) static AWAY: Table = Table {
    name: "person.away",
    keys: &[
        must("from", Month, "doc-away-from"),
        may("until", Month, "doc-away-until"),
        may("reason", Word(ids!(AwayReason)), "doc-away-reason"),
    ],
};

/// The roster, a table file whose columns are the keys.
pub static ROSTER: Table = Table {
    name: "people",
    keys: &[
        must("id", Name, "doc-person-id"),
        must("employment", Word(ids!(Employment)), "doc-person-employment"),
        must("status", Word(ids!(Status)), "doc-person-status"),
        must("duty_rank", Word(ids!(Rank)), "doc-person-rank"),
        must("sex", Word(ids!(Sex)), "doc-person-sex"),
        must("birth", Month, "doc-person-birth"),
        must("work_since", Month, "doc-person-work-since"),
        must("post_category", Word(ids!(PostCategory)), "doc-person-category"),
        must("senior_title", Word(&["yes", "no"]), "doc-person-senior-title"),
        Key { name: "home", kind: Reference(Named::Section), need: Need::Column, doc: "doc-person-home" },
        may("seconded_until", Month, "doc-person-seconded-until"),
        may("away_until", Month, "doc-person-away-until"),
        may("posts", List(&Post, Length::Any), "doc-person-posts"),
        may("post_since", Month, "doc-person-post-since"),
        may("retirement", MonthOr(RETIREMENT_CHOICES), "doc-person-retirement"),
        may("retirement_reason", Text, "doc-person-retirement-reason"),
        may("kind", Reference(Named::Kind), "doc-person-kind"),
    ],
};

/// The columns without which nobody's retirement can be told; a roster read by itself needs no others.
pub(in crate::scenario) const RETIREMENT_COLUMNS: &[&str] =
    &["id", "employment", "sex", "birth", "post_category", "senior_title"];
