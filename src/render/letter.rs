//! An official letter: what it says, part by part, not how it looks.
//!
//! The parts are those of GB/T 9704-2012 (《党政机关公文格式》); [`super::docx`] and [`markdown`] render them.

pub mod markdown;

use super::document::Table;
use super::document::chart::Chart;
use super::line::Line;

/// A letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// What it asks for (标题), without its author.
    pub title: Line,
    /// Its parts in order.
    pub parts: Vec<Part>,
    /// What every page is marked with, such as that this is a draft.
    pub mark: Option<Line>,
    /// What only the unit can fill in: each names one place that was left blank.
    pub blanks: Vec<Line>,
}

/// A part of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Above the red line (版头): who issues it, its number, who signs.
    Masthead {
        /// 发文机关标志
        issuer: Line,
        /// 发文字号
        number: Line,
        /// 签发人
        signer: Line,
    },
    /// 标题, line by line
    Title(Vec<Line>),
    /// Below the title of a paper that belongs to another one: which that is.
    Subtitle(Line),
    /// 主送机关
    Addressee(Line),
    /// Starts a part of the text, with its number.
    Heading(Level, Line),
    /// Running text.
    Paragraph(Line),
    /// 结语
    Formula(Line),
    /// 附件说明
    Attachments {
        /// The word before the first.
        mark: Line,
        /// What is attached, numbered.
        names: Vec<Line>,
    },
    /// 发文机关署名、成文日期
    Signature {
        /// Who signs.
        unit: Line,
        /// When.
        date: Line,
    },
    /// 附注: whom to ask.
    Contact(Line),
    /// Starts an attachment on a new page.
    Annex {
        /// 附件 and its number.
        mark: Line,
        /// What it holds, line by line.
        title: Vec<Line>,
    },
    /// Rows of like things under a title.
    Table(Line, Table),
    /// What a reader of the table before it has to know, set as its cells are.
    Note(Line),
    /// A drawing of numbers; it has its own title.
    Chart(Chart),
}

/// How deep a heading stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// 一、
    First,
    /// （一）
    Second,
}

impl Letter {
    /// The charts in order.
    pub fn charts(&self) -> impl Iterator<Item = &Chart> {
        self.parts.iter().filter_map(|part| match part {
            Part::Chart(chart) if !chart.is_empty() => Some(chart),
            _ => None,
        })
    }
}
