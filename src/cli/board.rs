//! The board: one page, served on this computer to the one browser that was given the address.

mod answers;
mod browser;
mod desk;
mod files;
mod gate;
mod memory;
mod pages;
mod question;
mod server;

pub(super) use browser::open;
pub(super) use desk::{Command, Desk};
pub(super) use gate::Gate;
pub(super) use memory::spare;
pub(super) use server::{bind, serve};
