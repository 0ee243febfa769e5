//! Headcounts of crews side by side, and the box of all of them.

/// Past this many cells the box is left to the engines.
const MOST_CELLS: usize = 300_000;
/// Past this many sections too: a cell is worked out from the last section down to the first.
const MOST_LAYERS: usize = 500;

/// How many questions a table is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Use {
    /// For hardly more than one.
    Once,
    /// For those that are asked of every unit alike.
    Shared,
    /// For hundreds of staffings, for which room was made.
    Many,
}

impl Use {
    /// Cells by choices up to which a table takes less time than the engines, as measured. Few of the cells are asked for.
    const fn most(self) -> usize {
        match self {
            Self::Once => 4_000_000,
            Self::Shared => 40_000_000,
            Self::Many => 300_000_000,
        }
    }
}

/// Headcounts of up to 16 crews side by side, seven bits each, so that all are compared at once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Packed(u128);

/// Most crews, and most people of one, that can be packed.
const MOST_CREWS: usize = 16;
const MOST_PEOPLE: u8 = 127;

impl Packed {
    /// The eighth bit of every count.
    const BORROW: u128 = u128::from_ne_bytes([0x80; 16]);

    pub(super) fn of(counts: &[u8]) -> Self {
        Self(counts.iter().fold(0, |packed, count| packed << 8 | u128::from(*count)))
    }

    /// Whether no count of `other` is larger: then no subtraction borrows.
    pub(super) const fn holds(self, other: Self) -> bool {
        ((self.0 | Self::BORROW) - other.0) & Self::BORROW == Self::BORROW
    }

    /// The difference, where this holds the other.
    pub(super) const fn minus(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }

    /// The lesser count of each crew.
    pub(super) const fn least(self, other: Self) -> Self {
        // All bits of a count where this one's is not the lesser.
        let not_less = ((((self.0 | Self::BORROW) - other.0) & Self::BORROW) >> 7) * 0xFF;
        Self(other.0 & not_less | self.0 & !not_less)
    }

    /// The sum, or the most that can be packed where it is more.
    pub(super) fn plus(self, other: Self) -> Self {
        let mut counts = self.0.to_be_bytes();
        for (count, more) in counts.iter_mut().zip(other.0.to_be_bytes()) {
            *count = (*count + more).min(MOST_PEOPLE);
        }
        Self(u128::from_be_bytes(counts))
    }

    /// The count of a crew, the last of the box first.
    const fn last_but(self, crew: usize) -> usize {
        (self.0 >> (8 * crew) & 0x7F) as usize
    }
}

/// Every staffing of so many crews of at most so many people.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Counts {
    sizes: Vec<u8>,
    cells: usize,
}

impl Counts {
    /// The box; `None` where it is too large.
    pub(super) fn of(sizes: Vec<u8>) -> Option<Self> {
        if sizes.len() > MOST_CREWS || sizes.iter().any(|size| *size > MOST_PEOPLE) {
            return None;
        }
        let cells = sizes.iter().try_fold(1_usize, |cells, size| cells.checked_mul(usize::from(*size) + 1))?;
        (cells <= MOST_CELLS).then_some(Self { sizes, cells })
    }

    /// Whether a table of sections with so many choices each is worth its work.
    pub(super) fn bears(&self, choices: impl ExactSizeIterator<Item = usize>, of_use: Use) -> bool {
        let sections = choices.len();
        let choices = choices.sum();
        sections <= MOST_LAYERS && self.cells.checked_mul(choices).is_some_and(|work| work <= of_use.most())
    }

    /// Staffings in it.
    pub(super) const fn cells(&self) -> usize {
        self.cells
    }

    /// Crews of the box.
    pub(super) const fn crews(&self) -> usize {
        self.sizes.len()
    }

    pub(super) fn cell(&self, there: Packed) -> usize {
        let sizes = self.sizes.iter().rev().enumerate();
        sizes.rfold(0, |cell, (crew, size)| cell * (usize::from(*size) + 1) + there.last_but(crew))
    }
}
