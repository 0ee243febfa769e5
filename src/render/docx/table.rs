//! A table: short ones whole, others with their head on every page; no row over two pages, no number broken, and room
//! where something is to be written in.

use super::measures::WIDTH;
use super::paragraph::{kept, paragraph};
use super::xml::{Element, element};
use crate::render::document::{Column, Kind, Table};
use crate::render::wrap::width;

/// Left and right of the text of a cell, in twips.
const MARGIN: u32 = 70;
/// Half of a Chinese character of 10.5 points, in twips; what a digit takes is less.
const HALF: u32 = 106;
/// Widest that a column of words is made before others have what they need, in half characters.
const MOST: u32 = 56;
/// Least for a column of words, in half characters.
const LEAST: u32 = 8;

/// Widest cell of words that is kept on one line before longer ones have their share, in half characters.
const WHOLE: u32 = 20;
/// Least for the longer ones beside it, in half characters.
const BESIDE: u32 = 10;

/// Rows up to which a table is not broken over two pages.
const SHORT: usize = 5;
/// Rows of a longer one that stay with its head, and at its end with each other.
const TOGETHER: usize = 3;

/// Width of a column to be filled in by hand: 36 parts of 100 of the text.
const BLANK: u32 = WIDTH * 36 / 100;
/// Least height of a row with such a column: 12 mm.
const WRITTEN: u32 = 680;

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
    let head = row(head, &widths, Some(element("w:tblHeader")));
    let count = table.rows.len();
    let height =
        table.columns.iter().any(is_blank).then(|| element("w:trHeight").val(WRITTEN).with("w:hRule", "atLeast"));
    let rows = table.rows.iter().enumerate().map(|(i, cells)| {
        // A row stays with the next one; the last one with what follows.
        let within = count <= SHORT || i + 1 < TOGETHER || i + TOGETHER >= count;
        let stays = if i + 1 < count { within } else { ends };
        let cells = cells.iter().zip(&table.columns).map(move |(cell, column)| {
            let style = if is_text(column) { "TableText" } else { "TableNumber" };
            let said = cell.show(column.kind);
            if stays { kept(style, &said) } else { paragraph(style, &said) }
        });
        row(cells, &widths, height.clone())
    });
    element("w:tbl").containing([properties, grid, head]).containing(rows)
}

