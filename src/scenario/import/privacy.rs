//! Identity-card numbers, which no plan needs and no roster should hold.

/// Parts of heads under which they are kept.
const HEADS: &[&str] = &["身份证", "证件号", "公民身份", "身份号码", "idcard"];

/// Weights of the first 17 digits, GB 11643-1999.
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/// The check character for each remainder of the weighted sum by 11.
const CHECKS: &[u8; 11] = b"10X98765432";

/// Whether a head announces them.
pub(super) fn is_head(header: &str) -> bool {
    let header = header.to_lowercase().replace(' ', "");
    HEADS.iter().any(|part| header.contains(part))
}

/// Whether a text has one in it: 18 digits with a check character that fits, or 15 with a date of birth in them.
pub(super) fn is_in(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, 'X' | 'x');
    text.split(|c| !is_part(c)).any(|run| is_number(run.as_bytes()))
}

fn is_number(run: &[u8]) -> bool {
    let digits = |part: &[u8]| part.iter().all(u8::is_ascii_digit);
    match run.split_last() {
        // As a number a spreadsheet keeps 15 or 16 digits of it; the check character is lost, the date is not.
        Some((last, first)) if run.len() == 18 && digits(first) => {
            let sum: u32 = first.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
            let check = usize::try_from(sum % 11).ok().and_then(|at| CHECKS.get(at).copied());
            let is_rounded = run.ends_with(b"00");
            check == Some(last.to_ascii_uppercase()) || is_rounded && is_date(first.get(10..14))
        }
        _ => run.len() == 15 && digits(run) && is_date(run.get(8..12)),
    }
}

/// Whether four digits are a month and a day.
fn is_date(digits: Option<&[u8]>) -> bool {
    let number = |part: &[u8]| part.iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0'));
    digits
        .and_then(|digits| digits.split_at_checked(2))
        .is_some_and(|(month, day)| (1..=12).contains(&number(month)) && (1..=31).contains(&number(day)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_known_by_their_check_character_or_date() {
        // The example of the standard itself, and one with X.
        assert!(is_in("11010519491231002X") && is_in("号码440524188001010014。") && is_in("110105491231002"));
        // Another check character; a month 13; a telephone; digits of a bank card.
        for text in ["110105194912310021", "110105491331002", "13900000000", "6222020200112233445", "19750312", ""] {
            assert!(!is_in(text), "{text}");
        }
        assert!(is_head("身份证号码") && is_head("ID card") && !is_head("编号"));
    }
}
