//! What a letter asks for: nobody, vacancies, new posts, or what the sources leave open; its parts follow from that.

use crate::support::tiny;
use pretty_assertions::assert_eq;
use shuanggang::analysis::request::{Ask, Peak, Posts, Route, Ways, as_if, dispute, gather, routes};
use shuanggang::model::{
    Basis, Conflict, ConflictTarget, ConflictValue, ContractRule, DutyGroup, Employment, Recruitment, Separation,
    Sourced, Step, Unit,
};
use shuanggang::optimise::Settings;
use shuanggang::render::letter::{Letter, markdown};
use shuanggang::report::request;
use shuanggang::report::request::Refused;
use shuanggang::text::{Language, Text};
use std::collections::BTreeSet;

fn with_authorised(values: &[u32]) -> Unit {
    let mut unit = tiny::unit(&[DutyGroup::Operations], 1);
    for _ in 0..17 {
        tiny::person(&mut unit, Employment::Established, 0, 1000);
    }
    let source =
        |value: &u32| ConflictValue { value: (*value).into(), basis: Basis::Document, source: format!("文{value}") };
    let sourced = |value: u32| Sourced { value, basis: Basis::Document, source: None };
    unit.stated.authorised = values.first().map(|value| sourced(*value));
    if values.len() > 1 {
        unit.conflicts.push(Conflict {
            id: "authorised".into(),
            topic: "编制数".into(),
            values: values.iter().map(source).collect(),
            used: 0,
            target: Some(ConflictTarget::Authorised),
            note: None,
        });
    }
    unit
}

/// 17 on the books. Of 25 posts 8 are vacant: nine people need one more. Of 16 none is, and the unit is over by one:
/// for three more people four posts must be added.
#[test]
fn vacancies_and_new_posts_are_counted_by_hand() {
    let found = routes(&with_authorised(&[25, 16]));
    let counted: Vec<_> = found.iter().map(|route| (route.authorised, route.vacancies, route.used)).collect();
    assert_eq!(counted, [(25, 8, true), (16, -1, false)]);
    let ways = |route: &Route, asked, most, newcomers| {
        let Ways { fill, freed, add, over } = route.ways(asked, Peak { on_books: most, newcomers });
        (fill, freed, add, over)
    };
    assert_eq!([3, 9].map(|asked| ways(&found[0], asked, 17 + asked, asked)), [(3, 0, 0, 0), (8, 0, 1, 0)]);
    assert_eq!(ways(&found[1], 3, 20, 3), (0, 0, 4, 1), "three for them, one for those beyond");
    // Two of six join only when others have retired: at most 19 people at once, four of them new, need three posts more
    // than 16; three of the six take what retirements free.
    assert_eq!(ways(&found[1], 6, 19, 4), (3, 3, 3, 0));
    assert_eq!(ways(&found[0], 9, 25, 8), (9, 1, 0, 0), "the ninth takes a post that is freed");
    assert_eq!(routes(&with_authorised(&[17])).iter().map(|route| route.vacancies).collect::<Vec<_>>(), [0]);
    assert!(routes(&with_authorised(&[])).is_empty());
}

/// A unit without conflicts, benchmark or pay has a letter too. All of its work is done, so it asks for nobody, and the
/// letter says so instead of naming a route.
#[test]
fn where_nobody_is_needed_nobody_is_asked_for() {
    for values in [&[25][..], &[16], &[]] {
        let mut unit = with_authorised(values);
        tiny::matter(&mut unit, 0, 0, 10, &[(Step::Handle, 60, 1), (Step::Review, 30, 1)]);
        let evidence = gather(&unit, 1, &Settings::default(), &mut ()).unwrap();
        let letter = request::documents(&unit, &evidence, None, &Text::new(Language::Chinese)).unwrap().letter;
        let markdown = markdown::render(&letter);
        assert!(letter.title.as_str().ends_with("关于双岗双审工作力量测算情况的报告"), "{}", letter.title);
        assert!(markdown.contains("无须新增人员"), "{markdown}");
        assert!(!markdown.contains("只取其一") && !markdown.contains("申请补充"), "{markdown}");
    }
}

