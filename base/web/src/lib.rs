//! What every page and every address stands on.
//!
//! An [`App`] is what handlers are given. A [`Slice`] brings its addresses, its words and their description; [`router`]
//! puts slices together and [`serve`] answers. A [`Problem`] is the only thing besides an answer that a handler gives
//! back. [`Messages`] speak the language of the request. [`press()`] has a document set as PDF, [`picture()`] a drawing as PNG.
//!
//! No address is answered whose [`Route`] no policy opens: a [`Visitor`] is asked at the door, and again by handlers.
//!
//! Not here: any word of the domain, accounts.

mod accept;
mod act;
mod app;
mod asset;
mod attachment;
mod bars;
mod cache;
mod chore;
mod columns;
mod dataset;
mod day;
mod description;
mod door;
mod dots;
mod edge;
pub mod fields;
mod figure;
mod form;
mod gallery;
mod icon;
mod kept_name;
mod lang;
mod lines;
mod map;
mod messages;
mod nomenclature;
mod notice;
mod number;
mod origin;
mod pack;
mod page;
mod papers;
mod peer;
mod phrasebook;
mod press;
mod problem;
mod query;
mod scale;
mod server;
mod shapes;
mod shares;
mod subject;
mod task;
#[cfg(test)]
mod tests;
mod visitor;
mod workbook;

pub use accept::{Format, csv, json};
pub use act::{ACT_COLUMNS, PublicAct, act_row};
pub use app::{App, NotFit, ShowProof, Slice};
pub use asset::{MARK, PASSKEY, STYLE, asset};
pub use attachment::{Attachment, AttachmentId, Attachments, Content, NotTaken, Opened, Taken, Upload};
pub use axum::{Router, body::Bytes};
pub use bars::bars;
pub use cache::FRESH;
pub use chore::Chore;
pub use columns::columns;
pub use dataset::{Dataset, Datum, Field, Kind, Take};
pub use description::undescribed;
pub use door::Route;
pub use dots::{Point, dots, spot};
pub use edge::scripted;
pub use figure::{Caption, Figure};
pub use form::{FileForm, Form};
pub use icon::{ICONS, Icon, icon};
pub use kept_name::{KeptName, KeptNames};
pub use lines::{Series, lines};
pub use map::{Area, Map};
pub use messages::Messages;
pub use nomenclature::Nomenclature;
pub use notice::{Messenger, Notice};
pub use origin::{Address, Origin};
pub use page::{Page, html};
pub use papers::{Hold, Paper, Papers, change_papers, open_paper};
pub use peer::Peer;
pub use phrasebook::{BadMessages, Phrasebook, Words};
pub use press::{Limits, Press, Unpressed, picture, press};
pub use problem::{Fault, Problem, Wrong};
pub use query::Query;
pub use server::{ROUTES, router, run, serve, stop_signal};
pub use shapes::{Shapes, point, shapes};
pub use shares::shares;
pub use subject::{FindNames, Speaker, SubjectKind, Told, latest, tell};
pub use task::{Task, Tasks};
pub use visitor::{COUNTRY, Of, People, Role, Visitor};
pub use workbook::{Cell, Sheet, workbook};
