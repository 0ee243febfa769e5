//! A course through time: steps or lines from left to right.

use super::Page;
use super::figure::WIDTH;
use super::looks::look;
use super::scale::{Scale, px};
use crate::render::document::chart::{Chart, Series, Shape};
use maud::{Markup, html};
use rust_decimal::Decimal;
use std::fmt::Write as _;

const LEFT: u32 = 52;
const RIGHT: u32 = 30;
const TOP: u32 = 24;
const HEIGHT: u32 = 220;
const AXIS: u32 = 44;
/// Most names at the axis of the categories.
const NAMES: usize = 6;

struct Frame {
    scale: Scale,
    /// Width of a category.
    span: Decimal,
}

impl Frame {
    fn new(chart: &Chart) -> Self {
        let plot = Decimal::from(WIDTH - LEFT - RIGHT);
        // Steps hold to the end of their category; lines run from the first point to the last.
        let spans = chart.categories.len() - usize::from(chart.shape == Shape::Lines);
        let scale = Scale::new(chart.end(), chart.kind, HEIGHT);
        Self { scale, span: plot / Decimal::from(spans.max(1)) }
    }

    fn x(&self, category: usize) -> Decimal {
        Decimal::from(LEFT) + self.span * Decimal::from(category)
    }

    fn y(&self, value: Decimal) -> Decimal {
        Decimal::from(TOP + HEIGHT) - self.scale.at(value)
    }
}

impl Page<'_> {
    pub(super) fn course(&self, chart: &Chart) -> Markup {
        let frame = Frame::new(chart);
        let drawing = html! {
            (axes(chart, &frame))
            @for (i, series) in chart.series.iter().enumerate() {
                g data-choice=[self.choice(series.name.as_str())] {
                    title { (series.name) }
                    path class=(look(i, series)) d=(path(chart, series, &frame)) {}
                    @if chart.shape == Shape::Lines { (points(chart, i, series, &frame)) }
                }
            }
        };
        self.described(chart, &drawing, TOP + HEIGHT + AXIS)
    }
}

/// The line of a series, interrupted where there is no number.
fn path(chart: &Chart, series: &Series, frame: &Frame) -> String {
    let mut path = String::new();
    let mut drawing = false;
    for category in 0..chart.categories.len() {
        let Some(value) = series.value(category) else {
            drawing = false;
            continue;
        };
        let (x, y) = (px(frame.x(category)), px(frame.y(value)));
        // Writing to a string cannot fail.
        let _ = match (drawing, chart.shape) {
            (false, _) => write!(path, "M{x} {y}"),
            (true, Shape::Steps) => write!(path, "V{y}"),
            (true, _) => write!(path, "L{x} {y}"),
        };
        if chart.shape == Shape::Steps {
            let _ = write!(path, "H{}", px(frame.x(category + 1)));
        }
        drawing = true;
    }
    path
}

fn points(chart: &Chart, i: usize, series: &Series, frame: &Frame) -> Markup {
    html! {
        @for (category, name) in chart.categories.iter().enumerate() {
            @if let Some(value) = series.value(category) {
                circle class={ (look(i, series)) " point" } cx=(px(frame.x(category))) cy=(px(frame.y(value))) r="3" {
                    title { (name) " · " (series.name) ": " (chart.kind.show(value)) }
                }
            }
        }
    }
}

fn axes(chart: &Chart, frame: &Frame) -> Markup {
    html! {
        g.axis aria-hidden="true" {
            @for tick in frame.scale.ticks() {
                @let y = px(frame.y(tick));
                line x1=(LEFT) x2=(WIDTH - RIGHT) y1=(y) y2=(y) {}
                text.tick x=(LEFT - 6) y=(y) { (chart.kind.show(tick)) }
            }
            @for i in named(chart) {
                @let x = px(frame.x(i));
                line.mark x1=(x) x2=(x) y1=(TOP + HEIGHT) y2=(TOP + HEIGHT + 5) {}
                text x=(x) y=(TOP + HEIGHT + 16) { (chart.categories[i]) }
            }
            text.axis-name.start x="0" y="8" { (chart.axes.values) }
            text.axis-name x=(WIDTH - RIGHT) y=(TOP + HEIGHT + 34) { (chart.axes.categories) }
        }
    }
}

/// The categories with a name at the axis: not more than fit, and years from January.
fn named(chart: &Chart) -> impl Iterator<Item = usize> {
    let count = chart.categories.len();
    let stride = [1, 2, 3, 6, 12, 24, 60].into_iter().find(|stride| count.div_ceil(*stride) <= NAMES);
    let stride = stride.unwrap_or_else(|| count.div_ceil(NAMES));
    let january = chart.categories.iter().position(|name| name.as_str().ends_with("-01"));
    let first = january.map_or(0, |january| january % stride);
    (first..count).step_by(stride)
}
