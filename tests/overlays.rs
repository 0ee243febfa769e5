//! A change laid over a scenario gives what the same change written into the full file gives.

use crate::support::small::{self, PEOPLE, SCENARIO};
use pretty_assertions::assert_eq;
use shuanggang::check;
use shuanggang::model::{Basis, Employment, Headcount, Unit};
use shuanggang::optimise::{Settings, plan};
use shuanggang::report::diagnostics::render;
use shuanggang::scenario::{self, Loaded, Options, library};
use shuanggang::text::{Language, Text};
use shuanggang::units::Month;
use std::collections::BTreeSet;
use std::path::Path;

pub(crate) const HEAD: &str = "extends = \"small.toml\"\n[overlay]\nname = \"甲\"\nwhy = \"乙\"\n";

pub(crate) fn good(loaded: Result<Loaded, shuanggang::diag::Diagnostics>) -> Loaded {
    loaded.unwrap_or_else(|found| panic!("{}", render(&found, &Text::new(Language::English))))
}

/// The unit of an overlay, without its name.
fn over(text: &str) -> Unit {
    let over =
        if text.starts_with('[') { format!("{HEAD}{text}") } else { HEAD.replacen('\n', &format!("\n{text}\n"), 1) };
    let loaded = good(small::load_over(&over, SCENARIO, PEOPLE.as_bytes(), &Options::default()));
    assert_eq!((loaded.unit.overlays[0].name.as_str(), loaded.unit.overlays[0].why.as_deref()), ("甲", Some("乙")));
    bare(loaded.unit)
}

fn typed(options: &Options) -> Unit {
    bare(good(small::load_with(SCENARIO, PEOPLE.as_bytes(), options)).unit)
}

pub(crate) fn bare(unit: Unit) -> Unit {
    Unit { overlays: Vec::new(), ..unit }
}

/// The unit of the full file with parts of its text replaced.
fn by_hand(edits: &[(&str, &str)]) -> Unit {
    written(edits, PEOPLE)
}

