//! Which lists of counts are worth keeping: those beside which nothing else takes as few of everything.

/// Lists of counts that are kept: eight counts side by side in a word, so that all are compared at once.
pub(super) struct Kept {
    words: usize,
    lists: Vec<u128>,
}

impl Kept {
    /// The highest bit of every count, which no count has.
    const BORROW: u128 = 0x8000_8000_8000_8000_8000_8000_8000_8000;

    /// For lists of so many counts.
    pub(super) fn new(counts: usize) -> Self {
        Self { words: counts.div_ceil(8).max(1), lists: Vec::new() }
    }

    /// Keeps one list more unless one before it has no count beyond these; whether it was kept.
    pub(super) fn takes_up(&mut self, counts: &[u8]) -> bool {
        let word = |counts: &[u8]| counts.iter().fold(0, |word, count| word << 16 | u128::from(*count));
        let mut here: Vec<u128> = counts.chunks(8).map(word).collect();
        here.resize(self.words, 0);
        let holds = |(here, other): (&u128, &u128)| ((here | Self::BORROW) - other) & Self::BORROW == Self::BORROW;
        let is_kept = !self.lists.chunks_exact(self.words).rev().any(|other| here.iter().zip(other).all(holds));
        if is_kept {
            self.lists.extend(here);
        }
        is_kept
    }
}
