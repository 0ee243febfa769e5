//! Changes named on the command line, as further layers over a scenario.

use super::path::{Lost, Path, table};
use super::sources::Sources;
use super::tree::{Node, Number, Value};
use super::{merge, parse, to_ids, wording};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::{Employment, Overlay};
use crate::scenario::spec::{Kind, NOTE_KEYS, Named, RULES, SCENARIO};
use std::sync::Arc;

/// Changes as they were typed, each list in its order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// `path=value`
    pub set: Vec<String>,
    /// `rule=setting`
    pub rule: Vec<String>,
    /// `employment=count@month:section`, the last three optional
    pub hire: Vec<String>,
    /// `person@month`, the month optional
    pub recall: Vec<String>,
    /// `person@month`, the month optional
    pub leave: Vec<String>,
}

/// One change as it was typed.
struct Typed<'a> {
    option: &'static str,
    text: &'a str,
    place: Place,
}

impl Options {
    fn lists(&self) -> [(&'static str, &[String]); 5] {
        [
            ("--set", &self.set),
            ("--rule", &self.rule),
            ("--hire", &self.hire),
            ("--recall", &self.recall),
            ("--leave", &self.leave),
        ]
    }

    /// The changes as one overlay, named as they were typed; `None` if there are none.
    pub(in crate::scenario) fn overlay(&self) -> Option<Overlay> {
        let typed = self.lists().into_iter().flat_map(|(option, texts)| texts.iter().map(move |text| (option, text)));
        let typed: Vec<_> = typed.map(|(option, text)| format!("{option} {text}")).collect();
        (!typed.is_empty()).then(|| Overlay { name: typed.join(" "), why: None })
    }

    /// Lays the changes over a scenario, one after the other. Each option is a file of its own for findings, each of
    /// its values a line.
    pub(in crate::scenario) fn lay_over(&self, scenario: Node, sources: &mut Sources, found: &mut Diagnostics) -> Node {
        self.lay_on(scenario, None, sources, found)
    }

    /// The changes by themselves, as a file has them that extends a scenario; what is wrong with one is left out.
    pub(in crate::scenario) fn alone(&self, scenario: &Node) -> Node {
        let mut alone = Node { place: scenario.place.clone(), value: Value::Table(Vec::new()) };
        self.lay_on(scenario.clone(), Some(&mut alone), &mut Sources::default(), &mut Diagnostics::default());
        alone
    }

    fn lay_on(
        &self,
        scenario: Node,
        mut alone: Option<&mut Node>,
        sources: &mut Sources,
        found: &mut Diagnostics,
    ) -> Node {
        let mut tree = scenario;
        for (option, texts) in self.lists().into_iter().filter(|(_, texts)| !texts.is_empty()) {
            let file: Arc<str> = option.into();
            sources
                .text(&file, &texts.iter().map(|text| text.replace(['\n', '\r'], " ")).collect::<Vec<_>>().join("\n"));
            for (index, text) in texts.iter().enumerate() {
                let typed = Typed {
                    option,
                    text,
                    place: Place { file: Arc::clone(&file), sheet: None, line: index + 1, column: 1 },
                };
                match typed.layer(&tree) {
                    Ok(mut layer) => {
                        to_ids::words_to_ids(&mut layer, Kind::Table(&SCENARIO));
                        if let Some(alone) = &mut alone {
                            **alone = merge::lay(alone.clone(), layer.clone(), found);
                        }
                        tree = merge::lay(tree, layer, found);
                    }
                    Err(finding) => found.push(finding),
                }
            }
        }
        tree
    }
}

impl Typed<'_> {
    fn layer(&self, scenario: &Node) -> Result<Node, Diagnostic> {
        match self.option {
            "--set" => {
                let (path, value) = self.text.split_once('=').ok_or_else(|| self.malformed())?;
                let column = self.text.chars().count() - value.chars().count() + 1;
                self.set(path.trim(), value.trim(), column, scenario)
            }
            "--rule" => self.rule(scenario),
            "--hire" => self.hire(scenario),
            "--recall" => self.movement("recall"),
            _ => self.movement("leave"),
        }
    }

    fn malformed(&self) -> Diagnostic {
        let option = self.option.trim_start_matches('-');
        Diagnostic::new(Code::OptionMalformed, &self.place).fact("option", option).fact("found", self.text)
    }

    /// The column at which a piece of the text begins.
    fn column_of(&self, piece: &str) -> usize {
        let before = self.text.split_once(piece).map_or("", |(before, _)| before);
        before.chars().count() + 1
    }

    fn at(&self, piece: &str) -> Place {
        Place { column: self.column_of(piece), ..self.place.clone() }
    }

    fn text_node(&self, piece: &str) -> Node {
        Node { place: self.at(piece), value: Value::Text(piece.to_owned()) }
    }

    fn set(&self, path: &str, value: &str, column: usize, scenario: &Node) -> Result<Node, Diagnostic> {
        let found = Path::find(path, scenario).map_err(|lost| self.unknown(path, &lost))?;
        let place = Place { column, ..self.place.clone() };
        let value = value_of(found.kind, value, &place).ok_or_else(|| self.malformed())?;
        Ok(found.tree(Node { place, value }))
    }

    fn unknown(&self, path: &str, lost: &Lost) -> Diagnostic {
        let unknown = Diagnostic::new(Code::UnknownPath, &self.place).fact("path", path).fact("part", &lost.part);
        unknown.suggest(&lost.part, lost.known.iter().map(String::as_str))
    }

