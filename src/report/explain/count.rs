//! What counting heads says: posts, people, one subtraction.

use super::View;
use crate::analysis::explain::{Counted, Explanation};
use crate::analysis::{Limit, ServiceStatus};
use crate::model::{HeadCount, MatterIx};
use crate::render::detail::Detail;
use crate::render::document::{Block, Kind, Note, Table, Tone};
use crate::report::parts::columns::columns;

impl View<'_> {
    /// First of all what can be told without solving anything, of every matter that stalls.
    pub(super) fn counts(&self) -> Vec<Block> {
        let same = |a: &Explanation, b: &Explanation| match (short(a), short(b)) {
            (Some(a), Some(b)) => seats(a) == seats(b) && a.people == b.people && a.kept == b.kept,
            _ => a.counted == b.counted && a.shortfall.reason.limit == b.shortfall.reason.limit,
        };
        let mut blocks: Vec<Block> =
            self.alike(same).into_iter().flat_map(|(matters, first)| self.count(&matters, first)).collect();
        if self.detail != Detail::Folded {
            blocks.extend([Block::Table(self.count_table()), Block::Table(self.counted_people())]);
        }
        blocks
    }

    fn count(&self, matters: &[MatterIx], first: &Explanation) -> Vec<Block> {
        let names = self.words.matters(matters);
        let told =
            |key: &str| vec![Block::Paragraph(Note::new(Tone::Caution, self.text.with(key, &[("matters", &names)])))];
        let settled = first.shortfall.status == ServiceStatus::Stalled;
        match &first.counted {
            Some(Counted::Short(count)) => {
                let said = self.words.head_count(&names, matters.len(), count);
                let mut notes = vec![
                    Note::plain(self.text.with("count-posts", &[("posts", &self.words.counted_posts(count))])),
                    Note::plain(self.text.with("count-people", &[("people", &self.words.counted_people(count))])),
                ];
                if !count.kept.is_empty() {
                    let kept = self.words.matters(&count.kept);
                    notes.push(Note::plain(self.text.with("count-kept", &[("matters", &kept)])));
                }
                vec![Block::Paragraph(Note::new(Tone::Bad, said)), Block::List(notes)]
            }
            Some(Counted::Enough) if settled && first.shortfall.reason.limit == Limit::Hours => told("count-hours"),
            Some(Counted::Enough) => told("count-enough"),
            Some(Counted::Shared) => told("count-shared"),
            None => Vec::new(),
        }
    }

    fn count_table(&self) -> Table {
        let all = self.explained.matters.iter().filter_map(|e| Some((e.shortfall.matter, short(e)?)));
        let posts = all.flat_map(|(matter, count)| count.posts.iter().map(move |post| (matter, *post)));
        columns("count", self.text, posts)
            .matter("column-matter", self.words, |(matter, _)| *matter)
            .col("post", Kind::Text, |(_, counted)| {
                self.words.posts_cell(&[counted.post], self.words.post(counted.post))
            })
            .col("people", Kind::Whole, |(_, counted)| counted.people)
            .col("needed_by", Kind::Text, |(_, counted)| self.words.matter_cell(counted.needed_by))
            .table()
    }

    fn counted_people(&self) -> Table {
        let all = self.explained.matters.iter().filter_map(|e| Some((e.shortfall.matter, short(e)?)));
        let people = all.flat_map(|(matter, count)| count.people.iter().map(move |person| (matter, *person)));
        columns("count_people", self.text, people)
            .matter("column-matter", self.words, |(matter, _)| *matter)
            .col("person", Kind::Text, |(_, person)| self.words.people_cell([*person]))
            .head("employment", "hire-column-employment", Kind::Text, |(_, person)| {
                self.words.employment_cell(self.unit[*person].employment)
            })
            .table()
    }
}

fn short(explanation: &Explanation) -> Option<&HeadCount> {
    match &explanation.counted {
        Some(Counted::Short(count)) => Some(count),
        _ => None,
    }
}

/// The posts and how many people each needs, whichever matter it is that needs them.
fn seats(count: &HeadCount) -> Vec<(crate::model::PostIx, u32)> {
    count.posts.iter().map(|counted| (counted.post, counted.people)).collect()
}
