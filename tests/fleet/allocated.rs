//! Who gets posts: as good as every allocation tried, and each unit can check its line.

use super::{Folder, lines};
use crate::support::outputs::assert_valid;
use serde_json::Value;
use shuanggang::analysis::fleet::allocate::{Claim, Served, TIERS, align};
use shuanggang::analysis::fleet::answer::TaskResult;

fn allocated(folder: &Folder, more: &[&str]) -> Value {
    let arguments = [&["allocate", "out", "--format", "json"][..], more].concat();
    serde_json::from_str(&folder.printed(&arguments)).unwrap()
}

fn posts(found: &Value, field: &str) -> Vec<u64> {
    found["units"].as_array().unwrap().iter().map(|unit| unit[field].as_u64().unwrap()).collect()
}

/// Four units: every allocation of up to five posts, three at most for each, beside what is printed.
#[test]
fn it_is_as_good_as_every_allocation_tried_on_real_fronts() {
    let folder = Folder::new();
    folder.list(&["--posts", "3"]);
    folder.printed(&["run", "tasks.jsonl", "--out", "out"]);
    let results = lines(&folder.merged("out")).into_iter();
    let mut claims: Vec<Claim> =
        results.filter_map(|line| Claim::of(serde_json::from_value::<TaskResult>(line).unwrap())).collect();
    let tiers = align(&mut claims);
    assert_eq!((claims.len(), tiers.len()), (4, 3));
    let sum = |given: &[u32]| -> Served {
        let mut sum = [0; TIERS];
        for (claim, posts) in claims.iter().zip(given) {
            sum.iter_mut().zip(claim.with(*posts)).for_each(|(sum, own)| *sum += own);
        }
        sum
    };
    for budget in 1..=5_u32 {
        let found = allocated(&folder, &["--posts", &budget.to_string()]);
        assert_valid("fleet-allocate", &found);
        let given: Vec<u32> = posts(&found, "posts").iter().map(|posts| u32::try_from(*posts).unwrap()).collect();
        assert!(given.iter().sum::<u32>() <= budget && given.iter().all(|posts| *posts <= 3));
        let most = (0..4_u32.pow(4))
            .map(|code| (0..4).map(|unit| code / 4_u32.pow(unit) % 4).collect::<Vec<_>>())
            .filter(|given| given.iter().sum::<u32>() <= budget)
            .map(|given| sum(&given))
            .max();
        assert_eq!(Some(sum(&given)), most, "{budget}");
    }
    // Everybody gets one, nobody more than two.
    let found = allocated(&folder, &["--posts", "6", "--least", "1", "--most", "2"]);
    assert!(posts(&found, "posts").iter().all(|posts| (1..=2).contains(posts)), "{found}");
    for (wrong, why) in [
        (&["--posts", "3", "--least", "1"][..], "no allocation gives every unit 1 to 3 posts out of 3"),
        (&["--posts", "3", "--most", "4"], "--most 4 is more than the 3 posts that front tried"),
        (&["--posts", "0"], "--posts"),
    ] {
        let (code, _, told) = folder.run(&[&["allocate", "out"], wrong].concat());
        assert!(code == 2 && told.contains(why), "{told}");
    }
    let table = folder.printed(&["allocate", "out", "--posts", "2"]);
    assert!(table.contains("Posts by unit") && table.contains("--hire established=N"), "{table}");
}

#[test]
fn an_allocation_needs_every_front() {
    let folder = Folder::new();
    folder.list(&[]);
    folder.printed(&["run", "tasks.jsonl", "--out", "out", "--shard", "1/5"]);
    let (code, _, told) = folder.run(&["allocate", "out", "--posts", "2"]);
    assert!(code == 4 && told.contains("tasks with the question front have no result"), "{told}");
    folder.printed(&["manifest", "units", "--output", "plans.jsonl"]);
    folder.printed(&["run", "plans.jsonl", "--out", "plans"]);
    let (code, _, told) = folder.run(&["allocate", "plans", "--posts", "2"]);
    assert!(code == 2 && told.contains("has no answer to the question front"), "{told}");
}