fn row(cells: impl Iterator<Item = Element>, widths: &[u32], more: Option<Element>) -> Element {
    let cells = cells.zip(widths).map(|(paragraph, width)| {
        let properties = element("w:tcPr")
            .containing([element("w:tcW").with("w:w", width).with("w:type", "dxa"), element("w:vAlign").val("center")]);
        element("w:tc").containing([properties, paragraph])
    });
    let properties = element("w:trPr").containing([element("w:cantSplit")]).containing(more);
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

fn is_blank(column: &Column) -> bool {
    column.kind == Kind::Blank
}

/// The width of every column; together the width of the text. What is to be filled in has its width before all others.
fn widths(table: &Table) -> Vec<u32> {
    let (blank, said): (Vec<usize>, Vec<usize>) = (0..table.columns.len()).partition(|i| is_blank(&table.columns[*i]));
    let taken = BLANK * u32::try_from(blank.len()).unwrap_or(u32::MAX / WIDTH);
    let mut said = shares(&table.only(&said), WIDTH.saturating_sub(taken)).into_iter();
    let widths = table.columns.iter().map(|column| if is_blank(column) { Some(BLANK) } else { said.next() });
    widths.map(Option::unwrap_or_default).collect()
}

/// How columns share some room. Heads stay on one line where there is room for all of them; else numbers have their
/// width first, and words share the rest by need.
fn shares(table: &Table, room: u32) -> Vec<u32> {
    let needs = |heads| -> Vec<u32> { (0..table.columns.len()).map(|i| need(table, i, heads)).collect() };
    let fits = |needs: &[u32]| needs.iter().sum::<u32>() <= room;
    let (whole, broken) = (needs(Heads::Whole), needs(Heads::Broken));
    let mut widths = match (fits(&whole), fits(&broken)) {
        (true, _) => spread(&whole, room),
        (false, true) => widened(table, broken, &whole, room),
        (false, false) => squeezed(table, &broken, room),
    };
    // Rounding leaves some twips, which nobody sees in the last column.
    let rest = room.saturating_sub(widths.iter().sum());
    if let Some(last) = widths.last_mut() {
        *last += rest;
    }
    widths
}

/// Whether the head of a column of numbers may take more than one line.
#[derive(Clone, Copy)]
enum Heads {
    Whole,
    Broken,
}

/// What the longest cell of a column takes. The head of a column of numbers may be broken, but not within a word, and
/// Chinese into no more than two lines.
fn need(table: &Table, i: usize, heads: Heads) -> u32 {
    let column = &table.columns[i];
    let longest = table.rows.iter().map(|row| halves(&row[i].show(column.kind))).max().unwrap_or_default();
    let head = column.head.as_str();
    let columns = if is_text(column) {
        longest.max(halves(head)).clamp(LEAST, MOST)
    } else {
        // Letters of a head are wider than digits.
        let whole = |said: &str| halves(said) + if said.is_ascii() { 1 + halves(said) / 8 } else { 0 };
        let word = |word: &str| if word.is_ascii() { halves(word) + 1 } else { halves(word).div_ceil(4) * 2 };
        let head = match heads {
            Heads::Whole => whole(head),
            Heads::Broken => head.split(' ').map(word).max().unwrap_or_default(),
        };
        longest.max(head).max(4)
    };
    columns * HALF + 2 * MARGIN + 20
}

/// What the longest word of a column of words takes, letters being wider than digits; Chinese is broken anywhere.
fn word(table: &Table, i: usize) -> u32 {
    let column = &table.columns[i];
    let shown = table.rows.iter().map(|row| row[i].show(column.kind)).chain([column.head.to_string()]);
    let word = |said: &str| said.split([' ', '-']).filter(|word| word.is_ascii()).map(halves).max().unwrap_or_default();
    let longest = shown.map(|said| word(&said)).max().unwrap_or_default().min(MOST / 2);
    (longest + longest / 8 + 1) * HALF + 2 * MARGIN + 20
}

/// The width of a text. Between a Chinese character and a digit or a letter stands a quarter of a character.
fn halves(text: &str) -> u32 {
    let is_seam = |(one, next): &(char, char)| {
        one.is_alphanumeric() && next.is_alphanumeric() && one.is_ascii() != next.is_ascii()
    };
    let seams = text.chars().zip(text.chars().skip(1)).filter(is_seam).count();
    u32::try_from(width(text) + seams / 2).unwrap_or(u32::MAX / 1024).min(400)
}

/// The columns in proportion to their needs.
fn spread(needs: &[u32], room: u32) -> Vec<u32> {
    let total = needs.iter().sum::<u32>().max(1);
    needs.iter().map(|need| need * room / total).collect()
}

/// Where only broken heads fit, as many heads as there is room for stay whole, the shortest first, and words take what
/// is left: a little more for a column of numbers would break its head after three characters and not after two.
fn widened(table: &Table, mut widths: Vec<u32>, whole: &[u32], room: u32) -> Vec<u32> {
    let (words, mut numbers): (Vec<usize>, Vec<usize>) = (0..widths.len()).partition(|i| is_text(&table.columns[*i]));
    if words.is_empty() {
        return spread(&widths, room);
    }
    numbers.sort_by_key(|i| whole[*i]);
    for i in numbers {
        let more = whole[i].saturating_sub(widths[i]);
        if widths.iter().sum::<u32>() + more > room {
            break;
        }
        widths[i] += more;
    }
    let left = room.saturating_sub(widths.iter().sum()) / u32::try_from(words.len()).unwrap_or(u32::MAX);
    for i in words {
        widths[i] += left;
    }
    widths
}

/// Where not everything fits, numbers keep their width, and so do words that need less than an equal share of the rest;
/// the others are broken.
fn squeezed(table: &Table, needs: &[u32], width: u32) -> Vec<u32> {
    let is_words = |i: &usize| is_text(&table.columns[*i]);
    let mut widths = needs.to_vec();
    let mut broken: Vec<usize> = (0..needs.len()).filter(is_words).collect();
    let mut room = width.saturating_sub((0..needs.len()).filter(|i| !is_words(i)).map(|i| needs[i]).sum());
    // A table of numbers alone that is too wide is set closer as a whole.
    if broken.is_empty() || room == 0 {
        return spread(needs, width);
    }
    loop {
        let share = room / u32::try_from(broken.len()).unwrap_or(u32::MAX).max(1);
        let (fits, rest): (Vec<_>, Vec<_>) = broken.iter().partition(|i| needs[**i] <= share);
        if let Some(i) = short(table, needs, &broken, room).filter(|_| fits.is_empty()) {
            room -= needs[i];
            broken.retain(|other| *other != i);
            continue;
        }
        if fits.is_empty() {
            let parts = spread(&rest.iter().map(|i| needs[*i]).collect::<Vec<_>>(), room);
            let parted: Vec<(usize, u32)> = rest.into_iter().zip(parts).collect();
            // A share in which a word would be broken is raised to that word, as long as the others have room.
            let short = parted.iter().map(|(i, part)| (*i, *part, word(table, *i)));
            let others = u32::try_from(parted.len() - 1).unwrap_or(u32::MAX).saturating_mul(LEAST * HALF + 2 * MARGIN);
            let mut short = short.filter(|(_, part, word)| part < word && word + others <= room);
            let Some((i, _, word)) = short.next().filter(|_| parted.len() > 1) else {
                for (i, part) in parted {
                    widths[i] = part;
                }
                return widths;
            };
            widths[i] = word;
            room -= word;
            broken = parted.into_iter().map(|(other, _)| other).filter(|other| *other != i).collect();
            continue;
        }
        room -= fits.iter().map(|i| needs[*i]).sum::<u32>();
        broken = rest;
    }
}

/// The column with the shortest cells, which are not broken for the sake of long ones that have room beside them.
fn short(table: &Table, needs: &[u32], broken: &[usize], room: u32) -> Option<usize> {
    let i = *broken.iter().min_by_key(|i| needs[**i])?;
    let others = broken.iter().filter(|other| **other != i);
    let beside: u32 = others.map(|other| word(table, *other).max(BESIDE * HALF + 2 * MARGIN)).sum();
    (needs[i] <= WHOLE * HALF + 2 * MARGIN + 20 && needs[i] + beside <= room).then_some(i)
}

#[cfg(test)]
mod tests {
    use super::{HALF, Heads, MARGIN, WIDTH, need, widths};
    use crate::render::document::{Cell, Column, Kind, Table};

    /// Letters of 10.5 points take some 0.6 of their height: more than half a Chinese character, which a digit takes.
    #[test]
    fn no_word_of_a_head_is_broken() {
        let column = Column::new(Kind::Whole, "done".to_owned());
        let table = Table { name: "short", columns: vec![column], rows: vec![vec![Cell::from(0)]] };
        let letters = 4 * HALF * 11 / 10;
        let need = need(&table, 0, Heads::Broken);
        assert!(need >= letters + 2 * MARGIN + 20, "{need}");
    }

    /// Eight columns, more than fit: the names of matters are broken between words, the words of the section are not.
    #[test]
    fn no_word_of_a_column_of_words_is_broken() {
        let heads = ["matter", "section", "tier", "arriving", "done", "service level", "status", "reason"];
        let kinds =
            [Kind::Text, Kind::Text, Kind::Text, Kind::Whole, Kind::Whole, Kind::Percent, Kind::Text, Kind::Text];
        let columns = heads.into_iter().zip(kinds).map(|(head, kind)| Column::new(kind, head.to_owned())).collect();
        let mut row: Vec<Cell> = Vec::new();
        row.extend(
            ["Visits to overdue borrowers", "Risk Management", "After-loan and internal control"].map(Cell::from),
        );
        row.extend([80, 0, 0].map(Cell::from));
        row.extend(["stalled", "kept for higher tiers, 1 short"].map(Cell::from));
        let widths = widths(&Table { name: "shortfalls", columns, rows: vec![row] });
        assert!(widths.iter().sum::<u32>() <= WIDTH, "{widths:?}");
        // "Management", ten letters.
        assert!(widths[1] >= 11 * HALF + 2 * MARGIN, "{widths:?}");
    }

    /// Six columns with room for all heads on one line: four characters take eight halves.
    #[test]
    fn a_head_stays_on_one_line_where_there_is_room_for_all() {
        let column = |kind, head: &str| Column::new(kind, head.to_owned());
        let mut columns = vec![column(Kind::Text, "口径")];
        columns.extend(["在编", "合同工", "合计", "在编差额", "合同工差额"].map(|head| column(Kind::Whole, head)));
        let mut row = vec![Cell::from("只看规则，全单位统筹，各岗有AB角")];
        row.extend([13, 2, 15, -5, 0].map(Cell::from));
        let widths = widths(&Table { name: "readings", columns, rows: vec![row] });
        assert_eq!(widths.iter().sum::<u32>(), WIDTH);
        assert!(widths[4] >= 8 * HALF + 2 * MARGIN && widths[5] >= 10 * HALF + 2 * MARGIN, "{widths:?}");
    }

    /// Not all heads fit on one line: the year, four digits, takes no more than it needs before the heads do.
    #[test]
    fn heads_stay_whole_before_a_column_of_words_is_wider_than_it_needs() {
        let column = |kind, head: &str| Column::new(kind, head.to_owned());
        let mut columns = vec![column(Kind::Text, "year")];
        let heads = ["retired", "on the books", "on duty", "contract", "in full", "in part", "not at all"];
        columns.extend(heads.map(|head| column(Kind::Whole, head)));
        let mut row = vec![Cell::from("2025 to 2029")];
        row.extend([0, 17, 15, 17, 34, 0, 2].map(Cell::from));
        let table = Table { name: "years", columns, rows: vec![row] };
        let widths = widths(&table);
        assert_eq!(widths.iter().sum::<u32>(), WIDTH);
        // All but the longest head.
        let whole = [1, 3, 4, 5, 6].map(|i| need(&table, i, Heads::Whole));
        assert_eq!([1, 3, 4, 5, 6].map(|i| widths[i]), whole);
    }
}
