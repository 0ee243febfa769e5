//! How many people could hold posts of one matter while others are served, as a program of one choice a section.

use super::laid::Laid;
use super::patterns::{Patterns, at_least};
use super::question::Question;
use super::stronger::weakest;
use crate::model::{MatterIx, PostIx, Step};
use crate::optimise::engine::program::Objective;
use crate::optimise::engine::{Care, Effort, is_infeasible, solve};
use crate::optimise::{Settings, count_of};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeSet;

/// What can be said of the holders of a matter.
pub(in crate::optimise) enum Holders {
    /// So many different people at most, at once.
    Most(u32),
    /// What must be kept cannot be.
    Shut,
}

/// How many different people could hold posts of a matter at once while the floors of a question are kept, and `least`
/// of its only sum, if it has one.
///
/// Who may hold such a post and is wanted nowhere else can hold it: the people eligible, less the fewest of them taken
/// by other sections, Σ_so taken_so × y_so; and the leaders, where they approve it. `None` where the unit does not fall
/// apart, or the section of the matter has posts that the matter does not flow over.
pub(in crate::optimise) fn holders(
    question: &Question,
    matter: MatterIx,
    least: Option<Decimal>,
    settings: &Settings,
) -> Option<Holders> {
    let unit = question.unit;
    let laid = Laid::out(question, settings)?;
    let posts: BTreeSet<PostIx> = unit.posts_of_matter(&unit[matter]).filter(|post| unit[*post].is_working()).collect();
    let own = laid.pieces.sections.iter().position(|piece| piece.section == unit[matter].section)?;
    let here: BTreeSet<PostIx> = laid.pieces.sections[own].posts.iter().copied().collect();
    if question.order.len() > 1 || here != posts {
        return None;
    }
    let parts = weakest(&laid.parts, &laid.crews, question.order.len());
    let Some(mut patterns) = Patterns::of(&parts) else { return Some(Holders::Shut) };
    if laid.is_shut(question.floors) {
        return Some(Holders::Shut);
    }
    patterns.limit(&at_least(&laid.counts, &laid.crews));
    if let Some(least) = least {
        patterns.serve(&parts, least)?;
    }
    let may = |crew: usize| !laid.crews[crew].0.1.is_disjoint(&posts);
    let mut objective = Objective { maximise: false, ..Objective::default() };
    for (part, columns) in parts.iter().zip(&patterns.columns).filter(|(part, _)| part.piece != own) {
        for (choice, column) in columns.iter().enumerate() {
            let taken = part.crews.iter().zip(&part.choices[choice].taken).filter(|(crew, _)| may(**crew));
            let taken: u32 = taken.map(|(_, count)| u32::from(*count)).sum();
            objective.terms.extend((taken > 0).then_some((*column, f64::from(taken))));
        }
    }
    patterns.program.objective = objective;
    patterns.program.fits().ok()?;
    let until = Effort::until(&settings.deadline, settings.gap);
    let care = Care::AsIs.if_small(&patterns.program);
    let effort = Effort { whole: true, may_be_infeasible: true, care, ..until };
    let taken = match solve(settings, &patterns.program, effort) {
        Ok(answer) if answer.proven => patterns.program.objective.at(&answer.values),
        Err(cause) if is_infeasible(&cause) => return Some(Holders::Shut),
        _ => return None,
    };
    let eligible: u32 = laid.counts.iter().enumerate().filter(|(crew, _)| may(*crew)).map(|(_, count)| *count).sum();
    let approves = unit[matter].steps.iter().any(|step| step.step == Step::Approve);
    let leaders = if approves { count_of(laid.pieces.leaders.len()) } else { 0.0 };
    (f64::from(eligible) - taken + leaders).round().to_u32().map(Holders::Most)
}
