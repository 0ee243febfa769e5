//! Who works here in which month: the one rule that every command asks, through the unit it is given.
//!
//! Who is there follows from the roster, the law of retirement, the policy where the law gives a choice, and the
//! changes that the scenario names. Whoever retires, leaves or goes back in a month is gone from the next, for good:
//! the earliest of the three decides, and whatever was to happen to the person afterwards does not.

use super::{
    Employment, Hire, MovementKind, Person, PersonIx, Retirement, RetirementChoice, RetirementPolicy, SectionIx,
    Status, Unit,
};
use crate::units::{Hours, Month};
use crate::word::words;
use std::collections::BTreeMap;

/// A change of staffing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Event {
    /// Retired at the end of the month before.
    Retired(PersonIx),
    /// Left for good, at the end of the month before.
    Left(PersonIx),
    /// Back from a loan that ended.
    Returned(PersonIx),
    /// Called back from a loan.
    Recalled(PersonIx),
    /// A loan to this unit ended.
    WentBack(PersonIx),
    /// Away for a time from now on.
    WentAway(PersonIx),
    /// Back after a time away.
    CameBack(PersonIx),
    /// No longer new to the work.
    Able(PersonIx),
    /// The people who joined are no longer new to the work: index into the unit's hires.
    Learnt(usize),
    /// People joined: index into the unit's hires.
    Joined(usize),
    /// Another home section.
    Transferred(PersonIx, SectionIx),
}

/// What the roster says of a person and was over by the month planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overtaken {
    /// The person.
    pub person: PersonIx,
    /// By what.
    pub by: OvertakenBy,
    /// Last month in which the roster was right.
    pub last: Month,
}

words! {
    /// What overtakes a roster that nobody changes.
    pub enum OvertakenBy {
        /// The month of retirement.
        Retired = "retired",
        /// The end of a loan here.
        WentBack = "went_back",
        /// The end of a loan elsewhere.
        Returned = "returned",
        /// The end of a time away.
        CameBack = "came_back",
    }
}

/// What happens to the people of a unit until a later month.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UntilThen {
    /// Each change, by the first month of the new staffing.
    pub events: Vec<(Month, Event)>,
    /// Everybody who was to join, by whose place here the events tell them.
    pub hires: Vec<Hire>,
}

impl Overtaken {
    /// What an event does to the roster; nothing where the scenario's own changes say so.
    const fn of(event: &Event, first: Month) -> Option<Self> {
        let (person, by) = match event {
            Event::Retired(person) => (*person, OvertakenBy::Retired),
            Event::WentBack(person) => (*person, OvertakenBy::WentBack),
            Event::Returned(person) => (*person, OvertakenBy::Returned),
            Event::CameBack(person) => (*person, OvertakenBy::CameBack),
            Event::Left(_)
            | Event::Recalled(_)
            | Event::Joined(_)
            | Event::Transferred(..)
            | Event::WentAway(_)
            | Event::Able(_)
            | Event::Learnt(_) => return None,
        };
        Some(Self { person, by, last: first.plus(-1) })
    }
}

impl Person {
    /// The month at whose end the person retires, on loan or not. The person's own choice comes before the policy,
    /// a month fixed by approval also before the rules of old, which say nothing of it;
    /// contract workers leave only in a month of their own.
    #[must_use]
    pub fn retires(&self, policy: RetirementPolicy) -> Option<Month> {
        let law = Retirement::of_person(self);
        let by = |policy| match policy {
            RetirementPolicy::Statutory => law.statutory,
            RetirementPolicy::Earliest => law.earliest,
            RetirementPolicy::Latest => law.latest.unwrap_or(law.statutory),
            RetirementPolicy::PreReform => law.pre_reform,
        };
        match (self.employment, self.retirement) {
            (Employment::Contract, Some(RetirementChoice::Month(month))) => Some(month),
            (Employment::Contract, _) => None,
            (Employment::Established, _) if policy == RetirementPolicy::PreReform && self.approval.is_none() => {
                Some(law.pre_reform)
            }
            (Employment::Established, Some(RetirementChoice::Month(month))) => Some(month),
            (Employment::Established, Some(RetirementChoice::Policy(own))) => Some(by(own)),
            (Employment::Established, None) => Some(by(policy)),
        }
    }
}

