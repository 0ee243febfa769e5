//! A unit of three sections with a judged plan, made by hand so that every number of its reports can be checked.
//!
//! Hours: a leader has 300, everyone else 1500.
//! - payment (财务部): 100 cases, handle 60 min, review 30 min, approve 6 min: 100 h, 50 h, 10 h; done in full.
//! - awards (待遇部): 1000 cases, handle 90 min, review 60 min: 1500 h and 1000 h; done 750.5 times:
//!   1125.75 h handling (合01 750, 合02 375.75) and 750.5 h reviewing.
//! - archive (待遇部, data): 10 cases, handle 30 min: 5 h; exempt from review; done in full.
//! - inspection (稽核部): 20 cases, handle 600 min × 2 people, review 60 min; stalled.

use rust_decimal::Decimal;
use shuanggang::analysis::{
    Assessment, BasisCount, ConflictEffect, Finding, Limit, Outcome, PeopleProof, Reason, ReasonCode, ServiceStatus,
    Shortfall,
};
use shuanggang::model::{
    Basis, Calendar, CapacityPolicy, CashierRule, Conflict, ConflictTarget, ConflictValue, ContractRule, DutyGroup,
    Employment, Input, Matter, MatterIx, MatterStep, Method, Person, PersonIx, Plan, PlanStatus, Post, PostCategory,
    PostIx, Rank, RuleId, RuleSource, Rules, Section, SectionIx, Separation, Sex, Sourced, Stage, StageId,
    StatedHeadcount, Status, Step, StopReason, Tier, TierIx, Unit, Volume, Work,
};
use shuanggang::units::{Cases, Hours, Minutes, Month, Share};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) const PAYMENT: MatterIx = MatterIx(0);
pub(crate) const AWARDS: MatterIx = MatterIx(1);
pub(crate) const ARCHIVE: MatterIx = MatterIx(2);
pub(crate) const INSPECTION: MatterIx = MatterIx(3);

pub(crate) fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn sourced<T>(value: T, basis: Basis) -> Sourced<T> {
    Sourced { value, basis, source: None }
}

fn step(step: Step, minutes: u32, people: u32) -> MatterStep {
    MatterStep { step, minutes: sourced(Minutes::from(minutes), Basis::Assumption), people, hall: None }
}

fn matter(id: &str, name: &str, section: usize, tier: usize, arriving: u32, steps: Vec<MatterStep>) -> Matter {
    Matter {
        id: id.into(),
        name: name.into(),
        name_en: None,
        section: SectionIx(section),
        duty: [DutyGroup::Finance, DutyGroup::Operations, DutyGroup::Audit][section],
        tier: TierIx(tier),
        weight: Share::ONE,
        volume: Volume::Stated(sourced(arriving, Basis::Document)),
        arriving: Cases::from(arriving),
        outside: None,
        unit: "件".into(),
        steps,
        by_system: Vec::new(),
        audits: Vec::new(),
        after: Vec::new(),
        same_handler: None,
        dual_review_exempt: None,
        deadline_days: None,
        monthly: false,
        months: Vec::new(),
        profile: None,
    }
}

fn person(id: &str, employment: Employment, rank: Rank, home: Option<usize>) -> Person {
    Person {
        id: id.into(),
        employment,
        status: Status::OnDuty,
        rank,
        sex: Sex::Female,
        birth: Month::new(1980, 1).unwrap(),
        work_since: Month::new(2005, 7).unwrap(),
        category: PostCategory::Professional,
        senior_title: false,
        home: home.map(SectionIx),
        seconded_until: None,
        away: None,
        terms: shuanggang::model::Terms::default(),
        posts_today: Vec::new(),
        post_since: None,
        retirement: None,
        approval: None,
        departed: false,
        hours: Hours::from(if rank == Rank::Leader { 300 } else { 1500 }),
    }
}

fn people() -> Vec<Person> {
    use Employment::{Contract, Established};
    let away =
        Person {
            status: Status::SecondedOut, hours: Hours::ZERO, ..person("编06", Established, Rank::Staff, Some(2))
        };
    vec![
        person("编01", Established, Rank::Leader, None),
        person("编02", Established, Rank::SectionHead, Some(0)),
        person("编03", Established, Rank::Staff, Some(0)),
        person("编04", Established, Rank::SectionHead, Some(1)),
        person("编05", Established, Rank::SectionHead, Some(2)),
        away,
        person("合01", Contract, Rank::Staff, Some(1)),
        person("合02", Contract, Rank::Staff, Some(1)),
        person("合03", Contract, Rank::Staff, Some(2)),
    ]
}

