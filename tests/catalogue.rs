//! The text catalogues: both languages say the same things, and say everything that the program asks for.

use clap::error::ErrorKind;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use pretty_assertions::assert_eq;
use shuanggang::analysis::compare::MEASURES;
use shuanggang::analysis::duties::{Gone, Kind as Fault, Unused};
use shuanggang::analysis::explain::StaffKind;
use shuanggang::analysis::hire::Aim;
use shuanggang::analysis::need::{Holder, Sections};
use shuanggang::analysis::plan::alternatives::End;
use shuanggang::analysis::sensitivity::{Direction, Together};
use shuanggang::analysis::{Limit, PeopleProof, ReasonCode, ServiceStatus};
use shuanggang::check::Breach;
use shuanggang::cli;
use shuanggang::diag::reading::{DroppedBecause, SkippedBecause};
use shuanggang::model::wisn::Figure;
use shuanggang::model::{
    AwayReason, Basis, DutyGroup, Employment, Method, PostCategory, Rank, RetirementCategory, RetirementPolicy, RuleId,
    Sex, Signature, Status, Step, StopReason,
};
use shuanggang::render::document::topic::Topic;
use shuanggang::report::plan::json::Problem;
use shuanggang::scenario::library::examples;
use shuanggang::scenario::spec::{self, Key, Kind, ROSTER};
use shuanggang::text::{Language, Text};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// What workbooks explain in other words than text in TOML.
const EXPLAINED: [&str; 18] = [
    "away-reason",
    "basis",
    "cashier-posts",
    "conflict-target",
    "hire-rank",
    "hire-replaces",
    "kin-pairs",
    "kind-employment",
    "kind-steps",
    "matter-driver",
    "matter-profile",
    "matter-volume",
    "on",
    "person-employment",
    "person-rank",
    "person-rights",
    "separation-mode",
    "step-by-system",
];

/// Every key of a language, attributes as `key.attribute`, with the arguments that it takes.
fn keys(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut keys = BTreeMap::new();
    for (file, source) in language.sources() {
        let resource = parser::parse(*source).unwrap_or_else(|(_, errors)| panic!("{file}: {errors:?}"));
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            let id = message.id.name.to_owned();
            let own = message.value.iter().map(|pattern| (id.clone(), pattern));
            let attributes = message.attributes.iter().map(|a| (format!("{id}.{}", a.id.name), &a.value));
            for (key, pattern) in own.chain(attributes) {
                let known = keys.insert(key.clone(), arguments(pattern));
                assert!(known.is_none(), "{} has {key} twice", language.id());
            }
        }
    }
    keys
}

fn arguments(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let expressions = pattern.elements.iter().filter_map(|element| match element {
        PatternElement::Placeable { expression } => Some(expression),
        PatternElement::TextElement { .. } => None,
    });
    expressions.flat_map(of_expression).collect()
}

fn of_expression(expression: &Expression<&str>) -> BTreeSet<String> {
    match expression {
        Expression::Inline(inline) => of_inline(inline),
        Expression::Select { selector, variants } => {
            variants.iter().flat_map(|variant| arguments(&variant.value)).chain(of_inline(selector)).collect()
        }
    }
}

fn of_inline(expression: &InlineExpression<&str>) -> BTreeSet<String> {
    match expression {
        InlineExpression::VariableReference { id } => [id.name.to_owned()].into(),
        InlineExpression::Placeable { expression } => of_expression(expression),
        _ => BTreeSet::new(),
    }
}

/// Every source file of the crate.
fn sources(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(fs::read_to_string(path).unwrap());
        }
    }
}

fn source_texts() -> Vec<String> {
    let mut found = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    found
}

