//! Findings about inputs as text for people.

use crate::diag::{Code, Diagnostic, Diagnostics, Excerpt, Severity};
use crate::text::{Text, is_live, narrow, without_identity_numbers};
use std::fmt::Write;
use unicode_width::UnicodeWidthChar;

/// The longest piece of a line that is shown, in columns.
const EXCERPT_WIDTH: usize = 76;
/// The longest fact that is shown, in characters.
const FACT_LENGTH: usize = 100;

/// All findings in order of place, each with the line it is about, the cause and the remedy, and a count at the end.
/// Understandable without colour. Empty when there is nothing to say.
#[must_use]
pub fn render(found: &Diagnostics, text: &Text) -> String {
    if found.as_slice().is_empty() {
        return String::new();
    }
    let mut out = String::new();
    for finding in found.as_slice() {
        out.push_str(&render_one(finding, text));
        out.push('\n');
    }
    for (code, more) in found.more() {
        out.push_str(&text.with("diagnostic-more", &[("code", code.id()), ("more", &more.to_string())]));
        out.push('\n');
    }
    let errors = found.count(Severity::Error).to_string();
    let warnings = found.count(Severity::Warning).to_string();
    out.push_str(&text.with("diagnostic-summary", &[("errors", &errors), ("warnings", &warnings)]));
    out.push('\n');
    out
}

/// The cause of a finding as one sentence.
#[must_use]
pub fn cause(finding: &Diagnostic, text: &Text) -> String {
    sentence(finding, text, finding.code.id())
}

/// The causes of all errors, each with its code, a line each.
#[must_use]
pub fn causes(found: &Diagnostics, text: &Text) -> String {
    let errors = found.as_slice().iter().filter(|finding| finding.code.severity() == Severity::Error);
    let one = |finding: &Diagnostic| {
        text.with("diagnostic-cause", &[("cause", &cause(finding, text)), ("code", finding.code.id())])
    };
    errors.map(one).collect::<Vec<_>>().join("\n")
}

/// What a finding says at its place: its code, cause and remedy, a line each.
#[must_use]
pub fn note(finding: &Diagnostic, text: &Text) -> String {
    std::iter::once(heading(finding.code, text)).chain(lines(finding, text)).collect::<Vec<_>>().join("\n")
}

/// How what is said at a place begins.
#[must_use]
pub fn heading(code: Code, text: &Text) -> String {
    let heading = match code.severity() {
        Severity::Error => "diagnostic-error",
        Severity::Warning => "diagnostic-warning",
    };
    text.with(heading, &[("code", code.id()), ("place", "")]).trim().to_owned()
}

fn sentence(finding: &Diagnostic, text: &Text, key: &str) -> String {
    let facts: Vec<_> = finding.facts.iter().map(|(name, fact)| (*name, printable(fact, FACT_LENGTH))).collect();
    let facts: Vec<_> = facts.iter().map(|(name, fact)| (*name, fact.as_str())).collect();
    text.with(key, &facts)
}

fn render_one(finding: &Diagnostic, text: &Text) -> String {
    let header = match finding.code.severity() {
        Severity::Error => "diagnostic-error",
        Severity::Warning => "diagnostic-warning",
    };
    let place = printable(&finding.location(), usize::MAX);
    let mut out = text.with(header, &[("code", finding.code.id()), ("place", &place)]);
    out.push('\n');
    if let Some(excerpt) = &finding.excerpt {
        out.push_str(&quote(excerpt, finding.place.line));
    }
    for line in lines(finding, text) {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "  {line}");
    }
    out
}

/// The cause of a finding, what may have been meant, and the remedy.
fn lines(finding: &Diagnostic, text: &Text) -> Vec<String> {
    let remedy = sentence(finding, text, &format!("{}.remedy", finding.code.id()));
    let mut lines = vec![cause(finding, text)];
    if let Some(word) = &finding.suggestion {
        lines.push(text.with("diagnostic-suggestion", &[("word", &printable(word, FACT_LENGTH))]));
    }
    if let Some(found) = wide(finding) {
        let found = printable(&found, FACT_LENGTH);
        lines.push(text.with("diagnostic-wide", &[("found", &found), ("narrow", &narrow(&found))]));
    }
    lines.push(text.with("diagnostic-remedy", &[("remedy", &remedy)]));
    lines
}

/// The characters of a rejected value that are wide where narrow ones are wanted, by which it may be rejected.
fn wide(finding: &Diagnostic) -> Option<String> {
    let is_value = |(name, _): &&(&str, String)| ["value", "wide"].contains(name);
    let value = finding.facts.iter().find(is_value).map(|(_, value)| value)?;
    let wide: String = value.chars().filter(|c| narrow(&c.to_string()) != c.to_string()).collect();
    (!wide.is_empty()).then_some(wide)
}

/// The line with a caret under the column, both measured as a terminal shows them.
fn quote(excerpt: &Excerpt, line: usize) -> String {
    let number = line.to_string();
    let gutter = " ".repeat(number.len());
    let shown: Vec<char> =
        without_identity_numbers(&excerpt.text).chars().map(|c| if is_live(c) { ' ' } else { c }).collect();
    let caret = excerpt.column.saturating_sub(1).min(shown.len());
    let (before, after) = shown.split_at(caret);
    // A long line is cut on both sides, so that the caret stays in sight.
    let reversed: Vec<char> = before.iter().rev().copied().collect();
    let before = fit(&reversed, EXCERPT_WIDTH.saturating_sub(columns(after)).max(EXCERPT_WIDTH / 2));
    let indent = columns(&before);
    let after: String = fit(after, EXCERPT_WIDTH.saturating_sub(indent)).into_iter().collect();
    let before: String = before.into_iter().rev().collect();
    format!("  {number} | {before}{after}\n  {gutter} | {}^\n", " ".repeat(indent))
}

/// As many characters as fit into a width, with a mark where something is left out.
fn fit(chars: &[char], most: usize) -> Vec<char> {
    if columns(chars) <= most {
        return chars.to_vec();
    }
    let mut room = most.saturating_sub(1);
    let fits = |c: &&char| {
        let width = c.width().unwrap_or(0);
        let fits = width <= room;
        room = room.saturating_sub(width);
        fits
    };
    chars.iter().take_while(fits).copied().chain(['…']).collect()
}

/// The width of characters as a terminal shows them.
fn columns(chars: &[char]) -> usize {
    chars.iter().map(|c| c.width().unwrap_or(0)).sum()
}

/// Text from an input without identity numbers and characters that a terminal would obey, and of bounded length.
fn printable(text: &str, most: usize) -> String {
    let mut out = String::new();
    for (count, c) in without_identity_numbers(text).chars().enumerate() {
        if count == most {
            out.push('…');
            break;
        }
        if is_live(c) {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_caret_stands_under_the_column_as_a_terminal_shows_it() {
        let excerpt = Excerpt { text: "name = \"股室\" x".to_owned(), column: 13 };
        assert_eq!(quote(&excerpt, 7), "  7 | name = \"股室\" x\n    |               ^\n");
    }

    #[test]
    fn a_long_line_is_cut_around_the_caret() {
        let excerpt = Excerpt { text: "a".repeat(500), column: 250 };
        let quoted = quote(&excerpt, 1);
        assert!(quoted.lines().all(|line| line.chars().count() <= EXCERPT_WIDTH + 8), "{quoted}");
        assert!(quoted.contains('^'));
    }

    #[test]
    fn nothing_in_a_fact_reaches_the_terminal_as_a_command() {
        assert_eq!(printable("a\u{1b}[2Jb", 100), "a\\u{1b}[2Jb");
    }
}
