//! A chart in characters of equal width, for terminals and Markdown.

use super::document::chart::{Chart, Shape};
use super::document::grid::{Grid, Lane};
use super::document::{Kind, Tone};
use super::wrap::{cut, width, wrap};
use crate::units::round_half_up;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

/// The marks of the series, told apart without colour; after the last it begins anew.
const MARKS: [char; 6] = ['#', '=', '.', 'o', '+', '*'];
/// Longest bar on a screen of any width.
const LONGEST: usize = 60;
/// Columns between label, bar and number.
const GAP: &str = "  ";

/// The lines of a chart, without its title. A bar has a mark for each whole number if there is room for that,
/// else its share of the room; a number that is not nothing has one mark at least. The numbers stand beside the bars.
pub(super) fn lines(chart: &Chart, screen: usize) -> Vec<String> {
    let bars = bars(chart);
    let of = |measure: fn(&Bar) -> usize| bars.iter().map(measure).max().unwrap_or_default();
    let label = of(|bar| width(&bar.label));
    let number = of(|bar| width(&bar.number));
    let taken = label + number + 2 * GAP.len() + chart.series.len();
    let room = screen.saturating_sub(taken).clamp(10, LONGEST);
    let scale = Scale::new(chart, room);
    let legend = if chart.series.len() > 1 { wrap(&legend(chart), screen, "") } else { Vec::new() };
    let drawn = bars.iter().map(|bar| {
        let marks: String =
            bar.parts.iter().map(|(mark, value)| mark.to_string().repeat(scale.marks(*value))).collect();
        let pad = " ".repeat(label - width(&bar.label));
        let gap = if marks.is_empty() { "" } else { GAP };
        format!("{}{pad}{GAP}{marks}{gap}{}", bar.label, bar.number)
    });
    legend.into_iter().chain(drawn).collect()
}

fn mark(series: usize) -> char {
    MARKS[series % MARKS.len()]
}

fn legend(chart: &Chart) -> String {
    let names = chart.series.iter().enumerate().map(|(i, series)| format!("{} {}", mark(i), series.name));
    names.collect::<Vec<_>>().join(GAP)
}

/// One line of the drawing.
struct Bar {
    label: String,
    parts: Vec<(char, Decimal)>,
    number: String,
}

fn bars(chart: &Chart) -> Vec<Bar> {
    let shown = |value: Option<Decimal>| value.map_or_else(|| "-".to_owned(), |value| chart.kind.show(value));
    let part = |series: usize, category: usize| {
        let value = chart.series.get(series).and_then(|series| series.value(category));
        (mark(series), value.unwrap_or_default())
    };
    let number = |series: usize, category: usize| {
        shown(chart.series.get(series).and_then(|series| series.values.get(category)).copied().flatten())
    };
    let all = 0..chart.series.len();
    let bars = chart.told().flat_map(|category| {
        let label = chart.categories[category].to_string();
        if chart.shape == Shape::Stacked {
            let numbers: Vec<_> = all.clone().map(|series| number(series, category)).collect();
            let parts = all.clone().map(|series| part(series, category)).collect();
            return vec![Bar { label, parts, number: numbers.join(" / ") }];
        }
        // The label stands once for the bars of a category.
        let label = |series| if series == 0 { label.clone() } else { String::new() };
        let bar = |series| Bar {
            label: label(series),
            parts: vec![part(series, category)],
            number: number(series, category),
        };
        all.clone().map(bar).collect()
    });
    bars.collect()
}

/// How many marks a number has.
struct Scale {
    room: Decimal,
    end: Decimal,
}

impl Scale {
    fn new(chart: &Chart, room: usize) -> Self {
        let (end, room) = (chart.end(), Decimal::from(room));
        let room = if chart.kind == Kind::Whole { room.min(end) } else { room };
        Self { room, end }
    }

    fn marks(&self, value: Decimal) -> usize {
        if value <= Decimal::ZERO {
            return 0;
        }
        let marks = round_half_up(value * self.room / self.end, 0).max(Decimal::ONE);
        marks.to_usize().unwrap_or_default()
    }
}

/// Columns at most for the name of a lane.
const LANE_NAME: usize = 30;

/// The lines of a grid, without its title: a mark a place, or a mark for the worst of several.
pub(super) fn lanes(grid: &Grid, screen: usize) -> Vec<String> {
    let name = grid.lanes.iter().map(|lane| width(lane.name.as_str())).max().unwrap_or_default().min(LANE_NAME);
    let room = screen.saturating_sub(name + GAP.len()).max(12);
    let stride = [1, 2, 3, 4, 6, 12].into_iter().find(|stride| grid.places().div_ceil(*stride) <= room);
    let stride = stride.unwrap_or_else(|| grid.places().div_ceil(room));
    let legend = grid.levels.iter().map(|level| format!("{} {}", level_mark(level.tone), level.name));
    let legend = wrap(&legend.collect::<Vec<_>>().join(GAP), screen, "");
    let drawn = grid.lanes.iter().map(|lane| {
        let shown = cut(lane.name.as_str(), name);
        let pad = " ".repeat(name - width(&shown));
        format!("{shown}{pad}{GAP}{}", marks(grid, lane, stride))
    });
    let axis = format!("{}{GAP}{}", " ".repeat(name), axis(grid, stride));
    legend.into_iter().chain([axis]).chain(drawn).collect()
}

/// The worst level of each stretch of places, as marks.
fn marks(grid: &Grid, lane: &Lane, stride: usize) -> String {
    let worst = lane.levels.chunks(stride).filter_map(|places| places.iter().max());
    worst.map(|level| grid.levels.get(*level).map_or(' ', |level| level_mark(level.tone))).collect()
}

/// The mark of a level: the worse, the more ink.
const fn level_mark(tone: Tone) -> char {
    match tone {
        Tone::Good => '.',
        Tone::Plain => '?',
        Tone::Caution => '=',
        Tone::Bad => '#',
    }
}

/// The names of the parts above their first places, as far as there is room for each.
fn axis(grid: &Grid, stride: usize) -> String {
    let (mut axis, mut places) = (String::new(), 0);
    for (name, count) in grid.parts() {
        let at = places / stride;
        if axis.is_empty() || axis.len() < at {
            axis.push_str(&" ".repeat(at - axis.len()));
            axis.push_str(&name);
        }
        places += count;
    }
    axis
}