/// Keys that are made from the id of a value: every value must have its word.
fn composed_keys() -> Vec<String> {
    let mut keys = Vec::new();
    let mut add = |prefix: &str, ids: Vec<&str>, suffixes: &[&str]| {
        for id in ids {
            keys.extend(suffixes.iter().map(|suffix| format!("{prefix}-{id}{suffix}")));
        }
    };
    add("duty", DutyGroup::ALL.map(DutyGroup::id).to_vec(), &[""]);
    add("step", Step::ALL.map(Step::id).to_vec(), &[""]);
    add("sheet", Topic::ALL.map(Topic::id).to_vec(), &[""]);
    add("basis", Basis::ALL.map(Basis::id).to_vec(), &[""]);
    add("employment", Employment::ALL.iter().map(|e| e.id()).collect(), &[""]);
    add("engaged", Employment::ALL.iter().map(|e| e.id()).collect(), &[""]);
    add("person-status", Status::ALL.iter().map(|s| s.id()).collect(), &[""]);
    add("rank", Rank::ALL.iter().map(|r| r.id()).collect(), &[""]);
    add("status", ServiceStatus::ALL.map(ServiceStatus::id).to_vec(), &[""]);
    add("limit", Limit::ALL.map(Limit::id).to_vec(), &[""]);
    let proofs = PeopleProof::ALL.map(PeopleProof::id).to_vec();
    add("people-proof", proofs.clone(), &[""]);
    add("request-automation", proofs, &[""]);
    add("reason", ReasonCode::ALL.map(ReasonCode::id).to_vec(), &["", ".at", ".anywhere"]);
    add("change-join", StaffKind::ALL.map(StaffKind::id).to_vec(), &["", ".one"]);
    add("count-of", StaffKind::ALL.map(StaffKind::id).to_vec(), &[""]);
    add("letter-count", StaffKind::ALL.map(StaffKind::id).to_vec(), &[""]);
    add("demand-headcount", StaffKind::ALL.map(StaffKind::id).to_vec(), &[""]);
    add("breach", Breach::all().into_iter().map(Breach::id).collect(), &[""]);
    add("rule", RuleId::ALL.map(RuleId::id).to_vec(), &["", ".what"]);
    add("stop", [StopReason::Proven, StopReason::TimeLimit, StopReason::Engine].map(StopReason::id).to_vec(), &[""]);
    add("method", Method::ALL.map(Method::id).to_vec(), &[""]);
    add("stage", vec!["service", "placement", "difference", "moves", "backups", "balance"], &[""]);
    add("alternatives-end", End::ALL.map(End::id).to_vec(), &[""]);
    add("plan-status", vec!["optimal", "feasible"], &[""]);
    add("plan-file", Problem::ALL.map(Problem::id).to_vec(), &[""]);
    let headcounts = vec![
        "authorised",
        "on-books",
        "on-duty",
        "leaders",
        "seconded-out",
        "seconded-in",
        "contract",
        "away",
        "contract-away",
    ];
    let counted: Vec<_> = headcounts.iter().copied().filter(|id| *id != "authorised").collect();
    add("recount", [counted, vec!["present", "vacant", "needed", "there", "short"]].concat(), &["-how"]);
    add("recount", vec!["needed", "there", "short"], &[""]);
    add("headcount", headcounts, &[""]);
    add("compared", MEASURES.iter().map(|measure| measure.id).collect(), &[""]);
    add("request-overtaken", vec!["retired", "went_back", "returned", "came_back"], &[""]);
    add("away-reason", AwayReason::ALL.map(AwayReason::id).to_vec(), &[""]);
    add("sex", Sex::ALL.iter().map(|sex| sex.id()).collect(), &[""]);
    add("post-category", PostCategory::ALL.iter().map(|category| category.id()).collect(), &[""]);
    add("retirement", RetirementCategory::ALL.map(RetirementCategory::id).to_vec(), &["", ".short"]);
    add("policy", RetirementPolicy::ALL.iter().map(|policy| policy.id()).collect(), &[""]);
    add("late-closed", vec!["management", "before_reform"], &[""]);
    add("window", vec!["pre_reform", "earliest", "statutory", "latest"], &[""]);
    add("pace", vec!["2", "4"], &[""]);
    add("month", ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"].to_vec(), &[""]);
    add(
        "need-reading-sections",
        [Sections::InForce, Sections::Alone, Sections::Pooled].map(Sections::id).to_vec(),
        &[""],
    );
    add("need-holder", [Holder::Leader, Holder::Established, Holder::Contract].map(Holder::id).to_vec(), &[""]);
    add("figure", Figure::ALL.iter().map(|figure| figure.id()).collect(), &[""]);
    add(
        "expected",
        vec!["time-limit", "gap", "born", "years", "draws", "seed", "range", "alternatives", "within"],
        &[""],
    );
    add("import-skipped", SkippedBecause::ALL.map(SkippedBecause::id).to_vec(), &[""]);
    add("import-dropped", DroppedBecause::ALL.map(DroppedBecause::id).to_vec(), &[""]);
    add("import-value", vec!["on_duty", "staff", "no"], &[""]);
    let columns = || ROSTER.keys.iter().map(|key| key.name).chain(["remark"]);
    add("roster", columns().collect(), &[""]);
    let in_template = columns().filter(|key| !["posts", "post_since", "kind", "remark"].contains(key));
    add("template", in_template.collect(), &[""]);
    let tables = || spec::ALL.iter().filter(|table| table.name != ROSTER.name);
    let is_value = |key: &&Key| !matches!(key.kind, Kind::Table(_) | Kind::Tables(..));
    let values = tables().flat_map(|table| table.keys).filter(is_value);
    let of_changes =
        ["scenario", "why", "base", "table", "item", "employment", "count", "month", "section", "field", "value"];
    add("head-change", of_changes.to_vec(), &[""]);
    add("book-help", EXPLAINED.to_vec(), &[""]);
    add("tab", vec!["what-if"], &[""]);
    add("head", values.map(|key| key.doc.trim_start_matches("doc-")).collect(), &[""]);
    let below = spec::ALL.iter().map(|table| table.name).filter(|name| !name.is_empty() && !name.starts_with("rules."));
    let names: Vec<_> = below.map(|name| name.replace(['.', '_'], "-")).collect();
    add("tab", names.iter().map(String::as_str).collect(), &[""]);
    add("files-title", vec!["init", "convert", "anonymise", "examples", "extract"], &[""]);
    add("example", examples::names(), &[""]);
    add("direction", Direction::BOTH.map(Direction::id).to_vec(), &[""]);
    add("together", Together::ALL.map(Together::id).to_vec(), &[""]);
    add("board-file", vec!["toml", "book", "html", "xlsx", "docx"], &[""]);
    add("expected", vec!["target", "cover", "budget", "month", "year", "cases"], &[""]);
    add("hire-aim", Aim::ALL.map(Aim::id).to_vec(), &[""]);
    keys.extend(of_fleets().into_iter().chain(keys_of_duties()));
    keys.extend(source_texts().iter().flat_map(|source| heads(source)));
    keys.extend(command_keys(&cli::command(&Text::new(Language::English))));
    keys
}

/// Those of many units.
fn of_fleets() -> Vec<String> {
    let expected = ["posts", "places", "shard", "most", "least"].map(|id| format!("expected-{id}"));
    let holes = ["missing", "broken"].map(|id| format!("fleet-hole-{id}"));
    let ways = ["none", "best", "insured", "vacancy"].map(|id| format!("allocate-way-{id}"));
    [&expected[..], &holes, &ways].concat()
}

/// The keys of what is said of tables of duties.
fn keys_of_duties() -> Vec<String> {
    let faults =
        Fault::ALL.iter().flat_map(|fault| ["", ".remedy", ".source"].map(|part| format!("{}{part}", fault.id())));
    let gone = Gone::ALL.iter().map(|gone| format!("gone-{}", gone.id()));
    let unused = Unused::ALL.iter().map(|unused| format!("unused-{}", unused.id()));
    let signed = Signature::ALL.iter().map(|signature| format!("signature-{}", signature.id()));
    let of_duties = faults.chain(gone).chain(unused).chain(signed).map(|key| format!("duties-{key}"));
    of_duties.chain(["rotation-for-month", "rotation-for-rotation"].map(str::to_owned)).collect()
}

/// The heads of the columns whose keys say them.
fn heads(source: &str) -> Vec<String> {
    let keys = source.split(".col(").skip(1).filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next());
    keys.map(|key| format!("column-{}", key.replace('_', "-"))).collect()
}