fn written(edits: &[(&str, &str)], people: &str) -> Unit {
    let mut text = SCENARIO.to_owned();
    for (from, to) in edits {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    good(small::load(&text, people.as_bytes())).unit
}

#[test]
fn what_is_laid_over_equals_what_is_written_by_hand() {
    let conflict = SCENARIO.split_once("[[conflict]]").unwrap().1.split_once("[[hire]]").unwrap().0;
    let section = "[[section]]\nid = \"new\"\nname = \"新\"\nduty = \"data\"\n";
    let matter = "[[matter]]\nid = \"sort\"\nname = \"整理\"\nsection = \"new\"\ntier = \"daily\"\nvolume = 7\n\
        basis = \"measured\"\nunit = \"件\"\nsteps = [{ step = \"handle\", minutes = 1 }, { step = \"review\", minutes = 2 }]\n";
    let tiers = "[[tier]]\nid = \"daily\"\nname = \"日常\"\n[[tier]]\nid = \"audit\"\nname = \"稽核\"\n";
    let turned = "[[tier]]\nid = \"audit\"\nname = \"稽核\"\n[[tier]]\nid = \"daily\"\nname = \"日常\"\n";
    let added = format!("{section}{matter}[[hire]]");
    let cases: &[(&str, &[(&str, &str)])] = &[
        (
            "year = 2025\nas_of = \"2025-01\"",
            &[("year = 2024\nas_of = \"2024-06\"", "year = 2025\nas_of = \"2025-01\"")],
        ),
        // The number of the overlay has the basis of the overlay, those beside it keep theirs.
        (
            "[headcount]\ncontract = 1\nbasis = \"law\"",
            &[("on_books = 3", "on_books = 3\ncontract = { value = 1, basis = \"law\" }")],
        ),
        ("[headcount]\non_books = 3", &[("on_books = 3", "on_books = { value = 3, basis = \"assumption\" }")]),
        // Whoever states a volume does not mean the driver.
        ("[[matter]]\nid = \"enrol\"\nvolume = 900", &[("driver = \"insured\"\nrate = 0.5", "volume = 900")]),
        (
            "[[matter]]\nid = \"inspect\"\ndriver = \"insured\"\nrate = 0.1",
            &[("volume = 10", "driver = \"insured\"\nrate = 0.1")],
        ),
        (
            "[[matter]]\nid = \"inspect\"\nsteps = [{ step = \"review\", minutes = 45 }]",
            &[("minutes = 30", "minutes = 45")],
        ),
        ("[[matter]]\nid = \"inspect\"\nremove = [\"audits\"]", &[("audits = [\"enrol\"]\n", "")]),
        ("[[conflict]]\nid = \"posts\"\nremove = true", &[("[[conflict]]", ""), (conflict, "")]),
        ("[rules.rotation]\nremove = true", &[("[rules.rotation]\nyears = 5\n", "")]),
        ("[[tier]]\nid = \"audit\"\n[[tier]]\nid = \"daily\"", &[(tiers, turned)]),
        (&format!("{section}{matter}"), &[("[[hire]]", &added)]),
        (
            "[rules.rotation]\nyears = 7\nbasis = \"policy\"\nsource = \"丙\"",
            &[("years = 5", "years = 7\nbasis = \"policy\"\nsource = \"丙\"")],
        ),
        ("[rules.kin]\npairs = []", &[("pairs = [[\"a1\", \"b1\"]]", "pairs = []")]),
        ("[rules.cover]\nholders = 2", &[("[rules.kin]", "[rules.cover]\nholders = 2\n[rules.kin]")]),
        ("[calendar.working_days]\n2024 = 240", &[("[rules.kin]", "[calendar.working_days]\n2024 = 240\n[rules.kin]")]),
        ("[[hire]]\nid = \"recruit\"\ncount = 3", &[("count = 2", "count = 3")]),
        ("[[hire]]\nid = \"recruit\"\nmonth = \"2024-05\"", &[("month = \"2025-07\"", "month = \"2024-05\"")]),
        // 0.5 × 1.5 and 10 × 1.5.
        ("[[scale]]\nid = \"up\"\nvolume = 1.5", &[("rate = 0.5", "rate = 0.75"), ("volume = 10", "volume = 15")]),
        // 60 × 0.5 and 30 × 0.5, and nothing else.
        (
            "[[scale]]\nid = \"quick\"\nmatters = [\"inspect\"]\nminutes = 0.5",
            &[("minutes = 60", "minutes = 30"), ("review\", minutes = 30", "review\", minutes = 15")],
        ),
        ("[[leave]]\nperson = \"a2\"", &[("[[hire]]", "[[leave]]\nperson = \"a2\"\n[[hire]]")]),
        (
            "[[recall]]\nperson = \"a3\"\nmonth = \"2024-09\"",
            &[("[[hire]]", "[[recall]]\nperson = \"a3\"\nmonth = \"2024-09\"\n[[hire]]")],
        ),
    ];
    for (overlay, edits) in cases {
        assert_eq!(over(overlay), by_hand(edits), "{overlay}");
    }
}

#[test]
fn what_is_typed_equals_what_is_written_by_hand() {
    let set = |path: &str| Options { set: vec![path.to_owned()], ..Options::default() };
    let rule = |rule: &str| Options { rule: vec![rule.to_owned()], ..Options::default() };
    let before_kin = |text: &str| format!("{text}\n[rules.kin]");
    let cases: &[(Options, &[(&str, &str)])] = &[
        (set("matter.enrol.volume=900"), &[("driver = \"insured\"\nrate = 0.5", "volume = 900")]),
        (set("matter.inspect.handle.minutes=45.5"), &[("minutes = 60", "minutes = 45.5")]),
        (set("matter.inspect.steps.handle.minutes=45.5"), &[("minutes = 60", "minutes = 45.5")]),
        (set("driver.insured=1200"), &[("value = 1000", "value = 1200")]),
        (set("as_of=2024-03"), &[("as_of = \"2024-06\"", "as_of = \"2024-03\"")]),
        (set("rules.kin.pairs=[]"), &[("pairs = [[\"a1\", \"b1\"]]", "pairs = []")]),
        (
            set("rules.contract_steps.steps=handle, review"),
            &[("[rules.kin]", &before_kin("[rules.contract_steps]\nsteps = [\"handle\", \"review\"]"))],
        ),
        (set("calendar.working_days.2024=240"), &[("[rules.kin]", &before_kin("[calendar.working_days]\n2024 = 240"))]),
        (rule("separation=case"), &[("[rules.kin]", &before_kin("[rules.separation]\nmode = \"case\""))]),
        (rule("duty_groups=off"), &[("[rules.kin]", &before_kin("[rules.duty_groups]\non = false"))]),
        (rule("sections_per_person=2"), &[("[rules.kin]", &before_kin("[rules.sections_per_person]\nmost = 2"))]),
        (rule("cover=2"), &[("[rules.kin]", &before_kin("[rules.cover]\nholders = 2"))]),
        (
            Options { hire: vec!["contract=2@2025-01:check".to_owned()], ..Options::default() },
            &[(
                "employment = \"established\"\nsection = \"desk\"\n",
                "employment = \"established\"\nsection = \"desk\"\n[[hire]]\nid = \"hire1\"\nemployment = \"contract\"\ncount = 2\n\
                 month = \"2025-01\"\nsection = \"check\"\n",
            )],
        ),
    ];
    for (options, edits) in cases {
        assert_eq!(typed(options), by_hand(edits), "{options:?}");
    }
    let loaded = good(small::load_with(SCENARIO, PEOPLE.as_bytes(), &rule("cover=2")));
    assert_eq!(loaded.unit.overlays[0].name, "--rule cover=2");
}

#[test]
fn a_person_who_is_moved_is_as_the_roster_would_say() {
    let recalled = PEOPLE.replace("a3,established,seconded_out", "a3,established,on_duty").replace("2025-01,,", ",,");
    let expected = written(&[], &recalled);
    // The roster as written is another one: papers are held against that, not against what a change makes of it.
    let found = Unit { on_paper: expected.on_paper, ..over("[[recall]]\nperson = \"a3\"") };
    assert_eq!(found, expected);
    let moved = PEOPLE.replace("no,desk,,,\n", "no,check,,,\n");
    let transferred = over("[[transfer]]\nperson = \"b1\"\nto = \"check\"");
    assert_eq!(transferred, written(&[], &moved));
    // Who leaves stays known by name and is counted nowhere; the plan is that of a roster without the row.
    let left = typed(&Options { leave: vec!["b1".to_owned()], ..Options::default() });
    let rest: String = PEOPLE.split_inclusive('\n').filter(|line| !line.starts_with("b1")).collect();
    let without = written(&[("pairs = [[\"a1\", \"b1\"]]", "pairs = []")], &rest);
    assert_eq!(left.headcount(), without.headcount());
    let service = |unit: &Unit| plan(unit, &Settings::default(), &mut ()).unwrap().service(unit);
    assert_eq!(service(&left), service(&without));
}

#[test]
fn a_hire_in_or_before_the_month_planned_for_is_in_the_plan() {
    let hired = |month: &str| typed(&Options { hire: vec![format!("established=2@{month}")], ..Options::default() });
    for (month, people, later) in [("2024-05", 6, 1), ("2024-06", 6, 1), ("2024-07", 4, 2)] {
        let unit = hired(month);
        assert_eq!((unit.people.len(), unit.hires.len()), (people, later), "{month}");
    }
    let unit = typed(&Options { hire: vec!["established".to_owned()], ..Options::default() });
    let newcomer = unit.people.last().unwrap();
    assert_eq!((newcomer.id.as_str(), newcomer.employment), ("hire1-1", Employment::Established));
    // The first section, no leave in the first year: 8 × (251 − 12 − 3) × 0.85.
    assert_eq!(
        (newcomer.home.map(|home| home.0), newcomer.hours.value().normalize().to_string()),
        (Some(0), "1604.8".into())
    );
    let before = by_hand(&[]).headcount();
    let expected = Headcount { on_books: before.on_books + 1, on_duty: before.on_duty + 1, ..before };
    assert_eq!(unit.headcount(), expected);
}

#[test]
fn a_chain_of_files_is_read_from_its_folders() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    write("unit/small.toml", SCENARIO);
    write("unit/people.csv", PEOPLE);
    let overlay = |parent: &str, name: &str, rest: &str| {
        format!("extends = \"{parent}\"\n{rest}\n[overlay]\nname = \"{name}\"\nwhy = \"乙\"\n")
    };
    write("unit/first.toml", &overlay("./small.toml", "一", "year = 2025\nas_of = \"2025-02\""));
    write("second.toml", &overlay("unit/first.toml", "二", "as_of = \"2025-01\""));
    let unit = good(scenario::load(&folder.path().join("second.toml"))).unit;
    assert_eq!((unit.as_of, unit.people.len()), (Month::parse("2025-01").unwrap(), 4));
    let names: Vec<_> = unit.overlays.iter().map(|overlay| overlay.name.as_str()).collect();
    assert_eq!(names, ["一", "二"]);
    // A mistake in the parent is shown with the parent's line.
    write("unit/small.toml", &SCENARIO.replace("rate = 0.5", "rate = -1"));
    let found = scenario::load(&folder.path().join("second.toml")).unwrap_err();
    let finding = &found.as_slice()[0];
    assert!(finding.place.file.ends_with("unit/small.toml"), "{}", finding.place);
    assert_eq!(finding.excerpt.as_ref().unwrap().text, "rate = -1");
    // Around in a circle.
    write("unit/small.toml", &overlay("first.toml", "零", ""));
    let found = scenario::load(&folder.path().join("second.toml")).unwrap_err();
    assert_eq!(found.as_slice().iter().map(|finding| finding.code.id()).collect::<Vec<_>>(), ["E006"]);
}