    /// `on` and `off` switch a rule; anything else is its setting, the first key that is neither switch nor note.
    fn rule(&self, scenario: &Node) -> Result<Node, Diagnostic> {
        let (rule, setting) = self.text.split_once('=').ok_or_else(|| self.malformed())?;
        let rules: Vec<&'static str> = RULES.keys.iter().map(|key| key.name).collect();
        let known = || rules.iter().copied().chain(wording::printed(&rules)).map(str::to_owned).collect();
        let id = wording::id_of(rule, &rules).unwrap_or(rule);
        let Some(Kind::Table(of)) = RULES.key(id).map(|key| key.kind) else {
            return Err(self.unknown(rule, &Lost { part: rule.to_owned(), known: known() }));
        };
        let switch = match wording::id_of(setting, &["on", "off"]).unwrap_or(setting) {
            "on" => of.key("on").map(|key| (key, "true")),
            "off" => of.key("on").map(|key| (key, "false")),
            _ => None,
        };
        let own = || of.keys.iter().find(|key| key.name != "on" && !NOTE_KEYS.contains(&key.name));
        let (key, value) = switch.or_else(|| own().map(|key| (key, setting))).ok_or_else(|| self.malformed())?;
        self.set(&format!("rules.{id}.{}", key.name), value, rule.chars().count() + 2, scenario)
    }

    /// People who join; their section is left to the scenario's rules for hires if none is named.
    fn hire(&self, scenario: &Node) -> Result<Node, Diagnostic> {
        let (rest, section) = split(self.text, ':');
        let (rest, month) = split(rest, '@');
        let (employment, count) = split(rest, '=');
        let known: Vec<&str> = Employment::ALL.iter().map(|known| known.id()).collect();
        if wording::id_of(employment, &known).is_none() {
            return Err(self.malformed().suggest(employment, known.iter().copied().chain(wording::printed(&known))));
        }
        let taken = |id: &str| scenario.items(Named::Hire.id()).any(|hire| hire.text("id") == Some(id));
        let id = (1..=u32::MAX).map(|number| format!("hire{number}")).find(|id| !taken(id)).unwrap_or_default();
        let id = Node { place: self.place.clone(), value: Value::Text(id) };
        let mut hire = vec![("id", id), ("employment", self.text_node(employment))];
        if let Some(count) = count {
            let place = self.at(count);
            hire.push(("count", Node { value: number(count, &place).ok_or_else(|| self.malformed())?, place }));
        }
        hire.extend(month.map(|month| ("month", self.text_node(month))));
        hire.extend(section.map(|section| ("section", self.text_node(section))));
        Ok(self.in_list(Named::Hire.id(), hire))
    }

    fn movement(&self, list: &str) -> Result<Node, Diagnostic> {
        let (person, month) = split(self.text, '@');
        if person.is_empty() {
            return Err(self.malformed());
        }
        let mut entries = vec![("person", self.text_node(person))];
        entries.extend(month.map(|month| ("month", self.text_node(month))));
        Ok(self.in_list(list, entries))
    }

    fn in_list(&self, list: &str, entries: Vec<(&str, Node)>) -> Node {
        let mut item = table(&self.place, []);
        for (key, node) in entries {
            let Value::Table(own) = &mut item.value else { continue };
            let Value::Table(entry) = table(&self.place, [(key, node)]).value else { continue };
            own.extend(entry);
        }
        table(&self.place, [(list, Node { place: self.place.clone(), value: Value::List(vec![item]) })])
    }
}

/// A text up to a mark, and what is behind it.
fn split(text: &str, mark: char) -> (&str, Option<&str>) {
    text.split_once(mark).map_or((text, None), |(before, behind)| (before, Some(behind)))
}

/// A value of a kind as typed: texts without quotes, lists with commas or as in TOML. `None` if a number is none.
pub(in crate::scenario) fn value_of(kind: Kind, text: &str, place: &Place) -> Option<Value> {
    Some(match kind {
        Kind::Sourced(of) => return value_of(*of, text, place),
        Kind::Flag => match text {
            "true" => Value::Flag(true),
            "false" => Value::Flag(false),
            _ => return None,
        },
        Kind::Number(_) | Kind::Whole(_) => return number(text, place),
        Kind::List(..) if text.starts_with('[') => return toml(text, place),
        Kind::List(of, _) => {
            let parts = text.split([',', '，', '、']).map(str::trim).filter(|part| !part.is_empty());
            let items = parts.map(|part| Some(Node { place: place.clone(), value: value_of(*of, part, place)? }));
            Value::List(items.collect::<Option<_>>()?)
        }
        _ => Value::Text(text.to_owned()),
    })
}

fn number(text: &str, place: &Place) -> Option<Value> {
    toml(text, place).filter(|value| matches!(value, Value::Number(Number { .. })))
}

/// A value in TOML, all of it at one place.
pub(in crate::scenario) fn toml(text: &str, place: &Place) -> Option<Value> {
    if text.contains(['\n', '#']) {
        return None;
    }
    let tree = parse::parse(&place.file, &format!("value = {text}")).ok()?;
    let [entry] = tree.entries() else { return None };
    Some(moved(entry.node.clone(), place).value)
}

fn moved(node: Node, place: &Place) -> Node {
    let value = match node.value {
        Value::List(items) => Value::List(items.into_iter().map(|item| moved(item, place)).collect()),
        value => value,
    };
    Node { place: place.clone(), value }
}
