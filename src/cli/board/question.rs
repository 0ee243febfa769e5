//! A question of the page: how the levers stand, and the command lines that say the same.

use crate::model::{Quantity, Unit};
use crate::scenario::Options;
use crate::text::Language;
use crate::units::{Month, round_half_up};
use rust_decimal::Decimal;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// What the page sends.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Question {
    /// Which tab asks: its newer questions end its older ones.
    pub(super) tab: String,
    /// Counts the questions of the tab.
    pub(super) number: u64,
    /// `zh` or `en`.
    pub(super) lang: String,
    pub(super) state: Levers,
    /// What of it is asked: the id of a matter, the form of a file.
    #[serde(default)]
    pub(super) about: String,
    /// What it is called where it is kept.
    #[serde(default)]
    pub(super) name: String,
    /// Named states to stand beside it.
    #[serde(default)]
    pub(super) others: Vec<(String, Levers)>,
}

/// What is asked of a state.
#[derive(Debug, Clone, Copy)]
pub(super) enum Asked {
    /// How far the matters are served.
    Service,
    /// Its plan.
    Plan,
    /// Why matters fall short.
    Reasons,
    /// What the years ahead bring.
    Ahead,
    /// What is known of the unit as it is, whatever is moved.
    Today,
    /// What single changes would do to it.
    Hints,
    /// Why one of its matters falls short, and what would help.
    Why,
    /// What is not done while one of its people is away and all others keep their posts.
    Gone,
    /// A year's leave in it.
    Leave,
    /// How it stands beside others.
    Beside,
    /// A file of it.
    File,
}

/// How the levers stand.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Levers {
    /// How many join, by employment and, behind a colon, section; without it wherever the service needs them.
    hires: BTreeMap<String, u32>,
    /// What becomes of people, by id: a word of [`Fate`].
    people: BTreeMap<String, String>,
    /// What rules are set to, as `--rule` takes it.
    rules: BTreeMap<String, String>,
    /// Volumes of sections, in hundredths of today's.
    volumes: BTreeMap<String, u32>,
    /// Numbers of the scenario by their path, as `--set` takes them.
    numbers: BTreeMap<String, String>,
    /// The month whose staffing is planned.
    month: Option<String>,
    /// Ids of the matters demanded.
    pub(super) audits: Vec<String>,
    /// Cases of the largest of them.
    pub(super) cases: u32,
}

/// What becomes of a person.
enum Fate<'a> {
    /// Leaves.
    Off,
    /// Is away from the month planned on.
    Away,
    /// Comes back from a loan.
    Back,
    /// Works in a section and nowhere else.
    At(&'a str),
}

impl<'a> Fate<'a> {
    fn read(word: &'a str) -> Option<Self> {
        match word {
            "off" => Some(Self::Off),
            "away" => Some(Self::Away),
            "back" => Some(Self::Back),
            _ => word.strip_prefix("at:").filter(|section| !section.is_empty()).map(Self::At),
        }
    }
}

/// The most people of an employment who join one section.
const MOST_HIRED: u32 = 50;
/// The most of what can be moved many times over.
const MOST_MOVED: usize = 500;
/// The most that a volume may be of today's, in hundredths.
const MOST_VOLUME: u32 = 1000;
/// States that stand side by side.
const MOST_OTHERS: usize = 8;
/// Letters of a tab's name, at most.
const LONGEST_TAB: usize = 64;
/// Numbers of a scenario that the page may set: what a repair cuts, and no file name.
const NUMBERS: [&str; 3] = ["matter.", "driver.", "capacity."];

impl Question {
    /// The question in a body; `None` where it is none.
    pub(super) fn read(body: &[u8]) -> Option<Self> {
        let question: Self = serde_json::from_slice(body).ok()?;
        let sane = question.tab.len() <= LONGEST_TAB
            && question.about.len() <= MOST_MOVED
            && question.language().is_some()
            && question.others.len() <= MOST_OTHERS
            && question.state.is_sane()
            && question.others.iter().all(|(_, state)| state.is_sane());
        sane.then_some(question)
    }

    pub(super) fn language(&self) -> Option<Language> {
        Language::parse(&self.lang)
    }
}

impl Levers {
    fn is_sane(&self) -> bool {
        let Self { hires, people, rules, volumes, numbers, month, audits, .. } = self;
        let counts = [hires.len(), people.len(), rules.len(), volumes.len(), numbers.len(), audits.len()];
        counts.into_iter().all(|count| count <= MOST_MOVED)
            && hires.values().all(|count| *count <= MOST_HIRED)
            && people.values().all(|fate| Fate::read(fate).is_some())
            && volumes.values().all(|percent| *percent <= MOST_VOLUME)
            && numbers.keys().all(|path| NUMBERS.iter().any(|table| path.starts_with(table)))
            && month.as_deref().is_none_or(|month| Month::parse(month).is_some())
    }

