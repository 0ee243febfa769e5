//! What the reports on the years ahead and on the months say, about futures made by hand.

use crate::report_fixture::{ARCHIVE, AWARDS, INSPECTION, PAYMENT, assessment, decimal, unit};
use crate::support::document::{sentences, table};
use crate::support::outputs::assert_valid;
use pretty_assertions::assert_eq;
use rust_decimal::Decimal;
use shuanggang::analysis::plan::months::{MonthLoad, MonthlyPlan, Slip};
use shuanggang::analysis::project::{Band, Forecast, Outlook, Point, Projection, YearForecast};
use shuanggang::model::{Basis, Event, Headcount, PersonIx, PlanStatus, RetirementPolicy, Sourced, TierIx, Unit};
use shuanggang::render::detail::Detail;
use shuanggang::render::document::Document;
use shuanggang::render::terminal::Screen;
use shuanggang::render::{json, markdown, terminal};
use shuanggang::report::File;
use shuanggang::report::plan::Extras;
use shuanggang::report::plan::json::PlanFile;
use shuanggang::report::project::json::Projected;
use shuanggang::report::{plan, project};
use shuanggang::text::{Language, Text};
use shuanggang::units::{Cases, Hours, Month, Share};
use unicode_width::UnicodeWidthStr;

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

/// The unit of the fixture; its papers expect two retirements.
fn ageing() -> Unit {
    let mut unit = unit();
    unit.stated.retirements =
        Some(Sourced { value: 2, basis: Basis::Document, source: Some("正文七（一）".into()) });
    // 编02 was born in 1970-08: 2025-08 before the reform, two months later since.
    unit.people[1].birth = month("1970-08");
    unit
}

fn point(at: &str, events: Vec<Event>, on_duty: u32, levels: [&str; 4]) -> Point {
    let [payment, awards, archive, inspection] = levels.map(decimal);
    Point {
        month: month(at),
        events,
        headcount: Headcount {
            on_books: on_duty + 1,
            on_duty,
            leaders: 1,
            seconded_out: 1,
            seconded_in: 0,
            contract: 3,
            ..Headcount::default()
        },
        vacancies: Some(i64::from(8 - on_duty - 1)),
        service: vec![(TierIx(0), payment, 1), (TierIx(1), awards + archive, 2), (TierIx(2), inspection, 1)],
        levels: levels.map(|level| Share::new(decimal(level))).to_vec(),
        newly_stalled: Vec::new(),
        exchanged: Vec::new(),
        recovered: Vec::new(),
        newly_slowed: Vec::new(),
        status: PlanStatus::Optimal,
    }
}

/// 编02 retires at the end of `last`; then awards stall.
fn projection(policy: RetirementPolicy, last: Option<&str>) -> Projection {
    let mut points = vec![point("2024-01", Vec::new(), 5, ["1", "0.75", "1", "0"])];
    if let Some(last) = last {
        let next = month(last).plus(1).to_string();
        let after = point(&next, vec![Event::Retired(PersonIx(1))], 4, ["1", "0", "1", "0"]);
        points.push(Point { newly_stalled: vec![AWARDS], ..after });
    }
    Projection { policy, points }
}

fn outlook() -> Outlook {
    use RetirementPolicy::{Earliest, Latest, PreReform, Statutory};
    Outlook {
        from: month("2024-01"),
        until: month("2025-12"),
        chosen: projection(Statutory, Some("2025-10")),
        policies: vec![
            projection(Statutory, Some("2025-10")),
            projection(Earliest, Some("2025-08")),
            projection(Latest, None),
            projection(PreReform, Some("2025-08")),
        ],
        away_throughout: vec![PersonIx(5)],
        away_without_end: Vec::new(),
        stated_retirements: Some(2),
    }
}

fn forecast() -> Forecast {
    let band =
        |low: &str, median: &str, high: &str| Band { low: decimal(low), median: decimal(median), high: decimal(high) };
    let year = |year, stalled: &str| YearForecast {
        year,
        on_duty: band("3", "4", "5"),
        contract: band("2", "2.5", "3"),
        service: vec![(TierIx(0), band("0.5", "1", "1"))],
        stalled_by: ["0", stalled, "0", "1"].map(|share| Share::new(decimal(share))).to_vec(),
    };
    Forecast { draws: 200, seed: 7, years: vec![year(2024, "0"), year(2025, "0.125")] }
}

