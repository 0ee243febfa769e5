//! Which columns a sheet shows, and which it can have besides.

use super::{Writing, columns_of_people};
use crate::model::Step;
use crate::scenario::book::fields::{self, Field, Part, Role};
use crate::scenario::book::labels;
use crate::scenario::book::layout::List;
use crate::scenario::book::look::Further;
use crate::scenario::book::ways::at;
use crate::scenario::read::tree::Node;
use crate::scenario::spec::{Need, ROSTER};

/// Steps that few matters have.
const RARE_STEPS: [&str; 1] = [Step::SecondReview.id()];
/// What most steps say of themselves.
const USUAL_IN_STEPS: [&str; 2] = ["minutes", "people"];

impl Writing<'_> {
    /// The columns of a list: those that say something and those that most lists have. What a thing is called comes
    /// first, its id and its English name last.
    pub(super) fn chosen(&self, list: &List, items: &[Node]) -> Vec<Field> {
        let is_named = list.table.key("name").is_some();
        let is_key = |field: &Field, name: &str| field.path == [Part::Key(field.key())] && field.key() == name;
        let is_used = |field: &Field| {
            let rows = |item: &Node| {
                field.path.first().map_or(1, |part| if let Part::Row(key) = part { item.items(key).len() } else { 1 })
            };
            items.iter().any(|item| (0..rows(item)).any(|row| at(item, field, row).is_some()))
        };
        let is_left_out = |field: &Field| match field.path[..] {
            [Part::Key("id")] => self.is_example && is_named,
            // Things within it, which are named as well.
            [Part::Row(_), Part::Key("id")] => self.is_example,
            _ => false,
        };
        let is_usual = |field: &Field| match field.path[..] {
            [Part::Key(key)] => !["name_en", "base"].contains(&key),
            [Part::Item(_, _, step), Part::Key(key)] => !RARE_STEPS.contains(&step) && USUAL_IN_STEPS.contains(&key),
            // Things that there must be, such as the numbers of the sources that differ.
            [Part::Row(within), Part::Key(_)] => list.table.key(within).is_some_and(|key| key.need == Need::Must),
            _ => false,
        };
        let fields = fields::of_items(list.table).into_iter();
        let mut chosen: Vec<_> =
            fields.filter(|field| (is_usual(field) || is_used(field)) && !is_left_out(field)).collect();
        chosen.sort_by_key(|field| is_named && (is_key(field, "id") || is_key(field, "name_en")));
        chosen
    }

    /// The columns that the sheets can have besides those they show, below each other from a row on. Basis and source
    /// of a single number are left out: each number can have them, and the notes say how.
    pub(super) fn further(&self, lists: &[(List, Vec<Node>)], first: u32) -> Vec<Further> {
        let language = self.text.language();
        let of_list = |(list, items): &(List, Vec<Node>)| {
            let shown: Vec<_> = self.chosen(list, items).into_iter().map(|field| field.path).collect();
            let fields = fields::of_items(list.table).into_iter();
            let more = fields.filter(|field| field.role != Role::Origin && !shown.contains(&field.path));
            let mut more: Vec<_> = more.collect();
            // Few give a thing an id of its own or a name in English.
            more.sort_by_key(|field| matches!(field.path[..], [.., Part::Key("id" | "name_en")]));
            let columns = more.iter().map(|field| (field.name(language).to_owned(), self.help(field.doc))).collect();
            (self.name(&list.names).to_owned(), columns)
        };
        let shown: Vec<_> = columns_of_people(self.people.as_list(), self.is_example).map(|key| key.name).collect();
        let more = ROSTER.keys.iter().filter(|key| !shown.contains(&key.name));
        let name = |key: &str| self.name(&labels::named(&labels::of_roster(key), key)).to_owned();
        let people: Vec<_> = more.map(|key| (name(key.name), self.help_of_person(key))).collect();
        let people = (self.name(&labels::of_table(&ROSTER)).to_owned(), people);
        let all = lists.iter().map(of_list).chain([people]).filter(|(_, columns): &(_, Vec<_>)| !columns.is_empty());
        let mut row = first;
        all.map(|(sheet, columns)| {
            let first = row;
            row += u32::try_from(columns.len()).unwrap_or_default();
            Further { sheet, columns, first }
        })
        .collect()
    }
}
