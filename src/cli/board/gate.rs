//! Who is let in: loopback is no boundary, since any page in any browser of this computer can reach it.
//!
//! The address names the host and port that every request must name; a token in it is good once and becomes a cookie
//! that no script reads and no other site sends.

use std::sync::{Mutex, PoisonError};

/// What tells the browser that was given the address from all others.
#[derive(Debug)]
pub(in crate::cli) struct Gate {
    port: u16,
    /// The token of the address, until it is spent.
    token: Mutex<Option<String>>,
    /// The value of the cookie.
    secret: String,
}

/// The name of the header that only our own script sends: no form can, and no other site without being asked first.
pub(super) const HEADER: &str = "x-shuanggang";

impl Gate {
    /// A gate for a port, with secrets that nobody can guess.
    pub(in crate::cli) fn new(port: u16) -> Result<Self, getrandom::Error> {
        Ok(Self { port, token: Mutex::new(Some(secret()?)), secret: secret()? })
    }

    /// The address to open, good once.
    pub(in crate::cli) fn address(&self) -> String {
        let token = self.token.lock().unwrap_or_else(PoisonError::into_inner).clone().unwrap_or_default();
        format!("{}/?token={token}", self.origin())
    }

    /// Where the page comes from, as a browser names it.
    pub(super) fn origin(&self) -> String {
        format!("http://{}", self.host())
    }

    /// The host that every request must name: another name for this computer is somebody else's.
    pub(super) fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// The cookie that replaces the token; cookies know no port, so its name has it.
    pub(super) fn cookie(&self) -> String {
        format!("{}={}; HttpOnly; SameSite=Strict; Path=/", self.name(), self.secret)
    }

    fn name(&self) -> String {
        format!("shuanggang_{}", self.port)
    }

    /// Whether one of the cookies of a request is ours.
    pub(super) fn knows(&self, cookies: &str) -> bool {
        let ours = cookies.split(';').filter_map(|cookie| cookie.trim().split_once('='));
        ours.filter(|(name, _)| *name == self.name()).any(|(_, value)| is_same(value, &self.secret))
    }

    /// Whether a token is the one of the address; it is spent with that.
    pub(super) fn spend(&self, token: &str) -> bool {
        let mut kept = self.token.lock().unwrap_or_else(PoisonError::into_inner);
        let is_ours = kept.as_deref().is_some_and(|kept| is_same(kept, token));
        if is_ours {
            *kept = None;
        }
        is_ours
    }
}

/// Compares without telling by the time it takes where two texts differ.
fn is_same(one: &str, other: &str) -> bool {
    let differ = one.bytes().zip(other.bytes()).fold(0, |differ, (a, b)| differ | (a ^ b));
    one.len() == other.len() && differ == 0
}

/// 128 bits as digits.
fn secret() -> Result<String, getrandom::Error> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)?;
    Ok(format!("{:032x}", u128::from_le_bytes(bytes)))
}
