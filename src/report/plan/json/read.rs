//! From the contract back to a plan for a unit.

use super::{Matter, Person, PlanFile, Stage};
use crate::diag::nearest;
use crate::model::{self, MatterIx, Method, PersonIx, Plan, PlanStatus, PostIx, StageId, Step, StopReason, Unit, Work};
use crate::units::Cases;
use crate::word::words;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// Why a file is not a plan in the contract's terms.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// Not JSON, or not of the contract's shape.
    #[error("{line}:{column}: {detail}")]
    Shape {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What the reader of JSON says.
        detail: String,
    },
    /// JSON of another contract or version.
    #[error("schema {found}")]
    Schema {
        /// The schema that the file names.
        found: String,
    },
}

/// A place in the file that does not fit the scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// Where in the JSON: `people[3].posts[0]`.
    pub path: String,
    /// What stands there.
    pub found: String,
    /// What is wrong with it.
    pub problem: Problem,
    /// The known word nearest to it.
    pub suggestion: Option<String>,
}

words! {
    /// What is wrong with a place in the file.
    pub enum Problem {
        /// The scenario has nothing of this id, or the contract no such word.
        Unknown = "unknown",
        /// It stands in the file before.
        Repeated = "repeated",
        /// The scenario has it and the file has not.
        Missing = "missing",
    }
}

#[derive(Deserialize)]
struct Head {
    schema: String,
}

impl PlanFile {
    /// Reads the contract.
    ///
    /// # Errors
    /// When the text is not JSON, of another schema, or has unknown, missing or mistyped fields.
    pub fn parse(json: &str) -> Result<Self, ReadError> {
        // The schema first: of another version's file every other complaint would mislead.
        let head: Head = serde_json::from_str(json).map_err(|error| shape(&error))?;
        if head.schema != Self::SCHEMA {
            return Err(ReadError::Schema { found: head.schema });
        }
        serde_json::from_str(json).map_err(|error| shape(&error))
    }

    /// The plan in terms of a unit.
    ///
    /// # Errors
    /// Every id that the unit does not know, every one given twice, and every matter that is missing:
    /// the signs of a plan for another scenario.
    pub fn plan(&self, unit: &Unit) -> Result<Plan, Vec<Misfit>> {
        let mut reader = Reader::new(unit);
        let stages = self.stages.iter().enumerate().filter_map(|(i, stage)| reader.stage(i, stage)).collect();
        let status = reader.known("status", &self.status, &["optimal", "feasible"]);
        let method = reader.known("method", &self.method, &Method::ALL.map(Method::id));
        let mut done = vec![None; unit.matters.len()];
        for (i, matter) in self.matters.iter().enumerate() {
            reader.matter(i, matter, &mut done);
        }
        reader.missing_matters(&done);
        let mut held = BTreeSet::new();
        let mut work = Vec::new();
        for (i, person) in self.people.iter().enumerate() {
            reader.person(i, person, &mut held, &mut work);
        }
        work.sort();
        if !reader.problems.is_empty() {
            return Err(reader.problems);
        }
        Ok(Plan {
            status: if status == Some(0) { PlanStatus::Optimal } else { PlanStatus::Feasible { gap: self.gap.0 } },
            stages,
            // A word that is not known is one of the problems.
            method: method.map_or(Method::Program, |i| Method::ALL[i]),
            engine: self.engine.clone(),
            held,
            work,
            done: done.into_iter().map(Option::unwrap_or_default).collect(),
        })
    }
}

fn shape(error: &serde_json::Error) -> ReadError {
    // The place is a field of its own; serde_json repeats it at the end of the sentence.
    let text = error.to_string();
    let detail = text.rsplit_once(" at line ").map_or(text.as_str(), |(detail, _)| detail).to_owned();
    ReadError::Shape { line: error.line(), column: error.column(), detail }
}

/// Turns ids into indices and notes all that it cannot turn.
struct Reader<'a> {
    unit: &'a Unit,
    matters: BTreeMap<&'a str, MatterIx>,
    people: BTreeMap<&'a str, PersonIx>,
    posts: BTreeMap<String, PostIx>,
    seen: BTreeSet<PersonIx>,
    problems: Vec<Misfit>,
}

impl<'a> Reader<'a> {
    fn new(unit: &'a Unit) -> Self {
        Self {
            unit,
            matters: unit.matters().map(|(ix, matter)| (matter.id.as_str(), ix)).collect(),
            people: unit.people().map(|(ix, person)| (person.id.as_str(), ix)).collect(),
            posts: unit.posts().map(|(ix, _)| (unit.post_id(ix), ix)).collect(),
            seen: BTreeSet::new(),
            problems: Vec::new(),
        }
    }

