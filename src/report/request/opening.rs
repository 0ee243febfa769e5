//! Who writes to whom, why, and what the numbers rest on.

use super::blank::Blank;
use super::draft::{Draft, line};
use super::sources;
use crate::analysis::request::{Ask, Posts};
use crate::model::{Basis, PlanStatus};
use crate::render::document::Kind;
use crate::render::letter::Part;
use crate::render::line::Line;
use crate::report::words::{Words, month};

/// What was worked out, and what the numbers rest on.
pub(super) fn write(draft: &mut Draft<'_>) {
    let (text, unit) = (draft.text, draft.unit);
    let arguments = [
        ("as_of", &*month(text, unit.as_of)),
        ("year", &unit.year.to_string()),
        ("from", &month(text, draft.evidence.outlook.from)),
        ("until", &month(text, draft.evidence.outlook.until)),
    ];
    let mut sentences = vec![text.with("request-opening", &arguments)];
    sentences.push(text.get("request-people"));
    sentences.extend(basis(draft));
    draft.paragraph(sentences);
}

/// From the red head to whom the letter is addressed.
pub(super) fn masthead(draft: &mut Draft<'_>) {
    let text = draft.text;
    let issuer = draft.line(&text.with("request-issuer", &[("unit", draft.words.unit_name())]));
    draft.blank(Blank::Number);
    let number = draft.line(&text.get("request-number"));
    let blank = draft.blank(Blank::Signer);
    let signer = draft.line(&text.with("request-signer", &[("blank", &blank)]));
    draft.add(Part::Masthead { issuer, number, signer });
    let lines = title(draft.words, draft.ask);
    draft.title = lines.iter().map(Line::as_str).collect();
    draft.add(Part::Title(lines));
    let blank = draft.blank(Blank::Addressee);
    let addressee = draft.line(&text.with("request-addressee", &[("blank", &blank)]));
    draft.add(Part::Addressee(addressee));
}

/// The title of the letter.
pub(super) fn title(words: Words<'_>, ask: &Ask<'_>) -> Vec<Line> {
    // Who asks for nobody tells, and does not ask: the office above has nothing to decide.
    titled(words, ask, if ask.is_for_nobody() { "request-title-report" } else { "request-title" })
}

/// A title, broken where the catalogue breaks it. It says by which way people are asked for only where that is clear.
pub(super) fn titled(words: Words<'_>, ask: &Ask<'_>, key: &str) -> Vec<Line> {
    let text = words.text;
    let contract = (ask.heads.contract > 0).then_some("request-way-contract");
    let posts: &[&str] = match ask.posts {
        Posts::Vacant => &["request-way-vacant"],
        Posts::New => &["request-way-new"],
        Posts::Both => &["request-way-both"],
        Posts::Nobody | Posts::Unknown => &[],
    };
    let ways: Vec<String> = posts.iter().copied().chain(contract).map(|key| text.get(key)).collect();
    let matter = match (ask.posts, contract) {
        (Posts::Unknown, None) => text.get("request-title-open"),
        (Posts::Unknown, Some(_)) => text.get("request-title-open-contract"),
        (Posts::Nobody, None) => text.get("request-title-nobody"),
        _ => text.with("request-title-ways", &[("ways", &words.list(ways))]),
    };
    let unit = Line::from(words.unit_name()).to_string();
    let title = text.with(key, &[("unit", &unit), ("matter", &matter)]);
    title.lines().map(|said| line(text, said)).collect()
}

/// How the numbers came about, and how much of the input is assumption.
fn basis(draft: &mut Draft<'_>) -> Vec<String> {
    let text = draft.text;
    let mut sentences = vec![text.get("request-checked")];
    sentences.extend(assumed(draft));
    sentences.extend(draft.dispute.map(|dispute| sources::supposed(draft.words, dispute)));
    let plans = draft.evidence.outlook.chosen.points.iter().map(|point| point.status);
    let gaps = plans.chain([draft.evidence.assessment.plan.status]).filter_map(|status| match status {
        PlanStatus::Optimal => None,
        PlanStatus::Feasible { gap } => Some(gap),
    });
    sentences.extend(gaps.max().map(|gap| text.with("request-unproven", &[("gap", &Kind::Percent.show(gap))])));
    sentences
}

/// How much of the input is assumption, what it is about, and whether the roster is.
pub(super) fn assumed(draft: &mut Draft<'_>) -> Vec<String> {
    let (text, inputs) = (draft.text, &draft.unit.inputs);
    let of = |about| {
        inputs.iter().filter(|input| input.basis == Basis::Assumption && About::of(&input.path) == about).count()
    };
    let counts = About::ALL.map(|about| (about.key(), of(about)));
    let assumed: usize = counts.iter().map(|(_, count)| count).sum();
    let mut sentences = Vec::new();
    if assumed > 0 {
        let there = counts.into_iter().filter(|(_, count)| *count > 0);
        let parts = draft.words.list(there.map(|(key, count)| text.with(key, &[("count", &count.to_string())])));
        let arguments = [("total", &*inputs.len().to_string()), ("count", &*assumed.to_string()), ("parts", &*parts)];
        sentences.push(text.with("request-assumed", &arguments));
    }
    if of(About::Work) > 0 {
        draft.blank(Blank::Volumes);
    }
    if of(About::Roster) > 0 {
        sentences.push(text.get("request-roster"));
        draft.blank(Blank::Roster);
    }
    sentences
}

/// What a number of the input is about, as far as the letter tells them apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum About {
    /// Volumes and minutes.
    Work,
    /// Ages and years of work.
    Roster,
    /// Anything else.
    Other,
}

impl About {
    const ALL: [Self; 3] = [Self::Work, Self::Roster, Self::Other];

    fn of(path: &str) -> Self {
        match path.split('.').next() {
            Some("driver") => Self::Work,
            Some("matter") if [".volume", ".rate", ".minutes"].iter().any(|end| path.ends_with(end)) => Self::Work,
            Some("roster") => Self::Roster,
            _ => Self::Other,
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Work => "request-assumed-work",
            Self::Roster => "request-assumed-roster",
            Self::Other => "request-assumed-other",
        }
    }
}
