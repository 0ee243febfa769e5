//! Names of sheets: what Excel allows, none twice.

/// Most characters in the name of a sheet, as UTF-16 counts them.
const LONGEST: usize = 31;

/// The names that are taken.
#[derive(Default)]
pub(super) struct Names(Vec<String>);

impl Names {
    /// The wanted name as far as Excel allows it, with a number behind it if it is taken; taken from now on.
    pub(super) fn free(&mut self, wanted: &str) -> String {
        let harmless: String = wanted.chars().map(|c| if "[]:*?/\\'".contains(c) { ' ' } else { c }).collect();
        let harmless = harmless.trim();
        let harmless = if harmless.is_empty() { "-" } else { harmless };
        let numbered = |i: usize| {
            let suffix = if i == 1 { String::new() } else { format!(" {i}") };
            format!("{}{suffix}", cut(harmless, LONGEST - suffix.len()).trim_end())
        };
        // Excel does not tell large letters from small ones.
        let is_free = |name: &String| self.0.iter().all(|taken| taken.to_lowercase() != name.to_lowercase());
        // One of so many names is free.
        let name = (1..=self.0.len() + 1).map(numbered).find(is_free).unwrap_or_default();
        self.0.push(name.clone());
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
