//! What both engines must do alike, and what each does alone.

mod files;
mod groups;
mod migrations;
mod reading;
mod servers;
mod support;
mod values;
