//! An Office file as a package of parts: parts are changed, added and taken away; the others are kept byte for byte.

pub(in crate::render) mod xml;

use self::xml::{appended, escaped, tags};
use std::io::{Cursor, Read as _, Write as _};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Where the types of all parts are written down.
const TYPES: &str = "[Content_Types].xml";
/// What relationships between parts are called.
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// Main types begin with this.
pub(super) const SHEETS: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// A package, open for changes.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    parts: Vec<Part>,
}

struct Part {
    name: String,
    contents: Contents,
}

enum Contents {
    /// As the archive has it, at this place.
    Kept(usize),
    New(Vec<u8>),
}

/// What one part says of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Relation {
    /// What the part calls the other.
    pub(super) id: String,
    /// The last word of its kind: `worksheet`.
    pub(super) kind: String,
    /// The other part.
    pub(super) target: String,
}

impl<'a> Package<'a> {
    /// Opens a package that was found to be of sane size.
    pub(super) fn open(bytes: &'a [u8]) -> Option<Self> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
        let mut parts = Vec::new();
        for at in 0..archive.len() {
            let name = archive.by_index_raw(at).ok()?.name().ok()?.into_owned();
            parts.push(Part { name, contents: Contents::Kept(at) });
        }
        Some(Self { archive, parts })
    }

