//! What `show` and `diff` say of a scenario: every value with the line that set it, and the same scenario again.

use crate::overlays::{HEAD, bare, good};
use crate::support::outputs::assert_valid;
use crate::support::small::{self, PEOPLE, SCENARIO};
use pretty_assertions::assert_eq;
use shuanggang::model::differences;
use shuanggang::render::terminal::Screen;
use shuanggang::render::{json, terminal};
use shuanggang::report::File;
use shuanggang::report::show;
use shuanggang::report::show::diff;
use shuanggang::report::show::json::{DiffFile, Shown};
use shuanggang::scenario::{self, Options, library};
use shuanggang::text::{Language, Text};
use std::path::Path;
use unicode_width::UnicodeWidthStr;

#[test]
fn what_show_prints_is_the_same_scenario() {
    for embedded in library() {
        let options = Options { set: vec!["capacity.overhead=0.2".to_owned()], ..Options::default() };
        let loaded = good(scenario::load_embedded(embedded, &options));
        let toml = loaded.to_toml();
        let again = scenario::load_text("again.toml", &toml, |file| {
            let known = embedded.files.iter().find(|(name, _)| *name == file);
            known.map(|(_, text)| text.as_bytes().to_vec()).ok_or_else(|| std::io::ErrorKind::NotFound.into())
        });
        assert_eq!(bare(good(again).unit), bare(loaded.unit), "{}\n{toml}", embedded.name);
        assert!(toml.contains("# --set:1\n"), "{toml}");
    }
}

#[test]
fn show_names_the_line_that_set_a_value() {
    let over = format!("{HEAD}[[matter]]\nid = \"inspect\"\nvolume = 12\nsource = \"台账\"\nbasis = \"measured\"\n");
    let loaded = good(small::load_over(&over, SCENARIO, PEOPLE.as_bytes(), &Options::default()));
    let toml = loaded.to_toml();
    for line in [
        "# 甲",
        "# 乙",
        "year = 2024 # small.toml:3",
        "volume = { value = 12, basis = \"measured\", source = \"台账\" } # over.toml:7",
        "    { step = \"handle\", minutes = 60, people = 2 }, # small.toml:48",
    ] {
        assert!(toml.lines().any(|known| known == line), "{line}\n{toml}");
    }
    assert!(!toml.contains("overhead"), "what is left to the defaults is left out");
}

#[test]
fn two_scenarios_differ_where_the_one_was_changed() {
    let small = good(small::load(SCENARIO, PEOPLE.as_bytes()));
    let same = differences(&small.all_settings(), &small.all_settings());
    assert_eq!(same, []);
    let over = format!(
        "{HEAD}[capacity]\nsick_days = 3\ntraining_days = 9\n[[tier]]\nid = \"audit\"\n[[tier]]\nid = \"daily\"\n"
    );
    let people = PEOPLE.replace("1995-01", "1995-02");
    let changed = good(small::load_over(&over, SCENARIO, people.as_bytes(), &Options::default()));
    let found = differences(&small.all_settings(), &changed.all_settings());
    let told: Vec<_> = found
        .iter()
        .map(|difference| {
            let side = |side: &Option<shuanggang::model::Setting>| {
                side.as_ref().map_or("-".to_owned(), |s| format!("{} ({}:{})", s.value, s.file, s.line))
            };
            format!("{}: {} | {}", difference.path, side(&difference.left), side(&difference.right))
        })
        .collect();
    let line = |key: &str| {
        let text = include_str!("../src/scenario/defaults.toml");
        text.lines().position(|line| line.starts_with(key)).unwrap() + 1
    };
    let training = line("training_days");
    let expected = [
        "tier: daily, audit (small.toml:11) | audit, daily (over.toml:8)".to_owned(),
        format!("capacity.training_days: 12 (defaults.toml:{training}) | 9 (over.toml:7)"),
        "roster.b1.birth: 1995-01 (people.csv:5) | 1995-02 (people.csv:5)".to_owned(),
    ];
    for line in expected {
        assert!(told.contains(&line), "{line}\n{told:#?}");
    }
    let [baseline, recalled] = ["baseline", "recall-both"].map(|name| good(scenario::load(Path::new(name))));
    let found = differences(&baseline.all_settings(), &recalled.all_settings());
    assert_eq!((found.len(), found[0].path.as_str()), (1, "recall"));
    assert_eq!(found[0].right.as_ref().unwrap().value, "编16, 编17");
    // The sick days are the same number, on another basis.
    assert!(told.iter().all(|line| !line.starts_with("capacity.sick_days:")), "{told:#?}");
}

#[test]
fn programs_read_what_show_and_diff_write() {
    let [baseline, quota] = ["baseline", "quota-16"].map(|name| good(scenario::load(Path::new(name))));
    let settings = quota.settings();
    let shown = File::new(&quota.unit, Some("quota-16"), Shown { pack: quota.unit.pack.as_ref(), values: &settings });
    assert_valid("show", &serde_json::from_str(&json::write(&shown).unwrap()).unwrap());
    let authorised = settings.iter().find(|value| value.path == "headcount.authorised").unwrap();
    let place = (authorised.file.as_str(), authorised.line);
    assert_eq!((authorised.value.as_str(), place), ("16", ("hongjiang/quota-16.toml", 10)));
    assert_eq!(shown.scenario.changes[0].name, "编制数按16名");
    let found = differences(&baseline.all_settings(), &quota.all_settings());
    let differs = DiffFile::new((&baseline.unit, "baseline"), (&quota.unit, "quota-16"), &found);
    assert_valid("diff", &serde_json::from_str(&json::write(&differs).unwrap()).unwrap());
    let paths: Vec<_> = differs.differences.iter().map(|difference| difference.path.as_str()).collect();
    let expected = [
        "headcount.authorised",
        "headcount.authorised.source",
        "conflict.authorised_posts.used",
        "conflict.authorised_posts.note",
    ];
    assert_eq!(paths, expected);
}

#[test]
fn comparisons_fit_the_screen_in_both_languages() {
    let baseline = good(scenario::load(Path::new("baseline")));
    for embedded in library().iter().filter(|embedded| embedded.folder == "hongjiang") {
        let other = good(scenario::load(Path::new(embedded.name)));
        let found = differences(&baseline.all_settings(), &other.all_settings());
        assert_eq!(found.is_empty(), embedded.name == "baseline", "{}", embedded.name);
        for text in Language::ALL.map(Text::new) {
            for width in [80, 120] {
                let diff = diff::document(["baseline", embedded.name], &found, &text);
                let show = show::document(&other.unit, &other.settings(), &text);
                for document in [diff, show] {
                    let shown = terminal::render(&document, Screen { width, colour: false });
                    let widest = shown.lines().map(UnicodeWidthStr::width).max().unwrap();
                    assert!(widest <= width, "{}: {widest}\n{shown}", embedded.name);
                    assert!(!shown.contains("{$"), "{shown}");
                }
            }
        }
    }
}
