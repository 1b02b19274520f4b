//! The door: every address says which action it is, and nobody whom no policy lets in gets as far as a handler.

use std::collections::HashMap;

use authz::{Policies, PolicyText, Principal, Resource};
use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderMap, HeaderValue, Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::{App, Problem, Visitor, lang};

/// What everyone may do.
pub(crate) const POLICY: PolicyText<'static> =
    PolicyText { slice: "web", schema: include_str!("schema.cedarschema"), policies: include_str!("policy.cedar") };

/// An address that the program answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Route {
    /// The address as its router knows it, with `{lang}` for the language.
    pub address: &'static str,
    /// How it is asked: `GET`, which includes `HEAD`, or `POST`.
    pub method: &'static str,
    /// The action that policies decide about, on the resource `Door` of this address.
    pub action: &'static str,
}

impl Route {
    /// An address that everyone may look at.
    pub const fn open(address: &'static str) -> Self {
        Self::get(address, "see")
    }

    /// An address to look at.
    pub const fn get(address: &'static str, action: &'static str) -> Self {
        Self { address, method: "GET", action }
    }

    /// An address that changes something.
    pub const fn post(address: &'static str, action: &'static str) -> Self {
        Self { address, method: "POST", action }
    }
}

/// The doors of all addresses.
#[derive(Debug, Default)]
pub(crate) struct Doors(HashMap<&'static str, Vec<Door>>);

#[derive(Clone, Copy, Debug)]
struct Door {
    route: Route,
    /// Whether policies let in whoever comes: then nobody is asked who he is.
    open: bool,
}

impl Doors {
    pub(crate) fn new(routes: impl IntoIterator<Item = Route>, policies: &Policies) -> Self {
        let mut doors = HashMap::<_, Vec<_>>::new();
        for route in routes {
            let open = policies.permits(&Principal::default(), route.action, &resource(route.address)).is_ok();
            doors.entry(route.address).or_default().push(Door { route, open });
        }
        Self(doors)
    }

    fn of(&self, address: &str) -> &[Door] {
        self.0.get(address).map_or(&[], Vec::as_slice)
    }
}

/// An address as what is asked about.
fn resource(address: &str) -> Resource {
    Resource::new("Door", address)
}

/// Lets a request in, or turns it away.
pub(crate) async fn ask(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let matched = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned()).unwrap_or_default();
    let address = unspoken(&matched);
    let method = if request.method() == Method::HEAD { &Method::GET } else { request.method() };
    let doors = app.doors().of(&address);
    let Some(door) = doors.iter().find(|door| door.route.method == method.as_str()).copied() else {
        return no_such_method(doors);
    };
    if method != Method::GET && is_foreign(request.headers()) {
        return Problem::Foreign.into_response();
    }
    if door.open && method == Method::GET {
        return next.run(request).await;
    }
    let (asked, headers) = (app.clone(), request.headers().clone());
    let let_in = move |_: &_| {
        let visitor = Visitor::identify(&asked, &headers)?;
        visitor.may(&asked, door.route.action, &resource(door.route.address))?;
        Ok::<_, Problem>(visitor)
    };
    let visitor = match app.blocking(let_in).await {
        Ok(visitor) => visitor,
        Err(problem) => return problem.into_response(),
    };
    request.extensions_mut().insert(visitor);
    let mut response = next.run(request).await;
    // What one person is shown stays with that person.
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The address of a route, whichever language it was asked in.
fn unspoken(matched: &str) -> String {
    match lang::split(matched) {
        (Some(_), "/" | "") => "/{lang}".to_owned(),
        (Some(_), rest) => format!("/{{lang}}{rest}"),
        (None, rest) => rest.to_owned(),
    }
}

fn no_such_method(doors: &[Door]) -> Response {
    let allowed = doors.iter().map(|door| if door.route.method == "GET" { "GET,HEAD" } else { door.route.method });
    let allowed = allowed.collect::<Vec<_>>().join(",");
    let mut response = Problem::NoSuchMethod.into_response();
    response.headers_mut().extend(HeaderValue::try_from(allowed).ok().map(|allowed| (header::ALLOW, allowed)));
    response
}

/// Whether another site had this request sent (CSRF). Browsers say where a request comes from; programs, which bring no
/// cookies of somebody else, say nothing.
fn is_foreign(headers: &HeaderMap) -> bool {
    let said = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    if let Some(site) = said("sec-fetch-site") {
        return !["same-origin", "none"].contains(&site);
    }
    // Older browsers name the page instead.
    let Some(page) = said("origin").or_else(|| said("referer")) else { return headers.contains_key(header::COOKIE) };
    let from = page.split_once("://").map(|(_, rest)| rest.split('/').next().unwrap_or_default());
    from.is_none() || from != said("host")
}

#[cfg(test)]
mod tests;
