//! Every JSON has a schema that it keeps, that names no field otherwise than before, and from which `docs/json.md` is made.
//!
//! `UPDATE=1 cargo test --test lib -- outputs::` writes the schemas of `tests/schemas` and the page anew.

use crate::support::outputs::assert_valid;
use assert_cmd::Command;
use pretty_assertions::assert_eq;
use serde_json::Value;
use shuanggang::model::{InUnit, MatterIx, PostIx, TierIx};
use shuanggang::render::json;
use shuanggang::report::outputs::OUTPUTS;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn path(file: &str) -> PathBuf {
    Path::new(ROOT).join(file)
}

/// Compares a file with what it should say, or writes it.
fn keep(file: &str, expected: &str) {
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(path(file).parent().unwrap()).unwrap();
        fs::write(path(file), expected).unwrap();
    }
    assert_eq!(fs::read_to_string(path(file)).unwrap_or_default(), expected, "{file}: run UPDATE=1 cargo test");
}

/// A renamed, retyped or lost field shows here before a user's program meets it.
#[test]
fn no_output_changes_its_fields_unnoticed() {
    for output in OUTPUTS {
        let schema = output.schema();
        assert!(jsonschema::draft202012::meta::is_valid(schema.as_value()), "{}", output.name);
        keep(&format!("tests/schemas/{}.json", output.name), &json::write(&schema).unwrap());
    }
    let kept = fs::read_dir(path("tests/schemas")).unwrap().map(|file| file.unwrap().file_name());
    let names = OUTPUTS.map(|output| format!("{}.json", output.name));
    assert_eq!(kept.map(|name| name.into_string().unwrap()).collect::<BTreeSet<_>>(), names.into());
}

#[test]
fn the_command_prints_the_schema_of_each_output() {
    for output in OUTPUTS {
        let printed = Command::cargo_bin("shuanggang").unwrap().args(["schema", "--of", output.name]).output().unwrap();
        assert_eq!(String::from_utf8(printed.stdout).unwrap(), json::write(&output.schema()).unwrap());
    }
}

#[test]
fn an_index_is_an_id_within_its_unit() {
    let unit = crate::report_fixture::unit();
    let [matter, post] = [&unit.matters[1].id, &unit.post_id(PostIx(0))];
    let result = (MatterIx(1), Some(vec![PostIx(0)]), BTreeMap::from([("tier", TierIx(0))]));
    let written = serde_json::to_string(&InUnit { unit: &unit, value: result }).unwrap();
    assert_eq!(written, format!("[\"{matter}\",[\"{post}\"],{{\"tier\":\"{}\"}}]", unit.tiers[0].id));
    assert!(serde_json::to_string(&InUnit { unit: &unit, value: MatterIx(99) }).is_err());
    assert!(serde_json::to_string(&InUnit { unit: &unit, value: 0.5 }).is_err());
}

fn printed(arguments: &[&str]) -> Value {
    let mut command = Command::cargo_bin("shuanggang").unwrap();
    let run = command.current_dir(ROOT).args(arguments).args(["--format", "json", "--quiet"]).output().unwrap();
    serde_json::from_slice(&run.stdout).unwrap_or_else(|error| panic!("{arguments:?}: {error}"))
}

