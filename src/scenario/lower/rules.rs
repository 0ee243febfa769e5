//! The rules in force, and the posts they name.

use super::Scope;
use super::numbers::{Origin, sourced_whole};
use crate::diag::{Code, Diagnostic};
use crate::model::{
    CashierRule, ContractRule, DutyGroup, MatterIx, PersonIx, Post, PostIx, RotationRule, RuleId, RuleSource, Rules,
    Section, SectionIx, Separation, Step,
};
use crate::scenario::read::tree::Node;
use crate::scenario::spec::Named;
use std::collections::{BTreeMap, BTreeSet};

/// The ids of the posts that there are.
pub(super) struct Directory {
    /// By position; `None` when some matter or section could not be read, so that posts are unknown.
    ids: Option<Vec<String>>,
    /// The section of each post.
    sections: Vec<SectionIx>,
}

impl Directory {
    pub(super) fn new(sections: &[Option<Section>], posts: Option<&[Post]>) -> Self {
        let id = |post: &Post| {
            let section = sections.get(post.section.0)?.as_ref()?;
            Some(format!("{}/{}/{}", section.id, post.duty.id(), post.step.id()))
        };
        let sections = posts.unwrap_or_default().iter().map(|post| post.section).collect();
        Self { ids: posts.and_then(|posts| posts.iter().map(id).collect()), sections }
    }

    /// The posts of a section.
    pub(super) fn posts_of(&self, section: SectionIx) -> impl Iterator<Item = PostIx> {
        let here = self.sections.iter().enumerate().filter(move |(_, of)| **of == section);
        here.map(|(at, _)| PostIx(at))
    }

    /// The posts named in a list. What names no post is reported if it is certain.
    pub(super) fn posts<C: FromIterator<PostIx>>(&self, table: &Node, key: &str, scope: &mut Scope<'_>) -> C {
        let posts = table.items(key).filter_map(|node| self.post(node, scope));
        posts.collect()
    }

    /// The post that is named, if it is known.
    pub(super) fn post(&self, node: &Node, scope: &mut Scope<'_>) -> Option<PostIx> {
        let id = node.as_text()?;
        let known = self.ids.as_deref().unwrap_or_default();
        let found = known.iter().position(|known| known == id);
        if found.is_none() && (self.ids.is_some() || !is_post_id(id)) {
            let unknown = Diagnostic::new(Code::UnknownPost, &node.place).fact("id", id);
            scope.found.push(unknown.suggest(id, known.iter().map(String::as_str)));
        }
        found.map(PostIx)
    }
}

/// Whether a text has the form of a post: `section/duty/step`.
fn is_post_id(text: &str) -> bool {
    let parts: Vec<_> = text.split('/').collect();
    let [section, duty, step] = parts.as_slice() else { return false };
    !section.is_empty()
        && DutyGroup::ALL.iter().any(|known| known.id() == *duty)
        && Step::ALL.iter().any(|known| known.id() == *step)
}

/// The rules; each part is read before any missing one ends the attempt.
pub(super) fn rules(scenario: &Node, directory: &Directory, scope: &mut Scope<'_>) -> Option<Rules> {
    let rules = scenario.get("rules")?;
    let table = |rule: RuleId| rules.get(rule.id());
    let is_on = |rule: RuleId| table(rule).and_then(|table| table.flag("on")).unwrap_or_default();
    let sections = table(RuleId::SectionsPerPerson).map(|t| number(t, RuleId::SectionsPerPerson, "most", scope));
    let contract = table(RuleId::ContractSteps).map(scope_of);
    let kin = table(RuleId::Kin).map(|table| kin(table, scope));
    let cashier = table(RuleId::Cashier).map(|table| CashierRule {
        posts: directory.posts(table, "posts", scope),
        excludes: scope.references(table, "excludes", Named::Matter).into_iter().map(MatterIx).collect(),
    });
    let years = table(RuleId::Rotation).map(|table| number(table, RuleId::Rotation, "years", scope));
    let high_risk = table(RuleId::Rotation).map(|table| directory.posts(table, "posts", scope));
    let cover = table(RuleId::Cover).map(|table| number(table, RuleId::Cover, "holders", scope));
    let rotation = RotationRule { years: years??, posts: high_risk? };
    Some(Rules {
        dual_review: is_on(RuleId::DualReview),
        separation: table(RuleId::Separation)?.word("mode", &Separation::ALL, Separation::id)?,
        duty_groups: is_on(RuleId::DutyGroups),
        sections_per_person: Some(sections??).filter(|_| is_on(RuleId::SectionsPerPerson)),
        contract_steps: contract.filter(|_| is_on(RuleId::ContractSteps)),
        leader_steps: is_on(RuleId::LeaderSteps),
        kin: kin.filter(|_| is_on(RuleId::Kin)),
        cashier: cashier.filter(|_| is_on(RuleId::Cashier)),
        own_audit: is_on(RuleId::OwnAudit),
        rotation: Some(rotation).filter(|_| is_on(RuleId::Rotation)),
        cover: cover??,
        sources: RuleId::ALL
            .into_iter()
            .filter_map(|rule| Some((rule, source(table(rule)?))))
            .collect::<BTreeMap<_, _>>(),
    })
}

fn source(table: &Node) -> RuleSource {
    let Origin { basis, source } = Origin::of(table, &Origin::UNKNOWN);
    RuleSource { basis, source }
}

/// The number of a rule, which is an input only while the rule is on.
fn number(table: &Node, rule: RuleId, key: &str, scope: &mut Scope<'_>) -> Option<u32> {
    let number = sourced_whole(table.get(key)?, &Origin::of(table, &Origin::UNKNOWN))?;
    if table.flag("on") != Some(false) {
        scope.enter(format!("rules.{}.{key}", rule.id()), &number);
    }
    Some(number.value)
}

/// The steps and duty groups that a table names.
pub(super) fn scope_of(table: &Node) -> ContractRule {
    let word_of = |item: &Node| item.as_text().map(str::to_owned);
    let words = |key: &str| table.items(key).filter_map(word_of).collect::<BTreeSet<_>>();
    let (steps, duties) = (words("steps"), words("duties"));
    ContractRule {
        steps: Step::ALL.into_iter().filter(|step| steps.contains(step.id())).collect(),
        duties: DutyGroup::ALL.into_iter().filter(|duty| duties.contains(duty.id())).collect(),
    }
}

/// Pairs of relatives, each pair in the order of the roster.
fn kin(table: &Node, scope: &mut Scope<'_>) -> BTreeSet<(PersonIx, PersonIx)> {
    let mut pairs = BTreeSet::new();
    for pair in table.items("pairs") {
        let people: Vec<_> =
            pair.as_list().iter().map(|person| scope.names.resolve(Named::Person, person, scope.found)).collect();
        let [Some(one), Some(other)] = people[..] else { continue };
        if one == other {
            let id = pair.as_list().iter().find_map(Node::as_text).unwrap_or_default();
            scope.found.push(Diagnostic::new(Code::KinWithSelf, &pair.place).fact("person", id));
            continue;
        }
        if !pairs.insert((PersonIx(one.min(other)), PersonIx(one.max(other)))) {
            let entry = pair.as_list().iter().filter_map(Node::as_text).collect::<Vec<_>>().join(", ");
            let again = Diagnostic::new(Code::RepeatedEntry, &pair.place);
            scope.found.push(again.fact("key", "pairs").fact("entry", entry));
        }
    }
    pairs
}
