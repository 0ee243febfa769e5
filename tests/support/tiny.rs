//! Units small enough to solve on paper, built without files.

use rust_decimal::Decimal;
use shuanggang::model::{
    Basis, Calendar, CapacityPolicy, DutyGroup, Employment, Matter, MatterIx, MatterStep, Person, PersonIx,
    PostCategory, Rank, Rules, Section, SectionIx, Separation, Sex, Sourced, StatedHeadcount, Status, Step, Terms,
    Tier, TierIx, Unit, Volume,
};
use shuanggang::units::{Cases, Hours, Minutes, Month, Share};
use std::collections::BTreeMap;

fn assumed<T>(value: T) -> Sourced<T> {
    Sourced { value, basis: Basis::Assumption, source: None }
}

/// A unit with every rule off, nobody in it and nothing to do.
pub(crate) fn unit(sections: &[DutyGroup], tiers: usize) -> Unit {
    let section = |(i, duty): (usize, &DutyGroup)| Section {
        id: format!("s{i}"),
        name: format!("S{i}"),
        name_en: None,
        duty: *duty,
        minimum: 0,
    };
    Unit {
        name: "tiny".into(),
        name_en: None,
        overlays: Vec::new(),
        year: 2024,
        as_of: Month::january(2024),
        stated: StatedHeadcount::default(),
        tiers: (0..tiers).map(|i| Tier { id: format!("t{i}"), name: format!("T{i}"), name_en: None }).collect(),
        sections: sections.iter().enumerate().map(section).collect(),
        kinds: Vec::new(),
        drivers: BTreeMap::new(),
        driver_notes: BTreeMap::new(),
        matters: Vec::new(),
        posts: Vec::new(),
        people: Vec::new(),
        rules: no_rules(),
        calendar: Calendar {
            working_days: BTreeMap::new(),
            month_days: BTreeMap::new(),
            otherwise: Some(assumed(248)),
        },
        capacity: CapacityPolicy {
            hours_per_day: assumed(Hours::from(8)),
            training_days: assumed(Decimal::ZERO),
            sick_days: assumed(Decimal::ZERO),
            overhead: assumed(Share::ZERO),
            rank_share: BTreeMap::new(),
        },
        hires: Vec::new(),
        movements: Vec::new(),
        overtaken: Vec::new(),
        on_paper: shuanggang::model::Headcount::default(),
        uncertainty: None,
        no_leave: Vec::new(),
        pack: None,
        benchmark: None,
        recruitment: None,
        conflicts: Vec::new(),
        inputs: Vec::new(),
    }
}

pub(crate) fn no_rules() -> Rules {
    Rules {
        dual_review: false,
        separation: Separation::Off,
        duty_groups: false,
        sections_per_person: None,
        contract_steps: None,
        leader_steps: false,
        kin: None,
        cashier: None,
        own_audit: false,
        rotation: None,
        cover: 1,
        sources: BTreeMap::new(),
    }
}

/// A matter of a section and tier: `cases` a year, steps as (step, minutes, people).
pub(crate) fn matter(unit: &mut Unit, section: usize, tier: usize, cases: u32, steps: &[(Step, u32, u32)]) -> MatterIx {
    let ix = MatterIx(unit.matters.len());
    unit.matters.push(Matter {
        id: format!("m{}", ix.0),
        name: format!("M{}", ix.0),
        name_en: None,
        section: SectionIx(section),
        duty: unit.sections[section].duty,
        tier: TierIx(tier),
        weight: Share::ONE,
        volume: Volume::Stated(assumed(cases)),
        arriving: Cases::from(cases),
        outside: None,
        unit: "件".into(),
        steps: steps
            .iter()
            .map(|(step, minutes, people)| MatterStep {
                step: *step,
                minutes: assumed(Minutes::from(*minutes)),
                people: *people,
                hall: None,
            })
            .collect(),
        by_system: Vec::new(),
        audits: Vec::new(),
        after: Vec::new(),
        same_handler: None,
        dual_review_exempt: None,
        deadline_days: None,
        monthly: false,
        months: Vec::new(),
        profile: None,
    });
    unit.posts = Unit::posts_of(&unit.matters);
    ix
}

/// A member of staff with so many hours a year.
pub(crate) fn person(unit: &mut Unit, employment: Employment, home: usize, hours: u32) -> PersonIx {
    let ix = PersonIx(unit.people.len());
    unit.people.push(Person {
        id: format!("p{}", ix.0),
        employment,
        status: Status::OnDuty,
        rank: Rank::Staff,
        sex: Sex::Male,
        birth: Month::january(1980),
        work_since: Month::january(2002),
        category: PostCategory::Management,
        senior_title: false,
        home: Some(SectionIx(home)),
        seconded_until: None,
        away: None,
        terms: Terms::default(),
        posts_today: Vec::new(),
        post_since: None,
        retirement: None,
        approval: None,
        departed: false,
        hours: Hours::from(hours),
    });
    ix
}

/// Two desks of two posts each, three people, each in one section and at one post there: the first tier takes two, one
/// is left for two posts.
pub(crate) fn two_desks() -> Unit {
    const BOTH: &[(Step, u32, u32)] = &[(Step::Handle, 60, 1), (Step::Review, 60, 1)];
    let mut unit = unit(&[DutyGroup::Operations; 2], 2);
    unit.rules.separation = Separation::Post;
    unit.rules.sections_per_person = Some(1);
    matter(&mut unit, 0, 0, 10, BOTH);
    matter(&mut unit, 1, 1, 10, BOTH);
    for _ in 0..3 {
        person(&mut unit, Employment::Established, 0, 100);
    }
    unit
}
