//! The years ahead: every month in which staffing changes is planned anew, and every figure comes from a checked plan.

mod outlook;

pub use outlook::{Band, Event, Forecast, Outlook, Point, Projection, YearForecast};