/// One person of the establishment and one matter that takes two: of established people one more is needed.
fn one_short(values: &[u32]) -> Unit {
    let mut unit = tiny::unit(&[DutyGroup::Operations], 1);
    tiny::person(&mut unit, Employment::Established, 0, 1000);
    tiny::matter(&mut unit, 0, 0, 10, &[(Step::Handle, 60, 1), (Step::Review, 30, 1)]);
    unit.rules.separation = Separation::Post;
    unit.rules.contract_steps = Some(ContractRule { steps: BTreeSet::new(), duties: BTreeSet::new() });
    unit.stated.authorised = with_authorised(values).stated.authorised;
    unit.conflicts = with_authorised(values).conflicts;
    unit
}

fn drafted(unit: &Unit, supposed: Option<&Conflict>) -> Letter {
    let evidence = gather(unit, 1, &Settings::default(), &mut ()).unwrap();
    request::documents(unit, &evidence, supposed, &Text::new(Language::Chinese)).unwrap().letter
}

/// By hand, one on the books and one more needed: of two posts one is vacant; of one post none is, so that one must be
/// added; where no source states them nobody knows.
#[test]
fn the_title_the_route_and_the_blanks_follow_from_one_ask() {
    let approval = Text::new(Language::Chinese).get("request-blank-approval");
    for (values, posts, asked, title) in [
        (&[2][..], Posts::Vacant, "申请使用空缺编制1名，补充在编1人", "关于使用空缺编制补充工作人员的请示"),
        (&[1], Posts::New, "申请增加编制1名，补充在编1人", "关于增加编制补充工作人员的请示"),
        (&[], Posts::Unknown, "申请补充在编1人", "关于双岗双审工作力量有关编制事项的请示"),
    ] {
        let unit = one_short(values);
        let evidence = gather(&unit, 1, &Settings::default(), &mut ()).unwrap();
        assert_eq!(Ask::of(&unit, &evidence).unwrap().posts, posts);
        let letter = drafted(&unit, None);
        assert!(letter.title.as_str().ends_with(title), "{}", letter.title);
        let markdown = markdown::render(&letter);
        assert!(markdown.contains(asked), "{markdown}");
        let is_blank = letter.blanks.iter().any(|blank| blank.as_str() == approval);
        assert_eq!(is_blank, posts == Posts::Unknown, "{markdown}");
    }
}

/// Two sources: no final letter, and a draft by each of them that is the letter of a unit where it alone is known.
#[test]
fn a_draft_is_the_letter_of_the_source_it_takes() {
    for values in [[2, 1], [2, 3]] {
        let open = one_short(&values);
        let evidence = gather(&open, 1, &Settings::default(), &mut ()).unwrap();
        let refused = request::documents(&open, &evidence, None, &Text::new(Language::Chinese));
        assert_eq!(refused, Err(Refused::Disputed));
        for value in values {
            let draft = drafted(&as_if(&open, value).unwrap(), dispute(&open));
            let mut settled = one_short(&[value]);
            settled.stated.authorised.as_mut().unwrap().source = Some(format!("文{value}"));
            assert_eq!(draft.mark.as_ref().map(ToString::to_string).as_deref(), Some("草稿"));
            assert_eq!(Letter { mark: None, ..draft }, drafted(&settled, None));
        }
    }
    // Two sources that state the same do not disagree.
    assert_eq!(dispute(&one_short(&[2, 2])), None);
}

/// Newcomers begin five years after the decision, the letter looks one year ahead: no number can be asked for.
#[test]
fn without_a_plan_there_is_no_letter() {
    let mut unit = one_short(&[2]);
    let sourced = |value: u32| Sourced { value, basis: Basis::Assumption, source: None };
    let windows = Sourced { value: BTreeSet::from([1]), basis: Basis::Assumption, source: None };
    unit.recruitment = Some(Recruitment { lead_months: sourced(60), windows, training: None, pay: Vec::new() });
    let evidence = gather(&unit, 1, &Settings::default(), &mut ()).unwrap();
    let refused = request::documents(&unit, &evidence, None, &Text::new(Language::Chinese));
    assert_eq!(refused, Err(Refused::Unsettled));
}
