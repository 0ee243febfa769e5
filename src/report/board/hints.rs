//! What a lever would do before it is moved.

use super::levers::otherwise;
use crate::analysis::live::Effect;
use crate::model::{Change, MatterIx, RuleId, Status, Unit};
use crate::render::board::{Grid, GridCell, Hint};
use crate::render::document::Tone;
use crate::report::words::Words;
use crate::text::Text;

/// The levers of which the effect is told beforehand, each with its change: everyone who may leave or come back, and
/// every other setting of a rule.
#[must_use]
pub fn hinted(unit: &Unit) -> Vec<(String, Change)> {
    let person = |id: &str| format!("person {id}");
    let present = unit.present().map(|(ix, somebody)| (person(&somebody.id), Change::Leave(ix)));
    let on_loan = unit.people().filter(|(_, somebody)| somebody.status == Status::SecondedOut && !somebody.departed);
    let on_loan = on_loan.map(|(ix, somebody)| (person(&somebody.id), Change::Recall(ix)));
    let rules = RuleId::ALL.into_iter().flat_map(|rule| {
        let named =
            move |(change, setting): (_, String)| (format!("rule {}={setting}", rule.id()), Change::Rule(change));
        otherwise(&unit.rules, rule).into_iter().map(named)
    });
    present.chain(on_loan).chain(rules).collect()
}

/// What each of some levers would do to a state; nothing of those that are not known in time.
#[must_use]
pub fn hints(
    unit: &Unit,
    base: &Effect,
    effects: impl Iterator<Item = ((String, Change), Option<Effect>)>,
    text: &Text,
) -> Vec<Hint> {
    let told = |((key, change), effect): ((String, Change), Option<Effect>)| {
        let effect = effect?;
        let tone = if effect.stalled.iter().any(|ix| !base.stalled.contains(ix)) { Tone::Bad } else { Tone::Plain };
        let (change, effect) = (Words { unit, text }.change(&change), difference(unit, base, &effect, text));
        let said = text.with("board-hint", &[("change", &change), ("effect", &effect)]);
        Some(Hint { key, said: said.into(), tone })
    };
    effects.filter_map(told).collect()
}

/// What an effect has more and less than another.
fn difference(unit: &Unit, base: &Effect, effect: &Effect, text: &Text) -> String {
    let words = Words { unit, text };
    let falls = |ix: &MatterIx| [&base.stalled, &base.slowed, &base.unknown].iter().any(|list| list.contains(ix));
    let fell = |ix: &MatterIx| [&effect.stalled, &effect.slowed, &effect.unknown].iter().any(|list| list.contains(ix));
    let stalls: Vec<_> = effect.stalled.iter().copied().filter(|ix| !base.stalled.contains(ix)).collect();
    let slows: Vec<_> = effect.slowed.iter().copied().filter(|ix| !falls(ix)).collect();
    let below = [&base.stalled, &base.slowed, &base.unknown].into_iter().flatten();
    let opens: Vec<_> = below.copied().filter(|ix| !fell(ix)).collect();
    let runs: Vec<_> = base.stalled.iter().copied().filter(|ix| effect.slowed.contains(ix)).collect();
    let told = [
        ("board-hint-stalls", stalls),
        ("board-hint-slows", slows),
        ("board-hint-runs", runs),
        ("board-hint-full", opens),
    ];
    let told = told.into_iter().filter(|(_, matters)| !matters.is_empty());
    let told: Vec<String> =
        told.map(|(key, matters)| text.with(key, &[("matters", &words.matters(&matters))])).collect();
    if told.is_empty() { text.get("board-hint-nothing") } else { words.clauses(told) }
}

/// The effects of 0 to `most` more people of either employment, established row by row; `unit` has none of them.
#[must_use]
pub fn grid(unit: &Unit, most: u32, effects: &[Option<Effect>], text: &Text) -> Grid {
    let words = Words { unit, text };
    let side = most as usize + 1;
    let cell = |(at, effect): (usize, &Option<Effect>)| {
        let (established, contract) = (at / side, at % side);
        let [e, c] = [established, contract].map(|count| count.to_string());
        let (tone, count, becomes) = match effect {
            None => (Tone::Caution, "?".to_owned(), text.get("board-grid-unknown")),
            Some(effect) => {
                let below: Vec<_> = effect.stalled.iter().chain(&effect.unknown).copied().collect();
                let tone = match (below.is_empty(), effect.slowed.is_empty()) {
                    (false, _) => Tone::Bad,
                    (true, false) => Tone::Caution,
                    (true, true) => Tone::Good,
                };
                let stalls = ("board-hint-stalled", below.clone());
                let slows = ("board-hint-slowed", effect.slowed.clone());
                let told = [stalls, slows].into_iter().filter(|(_, matters)| !matters.is_empty());
                let told: Vec<_> = told.map(|(key, m)| text.with(key, &[("matters", &words.matters(&m))])).collect();
                let told = if told.is_empty() { text.get("board-hint-all") } else { words.clauses(told) };
                let count = if effect.slowed.is_empty() {
                    below.len().to_string()
                } else {
                    format!("{}+{}", below.len(), effect.slowed.len())
                };
                (tone, count, told)
            }
        };
        let arguments = [("established", &*e), ("contract", &*c), ("becomes", &*becomes)];
        GridCell {
            established,
            contract,
            tone,
            count: count.into(),
            said: text.with("board-grid-cell", &arguments).into(),
        }
    };
    Grid { rows: effects.iter().enumerate().map(cell).collect::<Vec<_>>().chunks(side).map(<[_]>::to_vec).collect() }
}
