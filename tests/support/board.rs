//! The board, started for a test, and requests to it as they go over the wire.

use serde_json::{Value, json};
use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A board that ends with the test.
pub(crate) struct Board {
    pub(crate) process: Child,
    /// The address that it printed, with the token.
    pub(crate) address: String,
    pub(crate) port: u16,
    /// The cookie that the token was changed for.
    pub(crate) cookie: String,
}

/// An answer: its status, and all that came with it.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) text: String,
    bytes: Vec<u8>,
}

impl Answer {
    /// What stands behind the head.
    pub(crate) fn body(&self) -> &[u8] {
        let end = self.bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        &self.bytes[end + 4..]
    }

    /// The cookie that came with it.
    pub(crate) fn cookie(&self) -> String {
        self.text.split_once("set-cookie: ").unwrap().1.split(';').next().unwrap().to_owned()
    }
}

impl Board {
    /// Starts the board in a folder; nobody has used the address yet.
    pub(crate) fn closed<S: AsRef<OsStr>>(folder: &Path, arguments: &[S]) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_shuanggang"))
            .args(["board", "--no-open", "--quiet", "--lang", "zh"])
            .args(arguments)
            .current_dir(folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().to_owned();
        let port = address.strip_prefix("http://127.0.0.1:").and_then(|rest| rest.split('/').next()).unwrap();
        Self { port: port.parse().unwrap(), process, address, cookie: String::new() }
    }

    /// Starts the board and opens its page.
    pub(crate) fn open<S: AsRef<OsStr>>(folder: &Path, arguments: &[S]) -> (Self, String) {
        let mut board = Self::closed(folder, arguments);
        let page = board.get(&board.path(), "");
        assert_eq!(page.status, 200, "{}", page.text);
        board.cookie = page.cookie();
        (board, page.text)
    }

    /// The path of the address, token and all.
    pub(crate) fn path(&self) -> String {
        self.address.split_once(&format!(":{}", self.port)).unwrap().1.to_owned()
    }

    /// Sends bytes and reads all that comes back.
    pub(crate) fn send(&self, request: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_mins(2))).unwrap();
        // Who is refused early may find the line closed while it still sends.
        let _ = stream.write_all(request.as_bytes());
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let status = text.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
        Answer { status, text, bytes }
    }

    /// Asks for a page, with further lines of the head.
    pub(crate) fn get(&self, path: &str, more: &str) -> Answer {
        let (port, cookie) = (self.port, &self.cookie);
        let head = format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookie}\r\n{more}");
        self.send(&format!("{head}Connection: close\r\n\r\n"))
    }

    /// The lines of a head that a question needs.
    pub(crate) fn needed(&self) -> [(&'static str, String); 5] {
        [
            ("Host", format!("127.0.0.1:{}", self.port)),
            ("Origin", format!("http://127.0.0.1:{}", self.port)),
            ("Cookie", self.cookie.clone()),
            ("X-Shuanggang", "board".to_owned()),
            ("Content-Type", "application/json".to_owned()),
        ]
    }

    /// Sends a question with these lines of the head.
    pub(crate) fn post(&self, path: &str, lines: &[(&str, String)], body: &str) -> Answer {
        let lines = lines.iter().flat_map(|(name, value)| [*name, ": ", value, "\r\n"]).collect::<String>();
        let length = body.len();
        self.send(&format!(
            "POST {path} HTTP/1.1\r\n{lines}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
        ))
    }

    /// Asks for a file of a state.
    pub(crate) fn file(&self, number: u64, state: &Value, form: &str) -> Answer {
        let question = json!({ "tab": "file", "number": number, "lang": "zh", "state": state, "about": form });
        self.post("/file", &self.needed(), &question.to_string())
    }

    /// The most memory that the program had so far, in MiB.
    #[cfg(target_os = "linux")]
    pub(crate) fn peak(&self) -> u64 {
        let said = std::fs::read_to_string(format!("/proc/{}/status", self.process.id())).unwrap();
        let peak = said.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        peak.trim().trim_end_matches(" kB").parse::<u64>().unwrap() / 1024
    }

    /// Asks how a state would be.
    pub(crate) fn ask(&self, path: &str, number: u64, state: &Value) -> Answer {
        let question = json!({ "tab": "test", "number": number, "lang": "zh", "state": state });
        self.post(path, &self.needed(), &question.to_string())
    }
}

impl Drop for Board {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The unit as it is, with some levers moved.
pub(crate) fn state(moved: &Value) -> Value {
    let mut state = json!({ "hires": {}, "people": {}, "rules": {}, "volumes": {}, "numbers": {}, "month": null,
        "audits": [], "cases": 0 });
    for (lever, value) in moved.as_object().unwrap() {
        state[lever] = value.clone();
    }
    state
}

/// The texts of the cells of a table, row by row.
pub(crate) fn rows(page: &str, table: &str) -> Vec<Vec<String>> {
    let Some((_, rest)) = page.split_once(&format!("<table class=\"table-{table}\">")) else { return Vec::new() };
    let body = rest.split("</table>").next().unwrap().split_once("<tbody>").unwrap().1;
    let cell = |part: &str| part.split_once('>').unwrap().1.split('<').next().unwrap().to_owned();
    let cells = |row: &str| row.split("<t").skip(1).map(cell).collect();
    body.split("<tr>").skip(1).map(|row| cells(&row.replace("</th>", "").replace("</td>", ""))).collect()
}

/// The commands that an answer shows.
pub(crate) fn commands(page: &str) -> Vec<String> {
    let shown = page.split("<pre class=\"command\" tabindex=\"0\">").skip(1);
    shown.map(|rest| rest.split("</pre>").next().unwrap().to_owned()).collect()
}
