//! A chart with its legend, its drawing, and its numbers for who cannot see it.

use super::Page;
use super::looks::{fill, look};
use crate::render::document::chart::{Chart, Shape};
use crate::render::document::{Cell, Column, Kind, Table};
use maud::{Markup, html};

/// Width of every drawing, in the units of its own that the page scales: its letters can be read at 390 pixels.
pub(super) const WIDTH: u32 = 440;

impl Page<'_> {
    pub(super) fn figure(&self, chart: &Chart) -> Markup {
        let drawing = match chart.shape {
            Shape::Bars | Shape::Stacked => self.rows(chart),
            Shape::Steps | Shape::Lines => self.course(chart),
        };
        html! {
            figure class={ "chart-" (chart.name) } {
                figcaption { (chart.title) }
                @if chart.series.len() > 1 { (self.legend(chart)) }
                div.scroll.drawing role="group" tabindex="0" aria-label=(chart.title) { (drawing) }
                details.numbers {
                    summary { (self.text.get("page-numbers")) }
                    (self.table(&numbers(chart), chart.title.as_str()))
                }
            }
        }
    }

    /// What a screen reader says of a drawing; the parts are in the table below it.
    pub(super) fn described(&self, chart: &Chart, drawing: &Markup, height: u32) -> Markup {
        let number = self.charts.iter().position(|other| std::ptr::eq(*other, chart)).unwrap_or_default() + 1;
        let (title, told) = (format!("title-{number}"), format!("told-{number}"));
        let frame = format!("0 0 {WIDTH} {height}");
        html! {
            svg.drawn viewBox=(frame) role="img" aria-labelledby={ (title) " " (told) } {
                title #(title) { (chart.title) }
                desc #(told) { (told_in_words(chart)) }
                (drawing)
            }
        }
    }

    fn legend(&self, chart: &Chart) -> Markup {
        html! {
            ul.legend {
                @for (i, series) in chart.series.iter().enumerate() {
                    li data-choice=[self.choice(series.name.as_str())] {
                        svg.key viewBox="0 0 24 12" width="24" height="12" aria-hidden="true" {
                            @match chart.shape {
                                Shape::Bars | Shape::Stacked => rect fill=(fill(i, series)) width="24" height="12" {},
                                Shape::Steps | Shape::Lines => path class=(look(i, series)) d="M0 6H24" {},
                            }
                        }
                        (series.name)
                    }
                }
                @if chart.shape == Shape::Stacked { li.order { (self.text.get("page-stacked")) } }
            }
        }
    }
}

/// The numbers series by series; of steps those where one begins.
fn told_in_words(chart: &Chart) -> String {
    let table = numbers(chart);
    let series = chart.series.iter().enumerate().map(|(i, series)| {
        let told = table.rows.iter().filter_map(|row| {
            let (category, value) = row.first().zip(row.get(i + 1))?;
            Some(format!("{} {}", category.show(Kind::Text), value.show(chart.kind)))
        });
        format!("{}: {}", series.name, told.collect::<Vec<_>>().join(", "))
    });
    series.collect::<Vec<_>>().join("; ")
}

/// The numbers of a chart as a table; of steps only the categories where a number changes.
pub(in crate::render) fn numbers(chart: &Chart) -> Table {
    let heads = chart.series.iter().map(|series| Column { key: None, head: series.name.clone(), kind: chart.kind });
    let first = Column { key: None, head: chart.axes.categories.clone(), kind: Kind::Text };
    let rows = chart.told().map(|i| {
        let values = chart.series.iter().map(|series| series.values.get(i).copied().flatten());
        let cells = values.map(|value| value.map_or(Cell::empty(), Cell::from));
        [Cell::from(chart.categories[i].clone())].into_iter().chain(cells).collect()
    });
    Table { name: "numbers", columns: [first].into_iter().chain(heads).collect(), rows: rows.collect() }
}
