//! What a row of changes is about: a thing of a list, or a table that is there once.

use crate::scenario::book::fields::{self, Field, Part, Role};
use crate::scenario::book::labels::is_named;
use crate::scenario::book::layout::{self, Block, Content, List};
use crate::scenario::spec::{OVERLAY, ROSTER, Table};

/// What is written in the place of a head for something to be taken away.
pub(super) const REMOVE: [&str; 2] = ["删去", "remove"];

/// Columns that speak for a key of some tables, so that a change of people takes one row: the column, then tables with
/// their keys.
pub(super) const SHORT: [(&str, &[(&str, &str)]); 4] = [
    ("employment", &[("hire", "employment")]),
    ("count", &[("hire", "count")]),
    ("month", &[("hire", "month"), ("recall", "month"), ("leave", "month"), ("transfer", "month")]),
    ("section", &[("hire", "section"), ("transfer", "to")]),
];

/// What is changed.
pub(super) enum Aim {
    /// A thing of a list.
    List(List),
    /// A table that is there once.
    Block(Block),
}

impl Aim {
    /// What a sheet and a name on it mean. `Err` if it is the name that means nothing.
    pub(super) fn of(sheet: &str, item: Option<&str>) -> Option<Result<Self, Vec<String>>> {
        match layout::content(sheet)? {
            Content::List(list) => Some(Ok(Self::List(list))),
            Content::Blocks => {
                let blocks = layout::blocks();
                let known = blocks.iter().flat_map(|block| block.names.clone()).collect();
                let at = blocks.iter().position(|block| item.is_some_and(|item| is_named(&block.names, item)));
                let block = at.and_then(|at| blocks.into_iter().nth(at));
                Some(block.map_or_else(|| Err(known), |block| Ok(Self::Block(block))))
            }
            _ => None,
        }
    }

    /// The way to the list or the table.
    pub(super) fn path(&self) -> &[&'static str] {
        match self {
            Self::List(list) => &list.path,
            Self::Block(block) => &block.path,
        }
    }

    /// Its table in the format.
    pub(super) const fn table(&self) -> &'static Table {
        match self {
            Self::List(list) => list.table,
            Self::Block(block) => block.table,
        }
    }

    /// Its values, and the tables within it.
    pub(super) fn fields(&self) -> Vec<Field> {
        match self {
            Self::List(list) => fields::with_groups(list.table),
            Self::Block(block) => {
                let groups = fields::with_groups(block.table).into_iter().filter(|field| field.role == Role::Group);
                block.fields.iter().cloned().chain(groups).collect()
            }
        }
    }

    /// The key that a column speaks for.
    pub(super) fn key_of(&self, column: &str) -> Option<&'static str> {
        let (_, tables) = SHORT.iter().find(|(known, _)| *known == column)?;
        tables.iter().find(|(table, _)| self.path() == [*table]).map(|(_, key)| *key)
    }

    /// Whether basis and source may be said of the thing or table as such.
    pub(super) fn has_origin(&self) -> bool {
        self.table().key("basis").is_some()
    }
}

/// Every sheet that can be changed.
pub(super) fn sheets() -> Vec<String> {
    let is_list = |name: &String| matches!(layout::content(name), Some(Content::List(_) | Content::Blocks));
    layout::known()
        .into_iter()
        .filter(is_list)
        .filter(|name| ![ROSTER.name, OVERLAY.name].contains(&name.as_str()))
        .collect()
}

/// A way without the step that a list without words for its items takes, and what is behind it.
pub(super) fn split(path: &[Part]) -> Option<(&[Part], &'static str, &[Part])> {
    let at = path.iter().position(|part| matches!(part, Part::Row(_)))?;
    let (before, rest) = path.split_at(at);
    let (Part::Row(list), behind) = rest.split_first()? else { return None };
    Some((before, list, behind))
}
