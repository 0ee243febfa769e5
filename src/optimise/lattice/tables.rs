//! What was worked out before: answers to sections, and tables of staffings. It saves work and changes no answer.

use super::counts::{Counts, Use};
use super::layers::{Layer, Part};
use super::options::{Choice, choices};
use super::separable::Kind;
use super::staffings::{Sets, Staffings};
use super::work::{Frame, Section};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

/// Bytes of tables past which all but those of the unit that is being studied are forgotten.
const MOST_BYTES: usize = 32_000_000;
/// Sections and boxes past which they are.
const MOST_SECTIONS: usize = 1_000;
const MOST_BOXES: usize = 64;
/// Staffings, and sets of holders of rooms, past which they are forgotten.
const MOST_STAFFINGS: usize = 300_000;
const MOST_SETS: usize = 50_000;

/// Shared by every search that starts from the same settings.
#[derive(Debug, Clone, Default)]
pub struct Tables(Arc<Mutex<Known>>);

impl PartialEq for Tables {
    /// What is remembered makes no difference.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// Crews of a box, each with the most people of it.
pub(super) type Crews = Vec<(Kind, u8)>;

/// The most people of each crew.
pub(super) fn sizes(crews: &Crews) -> Vec<u8> {
    crews.iter().map(|(_, most)| *most).collect()
}

/// A section as it stands in a box: which answer, whose crews, which places.
type Key = (usize, Vec<usize>, Vec<usize>);

/// The number of a section and its choices.
type Answered = (usize, Option<Arc<Vec<Choice>>>);

#[derive(Debug, Default)]
struct Known {
    /// Number and choices of each section; none where they are too many.
    sections: BTreeMap<Section, Answered>,
    /// What sections can be staffed with, whatever is asked of them.
    frames: Listed<Staffings>,
    /// The sets of holders of rooms.
    rooms: Listed<Sets>,
    /// The last number given.
    next: usize,
    boxes: BTreeMap<Crews, Use>,
    /// The sections of the unit that is being studied.
    base: BTreeSet<usize>,
    layers: BTreeMap<(Counts, usize, Vec<Key>), Arc<Layer>>,
}

/// What was listed of frames; none where it is too much.
#[derive(Debug)]
struct Listed<T> {
    of: BTreeMap<Frame, Option<Arc<T>>>,
    size: usize,
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self { of: BTreeMap::new(), size: 0 }
    }
}

impl<T> Listed<T> {
    /// Keeps a list of such a size; past the most all others are forgotten.
    fn keep(&mut self, frame: Frame, found: Option<Arc<T>>, size: usize, most: usize) {
        self.size += size;
        if self.size > most {
            *self = Self { size, ..Self::default() };
        }
        self.of.insert(frame, found);
    }
}

impl Known {
    /// The smallest box for some use that has room for so many people of each crew.
    fn smallest(&self, wanted: &Crews, is_for: impl Fn(Use) -> bool) -> Option<(&Crews, Use)> {
        let has_room = |crews: &Crews| {
            wanted.iter().all(|(kind, count)| crews.iter().any(|(other, most)| other == kind && most >= count))
        };
        let fits = self.boxes.iter().filter(|(crews, of_use)| is_for(**of_use) && has_room(crews));
        // One too large for a table is of no use to others.
        let with_cells = fits.filter_map(|(crews, of_use)| Some((Counts::of(sizes(crews))?.cells(), crews, *of_use)));
        with_cells.min_by_key(|(cells, ..)| *cells).map(|(_, crews, of_use)| (crews, of_use))
    }

    fn keep_box(&mut self, crews: &Crews, of_use: Use) {
        if self.boxes.len() >= MOST_BOXES {
            self.boxes.clear();
        }
        self.boxes.insert(crews.clone(), of_use);
    }
}

impl Tables {
    fn known(&self) -> std::sync::MutexGuard<'_, Known> {
        // Whoever panicked while holding it left whole entries.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The smallest box that has room for so many people of each crew, and what it is for.
    pub(super) fn crews(&self, wanted: &Crews) -> (Crews, Use) {
        let mut known = self.known();
        if let Some((crews, of_use)) = known.smallest(wanted, |_| true) {
            return (crews.clone(), of_use);
        }
        known.keep_box(wanted, Use::Shared);
        (wanted.clone(), Use::Shared)
    }

