//! Who may do what: the one place where it is decided. What is not clearly permitted is denied.
//!
//! A [`Principal`] is an account with the roles it holds today, or a visitor. A [`Resource`] is what is asked about, with
//! those of its attributes by which policies decide. Each slice brings a [`PolicyText`]; [`Policies`] are all of them,
//! checked against each other once, and [`Policies::permits`] answers.
//!
//! Policies are written in Cedar. A role is an entity whose type says which and whose id says of whom: `Agent::"KEN"`. The
//! slice that grants a role declares it, with `@role`; so a policy can say `principal in resource.agents` or
//! `principal in Auditor::"MA"`. Every action is in the group `reading` or in the group `changing`; a scope of a token is
//! the name of an action or of a group.
//!
//! Not here: any word of the domain, accounts and sessions, what is answered to those who are denied.

mod action;
mod denied;
mod entity;
mod faulty;
mod policies;
mod principal;
mod resource;
mod schema;
mod text;

pub use denied::Denied;
pub use entity::Entity;
pub use faulty::{Faulty, Flaw, Said};
pub use policies::Policies;
pub use principal::Principal;
pub use resource::{Resource, Value};
pub use text::PolicyText;