    /// Whether anything but the audits asked for differs from the unit as it is.
    pub(super) fn is_moved(&self) -> bool {
        Self { audits: Vec::new(), cases: 0, ..self.clone() } != Self::default()
    }

    /// Whether audits are asked for.
    pub(super) const fn demands(&self) -> bool {
        self.cases > 0
    }

    /// The same with nobody joining.
    pub(super) fn without_hires(&self) -> Self {
        Self { hires: BTreeMap::new(), ..self.clone() }
    }

    /// The same on the day of the scenario.
    pub(super) fn today(&self) -> Self {
        Self { month: None, ..self.clone() }
    }

    /// The later month whose people are planned.
    pub(super) fn month(&self) -> Option<Month> {
        self.month.as_deref().and_then(Month::parse)
    }

    /// What becomes of a person, as the page says it.
    pub(super) fn fates(&self) -> &BTreeMap<String, String> {
        &self.people
    }

    /// The changes of the scenario, after those of the command line; `unit` is as it is without them.
    pub(super) fn options(&self, base: &Options, unit: &Unit) -> Options {
        let mut options = base.clone();
        options.set.extend(self.volumes(unit));
        options.set.extend(self.numbers.iter().map(|(path, value)| format!("{path}={value}")));
        options.rule.extend(self.rules.iter().map(|(rule, setting)| format!("{rule}={setting}")));
        for (who, count) in self.hires.iter().filter(|(_, count)| **count > 0) {
            let (employment, section) = who.split_once(':').unwrap_or((who, ""));
            let mark = if section.is_empty() { "" } else { ":" };
            options.hire.push(format!("{employment}={count}{mark}{section}"));
        }
        for (person, fate) in &self.people {
            let about = |key: &str, value: &str| format!("person.{person}.{key}={value}");
            match Fate::read(fate) {
                Some(Fate::Off) => options.leave.push(person.clone()),
                Some(Fate::Back) => options.recall.push(person.clone()),
                Some(Fate::Away) => options.set.push(about("away.from", &unit.as_of.to_string())),
                Some(Fate::At(section)) => {
                    options.set.extend([about("pinned.section", section), about("pinned.reason", "what-if")]);
                }
                None => {}
            }
        }
        options
    }

    /// The volume of every open matter of the sections whose volumes are moved, in whole cases.
    fn volumes(&self, unit: &Unit) -> Vec<String> {
        let percent = |section: &str| self.volumes.get(section).copied().filter(|percent| *percent != 100);
        let moved = unit.open_matters().filter_map(|(ix, matter)| {
            let percent = percent(&unit[matter.section].id)?;
            let volume = Quantity::Volume(ix);
            let cases = volume.of(unit) * Decimal::from(percent) / Decimal::ONE_HUNDRED;
            Some(format!("{}={}", volume.path(unit), round_half_up(cases, 0)))
        });
        moved.collect()
    }

    /// What stands behind `plan` on the command line for this state.
    pub(super) fn arguments(&self, file: Option<&Path>, base: &Options, unit: &Unit) -> Vec<String> {
        let mut rest = arguments(file, &self.options(base, unit));
        // The month of the unit itself, or one before it, is no other month.
        let later = self.month().filter(|month| *month > unit.as_of);
        rest.extend(later.into_iter().flat_map(|month| ["--month".to_owned(), month.to_string()]));
        rest
    }

    /// The commands that answer the same: the plan, and what is demanded beside it.
    pub(super) fn commands(&self, file: Option<&Path>, base: &Options, unit: &Unit) -> Vec<String> {
        let rest = self.arguments(file, base, unit);
        let plan = [&["plan".to_owned()], &*rest].concat();
        let audits = self.audits.iter().flat_map(|audit| ["--audit".to_owned(), audit.clone()]);
        let cases = ["--cases".to_owned(), self.cases.to_string()];
        let tradeoff: Vec<_> =
            ["tradeoff".to_owned()].into_iter().chain(rest.iter().cloned()).chain(audits).chain(cases).collect();
        let asked = self.demands().then_some(tradeoff);
        [plan].into_iter().chain(asked).map(|words| typed(&words)).collect()
    }
}

fn arguments(file: Option<&Path>, options: &Options) -> Vec<String> {
    let Options { set, rule, hire, recall, leave } = options;
    let lists = [("--set", set), ("--rule", rule), ("--hire", hire), ("--recall", recall), ("--leave", leave)];
    let changes = lists
        .into_iter()
        .flat_map(|(option, values)| values.iter().flat_map(move |value| [option.to_owned(), value.clone()]));
    file.map(|file| file.display().to_string()).into_iter().chain(changes).collect()
}

/// A command as it is typed: what a shell would read otherwise stands in quotes.
fn typed(words: &[String]) -> String {
    let plain = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || "-_./=@:+,%".contains(c));
    let quoted = |word: &String| if plain(word) { word.clone() } else { format!("'{}'", word.replace('\'', r"'\''")) };
    ["shuanggang".to_owned()].into_iter().chain(words.iter().map(quoted)).collect::<Vec<_>>().join(" ")
}
