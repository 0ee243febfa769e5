//! A real browser, driven from a test.

use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

/// A browser that is told what to do; ends with the test.
pub(crate) struct Browser {
    driver: Child,
    session: String,
    agent: ureq::Agent,
    folder: TempDir,
}

impl Browser {
    /// Starts the browser with a screen of a width.
    pub(crate) fn start(width: u32) -> Self {
        let [chromium, chromedriver] = ["chromium", "chromedriver"].map(on_path);
        let folder = TempDir::new().unwrap();
        let mut driver =
            Command::new(chromedriver).arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut lines = BufReader::new(driver.stdout.take().unwrap()).lines().map_while(Result::ok);
        let port = lines.find_map(|line| Some(line.split_once("successfully on port ")?.1.to_owned())).unwrap();
        let arguments = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            &format!("--user-data-dir={}", folder.path().join("profile").display()),
        ];
        // A judge of a whole page takes longer than the usual half minute where others are at work.
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "timeouts": { "script": 180_000 },
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
            "goog:chromeOptions": {
                "binary": chromium,
                "args": arguments,
                "mobileEmulation": { "deviceMetrics": { "width": width, "height": 800, "pixelRatio": 1.0 } },
            },
        } } });
        let config = ureq::Agent::config_builder().proxy(None).build();
        let base = format!("http://127.0.0.1:{}", port.trim().trim_end_matches('.'));
        let mut browser =
            Self { driver, session: format!("{base}/session"), agent: ureq::Agent::new_with_config(config), folder };
        let id = browser.ask("", &wanted)["sessionId"].as_str().unwrap().to_owned();
        browser.session = format!("{base}/session/{id}");
        browser
    }

    fn ask(&self, what: &str, arguments: &Value) -> Value {
        let answer = self.agent.post(format!("{}{what}", self.session)).send_json(arguments);
        let mut answer = answer.unwrap_or_else(|error| panic!("{what}: {error}"));
        answer.body_mut().read_json::<Value>().unwrap()["value"].take()
    }

    pub(crate) fn open(&self, page: &str) {
        let file = self.folder.path().join("page.html");
        fs::write(&file, page).unwrap();
        self.ask("/url", &json!({ "url": format!("file://{}", file.display()) }));
    }

    /// Goes to an address.
    pub(crate) fn visit(&self, address: &str) {
        self.ask("/url", &json!({ "url": address }));
    }

    pub(crate) fn run(&self, script: &str) -> Value {
        self.ask("/execute/sync", &json!({ "script": script, "args": [] }))
    }

    /// Runs a script that calls its last argument with an answer.
    pub(crate) fn wait_for(&self, script: &str) -> Value {
        self.ask("/execute/async", &json!({ "script": script, "args": [] }))
    }

    /// Shows pages in dark colours from now on, or in light ones.
    pub(crate) fn darken(&self, dark: bool) {
        let scheme = json!({ "name": "prefers-color-scheme", "value": if dark { "dark" } else { "light" } });
        let params = json!({ "features": [scheme] });
        self.ask("/goog/cdp/execute", &json!({ "cmd": "Emulation.setEmulatedMedia", "params": params }));
    }

    pub(crate) fn click(&self, selector: &str) {
        let element = self.ask("/element", &json!({ "using": "css selector", "value": selector }));
        let id = element.as_object().unwrap().values().next().unwrap().as_str().unwrap().to_owned();
        self.ask(&format!("/element/{id}/click"), &json!({}));
    }

    /// Presses keys one after another; those held down are let go at the end.
    pub(crate) fn press(&self, held: &[char], keys: &[char]) {
        let event = |kind: &str, key: &char| json!({ "type": kind, "value": key });
        let down = held.iter().map(|key| event("keyDown", key));
        let typed = keys.iter().flat_map(|key| [event("keyDown", key), event("keyUp", key)]);
        let up = held.iter().rev().map(|key| event("keyUp", key));
        let actions: Vec<_> = down.chain(typed).chain(up).collect();
        self.ask("/actions", &json!({ "actions": [{ "type": "key", "id": "keys", "actions": actions }] }));
    }

    /// Where requests went since this was asked last.
    pub(crate) fn requests(&self) -> Vec<String> {
        let log = self.ask("/se/log", &json!({ "type": "performance" }));
        let message = |entry: &Value| serde_json::from_str::<Value>(entry["message"].as_str()?).ok();
        let messages = log.as_array().unwrap().iter().filter_map(message);
        let sent = messages.filter(|message| message["message"]["method"] == "Network.requestWillBeSent");
        sent.filter_map(|sent| sent["message"]["params"]["request"]["url"].as_str().map(str::to_owned)).collect()
    }

    /// What the console has to say.
    pub(crate) fn complaints(&self) -> Value {
        self.ask("/se/log", &json!({ "type": "browser" }))
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.agent.delete(&self.session).call();
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

pub(crate) fn on_path(program: &str) -> PathBuf {
    let path = std::env::var_os("PATH").unwrap();
    let mut files = std::env::split_paths(&path).map(|folder| folder.join(program));
    files.find(|file| Path::is_file(file)).unwrap_or_else(|| panic!("{program} is not on the path"))
}
