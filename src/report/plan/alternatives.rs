//! Other plans to choose from: what each is like, who moves, and in what it differs from the plan itself.

use super::View;
use crate::analysis::plan::alternatives::{Alternative, Alternatives, End, moved, sections_away, spread_of_hours};
use crate::model::{Mover, Moves, PersonIx, Plan, Rank, SectionIx, StageId};
use crate::render::document::{Block, Cell, Column, Kind, Note, Table, Tone};
use std::collections::BTreeMap;

/// Names of the tables that `--alternatives` adds to a plan report.
pub const ALTERNATIVE_TABLES: [&str; 2] = ["alternatives", "moves"];

impl View<'_> {
    pub(super) fn alternatives(&self) -> Vec<Block> {
        let Some(found) = self.extras.alternatives else { return Vec::new() };
        let mut blocks = vec![self.heading("alternatives-heading"), Block::List(self.choice(found))];
        blocks.push(Block::Table(self.alternative_table(found)));
        blocks.push(Block::plain(self.text.get("alternatives-note")));
        let differences: Vec<_> = found.plans.iter().enumerate().map(|(i, other)| self.differs(i, other)).collect();
        if !differences.is_empty() {
            blocks.extend([self.heading("alternatives-differences"), Block::List(differences)]);
        }
        let moves = self.moves_table(found);
        if !moves.rows.is_empty() {
            blocks.push(self.heading("alternatives-moves"));
        }
        blocks.push(Block::Table(moves));
        blocks
    }

    /// How many there are, what binds them, and whether there are more.
    fn choice(&self, found: &Alternatives) -> Vec<Note> {
        let arguments = [
            ("count", &*found.plans.len().to_string()),
            ("fewest", &*found.fewest_moved.to_string()),
            ("most", &*found.most_moved.to_string()),
        ];
        let key = if found.plans.is_empty() { "alternatives-none" } else { "alternatives-intro" };
        let tone = if found.end == End::NotFound { Tone::Caution } else { Tone::Plain };
        let end = self.text.get(&format!("alternatives-end-{}", found.end.id()));
        let mut notes = vec![Note::plain(self.text.with(key, &arguments)), Note::new(tone, end)];
        if !found.plans.is_empty() && found.plans.iter().all(Alternative::is_proven) {
            notes.push(Note::plain(self.text.get("alternatives-proven")));
        }
        notes
    }

    /// The plan itself and each alternative, with what is counted of it.
    fn listed<'f>(
        &'f self,
        found: &'f Alternatives,
    ) -> impl Iterator<Item = (String, &'f Plan, Option<&'f Alternative>)> {
        let own = (self.text.get("alternatives-own"), &self.assessment.plan, None);
        let others = found.plans.iter().enumerate().map(|(i, other)| (self.name(i), &other.plan, Some(other)));
        std::iter::once(own).chain(others)
    }

    fn name(&self, i: usize) -> String {
        self.text.with("alternatives-name", &[("number", &(i + 1).to_string())])
    }

    fn alternative_table(&self, found: &Alternatives) -> Table {
        let mut columns = vec![self.column(Kind::Text, "column-arrangement")];
        columns.extend(self.unit.tiers().map(|(tier, _)| Column::new(Kind::Decimal(3), self.words.tier(tier))));
        columns.extend([
            self.column(Kind::Whole, "column-moved"),
            self.column(Kind::Whole, "column-difference"),
            self.column(Kind::Whole, "column-backups"),
            self.column(Kind::Percent, "column-least-used"),
            self.column(Kind::Percent, "column-most-used"),
        ]);
        let rows = self.listed(found).map(|(name, plan, other)| {
            let mut row = vec![Cell::from(name)];
            row.extend(plan.service(self.unit).into_iter().map(|(_, sum, _)| Cell::from(sum)));
            row.push(moved(self.unit, plan).len().into());
            row.push(other.map_or(Cell::empty(), |other| {
                let tone = if other.is_proven() { Tone::Plain } else { Tone::Caution };
                Cell::from(usize::try_from(other.difference).unwrap_or(usize::MAX)).tone(tone)
            }));
            let backups = plan.stages.iter().find(|stage| stage.id == StageId::Backups);
            row.push(backups.map_or(Cell::empty(), |stage| stage.objective.into()));
            let (least, most) = spread_of_hours(self.unit, plan).unwrap_or_default();
            row.extend([least.into(), most.into()]);
            row
        });
        Table { name: "alternatives", columns, rows: rows.collect() }
    }

    /// In what an alternative differs from the plan itself.
    fn differs(&self, i: usize, other: &Alternative) -> Note {
        let mut clauses = Vec::new();
        for (key, moves) in [("alternatives-more", &other.more), ("alternatives-fewer", &other.fewer)] {
            let told = self.words.list(self.told(moves));
            clauses.extend((!told.is_empty()).then(|| self.text.with(key, &[("moves", &told)])));
        }
        let served = other.served_otherwise.iter().map(|(matter, before, after)| {
            let show = |level: crate::units::Share| Kind::Percent.show(level.value());
            let arguments =
                [("matter", &*self.words.matter(*matter)), ("before", &*show(*before)), ("after", &*show(*after))];
            self.text.with("alternatives-level", &arguments)
        });
        let served = self.words.list(served);
        clauses.extend((!served.is_empty()).then(|| self.text.with("alternatives-served", &[("matters", &served)])));
        if !other.is_proven() {
            let arguments = [("difference", &*other.difference.to_string()), ("bound", &*other.bound.to_string())];
            clauses.push(self.text.with("alternatives-unproven", &arguments));
        }
        let arguments = [("name", &*self.name(i)), ("differences", &*self.words.clauses(clauses))];
        let tone = if other.is_proven() { Tone::Plain } else { Tone::Caution };
        Note::new(tone, self.text.with("alternatives-differs", &arguments))
    }

    /// Moves in words, each kind of person by itself.
    fn told(&self, moves: &Moves) -> Vec<String> {
        let told = |((kind, to), people): ((Mover, SectionIx), u32)| {
            let from = self.home(kind.home);
            let arguments = [("from", &*from), ("to", &*self.words.section(to)), ("people", &*people.to_string())];
            match (kind.person, kind.employment) {
                (Some(person), _) => {
                    let person = self.words.person(person);
                    self.text.with("alternatives-move-named", &[&arguments[..2], &[("person", &*person)]].concat())
                }
                (None, Some(employment)) => {
                    let employment = self.words.employment(employment);
                    self.text.with("alternatives-move-of", &[&arguments[..], &[("employment", &*employment)]].concat())
                }
                (None, None) => self.text.with("alternatives-move", &arguments),
            }
        };
        moves.iter().map(told).collect()
    }

    /// The home section; leaders have none.
    fn home(&self, home: Option<SectionIx>) -> String {
        home.map_or_else(|| self.words.rank(Rank::Leader), |section| self.words.section(section))
    }

    /// Who moves from where to where, in the plan itself and in each alternative.
    fn moves_table(&self, found: &Alternatives) -> Table {
        let columns = [
            self.column(Kind::Text, "column-arrangement"),
            self.column(Kind::Text, "column-home"),
            self.column(Kind::Text, "column-works-in"),
            self.column(Kind::Whole, "column-people"),
            self.column(Kind::Text, "column-person"),
        ];
        let rows = self.listed(found).flat_map(|(name, plan, _)| {
            self.by_way(plan).into_iter().map(move |((home, to), people)| {
                let ids: Vec<_> = people.iter().map(|person| self.words.person(*person)).collect();
                let joined = self.words.list(&ids);
                [
                    Cell::from(name.clone()),
                    self.home(home).into(),
                    self.words.section(to).into(),
                    people.len().into(),
                    Cell::list(ids, joined),
                ]
            })
        });
        Table::new("moves", columns, rows)
    }

    /// Everyone moved, by home section and the section moved to.
    fn by_way(&self, plan: &Plan) -> BTreeMap<(Option<SectionIx>, SectionIx), Vec<PersonIx>> {
        let mut ways: BTreeMap<_, Vec<PersonIx>> = BTreeMap::new();
        for person in moved(self.unit, plan) {
            for to in sections_away(self.unit, plan, person) {
                ways.entry((self.unit[person].home, to)).or_default().push(person);
            }
        }
        ways
    }
}
