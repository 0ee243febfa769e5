//! What happens to people of the roster: recalls, departures, transfers.

use super::Scope;
use crate::diag::{Code, Diagnostic, Place};
use crate::model::{Movement, MovementKind, Person, PersonIx, Rank, Rules, SectionIx, Status};
use crate::scenario::read::tree::Node;
use crate::scenario::spec::Named;
use crate::units::Month;
use std::collections::BTreeMap;

/// The movements in order of month, then person; what a month is not given for happens in the month planned.
pub(super) fn movements(
    scenario: &Node,
    as_of: Option<Month>,
    people: Option<&[Person]>,
    rules: Option<&Rules>,
    scope: &mut Scope<'_>,
) -> Option<Vec<Movement>> {
    let mut read = Vec::new();
    for list in ["recall", "leave", "transfer"] {
        for node in scenario.items(list) {
            let person = scope.reference(node, "person", Named::Person).map(PersonIx);
            let kind = match list {
                "recall" => Some(MovementKind::Recall),
                "leave" => Some(MovementKind::Leave),
                _ => scope.reference(node, "to", Named::Section).map(|to| MovementKind::Transfer(SectionIx(to))),
            };
            let month = if node.has("month") { node.month("month") } else { as_of };
            let movement = || Some(Movement { month: month?, person: person?, kind: kind? });
            read.push(movement().map(|movement| (movement, node.place.clone())));
        }
    }
    let mut movements = read.into_iter().collect::<Option<Vec<_>>>()?;
    movements.sort_by(|(a, _), (b, _)| a.cmp(b));
    let leaders_have_no_home = rules.is_some_and(|rules| rules.leader_steps);
    if let Some(people) = people {
        check(&movements, people, leaders_have_no_home, scope);
    }
    Some(movements.into_iter().map(|(movement, _)| movement).collect())
}

/// In the order of time: who is recalled is away, and nothing happens to who has left.
fn check(movements: &[(Movement, Place)], people: &[Person], leaders_have_no_home: bool, scope: &mut Scope<'_>) {
    let mut gone: BTreeMap<PersonIx, Month> = BTreeMap::new();
    let mut back: Vec<PersonIx> = Vec::new();
    for (movement, place) in movements {
        let Some(person) = people.get(movement.person.0) else { continue };
        let mut report = |code| {
            let finding = Diagnostic::new(code, place).fact("person", &person.id);
            scope.found.push(finding.fact("month", movement.month));
        };
        if gone.contains_key(&movement.person) {
            report(Code::MovedAfterLeaving);
            continue;
        }
        match movement.kind {
            MovementKind::Recall => {
                let over = person.seconded_until.is_some_and(|until| until < movement.month);
                if person.status != Status::SecondedOut || over || back.contains(&movement.person) {
                    report(Code::RecallNotAway);
                }
                back.push(movement.person);
            }
            MovementKind::Leave => drop(gone.insert(movement.person, movement.month)),
            MovementKind::Transfer(_) if person.rank == Rank::Leader && leaders_have_no_home => {
                report(Code::TransferOfLeader);
            }
            MovementKind::Transfer(_) => {}
        }
    }
}
