//! How many people there are of each kind, in words.

use super::Words;
use crate::model::{Headcount, KindIx};

impl Words<'_> {
    /// The four headcounts in one sentence, never mixed.
    #[must_use]
    pub fn headcount(self) -> String {
        let Headcount { on_books, on_duty, leaders, seconded_out, seconded_in, contract, away, contract_away } =
            self.unit.headcount();
        let authorised = self.unit.stated.authorised.as_ref().map(|stated| stated.value);
        let vacancies = match authorised {
            Some(authorised) => self.vacancies(i64::from(authorised) - i64::from(on_books)),
            None => self.text.get("vacancies-unknown"),
        };
        let key = if authorised.is_some() { "headcount-authorised-said" } else { "headcount-authorised-said.unknown" };
        let authorised_said = self.text.with(key, &[("authorised", &self.authorised())]);
        let told = self.text.with(
            match (away, contract_away) {
                (0, 0) => "headcount",
                (_, 0) => "headcount-with-away",
                (0, _) => "headcount-with-away.contract",
                _ => "headcount-with-away.both",
            },
            &[
                ("authorised", &authorised_said),
                ("on_books", &on_books.to_string()),
                ("on_duty", &on_duty.to_string()),
                ("leaders", &leaders.to_string()),
                ("seconded_out", &seconded_out.to_string()),
                ("seconded_in", &seconded_in.to_string()),
                ("contract", &contract.to_string()),
                ("away", &away.to_string()),
                ("contract_away", &contract_away.to_string()),
                ("vacancies", &vacancies),
            ],
        );
        let kinds = self.unit.present_by_kind();
        if kinds.is_empty() {
            return told;
        }
        let kind = |(kind, count): &(KindIx, usize)| {
            let arguments = [
                ("kind", self.called(&self.unit[*kind].name, self.unit[*kind].name_en.as_deref())),
                ("count", &*count.to_string()),
            ];
            self.text.with("headcount-kind", &arguments)
        };
        let kinds = self.list(kinds.iter().map(kind));
        self.sentences([told, self.text.with("headcount-kinds", &[("kinds", &kinds)])])
    }

    /// The authorised posts with their unit, or that no source states them.
    #[must_use]
    pub fn authorised(self) -> String {
        match &self.unit.stated.authorised {
            Some(stated) => self.text.with("headcount-posts", &[("count", &stated.value.to_string())]),
            None => self.text.get("not-stated"),
        }
    }

    /// Authorised less on the books: vacancies, none, or people over the establishment.
    #[must_use]
    pub fn vacancies(self, vacancies: i64) -> String {
        let key = if vacancies < 0 { "vacancies-over" } else { "vacancies-free" };
        self.text.with(key, &[("count", &vacancies.unsigned_abs().to_string())])
    }
}
