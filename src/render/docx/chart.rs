//! A chart as a part of its own (`DrawingML`), with its numbers in it.

use super::OFFICE;
use super::measures::FANGSONG;
use super::xml::{Element, element};
use crate::render::document::Kind;
use crate::render::document::chart::{Chart, Series, Shape};
use rust_decimal::Decimal;

/// The namespace of drawings in a text.
pub(super) const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
/// The namespace of everything drawn.
pub(super) const MAIN: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
/// The namespace of charts.
const CHART: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";
/// 154 × 82 mm in English metric units, 36,000 a millimetre.
const SIZE: [u32; 2] = [154 * 36_000, 82 * 36_000];
/// Past so many categories, numbers at the points and names at the axis would lie on one another.
const LABELLED: usize = 12;
/// Part of the axis below which a piece of a bar is lower than the number in it.
const LOWEST: Decimal = Decimal::from_parts(8, 0, 0, false, 2);
/// How far the number of such a piece is moved up, as a part of the height of the chart.
const RAISED: &str = "-0.05";
/// Fills from dark to light, told apart on a black-and-white print.
const FILLS: [&str; 6] = ["1F3864", "8EAADB", "E7E6E6", "7F7F7F", "C55A11", "FFE699"];

/// The place of a chart in the text.
pub(super) fn inline(chart: &Chart, number: usize, reference: &str) -> Element {
    let extent = |name| element(name).with("cx", SIZE[0]).with("cy", SIZE[1]);
    let frame = element("a:graphicData")
        .with("uri", CHART)
        .containing([element("c:chart").with("xmlns:c", CHART).with("xmlns:r", OFFICE).with("r:id", reference)]);
    let inline = element("wp:inline").with("distT", 0).with("distB", 0).with("distL", 0).with("distR", 0).containing([
        extent("wp:extent"),
        element("wp:docPr").with("id", number).with("name", chart.name).with("descr", chart.title.as_str()),
        element("wp:cNvGraphicFramePr"),
        element("a:graphic").containing([frame]),
    ]);
    element("w:drawing").containing([inline])
}

/// The part of a chart.
pub(super) fn part(chart: &Chart) -> Element {
    let plot = element("c:plotArea").containing([element("c:layout"), drawn(chart)]).containing(axes(chart));
    let legend = (chart.series.len() > 1).then(|| {
        element("c:legend").containing([value("c:legendPos", "b"), value("c:overlay", "0"), text_properties(1050)])
    });
    let inside = element("c:chart")
        .containing([title(chart.title.as_str(), 1300), value("c:autoTitleDeleted", "0"), plot])
        .containing(legend)
        .containing([value("c:plotVisOnly", "1"), value("c:dispBlanksAs", "gap")]);
    element("c:chartSpace").with("xmlns:c", CHART).with("xmlns:a", MAIN).with("xmlns:r", OFFICE).containing([
        value("c:roundedCorners", "0"),
        inside,
        text_properties(1050),
    ])
}

fn value(name: &'static str, value: &str) -> Element {
    element(name).with("val", value)
}

/// Bars stand on the axis of categories; what has a course is a line.
fn drawn(chart: &Chart) -> Element {
    let series = chart.series.iter().enumerate().map(|(i, series)| one(chart, i, series));
    let ids = [value("c:axId", "1"), value("c:axId", "2")];
    match chart.shape {
        Shape::Bars | Shape::Stacked => {
            let stacked = chart.shape == Shape::Stacked;
            let grouping = if stacked { "stacked" } else { "clustered" };
            let overlap = stacked.then(|| value("c:overlap", "100"));
            element("c:barChart")
                .containing([value("c:barDir", "col"), value("c:grouping", grouping), value("c:varyColors", "0")])
                .containing(series)
                .containing([value("c:gapWidth", "60")])
                .containing(overlap)
                .containing(ids)
        }
        Shape::Steps | Shape::Lines => element("c:lineChart")
            .containing([value("c:grouping", "standard"), value("c:varyColors", "0")])
            .containing(series)
            .containing([value("c:marker", "1")])
            .containing(ids),
    }
}

