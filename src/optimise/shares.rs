//! Which linear program deals the cases to named people with fixed posts.

use super::engine::program::{Column, Program, Sense};
use super::tolerance::SLACK;
use super::{Ask, Promise, count_of, number};
use crate::model::{Matter, MatterIx, MatterStep, PersonIx, PostIx, SectionIx, Separation, Step, Unit};
use crate::units::{Cases, Minutes};
use std::collections::{BTreeMap, BTreeSet};

/// The linear program of named people with fixed posts.
pub(super) struct Shares<'a> {
    pub(super) unit: &'a Unit,
    pub(super) program: Program,
    pub(super) levels: BTreeMap<MatterIx, Column>,
    /// Share of the matter's cases that a person does at a step.
    pub(super) dealt: BTreeMap<(MatterIx, Step, PersonIx), Column>,
    /// Hours of each person as a share of the person's own, as terms.
    pub(super) loads: BTreeMap<PersonIx, Vec<(Column, f64)>>,
}

impl<'a> Shares<'a> {
    pub(super) fn new(unit: &'a Unit, held: &BTreeSet<(PersonIx, PostIx)>) -> Self {
        let mut model = Self {
            unit,
            program: Program::default(),
            levels: BTreeMap::new(),
            dealt: BTreeMap::new(),
            loads: BTreeMap::new(),
        };
        let mut holders: BTreeMap<PostIx, Vec<PersonIx>> = BTreeMap::new();
        for (person, post) in held {
            holders.entry(*post).or_default().push(*person);
        }
        let at = |post: PostIx| holders.get(&post).map_or(&[][..], Vec::as_slice);
        for (ix, matter) in unit.open_matters() {
            // Every post has people − 1 + cover holders; if not, the matter may not be worked.
            let has_cover = |step: &MatterStep| {
                count_of(at(unit.post_for(matter, step)).len()) >= f64::from(step.people - 1 + unit.rules.cover)
            };
            let most = if matter.steps.iter().all(has_cover) { 1.0 } else { 0.0 };
            let level = model.program.continuous(format!("f_{}", ix.0), 0.0, most);
            model.levels.insert(ix, level);
            for step in &matter.steps {
                let mut terms = vec![(level, -f64::from(step.people))];
                for person in at(unit.post_for(matter, step)) {
                    terms.push((model.add_share(ix, step.step, *person, level), 1.0));
                }
                model.program.row(format!("cover_{}_{}", ix.0, step.step.id()), terms, Sense::Equal, 0.0);
            }
        }
        model.limit_people();
        model.bind_matters();
        model
    }

    /// f ≤ f of what bounds it; and where one person handles both, x ≤ x of the other.
    fn bind_matters(&mut self) {
        let unit = self.unit;
        for (ix, matter) in unit.open_matters() {
            for bound in matter.bounds().filter_map(|other| self.levels.get(&other)) {
                let terms = vec![(self.levels[&ix], 1.0), (*bound, -1.0)];
                self.program.row(format!("order_{}_{}", ix.0, bound.0), terms, Sense::AtMost, 0.0);
            }
            let Some(other) = matter.same_handler.filter(|other| self.levels.contains_key(other)) else { continue };
            let handled = (ix, Step::Handle, PersonIx(0))..=(ix, Step::Handle, PersonIx(usize::MAX));
            for ((_, step, person), share) in self.dealt.range(handled) {
                let mut terms = vec![(*share, 1.0)];
                terms.extend(self.dealt.get(&(other, *step, *person)).map(|bound| (*bound, -1.0)));
                self.program.row(format!("handler_{}_{}", ix.0, person.0), terms, Sense::AtMost, 0.0);
            }
        }
    }

    /// Hours of a person who is split between sections, in each of them: no more than the share agreed.
    fn limit_split(&mut self) {
        let unit = self.unit;
        let mut loads: BTreeMap<(PersonIx, SectionIx), Vec<(Column, f64)>> = BTreeMap::new();
        for ((matter, step, person), column) in &self.dealt {
            if unit[*person].terms.split.is_empty() {
                continue;
            }
            for step in unit[*matter].steps.iter().filter(|s| s.step == *step) {
                let at = unit[unit.post_for(&unit[*matter], step)].section;
                let hours = super::formulation::hours_alone(unit, *matter, step);
                let load = hours / number(unit[*person].hours.value());
                loads.entry((*person, at)).or_default().push((*column, load));
            }
        }
        for ((person, section), terms) in loads {
            let share = unit[person].terms.split.get(&section).copied().unwrap_or_default();
            let name = format!("split_{}_{}", person.0, section.0);
            self.program.row(name, terms, Sense::AtMost, number(share.value()));
        }
    }

    /// Demands that promises be kept, up to a hair.
    pub(super) fn keep(&mut self, promises: &[Promise]) {
        for (i, promise) in promises.iter().enumerate() {
            let weight = |matter: &MatterIx| number(self.unit[*matter].weight.value());
            let terms = promise.matters.iter().filter_map(|m| self.levels.get(m).map(|level| (*level, weight(m))));
            let terms = terms.collect();
            self.program.row(format!("promise_{i}"), terms, Sense::AtLeast, number(promise.sum) - 2.0 * SLACK);
        }
    }

    /// x ≤ f, and the hours that go with x.
    fn add_share(&mut self, matter: MatterIx, step: Step, person: PersonIx, level: Column) -> Column {
        let name = format!("x_{}_{}_{}", person.0, matter.0, step.id());
        let share = self.program.continuous(name, 0.0, 1.0);
        self.program.row(format!("pair_{}", share.0), vec![(share, 1.0), (level, -1.0)], Sense::AtMost, 0.0);
        let minutes = self.unit[matter].steps.iter().find(|s| s.step == step);
        let hours = minutes.map_or(0.0, |step| super::formulation::hours_alone(self.unit, matter, step));
        let load = hours / number(self.unit[person].hours.value());
        self.loads.entry(person).or_default().push((share, load));
        self.dealt.insert((matter, step, person), share);
        share
    }

    /// Hours of each person; with case separation, nobody meets a case at two steps.
    fn limit_people(&mut self) {
        for (person, terms) in &self.loads {
            self.program.row(format!("hours_{}", person.0), terms.clone(), Sense::AtMost, 1.0);
        }
        self.limit_split();
        if self.unit.rules.separation != Separation::Case {
            return;
        }
        let mut met: BTreeMap<(MatterIx, PersonIx), Vec<(Column, f64)>> = BTreeMap::new();
        for ((matter, _, person), share) in &self.dealt {
            met.entry((*matter, *person)).or_default().push((*share, 1.0));
        }
        for ((matter, person), mut terms) in met.into_iter().filter(|(_, terms)| terms.len() > 1) {
            terms.push((self.levels[&matter], -1.0));
            self.program.row(format!("case_{}_{}", matter.0, person.0), terms, Sense::AtMost, 0.0);
        }
    }
}

/// The unit with nothing but what is asked: other matters have no cases, what costs nothing takes no time, and a step
/// that needs nobody is none.
pub(super) fn asked(whole: &Unit, ask: &Ask) -> Unit {
    let mut unit = whole.clone();
    for (ix, _) in whole.matters() {
        let asked: &mut Matter = &mut unit.matters[ix.0];
        if !ask.is_about(ix) {
            asked.arriving = Cases::ZERO;
        }
        asked.steps = ask.steps(whole, ix).cloned().collect();
        let costless = |step: &&mut MatterStep| ask.costless.contains(&(ix, step.step));
        asked.steps.iter_mut().filter(costless).for_each(|step| step.minutes.value = Minutes::ZERO);
    }
    unit
}
