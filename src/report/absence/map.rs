//! The map of people and matters, section by section: what becomes of each matter while one person is away.

use super::View;
use crate::analysis::ServiceStatus;
use crate::model::{MatterIx, PersonIx, SectionIx};
use crate::render::document::{Block, Cell, Column, Kind, Note, Table, Tone};
use crate::report::parts::columns::columns;
use std::collections::BTreeSet;

impl View<'_> {
    /// A table for each section in which somebody is missed: its matters, and whoever holds a post of one.
    pub(super) fn map(&self) -> Vec<Block> {
        let sections = self.unit.sections().filter_map(|(section, _)| {
            let table = self.section_map(section)?;
            let name = self.text.with("absence-map-section", &[("section", &self.words.section(section))]);
            Some([Block::Paragraph(Note::plain(name)), Block::Table(table)])
        });
        let blocks: Vec<Block> = sections.flatten().collect();
        if blocks.is_empty() {
            return blocks;
        }
        let opening =
            [Block::heading(self.text, "absence-map-heading"), Block::plain(self.text.get("absence-map-note"))];
        opening.into_iter().chain(blocks).collect()
    }

    fn section_map(&self, section: SectionIx) -> Option<Table> {
        let of_section = |ix: &MatterIx| self.unit[*ix].section == section && self.is_served(*ix);
        let mut matters: Vec<MatterIx> = self.unit.open_matters().map(|(ix, _)| ix).filter(of_section).collect();
        matters.sort_by_key(|ix| (self.unit[*ix].tier, *ix));
        let people: BTreeSet<PersonIx> = matters.iter().flat_map(|ix| self.holders(*ix)).collect();
        let is_hit = |person: &PersonIx| matters.iter().any(|ix| self.effect(*person, *ix).is_some());
        people.iter().any(is_hit).then(|| {
            let mut table = columns("map", self.text, &matters).matter("column-matter", self.words, |ix| **ix).table();
            for person in people {
                table.columns.push(Column::new(Kind::Text, self.words.person(person)));
                for (cells, ix) in table.rows.iter_mut().zip(&matters) {
                    cells.push(self.map_cell(person, *ix));
                }
            }
            table
        })
    }

    fn map_cell(&self, person: PersonIx, matter: MatterIx) -> Cell {
        let word = |key: &str, tone: Tone| Cell::from(self.text.get(key)).tone(tone);
        match self.effect(person, matter) {
            Some(ServiceStatus::Stalled) => word("absence-map-stalls", Tone::Bad),
            Some(_) => word("absence-map-slows", Tone::Caution),
            None if self.holders(matter).contains(&person) => word("absence-map-holds", Tone::Plain),
            None => Cell::empty(),
        }
    }

    /// What becomes of a matter while somebody is away and all others keep their posts; nothing where it is done.
    fn effect(&self, person: PersonIx, matter: MatterIx) -> Option<ServiceStatus> {
        self.found.of_person(person).iter().find(|loss| loss.matter == matter).map(|loss| loss.status)
    }

    fn is_served(&self, matter: MatterIx) -> bool {
        self.found.posts.iter().any(|post| post.matters.contains(&matter))
    }

    /// Everyone who holds a post of a matter.
    fn holders(&self, matter: MatterIx) -> BTreeSet<PersonIx> {
        let posts = self.found.posts.iter().filter(|post| post.matters.contains(&matter));
        posts.flat_map(|post| post.holders.iter().copied()).collect()
    }
}
