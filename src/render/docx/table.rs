//! A table: short ones whole, others with their head on every page; no row over two pages, no number broken.

use super::measures::WIDTH;
use super::paragraph::{kept, paragraph};
use super::xml::{Element, element};
use crate::render::document::{Column, Table};
use crate::render::wrap::width;

/// Left and right of the text of a cell, in twips.
const MARGIN: u32 = 70;
/// Half of a Chinese character of 10.5 points, in twips; what a digit takes is less.
const HALF: u32 = 106;
/// Widest that a column of words is made before others have what they need, in half characters.
const MOST: u32 = 56;
/// Least for a column of words, in half characters.
const LEAST: u32 = 8;

/// Rows up to which a table is not broken over two pages.
const SHORT: usize = 12;

/// A table as wide as the text; `ends`: on one page with what follows.
pub(super) fn table(table: &Table, ends: bool) -> Element {
    let table = filled(&table.without_ids());
    let widths = widths(&table);
    let borders = ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"]
        .map(|name| element(name).val("single").with("w:sz", 4).with("w:space", 0).with("w:color", "000000"));
    let margin = |name| element(name).with("w:w", MARGIN).with("w:type", "dxa");
    let properties = element("w:tblPr").containing([
        element("w:tblW").with("w:w", WIDTH).with("w:type", "dxa"),
        element("w:jc").val("center"),
        element("w:tblBorders").containing(borders),
        element("w:tblLayout").with("w:type", "fixed"),
        element("w:tblCellMar").containing([margin("w:left"), margin("w:right")]),
    ]);
    let grid = element("w:tblGrid").containing(widths.iter().map(|width| element("w:gridCol").with("w:w", width)));
    let head = table.columns.iter().map(|column| paragraph("TableHead", &capital(column.head.as_str())));
    let count = table.rows.len();
    let rows = table.rows.iter().enumerate().map(|(i, cells)| {
        let stays = if count <= SHORT { ends || i + 1 < count } else { ends && i + 2 >= count };
        let cells = cells.iter().zip(&table.columns).map(move |(cell, column)| {
            let style = if is_text(column) { "TableText" } else { "TableNumber" };
            let said = cell.show(column.kind);
            if stays { kept(style, &said) } else { paragraph(style, &said) }
        });
        row(cells, &widths, None)
    });
    element("w:tbl").containing([properties, grid, row(head, &widths, Some(element("w:tblHeader")))]).containing(rows)
}

fn row(cells: impl Iterator<Item = Element>, widths: &[u32], head: Option<Element>) -> Element {
    let cells = cells.zip(widths).map(|(paragraph, width)| {
        let properties = element("w:tcPr")
            .containing([element("w:tcW").with("w:w", width).with("w:type", "dxa"), element("w:vAlign").val("center")]);
        element("w:tc").containing([properties, paragraph])
    });
    let properties = element("w:trPr").containing([element("w:cantSplit")]).containing(head);
    element("w:tr").containing([properties]).containing(cells)
}

/// A table without the columns of numbers in which there is none: they are for programs, which expect them.
fn filled(table: &Table) -> Table {
    let is_filled = |i: &usize| {
        let column = &table.columns[*i];
        is_text(column) || table.rows.iter().any(|row| !row[*i].show(column.kind).is_empty())
    };
    table.only(&(0..table.columns.len()).filter(is_filled).collect::<Vec<_>>())
}

/// A head begins with a capital, where its letters have any.
fn capital(head: &str) -> String {
    let mut letters = head.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

fn is_text(column: &Column) -> bool {
    column.kind.is_name()
}

/// The width of every column; together the width of the text. Numbers have theirs first, words share the rest by need.
fn widths(table: &Table) -> Vec<u32> {
    let needs: Vec<u32> = (0..table.columns.len()).map(|i| need(table, i)).collect();
    let total: u32 = needs.iter().sum();
    let mut widths = if total <= WIDTH { spread(&needs, WIDTH) } else { squeezed(table, &needs) };
    // Rounding leaves some twips, which nobody sees in the last column.
    let rest = WIDTH.saturating_sub(widths.iter().sum());
    if let Some(last) = widths.last_mut() {
        *last += rest;
    }
    widths
}

/// What the longest cell of a column takes. The head of a column of numbers may be broken, but not within a word, and
/// Chinese into no more than two lines.
fn need(table: &Table, i: usize) -> u32 {
    let column = &table.columns[i];
    let longest = table.rows.iter().map(|row| halves(&row[i].show(column.kind))).max().unwrap_or_default();
    let head = column.head.as_str();
    let columns = if is_text(column) {
        longest.max(halves(head)).clamp(LEAST, MOST)
    } else {
        // Letters of a head are wider than digits.
        let word = |word: &str| if word.is_ascii() { halves(word) + 1 } else { halves(word).div_ceil(4) * 2 };
        longest.max(head.split(' ').map(word).max().unwrap_or_default()).max(4)
    };
    columns * HALF + 2 * MARGIN + 20
}

fn halves(text: &str) -> u32 {
    u32::try_from(width(text)).unwrap_or(u32::MAX / 1024).min(400)
}

/// The columns in proportion to their needs.
fn spread(needs: &[u32], room: u32) -> Vec<u32> {
    let total = needs.iter().sum::<u32>().max(1);
    needs.iter().map(|need| need * room / total).collect()
}

/// Where not everything fits, numbers keep their width, and so do words that need less than an equal share of the rest;
/// the others are broken.
fn squeezed(table: &Table, needs: &[u32]) -> Vec<u32> {
    let is_words = |i: &usize| is_text(&table.columns[*i]);
    let mut widths = needs.to_vec();
    let mut broken: Vec<usize> = (0..needs.len()).filter(is_words).collect();
    let mut room = WIDTH.saturating_sub((0..needs.len()).filter(|i| !is_words(i)).map(|i| needs[i]).sum());
    // A table of numbers alone that is too wide is set closer as a whole.
    if broken.is_empty() || room == 0 {
        return spread(needs, WIDTH);
    }
    loop {
        let share = room / u32::try_from(broken.len()).unwrap_or(u32::MAX).max(1);
        let (fits, rest): (Vec<_>, Vec<_>) = broken.iter().partition(|i| needs[**i] <= share);
        if fits.is_empty() {
            let parts = spread(&rest.iter().map(|i| needs[*i]).collect::<Vec<_>>(), room);
            for (i, part) in rest.into_iter().zip(parts) {
                widths[i] = part;
            }
            return widths;
        }
        room -= fits.iter().map(|i| needs[*i]).sum::<u32>();
        broken = rest;
    }
}

#[cfg(test)]
mod tests {
    use super::{HALF, MARGIN, need};
    use crate::render::document::{Cell, Column, Kind, Table};

    /// Letters of 10.5 points take some 0.6 of their height: more than half a Chinese character, which a digit takes.
    #[test]
    fn no_word_of_a_head_is_broken() {
        let column = Column::new(Kind::Whole, "done".to_owned());
        let table = Table { name: "short", columns: vec![column], rows: vec![vec![Cell::from(0)]] };
        let letters = 4 * HALF * 11 / 10;
        assert!(need(&table, 0) >= letters + 2 * MARGIN + 20, "{}", need(&table, 0));
    }
}
