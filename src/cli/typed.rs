//! Changes behind a scenario, typed as `+hire contract=2` or `--hire contract=2`.

use super::failure::Failure;
use crate::scenario::Options;
use crate::text::Text;

/// The options that change a scenario.
const KNOWN: [&str; 5] = ["set", "rule", "hire", "recall", "leave"];

/// The changes that some words say; `typed` is all that was typed.
pub(super) fn changes<'a>(
    mut words: impl Iterator<Item = &'a str>,
    typed: &str,
    text: &Text,
) -> Result<Options, Failure> {
    let mut changes = Options::default();
    while let Some(word) = words.next() {
        let unknown = || {
            let known = KNOWN.map(|name| format!("+{name}")).join(" ");
            let arguments = [("operand", typed), ("word", word), ("known", &known)];
            Failure::usage(text, &text.with("compare-change-unknown", &arguments))
        };
        let option = word.strip_prefix("--").or_else(|| word.strip_prefix('+')).ok_or_else(unknown)?;
        let list = list(&mut changes, option).ok_or_else(unknown)?;
        list.push(words.next().ok_or_else(unknown)?.to_owned());
    }
    Ok(changes)
}

/// The list of an option; none of another word.
pub(super) fn list<'a>(changes: &'a mut Options, option: &str) -> Option<&'a mut Vec<String>> {
    Some(match option {
        "set" => &mut changes.set,
        "rule" => &mut changes.rule,
        "hire" => &mut changes.hire,
        "recall" => &mut changes.recall,
        "leave" => &mut changes.leave,
        _ => return None,
    })
}

/// Every change with its option, in the order in which they are laid over a scenario.
pub(super) fn each(changes: &Options) -> Vec<(&'static str, &str)> {
    let Options { set, rule, hire, recall, leave } = changes;
    let lists = KNOWN.into_iter().zip([set, rule, hire, recall, leave]);
    lists.flat_map(|(option, values)| values.iter().map(move |value| (option, &**value))).collect()
}