    /// The names of all parts.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().map(|part| part.name.as_str())
    }

    /// The bytes of a part. Names are compared without regard to case.
    pub(super) fn bytes(&mut self, name: &str) -> Option<Vec<u8>> {
        match &self.parts.iter().find(|part| part.name.eq_ignore_ascii_case(name))?.contents {
            Contents::New(bytes) => Some(bytes.clone()),
            Contents::Kept(at) => {
                let mut bytes = Vec::new();
                self.archive.by_index(*at).ok()?.read_to_end(&mut bytes).ok()?;
                Some(bytes)
            }
        }
    }

    /// The text of a part.
    pub(super) fn text(&mut self, name: &str) -> Option<String> {
        let text = String::from_utf8(self.bytes(name)?).ok()?;
        Some(text.strip_prefix('\u{FEFF}').map_or(text.clone(), str::to_owned))
    }

    /// Writes a part anew, or a new one.
    pub(super) fn put(&mut self, name: &str, contents: impl Into<Vec<u8>>) {
        let contents = Contents::New(contents.into());
        match self.parts.iter_mut().find(|part| part.name.eq_ignore_ascii_case(name)) {
            Some(part) => part.contents = contents,
            None => self.parts.push(Part { name: name.to_owned(), contents }),
        }
    }

    /// Takes a part away.
    pub(super) fn remove(&mut self, name: &str) {
        self.parts.retain(|part| !part.name.eq_ignore_ascii_case(name));
    }

    /// A name of which there is no part yet: `xl/comments{n}.xml` with the first free number from this on.
    pub(super) fn free(&self, before: &str, behind: &str) -> String {
        let names = (1..=self.parts.len() + 1).map(|number| format!("{before}{number}{behind}"));
        let is_free = |name: &String| !self.names().any(|known| known.eq_ignore_ascii_case(name));
        names.into_iter().find(is_free).unwrap_or_default()
    }

    /// What a part says of others; the package itself is the part without a name.
    pub(super) fn relations(&mut self, part: &str) -> Vec<Relation> {
        let Some(text) = self.text(&relations_of(part)) else { return Vec::new() };
        let tags = tags(&text).unwrap_or_default();
        let relations = tags.iter().filter(|tag| tag.begins("Relationship")).filter_map(|tag| {
            let kind = tag.attribute("Type")?.rsplit('/').next()?.to_owned();
            Some(Relation { id: tag.attribute("Id")?, kind, target: resolved(part, &tag.attribute("Target")?) })
        });
        relations.collect()
    }

    /// The first part of a kind that a part speaks of.
    pub(super) fn related(&mut self, part: &str, kind: &str) -> Option<String> {
        self.relations(part).into_iter().find(|relation| relation.kind == kind).map(|relation| relation.target)
    }

    /// Says of a part that it has to do with another one; returns what it calls it.
    pub(super) fn relate(&mut self, part: &str, kind: &str, target: &str) -> Option<String> {
        let known = self.relations(part);
        let is_free = |id: &String| known.iter().all(|relation| relation.id != *id);
        let id = (1..=known.len() + 1).map(|number| format!("rId{number}")).find(is_free)?;
        let name = relations_of(part);
        let text = self.text(&name).unwrap_or_else(|| format!("{HEAD}<Relationships xmlns=\"{RELATIONSHIPS}\"/>"));
        // As short as it can be said from the folder of the part; some readers know no other way.
        let folder = part.rsplit_once('/').map_or("", |(folder, _)| folder);
        let short = target.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/'));
        let target = short.map_or_else(|| format!("/{target}"), str::to_owned);
        let more = format!("<Relationship Id=\"{id}\" Type=\"{KIND}/{kind}\" Target=\"{}\"/>", escaped(&target));
        self.put(&name, appended(&text, "Relationships", &more)?);
        Some(id)
    }

    /// Says of what type a part is.
    pub(super) fn declare(&mut self, part: &str, of: &str) -> Option<()> {
        let text = self.text(TYPES)?;
        let more = format!("<Override PartName=\"/{}\" ContentType=\"{of}\"/>", escaped(part));
        self.put(TYPES, appended(&text, "Types", &more)?);
        Some(())
    }

    /// Says of what type parts with an ending are, unless that is said already.
    pub(super) fn declare_ending(&mut self, ending: &str, of: &str) -> Option<()> {
        let text = self.text(TYPES)?;
        let tags = tags(&text)?;
        let is_meant =
            |tag: &xml::Tag<'_>| tag.attribute("Extension").is_some_and(|known| known.eq_ignore_ascii_case(ending));
        if tags.iter().any(|tag| tag.begins("Default") && is_meant(tag)) {
            return Some(());
        }
        let more = format!("<Default Extension=\"{ending}\" ContentType=\"{of}\"/>");
        // Endings stand before single parts.
        let at = tags.iter().find(|tag| tag.begins("Types"))?;
        let mut edits = xml::Edits::default();
        edits.put(at.span.end..at.span.end, more);
        let text = edits.apply(&text);
        self.put(TYPES, text);
        Some(())
    }

    /// Takes back what is said of the type of a part.
    pub(super) fn forget(&mut self, part: &str) -> Option<()> {
        let text = self.text(TYPES)?;
        let mut edits = xml::Edits::default();
        for tag in tags(&text)?.iter().filter(|tag| tag.begins("Override")) {
            if tag.attribute("PartName").is_some_and(|name| name.trim_start_matches('/').eq_ignore_ascii_case(part)) {
                edits.put(tag.span.clone(), String::new());
            }
        }
        let text = edits.apply(&text);
        self.put(TYPES, text);
        Some(())
    }

    /// The main part of a workbook.
    pub(super) fn workbook(&mut self) -> Option<String> {
        self.related("", "officeDocument")
    }

    /// The package as a file. The same changes give the same bytes.
    pub(super) fn save(mut self) -> Option<Vec<u8>> {
        let mut out = ZipWriter::new(Cursor::new(Vec::new()));
        for part in &self.parts {
            match &part.contents {
                Contents::Kept(at) => out.raw_copy_file(self.archive.by_index_raw(*at).ok()?).ok()?,
                Contents::New(bytes) => {
                    out.start_file(part.name.as_str(), SimpleFileOptions::default()).ok()?;
                    out.write_all(bytes).ok()?;
                }
            }
        }
        Some(out.finish().ok()?.into_inner())
    }
}

/// With this every part begins.
pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The part that says what a part has to do with others.
pub(super) fn relations_of(part: &str) -> String {
    let (folder, file) = part.rsplit_once('/').map_or(("", part), |(folder, file)| (folder, file));
    let slash = if folder.is_empty() { "" } else { "/" };
    format!("{folder}{slash}_rels/{file}.rels")
}

/// The name of a part as another one writes it.
fn resolved(part: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut folders: Vec<&str> = part.split('/').collect();
    folders.pop();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => drop(folders.pop()),
            step => folders.push(step),
        }
    }
    folders.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_called_from_the_folder_of_whoever_speaks_of_them() {
        assert_eq!(resolved("xl/worksheets/sheet1.xml", "../comments1.xml"), "xl/comments1.xml");
        assert_eq!(resolved("xl/workbook.xml", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolved("", "/xl/workbook.xml"), "xl/workbook.xml");
        assert_eq!([relations_of(""), relations_of("xl/a.xml")], ["_rels/.rels", "xl/_rels/a.xml.rels"]);
    }
}