fn one(chart: &Chart, i: usize, series: &Series) -> Element {
    let fill = FILLS[i % FILLS.len()];
    let bars = matches!(chart.shape, Shape::Bars | Shape::Stacked);
    let name = element("c:tx").containing([element("c:v").saying(series.name.as_str())]);
    let head = [value("c:idx", &i.to_string()), value("c:order", &i.to_string()), name, look(fill, bars)];
    let plain = || element("c:marker").containing([value("c:symbol", "none")]);
    element("c:ser")
        .containing(head)
        .containing([if bars { value("c:invertIfNegative", "0") } else { plain() }])
        .containing((chart.categories.len() <= LABELLED).then(|| labels(chart, i, series)))
        .containing([categories(chart), numbers(chart, series)])
        .containing((!bars).then(|| value("c:smooth", "0")))
}

/// The number at each point; what is nothing bears none.
fn labels(chart: &Chart, i: usize, series: &Series) -> Element {
    let thin = series.values.iter().enumerate().filter(|(_, value)| is_thin(chart, **value));
    element("c:dLbls")
        .containing(thin.map(|(at, _)| beside(chart, i, at)))
        .containing(label(chart, label_colour(i, chart.shape)))
}

/// Whether a piece of a bar is lower than its number.
fn is_thin(chart: &Chart, value: Option<Decimal>) -> bool {
    let least = chart.end() * LOWEST;
    chart.shape == Shape::Stacked && value.is_some_and(|value| value > Decimal::ZERO && value < least)
}

/// The number of a piece that has no room for it: above the bar where nothing stands on the piece, else nowhere.
fn beside(chart: &Chart, i: usize, at: usize) -> Element {
    let place = element("c:dLbl").containing([value("c:idx", &at.to_string())]);
    let above = |series: &Series| series.values.get(at).copied().flatten().is_some_and(|value| value > Decimal::ZERO);
    if chart.series.iter().skip(i + 1).any(above) {
        return place.containing([value("c:delete", "1")]);
    }
    let moved = element("c:manualLayout").containing([value("c:x", "0"), value("c:y", RAISED)]);
    place.containing([element("c:layout").containing([moved])]).containing(label(chart, "000000"))
}

/// How a number at a point looks.
fn label(chart: &Chart, colour: &str) -> Vec<Element> {
    let shown = element("c:numFmt").with("formatCode", format!("{};;", format(chart.kind))).with("sourceLinked", 0);
    let what = [
        ("c:showLegendKey", "0"),
        ("c:showVal", "1"),
        ("c:showCatName", "0"),
        ("c:showSerName", "0"),
        ("c:showPercent", "0"),
        ("c:showBubbleSize", "0"),
    ];
    [shown, text_of(1000, colour)].into_iter().chain(what.map(|(name, on)| value(name, on))).collect()
}

/// Labels in dark bars are white, all others black.
fn label_colour(i: usize, shape: Shape) -> &'static str {
    if shape == Shape::Stacked && i.is_multiple_of(FILLS.len()) { "FFFFFF" } else { "000000" }
}

fn look(fill: &str, bars: bool) -> Element {
    let solid = |colour: &str| element("a:solidFill").containing([value("a:srgbClr", colour)]);
    if bars {
        let line = element("a:ln").with("w", 6350).containing([solid("404040")]);
        return element("c:spPr").containing([solid(fill), line]);
    }
    element("c:spPr").containing([element("a:ln").with("w", 25400).containing([solid(fill)])])
}

fn categories(chart: &Chart) -> Element {
    let points = chart.categories.iter().enumerate().map(|(i, line)| point(i, line.as_str()));
    let count = value("c:ptCount", &chart.categories.len().to_string());
    element("c:cat").containing([element("c:strLit").containing([count]).containing(points)])
}

