//! Changes to a text in XML that leave every byte as it is that they do not speak of.

use quick_xml::Reader;
use quick_xml::events::Event;
use std::ops::Range;

/// How a tag stands to its element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) enum Form {
    /// It begins it.
    Open,
    /// It is all of it.
    Empty,
    /// It ends it.
    Close,
}

/// A tag of a text.
#[derive(Debug, Clone)]
pub(in crate::render) struct Tag<'a> {
    pub(in crate::render) form: Form,
    /// The name with its prefix.
    pub(in crate::render) full_name: &'a str,
    /// How many elements it lies in.
    pub(in crate::render) depth: usize,
    /// Where it stands.
    pub(in crate::render) span: Range<usize>,
    text: &'a str,
}

impl<'a> Tag<'a> {
    /// The name without its prefix.
    pub(in crate::render) fn name(&self) -> &'a str {
        self.full_name.rsplit(':').next().unwrap_or_default()
    }

    /// The prefix with its colon; empty without one.
    pub(in crate::render) fn prefix(&self) -> &'a str {
        self.full_name.strip_suffix(self.name()).unwrap_or_default()
    }

    /// Whether it begins an element of this name.
    pub(in crate::render) fn begins(&self, name: &str) -> bool {
        self.form != Form::Close && self.name() == name
    }

    /// Whether it ends an element of this name, which was begun by another tag.
    pub(in crate::render) fn ends(&self, name: &str) -> bool {
        self.form == Form::Close && self.name() == name
    }

    /// The tag as it is written.
    pub(in crate::render) fn raw(&self) -> &'a str {
        self.text.get(self.span.clone()).unwrap_or_default()
    }

    /// An attribute, by its name without prefix.
    pub(in crate::render) fn attribute(&self, name: &str) -> Option<String> {
        let value = self.raw().get(attribute(self.raw(), name)?)?;
        Some(quick_xml::escape::unescape(value).map_or_else(|_| value.to_owned(), std::borrow::Cow::into_owned))
    }

    /// A number that an attribute gives.
    pub(in crate::render) fn number<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.attribute(name)?.parse().ok()
    }

    /// The tag with an attribute set, where one of that name may stand already.
    pub(in crate::render) fn with(&self, name: &str, value: &str) -> String {
        with(self.raw(), name, value)
    }
}

/// A tag, as it is written, with an attribute set.
pub(in crate::render) fn with(raw: &str, name: &str, value: &str) -> String {
    let value = escaped(value);
    if let Some(range) = attribute(raw, name) {
        let (before, after) = (raw.get(..range.start).unwrap_or_default(), raw.get(range.end..).unwrap_or_default());
        return format!("{before}{value}{after}");
    }
    let end = if raw.ends_with("/>") { "/>" } else { ">" };
    let rest = raw.strip_suffix(end).unwrap_or(raw).trim_end();
    format!("{rest} {name}=\"{value}\"{end}")
}

/// Where the value of an attribute stands in a tag.
fn attribute(raw: &str, name: &str) -> Option<Range<usize>> {
    let mut at = raw.find(char::is_whitespace)?;
    loop {
        let rest = raw.get(at..)?;
        let begin = at + rest.find(|c: char| !c.is_whitespace())?;
        let rest = raw.get(begin..)?;
        let equals = rest.find('=')?;
        let key = rest.get(..equals)?.trim_end();
        let behind = rest.get(equals + 1..)?;
        let quote = behind.find(['"', '\''])?;
        let mark = behind.get(quote..=quote)?;
        let first = begin + equals + 1 + quote + 1;
        let last = first + raw.get(first..)?.find(mark)?;
        if key == name || key.rsplit(':').next() == Some(name) {
            return Some(first..last);
        }
        at = last + 1;
    }
}

/// All tags of a text in their order; `None` if it is not well formed.
pub(in crate::render) fn tags(text: &str) -> Option<Vec<Tag<'_>>> {
    let mut reader = Reader::from_str(text);
    let (mut tags, mut depth, mut start) = (Vec::new(), 0_usize, 0_usize);
    loop {
        let event = reader.read_event().ok()?;
        let end = usize::try_from(reader.buffer_position()).ok()?;
        let form = match &event {
            Event::Start(_) => Some(Form::Open),
            Event::Empty(_) => Some(Form::Empty),
            Event::End(_) => Some(Form::Close),
            Event::Eof => return (depth == 0).then_some(tags),
            _ => None,
        };
        if let Some(form) = form {
            if form == Form::Close {
                depth = depth.checked_sub(1)?;
            }
            let raw = text.get(start..end)?;
            let name = raw.trim_start_matches(['<', '/']);
            let full_name = name.split(|c: char| c.is_whitespace() || matches!(c, '/' | '>')).next()?;
            tags.push(Tag { form, full_name, depth, span: start..end, text });
            if form == Form::Open {
                depth += 1;
            }
        }
        start = end;
    }
}