/// The built-in unit, where that takes seconds, and small ones in which matters stall and people are hired.
#[test]
fn what_is_printed_keeps_its_schema() {
    let folder = tempfile::tempdir().unwrap();
    let saved = folder.path().join("plan.json");
    let saved = saved.to_str().unwrap();
    let new = folder.path().join("new");
    let [built_in, minimal] = ["scenarios/hongjiang/baseline.toml", "scenarios/minimal.toml"];
    let [hours, hiring] = ["docs/examples/hours.toml", "docs/examples/hiring.toml"];
    for scenario in [built_in, minimal] {
        let plan = printed(&["plan", scenario, "--months"]);
        assert_valid("plan", &plan);
        fs::write(saved, plan.to_string()).unwrap();
        assert_valid("verify", &printed(&["verify", scenario, saved]));
        for command in ["check", "show", "need"] {
            assert_valid(command, &printed(&[command, scenario]));
        }
        assert_valid("project", &printed(&["project", scenario, "--years", "3", "--draws", "4"]));
    }
    assert_valid("plan", &printed(&["plan", hours, "--alternatives", "1"]));
    for scenario in [minimal, hours] {
        for command in ["explain", "tradeoff", "absence", "calendar", "sensitivity", "hire"] {
            assert_valid(command, &printed(&[command, scenario]));
        }
    }
    assert_valid("duties", &printed(&["duties", "scenarios/hongjiang/duties.csv"]));
    assert_valid("hire", &printed(&["hire", hiring]));
    assert_valid("changed", &printed(&["plan", hours, "--hire", "established=1", "--only-changes"]));
    assert_valid("compare", &printed(&["compare", minimal, hours]));
    assert_valid("diff", &printed(&["diff", minimal, hours]));
    assert_valid("retire", &printed(&["retire", "--born", "1968-05", "--sex", "female", "--category", "worker"]));
    assert_valid("retire-roster", &printed(&["retire", "--roster", "scenarios/minimal-roster.csv"]));
    assert_valid("import", &printed(&["import", "docs/examples/staff.csv"]));
    assert_valid("wisn", &printed(&["need", "--wisn", "docs/examples/clinic-wisn.toml"]));
    assert_valid("files", &printed(&["init", new.to_str().unwrap()]));
    assert_valid("files", &printed(&["examples"]));
}

const HEAD: &str = "\
# JSON outputs · JSON 结果

What each command prints with `--format json`. Made from the types that are written; `shuanggang schema --of NAME` prints the same as JSON Schema (draft 2020-12).
Every output names its form and version in `schema`; the version changes when a field goes or changes its meaning, fields may be added. Only a saved plan is read back, by `verify`, which refuses fields that it does not know. Numbers are decimals to be read digit by digit: hours and service levels have up to 6 places, money is in yuan, shares are 0 to 1. Months are `2026-08`. Ids are those of the scenario, the id of a post is `section/duty/step`.

各命令加 `--format json` 的输出内容。本页由程序的类型定义生成；`shuanggang schema --of 名称` 以 JSON Schema（2020-12）输出同样内容。
每项结果以 `schema` 注明名称和版本：删除字段或改变含义时版本变更，字段可以增加。只有 `plan` 的结果会由 `verify` 读回，读回时不接受未知字段。数字为十进制数，工时、办理程度至多 6 位小数，金额以元计，比例为 0 至 1。月份写作 `2026-08`。编号与方案相同，岗位编号为“股室/岗位类别/环节”。
";

#[test]
fn the_page_of_outputs_is_up_to_date() {
    let schemas = OUTPUTS.map(|output| (output.name, output.schema().to_value()));
    let shared = shared(schemas.iter().map(|(_, schema)| schema));
    let mut page = HEAD.to_owned();
    for (name, schema) in &schemas {
        let version = schema["title"].as_str().unwrap();
        section(&mut page, "##", name, schema, &Names { shared: &shared, of: schema }, &format!("`{version}`. "));
    }
    page.push_str("\n## Shared parts · 共用部分\n");
    for (name, part) in &shared {
        section(&mut page, "###", name, part.schema, &Names { shared: &shared, of: part.of }, "");
    }
    keep("docs/json.md", &page);
}

/// A definition that says the same in several outputs, with one of them.
struct Part<'a> {
    schema: &'a Value,
    of: &'a Value,
}

fn shared<'a>(schemas: impl Iterator<Item = &'a Value>) -> BTreeMap<&'a str, Part<'a>> {
    let mut found = BTreeMap::<_, Vec<Part>>::new();
    for of in schemas {
        for (name, schema) in of["$defs"].as_object().into_iter().flatten() {
            found.entry(name.as_str()).or_default().push(Part { schema, of });
        }
    }
    found.retain(|_, parts| parts.len() > 1 && parts.iter().all(|part| part.schema == parts[0].schema));
    found.into_iter().map(|(name, mut parts)| (name, parts.remove(0))).collect()
}

/// What a name in a schema means: a part with a section of its own, or a definition of the same schema.
struct Names<'a> {
    shared: &'a BTreeMap<&'a str, Part<'a>>,
    of: &'a Value,
}

fn described(schema: &Value) -> String {
    let words: Vec<_> = schema["description"].as_str().unwrap_or_default().split_whitespace().collect();
    words.join(" ").replace('|', "\\|")
}