#[test]
fn the_library_holds_every_scenario_on_the_disk_and_each_is_planned_and_checked() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let mut held = BTreeSet::new();
    for embedded in library() {
        let (file, text) = embedded.files[0];
        assert_eq!(std::fs::read_to_string(root.join(embedded.folder).join(file)).unwrap(), text);
        held.insert(Path::new(embedded.folder).join(file));
        let unit = good(scenario::load(Path::new(embedded.name))).unit;
        let plan = plan(&unit, &Settings::default(), &mut ()).unwrap();
        assert_eq!(check::verify(&unit, &plan), [], "{}", embedded.name);
        let has_why = unit.overlays.iter().all(|overlay| overlay.why.is_some());
        assert!(has_why && (embedded.files[0].1.contains("extends") != unit.overlays.is_empty()), "{}", embedded.name);
    }
    let mut shipped = BTreeSet::new();
    for folder in ["", "hongjiang", "housing-fund", "land-registration", "medical-insurance", "treasury"] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let path = Path::new(folder).join(entry.unwrap().file_name());
            if path.extension().is_some_and(|extension| extension == "toml") {
                shipped.insert(path);
            }
        }
    }
    assert_eq!(held, shipped);
}

#[test]
fn the_changes_of_the_library_do_what_they_say() {
    let unit = |name: &str| good(scenario::load(Path::new(name))).unit;
    let baseline = unit("baseline");
    let counts = |unit: &Unit| {
        let headcount = unit.headcount();
        (headcount.on_books, headcount.on_duty, headcount.contract)
    };
    assert_eq!(counts(&baseline), (17, 15, 17));
    for (name, expected) in [
        ("one-established", (18, 16, 17)),
        ("two-established", (19, 17, 17)),
        ("eight-vacancies", (25, 23, 17)),
        ("two-contract", (17, 15, 19)),
        ("recall-both", (17, 17, 17)),
        ("contract-cut-25", (17, 15, 13)),
        ("contract-cut-50", (17, 15, 8)),
        ("contract-cut-100", (17, 15, 0)),
        ("maternity-leave", (17, 14, 17)),
        ("one-hall", (17, 15, 17)),
        ("newcomers-six-months", (19, 17, 17)),
        ("after-five-retirements", (12, 10, 17)),
        ("after-five-retirements-replaced", (17, 15, 17)),
    ] {
        assert_eq!(counts(&unit(name)), expected, "{name}");
    }
    let arriving =
        |unit: &Unit, id: &str| unit.matters.iter().find(|m| m.id == id).unwrap().arriving.value().to_string();
    let more = unit("volume-up-20");
    // 53161 × 0.035 × 1.2 = 2232.8; 12 × 1.2 = 14.4; 1200 × 1.2.
    let found = ["transfers", "hospital_inspection", "archives_personnel"].map(|id| arriving(&more, id));
    assert_eq!(found, ["2233", "14", "1440"]);
    let minutes = unit("new-system").matters[0].steps[0].minutes.clone();
    // 45 × 1.075, an assumption twice over.
    assert_eq!((minutes.value.value().to_string(), minutes.basis), ("48.375".to_owned(), Basis::Assumption));
    let tiers: Vec<_> = unit("audit-campaign").tiers.into_iter().map(|tier| tier.id).collect();
    assert_eq!(tiers, ["payment", "audit", "daily"]);
    assert_eq!(unit("quota-16").stated.authorised.unwrap().value, 16);
    assert_eq!(unit("pooled-reviewing").rules.sections_per_person, Some(2));
}
