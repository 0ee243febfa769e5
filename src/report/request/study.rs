//! The feasibility report (论证报告) that is attached to the letter: the whole argument, in the order of chapters in which
//! an establishment office sizes a body (DB3311/T 163: 总则、基础信息、关键因素、核定方法、数值修约和校验).

use super::draft::Draft;
use super::{annexes, cover, duties, help, hiring, need, opening, outlook, present, questions, stalls};
use crate::analysis::request::Ask;
use crate::render::letter::Part;
use crate::render::line::Line;
use crate::report::words::Words;

pub(super) fn write(draft: &mut Draft<'_>) {
    let mark = draft.line(&draft.text.get("letter-report-mark"));
    let title = title(draft.words, draft.ask);
    draft.title = title.iter().map(Line::as_str).collect();
    draft.add(Part::Annex { mark, title });
    draft.chapter("study-general");
    draft.section("study-purpose");
    opening::write(draft);
    draft.section("request-duties-rules");
    duties::rules(draft);
    draft.chapter("study-base");
    draft.section("request-duties-work");
    duties::work(draft);
    present::write(draft);
    draft.chapter("study-factors");
    stalls::write(draft);
    cover::write(draft);
    outlook::write(draft);
    draft.chapter("study-method");
    need::write(draft);
    draft.section("study-hires");
    hiring::ask(draft);
    help::write(draft);
    draft.chapter("study-checks");
    draft.section("study-rounding");
    let text = draft.text;
    let is_priced = draft.unit.recruitment.as_ref().is_some_and(|recruitment| !recruitment.pay.is_empty());
    let pay = is_priced.then(|| text.get("study-rounding-pay"));
    draft.paragraph([text.get("study-rounding-note")].into_iter().chain(pay));
    questions::write(draft);
    annexes::write(draft);
}

/// Its title, by which the letter names it too.
pub(super) fn title(words: Words<'_>, ask: &Ask<'_>) -> Vec<Line> {
    opening::titled(words, ask, if ask.is_for_nobody() { "letter-report.told" } else { "letter-report.title" })
}
