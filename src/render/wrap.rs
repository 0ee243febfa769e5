//! Breaks text into lines of a display width, Chinese and Latin alike.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns that a text takes on a terminal.
pub(super) fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// A text cut to so many columns; what is left out shows as "…".
pub(super) fn cut(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut shown = String::new();
    for c in text.chars() {
        if width(&shown) + c.width().unwrap_or_default() > columns.saturating_sub(1) {
            break;
        }
        shown.push(c);
    }
    shown + "…"
}

/// Breaks `text` into lines of at most `limit` columns. Every line but the first starts with `indent`.
///
/// Lines break at spaces, within ids and between wide characters, never before a closing mark or after an opening one,
/// nor within a code (`编05`), a month or a number with what it counts; a Latin word is cut only when it is longer than
/// a line.
pub(super) fn wrap(text: &str, limit: usize, indent: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let room = limit.saturating_sub(width(&line));
        if width(piece.trim_end()) <= room {
            line.push_str(piece);
            continue;
        }
        if !line.trim().is_empty() {
            lines.push(line.trim_end().to_owned());
            indent.clone_into(&mut line);
        }
        for c in piece.chars() {
            let full = width(&line) + c.width().unwrap_or_default() > limit.max(width(indent) + 2);
            if full && c != ' ' {
                lines.push(line.trim_end().to_owned());
                indent.clone_into(&mut line);
            }
            line.push(c);
        }
    }
    if lines.is_empty() || !line.trim().is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// Breaks the head of a column between its words: Latin ones at spaces, Chinese ones after every second character.
/// A Chinese head of an odd number of characters is one word (`使用率`).
pub(super) fn wrap_head(head: &str, limit: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in head_words(head) {
        match lines.last_mut().filter(|line| width(line) + width(word.trim_end()) <= limit) {
            Some(line) => line.push_str(word),
            None => lines.extend(broken(word, limit)),
        }
    }
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
}

/// A word of a head in lines: where it is wider than the column, with a hyphen at the end of each but the last.
fn broken(word: &str, limit: usize) -> Vec<String> {
    let room = limit.saturating_sub(1).max(2);
    if width(word.trim_end()) <= limit.max(3) {
        return vec![word.to_owned()];
    }
    let mut lines = Vec::new();
    let mut line = String::new();
    for c in word.chars() {
        if width(&line) + c.width().unwrap_or_default() > room {
            lines.push(format!("{line}-"));
            line.clear();
        }
        line.push(c);
    }
    lines.push(line);
    lines
}

/// The widest word of the head of a column.
pub(super) fn widest_head_word(head: &str) -> usize {
    head_words(head).iter().map(|word| width(word.trim_end())).max().unwrap_or_default()
}

fn head_words(head: &str) -> Vec<&str> {
    if !head.chars().all(is_wide) {
        return head.split_inclusive(' ').collect();
    }
    let starts: Vec<usize> = head.char_indices().map(|(start, _)| start).collect();
    let ends = starts.iter().copied().skip(2).step_by(2).chain([head.len()]);
    let words = starts.iter().step_by(2).zip(ends).filter_map(|(start, end)| head.get(*start..end));
    if starts.len().is_multiple_of(2) { words.collect() } else { vec![head] }
}

/// The widest piece of a text that must not be broken.
pub(super) fn widest_piece(text: &str) -> usize {
    pieces(text).iter().map(|piece| width(piece.trim_end())).max().unwrap_or_default()
}

/// The pieces between which a line may break; spaces stay at the end of their piece.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (piece, tail) = rest.split_at(first_break(rest));
        pieces.push(piece);
        rest = tail;
    }
    pieces
}

/// Byte index of the first place where `text` may break, or its end.
fn first_break(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    let mut before = ' ';
    while let Some((_, c)) = chars.next() {
        let Some(&(index, next)) = chars.peek() else { break };
        let may_break = match c {
            // `34 项`
            ' ' => next != ' ' && !(before.is_ascii_digit() && is_sign(next)),
            // Ids, paths and file names are long words with seams.
            '_' | '/' => true,
            '.' => next.is_ascii_alphabetic(),
            // `34项`, `编05`, `2028年11月`
            c if c.is_ascii_digit() && is_sign(next) || is_sign(c) && is_bound(c, text.get(index..)) => false,
            _ => (is_wide(c) || is_wide(next)) && next != ' ',
        };
        before = c;
        if may_break && !OPENING.contains(c) && !CLOSING.contains(next) {
            return index;
        }
    }
    text.len()
}

const OPENING: &str = "（《「『〔【“([";
const CLOSING: &str = "，。；：、！？）》」』〕】”%)],.;:!?";

fn is_wide(c: char) -> bool {
    c.width() == Some(2)
}

/// Whether what begins with digits belongs to the character before it: the number of a code, or the month of a year. What
/// goes on with a character is a number of something, `足额15项`.
fn is_bound(before: char, text: Option<&str>) -> bool {
    let rest = text.map(|text| text.trim_start_matches(|c: char| c.is_ascii_digit()));
    let ends = rest.is_some_and(|rest| !rest.chars().next().is_some_and(is_sign));
    let is_number = text.is_some_and(|text| text.starts_with(|c: char| c.is_ascii_digit()));
    is_number && (ends || before == '年' || text.is_some_and(|text| text.starts_with('0')))
}

/// A Chinese character, not a mark.
fn is_sign(c: char) -> bool {
    is_wide(c) && c.is_alphabetic()
}