fn matters() -> Vec<Matter> {
    let payment = vec![step(Step::Handle, 60, 1), step(Step::Review, 30, 1), step(Step::Approve, 6, 1)];
    let archive = Matter {
        duty: DutyGroup::Data,
        dual_review_exempt: Some("内部数据维护，不核定待遇".into()),
        ..matter("archive", "数据归档", 1, 1, 10, vec![step(Step::Handle, 30, 1)])
    };
    let inspection = vec![step(Step::Handle, 600, 2), step(Step::Review, 60, 1)];
    let inspection = matter("inspection", "企业漏报瞒报实地稽核", 2, 2, 20, inspection);
    vec![
        matter("payment", "养老金及工伤待遇支付", 0, 0, 100, payment),
        matter("awards", "城乡居民待遇核定", 1, 1, 1000, vec![step(Step::Handle, 90, 1), step(Step::Review, 60, 1)]),
        archive,
        Matter { audits: vec![AWARDS], ..inspection },
    ]
}

fn rules() -> Rules {
    let source = |basis, source: &str| RuleSource { basis, source: Some(source.into()) };
    Rules {
        dual_review: true,
        separation: Separation::Post,
        duty_groups: true,
        sections_per_person: Some(1),
        contract_steps: Some(ContractRule {
            steps: [Step::Handle].into(),
            duties: [DutyGroup::Operations, DutyGroup::Data].into(),
        }),
        leader_steps: true,
        kin: None,
        cashier: Some(CashierRule { posts: [PostIx(0)].into(), excludes: [PAYMENT].into() }),
        own_audit: true,
        rotation: None,
        cover: 1,
        sources: BTreeMap::from([
            (RuleId::DualReview, source(Basis::Law, "《社会保险经办条例》第三十七条")),
            (RuleId::ContractSteps, source(Basis::Policy, "单位选择，待确认")),
            (RuleId::Cashier, source(Basis::Law, "《会计法》第三十五条")),
        ]),
    }
}

fn conflicts() -> Vec<Conflict> {
    let value =
        |value: u32, source: &str| ConflictValue { value: value.into(), basis: Basis::Document, source: source.into() };
    vec![
        Conflict {
            id: "authorised".into(),
            topic: "编制数".into(),
            values: vec![value(8, "正文七（一）"), value(4, "附表2-1")],
            used: 0,
            target: Some(ConflictTarget::Authorised),
            note: Some("以正文为准，待编办批复核定".into()),
        },
        Conflict {
            id: "insured".into(),
            topic: "参保人数".into(),
            values: vec![value(53161, "参保人次"), value(28961, "参保人数")],
            used: 0,
            target: Some(ConflictTarget::Driver("all_insured".into())),
            note: None,
        },
        Conflict {
            id: "income".into(),
            topic: "总收入".into(),
            values: vec![value(15300, "正文"), value(15397, "分项合计")],
            used: 0,
            target: None,
            note: None,
        },
    ]
}

pub(crate) fn unit() -> Unit {
    let section =
        |id: &str, name: &str, duty| Section { id: id.into(), name: name.into(), name_en: None, duty, minimum: 0 };
    let tier = |id: &str, name: &str| Tier { id: id.into(), name: name.into(), name_en: None };
    let input = |path: &str, basis| Input { path: path.into(), value: "1".into(), basis, source: None };
    let matters = matters();
    Unit {
        name: "某区社会保险服务中心".into(),
        name_en: None,
        overlays: Vec::new(),
        year: 2024,
        as_of: Month::january(2024),
        stated: StatedHeadcount {
            authorised: Some(Sourced { value: 8, basis: Basis::Document, source: Some("正文七（一）".into()) }),
            on_books: Some(Sourced { value: 7, basis: Basis::Document, source: Some("正文七（一）".into()) }),
            on_duty: None,
            contract: Some(Sourced { value: 3, basis: Basis::Document, source: None }),
            retirements: None,
        },
        tiers: vec![tier("payment", "按时足额发放"), tier("daily", "日常经办"), tier("audit", "稽核检查")],
        sections: vec![
            section("finance", "财务部", DutyGroup::Finance),
            section("benefits", "城乡居民及工伤保险待遇计发部", DutyGroup::Operations),
            section("audit", "稽核部", DutyGroup::Audit),
        ],
        kinds: Vec::new(),
        drivers: BTreeMap::new(),
        driver_notes: BTreeMap::new(),
        posts: Unit::posts_of(&matters),
        matters,
        people: people(),
        rules: rules(),
        calendar: Calendar {
            working_days: BTreeMap::new(),
            month_days: BTreeMap::new(),
            otherwise: Some(sourced(248, Basis::Law)),
        },
        capacity: CapacityPolicy {
            hours_per_day: sourced(Hours::from(8), Basis::Law),
            training_days: sourced(12.into(), Basis::Policy),
            sick_days: sourced(3.into(), Basis::Policy),
            overhead: sourced(Share::new(decimal("0.15")), Basis::Policy),
            rank_share: BTreeMap::new(),
        },
        hires: Vec::new(),
        movements: Vec::new(),
        overtaken: Vec::new(),
        on_paper: shuanggang::model::Headcount::from(&*people()),
        uncertainty: None,
        no_leave: Vec::new(),
        pack: None,
        benchmark: None,
        recruitment: None,
        conflicts: conflicts(),
        inputs: vec![
            input("matter.payment.volume", Basis::Document),
            input("matter.payment.handle.minutes", Basis::Assumption),
            input("matter.awards.volume", Basis::Assumption),
            input("roster.编01.birth", Basis::Assumption),
        ],
    }
}

