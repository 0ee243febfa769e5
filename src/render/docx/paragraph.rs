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
    element("w:r").containing(look(said)).containing([text(said)])
}

/// Quotation marks, dashes and dots are in Latin fonts too; in a text with Chinese characters they are Chinese.
pub(super) fn look(said: &str) -> Option<Element> {
    let is_chinese = said.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
    is_chinese.then(|| element("w:rPr").containing([element("w:rFonts").with("w:hint", "eastAsia")]))
}

/// Text with its spaces.
pub(super) fn text(said: &str) -> Element {
    element("w:t").with("xml:space", "preserve").saying(said)
}