    /// Makes a box for hundreds of staffings of no more people than these, unless there is one.
    pub(super) fn make_room(&self, wanted: &Crews) {
        let mut known = self.known();
        if known.smallest(wanted, |of_use| of_use == Use::Many).is_none() {
            known.keep_box(wanted, Use::Many);
        }
    }

    /// The choices of a section with its number.
    pub(super) fn choices(&self, section: Section) -> Option<(usize, Arc<Vec<Choice>>)> {
        if let Some((number, found)) = self.known().sections.get(&section) {
            return found.clone().map(|found| (*number, found));
        }
        let staffings = self.staffings(&section.frame);
        let found = staffings.and_then(|staffings| choices(&section, &staffings)).map(Arc::new);
        let mut known = self.known();
        if known.sections.len() >= MOST_SECTIONS {
            // Numbers go on: whoever is at work still has the old ones.
            let Known { mut sections, frames, rooms, next, boxes, base, .. } = std::mem::take(&mut *known);
            sections.retain(|_, (number, _)| base.contains(number));
            *known = Known { sections, frames, rooms, next, boxes, base, ..Known::default() };
        }
        known.next += 1;
        let number = known.next;
        let (number, found) = known.sections.entry(section).or_insert((number, found));
        found.clone().map(|found| (*number, found))
    }

    /// The staffings of a section.
    fn staffings(&self, frame: &Frame) -> Option<Arc<Staffings>> {
        if let Some(found) = self.known().frames.of.get(frame) {
            return found.clone();
        }
        let found = Staffings::of(frame, |room| self.sets(room)).map(Arc::new);
        let size = found.as_ref().map_or(1, |found| found.len());
        self.known().frames.keep(frame.clone(), found.clone(), size, MOST_STAFFINGS);
        found
    }

    /// The sets of holders of a room: a change of one matter leaves most rooms of its section as they were.
    fn sets(&self, room: Frame) -> Option<Arc<Sets>> {
        if let Some(found) = self.known().rooms.of.get(&room) {
            return found.clone();
        }
        let found = Sets::of(&room).map(Arc::new);
        let size = found.as_ref().map_or(1, |found| found.len());
        self.known().rooms.keep(room, found.clone(), size, MOST_SETS);
        found
    }

    /// Makes some sections those of the unit that is being studied.
    pub(super) fn study(&self, parts: &[Arc<Part>]) {
        self.known().base = parts.iter().map(|part| part.number).collect();
    }

    /// Puts the sections of the unit that is being studied before those that a change made others; how many they are.
    /// Otherwise the order stays: which of two equal staffings is found must depend on nothing but the question.
    pub(super) fn sort(&self, parts: &mut [Arc<Part>]) -> usize {
        let known = self.known();
        parts.sort_by_key(|part| !known.base.contains(&part.number));
        parts.iter().filter(|part| known.base.contains(&part.number)).count()
    }

    /// The table of some sections in this order.
    pub(super) fn layer(&self, of: &Counts, places: usize, parts: &[Arc<Part>]) -> Arc<Layer> {
        let Some((last, before)) = parts.split_last() else { return Arc::new(Layer::start(places)) };
        let key = |part: &Arc<Part>| (part.number, part.crews.clone(), part.places.clone());
        let key = (of.clone(), places, parts.iter().map(key).collect::<Vec<_>>());
        if let Some(layer) = self.known().layers.get(&key) {
            return Arc::clone(layer);
        }
        let layer = Arc::new(self.layer(of, places, before).with(of, last));
        let mut known = self.known();
        if known.layers.iter().map(|((of, ..), layer)| layer.size(of)).sum::<usize>() > MOST_BYTES {
            let Known { layers, base, .. } = &mut *known;
            layers.retain(|(_, _, sections), _| sections.iter().all(|(number, ..)| base.contains(number)));
        }
        known.layers.insert(key, Arc::clone(&layer));
        layer
    }
}