impl Unit {
    /// Everything that changes the staffing up to a month, by the first month of the new staffing. A time away that
    /// is over is no change any more.
    #[must_use]
    pub fn events(&self, policy: RetirementPolicy, until: Month) -> BTreeMap<Month, Vec<Event>> {
        let mut events = self.events_since_ever(policy, until);
        for (_, past) in events.range_mut(..=self.as_of) {
            past.retain(|event| !matches!(event, Event::WentAway(_) | Event::CameBack(_)));
        }
        events.retain(|_, some| !some.is_empty());
        events
    }

    /// The same with times away that are over.
    fn events_since_ever(&self, policy: RetirementPolicy, until: Month) -> BTreeMap<Month, Vec<Event>> {
        let mut events: BTreeMap<Month, Vec<Event>> = BTreeMap::new();
        let own = self.people().filter(|(_, person)| !person.departed).map(|(ix, _)| ix);
        let all = own.flat_map(|ix| self.events_of(ix, policy));
        let joined = self.hires.iter().enumerate().flat_map(|(ix, hire)| {
            let learnt = hire.learning.map(|learning| (learning.until.plus(1), Event::Learnt(ix)));
            std::iter::once((hire.month, Event::Joined(ix))).chain(learnt)
        });
        for (month, event) in all.chain(joined).filter(|(month, _)| *month <= until) {
            events.entry(month).or_default().push(event);
        }
        for events in events.values_mut() {
            events.sort();
        }
        events
    }

    /// What happens to one person.
    fn events_of(&self, ix: PersonIx, policy: RetirementPolicy) -> Vec<(Month, Event)> {
        let person = &self[ix];
        let recalled = self.moved(ix, MovementKind::Recall);
        let loan_over = person.seconded_until.map(|last| last.plus(1));
        let loan_over = loan_over.filter(|month| recalled.is_none_or(|recalled| *month < recalled));
        let over = |status: Status| loan_over.filter(|_| person.status == status);
        let departures = [
            (person.retires(policy).map(|last| last.plus(1)), Event::Retired(ix)),
            (self.moved(ix, MovementKind::Leave), Event::Left(ix)),
            (over(Status::SecondedIn), Event::WentBack(ix)),
        ];
        // Of two in one month the first stands: who leaves as well retires.
        let departures = departures.into_iter().filter_map(|(month, event)| Some((month?, event)));
        let departure = departures.min_by_key(|(month, _)| *month);
        let gone = departure.as_ref().map(|(month, _)| *month);
        let returned = over(Status::SecondedOut).map(|month| (month, Event::Returned(ix)));
        let moved = self.movements.iter().filter(|movement| movement.person == ix);
        let moved = moved.filter_map(|movement| match movement.kind {
            MovementKind::Transfer(section) => Some((movement.month, Event::Transferred(ix, section))),
            MovementKind::Recall => Some((movement.month, Event::Recalled(ix))),
            MovementKind::Leave => None,
        });
        let away = person.away.into_iter().flat_map(|away| {
            let over = away.until.map(|last| (last.plus(1), Event::CameBack(ix)));
            let began = away.from.filter(|_| person.status != Status::Away);
            let began = began.map(|first| (first, Event::WentAway(ix)));
            began.into_iter().chain(over)
        });
        let able = person.terms.learning.map(|learning| (learning.until.plus(1), Event::Able(ix)));
        let before = returned.into_iter().chain(moved).chain(away).chain(able);
        let before = before.filter(|(month, _)| gone.is_none_or(|gone| *month < gone));
        before.chain(departure.clone()).collect()
    }

    /// The month in which something is to happen to a person.
    fn moved(&self, person: PersonIx, kind: MovementKind) -> Option<Month> {
        let own = self.movements.iter().find(|movement| movement.person == person && movement.kind == kind);
        own.map(|movement| movement.month)
    }

