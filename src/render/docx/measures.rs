//! Measures and names that several parts of a Word document share: the page, the fonts, the namespace.
//!
//! Lengths are in twentieths of a point (twips), 1 mm = 1440 / 25.4 of them.

/// The namespace of `WordprocessingML`.
pub(super) const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A4, 210 × 297 mm.
pub(super) const PAGE: [u32; 2] = [11906, 16838];
/// 天头 37 mm, 右 26 mm, 下 35 mm, 订口 28 mm: what is left is 版心, 156 × 225 mm.
pub(super) const MARGINS: [(&str, u32); 4] = [("w:top", 2098), ("w:right", 1474), ("w:bottom", 1984), ("w:left", 1587)];
/// Width of the text.
pub(super) const WIDTH: u32 = PAGE[0] - 1587 - 1474;
/// Height of a line: 22 of them fill 225 mm.
pub(super) const LINE: u32 = 579;

/// 仿宋: the text.
pub(super) const FANGSONG: &str = "仿宋_GB2312";
/// 楷体: headings of the second level.
pub(super) const KAI: &str = "楷体_GB2312";
/// 黑体: headings of the first level.
pub(super) const BLACK: &str = "黑体";
/// 小标宋: titles.
pub(super) const TITLE: &str = "方正小标宋简体";
/// 宋体: page numbers.
pub(super) const SONG: &str = "宋体";
