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
    for i in &found.intervals { println!("{} {} {:?} {:?}", i.month, i.until, i.vacancies, i.front); }
    println!("waiting {}", found.waiting.len());
    for p in &found.plans {
        println!("{:?} {:?} missed {}", p.aims, p.cost(), p.missed.len());
        for h in &p.hires { println!("  {} {} {} {:?} {} {:?}", h.hire.id, h.hire.month, h.hire.count, h.hire.employment, unit.sections[h.hire.section.0].name, h.posts.iter().map(|p| unit.post_id(*p)).collect::<Vec<_>>()); }
    }
    println!("{:?}", found.fewer);
    for a in &found.alternatives { println!("{a:?}"); }
    println!("{:?}", found.other_authorised);
}
