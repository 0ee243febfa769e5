//! XML as a tree: elements, attributes, text; escaped when written.

use quick_xml::escape::escape;
use std::fmt::{self, Display};

/// An element. Its children stand in the order that the schema of the format asks for.
#[derive(Debug, Clone)]
pub(super) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    inside: Vec<Node>,
}

#[derive(Debug, Clone)]
enum Node {
    Element(Element),
    Text(String),
}

/// An element without anything in it.
pub(super) const fn element(name: &'static str) -> Element {
    Element { name, attributes: Vec::new(), inside: Vec::new() }
}

impl Element {
    /// The element with an attribute more.
    pub(super) fn with(mut self, name: &'static str, value: impl Display) -> Self {
        self.attributes.push((name, value.to_string()));
        self
    }

    /// The element with the attribute in which Word keeps most values.
    pub(super) fn val(self, value: impl Display) -> Self {
        self.with("w:val", value)
    }

    /// The element with further children.
    pub(super) fn containing(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.inside.extend(children.into_iter().map(Node::Element));
        self
    }

    /// The element with text in it; its blanks at both ends count.
    pub(super) fn saying(mut self, text: &str) -> Self {
        // Two characters of Unicode that XML cannot hold at all.
        self.inside.push(Node::Text(text.replace(['\u{FFFE}', '\u{FFFF}'], "\u{FFFD}")));
        self
    }

    /// A whole part of a package, with this element as its root.
    pub(super) fn into_part(self) -> String {
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n{self}")
    }
}

impl Display for Element {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{}", self.name)?;
        for (name, value) in &self.attributes {
            write!(f, " {name}=\"{}\"", escape(value.as_str()))?;
        }
        if self.inside.is_empty() {
            return f.write_str("/>");
        }
        f.write_str(">")?;
        for node in &self.inside {
            match node {
                Node::Element(element) => write!(f, "{element}")?,
                Node::Text(text) => write!(f, "{}", escape(text.as_str()))?,
            }
        }
        write!(f, "</{}>", self.name)
    }
}
