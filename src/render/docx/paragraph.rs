//! A paragraph and what stands in it.

use super::xml::{Element, element};

/// A paragraph of a style.
pub(super) fn paragraph(id: &'static str, text: &str) -> Element {
    element("w:p").containing([element("w:pPr").containing([style(id)]), run(text)])
}

/// The same, on one page with what follows.
pub(super) fn kept(id: &'static str, text: &str) -> Element {
    element("w:p").containing([element("w:pPr").containing([style(id), element("w:keepNext")]), run(text)])
}

/// The style of a paragraph.
pub(super) fn style(id: &'static str) -> Element {
    element("w:pStyle").val(id)
}

/// A run of text.
pub(super) fn run(said: &str) -> Element {
    element("w:r").containing(look(said)).containing(texts(said))
}

/// Quotation marks, dashes and dots are in Latin fonts too; in a text with Chinese characters they are Chinese.
pub(super) fn look(said: &str) -> Option<Element> {
    let is_chinese = said.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
    is_chinese.then(|| element("w:rPr").containing([element("w:rFonts").with("w:hint", "eastAsia")]))
}

/// Text with its spaces. A hyphen between digits, as in 附件2-1 or 2025-08, is never the last of its line.
pub(super) fn texts(said: &str) -> Vec<Element> {
    let text = |said: &str| element("w:t").with("xml:space", "preserve").saying(said);
    let mut texts = Vec::new();
    let mut rest = said;
    while let Some((before, after)) = whole_hyphen(rest) {
        texts.extend([text(before), element("w:noBreakHyphen")]);
        rest = after;
    }
    texts.push(text(rest));
    texts
}

/// What stands before and after the first hyphen between digits.
fn whole_hyphen(said: &str) -> Option<(&str, &str)> {
    let parts = said.match_indices('-').filter_map(|(at, _)| Some((said.get(..at)?, said.get(at + 1..)?)));
    let digit = |c: char| c.is_ascii_digit();
    parts.into_iter().find(|(before, after)| before.ends_with(digit) && after.starts_with(digit))
}
