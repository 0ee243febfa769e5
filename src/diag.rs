//! What is wrong with an input: a code, a place and the facts, never a finished sentence.
//!
//! The sentences (cause and remedy) are in the text catalogues under the code;
//! `docs/errors.md` explains every code with a wrong and a right example.

mod code;
pub mod reading;

pub use code::Code;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// A place in an input file, counted from 1. For CSV the line is the row and the column the field.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// File as the user named it.
    pub file: Arc<str>,
    /// The sheet of a workbook that is read as a whole unit; then line and column are a cell.
    pub sheet: Option<Arc<str>>,
    /// Line, or row of a table.
    pub line: usize,
    /// Column in characters, or field of a table.
    pub column: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.sheet {
            Some(sheet) => write!(f, "{} {sheet}!{}", self.file, self.cell()),
            None => write!(f, "{}:{}:{}", self.file, self.line, self.column),
        }
    }
}

impl Place {
    /// The place as whoever stands at another one calls it: without the file or sheet that both share.
    #[must_use]
    pub fn from(&self, other: &Self) -> String {
        match &self.sheet {
            _ if self.file != other.file => self.to_string(),
            None => format!("{}:{}", self.line, self.column),
            Some(_) if self.sheet == other.sheet => self.cell(),
            Some(sheet) => format!("{sheet}!{}", self.cell()),
        }
    }

    /// The file, and the sheet where it is a workbook.
    #[must_use]
    pub fn source(&self) -> String {
        self.sheet.as_ref().map_or_else(|| self.file.to_string(), |sheet| format!("{} [{sheet}]", self.file))
    }

    /// The place in a table as a spreadsheet calls it: `C7`.
    #[must_use]
    pub fn cell(&self) -> String {
        let mut letters = Vec::new();
        let mut column = self.column;
        while column > 0 {
            // 1 to 26 are A to Z, and no column is called zero.
            column -= 1;
            letters.push(char::from(b'A' + u8::try_from(column % 26).unwrap_or_default()));
            column /= 26;
        }
        format!("{}{}", letters.iter().rev().collect::<String>(), self.line)
    }
}

/// Whether an input can be used in spite of the finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It cannot.
    Error,
    /// It can; the report repeats the warning.
    Warning,
}

/// One finding about an input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable code.
    pub code: Code,
    /// Where.
    pub place: Place,
    /// The sheet that the place is a cell of, empty where a file is one table; `None` if readers count lines.
    pub sheet: Option<Arc<str>>,
    /// Named facts that fill the sentences of the catalogue.
    pub facts: Vec<(&'static str, String)>,
    /// The known word nearest to an unknown one.
    pub suggestion: Option<Box<str>>,
    /// What stands there, when the text is at hand.
    pub excerpt: Option<Box<Excerpt>>,
}

/// The line of a text, or the cell of a table, that a finding is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The line or cell, without its end of line.
    pub text: String,
    /// Where in it, counted from 1 in characters.
    pub column: usize,
}

impl Diagnostic {
    /// A finding without facts.
    #[must_use]
    pub fn new(code: Code, place: &Place) -> Self {
        Self { code, place: place.clone(), sheet: None, facts: Vec::new(), suggestion: None, excerpt: None }
    }

    /// Where, as a reader finds it: `minimal.toml:3:1`, or `staff.xlsx [在职] C7`.
    #[must_use]
    pub fn location(&self) -> String {
        match self.sheet.as_deref() {
            None => self.place.to_string(),
            Some("") => format!("{} {}", self.place.file, self.place.cell()),
            Some(sheet) => format!("{} [{sheet}] {}", self.place.file, self.place.cell()),
        }
    }

    /// Adds a fact for the sentences of the catalogue.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "facts are small, and a reference would clutter every caller")]
    pub fn fact(mut self, name: &'static str, value: impl ToString) -> Self {
        self.facts.push((name, value.to_string()));
        self
    }

    /// Adds the known word nearest to `word`, if one is near enough to be meant.
    #[must_use]
    pub fn suggest<'a>(mut self, word: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        self.suggestion = nearest(word, known).map(Into::into);
        self
    }
}

/// As many findings of one code are kept; nobody reads more, and a broken file may have any number.
const MOST_OF_A_CODE: usize = 100;

/// Everything that is wrong with an input, in order of place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Diagnostics {
    kept: Vec<Diagnostic>,
    /// How many findings there are of each code, those that are not kept among them.
    counts: BTreeMap<Code, usize>,
}

