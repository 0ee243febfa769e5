//! How few newcomers are enough, as a program of one choice a section.

use super::laid::Laid;
use super::patterns::Patterns;
use super::question::Question;
use crate::model::PersonIx;
use crate::optimise::engine::program::{Column, Program, Sense};
use crate::optimise::{Settings, count_of};
use rust_decimal::Decimal;

/// What newcomers a unit may take.
pub(in crate::optimise) enum Hiring {
    /// No number of them is enough.
    Never,
    /// The program whose points are the staffings that are enough.
    Program {
        program: Program,
        /// The columns that count the newcomers of each kind.
        hired: Vec<Vec<Column>>,
        /// Whether nothing tells newcomers of the last two kinds apart; they count as the last.
        alike: bool,
    },
}

/// Who of a crew is there, and who may come.
pub(in crate::optimise) struct Newcomers {
    /// People who are there.
    pub(in crate::optimise) free: usize,
    /// As what newcomers count, if any may come.
    pub(in crate::optimise) kind: Option<usize>,
    /// How many may come.
    pub(in crate::optimise) most: usize,
    /// Whether nothing tells newcomers of the last two kinds apart.
    pub(in crate::optimise) alike: bool,
}

impl Newcomers {
    /// Of members in order of the roster, in which people from `begins[k]` on are newcomers of kind k. Those whom
    /// nothing tells apart count as the last of their kinds.
    pub(in crate::optimise) fn among(members: &[PersonIx], begins: &[usize]) -> Self {
        let kind_of = |person: &PersonIx| begins.iter().rposition(|begin| *begin <= person.0);
        let free = members.iter().filter(|member| kind_of(member).is_none()).count();
        let kind = members.last().and_then(kind_of);
        let is_before = |member: &PersonIx| kind_of(member).is_some_and(|of| of + 2 == begins.len());
        let alike = kind.is_some_and(|kind| kind + 1 == begins.len()) && members.iter().any(is_before);
        Self { free, kind, most: members.len() - free, alike }
    }
}

/// The staffings of a unit in which people from `begins[k]` on are newcomers of kind k, as many as could be needed.
/// What must be reached are the floors of the question, and `least` of its only sum, if it has one.
///
/// Σ_so taken_gso × y_so ≤ people of crew g who are there + w_g; Σ value_so × y_so ≥ least. `None` where the unit does
/// not fall apart, or newcomers would approve.
pub(in crate::optimise) fn hiring(
    question: &Question,
    begins: &[usize],
    least: Option<Decimal>,
    settings: &Settings,
) -> Option<Hiring> {
    let laid = Laid::out(question, settings)?;
    let first = *begins.first()?;
    if question.order.len() > 1 || laid.pieces.leaders.iter().any(|leader| leader.0 >= first) {
        return None;
    }
    let Some(mut patterns) = Patterns::of(&laid.parts) else { return Some(Hiring::Never) };
    if let Some(least) = least {
        patterns.serve(&laid.parts, least)?;
    }
    let Patterns { mut program, taken, .. } = patterns;
    if laid.is_shut(question.floors) {
        return Some(Hiring::Never);
    }
    let mut hired = vec![Vec::new(); begins.len()];
    let mut alike = false;
    for (crew, mut terms) in taken {
        let of_crew = laid.pieces.crews.iter().find(|other| other.kind == laid.crews[crew].0);
        let members = of_crew.map(|crew| &*crew.members).unwrap_or_default();
        let newcomers = Newcomers::among(members, begins);
        if let Some(kind) = newcomers.kind {
            let column = program.integer(format!("w_{crew}"), count_of(newcomers.most));
            terms.push((column, -1.0));
            hired[kind].push(column);
            alike |= newcomers.alike;
        }
        program.row(format!("people_{crew}"), terms, Sense::AtMost, count_of(newcomers.free));
    }
    program.fits().ok()?;
    Some(Hiring::Program { program, hired, alike })
}
