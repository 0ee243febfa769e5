//! What each person may hold, and what cannot be held together.

use crate::model::{Employment, Person, PersonIx, Pin, PostIx, Rank, Separation, Step, Unit};
use std::collections::{BTreeMap, BTreeSet};

/// The rules that speak of one person, ready for the formulation.
pub struct Rights {
    /// Posts that each person may hold, by index of the person; empty for people on loan elsewhere. A post at which
    /// nothing arrives is nobody's.
    pub(in crate::optimise) posts: Vec<BTreeSet<PostIx>>,
    /// Posts that nobody may hold together, apart from the limit on sections.
    apart: Apart,
    /// In how many sections one person may hold handle or review posts.
    pub(in crate::optimise) most_sections: usize,
    /// Pairs of posts (either order) that two relatives may not hold between them.
    pub(in crate::optimise) shared_matter: BTreeSet<(PostIx, PostIx)>,
}

impl Rights {
    /// The rules of a unit.
    #[must_use]
    pub fn of(unit: &Unit) -> Self {
        let apart = posts_apart(unit);
        let needed: Vec<PostIx> =
            unit.needed_posts().map(|(post, _)| post).filter(|post| !apart.are(*post, *post)).collect();
        let of = |person: &Person| -> BTreeSet<PostIx> {
            let may_hold = |post: &PostIx| is_eligible(unit, person, *post) && agrees(unit, person, *post);
            needed.iter().copied().filter(may_hold).collect()
        };
        // Nothing else is asked of people without terms of their own.
        let mut alike: BTreeMap<_, BTreeSet<PostIx>> = BTreeMap::new();
        let posts = unit.people.iter().map(|person| {
            if person.terms.bind() {
                return of(person);
            }
            let kind = (person.is_present(), person.rank == Rank::Leader, person.employment, person.terms.kind);
            alike.entry(kind).or_insert_with(|| of(person)).clone()
        });
        let posts = posts.collect();
        let most_sections = unit.rules.sections_per_person.map_or(unit.sections.len(), |most| most as usize);
        Self { posts, apart, most_sections, shared_matter: shared_matter(unit) }
    }

    /// Whether one person may hold both posts.
    pub(in crate::optimise) fn compatible(&self, a: PostIx, b: PostIx) -> bool {
        !self.apart.are(a, b)
    }

    /// Everyone present who may hold a post, whatever else they hold.
    #[must_use]
    pub fn eligible(&self, unit: &Unit, post: PostIx) -> Vec<PersonIx> {
        unit.present().map(|(ix, _)| ix).filter(|ix| self.posts[ix.0].contains(&post)).collect()
    }

    /// Whether nobody may hold two posts at once.
    #[must_use]
    pub fn excludes(&self, unit: &Unit, a: PostIx, b: PostIx) -> bool {
        let both_work = unit[a].is_working() && unit[b].is_working();
        let elsewhere = both_work && unit[a].section != unit[b].section;
        !self.compatible(a, b) || (elsewhere && self.most_sections <= 1)
    }

    /// In how many sections a person may hold handle or review posts: in all of those between which they are split.
    pub(in crate::optimise) fn most_sections_of(&self, person: &Person) -> usize {
        self.most_sections.max(person.terms.split.len())
    }

    /// Relatives of a person.
    pub(in crate::optimise) fn has_kin(unit: &Unit, person: PersonIx) -> bool {
        unit.rules.kin.iter().flatten().any(|(a, b)| *a == person || *b == person)
    }
}

/// Everyone present who may hold a post, whatever else they hold.
#[must_use]
pub fn eligible(unit: &Unit, post: PostIx) -> Vec<PersonIx> {
    Rights::of(unit).eligible(unit, post)
}

