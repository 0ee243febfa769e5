//! How the sentences of a request are set.

use crate::request::{all, documents, said};
use shuanggang::text::Language;

/// A source in brackets that has brackets itself.
#[test]
fn brackets_do_not_stand_within_their_like() {
    for letter in all(&documents(Language::Chinese)) {
        for line in said(letter).lines() {
            let mut depth = 0;
            for c in line.chars() {
                depth += i32::from(c == '（') - i32::from(c == '）');
                assert!((0..=1).contains(&depth), "{line}");
            }
        }
    }
}

#[test]
fn no_space_stands_beside_a_chinese_character() {
    let said = all(&documents(Language::Chinese)).map(said).concat();
    let wide =
        |c: Option<char>| c.is_some_and(|c| ('\u{4E00}'..'\u{A000}').contains(&c) || "，。；：（）、".contains(c));
    for line in said.lines() {
        for (i, _) in line.match_indices(' ') {
            let (before, after) = (line.get(..i).unwrap(), line.get(i + 1..).unwrap());
            assert!(!wide(before.chars().last()) && !wide(after.chars().next()), "{line}");
        }
    }
}
