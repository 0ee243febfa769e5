//! A question of the page: how the levers stand, and the command lines that say the same.

use crate::scenario::Options;
use crate::text::Language;
use crate::units::Month;
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
}

/// How the levers stand.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Levers {
    /// People who join, by employment.
    established: u32,
    contract: u32,
    /// Ids of people who leave.
    away: Vec<String>,
    /// Ids of people who come back.
    back: Vec<String>,
    /// What rules are set to, as `--rule` takes it.
    rules: BTreeMap<String, String>,
    /// The month whose staffing is planned.
    month: Option<String>,
    /// Ids of the matters demanded.
    pub(super) audits: Vec<String>,
    /// Cases of the largest of them.
    pub(super) cases: u32,
}

/// The most people of an employment who join.
const MOST_HIRED: u32 = 50;
/// Letters of a tab's name, at most.
const LONGEST_TAB: usize = 64;

impl Question {
    /// The question in a body; `None` where it is none.
    pub(super) fn read(body: &[u8]) -> Option<Self> {
        let question: Self = serde_json::from_slice(body).ok()?;
        let state = &question.state;
        let sane = question.tab.len() <= LONGEST_TAB
            && question.language().is_some()
            && state.established.max(state.contract) <= MOST_HIRED
            && state.month.as_deref().is_none_or(|month| Month::parse(month).is_some());
        sane.then_some(question)
    }

    pub(super) fn language(&self) -> Option<Language> {
        Language::parse(&self.lang)
    }
}

impl Levers {
    /// The later month whose people are planned.
    pub(super) fn month(&self) -> Option<Month> {
        self.month.as_deref().and_then(Month::parse)
    }

    /// The changes of the scenario, after those of the command line.
    pub(super) fn options(&self, base: &Options) -> Options {
        let mut options = base.clone();
        options.rule.extend(self.rules.iter().map(|(rule, setting)| format!("{rule}={setting}")));
        for (employment, count) in [("established", self.established), ("contract", self.contract)] {
            options.hire.extend((count > 0).then(|| format!("{employment}={count}")));
        }
        options.leave.extend(self.away.iter().cloned());
        options.recall.extend(self.back.iter().cloned());
        options
    }

    /// The commands that answer the same: the plan, and what is demanded beside it.
    pub(super) fn commands(&self, file: Option<&Path>, base: &Options) -> Vec<String> {
        let mut rest = arguments(file, &self.options(base));
        rest.extend(self.month().into_iter().flat_map(|month| ["--month".to_owned(), month.to_string()]));
        let plan = [&["plan".to_owned()], &*rest].concat();
        let audits = self.audits.iter().flat_map(|audit| ["--audit".to_owned(), audit.clone()]);
        let cases = ["--cases".to_owned(), self.cases.to_string()];
        let tradeoff: Vec<_> =
            ["tradeoff".to_owned()].into_iter().chain(rest.iter().cloned()).chain(audits).chain(cases).collect();
        let asked = (self.cases > 0).then_some(tradeoff);
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