fn is_eligible(unit: &Unit, person: &Person, post: PostIx) -> bool {
    let post = unit[post];
    if !person.is_present() {
        return false;
    }
    if let Some(own) = &person.terms.rights {
        return own.steps.contains(&post.step) && own.duties.contains(&post.duty);
    }
    if unit.rules.leader_steps && (person.rank == Rank::Leader) != (post.step == Step::Approve) {
        return false;
    }
    if let Some(kind) = person.terms.kind {
        let may = &unit.kinds[kind.0].may;
        return may.steps.contains(&post.step) && may.duties.contains(&post.duty);
    }
    match &unit.rules.contract_steps {
        Some(rule) if person.employment == Employment::Contract => {
            rule.steps.contains(&post.step) && rule.duties.contains(&post.duty)
        }
        _ => true,
    }
}

/// Whether the person's own terms let them be at a post.
fn agrees(unit: &Unit, person: &Person, post: PostIx) -> bool {
    let is_there = match person.terms.pinned {
        None => true,
        Some(Pin::Section(section)) => unit[post].section == section,
        Some(Pin::Post(only)) => post == only,
    };
    let split = &person.terms.split;
    let is_named = split.is_empty() || split.contains_key(&unit[post].section);
    is_there && is_named && !person.terms.not_at.contains(&post)
}

/// Pairs of posts, each in both orders.
struct Apart {
    count: usize,
    pairs: Vec<bool>,
}

impl Apart {
    fn are(&self, a: PostIx, b: PostIx) -> bool {
        self.pairs[a.0 * self.count + b.0]
    }
}

/// Pairs of posts that nobody may hold together, from `separation`, `duty_groups`, `cashier` and `own_audit`.
/// A matter without cases keeps nobody from anything.
fn posts_apart(unit: &Unit) -> Apart {
    let count = unit.posts().count();
    let mut apart = Apart { count, pairs: vec![false; count * count] };
    let mut add = |a: PostIx, b: PostIx| {
        apart.pairs[a.0 * count + b.0] = true;
        apart.pairs[b.0 * count + a.0] = true;
    };
    for (a, post_a) in unit.posts() {
        for (b, post_b) in unit.posts().filter(|(b, _)| *b > a) {
            let same_cell = post_a.section == post_b.section && post_a.duty == post_b.duty;
            let separated = unit.rules.separation == Separation::Post && same_cell;
            let both_work = post_a.is_working() && post_b.is_working();
            if separated || (unit.rules.duty_groups && both_work && post_a.duty != post_b.duty) {
                add(a, b);
            }
        }
    }
    if unit.rules.separation == Separation::Post {
        // The steps of a matter whose first is done in a hall are posts of two sections.
        for (_, matter) in unit.open_matters() {
            for a in unit.posts_of_matter(matter) {
                unit.posts_of_matter(matter).filter(|b| *b > a).for_each(|b| add(a, b));
            }
        }
    }
    if let Some(cashier) = &unit.rules.cashier {
        for excluded in cashier.excludes.iter().map(|matter| &unit[*matter]).filter(|matter| matter.has_cases()) {
            for post in unit.posts_of_matter(excluded).filter(|post| !cashier.posts.contains(post)) {
                cashier.posts.iter().for_each(|cash| add(*cash, post));
            }
        }
    }
    if unit.rules.own_audit {
        for (_, audit) in unit.open_matters() {
            for audited in audit.audits.iter().map(|matter| &unit[*matter]).filter(|matter| matter.has_cases()) {
                for post in unit.posts_of_matter(audit) {
                    unit.posts_of_matter(audited).for_each(|other| add(post, other));
                }
            }
        }
    }
    apart
}

/// Pairs of posts that meet on some matter, in both orders; a post meets itself.
fn shared_matter(unit: &Unit) -> BTreeSet<(PostIx, PostIx)> {
    let mut pairs = BTreeSet::new();
    for (_, matter) in unit.open_matters() {
        for a in unit.posts_of_matter(matter) {
            pairs.extend(unit.posts_of_matter(matter).map(|b| (a, b)));
        }
    }
    pairs
}
