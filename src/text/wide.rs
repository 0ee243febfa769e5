//! Wide characters, which Chinese input methods write where narrow ones are meant.

/// Where the wide forms of ASCII begin, and where ASCII does.
const WIDE: std::ops::RangeInclusive<char> = '！'..='～';

/// The text with narrow digits, letters and signs for wide ones.
#[must_use]
pub fn narrow(text: &str) -> String {
    text.chars().map(narrow_char).collect()
}

/// The narrow form of a character, or the character itself.
pub(super) fn narrow_char(c: char) -> char {
    // The wide forms stand in the order of ASCII, from `！` for `!` on.
    let narrow = u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32);
    narrow.filter(|_| WIDE.contains(&c)).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_signs_have_narrow_ones() {
        assert_eq!(narrow("２０２５－０１＝［Ａ］"), "2025-01=[A]");
        assert_eq!(narrow("股室“甲”、 1"), "股室“甲”、 1");
    }
}