/// The keys of a command, its arguments and its subcommands.
fn command_keys(command: &clap::Command) -> Vec<String> {
    let name = command.get_name();
    let mut keys: Vec<_> = ["command", "usage", "after"].map(|part| format!("{part}-{name}")).to_vec();
    for arg in command.get_arguments() {
        let id = arg.get_id();
        let own = format!("argument-{id}.{name}");
        keys.push(if Text::new(Language::English).has(&own) { own } else { format!("argument-{id}") });
        if arg.get_action().takes_values() {
            keys.push(format!("value-{id}"));
        }
        // Whatever refuses a value says what it takes.
        let refuses = |long: &&str| {
            let tried = command.clone().try_get_matches_from([name, &format!("--{long}=?")]);
            tried.is_err_and(|error| error.kind() == ErrorKind::ValueValidation)
        };
        keys.extend(arg.get_long().filter(refuses).map(|long| format!("expected-{long}")));
    }
    keys.extend(command.get_subcommands().flat_map(command_keys));
    keys
}

#[test]
fn both_languages_have_the_same_keys_and_arguments() {
    assert_eq!(keys(Language::Chinese), keys(Language::English));
}

#[test]
fn every_value_has_its_word() {
    let known = keys(Language::English);
    let missing: Vec<_> = composed_keys().into_iter().filter(|key| !known.contains_key(key)).collect();
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn every_key_of_the_sources_exists() {
    let known = keys(Language::English);
    for source in source_texts() {
        for call in [
            "text.get(\"",
            "text.with(\"",
            "heading(self.text, \"",
            "heading(view.text, \"",
            "heading(words.text, \"",
            "heading(text, \"",
            "refuse(\"",
        ] {
            for (start, _) in source.match_indices(call) {
                let rest = source.get(start + call.len()..).unwrap();
                let key = rest.split('"').next().unwrap();
                assert!(known.contains_key(key), "{key} is in no catalogue");
            }
        }
    }
}

#[test]
fn no_key_is_left_over() {
    let composed: BTreeSet<_> = composed_keys().into_iter().collect();
    let sources = source_texts().concat();
    // The findings about inputs are keyed by their codes; `docs/errors.md` and its test answer for them.
    let diagnostics = Language::English.sources()[0].1;
    for key in keys(Language::English).into_keys() {
        let id = key.split('.').next().unwrap();
        let of_diagnostics = diagnostics.lines().any(|line| line.starts_with(&format!("{id} =")));
        let used = composed.contains(&key) || sources.contains(&format!("\"{key}\"")) || of_diagnostics;
        assert!(used, "{key} is used nowhere");
    }
}
