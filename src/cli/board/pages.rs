//! What is served: the page, its style and script, and answers. Every request passes the gate first.

use super::desk::Desk;
use super::gate::{Gate, HEADER};
use super::question::{Asked, Question};
use crate::optimise::Deadline;
use crate::render::board;
use crate::text::{Language, Text};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

/// Bytes of a question, at most.
const LARGEST: usize = 64 * 1024;
/// How long a question may take to arrive.
const SLOWEST: Duration = Duration::from_secs(10);
/// Questions worked on at once.
const AT_WORK: usize = 2;

/// What the browser must not do with what it is sent.
const HEADERS: [(HeaderName, &str); 7] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; \
         form-action 'none'; frame-ancestors 'none'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::CACHE_CONTROL, "no-store"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// What every request may need.
pub(super) struct Shared {
    gate: Gate,
    desk: Arc<Desk>,
    /// Ticks since the last request that was let in.
    idle: Arc<AtomicU32>,
    at_work: Semaphore,
}

impl Shared {
    pub(super) fn new(gate: Gate, desk: Arc<Desk>, idle: Arc<AtomicU32>) -> Self {
        Self { gate, desk, idle, at_work: Semaphore::new(AT_WORK) }
    }

    fn refused(&self, status: StatusCode, key: &str) -> Response {
        (status, Text::new(self.desk.language()).get(key)).into_response()
    }
}

/// The pages.
pub(super) fn router(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/", get(page))
        .route("/board.css", get(async || ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], board::STYLE.concat())))
        .route(
            "/board.js",
            get(async || ([(header::CONTENT_TYPE, "text/javascript; charset=utf-8")], board::SCRIPT.concat())),
        )
        .route("/service", post(async |state, headers, body| answer(state, headers, body, Asked::Service).await))
        .route("/answer", post(async |state, headers, body| answer(state, headers, body, Asked::Plan).await))
        .route("/reasons", post(async |state, headers, body| answer(state, headers, body, Asked::Reasons).await))
        .route("/ahead", post(async |state, headers, body| answer(state, headers, body, Asked::Ahead).await))
        .route("/today", post(async |state, headers, body| answer(state, headers, body, Asked::Today).await))
        .route("/hints", post(async |state, headers, body| answer(state, headers, body, Asked::Hints).await))
        .route("/why", post(async |state, headers, body| answer(state, headers, body, Asked::Why).await))
        .route("/gone", post(async |state, headers, body| answer(state, headers, body, Asked::Gone).await))
        .route("/leave", post(async |state, headers, body| answer(state, headers, body, Asked::Leave).await))
        .route("/beside", post(async |state, headers, body| answer(state, headers, body, Asked::Beside).await))
        .route("/file", post(file))
        .layer(middleware::from_fn_with_state(Arc::clone(&shared), pass))
        .with_state(shared)
}

/// Lets in whoever names this host, comes from this page, and has the cookie or the token not yet spent.
async fn pass(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    let mut response = match admit(&shared, &request) {
        Ok(cookie) => {
            shared.idle.store(0, Ordering::Relaxed);
            let mut response = next.run(request).await;
            if let Some(cookie) = cookie.and_then(|cookie| HeaderValue::from_str(&cookie).ok()) {
                response.headers_mut().insert(header::SET_COOKIE, cookie);
            }
            response
        }
        Err((status, key)) => shared.refused(status, key),
    };
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// The cookie to give, if any; or why not.
fn admit(shared: &Shared, request: &Request) -> Result<Option<String>, (StatusCode, &'static str)> {
    let Shared { gate, .. } = shared;
    let headers = request.headers();
    let of = |name: &HeaderName| single(headers, name);
    if of(&header::HOST) != Some(&gate.host()) {
        return Err((StatusCode::MISDIRECTED_REQUEST, "board-refused-host"));
    }
    let changes = request.method() != Method::GET && request.method() != Method::HEAD;
    let from_here = of(&header::ORIGIN) == Some(&gate.origin());
    if (changes || headers.contains_key(header::ORIGIN)) && !from_here {
        return Err((StatusCode::FORBIDDEN, "board-refused-origin"));
    }
    if of(&header::COOKIE).is_some_and(|cookies| gate.knows(cookies)) {
        return if changes && !headers.contains_key(HEADER) {
            Err((StatusCode::FORBIDDEN, "board-refused-origin"))
        } else {
            Ok(None)
        };
    }
    let is_page = request.method() == Method::GET && request.uri().path() == "/";
    let token = asked(request.uri(), "token").filter(|_| is_page);
    if token.is_some_and(|token| gate.spend(token)) {
        return Ok(Some(gate.cookie()));
    }
    Err((StatusCode::FORBIDDEN, "board-refused-token"))
}

/// The value of a header that is there once; twice is no value.
fn single<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?.to_str().ok()?;
    values.next().is_none().then_some(value)
}

