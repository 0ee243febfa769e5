//! Compound files (MS-CFB): sectors in chains, and a directory of streams. Every chain is followed at most once round.

/// With these bytes a compound file begins.
pub(super) const SIGNATURE: [u8; 8] = *b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

const END_OF_CHAIN: u32 = 0xFFFF_FFFE;
/// From here on numbers are marks, not sectors.
const FIRST_MARK: u32 = 0xFFFF_FFFA;
/// Streams below this length lie in the small sectors.
const LEAST_LARGE: usize = 4096;
const SMALL_SECTOR: usize = 64;

/// An entry of the directory.
pub(super) struct Entry {
    pub(super) name: String,
    start: u32,
    length: usize,
}

/// A compound file in which every chain ends and nothing is longer than the file.
pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    chains: Vec<u32>,
    small_chains: Vec<u32>,
    /// The small sectors together.
    small: Vec<u8>,
    pub(super) entries: Vec<Entry>,
}

/// Two bytes as a number, the lower first.
pub(super) fn short(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2)?.try_into().ok().map(u16::from_le_bytes)
}

/// Four bytes as a number, the lowest first.
pub(super) fn long(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes)
}

fn longs(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).filter_map(|four| long(four, 0))
}

fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

impl<'a> Compound<'a> {
    /// Reads the directory; `None` if anything is broken.
    pub(super) fn open(bytes: &'a [u8]) -> Option<Self> {
        let sector = match short(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        if short(bytes, 32)? != 6 {
            return None;
        }
        let (chains, small_chains, small, entries) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut file = Self { bytes, sector, chains, small_chains, small, entries };
        let mut tables: Vec<u32> = longs(bytes.get(76..512)?).collect();
        let mut next = long(bytes, 68)?;
        for _ in 0..=file.sectors() {
            if next >= FIRST_MARK {
                break;
            }
            tables.extend(longs(file.sector(next)?));
            next = tables.pop()?;
        }
        tables.retain(|id| *id < FIRST_MARK);
        if next < FIRST_MARK || tables.len() > file.sectors() {
            return None;
        }
        for table in tables {
            file.chains.extend(longs(file.sector(table)?));
        }
        let directory = file.chain(long(bytes, 48)?, usize::MAX)?;
        file.entries = directory.chunks_exact(128).filter_map(|entry| file.entry(entry)).collect();
        if file.entries.iter().any(|entry| entry.length > bytes.len()) {
            return None;
        }
        if long(bytes, 64)? > 0 {
            let root = file.entries.first()?;
            file.small = file.chain(root.start, root.length)?;
            file.small_chains = longs(&file.chain(long(bytes, 60)?, usize::MAX)?).collect();
        }
        Some(file)
    }

    /// The contents of a stream, by a name in which case does not count.
    pub(super) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))?;
        if entry.length >= LEAST_LARGE {
            return self.chain(entry.start, entry.length);
        }
        let sector = |id: u32| self.small.get(index(id).checked_mul(SMALL_SECTOR)?..)?.chunks(SMALL_SECTOR).next();
        follow(entry.start, entry.length, &self.small_chains, sector)
    }

    fn sectors(&self) -> usize {
        self.bytes.len() / self.sector
    }

    /// The first sector is the header; the last one may be cut off.
    fn sector(&self, id: u32) -> Option<&'a [u8]> {
        let start = index(id).checked_add(1)?.checked_mul(self.sector)?;
        self.bytes.get(start..)?.chunks(self.sector).next()
    }

    fn chain(&self, start: u32, length: usize) -> Option<Vec<u8>> {
        follow(start, length, &self.chains, |id| self.sector(id))
    }

    /// An entry of the directory that is in use.
    fn entry(&self, bytes: &[u8]) -> Option<Entry> {
        let units = bytes.get(..64)?.chunks_exact(2).filter_map(|unit| short(unit, 0)).take_while(|unit| *unit != 0);
        let name = String::from_utf16_lossy(&units.collect::<Vec<_>>());
        // In files with small sectors the upper half may hold anything.
        let upper = if self.sector == 512 { 0 } else { long(bytes, 124)? };
        let length = if upper > 0 { usize::MAX } else { index(long(bytes, 120)?) };
        let is_used = bytes.get(66).is_some_and(|kind| *kind != 0) || !name.is_empty();
        is_used.then_some(Entry { name, start: long(bytes, 116)?, length })
    }
}

/// The sectors of a chain up to a length; `None` if it leads out of the file or in a circle.
fn follow<'a>(start: u32, length: usize, chains: &[u32], sector: impl Fn(u32) -> Option<&'a [u8]>) -> Option<Vec<u8>> {
    let (mut contents, mut id) = (Vec::new(), start);
    for _ in 0..=chains.len() {
        if id == END_OF_CHAIN || contents.len() >= length {
            contents.truncate(length);
            return Some(contents);
        }
        contents.extend_from_slice(sector(id)?);
        id = *chains.get(index(id))?;
    }
    None
}