fn report(language: Language, forecast: Option<&Forecast>) -> Document {
    project::document(&ageing(), &outlook(), forecast, &Text::new(language), Detail::Full)
}

#[test]
fn the_verdict_names_the_month_the_person_and_the_matter() {
    let document = report(Language::Chinese, None);
    let expected = [
        "按现有名册和规则，退休按法定时间，每次人员变动重新求解并核验。",
        "结论",
        "起点（2024年1月）停摆 1 项：企业漏报瞒报实地稽核。到2025年11月，编02退休后，城乡居民待遇核定停摆。",
        "期内在编在岗由 5 人变为 4 人，合同工保持 3 人；始终足额办理 2 项。",
        "首次新增停摆（含恢复后再次停摆，不含同级互换）：按法定时间退休为2025年11月；按最早时间退休为2025年9月；按最晚时间退休则期内不出现。",
    ];
    assert_eq!(sentences(&document)[..expected.len()], expected);
    for said in [
        "文件所列未来五年退休 2 人（正文七（一））；按名册，本次 2 年内：按法定时间 1 人、按最早时间 1 人、\
         按最晚时间 0 人、按改革前规定 1 人。",
        "文件所指为五年，本次推演为 2 年，二者不可直接比对。",
        "编06借调在外，未注明返回时间，按期内不返回计。",
    ] {
        assert!(sentences(&document).contains(&said), "{said}");
    }
}

#[test]
fn the_same_in_english() {
    assert_eq!(
        sentences(&report(Language::English, None))[2],
        "Stalled at the start, January 2024 (1): 企业漏报瞒报实地稽核. \
         From November 2025, after 编02 retires, newly stalled: 城乡居民待遇核定."
    );
}

#[test]
fn tables_hold_what_happens() {
    let document = report(Language::English, None);
    let names: Vec<_> = document.tables().map(|table| table.name).collect();
    assert_eq!(names, project::TABLES[..6]);
    let timeline = table(&document, "timeline");
    assert_eq!(timeline[0], ["2024-01", "start", "6", "5", "3", "2", "full", "1 full, 1 at 75%", "1 stalled"]);
    assert_eq!(timeline[1], ["2025-11", "编02 retires", "5", "4", "3", "3", "full", "1 full, 1 stalled", "1 stalled"]);
    assert_eq!(table(&document, "changes"), [["2025-11", "awards", "城乡居民待遇核定", "日常经办", "stalled", "0.0%"]]);
    let stalls = table(&document, "stalls");
    assert_eq!(stalls[0][3..], ["2024-01", "2024-01", "2024-01", "2024-01"]);
    assert_eq!(stalls[1][3..], ["2025-11", "2025-09", "not by 2025-12", "2025-09"]);
    assert_eq!(table(&document, "years")[1][..8], ["2025", "1", "5", "4", "3", "3", "2", "0"]);
    // n = 12 × (1970 + 55 − 2025) + 7 = 7, so 7 / 4 + 1 = 2 months; nobody else is of that age.
    assert_eq!(table(&document, "reform"), [["编02", "female 55", "2025-08", "2025-10", "2", "2025-08", "2028-10"]]);
    assert_eq!(table(&document, "policies")[2], ["latest", "0", ""]);
}

#[test]
fn the_chart_has_one_mark_for_each_person() {
    let document = report(Language::English, None);
    let expected = "
    # established, on duty  = contract  . vacant
    2024-01  #####===..  5 / 3 / 2
    2024-12  #####===..  5 / 3 / 2
    2025-12  ####===...  4 / 3 / 3
";
    assert!(markdown::render(&document).contains(expected));
}

#[test]
fn draws_give_ranges_and_chances() {
    let forecast = forecast();
    let document = report(Language::English, Some(&forecast));
    let names: Vec<_> = document.tables().map(|table| table.name).collect();
    assert_eq!(names, project::TABLES);
    assert_eq!(table(&document, "forecast")[2], ["contract staff", "2024", "2", "2.5", "3"]);
    // What stalls most stands first; what never stalls is left out.
    let risks = table(&document, "risks");
    assert_eq!(risks[0], ["inspection", "企业漏报瞒报实地稽核", "100.0%", "100.0%"]);
    assert_eq!(risks[1], ["awards", "城乡居民待遇核定", "0.0%", "12.5%"]);
    assert_eq!(risks.len(), 2);
}

