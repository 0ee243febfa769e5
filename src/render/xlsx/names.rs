//! Names of sheets and tables, heads of columns: what Excel allows, none twice.

/// Most characters in the name of a sheet, as UTF-16 counts them.
const LONGEST_SHEET: usize = 31;
/// Most in the head of a column or the name of a table.
const LONGEST: usize = 250;

/// The names that are taken.
#[derive(Default)]
pub(super) struct Names {
    taken: Vec<String>,
    /// How the name of every sheet begins.
    begin: String,
}

impl Names {
    /// Names of sheets that all begin alike.
    pub(super) fn beginning(begin: &str) -> Self {
        Self { taken: Vec::new(), begin: begin.to_owned() }
    }

    /// The name of a sheet.
    pub(super) fn sheet(&mut self, wanted: &str) -> String {
        let harmless: String = wanted.chars().map(|c| if "[]:*?/\\'".contains(c) { ' ' } else { c }).collect();
        let name = format!("{}{}", self.begin, harmless.trim());
        self.free(&name, LONGEST_SHEET, ' ')
    }

    /// The name of a table, from its stable name.
    pub(super) fn table(&mut self, wanted: &str) -> String {
        let harmless: String = wanted.chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
        self.free(&harmless, LONGEST, '_')
    }

    /// The head of a column.
    pub(super) fn head(&mut self, wanted: &str) -> String {
        self.free(wanted.trim(), LONGEST, ' ')
    }

    /// The wanted name as far as there is room for it, with a number behind it if it is taken; taken from now on.
    fn free(&mut self, wanted: &str, longest: usize, before_number: char) -> String {
        let wanted = if wanted.is_empty() { "-" } else { wanted };
        let numbered = |i: usize| {
            let suffix = if i == 1 { String::new() } else { format!("{before_number}{i}") };
            format!("{}{suffix}", cut(wanted, longest - suffix.len()).trim_end())
        };
        // Excel does not tell large letters from small ones.
        let is_free = |name: &String| self.taken.iter().all(|taken| taken.to_lowercase() != name.to_lowercase());
        // One of so many names is free.
        let name = (1..=self.taken.len() + 1).map(numbered).find(is_free).unwrap_or_default();
        self.taken.push(name.clone());
        name
    }
}

fn cut(name: &str, longest: usize) -> String {
    let mut shown = String::new();
    for c in name.chars() {
        if shown.encode_utf16().count() + c.len_utf16() > longest {
            break;
        }
        shown.push(c);
    }
    shown
}