    fn note(&mut self, problem: Problem, path: String, found: &str, suggestion: Option<String>) {
        self.problems.push(Misfit { path, found: found.to_owned(), problem, suggestion });
    }

    /// Index of a word among the words that may stand at a place.
    fn known(&mut self, path: &str, found: &str, words: &[&str]) -> Option<usize> {
        let index = words.iter().position(|word| *word == found);
        if index.is_none() {
            self.note(Problem::Unknown, path.to_owned(), found, nearest(found, words.iter().copied()));
        }
        index
    }

    fn stage(&mut self, i: usize, stage: &Stage) -> Option<model::Stage> {
        let tiers = self.unit.tiers().map(|(ix, _)| StageId::Tier(ix));
        let rest = [StageId::Placement, StageId::Difference, StageId::Moves, StageId::Backups, StageId::Balance];
        let all: Vec<_> = tiers.chain(rest).map(|id| (id, id.id(self.unit))).collect();
        let ids: Vec<_> = all.iter().map(|(_, id)| id.as_str()).collect();
        let id = self.known(&format!("stages[{i}].id"), &stage.id, &ids);
        let stops = [StopReason::Proven, StopReason::TimeLimit, StopReason::Engine];
        let stop = self.known(&format!("stages[{i}].stop"), &stage.stop, &stops.map(StopReason::id));
        Some(model::Stage {
            id: all.get(id?)?.0,
            objective: stage.objective.0,
            bound: stage.bound.0,
            gap: stage.gap.0,
            stop: *stops.get(stop?)?,
        })
    }

    fn matter_ix(&mut self, path: &str, id: &str) -> Option<MatterIx> {
        let found = self.matters.get(id).copied();
        if found.is_none() {
            let suggestion = nearest(id, self.matters.keys().copied());
            self.note(Problem::Unknown, path.to_owned(), id, suggestion);
        }
        found
    }

    fn matter(&mut self, i: usize, matter: &Matter, done: &mut [Option<Cases>]) {
        let path = format!("matters[{i}].id");
        let Some(ix) = self.matter_ix(&path, &matter.id) else { return };
        if done[ix.0].replace(Cases::new(matter.done.0)).is_some() {
            self.note(Problem::Repeated, path, &matter.id, None);
        }
    }

    fn missing_matters(&mut self, done: &[Option<Cases>]) {
        let unit = self.unit;
        for (ix, matter) in unit.matters() {
            if done[ix.0].is_none() {
                self.note(Problem::Missing, "matters".to_owned(), &matter.id, None);
            }
        }
    }

    fn person(&mut self, i: usize, person: &Person, held: &mut BTreeSet<(PersonIx, PostIx)>, work: &mut Vec<Work>) {
        let path = format!("people[{i}]");
        let ix = self.people.get(person.id.as_str()).copied();
        match ix {
            None => {
                let suggestion = nearest(&person.id, self.people.keys().copied());
                self.note(Problem::Unknown, format!("{path}.id"), &person.id, suggestion);
            }
            Some(ix) => {
                if !self.seen.insert(ix) {
                    self.note(Problem::Repeated, format!("{path}.id"), &person.id, None);
                }
            }
        }
        // An unknown person's posts and work are read all the same, to report every mistake at once.
        for (j, id) in person.posts.iter().enumerate() {
            let path = format!("{path}.posts[{j}]");
            match self.posts.get(id).copied() {
                None => {
                    let suggestion = nearest(id, self.posts.keys().map(String::as_str));
                    self.note(Problem::Unknown, path, id, suggestion);
                }
                Some(post) => {
                    if ix.is_some_and(|ix| !held.insert((ix, post))) {
                        self.note(Problem::Repeated, path, id, None);
                    }
                }
            }
        }
        for (j, done) in person.work.iter().enumerate() {
            let matter = self.matter_ix(&format!("{path}.work[{j}].matter"), &done.matter);
            let steps = matter.map_or(Step::ALL.to_vec(), |ix| self.unit[ix].steps.iter().map(|s| s.step).collect());
            let words: Vec<_> = steps.iter().map(|step| step.id()).collect();
            let step = self.known(&format!("{path}.work[{j}].step"), &done.step, &words);
            if let (Some(person), Some(matter), Some(step)) = (ix, matter, step.and_then(|s| steps.get(s))) {
                work.push(Work { person, matter, step: *step, cases: Cases::new(done.cases.0) });
            }
        }
    }
}