fn numbers(chart: &Chart, series: &Series) -> Element {
    let known = series.values.iter().enumerate().filter_map(|(i, value)| Some((i, (*value)?)));
    let points = known.map(|(i, number)| point(i, &number.normalize().to_string()));
    let format = element("c:formatCode").saying(format(chart.kind));
    let count = value("c:ptCount", &series.values.len().to_string());
    element("c:val").containing([element("c:numLit").containing([format, count]).containing(points)])
}

fn point(i: usize, said: &str) -> Element {
    element("c:pt").with("idx", i).containing([element("c:v").saying(said)])
}

/// How a number of a kind is shown.
fn format(kind: Kind) -> &'static str {
    match kind {
        Kind::Percent => "0.0%",
        Kind::Decimal(1) => "#,##0.0",
        Kind::Decimal(_) => "#,##0.00",
        Kind::Given | Kind::Typed => "General",
        Kind::Change => "+General;-General;0",
        Kind::Text | Kind::Blank | Kind::Id | Kind::Year | Kind::Whole | Kind::Hours => "#,##0",
    }
}

fn axes(chart: &Chart) -> [Element; 2] {
    let scaling = || element("c:scaling").containing([value("c:orientation", "minMax")]);
    let whole = (chart.kind == Kind::Percent).then(|| value("c:max", &chart.end().normalize().to_string()));
    let from_zero = element("c:scaling")
        .containing([value("c:orientation", "minMax")])
        .containing(whole)
        .containing([value("c:min", "0")]);
    let ids = |own: &str| value("c:axId", own);
    let categories = element("c:catAx").containing([
        ids("1"),
        scaling(),
        value("c:delete", "0"),
        value("c:axPos", "b"),
        title(chart.axes.categories.as_str(), 1050),
        value("c:majorTickMark", "none"),
        value("c:minorTickMark", "none"),
        value("c:tickLblPos", "low"),
        text_properties(1000),
        value("c:crossAx", "2"),
        value("c:crosses", "autoZero"),
        value("c:tickLblSkip", &chart.categories.len().div_ceil(LABELLED).to_string()),
    ]);
    let grid = element("c:majorGridlines").containing([element("c:spPr").containing([element("a:ln")
        .with("w", 6350)
        .containing([element("a:solidFill").containing([value("a:srgbClr", "D9D9D9")])])])]);
    let values = element("c:valAx").containing([
        ids("2"),
        from_zero,
        value("c:delete", "0"),
        value("c:axPos", "l"),
        grid,
        title(chart.axes.values.as_str(), 1050),
        element("c:numFmt").with("formatCode", format(chart.kind)).with("sourceLinked", 0),
        value("c:majorTickMark", "none"),
        value("c:minorTickMark", "none"),
        value("c:tickLblPos", "nextTo"),
        text_properties(1000),
        value("c:crossAx", "1"),
        value("c:crosses", "autoZero"),
    ]);
    [categories, values]
}

fn title(said: &str, size: u32) -> Element {
    let run = element("a:r").containing([characters("a:rPr", size, "000000"), element("a:t").saying(said)]);
    let rich = element("c:rich").containing([element("a:bodyPr"), element("a:p").containing([run])]);
    element("c:title").containing([element("c:tx").containing([rich]), value("c:overlay", "0")])
}

fn text_properties(size: u32) -> Element {
    text_of(size, "000000")
}

fn text_of(size: u32, colour: &str) -> Element {
    let paragraph = element("a:p").containing([
        element("a:pPr").containing([characters("a:defRPr", size, colour)]),
        element("a:endParaRPr").with("lang", "zh-CN"),
    ]);
    element("c:txPr").containing([element("a:bodyPr"), paragraph])
}

/// The look of characters; sizes in hundredths of a point.
fn characters(name: &'static str, size: u32, colour: &str) -> Element {
    element(name).with("sz", size).with("b", 0).containing([
        element("a:solidFill").containing([value("a:srgbClr", colour)]),
        element("a:latin").with("typeface", "Times New Roman"),
        element("a:ea").with("typeface", FANGSONG),
    ])
}
