//! Identity-card numbers (GB 11643-1999), which no plan needs, no roster should hold and no message repeats.
//!
//! One rule for every reader: what looks like one is one, whatever its check character.

use super::wide::narrow_char;
use std::ops::Range;

/// Parts of heads under which they are kept.
const HEADS: &[&str] = &["身份证", "证件号", "公民身份", "身份号码", "idcard"];

/// Whether a head announces them.
#[must_use]
pub fn announces_identity_numbers(header: &str) -> bool {
    let header = header.to_lowercase().replace(' ', "");
    HEADS.iter().any(|part| header.contains(part))
}

/// Whether a text has one in it: 18 digits, of which the last may be X, or 15 with a date of birth in them; in narrow
/// or wide digits, also with blanks or dashes between them if there is a date of birth.
#[must_use]
pub fn holds_identity_number(text: &str) -> bool {
    next(&text.chars().collect::<Vec<_>>(), 0).is_some()
}

/// The text with stars for identity numbers.
#[must_use]
pub fn without_identity_numbers(text: &str) -> String {
    let mut chars: Vec<_> = text.chars().collect();
    let mut from = 0;
    while let Some(range) = next(&chars, from) {
        from = range.end;
        chars.get_mut(range).unwrap_or_default().fill('*');
    }
    chars.into_iter().collect()
}

/// The first identity number at or after a position.
fn next(chars: &[char], from: usize) -> Option<Range<usize>> {
    let mut at = from;
    while at < chars.len() {
        let joined = run(chars, at, is_between);
        if is_number(&joined.digits, true) {
            return Some(at..joined.end);
        }
        while at < joined.end {
            let whole = run(chars, at, |_| false);
            if is_number(&whole.digits, false) {
                return Some(at..whole.end);
            }
            at = whole.end.max(at + 1);
        }
        at = joined.end.max(at + 1);
    }
    None
}

/// Digits in a row.
struct Run {
    digits: Vec<u8>,
    /// The position behind the last of them.
    end: usize,
}

/// The digits from a position on; what is `skipped` may stand between them.
fn run(chars: &[char], from: usize, skipped: impl Fn(char) -> bool) -> Run {
    let mut run = Run { digits: Vec::new(), end: from };
    for (at, c) in (from..).zip(chars.get(from..).unwrap_or_default()) {
        match digit(*c) {
            Some(digit) => {
                run.digits.push(digit);
                run.end = at + 1;
            }
            None if skipped(*c) && !run.digits.is_empty() => {}
            None => break,
        }
    }
    run
}

fn is_between(c: char) -> bool {
    c == ' ' || c == '\u{A0}' || c == '\u{3000}' || matches!(c, '-' | '－' | '–' | '—' | '_')
}

/// A digit or X, narrow or wide.
fn digit(c: char) -> Option<u8> {
    match narrow_char(c) {
        digit @ ('0'..='9' | 'X') => u8::try_from(digit).ok(),
        'x' => Some(b'X'),
        _ => None,
    }
}

fn is_number(digits: &[u8], in_parts: bool) -> bool {
    let Some((last, first)) = digits.split_last() else { return false };
    let is_plain = first.iter().all(u8::is_ascii_digit);
    match digits.len() {
        18 => is_plain && (!in_parts || is_province(digits) && is_date(digits.get(10..14))),
        15 => is_plain && last.is_ascii_digit() && is_province(digits) && is_date(digits.get(8..12)),
        _ => false,
    }
}

/// Whether the first two digits are those of a province (GB/T 2260), which no year begins with.
fn is_province(digits: &[u8]) -> bool {
    let region = digits.first().zip(digits.get(1));
    region.is_some_and(|(tens, ones)| {
        (b'1'..=b'8').contains(tens) && (b'0'..=b'7').contains(ones) && (*tens, *ones) != (b'2', b'0')
    })
}

/// Whether four digits are a month and a day.
fn is_date(digits: Option<&[u8]>) -> bool {
    let number = |part: &[u8]| part.iter().fold(0, |number, digit| number * 10 + u32::from(digit.saturating_sub(b'0')));
    digits
        .and_then(|digits| digits.split_at_checked(2))
        .is_some_and(|(month, day)| (1..=12).contains(&number(month)) && (1..=31).contains(&number(day)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_known_however_they_are_written() {
        for text in [
            // The example of the standard itself; wrong check characters; rounded by a spreadsheet.
            "11010519491231002X",
            "号码440524188001010014。",
            "110105194912310021",
            "110105194912310000",
            // Of 15 digits.
            "110105491231002",
            // Wide, with a small x, in parts.
            "１１０１０５１９４９１２３１００２Ｘ",
            "11010519491231002x",
            "110105 19491231 002X",
            "110105-1949-12-31-0021",
            "110105 491231 002",
        ] {
            assert!(holds_identity_number(text), "{text}");
            let masked = without_identity_numbers(text);
            assert!(!holds_identity_number(&masked) && !masked.contains("1949"), "{masked}");
        }
        // A month 13; a telephone; digits of a bank card; months and numbers beside each other.
        for text in [
            "110105491331002",
            "13900000000",
            "6222020200112233445",
            "19750312",
            "",
            "1997-08 2003-07 2011-09",
            "编1 - 2",
        ] {
            assert!(!holds_identity_number(text), "{text}");
            assert_eq!(without_identity_numbers(text), text);
        }
        assert!(announces_identity_numbers("身份证号码") && announces_identity_numbers("ID card"));
        assert!(!announces_identity_numbers("编号"));
    }
}
