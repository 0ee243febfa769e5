//! The dates of a document as iCalendar (RFC 5545): whole days, UTF-8, lines of at most 75 octets.
//!
//! The format is a dozen lines of text and two rules, for folding and for escaping; both stand below.

use super::document::Document;
use crate::text::{Language, Text};
use crate::units::Day;
use std::fmt::Write as _;

/// Octets of a line without its end.
const LINE: usize = 75;

/// The dates of a document.
#[must_use]
pub fn render(document: &Document, text: &Text) -> String {
    let mut calendar = String::new();
    let mut line = |said: &str| fold(&mut calendar, said);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line(&format!("PRODID:-//shuanggang//shuanggang//{}", language(text)));
    line("CALSCALE:GREGORIAN");
    line(&format!("X-WR-CALNAME:{}", escaped(document.title.as_str())));
    for dated in document.dates() {
        line("BEGIN:VEVENT");
        line(&format!("UID:{}@shuanggang", dated.uid(&document.title)));
        // There is no clock here: the same input gives the same bytes.
        line(&format!("DTSTAMP:{}T000000Z", compact(dated.stamp)));
        line(&format!("DTSTART;VALUE=DATE:{}", compact(dated.first)));
        // The day on which it is over.
        line(&format!("DTEND;VALUE=DATE:{}", compact(dated.last.next())));
        line(&format!("SUMMARY:{}", escaped(dated.title.as_str())));
        line("TRANSP:OPAQUE");
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    calendar
}

/// The language of the text in it, as a public identifier has it.
fn language(text: &Text) -> &'static str {
    match text.language() {
        Language::Chinese => "ZH",
        Language::English => "EN",
    }
}

fn compact(day: Day) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// Text with what means something else in a value made harmless.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// A line in pieces of at most 75 octets, each after the first behind a blank; no character is cut in two.
fn fold(calendar: &mut String, said: &str) {
    let mut used = 0;
    for c in said.chars() {
        if used + c.len_utf8() > LINE {
            calendar.push_str("\r\n ");
            used = 1;
        }
        calendar.push(c);
        used += c.len_utf8();
    }
    let _ = write!(calendar, "\r\n");
}
