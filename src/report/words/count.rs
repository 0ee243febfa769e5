//! A count of heads in words.

use super::Words;
use crate::analysis::explain::StaffKind;
use crate::model::{HeadCount, PersonIx};

impl Words<'_> {
    /// What a count says of some matters, each of which it is about.
    #[must_use]
    pub fn head_count(self, matters: &str, how_many: usize, count: &HeadCount) -> String {
        let key = match (count.kept.is_empty(), how_many) {
            (true, _) => "count-short-alone",
            (false, 1) => "count-short",
            (false, _) => "count-short-each",
        };
        let arguments = [
            ("matters", matters),
            ("kept", &*count.kept.len().to_string()),
            ("needed", &*count.needed.to_string()),
            ("there", &*count.there.to_string()),
            ("short", &*count.short.to_string()),
        ];
        self.text.with(key, &arguments)
    }

    /// The posts counted, with the number of people where one is not enough.
    #[must_use]
    pub fn counted_posts(self, count: &HeadCount) -> String {
        self.list(count.posts.iter().map(|counted| {
            let post = self.post(counted.post);
            match counted.people {
                1 => post,
                people => self.text.with("count-post", &[("post", &post), ("people", &people.to_string())]),
            }
        }))
    }

    /// Who may hold them, by kind.
    #[must_use]
    pub fn counted_people(self, count: &HeadCount) -> String {
        self.clauses(self.kinds(count).into_iter().map(|(kind, people)| {
            let ids = self.list(people.iter().map(|person| self.person(*person)));
            let arguments = [("count", &*people.len().to_string()), ("people", &*ids)];
            self.text.with(&format!("count-of-{}", kind.id()), &arguments)
        }))
    }

    /// How many may hold them, by kind.
    #[must_use]
    pub fn counted_kinds(self, count: &HeadCount) -> String {
        self.list(self.kinds(count).into_iter().map(|(kind, people)| {
            self.text.with(&format!("letter-count-{}", kind.id()), &[("count", &people.len().to_string())])
        }))
    }

    fn kinds(self, count: &HeadCount) -> Vec<(StaffKind, Vec<PersonIx>)> {
        let of = |kind: StaffKind| {
            let is_of = |person: &PersonIx| StaffKind::from(&self.unit[*person]) == kind;
            (kind, count.people.iter().copied().filter(is_of).collect::<Vec<_>>())
        };
        StaffKind::ALL.into_iter().map(of).filter(|(_, people)| !people.is_empty()).collect()
    }
}