#[test]
fn every_line_fits_its_screen() {
    let forecast = forecast();
    for language in Language::ALL {
        for width in [80, 120] {
            let rendered = terminal::render(&report(language, Some(&forecast)), Screen { width, colour: false });
            for line in rendered.lines() {
                assert!(line.width() <= width, "{} columns: {line}", line.width());
            }
        }
    }
}

#[test]
fn the_json_of_the_years_keeps_its_fields() {
    let (unit, outlook, forecast) = (ageing(), outlook(), forecast());
    let file = File::new(&unit, None, Projected::of(&unit, &outlook, Some(&forecast)));
    let json: serde_json::Value = serde_json::from_str(&json::write(&file).unwrap()).unwrap();
    assert_valid("project", &json);
    let expected = [
        ("/schema", "\"shuanggang.project/1\""),
        ("/until", "\"2025-12\""),
        ("/timeline/1/events/0/retired/person", "\"编02\""),
        ("/timeline/1/headcount/vacancies", "3"),
        ("/timeline/1/service/1/level", "1"),
        ("/timeline/0/matters/1/service_level", "0.75"),
        ("/timeline/1/newly_stalled/0", "\"awards\""),
        ("/first_stalls/0/matter", "\"awards\""),
        ("/first_stalls/0/latest", "null"),
        ("/policies/3/retired/0", "\"编02\""),
        ("/reform/0/delay_months", "2"),
        ("/stated_retirements", "2"),
        ("/away_throughout/0", "\"编06\""),
        ("/forecast/years/1/contract/median", "2.5"),
        ("/forecast/years/1/stalled_by/0/probability", "0.125"),
    ];
    for (pointer, value) in expected {
        assert_eq!(json.pointer(pointer).unwrap_or_else(|| panic!("{pointer}")).to_string(), value, "{pointer}");
    }
}

/// Every section is half busy; in January one payment is lost and two awards wait, and one award is left.
fn months(unit: &Unit) -> MonthlyPlan {
    let sections: Vec<_> = unit.sections().map(|(ix, _)| (ix, Hours::from(50), Hours::from(100))).collect();
    let slip = |matter, missed, carried| Slip { matter, missed: Cases::from(missed), carried: Cases::from(carried) };
    let load = |month| MonthLoad {
        month,
        sections: sections.clone(),
        slipped: if month == 1 { vec![slip(PAYMENT, 1, 0), slip(AWARDS, 0, 2)] } else { Vec::new() },
    };
    let mut backlog = vec![Cases::ZERO; unit.matters.len()];
    // The yearly plan does 750.5 of 1000 awards and no inspection.
    backlog[AWARDS.0] = Cases::new(decimal("250.5"));
    backlog[INSPECTION.0] = Cases::from(20);
    backlog[ARCHIVE.0] = Cases::new(Decimal::new(1, 7));
    MonthlyPlan { months: (1..=12).map(load).collect(), backlog, days_known: true }
}

#[test]
fn the_months_say_what_slips_and_what_is_left() {
    let unit = unit();
    let assessment = assessment(&unit);
    let months = months(&unit);
    let text = Text::new(Language::Chinese);
    let document =
        plan::document(&unit, &assessment, Extras { months: Some(&months), ..Extras::default() }, &text, Detail::Full);
    for said in [
        "按月看有 2 项出现延误：养老金及工伤待遇支付、城乡居民待遇核定。首见于1月，见下表。",
        "年末积压：城乡居民待遇核定 1.0 件。",
    ] {
        assert!(sentences(&document).contains(&said), "{said}: {:?}", sentences(&document));
    }
    assert_eq!(table(&document, "months")[0][..3], ["财务部", "50", "50"]);
    assert_eq!(table(&document, "slips")[0], ["2024-01", "payment", "养老金及工伤待遇支付", "财务部", "1.0", "0.0"]);
    assert_eq!(table(&document, "backlog")[1][2..], ["20", "20.0"]);
    let file = PlanFile::of(&unit, &assessment, None).with_months(&unit, &months);
    let written = json::write(&file).unwrap();
    assert_eq!(PlanFile::parse(&written), Ok(file));
    assert!(!json::write(&PlanFile::of(&unit, &assessment, None)).unwrap().contains("\"months\""));
}
