//! The posts and people of what stalls, counted; and every headcount as a figure that can be counted again.

use super::View;
use crate::analysis::ServiceStatus;
use crate::model::{Employment, Rank, Status};
use crate::render::detail::Detail;
use crate::render::document::recount::{Recount, Rows, Term};
use crate::render::document::{Block, Cell, Kind, Table};
use crate::report::parts::columns::columns;
use crate::report::parts::count;
use crate::report::parts::count::{Figure, Told};

impl View<'_> {
    /// In words, for a page and a workbook.
    pub(super) fn counts(&self) -> Vec<Block> {
        if self.detail != Detail::Annexed {
            return Vec::new();
        }
        let told = count::told(self.words, &self.counted());
        // Where nothing stalls there is nothing to count.
        if told.is_empty() {
            return told;
        }
        [vec![Block::heading(self.text, "count-heading")], told].concat()
    }

    /// For a workbook: the rows, and every figure that they give.
    pub(super) fn recount(&self) -> Vec<Block> {
        if self.detail != Detail::Annexed {
            return Vec::new();
        }
        let told = self.counted();
        let figures = count::figures(self.words, &told).into_iter().chain(self.of_matters()).chain(self.of_people());
        [
            vec![Block::heading(self.text, "sheet-recount")],
            count::lists(self.words, &told),
            vec![
                Block::plain(self.text.get("count-table-staff")),
                Block::Table(self.staff()),
                Block::plain(self.text.get("recount-note")),
                Block::Table(count::recounted(self.text, figures.collect())),
            ],
        ]
        .concat()
    }

    fn counted(&self) -> Vec<Told<'_>> {
        let of = |matter| self.extras.counts.iter().find(|(counted, _)| *counted == matter).map(|(_, counted)| counted);
        self.assessment
            .shortfalls
            .iter()
            .filter_map(|shortfall| Some(Told { shortfall, counted: Some(of(shortfall.matter)?) }))
            .collect()
    }

    /// Everyone who has not left, with what the headcounts tell apart.
    fn staff(&self) -> Table {
        let people = self.unit.people().filter(|(_, person)| !person.departed);
        columns("staff", self.text, people)
            .col("person", Kind::Text, |(ix, _)| self.words.people_cell([*ix]))
            .head("employment", "hire-column-employment", Kind::Text, |(_, person)| {
                self.words.employment_cell(person.employment)
            })
            .head("status", "column-standing", Kind::Text, |(_, person)| self.words.standing_cell(person.status))
            .head("rank", "column-rank", Kind::Text, |(_, person)| self.words.rank_cell(person.rank))
            .table()
    }

    fn of_matters(&self) -> Vec<Figure> {
        let all = Cell::word("matters", self.text.get("recount-matters"));
        let count = |status: ServiceStatus| {
            self.unit.matters().filter(|(ix, _)| self.assessment.plan.proven_status(self.unit, *ix) == status).count()
        };
        let of = |(status, _)| {
            let word = self.words.status(status);
            let how = self.text.with("recount-status-how", &[("status", &word)]);
            let rows = Rows::of("matters").word("status", word.clone());
            Figure::new(Cell::word(status.id(), word), count(status), Recount(vec![Term::Plus(rows)]), how)
        };
        let rows = Recount(vec![Term::Plus(Rows::of("matters"))]);
        let all = Figure::new(all, self.unit.matters.len(), rows, self.text.get("recount-matters-how"));
        [all].into_iter().chain(self.statuses().into_iter().map(of)).collect()
    }

    /// The headcounts, of which those that are told only where they are not nothing.
    fn of_people(&self) -> Vec<Figure> {
        let count = self.unit.headcount();
        let (own, contract) = (Employment::Established, Employment::Contract);
        let of = |status: Status| Rows::of("staff").word("status", self.words.standing(status));
        let kind = |rows: Rows, kind: Employment| rows.word("employment", self.words.employment(kind));
        let plus = |rows: Rows| vec![Term::Plus(rows)];
        let leaders = kind(of(Status::OnDuty), own).word("rank", self.words.rank(Rank::Leader));
        let on_books =
            || vec![Term::Plus(kind(Rows::of("staff"), own)), Term::Minus(kind(of(Status::SecondedIn), own))];
        let always = [
            ("on-books", count.on_books, on_books()),
            ("on-duty", count.on_duty, plus(kind(of(Status::OnDuty), own))),
            ("leaders", count.leaders, plus(leaders)),
            ("seconded-out", count.seconded_out, plus(kind(of(Status::SecondedOut), own))),
            ("contract", count.contract, plus(kind(of(Status::OnDuty), contract))),
        ];
        let sometimes = [
            ("seconded-in", count.seconded_in, plus(of(Status::SecondedIn))),
            ("away", count.away, plus(kind(of(Status::Away), own))),
            ("contract-away", count.contract_away, plus(kind(of(Status::Away), contract))),
        ];
        let present = u32::try_from(self.unit.present().count()).unwrap_or(u32::MAX);
        let figures = always.into_iter().chain(sometimes.into_iter().filter(|(_, count, _)| *count > 0));
        let figures = figures.chain([("present", present, plus(Rows::of("people")))]);
        let mut figures: Vec<Figure> =
            figures.map(|(key, number, by)| self.figure_of(key, i64::from(number), by, "")).collect();
        if let Some((vacant, stated)) = self.unit.vacancies().zip(self.unit.stated.authorised.as_ref()) {
            let less = [Term::Minus(kind(Rows::of("staff"), own)), Term::Plus(kind(of(Status::SecondedIn), own))];
            let by = [Term::Number(stated.value.into())].into_iter().chain(less).collect();
            figures.push(self.figure_of("vacant", vacant, by, &stated.value.to_string()));
        }
        figures
    }

    fn figure_of(&self, key: &str, number: i64, by: Vec<Term>, authorised: &str) -> Figure {
        let how = self.text.with(&format!("recount-{key}-how"), &[("authorised", authorised)]);
        let what = match key {
            "present" => "figure-people".to_owned(),
            "vacant" => "figure-vacant".to_owned(),
            _ => format!("headcount-{key}"),
        };
        Figure::new(Cell::word(key.replace('-', "_"), self.text.get(&what)), number, Recount(by), how)
    }
}
