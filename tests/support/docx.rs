//! A Word document read back.

use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

/// The files of a document.
pub(crate) struct Package(BTreeMap<String, String>);

/// One of them.
pub(crate) struct Xml {
    pub(crate) text: String,
}

impl Package {
    /// Unpacks a document; every file must be well-formed XML.
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut files = BTreeMap::new();
        for i in 0..archive.len() {
            let mut file = archive.by_index(i).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            let mut reader = Reader::from_str(&text);
            while !matches!(reader.read_event().unwrap(), Event::Eof) {}
            let name = file.name().unwrap().into_owned();
            assert!(files.insert(name.clone(), text).is_none(), "{name} twice");
        }
        Self(files)
    }

    pub(crate) fn files(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    pub(crate) fn xml(&self, file: &str) -> Xml {
        Xml { text: self.0[file].clone() }
    }
}

impl Xml {
    /// The number of `element/attribute`.
    pub(crate) fn attribute(&self, path: &str) -> u32 {
        let (element, attribute) = path.rsplit_once('/').unwrap();
        let element = self.part(&format!("<{element} "), ">");
        let value = element.split(&format!("{attribute}=\"")).nth(1).unwrap();
        value.split('"').next().unwrap().parse().unwrap()
    }

    /// From a text to the next of another.
    pub(crate) fn part(&self, from: &str, to: &str) -> String {
        let rest = self.text.split(from).nth(1).unwrap_or_else(|| panic!("no {from}"));
        rest.split(to).next().unwrap().to_owned()
    }

    /// What a reader reads, one paragraph a line.
    pub(crate) fn said(&self) -> String {
        let mut reader = Reader::from_str(&self.text);
        let mut said = String::new();
        let mut in_text = false;
        loop {
            match reader.read_event().unwrap() {
                Event::Start(tag) => in_text = tag.name().as_ref() == "w:t",
                Event::End(tag) if tag.name().as_ref() == "w:p" => said.push('\n'),
                Event::End(_) => in_text = false,
                Event::Empty(tag) if tag.name().as_ref() == "w:noBreakHyphen" => said.push('-'),
                Event::Text(text) if in_text => said.push_str(&text),
                Event::GeneralRef(entity) if in_text => said.push(character(&entity)),
                Event::Eof => return said,
                _ => {}
            }
        }
    }
}

fn character(entity: &str) -> char {
    match entity {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        "apos" => '\'',
        other => panic!("{other}"),
    }
}