impl Diagnostics {
    /// Adds a finding; of one code only the first 100 are kept, the others are counted.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let count = self.counts.entry(diagnostic.code).or_default();
        *count += 1;
        if *count <= MOST_OF_A_CODE {
            self.kept.push(diagnostic);
        }
    }

    /// Whether another finding of a code would be kept; if not, it need say nothing.
    #[must_use]
    pub fn has_room(&self, code: Code) -> bool {
        self.counts.get(&code).is_none_or(|count| *count < MOST_OF_A_CODE)
    }

    /// Adds the findings of another reader.
    pub fn append(&mut self, other: Self) {
        let more = other.more();
        other.kept.into_iter().for_each(|finding| self.push(finding));
        for (code, more) in more {
            *self.counts.entry(code).or_default() += more;
        }
    }

    /// How many findings of which codes are not kept.
    #[must_use]
    pub fn more(&self) -> Vec<(Code, usize)> {
        let kept = |code| self.kept.iter().filter(|finding| finding.code == code).count();
        let more = self.counts.iter().map(|(code, count)| (*code, count - kept(*code)));
        more.filter(|(_, more)| *more > 0).collect()
    }

    /// All findings, sorted by place, then code.
    #[must_use]
    pub fn sorted(mut self) -> Self {
        self.kept.sort_by(|a, b| (&a.place, a.code).cmp(&(&b.place, b.code)));
        self
    }

    /// Fills in what stands at each place, from whoever has read the files.
    #[must_use]
    pub fn with_excerpts(mut self, read: impl Fn(&Place) -> Option<Excerpt>) -> Self {
        for diagnostic in &mut self.kept {
            diagnostic.excerpt = read(&diagnostic.place).map(Box::new);
        }
        self
    }

    /// The findings as those of a sheet, so that their places are shown as cells.
    #[must_use]
    pub fn in_sheet(mut self, sheet: &Arc<str>) -> Self {
        for diagnostic in &mut self.kept {
            diagnostic.sheet = Some(Arc::clone(sheet));
        }
        self
    }

    /// The findings as those of a sheet of a workbook that is read as a whole unit.
    #[must_use]
    pub fn on_sheet(mut self, sheet: &Arc<str>) -> Self {
        for diagnostic in &mut self.kept {
            diagnostic.place.sheet = Some(Arc::clone(sheet));
        }
        self
    }

    /// Says a finding otherwise, one by one.
    #[must_use]
    pub fn said_anew(mut self, mut say: impl FnMut(&mut Diagnostic)) -> Self {
        self.kept.iter_mut().for_each(&mut say);
        self
    }

    /// How many findings there are of a severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.counts.iter().filter(|(code, _)| code.severity() == severity).map(|(_, count)| count).sum()
    }

    /// The findings that are kept.
    #[must_use]
    pub fn as_slice(&self) -> &[Diagnostic] {
        &self.kept
    }

    /// Whether any finding forbids the use of the input.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }
}

/// For programmers: a line for each finding, `E101 at minimal.toml:3:1`, and for each code the number of those that are
/// not kept. What a user reads comes from the catalogues.
impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kept = self.kept.iter().map(|finding| format!("{} at {}", finding.code.id(), finding.location()));
        let more = self.more().into_iter().map(|(code, more)| format!("{} at {more} more places", code.id()));
        f.write_str(&kept.chain(more).collect::<Vec<_>>().join("\n"))
    }
}

impl std::error::Error for Diagnostics {}

/// The known word nearest to `word`, if any is near enough to be meant.
#[must_use]
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    known
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= candidate.chars().count().max(3) / 3)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_called_as_in_a_spreadsheet() {
        let cell = |line, column| Place { file: "".into(), sheet: None, line, column }.cell();
        assert_eq!([cell(7, 3), cell(1, 26), cell(2, 27), cell(9, 703)], ["C7", "Z1", "AA2", "AAA9"]);
    }

    #[test]
    fn findings_are_an_error_that_names_each_place_in_a_line() {
        let mut found = Diagnostics::default();
        for line in 1..=102 {
            found.push(Diagnostic::new(
                Code::UnknownKey,
                &Place { file: "a.toml".into(), sheet: None, line, column: 2 },
            ));
        }
        let mut cell = Diagnostics::default();
        cell.push(Diagnostic::new(Code::FileEmpty, &Place { file: "b.xlsx".into(), sheet: None, line: 7, column: 3 }));
        found.append(cell.in_sheet(&"在职".into()));
        let error: Box<dyn std::error::Error> = found.into();
        let told = error.to_string();
        let lines: Vec<&str> = told.lines().collect();
        assert_eq!(lines.len(), 102);
        assert_eq!(lines[0], "E103 at a.toml:1:2");
        assert_eq!(lines[99..], ["E103 at a.toml:100:2", "E003 at b.xlsx [在职] C7", "E103 at 2 more places"]);
    }
}
