//! The board in a real browser: every flow by keyboard and by hand, nothing but loopback asked, nothing to complain of.

use crate::accessibility::{AXE, JUDGE};
use crate::board::folder;
use crate::board_states::{planned, unit_of};
use crate::support::board::{Board, rows};
use crate::support::browser::Browser;
use pretty_assertions::assert_eq;
use rand::{Rng as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use serde_json::{Value, json};
use tempfile::TempDir;

const ENTER: char = '\u{E007}';
const TAB: char = '\u{E004}';
const RIGHT: char = '\u{E014}';
const DOWN: char = '\u{E015}';
const CONTROL: char = '\u{E009}';

/// Waits until the page shows the plan of the levers as they stand; the commands that it names, none where there is none.
const SETTLED: &str = "
    const done = arguments[0];
    const state = document.getElementById('state');
    const look = () => state.textContent === state.dataset.failed ? done([]) : state.textContent === state.dataset.ready
        ? done([...document.querySelectorAll('.command')].map(line => line.textContent)) : setTimeout(look, 20);
    setTimeout(look, 60);";

fn settled(browser: &Browser) -> Vec<String> {
    serde_json::from_value(browser.wait_for(SETTLED)).unwrap()
}

/// The board of the small unit in a browser of a width; the folder lasts as long as they do.
fn opened(width: u32) -> (TempDir, Board, Browser) {
    let folder = folder();
    let board = Board::closed(folder.path(), &["paper.toml"]);
    let browser = Browser::start(width);
    browser.visit(&board.address);
    (folder, board, browser)
}

/// Waits until something holds on the page.
fn until(browser: &Browser, holds: &str) {
    let look = format!("const look = () => {holds} ? done(true) : setTimeout(look, 20);");
    browser.wait_for(&format!("const done = arguments[0]; {look} setTimeout(look, 60);"));
}

/// Goes on with the tabulator until it stands on an element.
fn tab_to(browser: &Browser, selector: &str) {
    for _ in 0..400 {
        if browser.run(&format!("return document.activeElement.matches('{selector}')")) == json!(true) {
            return;
        }
        browser.press(&[], &[TAB]);
    }
    panic!("{selector} is not reached by keyboard");
}

/// Nothing was asked of anybody else, and the console is silent.
fn kept_to_itself(browser: &Browser, board: &Board) {
    let own = format!("http://127.0.0.1:{}/", board.port);
    // The browser's own first page comes from nowhere.
    let asked = browser.requests().into_iter().filter(|url| url.starts_with("http") || url.starts_with("ws"));
    assert_eq!(asked.filter(|url| !url.starts_with(&own)).collect::<Vec<_>>(), Vec::<String>::new());
    assert_eq!(browser.complaints(), json!([]));
}

#[test]
#[ignore = "needs chromium and chromedriver"]
fn every_flow_goes_by_keyboard_alone() {
    let (_folder, board, browser) = opened(1280);
    let plain = vec!["shuanggang plan paper.toml".to_owned()];
    let press = |selector: &str, keys: &[char]| {
        tab_to(&browser, selector);
        browser.press(&[], keys);
        settled(&browser)
    };
    let first = |commands: Vec<String>| commands[0].clone();
    assert_eq!(
        first(press("[data-step=\"1\"][data-for=\"established\"]", &[ENTER])),
        "shuanggang plan paper.toml --hire established=1"
    );
    browser.press(&[CONTROL], &['z']);
    assert_eq!(settled(&browser), plain);
    browser.press(&[CONTROL], &['y']);
    assert!(first(settled(&browser)).ends_with("--hire established=1"));
    browser.press(&[CONTROL], &['z']);
    assert_eq!(settled(&browser), plain);
    let demanded = press("#cases", &[RIGHT, RIGHT]);
    assert!(demanded[1].ends_with("--cases 2"), "{demanded:?}");
    assert!(first(press("#month", &[RIGHT])).contains(" --month "));
    assert_eq!(press("button[type=reset]", &[ENTER]), plain);
    // Somebody is fixed, then goes on leave: the card keeps the keyboard though it moves.
    let person = browser.run("return document.querySelector('select[data-person]:not([data-never])').dataset.person");
    let select = format!("select[data-person=\"{}\"]", person.as_str().unwrap());
    assert!(first(press(&select, &[DOWN])).contains("pinned.section="));
    let last =
        browser.run(&format!("return document.querySelectorAll('{select} option').length - 3")).as_u64().unwrap();
    for _ in 0..last {
        browser.press(&[], &[DOWN]);
    }
    assert!(first(settled(&browser)).contains("away.from="), "on leave");
    assert_eq!(browser.run(&format!("return document.activeElement.matches('{select}')")), json!(true));
    browser.press(&[], &[DOWN]);
    assert!(first(settled(&browser)).contains("--leave "), "off duty");
    assert_eq!(press("button[type=reset]", &[ENTER]), plain);
    // A matter is asked about, and a repair applied.
    tab_to(&browser, "[data-why]");
    browser.press(&[], &[ENTER]);
    until(&browser, "document.querySelector('[data-apply]')");
    let applied = press("[data-apply]", &[ENTER]);
    assert_ne!(applied, plain);
    // The state is kept, and stands beside today.
    press("[data-pin]", &[ENTER]);
    assert_eq!(press("button[type=reset]", &[ENTER]), plain);
    press("[data-beside]", &[ENTER]);
    until(&browser, "document.querySelector('#beside table')");
    assert_eq!(press("[data-show-pin]", &[ENTER]), applied);
    press("button[type=reset]", &[ENTER]);
    // Who is away today: a line under the lever, and nothing else moves.
    tab_to(&browser, "#gone");
    browser.press(&[], &[DOWN]);
    until(&browser, "document.querySelector('#absent p')");
    let told = "return document.getElementById('absent').textContent.includes(document.getElementById('gone').value)";
    assert_eq!((browser.run(told), settled(&browser)), (json!(true), plain.clone()));
    // Rules and volumes.
    press(".more summary", &[ENTER]);
    assert!(first(press("select[name=rule]", &[DOWN])).contains("--rule "));
    assert_eq!(press("button[type=reset]", &[ENTER]), plain);
    press(".more details + details summary", &[ENTER]);
    assert!(first(press("input[name=volume]", &[RIGHT])).contains(".volume="));
    // The table of more people, and copying.
    assert!(
        first(press(".grid tr:nth-child(3) td:nth-child(3) button", &[ENTER]))
            .contains("--hire contract=1 --hire established=2")
    );
    tab_to(&browser, "[data-copy]");
    kept_to_itself(&browser, &board);
}

#[test]
#[ignore = "needs chromium and chromedriver"]
fn a_person_is_not_moved_back_while_the_answer_is_under_way() {
    let (_folder, _board, browser) = opened(1280);
    // How far the matters are served is told; who sits where stays under way.
    browser.run("const ask = window.fetch; window.fetch = (path, ...more) => path === '/answer' ? new Promise(() => {}) : ask(path, ...more)");
    tab_to(&browser, "select[data-person]:not([data-never])");
    for moves in 1..=3 {
        browser.press(&[], &[DOWN]);
        until(
            &browser,
            "document.getElementById('state').textContent === document.getElementById('state').dataset.served",
        );
        assert_eq!(browser.run("return document.activeElement.selectedIndex"), json!(moves));
    }
}

/// What one more would do is told before the step is taken: the words of the cell to which it leads.
#[test]
#[ignore = "needs chromium and chromedriver"]
fn a_step_tells_what_it_would_do() {
    let (_folder, _board, browser) = opened(1280);
    until(&browser, "document.querySelector('.grid')");
    tab_to(&browser, "[data-step=\"1\"][data-for=\"contract\"]");
    let told = "return document.getElementById('hint').textContent === document.querySelector('.grid button[data-established=\"0\"][data-contract=\"1\"]').dataset.said";
    assert_eq!(browser.run(told), json!(true));
}

/// Where there is no answer the page says so, and goes back with the lever.
#[test]
#[ignore = "needs chromium and chromedriver"]
fn what_cannot_be_planned_is_said_and_undone() {
    let (_folder, _board, browser) = opened(1280);
    let told = |what: &str| {
        format!("document.getElementById('state').textContent === document.getElementById('state').dataset.{what}")
    };
    browser.run("move((next) => { next.people.nobody = 'off'; })");
    until(&browser, &told("failed"));
    assert_eq!(browser.run("return document.getElementById('verdict').textContent.includes('E203')"), json!(true));
    browser.press(&[CONTROL], &['z']);
    until(&browser, &told("ready"));
    assert_eq!(browser.run("return document.getElementById('verdict').textContent.includes('E203')"), json!(false));
}

/// The leave of a year stands on the page in full: no column of it is cut off.
#[test]
#[ignore = "needs chromium and chromedriver"]
fn a_years_leave_is_not_cut_off() {
    let (_folder, _board, browser) = opened(1280);
    browser.run("document.getElementById('leave').open = true");
    until(&browser, "document.querySelector('#leave table')");
    let cut = browser.run("return [...document.querySelectorAll('#leave table')].map((table) => table.parentElement).filter((at) => at.scrollWidth > at.clientWidth).length");
    assert_eq!(cut, json!(0));
}

#[test]
#[ignore = "needs chromium and chromedriver"]
fn people_are_moved_by_hand_and_tabs_do_not_disturb_each_other() {
    let (_folder, board, browser) = opened(1920);
    let drag = |card: &str, to: &str| {
        browser.run(&format!(
            "const card = document.querySelector('{card}'); const to = document.querySelector('.place[data-target=\"{to}\"]');
            const dataTransfer = new DataTransfer(); const send = (at, kind) => at.dispatchEvent(new DragEvent(kind, {{ bubbles: true, cancelable: true, dataTransfer }}));
            send(card, 'dragstart'); send(to, 'dragover'); send(to, 'drop'); send(card, 'dragend');"
        ));
        settled(&browser).remove(0)
    };
    let somebody = "[data-part=house] .card[draggable]";
    assert!(drag(somebody, "off").contains("--leave "));
    assert!(drag(somebody, "away").contains("away.from="));
    assert!(drag("[data-hire=contract]", "at:desk").contains("--hire contract=1:desk"));
    // Nobody lands where they can hold no post.
    assert!(!drag("[data-id=合甲]", "at:inspection").contains("pinned.section"));
    // Two tabs ask at once: both are answered, each its own question.
    let both = browser.wait_for(
        "const done = arguments[0];
        const ask = (tab, count) => fetch('/answer', { method: 'POST', headers: { 'content-type': 'application/json', 'x-shuanggang': 'board' },
            body: JSON.stringify({ tab, number: 1, lang: 'zh', state: { hires: { established: count }, people: {}, rules: {}, volumes: {}, numbers: {}, month: null, audits: [], cases: 0 } }) }).then(answer => answer.text());
        Promise.all([ask('one', 1), ask('two', 2)]).then(answers => done(answers.map((answer, i) => answer.includes(`--hire established=${i + 1}`))));",
    );
    assert_eq!(both, json!([true, true]));
    kept_to_itself(&browser, &board);
}

#[test]
#[ignore = "needs chromium and chromedriver"]
fn what_fifty_sequences_of_levers_show_is_what_the_commands_plan() {
    let (folder, board, browser) = opened(1280);
    let mut random = ChaCha8Rng::seed_from_u64(50);
    let mut planned_states = 0;
    for _ in 0..50 {
        browser.run("document.querySelector('button[type=reset]').click()");
        for _ in 0..random.random_range(1..5) {
            let (which, value) = (random.random_range(0..1000), random.random_range(0..1000));
            browser.run(&format!(
                "const levers = [...document.querySelectorAll('#levers input:not([type=text]), #levers select, .more input, .more select, select[data-person]')];
                const lever = levers[{which} % levers.length];
                if (lever.localName === 'select') {{ const free = [...lever.options].filter((option) => !option.disabled); lever.value = free[{value} % free.length].value; }}
                else lever.value = lever.type === 'number' ? {value} % 3 : Number(lever.min) + {value} % (Number(lever.max) - Number(lever.min) + 1);
                lever.dispatchEvent(new Event('input', {{ bubbles: true }}));"
            ));
        }
        let Some(command) = settled(&browser).into_iter().next() else { continue };
        planned_states += 1;
        let page = browser.run("return document.querySelector('[data-part=rest]').innerHTML");
        let shown: Vec<_> = rows(page.as_str().unwrap(), "matters");
        let shown: Vec<_> = shown.into_iter().map(|row| [row[0].clone(), row[3].clone()]).collect();
        assert_eq!(shown, planned(&unit_of(&command, folder.path()).unwrap()), "{command}");
    }
    assert!(planned_states > 40, "{planned_states}");
    kept_to_itself(&browser, &board);
}

#[test]
#[ignore = "needs chromium and chromedriver"]
fn axe_finds_nothing_on_the_board() {
    for (language, width) in [("zh", 390), ("en", 390), ("zh", 768), ("en", 1280), ("zh", 1920)] {
        let (_folder, board, browser) = opened(width);
        if language == "en" {
            browser.click("a[hreflang]");
        }
        browser.run("document.querySelector('[data-step=\"1\"]').click()");
        settled(&browser);
        browser.run("document.querySelector('[data-pin]').click(); document.querySelector('[data-beside]').click(); document.querySelector('[data-why]')?.click(); for (const part of document.querySelectorAll('details')) part.open = true");
        until(&browser, "document.querySelector('#beside table') && document.querySelector('.grid')");
        for dark in [false, true] {
            browser.darken(dark);
            browser.run(&format!("{AXE}; window.axe = axe;"));
            assert_eq!(browser.wait_for(JUDGE), Value::Array(Vec::new()), "{language} at {width}, dark: {dark}");
            let over = "return document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth";
            assert_eq!(browser.run(over), json!(0), "{language} at {width}");
        }
        kept_to_itself(&browser, &board);
    }
}
