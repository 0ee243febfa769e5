//! Matters of which the same is to be said, so that it is said once.

use crate::model::MatterIx;

/// Each answer once, with all matters that it holds for, in order of the first of each.
pub(in crate::report) fn alike<A: PartialEq>(
    answers: impl IntoIterator<Item = (MatterIx, A)>,
) -> Vec<(Vec<MatterIx>, A)> {
    let mut groups: Vec<(Vec<MatterIx>, A)> = Vec::new();
    for (matter, answer) in answers {
        match groups.iter_mut().find(|(_, known)| *known == answer) {
            Some((matters, _)) => matters.push(matter),
            None => groups.push((vec![matter], answer)),
        }
    }
    groups
}
