//! Lanes: a bar for each thing, in runs of one level. Made of text and boxes, so that it fits any screen.

use super::class;
use crate::render::document::Tone;
use crate::render::document::grid::{Grid, Lane, Run};
use maud::{Markup, html};

/// The least part of an axis, of so many parts of the whole, for which its name has room.
const NAMED: usize = 12;

pub(super) fn grid(grid: &Grid) -> Markup {
    html! {
        div class={ "months grid-" (grid.name) } {
            p.title { (grid.title) }
            ul.legend {
                @for level in &grid.levels { li { span.swatch.(shade(level.tone)) aria-hidden="true" {} (level.name) } }
            }
            table.lanes {
                caption.unseen { (grid.title) }
                thead { tr {
                    th scope="col" { (grid.of) }
                    td { div.lane.years aria-hidden="true" {
                        @for (name, places) in grid.parts() { (part(&name, places, grid.places())) }
                    } }
                } }
                tbody { @for lane in &grid.lanes { (self::lane(grid, lane)) } }
            }
        }
    }
}

fn lane(grid: &Grid, lane: &Lane) -> Markup {
    html! {
        tr {
            th scope="row" { (lane.name) }
            td { div.lane {
                @for run in grid.runs(lane) {
                    @let told = told(grid, run);
                    span.run.(shade_of(grid, run)) style={ "flex-grow:" (run.places) } title=(told) {
                        span.unseen { (told) "; " }
                    }
                }
            } }
        }
    }
}

/// A part of the axis; a small one bears no name.
fn part(name: &str, places: usize, of: usize) -> Markup {
    html! { span style={ "flex-grow:" (places) } { @if places * NAMED >= of { (name) } } }
}

fn told(grid: &Grid, run: Run) -> String {
    let name = grid.levels.get(run.level).map(|level| level.name.as_str()).unwrap_or_default();
    format!("{} {name}", grid.span(run))
}

fn shade_of(grid: &Grid, run: Run) -> &'static str {
    grid.levels.get(run.level).map_or("plain", |level| shade(level.tone))
}

/// The class by which a level is filled.
fn shade(tone: Tone) -> &'static str {
    class(tone).unwrap_or("plain")
}