    /// Puts an event into effect. Hours stay those of the plan year, so that only staffing makes a difference.
    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::Retired(ix) | Event::Left(ix) | Event::WentBack(ix) => {
                let person = &mut self.people[ix.0];
                (person.departed, person.post_since) = (true, None);
                person.posts_today.clear();
            }
            Event::Returned(ix) | Event::Recalled(ix) | Event::CameBack(ix) => self.recall(*ix),
            Event::WentAway(ix) => {
                let person = &mut self.people[ix.0];
                (person.status, person.hours) = (Status::Away, Hours::ZERO);
            }
            Event::Able(ix) => self.able(*ix),
            Event::Learnt(ix) => {
                let names: Vec<String> = self.hires[*ix].names().collect();
                let learnt = self.people().filter(|(_, person)| names.contains(&person.id)).map(|(ix, _)| ix);
                learnt.collect::<Vec<_>>().into_iter().for_each(|ix| self.able(ix));
            }
            Event::Transferred(ix, section) => self.people[ix.0].home = Some(*section),
            Event::Joined(ix) => {
                let hire = self.hires[*ix].clone();
                self.join(&hire);
            }
        }
    }

    /// Gives a person who was new to the work all of the hours.
    fn able(&mut self, ix: PersonIx) {
        self.people[ix.0].terms.learning = None;
        if self[ix].is_present() {
            self.people[ix.0].hours = self.hours_of(&self[ix]);
        }
    }

    /// Brings the roster to the month that is planned. What has happened by then is past under every policy, so it
    /// goes by the statutory month, or the person's own; what comes later stays to come.
    pub(crate) fn begin(&mut self) {
        self.on_paper = self.headcount();
        for (month, events) in self.events_since_ever(RetirementPolicy::Statutory, self.as_of) {
            for event in events {
                // Who went away by the scenario's own word is back by it as well.
                let is_told = matches!(event, Event::CameBack(ix) if self[ix].away.is_some_and(|a| a.from.is_some()));
                self.apply(&event);
                self.overtaken.extend(Overtaken::of(&event, month).filter(|_| !is_told));
            }
        }
        self.hires.retain(|hire| hire.month > self.as_of);
        self.movements.retain(|movement| movement.month > self.as_of);
    }

    /// The unit with its people as they will be in a later month, under a policy where the law gives a choice; and what
    /// happens until then. Hours, volumes and rules stay those of the plan year, as in a projection.
    #[must_use]
    pub fn in_month(&self, month: Month, policy: RetirementPolicy) -> (Self, UntilThen) {
        let events = self.events(policy, month);
        let events: Vec<(Month, Event)> =
            events.into_iter().flat_map(|(first, some)| some.into_iter().map(move |event| (first, event))).collect();
        let mut unit = self.clone();
        for (first, event) in &events {
            unit.as_of = (*first).max(self.as_of);
            unit.apply(event);
        }
        unit.as_of = month;
        unit.hires.retain(|hire| hire.month > month);
        unit.movements.retain(|movement| movement.month > month);
        (unit, UntilThen { events, hires: self.hires.clone() })
    }

    /// People who are or will be away for a time of which nobody knows the end.
    #[must_use]
    pub fn away_without_end(&self) -> Vec<PersonIx> {
        let without_end = |person: &Person| person.away.is_some_and(|away| away.until.is_none());
        self.people().filter(|(_, p)| !p.departed && without_end(p)).map(|(ix, _)| ix).collect()
    }

    /// People on loan elsewhere whose month of return nobody knows.
    #[must_use]
    pub fn away_throughout(&self) -> Vec<PersonIx> {
        let away = self.people().filter(|(_, p)| p.status == Status::SecondedOut && p.seconded_until.is_none());
        let away = away.filter(|(ix, p)| !p.departed && self.moved(*ix, MovementKind::Recall).is_none());
        away.map(|(ix, _)| ix).collect()
    }
}