pub(crate) fn post(unit: &Unit, id: &str) -> PostIx {
    unit.posts().map(|(ix, _): (PostIx, Post)| ix).find(|ix| unit.post_id(*ix) == id).unwrap()
}

fn plan(unit: &Unit) -> Plan {
    let held = [
        (0, "finance/finance/approve"),
        (1, "finance/finance/review"),
        (2, "finance/finance/handle"),
        (3, "benefits/operations/review"),
        (4, "audit/audit/handle"),
        (6, "benefits/operations/handle"),
        (7, "benefits/operations/handle"),
        (8, "benefits/data/handle"),
    ];
    let work = |person, matter, step, cases: &str| Work {
        person: PersonIx(person),
        matter,
        step,
        cases: Cases::new(decimal(cases)),
    };
    let stage = |id, objective: &str| Stage {
        id,
        objective: decimal(objective),
        bound: decimal(objective),
        gap: Decimal::ZERO,
        stop: StopReason::Proven,
    };
    Plan {
        status: PlanStatus::Optimal,
        stages: vec![
            stage(StageId::Tier(TierIx(0)), "1"),
            stage(StageId::Tier(TierIx(1)), "1.7505"),
            stage(StageId::Tier(TierIx(2)), "0"),
            stage(StageId::Placement, "0"),
            stage(StageId::Moves, "1"),
            stage(StageId::Backups, "1"),
            stage(StageId::Balance, "0.75"),
        ],
        method: Method::Sections,
        engine: "HiGHS 1.11.0".into(),
        held: held.iter().map(|(person, id)| (PersonIx(*person), post(unit, id))).collect::<BTreeSet<_>>(),
        work: vec![
            work(0, PAYMENT, Step::Approve, "100"),
            work(1, PAYMENT, Step::Review, "100"),
            work(2, PAYMENT, Step::Handle, "100"),
            work(3, AWARDS, Step::Review, "750.5"),
            work(6, AWARDS, Step::Handle, "500"),
            work(7, AWARDS, Step::Handle, "250.5"),
            work(8, ARCHIVE, Step::Handle, "10"),
        ],
        done: ["100", "750.5", "10", "0"].map(|cases| Cases::new(decimal(cases))).to_vec(),
    }
}

pub(crate) fn assessment(unit: &Unit) -> Assessment {
    let share = |text: &str| Share::new(decimal(text));
    Assessment {
        plan: plan(unit),
        shortfalls: vec![
            Shortfall {
                matter: AWARDS,
                status: ServiceStatus::Slowed,
                reason: Reason {
                    code: ReasonCode::HoursExhausted,
                    post: Some(post(unit, "benefits/operations/review")),
                    limit: Limit::Hours,
                    alone: share("0.9"),
                    after_higher_tiers: share("0.7505"),
                    people_needed: 3,
                    people_left: 2,
                    waits_for: None,
                },
            },
            Shortfall {
                matter: INSPECTION,
                status: ServiceStatus::Stalled,
                reason: Reason {
                    code: ReasonCode::KeptForHigherTier,
                    post: Some(post(unit, "audit/audit/handle")),
                    limit: Limit::People(PeopleProof::AboveTimeless),
                    alone: share("1"),
                    after_higher_tiers: share("0"),
                    people_needed: 3,
                    people_left: 2,
                    waits_for: None,
                },
            },
        ],
        conflicts: vec![
            ConflictEffect { conflict: 0, outcomes: vec![Outcome::Vacancies(2), Outcome::Vacancies(-2)] },
            ConflictEffect {
                conflict: 1,
                outcomes: vec![
                    Outcome::Replanned { service: Vec::new(), stalled: vec![INSPECTION], slowed: vec![AWARDS] },
                    Outcome::Replanned { service: Vec::new(), stalled: vec![INSPECTION], slowed: Vec::new() },
                ],
            },
            ConflictEffect { conflict: 2, outcomes: vec![Outcome::Nothing, Outcome::Nothing] },
        ],
        findings: vec![
            Finding::ExemptFromDualReview(ARCHIVE),
            Finding::LongTenure {
                person: PersonIx(1),
                post: post(unit, "finance/finance/review"),
                since: Month::new(2015, 3).unwrap(),
            },
            Finding::CashierKeepsAccounts { matter: PAYMENT, post: post(unit, "finance/finance/handle") },
        ],
        inputs: vec![
            BasisCount { basis: Basis::Document, count: 1 },
            BasisCount { basis: Basis::Law, count: 0 },
            BasisCount { basis: Basis::Measured, count: 0 },
            BasisCount { basis: Basis::Policy, count: 0 },
            BasisCount { basis: Basis::Assumption, count: 3 },
        ],
    }
}
