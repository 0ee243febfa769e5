//! Where a number of the input stands, in words: whose it is and what it is, as the unit's workbook calls it.

use super::{Words, clause};
use crate::model::{RuleId, Step};

/// Numbers that stand once in a scenario: their path, the sheet or block they belong to, and what they are.
const ONCE: [(&str, &str, &str); 27] = [
    ("headcount.authorised", "tab-headcount", "head-authorised"),
    ("headcount.on_books", "tab-headcount", "head-on-books"),
    ("headcount.on_duty", "tab-headcount", "head-on-duty"),
    ("headcount.contract", "tab-headcount", "head-contract"),
    ("headcount.retirements", "tab-headcount", "head-retirements"),
    ("benchmark.ratio", "tab-benchmark", "head-benchmark-ratio"),
    ("calendar.otherwise", "tab-calendar", "head-calendar-otherwise"),
    ("capacity.hours_per_day", "tab-capacity", "head-capacity-hours"),
    ("capacity.training_days", "tab-capacity", "place-training"),
    ("capacity.sick_days", "tab-capacity", "place-sick"),
    ("capacity.overhead", "tab-capacity", "head-capacity-overhead"),
    ("capacity.rank_share.leader", "tab-capacity-rank-share", "head-rank-leader"),
    ("capacity.rank_share.section_head", "tab-capacity-rank-share", "head-rank-section-head"),
    ("capacity.rank_share.staff", "tab-capacity-rank-share", "head-rank-staff"),
    ("recruitment.lead_months", "tab-recruitment", "head-recruitment-lead"),
    ("recruitment.windows", "tab-recruitment", "head-recruitment-windows"),
    ("recruitment.learning.months", "tab-recruitment-learning", "head-learning-months"),
    ("recruitment.learning.share", "tab-recruitment-learning", "head-learning-share"),
    ("uncertainty.early", "tab-uncertainty", "head-uncertainty-early"),
    ("uncertainty.late", "tab-uncertainty", "head-uncertainty-late"),
    ("uncertainty.resign_established", "tab-uncertainty", "head-uncertainty-resign-established"),
    ("uncertainty.resign_contract", "tab-uncertainty", "head-uncertainty-resign-contract"),
    ("uncertainty.long_sick", "tab-uncertainty", "head-uncertainty-long-sick"),
    ("uncertainty.long_sick_months", "tab-uncertainty", "head-uncertainty-long-sick-months"),
    ("uncertainty.growth.low", "tab-uncertainty-growth", "head-growth-low"),
    ("uncertainty.growth.mode", "tab-uncertainty-growth", "head-growth-mode"),
    ("uncertainty.growth.high", "tab-uncertainty-growth", "head-growth-high"),
];

/// Numbers of one of several things of a table: the end of their path, and what they are.
const EACH: [(&str, &str, &str); 27] = [
    ("section", "minimum", "place-minimum"),
    ("window", "people", "place-window-people"),
    ("window", "days", "place-window-days"),
    ("window", "hours", "place-window-hours"),
    ("window", "use", "place-window-use"),
    ("matter", "volume", "place-volume"),
    ("matter", "rate", "head-matter-rate"),
    ("matter", "outside.share", "place-outside"),
    ("matter", "share", "place-part-share"),
    ("matter", "weight", "head-matter-weight"),
    ("matter", "profile", "head-matter-profile"),
    ("vacation", "days", "place-leave"),
    ("person", "learning.share", "place-learning-share"),
    ("person", "learning.months", "place-learning-months"),
    ("person", "share", "place-person-share"),
    ("hire", "learning.share", "place-learning-share"),
    ("hire", "learning.months", "place-learning-months"),
    ("hire", "handover_months", "head-hire-handover"),
    ("hire", "count", "head-hire-count"),
    ("roster", "birth", "place-birth"),
    ("roster", "work_since", "place-work-since"),
    ("roster", "retirement", "place-retirement"),
    ("recruitment.pay", "total", "head-pay-total"),
    ("recruitment.pay", "heads", "head-pay-heads"),
    ("rules", "most", "head-sections-most"),
    ("rules", "years", "head-rotation-years"),
    ("rules", "holders", "head-cover-holders"),
];

impl Words<'_> {
    /// Where a number of the input stands. What has no words keeps its path.
    #[must_use]
    pub fn place(self, path: &str) -> String {
        self.placed(path).unwrap_or_else(|| path.to_owned())
    }

    fn placed(self, path: &str) -> Option<String> {
        if let Some((_, table, key)) = ONCE.iter().find(|(one, ..)| *one == path) {
            return Some(self.of(&self.text.get(table), &self.text.get(key)));
        }
        if let Some(year) = path.strip_prefix("calendar.working_days.") {
            return Some(self.text.with("place-working-days", &[("year", year)]));
        }
        if let Some(years) = path.strip_prefix("annual_leave.from_").and_then(|rest| rest.strip_suffix("_years")) {
            return Some(self.text.with("place-annual-leave", &[("years", years)]));
        }
        if let Some(driver) = path.strip_prefix("driver.") {
            let note = self.unit.driver_notes.get(driver);
            let named = note.map(|note| [("driver", driver), ("note", clause(self.quoted(note)))]);
            let named = named.map_or_else(|| driver.to_owned(), |said| self.text.with("place-driver", &said));
            return Some(self.of(&self.text.get("tab-driver"), &named));
        }
        if let Some(rest) = path.strip_prefix("person.")
            && let Some((person, section)) = rest.split_once(".split.")
        {
            let (ix, _) = self.unit.sections().find(|(_, one)| one.id == section)?;
            return Some(self.of(person, &self.text.with("place-split", &[("section", &self.section(ix))])));
        }
        let each = EACH.iter().find_map(|(table, end, key)| {
            let id = path.strip_prefix(table)?.strip_prefix('.')?.strip_suffix(end)?.strip_suffix('.')?;
            Some(self.of(&self.owner(table, id)?, &self.text.get(key)))
        });
        each.or_else(|| self.step_of(path))
    }

    /// Whose number it is.
    fn owner(self, table: &str, id: &str) -> Option<String> {
        match table {
            "section" => self.unit.sections().find(|(_, one)| one.id == id).map(|(ix, _)| self.section(ix)),
            "matter" | "window" => self.unit.matters().find(|(_, one)| one.id == id).map(|(ix, _)| self.matter(ix)),
            "rules" => RuleId::ALL.into_iter().find(|rule| rule.id() == id).map(|rule| self.rule(rule)),
            "recruitment.pay" => Some(self.text.with("place-pay", &[("number", id)])),
            _ => Some(id.to_owned()),
        }
    }

    /// A number of one step of a matter.
    fn step_of(self, path: &str) -> Option<String> {
        let (rest, end) = path.strip_prefix("matter.")?.rsplit_once('.')?;
        let (id, step) = rest.rsplit_once('.')?;
        let step = Step::ALL.into_iter().find(|one| one.id() == step)?;
        let key = match end {
            "minutes" => "place-minutes",
            "people" => "place-people",
            _ => return None,
        };
        Some(self.of(&self.owner("matter", id)?, &self.text.with(key, &[("step", &self.step(step))])))
    }

    fn of(self, owner: &str, what: &str) -> String {
        self.text.with("place-of", &[("owner", owner), ("what", what)])
    }
}
