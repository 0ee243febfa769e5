//! Hiring plans against plans worked out by hand, and against trying every plan there is.

use shuanggang::analysis::hire::{Request, Targets, hire};
use shuanggang::model::RetirementPolicy;
use shuanggang::optimise::Settings;
use shuanggang::scenario;
use shuanggang::units::Share;

#[test]
fn debug_baseline() {
    let unit = scenario::embedded().unwrap().unit;
    let targets = Targets::new(vec![Share::ONE; 3]).unwrap();
    let request = Request { years: 5, policy: RetirementPolicy::Statutory, targets, cover: None, budget: None };
    let t = std::time::Instant::now();
    let found = hire(&unit, &request, &Settings::default(), &mut ()).unwrap();
    println!("{:?}", t.elapsed());
    for i in &found.intervals {
        println!("{} {} {:?} {:?}", i.month, i.until, i.vacancies, i.front);
    }
    println!("waiting {}", found.waiting.len());
    for p in &found.plans {
        println!("{:?} {:?} missed {}", p.aims, p.cost(), p.missed.len());
        for h in &p.hires {
            println!(
                "  {} {} {} {:?} {} {:?}",
                h.hire.id,
                h.hire.month,
                h.hire.count,
                h.hire.employment,
                unit.sections[h.hire.section.0].name,
                h.posts.iter().map(|p| unit.post_id(*p)).collect::<Vec<_>>()
            );
        }
    }
    println!("{:?}", found.fewer);
    for a in &found.alternatives {
        println!("{a:?}");
    }
    println!("{:?}", found.other_authorised);
}

#[test]
fn debug_time() {
    use shuanggang::model::*;
    use shuanggang::optimise::{Order, Promise, fewest, requirement, service};
    let base = scenario::embedded().unwrap().unit;
    let ids: std::collections::BTreeSet<_> = ["编05", "编11", "编02", "编06", "编10"].into();
    let mut late = base.clone();
    late.people.iter_mut().filter(|p| ids.contains(p.id.as_str())).for_each(|p| p.departed = true);
    let pooled = late.with(&[Change::Rule(RuleChange::SectionsPerPerson(Some(2)))]);
    let review = late.with(&[Change::Rule(RuleChange::ContractSteps(Some(ContractRule {
        steps: [Step::Handle, Step::Review].into(),
        duties: [DutyGroup::Operations, DutyGroup::Data].into(),
    })))]);
    for (name, unit) in [("base", base), ("late", late), ("pooled", pooled), ("review", review)] {
        let hire = |e| Hire {
            id: "n".into(),
            month: unit.as_of,
            count: 1,
            employment: e,
            rank: Rank::Staff,
            section: SectionIx(0),
            work_since: shuanggang::units::Month::january(2023),
        };
        let one = |e| unit.with(&[Change::Join(hire(e))]).people.pop().unwrap();
        let (e, c) = (one(Employment::Established), one(Employment::Contract));
        let all: Vec<MatterIx> = unit.matters().map(|(i, _)| i).collect();
        let promise = Promise { sum: all.len().into(), matters: all };
        let t = std::time::Instant::now();
        service(&unit, &Settings::default()).unwrap();
        println!("{name} service {:?}", t.elapsed());
        for (what, kinds, order) in [
            ("EC kind", vec![e.clone(), c.clone()], Order::KindByKind),
            ("CE kind", vec![c.clone(), e.clone()], Order::KindByKind),
            ("E", vec![e.clone()], Order::AllFirst),
            ("EC all", vec![e.clone(), c.clone()], Order::AllFirst),
        ] {
            let t = std::time::Instant::now();
            let f = fewest(&unit, &kinds, &[promise.clone()], order, &Settings::default()).unwrap();
            println!("{name} {what} {f:?} {:?}", t.elapsed());
        }
    }
    let _ = requirement;
}
