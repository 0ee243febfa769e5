//! Listens on the loopback address and nowhere else, until nobody asks any more or somebody ends the program.

use super::desk::Desk;
use super::gate::Gate;
use super::pages::{Shared, router};
use crate::optimise::Deadline;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::{interval, timeout};

/// Connections served at once; more wait.
const MOST_CONNECTIONS: usize = 64;
/// Threads that work on questions and pages.
const MOST_THREADS: usize = 4;
/// How long the head of a request may take.
const SLOWEST_HEAD: Duration = Duration::from_secs(10);
/// How long a connection may take questions, and then be at the last of them.
const LONGEST_CONNECTION: Duration = Duration::from_mins(5);
/// How often is looked whether to end.
const TICK: Duration = Duration::from_millis(100);
const TICKS_A_MINUTE: u32 = 600;

/// A port of the loopback address: the one asked for, or any.
pub(in crate::cli) fn bind(port: Option<u16>) -> io::Result<TcpListener> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port.unwrap_or(0)))?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

/// Serves the page until `minutes` without a question, or until the end that a signal brings nearer.
pub(in crate::cli) fn serve(
    listener: TcpListener,
    gate: Gate,
    desk: Desk,
    minutes: u32,
    end: &Deadline,
) -> io::Result<()> {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    // Each thread that ever worked keeps memory of its own.
    let runtime = runtime.enable_all().max_blocking_threads(MOST_THREADS).build()?;
    let idle = Arc::new(AtomicU32::new(0));
    let desk = Arc::new(desk);
    let shared = Arc::new(Shared::new(gate, Arc::clone(&desk), Arc::clone(&idle)));
    let served = runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let accepting = tokio::spawn(accept(listener, shared));
        ended(&idle, minutes, end).await;
        accepting.abort();
        Ok(())
    });
    // Whoever is still searching is asked to stop, and not waited for.
    desk.end();
    runtime.shutdown_background();
    served
}

async fn ended(idle: &AtomicU32, minutes: u32, end: &Deadline) {
    let mut ticks = interval(TICK);
    loop {
        ticks.tick().await;
        if idle.fetch_add(1, Ordering::Relaxed) >= minutes.saturating_mul(TICKS_A_MINUTE) || end.is_past() {
            return;
        }
    }
}

async fn accept(listener: tokio::net::TcpListener, shared: Arc<Shared>) {
    let places = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    let service = TowerToHyperService::new(router(shared));
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { return };
        // A connection that ends before it began, or too many open files, is no reason to end.
        let Ok((stream, _)) = listener.accept().await else {
            tokio::time::sleep(TICK).await;
            continue;
        };
        let mut builder = http1::Builder::new();
        builder.timer(TokioTimer::new()).header_read_timeout(SLOWEST_HEAD);
        let connection = builder.serve_connection(TokioIo::new(stream), service.clone());
        tokio::spawn(async move {
            let mut connection = pin!(connection);
            if timeout(LONGEST_CONNECTION, connection.as_mut()).await.is_err() {
                // Whoever is being answered gets the answer, and no more over this line.
                connection.as_mut().graceful_shutdown();
                let _ = timeout(LONGEST_CONNECTION, connection).await;
            }
            drop(place);
        });
    }
}
