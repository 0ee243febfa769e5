//! Bars: a row for each category.

use super::Page;
use super::figure::WIDTH;
use super::looks::fill;
use super::scale::{Scale, px};
use crate::render::document::chart::{Chart, Shape};
use crate::render::line::Line;
use crate::render::wrap::cut;
use maud::{Markup, html};
use rust_decimal::Decimal;
use unicode_width::UnicodeWidthStr as _;

/// Height of a bar, and of the space between two categories.
const BAR: u32 = 16;
const SPACE: u32 = 8;
/// Room for the axis below the bars.
const AXIS: u32 = 40;
/// Width of a column of text.
const LETTER: u32 = 8;
/// Columns of text at most for a name beside its bars; where one is longer, all stand above theirs.
const BESIDE: usize = 16;
/// Height of a name above its bars.
const ABOVE: u32 = 18;
/// Columns of text at most for a name above its bars.
const NAME: usize = 58;

/// Where things lie.
struct Frame {
    left: u32,
    /// Height of the names above the bars; 0 where they stand beside them.
    above: u32,
    row: u32,
    height: u32,
    scale: Scale,
}

impl Frame {
    fn new(chart: &Chart, end: Decimal) -> Self {
        let columns = |width: usize| u32::try_from(width).unwrap_or(u32::MAX).saturating_mul(LETTER) + 10;
        let name = chart.categories.iter().map(|name| name.as_str().width()).max().unwrap_or_default();
        let (left, above) = if name > BESIDE { (1, ABOVE) } else { (columns(name), 0) };
        let numbers = (0..chart.categories.len()).map(|i| beside(chart, i).width());
        let right = columns(numbers.max().unwrap_or_default());
        let bars = if chart.shape == Shape::Stacked { 1 } else { u32::try_from(chart.series.len()).unwrap_or(1) };
        let row = above + bars * BAR + SPACE;
        let rows = u32::try_from(chart.categories.len()).unwrap_or_default();
        let scale = Scale::new(end, chart.kind, WIDTH.saturating_sub(left + right).max(120));
        Self { left, above, row, height: row * rows, scale }
    }

    fn x(&self, value: Decimal) -> Decimal {
        Decimal::from(self.left) + self.scale.at(value)
    }

    /// Where the bars of a category begin.
    fn top(&self, category: usize) -> u32 {
        self.row * u32::try_from(category).unwrap_or_default() + SPACE / 2 + self.above
    }

    fn name(&self, category: usize, name: &Line) -> Markup {
        let shown = html! { title { (name) } (cut(name.as_str(), NAME)) };
        let (top, bars) = (self.top(category), self.row - SPACE - self.above);
        html! {
            @if self.above > 0 {
                text x="0" y=(top - ABOVE / 2) { (shown) }
            } @else {
                text.name x=(self.left - 8) y=(top + bars / 2) { (shown) }
            }
        }
    }
}

/// The numbers written beside the widest bar of a category.
fn beside(chart: &Chart, category: usize) -> String {
    let shown = chart.series.iter().map(|series| shown(chart, series.values.get(category).copied().flatten()));
    match chart.shape {
        Shape::Stacked => shown.collect::<Vec<_>>().join(" / "),
        _ => shown.max_by_key(|text| text.width()).unwrap_or_default(),
    }
}

fn shown(chart: &Chart, value: Option<Decimal>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| chart.kind.show(value))
}

impl Page<'_> {
    pub(super) fn rows(&self, chart: &Chart) -> Markup {
        // Charts of one name are read one beside another: they have one scale.
        let alike = self.charts.iter().filter(|other| other.name == chart.name && other.kind == chart.kind);
        let frame = Frame::new(chart, alike.map(|other| other.end()).max().unwrap_or_default());
        let drawing = html! {
            (grid(chart, &frame))
            @for (i, name) in chart.categories.iter().enumerate() {
                g data-choice=[self.choice(name.as_str())] {
                    (frame.name(i, name))
                    @if chart.shape == Shape::Stacked { (self.stack(chart, &frame, i)) } @else { (self.bars(chart, &frame, i)) }
                }
            }
        };
        self.described(chart, &drawing, frame.height + AXIS)
    }

    fn bars(&self, chart: &Chart, frame: &Frame, category: usize) -> Markup {
        html! {
            @for (i, series) in chart.series.iter().enumerate() {
                @let value = series.value(category).unwrap_or_default();
                @let number = shown(chart, series.values.get(category).copied().flatten());
                @let top = frame.top(category) + BAR * u32::try_from(i).unwrap_or_default();
                g data-choice=[self.choice(series.name.as_str())] {
                    title { (chart.categories[category]) " · " (series.name) ": " (number) }
                    rect fill=(fill(i, series)) x=(frame.left) y=(top) width=(px(frame.scale.at(value))) height=(BAR - 2) {}
                    text.value x=(px(frame.x(value) + Decimal::from(5))) y=(top + (BAR - 2) / 2) { (number) }
                }
            }
        }
    }

    fn stack(&self, chart: &Chart, frame: &Frame, category: usize) -> Markup {
        let mut before = Decimal::ZERO;
        let parts = chart.series.iter().map(|series| {
            let from = before;
            before += series.value(category).unwrap_or_default();
            (from, series.value(category).unwrap_or_default())
        });
        let parts: Vec<_> = parts.collect();
        let top = frame.top(category);
        html! {
            @for (i, (series, (from, value))) in chart.series.iter().zip(&parts).enumerate() {
                g data-choice=[self.choice(series.name.as_str())] {
                    title { (chart.categories[category]) " · " (series.name) ": " (chart.kind.show(*value)) }
                    rect fill=(fill(i, series)) x=(px(frame.x(*from))) y=(top) width=(px(frame.scale.at(*value))) height=(BAR) {}
                }
            }
            text.value x=(px(frame.x(before) + Decimal::from(5))) y=(top + BAR / 2) { (beside(chart, category)) }
        }
    }
}

fn grid(chart: &Chart, frame: &Frame) -> Markup {
    let ticks: Vec<_> = frame.scale.ticks().collect();
    html! {
        g.axis aria-hidden="true" {
            @for tick in &ticks {
                @let x = px(frame.x(*tick));
                line x1=(x) x2=(x) y1="0" y2=(frame.height) {}
                // At the edge of the drawing the first one would be cut off on its left.
                @let start = (frame.above > 0 && tick.is_zero()).then_some("start");
                text class=[start] x=(x) y=(frame.height + 14) { (chart.kind.show(*tick)) }
            }
            text.axis-name x=(px(frame.x(ticks.last().copied().unwrap_or_default()))) y=(frame.height + 32) { (chart.axes.values) }
        }
    }
}
