//! How things are told apart by colour and by pattern alike: the series of charts and what can become of a matter.
//!
//! Series without a tone, such as the tiers, get one look after the other, so that a tier looks the same in every chart.

use crate::render::document::Tone;
use crate::render::document::chart::Series;
use maud::{Markup, html};

/// Series that look different without a tone.
const LOOKS: usize = 6;
/// The looks of tones.
const TONED: [&str; 3] = ["look-good", "look-caution", "look-bad"];

/// The class of a series: its tone, or one look after the other.
pub(super) fn look(i: usize, series: &Series) -> String {
    match series.tone {
        Tone::Plain => format!("look-{}", i % LOOKS),
        Tone::Good => "look-good".into(),
        Tone::Caution => "look-caution".into(),
        Tone::Bad => "look-bad".into(),
    }
}

/// What fills the bars of a series.
pub(super) fn fill(i: usize, series: &Series) -> String {
    format!("url(#fill-{})", look(i, series))
}

/// A tile for each look: its colour under strokes of the paper.
pub(super) fn patterns() -> Markup {
    let looks = (0..LOOKS).map(|i| format!("look-{i}")).chain(TONED.map(str::to_owned));
    html! {
        svg.patterns width="0" height="0" aria-hidden="true" {
            @for look in looks {
                pattern id={ "fill-" (look) } width="8" height="8" patternUnits="userSpaceOnUse" {
                    rect class=(look) width="8" height="8" {}
                    @if let Some(strokes) = strokes(&look) { path.strokes d=(strokes) {} }
                }
            }
        }
    }
}

/// The strokes over the colour of a look; those of tones are the ones of the lanes of months in the style sheet.
fn strokes(look: &str) -> Option<&'static str> {
    match look {
        "look-1" | "look-bad" => Some("M-2 2L2 -2M0 8L8 0M6 10L10 6"),
        "look-2" => Some("M0 2H8M0 6H8"),
        "look-3" | "look-caution" => Some("M2 0V8M6 0V8"),
        "look-4" => Some("M-2 6L2 10M0 0L8 8M6 -2L10 2"),
        "look-5" => Some("M0 0L8 8M0 8L8 0"),
        _ => None,
    }
}
