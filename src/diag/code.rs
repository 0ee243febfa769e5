//! The codes of all findings about inputs: E0 files, E1 syntax and shape, E2 ids, E3 numbers and dates, E4 matters,
//! E5 people, E6 rules, E7 conflicts, E80 and E81 tables of people that are imported, E82 studies, E83
//! workbooks of a whole unit, E84 tables of duties, E85 manifests and folders of a fleet, W9 warnings.
//! E519 and E536 were once used and stay free.

use super::Severity;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal $severity:ident),+ $(,)?) => {
        /// Stable code of a finding; never reused for another meaning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$doc])* $name),+ }

        impl Code {
            /// Every code in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The code as printed: `E101`.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            /// Whether the input can still be used.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity),+ }
            }
        }
    };
}

codes! {
    /// A file cannot be read.
    FileUnreadable = "E001" Error,
    /// A file is not in UTF-8.
    NotUtf8 = "E002" Error,
    /// A file has nothing in it.
    FileEmpty = "E003" Error,
    /// The roster lies outside the scenario's folder.
    RosterOutside = "E004" Error,
    /// The scenario that a file extends lies outside its folder.
    ParentOutside = "E005" Error,
    /// A file extends itself, directly or by way of others.
    ExtendsItself = "E006" Error,
    /// What is to be removed is not there.
    NothingToRemove = "E007" Error,
    /// A change on the command line is not written as it should be.
    OptionMalformed = "E008" Error,
    /// A change on the command line names nothing that the scenario has.
    UnknownPath = "E009" Error,
    /// The text is not TOML.
    Syntax = "E101" Error,
    /// A key is given twice.
    DuplicateKey = "E102" Error,
    /// A key that the format does not have.
    UnknownKey = "E103" Error,
    /// A key that must be there is not.
    MissingKey = "E104" Error,
    /// A value is of the wrong type.
    WrongType = "E105" Error,
    /// A word that is not among the allowed ones.
    UnknownWord = "E106" Error,
    /// A text that says nothing.
    EmptyText = "E107" Error,
    /// A text with control characters.
    ControlCharacter = "E108" Error,
    /// A version of the format that this program does not read.
    WrongFormat = "E109" Error,
    /// A list with too few or too many entries.
    WrongLength = "E110" Error,
    /// A list names the same thing twice.
    RepeatedEntry = "E111" Error,
    /// An id with characters that ids do not have.
    BadId = "E201" Error,
    /// Two things of one kind have the same id.
    DuplicateId = "E202" Error,
    /// An id that names nothing.
    UnknownId = "E203" Error,
    /// A post that no matter needs.
    UnknownPost = "E204" Error,
    /// An id that is an identity-card number.
    IdentityId = "E205" Error,
    /// A number outside its range.
    OutOfRange = "E301" Error,
    /// A fraction where only whole numbers make sense.
    NotWhole = "E302" Error,
    /// Infinity, or not a number.
    NotFinite = "E303" Error,
    /// A number with more digits than are kept exactly.
    NotExact = "E304" Error,
    /// A month that does not exist.
    BadMonth = "E305" Error,
    /// A TOML date where a month in quotes is wanted.
    DateNotText = "E306" Error,
    /// The month planned for is not in the plan year.
    AsOfOutsideYear = "E307" Error,
    /// Days off take up the whole year.
    NoWorkingTime = "E308" Error,
    /// More than everybody leaves early or late.
    ChoicesAboveOne = "E309" Error,
    /// Least, most likely and most growth are out of order.
    GrowthOrder = "E310" Error,
    /// The working days of the months do not add up to those of the year.
    MonthDaysDiffer = "E311" Error,
    /// A matter does not say how many cases arrive.
    VolumeMissing = "E401" Error,
    /// A matter gives its volume twice.
    VolumeTwice = "E402" Error,
    /// A rate that multiplies nothing.
    RateWithoutDriver = "E403" Error,
    /// A driver without the cases it causes.
    DriverWithoutRate = "E404" Error,
    /// Steps are not in working order.
    StepOrder = "E405" Error,
    /// A matter has one step twice.
    StepRepeated = "E406" Error,
    /// Dual review is required and a matter has it not.
    ReviewMissing = "E407" Error,
    /// A matter has dual review and claims to be exempt.
    NeedlessExemption = "E408" Error,
    /// A matter audits itself.
    SelfAudit = "E409" Error,
    /// Driver × rate is more cases than any unit has.
    VolumeTooLarge = "E410" Error,
    /// A matter is due every month and in certain months.
    MonthlyWithMonths = "E411" Error,
    /// A matter has both a profile of arrivals and fixed months.
    ProfileWithMonths = "E412" Error,
    /// A profile in which nothing arrives.
    ProfileEmpty = "E413" Error,
    /// A step of the system takes somebody's time.
    SystemWithMinutes = "E414" Error,
    /// A matter needs nobody at all.
    NobodyNeeded = "E415" Error,
    /// The parts of a matter are more than all of it.
    PartsBeyondOne = "E416" Error,
    /// Matters that come before one another in a circle.
    OrderCircle = "E417" Error,
    /// A matter whose handlers are to be those of another has not one handler a case, or the other has none.
    HandlerUnclear = "E418" Error,
    /// A column that the roster does not have.
    UnknownColumn = "E501" Error,
    /// A column of the roster is missing.
    MissingColumn = "E502" Error,
    /// A column of the roster stands twice.
    DuplicateColumn = "E503" Error,
    /// A row has more or fewer cells than the header.
    RaggedRow = "E504" Error,
    /// Quotation marks that do not match.
    BrokenQuotes = "E505" Error,
    /// Cells are not separated by commas.
    WrongSeparator = "E506" Error,
    /// A person who is not a leader has no home section.
    HomeMissing = "E507" Error,
    /// A person is on duty and on loan.
    LoanWhileOnDuty = "E508" Error,
    /// Employment and post category contradict each other.
    CategoryMismatch = "E510" Error,
    /// A person is not yet born.
    BornInFuture = "E511" Error,
    /// A person worked before the age of 16.
    WorkTooEarly = "E512" Error,
    /// A person starts work after the month planned for.
    WorkInFuture = "E513" Error,
    /// Posts are held since a month, but none is named.
    TenureWithoutPosts = "E514" Error,
    /// Posts are held since before work began, or from the future on.
    TenureOutside = "E515" Error,
    /// A month of retirement that the law does not allow.
    RetirementOutside = "E516" Error,
    /// A contract worker is to leave by a law that does not apply.
    RetirementOfContract = "E518" Error,
    /// Somebody is hired before their first month of work.
    HireBeforeWork = "E520" Error,
    /// Somebody is recalled who is not on loan elsewhere.
    RecallNotAway = "E521" Error,
    /// Something happens to a person who has left.
    MovedAfterLeaving = "E522" Error,
    /// A leader is transferred, but leaders have no home section.
    TransferOfLeader = "E523" Error,
    /// A file that is named as a roster is none.
    NotRoster = "E524" Error,
    /// A month of retirement is said to be fixed by approval, but there is no month.
    ApprovalWithoutMonth = "E525" Error,
    /// A last month away is given for a person who is not away.
    AwayWhilePresent = "E526" Error,
    /// A time away ends before it begins.
    AwayUntilBeforeFrom = "E527" Error,
    /// A person on loan is away from the place that lent or borrowed them.
    AwayOnLoan = "E528" Error,
    /// The roster has a person away whose time away is yet to begin.
    AwayTwice = "E529" Error,
    /// A place of a person is neither a section nor a post, or both.
    PlaceUnclear = "E530" Error,
    /// A person is fixed where nobody lets them work.
    PinnedNowhere = "E531" Error,
    /// A kind of employment is in the establishment and the person is not, or the other way round.
    KindDiffers = "E532" Error,
    /// A hire has a month and somebody whose retirement gives it.
    HireMonthTwice = "E533" Error,
    /// A hand-over with nobody.
    HandoverWithoutPerson = "E534" Error,
    /// A hire replaces somebody who does not retire.
    ReplacedStays = "E535" Error,
    /// The shares of a person who is split between sections are more than all of the person.
    SplitBeyondOne = "E537" Error,
    /// A person is split to a section in which they may hold no post.
    SplitNowhere = "E538" Error,
    /// A person is both split between sections and fixed to one place.
    SplitAndPinned = "E539" Error,
    /// A section is to have more people of its own than there are who may work there.
    MinimumBeyond = "E540" Error,
    /// Sections are to have more people of their own than there are.
    MinimaBeyond = "E541" Error,
    /// A week that the year does not have, or not in whole.
    LeaveWeekOutside = "E542" Error,
    /// A week of leave is both wished for and ruled out.
    LeaveWishBlocked = "E543" Error,
    /// More weeks of leave than are left for it.
    LeaveTooLong = "E544" Error,
    /// A person is named as their own relative.
    KinWithSelf = "E601" Error,
    /// The value in use is not among the values of the conflict.
    UsedOutOfRange = "E701" Error,
    /// A conflict is about something that the model does not have.
    UnknownTarget = "E702" Error,
    /// A conflict says one value is in use, the scenario uses another.
    UsedDiffers = "E703" Error,
    /// A conflict is about a number that the scenario does not state.
    TargetNotStated = "E704" Error,
    /// A file is no workbook that can be read.
    WorkbookUnreadable = "E801" Error,
    /// No sheet has a row that names columns of a roster.
    NoHeader = "E802" Error,
    /// A sheet that the workbook does not have.
    UnknownSheet = "E803" Error,
    /// Several sheets could be the roster.
    SheetUnclear = "E804" Error,
    /// A column of identity-card numbers, which are never needed.
    IdentityNumbers = "E805" Error,
    /// A column that a roster does not need.
    ExtraColumn = "E806" Error,
    /// Two columns say the same.
    ColumnTwice = "E807" Error,
    /// No column says what a roster must say.
    ColumnAbsent = "E808" Error,
    /// A cell is empty that must not be.
    CellEmpty = "E809" Error,
    /// A word that is not known in its column.
    CellUnknown = "E810" Error,
    /// A cell that can be understood in two ways.
    CellUnclear = "E811" Error,
    /// A cell that is no month.
    CellNotMonth = "E812" Error,
    /// A section that the scenario does not have.
    SectionUnmatched = "E813" Error,
    /// Two rows with one name.
    PersonTwice = "E814" Error,
    /// A cell without a value: an error of the spreadsheet, or a formula that was never calculated.
    CellBroken = "E815" Error,
    /// A column that a roster does not have says who has left.
    LeaversColumn = "E816" Error,
    /// Of several keys of a study exactly one must be there.
    NotExactlyOne = "E821" Error,
    /// Time off leaves nothing of a study's working time.
    NoTimeLeft = "E822" Error,
    /// Support takes all the time of a study's staff.
    SupportTakesAll = "E823" Error,
    /// A sheet of a workbook that no unit has.
    SheetUnknown = "E831" Error,
    /// A cell of a workbook under no head.
    HeadMissing = "E832" Error,
    /// A basis or source beside something that rests on none.
    OriginApart = "E833" Error,
    /// A column of changes that says nothing about what is changed.
    CellApart = "E834" Error,
    /// A scenario that a workbook does not have.
    WhatIfUnknown = "E835" Error,
    /// No sheet has a row that names the columns of a table of duties.
    NoDutyHeads = "E841" Error,
    /// A matter in a table of duties that the scenario does not have.
    MatterUnmatched = "E842" Error,
    /// A cell of a table of duties that names no one step.
    DutyStepUnknown = "E843" Error,
    /// A row of a table of duties from which it does not follow what somebody may do.
    RightUnclear = "E844" Error,
    /// A manifest without a task.
    ManifestEmpty = "E851" Error,
    /// A line of a manifest that is no task.
    TaskUnreadable = "E852" Error,
    /// A task for another version of the program.
    TaskOfOtherVersion = "E853" Error,
    /// A task that was changed since it was listed.
    TaskAltered = "E854" Error,
    /// A task that stands twice in a manifest.
    TaskTwice = "E855" Error,
    /// A line of a manifest that is too long for a task.
    TaskTooLong = "E856" Error,
    /// A folder with results of another manifest.
    ResultsForeign = "E857" Error,
    /// A file that is not the one that was listed.
    InputChanged = "E858" Error,
    /// A folder without a unit.
    NoUnits = "E859" Error,
    /// A stated headcount is not that of the roster.
    HeadcountDiffers = "W901" Warning,
    /// A section has no matters.
    SectionWithoutMatters = "W902" Warning,
    /// No matter uses a driver.
    UnusedDriver = "W903" Warning,
    /// All values of a conflict are the same.
    ConflictWithoutDifference = "W904" Warning,
    /// A leader's home section has no effect.
    LeaderHome = "W905" Warning,
    /// Nobody on the roster is present.
    NobodyPresent = "W906" Warning,
    /// Months of a roster are written as a spreadsheet rewrites them.
    MonthRewritten = "W907" Warning,
    /// Something in a workbook that its user does not see was read.
    HiddenRead = "W908" Warning,
    /// A remark in a table of people that was not used.
    RemarkUnused = "W981" Warning,
}
