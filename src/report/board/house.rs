//! The duty board: who sits where, how busy they are, and who is not there.

use crate::analysis::Assessment;
use crate::model::tally::Tally;
use crate::model::{Person, PersonIx, SectionIx, Status, Step};
use crate::render::board::{Card, Choices, Place};
use crate::report::words::Words;
use crate::units::{Hours, Share};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::{BTreeMap, BTreeSet};

struct View<'a> {
    words: Words<'a>,
    assessment: &'a Assessment,
    tally: Tally<'a>,
    fates: &'a BTreeMap<String, String>,
    /// Everyone there is without the levers: who joins by them can be moved nowhere.
    roster: &'a [Person],
}

/// Every section with its people, then who belongs to none, and who is not there; `fates` is what was made of people.
pub(super) fn house(
    words: Words<'_>,
    assessment: &Assessment,
    fates: &BTreeMap<String, String>,
    roster: &[Person],
) -> Vec<Place> {
    let tally = Tally::new(words.unit, &assessment.plan);
    View { words, assessment, tally, fates, roster }.places()
}

impl View<'_> {
    fn places(&self) -> Vec<Place> {
        let unit = self.words.unit;
        let mut seated: BTreeSet<PersonIx> = BTreeSet::new();
        let mut places = Vec::new();
        for (section, of) in unit.sections() {
            let working = self.tally.people_of(section).into_iter();
            let working: Vec<PersonIx> =
                working.filter(|ix| self.section_of(*ix) == Some(section) && seated.insert(*ix)).collect();
            let cards = working.iter().map(|ix| self.card(*ix, Some(section))).collect();
            let hours: Hours = working.iter().map(|ix| self.tally.of_person(*ix)).sum();
            let load = percent(hours, self.tally.available(working.iter().copied()));
            places.push(Place {
                target: format!("at:{}", of.id),
                name: self.words.section(section).into(),
                load,
                cards,
            });
        }
        let rest: Vec<PersonIx> = unit.present().map(|(ix, _)| ix).filter(|ix| !seated.contains(ix)).collect();
        let absent = |is: &dyn Fn(PersonIx) -> bool| -> Vec<PersonIx> {
            unit.people().map(|(ix, _)| ix).filter(|ix| !unit[*ix].is_present() && is(*ix)).collect()
        };
        let on_loan = absent(&|ix| !unit[ix].departed && unit[ix].status == Status::SecondedOut);
        let away = absent(&|ix| !unit[ix].departed && unit[ix].status == Status::Away);
        let gone = absent(&|ix| unit[ix].departed);
        for (target, key, people) in [
            ("", "board-place-leaders", rest),
            ("loan", "board-place-loan", on_loan),
            ("away", "board-place-away", away),
            ("off", "board-place-off", gone),
        ] {
            let cards: Vec<_> = people.iter().map(|ix| self.card(*ix, None)).collect();
            // Who is not there can be dropped where nobody is yet.
            if !cards.is_empty() || matches!(target, "away" | "off") {
                let name = self.words.text.get(key).into();
                places.push(Place { target: target.to_owned(), name, load: None, cards });
            }
        }
        places
    }

    /// Where a person is shown: at home if posts are held there, else where the first one is.
    fn section_of(&self, ix: PersonIx) -> Option<SectionIx> {
        let unit = self.words.unit;
        let posts = || self.assessment.plan.posts_of(ix).filter(|post| unit[*post].step != Step::Approve);
        let home = unit[ix].home.filter(|home| posts().next().is_none() || posts().any(|p| unit[p].section == *home));
        home.or_else(|| posts().map(|post| unit[post].section).next())
    }

    fn card(&self, ix: PersonIx, section: Option<SectionIx>) -> Card {
        let unit = self.words.unit;
        let person = &unit[ix];
        let mut steps: Vec<Step> = Vec::new();
        for post in self.assessment.plan.posts_of(ix) {
            if !steps.contains(&unit[post].step) && (section.is_none() || section == Some(unit[post].section)) {
                steps.push(unit[post].step);
            }
        }
        let posts = self.words.list(steps.iter().map(|step| self.words.step(*step)));
        let fate = self.fates.get(&person.id).cloned().unwrap_or_default();
        let choices = match (person.status, person.departed, &*fate) {
            (Status::SecondedOut, false, _) | (_, _, "back") => Choices::Loan,
            (Status::Away, false, "") | (_, true, "") => Choices::None,
            _ if !self.roster.iter().any(|known| known.id == person.id) => Choices::None,
            _ => Choices::Here,
        };
        Card {
            id: person.id.clone(),
            about: self.words.list([self.words.employment(person.employment), self.words.rank(person.rank)]).into(),
            posts: posts.into(),
            load: if person.is_present() { percent(self.tally.of_person(ix), person.hours) } else { None },
            choices,
            never: self.never(person, &fate),
            fate,
        }
    }

    /// The places where a person can hold no post. That where they were put is told to be none when it is asked.
    fn never(&self, person: &Person, fate: &str) -> Vec<String> {
        let unit = self.words.unit;
        let may_be =
            |section: SectionIx| unit.posts().any(|(post, at)| at.section == section && unit.may_hold(person, post));
        let places = unit.sections().filter(|(section, _)| !may_be(*section));
        places.map(|(_, section)| format!("at:{}", section.id)).filter(|place| place != fate).collect()
    }
}

fn percent(used: Hours, held: Hours) -> Option<u32> {
    let share: Share = used.share_of(held);
    (held > Hours::ZERO).then(|| (share.value() * Decimal::ONE_HUNDRED).round().to_u32()).flatten()
}
