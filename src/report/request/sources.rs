//! The disagreement of sources on the authorised posts, and the side that a draft takes.

use crate::model::Conflict;
use crate::render::document::Kind;
use crate::report::words::{Words, clause};

/// Which of the disputed numbers of authorised posts a draft takes.
pub(super) fn supposed(words: Words<'_>, dispute: &Conflict) -> String {
    let taken = words.unit.stated.authorised.as_ref().map(|stated| stated.value.to_string()).unwrap_or_default();
    words.text.with("letter-supposed", &[("values", &disputed(words, dispute)), ("authorised", &taken)])
}

/// What each source states.
pub(super) fn disputed(words: Words<'_>, dispute: &Conflict) -> String {
    words.list(dispute.values.iter().map(|value| {
        let arguments = [("value", &*Kind::Given.show(value.value)), ("source", clause(&value.source))];
        words.text.with("letter-disputed-value", &arguments)
    }))
}
