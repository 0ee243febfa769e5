//! What a printed file says, word by word, and whether a head stands in it as one.

use std::path::Path;
use std::process::Command;

/// A word on a page: its edges in points, and its letters.
struct Word {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
    text: String,
}

/// The words of each page.
pub(crate) struct Paper(Vec<Vec<Word>>);

impl Paper {
    pub(crate) fn of(pdf: &Path) -> Self {
        let output = Command::new("pdftotext").arg("-bbox").arg(pdf).arg("-").output().unwrap();
        assert!(output.status.success(), "{output:?}");
        let said = String::from_utf8(output.stdout).unwrap();
        let word = |piece: &str| {
            let edge = |name: &str| piece.split_once(name)?.1.split_once('"')?.0.parse::<f64>().ok();
            let text = piece.split_once('>')?.1.split_once('<')?.0;
            let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
            // What joins the parts of a code is no letter.
            let text = text.replace('\u{2060}', "");
            let [left, top] = [edge("xMin=\"")?, edge("yMin=\"")?];
            Some(Word { left, top, right: edge("xMax=\"")?, bottom: edge("yMax=\"")?, text })
        };
        let page = |page: &str| page.split("<word ").skip(1).filter_map(word).collect();
        Self(said.split("<page ").skip(1).map(page).collect())
    }

    /// Whether a head, without spaces, is printed whole: its words in order, each right of the one before or on the next
    /// line of the same column.
    pub(crate) fn holds(&self, head: &str) -> bool {
        self.0.iter().any(|page| page.iter().any(|word| goes_on(head, word, page)))
    }
}

/// Whether a word begins what is left of a head, and others near it end it.
fn goes_on(head: &str, word: &Word, page: &[Word]) -> bool {
    if word.text.starts_with(head) {
        return true;
    }
    let Some(rest) = head.strip_prefix(&*word.text).filter(|_| !word.text.is_empty()) else { return false };
    page.iter().filter(|next| word.is_before(next)).any(|next| goes_on(rest, next, page))
}

impl Word {
    fn is_before(&self, next: &Self) -> bool {
        // Letters of one line have boxes of their own fonts: figures are lower than characters.
        let height = (self.bottom - self.top).max(next.bottom - next.top);
        let lower = f64::midpoint(next.top, next.bottom) - f64::midpoint(self.top, self.bottom);
        let beside = lower.abs() < height * 0.6 && (-1.0..height * 1.5).contains(&(next.left - self.right));
        // The next line of a column may begin left of the last word of this one.
        let under = next.left < self.right + height && next.right > self.left - height * 12.0;
        beside || (0.0 < lower && lower < height * 2.2 && under)
    }
}