/// What the address asks by a name.
fn asked<'u>(uri: &'u Uri, name: &str) -> Option<&'u str> {
    let pairs = uri.query()?.split('&').filter_map(|pair| pair.split_once('='));
    pairs.filter(|(key, _)| *key == name).map(|(_, value)| value).next()
}

async fn page(State(shared): State<Arc<Shared>>, uri: Uri) -> Response {
    let language = asked(&uri, "lang").and_then(Language::parse).unwrap_or_else(|| shared.desk.language());
    let desk = Arc::clone(&shared.desk);
    html(spawn_blocking(move || desk.page(language)).await.ok())
}

/// The answer to a question; nothing to one that a newer one overtook.
async fn answer(State(shared): State<Arc<Shared>>, headers: HeaderMap, body: Body, asked: Asked) -> Response {
    let (question, deadline) = match question(&shared, &headers, body, asked).await {
        Ok(begun) => begun,
        Err(refused) => return refused,
    };
    let Ok(_place) = shared.at_work.acquire().await else { return html(None) };
    let desk = Arc::clone(&shared.desk);
    match spawn_blocking(move || desk.answer(&question, asked, &deadline)).await {
        Ok(Ok(answer)) => html(Some(answer)),
        Ok(Err(_)) => StatusCode::NO_CONTENT.into_response(),
        Err(_) => html(None),
    }
}

/// A state as a file to keep; why there is none as text.
async fn file(State(shared): State<Arc<Shared>>, headers: HeaderMap, body: Body) -> Response {
    let (question, _) = match question(&shared, &headers, body, Asked::File).await {
        Ok(begun) => begun,
        Err(refused) => return refused,
    };
    let Ok(_place) = shared.at_work.acquire().await else { return html(None) };
    let desk = Arc::clone(&shared.desk);
    match spawn_blocking(move || desk.file(&question)).await {
        Ok(Ok(bytes)) => ([(header::CONTENT_TYPE, "application/octet-stream")], bytes).into_response(),
        Ok(Err(said)) => (StatusCode::UNPROCESSABLE_ENTITY, said).into_response(),
        Err(_) => html(None),
    }
}

/// The question in a body, taken up; or what is answered instead.
async fn question(
    shared: &Shared,
    headers: &HeaderMap,
    body: Body,
    asked: Asked,
) -> Result<(Question, Deadline), Response> {
    let is_json = single(headers, &header::CONTENT_TYPE).is_some_and(|kind| kind.starts_with("application/json"));
    if !is_json {
        return Err(shared.refused(StatusCode::UNSUPPORTED_MEDIA_TYPE, "board-refused-body"));
    }
    let body = match timeout(SLOWEST, to_bytes(body, LARGEST)).await {
        Ok(Ok(body)) => body,
        Ok(Err(_)) => return Err(shared.refused(StatusCode::PAYLOAD_TOO_LARGE, "board-refused-body")),
        Err(_) => return Err(shared.refused(StatusCode::REQUEST_TIMEOUT, "board-refused-body")),
    };
    let Some(question) = Question::read(&body) else {
        return Err(shared.refused(StatusCode::BAD_REQUEST, "board-refused-body"));
    };
    match shared.desk.begin(&question, asked) {
        Ok(deadline) => Ok((question, deadline)),
        Err(_) => Err(StatusCode::NO_CONTENT.into_response()),
    }
}

fn html(page: Option<String>) -> Response {
    match page {
        Some(page) => ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response(),
        None => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
