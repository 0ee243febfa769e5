//! What only the unit can fill in or confirm.

/// A place left blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Blank {
    /// 发文字号
    Number,
    /// 签发人
    Signer,
    /// 主送机关
    Addressee,
    /// The approval that fixes the authorised posts (编制批复).
    Approval,
    /// What a head costs a year, where no source states it.
    Pay,
    /// The budget that bears the cost.
    Budget,
    /// Why the other measures are not taken.
    Reasons,
    /// How similar units are staffed.
    Peers,
    /// The law of the trade, none of which was seen.
    Law,
    /// The words of law that were seen quoted only.
    Quoted,
    /// 成文日期
    Date,
    /// 联系人
    Contact,
    /// Counts that take the place of assumed volumes and minutes.
    Volumes,
    /// The roster of the people who are there.
    Roster,
    /// Rules that rest on a choice of policy.
    Policies,
    /// Until when people are on loan whose months are not known.
    Loans,
}

impl Blank {
    /// The key of its text in the list.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Number => "request-blank-number",
            Self::Signer => "request-blank-signer",
            Self::Addressee => "request-blank-addressee",
            Self::Approval => "request-blank-approval",
            Self::Pay => "request-blank-pay",
            Self::Budget => "request-blank-budget",
            Self::Reasons => "request-blank-reasons",
            Self::Peers => "request-blank-peers",
            Self::Law => "request-blank-law",
            Self::Quoted => "request-blank-quoted",
            Self::Date => "request-blank-date",
            Self::Contact => "request-blank-contact",
            Self::Volumes => "request-blank-volumes",
            Self::Roster => "request-blank-roster",
            Self::Policies => "request-blank-policies",
            Self::Loans => "request-blank-loans",
        }
    }
}
