//! Breaks text into lines of a display width, Chinese and Latin alike.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns that a text takes on a terminal.
pub(super) fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// Breaks `text` into lines of at most `limit` columns. Every line but the first starts with `indent`.
///
/// Lines break at spaces and between wide characters, never before a closing mark or after an opening one;
/// a Latin word is cut only when it is longer than a line.
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
    while let Some((_, c)) = chars.next() {
        let Some(&(index, next)) = chars.peek() else { break };
        let may_break = if c == ' ' { next != ' ' } else { (is_wide(c) || is_wide(next)) && next != ' ' };
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
