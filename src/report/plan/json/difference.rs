//! Where a saved plan differs from what it should say.

use super::PlanFile;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// A place where a saved plan does not say what follows from the rest of it and from the scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Difference {
    /// Where in the JSON: `matters[3].status`.
    pub path: String,
    /// What stands there, as JSON; a long list or table is cut off.
    pub stated: String,
    /// What should stand there.
    pub recomputed: String,
}

/// Every place where two files differ, by path. Where lists are of different lengths, the list as a whole.
///
/// # Errors
/// If a file cannot be written as JSON, which the contract always can.
pub fn differences(stated: &PlanFile, recomputed: &PlanFile) -> Result<Vec<Difference>, serde_json::Error> {
    let mut found = Vec::new();
    let [stated, recomputed] = [stated, recomputed].map(serde_json::value::to_raw_value);
    compare(String::new(), &stated?, &recomputed?, &mut found)?;
    Ok(found)
}

fn compare(path: String, stated: &RawValue, new: &RawValue, found: &mut Vec<Difference>) -> serde_json::Result<()> {
    if stated.get() == new.get() {
        return Ok(());
    }
    if let (Ok(stated), Ok(new)) = (table(stated), table(new)) {
        let keys: std::collections::BTreeSet<_> = stated.keys().chain(new.keys()).collect();
        for key in keys {
            let at = if path.is_empty() { (*key).clone() } else { format!("{path}.{key}") };
            match (stated.get(key), new.get(key)) {
                (Some(stated), Some(new)) => compare(at, stated, new, found)?,
                (stated, new) => found.push(difference(at, stated.copied(), new.copied())),
            }
        }
        return Ok(());
    }
    if let (Ok(stated), Ok(new)) = (list(stated), list(new))
        && stated.len() == new.len()
    {
        for (i, (stated, new)) in stated.into_iter().zip(new).enumerate() {
            compare(format!("{path}[{i}]"), stated, new, found)?;
        }
        return Ok(());
    }
    found.push(difference(path, Some(stated), Some(new)));
    Ok(())
}

fn table(value: &RawValue) -> serde_json::Result<BTreeMap<String, &RawValue>> {
    serde_json::from_str(value.get())
}

fn list(value: &RawValue) -> serde_json::Result<Vec<&RawValue>> {
    serde_json::from_str(value.get())
}

fn difference(path: String, stated: Option<&RawValue>, recomputed: Option<&RawValue>) -> Difference {
    Difference { path, stated: shown(stated), recomputed: shown(recomputed) }
}

/// A value as it stands, a word without its quotes.
fn shown(value: Option<&RawValue>) -> String {
    const MOST: usize = 60;
    let text = value.map_or("null", RawValue::get);
    let text = serde_json::from_str::<String>(text).unwrap_or_else(|_| text.to_owned());
    if text.chars().count() <= MOST { text } else { text.chars().take(MOST).chain(['…']).collect() }
}
