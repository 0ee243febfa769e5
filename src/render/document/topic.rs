//! What a stretch of a report is about: where a form with room for several sheets puts it.

/// What a stretch of a report is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// What is said before anything else; whatever is about nothing in particular.
    Summary,
    /// Many units, one a row.
    Units,
    /// The matters, and how far they are served.
    Matters,
    /// The people, and what each does.
    People,
    /// Places and the units in them.
    Places,
    /// The sections and their posts.
    Sections,
    /// The months of the year.
    Months,
    /// The years ahead.
    Years,
    /// What else could be done, side by side.
    Options,
    /// Figures that can be counted again, and the rows they are counted from: for forms that can count.
    Recount,
    /// What everything rests on: rules, sources, assumptions.
    Basis,
    /// The roster, as a roster file has it.
    Roster,
}

impl Topic {
    /// Every topic in the order of the sheets.
    pub const ALL: [Self; 12] = [
        Self::Summary,
        Self::Units,
        Self::Matters,
        Self::People,
        Self::Places,
        Self::Sections,
        Self::Months,
        Self::Years,
        Self::Options,
        Self::Recount,
        Self::Basis,
        Self::Roster,
    ];

    /// The topic on whose sheet it stands. What is counted again rests on the rows of every other sheet.
    #[must_use]
    pub const fn sheet(self) -> Self {
        match self {
            Self::Recount => Self::Basis,
            topic => topic,
        }
    }

    /// Its name for the catalogues.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Units => "units",
            Self::Matters => "matters",
            Self::People => "people",
            Self::Places => "places",
            Self::Sections => "sections",
            Self::Months => "months",
            Self::Years => "years",
            Self::Options => "options",
            Self::Recount => "recount",
            Self::Basis => "basis",
            Self::Roster => "roster",
        }
    }
}