/// The first element of a name, as the position of the tag that begins it.
pub(in crate::render) fn first(tags: &[Tag<'_>], name: &str) -> Option<usize> {
    tags.iter().position(|tag| tag.begins(name))
}

/// Where the element stands that a tag begins.
pub(in crate::render) fn element(tags: &[Tag<'_>], at: usize) -> Option<Range<usize>> {
    let tag = tags.get(at)?;
    if tag.form == Form::Empty {
        return Some(tag.span.clone());
    }
    let end = tags.get(at..)?.iter().find(|other| other.form == Form::Close && other.depth == tag.depth)?;
    Some(tag.span.start..end.span.end)
}

/// The tags that begin the elements directly within another one.
pub(in crate::render) fn children(tags: &[Tag<'_>], at: usize) -> Vec<usize> {
    let Some(parent) = tags.get(at).filter(|parent| parent.form == Form::Open) else { return Vec::new() };
    let inner = tags.iter().enumerate().skip(at + 1).take_while(|(_, tag)| tag.depth > parent.depth);
    inner.filter(|(_, tag)| tag.depth == parent.depth + 1 && tag.form != Form::Close).map(|(at, _)| at).collect()
}

/// Changes to a text, gathered and made at once.
#[derive(Debug, Default)]
pub(in crate::render) struct Edits(Vec<(Range<usize>, String)>);

impl Edits {
    /// Puts a text in the place of another; an empty range is a place between two characters.
    pub(in crate::render) fn put(&mut self, range: Range<usize>, text: String) {
        self.0.push((range, text));
    }

    /// Adds something at the end of the element that a tag begins; `counted` says anew how many it holds.
    pub(in crate::render) fn append(&mut self, tags: &[Tag<'_>], at: usize, more: &str, counted: Option<usize>) {
        let Some(tag) = tags.get(at) else { return };
        let mut open = counted.map_or_else(|| tag.raw().to_owned(), |count| tag.with("count", &count.to_string()));
        if tag.form == Form::Empty {
            open = format!("{}>{more}</{}>", open.trim_end_matches("/>").trim_end(), tag.full_name);
            return self.put(tag.span.clone(), open);
        }
        if counted.is_some() {
            self.put(tag.span.clone(), open);
        }
        let end = tags.iter().skip(at).find(|other| other.form == Form::Close && other.depth == tag.depth);
        if let Some(end) = end {
            self.put(end.span.start..end.span.start, more.to_owned());
        }
    }

    /// The text with all changes; of several at one place the first stands first.
    pub(in crate::render) fn apply(mut self, text: &str) -> String {
        self.0.sort_by_key(|(range, _)| (range.start, range.end));
        let (mut out, mut at) = (String::with_capacity(text.len()), 0);
        for (range, new) in self.0 {
            out.push_str(text.get(at..range.start).unwrap_or_default());
            out.push_str(&new);
            at = range.end.max(at);
        }
        out.push_str(text.get(at..).unwrap_or_default());
        out
    }
}

/// A text with something added at the end of its first element of a name.
pub(in crate::render) fn appended(text: &str, name: &str, more: &str) -> Option<String> {
    let tags = tags(text)?;
    let mut edits = Edits::default();
    edits.append(&tags, first(&tags, name)?, more, None);
    Some(edits.apply(text))
}

/// A text as content or as the value of an attribute, without what XML cannot hold.
pub(in crate::render) fn escaped(text: &str) -> String {
    let is_allowed = |c: char| !c.is_control() || matches!(c, '\n' | '\t');
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|c| is_allowed(*c)) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_changes_but_what_is_changed() {
        let text = "<?xml version=\"1.0\"?><x:a  n = '1'><!-- <b/> --><b q=\"&lt;\"/>é<c>t</c>\n<b/></x:a>";
        let tags = tags(text).unwrap_or_default();
        assert_eq!(tags.iter().map(Tag::name).collect::<Vec<_>>(), ["a", "b", "c", "c", "b", "a"]);
        assert_eq!(
            (tags[0].prefix(), tags[0].attribute("n"), tags[1].attribute("q")),
            ("x:", Some("1".into()), Some("<".into()))
        );
        assert_eq!(children(&tags, 0), [1, 2, 4]);
        assert_eq!(element(&tags, 2).and_then(|range| text.get(range)), Some("<c>t</c>"));
        let mut edits = Edits::default();
        edits.append(&tags, 1, "<d/>", None);
        edits.append(&tags, 0, "<e/>", Some(4));
        edits.put(tags[4].span.clone(), tags[4].with("z", "<"));
        assert_eq!(
            edits.apply(text),
            "<?xml version=\"1.0\"?><x:a  n = '1' count=\"4\"><!-- <b/> --><b q=\"&lt;\"><d/></b>é<c>t</c>\n<b z=\"&lt;\"/><e/></x:a>"
        );
        assert!(super::tags("<a><b></a>").is_none());
    }
}
