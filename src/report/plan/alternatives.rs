//! Other plans to choose from: what each is like, who moves, and in what it differs from the plan itself.

use super::View;
use crate::analysis::plan::alternatives::{Alternative, Alternatives, End, moved, sections_away, spread_of_hours};
use crate::model::{Mover, Moves, PersonIx, Plan, Rank, SectionIx, StageId};
use crate::render::document::{Block, Cell, Kind, Note, Table, Tone};
use crate::report::parts::columns::columns;
use std::collections::BTreeMap;

/// Names of the tables that `--alternatives` adds to a plan report.
pub const ALTERNATIVE_TABLES: [&str; 2] = ["alternatives", "moves"];

impl View<'_> {
    pub(super) fn alternatives(&self) -> Vec<Block> {
        let Some(found) = self.extras.alternatives else { return Vec::new() };
        let mut blocks = vec![Block::heading(self.text, "alternatives-heading"), Block::List(self.choice(found))];
        blocks.push(Block::Table(self.alternative_table(found)));
        blocks.push(Block::plain(self.text.get("alternatives-note")));
        let differences: Vec<_> = found.plans.iter().enumerate().map(|(i, other)| self.differs(i, other)).collect();
        if !differences.is_empty() {
            blocks.extend([Block::heading(self.text, "alternatives-differences"), Block::List(differences)]);
        }
        let moves = self.moves_table(found);
        if !moves.rows.is_empty() {
            blocks.push(Block::heading(self.text, "alternatives-moves"));
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
    ) -> impl Iterator<Item = (Cell, &'f Plan, Option<&'f Alternative>)> {
        let own = (Cell::word("plan", self.text.get("alternatives-own")), &self.assessment.plan, None);
        let others = found
            .plans
            .iter()
            .enumerate()
            .map(|(i, other)| (Cell::word((i + 1).to_string(), self.name(i)), &other.plan, Some(other)));
        std::iter::once(own).chain(others)
    }

    fn name(&self, i: usize) -> String {
        self.text.with("alternatives-name", &[("number", &(i + 1).to_string())])
    }

    fn alternative_table(&self, found: &Alternatives) -> Table {
        let backups = |plan: &Plan| plan.stages.iter().find(|stage| stage.id == StageId::Backups).map(|s| s.objective);
        let rows = self
            .listed(found)
            .map(|(name, plan, other)| (name, plan, other, spread_of_hours(self.unit, plan).unwrap_or_default()));
        columns("alternatives", self.text, rows)
            .col("arrangement", Kind::Text, |(name, ..)| name.clone())
            .col("moved", Kind::Whole, |(_, plan, ..)| moved(self.unit, plan).len())
            .col("difference", Kind::Whole, |(_, _, other, ..)| {
                other.map(|other| {
                    let tone = if other.is_proven() { Tone::Plain } else { Tone::Caution };
                    Cell::from(other.difference).tone(tone)
                })
            })
            .col("backups", Kind::Whole, |(_, plan, ..)| backups(plan))
            .col("least_used", Kind::Percent, |(.., (least, _))| *least)
            .col("most_used", Kind::Percent, |(.., (_, most))| *most)
            .table()
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
        let rows = self.listed(found).flat_map(|(name, plan, _)| {
            self.by_way(plan).into_iter().map(move |((home, to), people)| (name.clone(), home, to, people))
        });
        columns("moves", self.text, rows)
            .col("arrangement", Kind::Text, |(name, ..)| name.clone())
            .head("from", "column-home", Kind::Text, |(_, home, ..)| {
                let id = home.map(|home| self.unit[home].id.clone());
                Cell::word(id.unwrap_or_default(), self.home(*home))
            })
            .head("to", "column-works-in", Kind::Text, |(_, _, to, _)| self.words.section_cell(*to))
            .col("people", Kind::Whole, |(.., people)| people.len())
            .col("person", Kind::Text, |(.., people)| {
                let ids: Vec<_> = people.iter().map(|person| self.words.person(*person)).collect();
                let joined = self.words.list(&ids);
                Cell::list(ids, joined)
            })
            .table()
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