fn section(page: &mut String, level: &str, name: &str, schema: &Value, names: &Names, before: &str) {
    write!(page, "\n{level} {name}\n\n{before}{}\n\n| field | type | meaning |\n|---|---|---|\n", described(schema))
        .unwrap();
    names.fields(page, "", schema);
}

impl Names<'_> {
    /// The rows of everything inside a value.
    fn fields(&self, page: &mut String, path: &str, schema: &Value) {
        let under = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
        let properties = schema["properties"].as_object();
        let required: Vec<_> = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        // `required` has the order in which fields are written; what may be left out comes last.
        let optional = properties.iter().flat_map(|of| of.keys()).map(String::as_str);
        let optional = optional.filter(|name| !required.contains(name));
        for name in required.iter().copied().chain(optional) {
            let is_optional = !required.contains(&name);
            self.row(page, &under(name), &schema["properties"][name], is_optional);
        }
        for variant in schema["oneOf"].as_array().into_iter().flatten() {
            for (name, inner) in variant["properties"].as_object().into_iter().flatten() {
                let mut inner = inner.clone();
                inner["description"] = variant["description"].clone();
                self.row(page, &under(name), &inner, true);
            }
        }
    }

    fn row(&self, page: &mut String, path: &str, schema: &Value, is_optional: bool) {
        let Kind { word, inside, suffix } = self.kind(schema);
        let meaning = Some(described(schema)).filter(|meaning| !meaning.is_empty());
        let meaning = meaning.or_else(|| inside.map(described)).unwrap_or_default();
        let left_out = if is_optional { ", may be absent" } else { "" };
        writeln!(page, "| `{path}` | {word}{left_out} | {meaning} |").unwrap();
        if let Some(inside) = inside {
            self.fields(page, &format!("{path}{suffix}"), inside);
        }
    }

    /// How a value is called, and the definition whose fields are told right below it.
    fn kind<'a>(&'a self, schema: &'a Value) -> Kind<'a> {
        let object = schema.as_object().unwrap();
        if let Some(name) = object.get("$ref").and_then(Value::as_str).and_then(|name| name.strip_prefix("#/$defs/")) {
            if self.shared.contains_key(name) {
                return Kind::plain(format!("[{name}](#{})", name.to_lowercase()));
            }
            return self.kind(&self.of["$defs"][name]);
        }
        if let Some(cases) = object.get("anyOf").and_then(Value::as_array) {
            let kind = self.kind(&cases[0]);
            return Kind { word: format!("{} or null", kind.word), ..kind };
        }
        if let Some(words) = object.get("enum").and_then(Value::as_array) {
            let words: Vec<_> = words.iter().map(|word| format!("`{}`", word.as_str().unwrap_or("null"))).collect();
            return Kind::plain(words.join(" "));
        }
        if let Some(word) = object.get("const").and_then(Value::as_str) {
            return Kind::plain(format!("`{word}`"));
        }
        let types = match &schema["type"] {
            Value::Array(types) => types.iter().filter_map(Value::as_str).collect(),
            single => vec![single.as_str().unwrap_or("object")],
        };
        let or_null = if types.contains(&"null") { " or null" } else { "" };
        match types[0] {
            "array" => {
                let items = self.kind(&schema["items"]);
                let suffix = format!("[]{}", items.suffix);
                Kind { word: format!("list of {}{or_null}", items.word), suffix, ..items }
            }
            "object" if schema["additionalProperties"].is_object() => {
                let values = self.kind(&schema["additionalProperties"]);
                Kind { word: format!("{} by key{or_null}", values.word), ..values }
            }
            "object" => Kind { word: format!("object{or_null}"), inside: Some(schema), suffix: String::new() },
            "integer" => Kind::plain(format!("whole number{or_null}")),
            "string" if schema["pattern"] == MONTH => Kind::plain(format!("month{or_null}")),
            other => Kind::plain(format!("{other}{or_null}")),
        }
    }
}

const MONTH: &str = "^[0-9]{4}-[0-9]{2}$";

struct Kind<'a> {
    word: String,
    inside: Option<&'a Value>,
    suffix: String,
}

impl Kind<'_> {
    const fn plain(word: String) -> Self {
        Self { word, inside: None, suffix: String::new() }
    }
}
