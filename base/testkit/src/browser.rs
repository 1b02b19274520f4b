//! A real browser: Chromium without a window, in a profile of its own, gone without a trace.
//!
//! It is driven by its own `chromedriver` in the words of the W3C's WebDriver. We say the dozen words that tests need
//! ourselves: the clients there are bring some thirty crates, and several twice.

mod device;
mod installation;

use std::{
    io,
    net::{Ipv4Addr, SocketAddr},
    path::PathBuf,
    thread::sleep,
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{Kept, http};
pub use device::Device;
pub use installation::{Installation, NotInstalled};

/// The name under which WebDriver hands out elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Whether a reader sees the page and the page has the keyboard; asked in words that need no script to run on the page.
const PAINTED: &str = "document.hasFocus() && performance.getEntriesByName('first-contentful-paint').length > 0";

/// A phone, in CSS pixels.
pub const PHONE: (u32, u32) = (360, 800);
/// A desktop, in CSS pixels.
pub const DESKTOP: (u32, u32) = (1280, 900);

/// Who sits before the browser.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    /// Width and height of the screen.
    pub size: (u32, u32),
    /// Whether scripts of pages run.
    pub script: bool,
    /// The languages that are preferred, such as `ar,fr`.
    pub languages: &'a str,
}

/// Why there is no browser, or why it did not do what it was told.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// It is not on this machine.
    #[error(transparent)]
    NotInstalled(#[from] NotInstalled),
    /// It says no: the word it was told, and what it answered.
    #[error("the browser was told {told} and said: {said}")]
    Said {
        /// What it was told.
        told: String,
        /// What it answered.
        said: String,
    },
    /// The machine says no.
    #[error("no browser: {0}")]
    Machine(#[from] io::Error),
}

/// A browser with one window, closed when dropped.
#[derive(Debug)]
pub struct Browser {
    driver: Kept,
    address: SocketAddr,
    session: String,
}

/// Something on a page.
#[derive(Debug)]
pub struct Element<'a> {
    browser: &'a Browser,
    id: String,
}

impl Browser {
    /// Opens a browser for a reader.
    ///
    /// # Errors
    /// When it is not installed or will not start.
    pub fn open_for(reader: Reader<'_>) -> Result<Self, Trouble> {
        let installation = Installation::find()?;
        // On a machine under load Chromium now and then ends while it starts, before a page was asked for.
        Self::start(&installation, reader).or_else(|_| Self::start(&installation, reader))
    }

    fn start(installation: &Installation, reader: Reader<'_>) -> Result<Self, Trouble> {
        let folder = TempDir::with_prefix("twiza-browser-")?;
        let mut driver = Kept::start(folder, &installation.driver, ["--port=0"])?;
        let port = driver.wait_for("started successfully on port ", ".")?;
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port.parse().map_err(io::Error::other)?));
        let mut browser = Self { driver, address, session: "/session".to_owned() };
        let wanted = browser.wanted(installation, reader);
        let opened = browser.tell("POST", "", &json!({ "capabilities": { "alwaysMatch": wanted } }))?;
        browser.session = format!("/session/{}", text(&part(opened, "/sessionId")));
        browser.resize(reader.size)?;
        // Nobody else's window takes the keyboard away.
        browser.command("Emulation.setFocusEmulationEnabled", &json!({ "enabled": true }))?;
        Ok(browser)
    }

    /// What the browser is asked to be.
    fn wanted(&self, installation: &Installation, reader: Reader<'_>) -> Value {
        let folder = self.driver.folder();
        json!({ "browserName": "chrome", "goog:chromeOptions": {
            "binary": installation.browser,
            // With the pipe it ends when its driver does, however that ends. Without a sandbox it runs in containers too.
            "args": [
                "--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--hide-scrollbars", "--force-color-profile=srgb", "--no-first-run", "--disable-extensions",
                format!("--user-data-dir={}", folder.join("profile").display()),
            ],
            "prefs": {
                "intl.accept_languages": reader.languages,
                "profile.managed_default_content_settings.javascript": if reader.script { 1 } else { 2 },
                "download.default_directory": self.downloads(),
                "download.prompt_for_download": false,
            },
        }})
    }

    /// The folder into which it puts what is downloaded.
    #[must_use]
    pub fn downloads(&self) -> PathBuf {
        self.driver.folder().join("downloads")
    }

    /// Gives the page another screen; a narrow one is a phone, which heeds what a page says of its width.
    ///
    /// # Errors
    /// When the browser says no.
    pub fn resize(&self, (width, height): (u32, u32)) -> Result<(), Trouble> {
        let mobile = width <= PHONE.0;
        let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile });
        self.command("Emulation.setDeviceMetricsOverride", &screen).map(drop)
    }

    /// Has the page think that its reader likes it dark, or light.
    ///
    /// # Errors
    /// When the browser says no.
    pub fn prefer_dark(&self, dark: bool) -> Result<(), Trouble> {
        let value = if dark { "dark" } else { "light" };
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": value }] });
        self.command("Emulation.setEmulatedMedia", &features).map(drop)
    }

    /// Opens an address and waits until the page is there.
    ///
    /// # Errors
    /// When the browser says no.
    pub fn go(&self, url: &str) -> Result<(), Trouble> {
        self.tell("POST", "/url", &json!({ "url": url })).map(drop)
    }

    /// The address of the page.
    ///
    /// # Errors
    /// When the browser says no.
    pub fn url(&self) -> Result<String, Trouble> {
        Ok(text(&self.tell("GET", "/url", &Value::Null)?))
    }

    /// The first element that a CSS selector finds.
    ///
    /// # Errors
    /// When there is none.
    pub fn find(&self, selector: &str) -> Result<Element<'_>, Trouble> {
        let found = self.tell("POST", "/element", &json!({ "using": "css selector", "value": selector }))?;
        Ok(self.element(&found))
    }

    /// All elements that a CSS selector finds.
    ///
    /// # Errors
    /// When the browser says no.
    pub fn find_all(&self, selector: &str) -> Result<Vec<Element<'_>>, Trouble> {
        let found = self.tell("POST", "/elements", &json!({ "using": "css selector", "value": selector }))?;
        Ok(found.as_array().into_iter().flatten().map(|found| self.element(found)).collect())
    }

    /// The element that has the keyboard.
    ///
    /// # Errors
    /// When the browser says no.
    pub fn focused(&self) -> Result<Element<'_>, Trouble> {
        Ok(self.element(&self.tell("GET", "/element/active", &Value::Null)?))
    }

    /// Presses keys one after the other, in the notation of WebDriver (`\u{e004}` is Tab), once the page is painted:
    /// Chromium drops what is pressed before.
    ///
    /// # Errors
    /// When the browser says no, or the page is not painted within ten seconds.
    pub fn press(&self, keys: &str) -> Result<(), Trouble> {
        let begun = Instant::now();
        while self.evaluate(PAINTED)? != true {
            if begun.elapsed() > Duration::from_secs(10) {
                return Err(Trouble::Said { told: "to press a key".to_owned(), said: "nothing is painted".to_owned() });
            }
            sleep(Duration::from_millis(10));
        }
        let stroke = |key: char| ["keyDown", "keyUp"].map(|way| json!({ "type": way, "value": key }));
        let strokes: Vec<_> = keys.chars().flat_map(stroke).collect();
        let actions = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": strokes }] });
        self.tell("POST", "/actions", &actions).map(drop)
    }

    /// What a script gives back; it runs from outside, also where the page may run none. A promise is waited for.
    ///
    /// # Errors
    /// When the script fails.
    pub fn evaluate(&self, script: &str) -> Result<Value, Trouble> {
        let call = json!({ "expression": script, "awaitPromise": true, "returnByValue": true });
        let done = self.command("Runtime.evaluate", &call)?;
        match done.get("exceptionDetails") {
            None => Ok(part(done, "/result/value")),
            Some(failed) => Err(Trouble::Said { told: "to run a script".to_owned(), said: failed.to_string() }),
        }
    }

    /// A picture of what the screen shows.
    ///
    /// # Errors
    /// When the browser says no.
    pub fn screenshot(&self) -> Result<Vec<u8>, Trouble> {
        let picture = text(&self.tell("GET", "/screenshot", &Value::Null)?);
        Ok(from_base64(&picture))
    }

    fn element(&self, found: &Value) -> Element<'_> {
        Element { browser: self, id: text(found.get(ELEMENT).unwrap_or(&Value::Null)) }
    }

    /// Says a word of Chromium's own.
    fn command(&self, name: &str, parameters: &Value) -> Result<Value, Trouble> {
        self.tell("POST", "/goog/cdp/execute", &json!({ "cmd": name, "params": parameters }))
    }

    /// Says a word of WebDriver's.
    fn tell(&self, method: &str, word: &str, body: &Value) -> Result<Value, Trouble> {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let json = [("content-type", "application/json")];
        let answer = http::request(self.address, method, &format!("{}{word}", self.session), &json, &body)?;
        let said: Value = serde_json::from_slice(&answer.bytes).map_err(io::Error::from)?;
        if answer.status == 200 {
            return Ok(part(said, "/value"));
        }
        let body: String = body.chars().take(300).collect();
        Err(Trouble::Said { told: format!("{word} {body}"), said: text(&part(said, "/value/message")) })
    }
}

impl Element<'_> {
    /// Clicks on it; a page that follows is waited for.
    ///
    /// # Errors
    /// When it is not to be seen.
    pub fn click(&self) -> Result<(), Trouble> {
        self.tell("POST", "/click", &json!({})).map(drop)
    }

    /// Types into it.
    ///
    /// # Errors
    /// When nothing can be typed there.
    pub fn type_in(&self, text: &str) -> Result<(), Trouble> {
        self.tell("POST", "/value", &json!({ "text": text })).map(drop)
    }

    /// Empties a field.
    ///
    /// # Errors
    /// When nothing can be typed there.
    pub fn clear(&self) -> Result<(), Trouble> {
        self.tell("POST", "/clear", &json!({})).map(drop)
    }

    /// Its text as a reader sees it.
    ///
    /// # Errors
    /// When the page has gone.
    pub fn text(&self) -> Result<String, Trouble> {
        Ok(text(&self.tell("GET", "/text", &Value::Null)?))
    }

    /// A property such as `href`, which is then whole; empty if it has none.
    ///
    /// # Errors
    /// When the page has gone.
    pub fn property(&self, name: &str) -> Result<String, Trouble> {
        Ok(text(&self.tell("GET", &format!("/property/{name}"), &Value::Null)?))
    }

    fn tell(&self, method: &str, word: &str, body: &Value) -> Result<Value, Trouble> {
        self.browser.tell(method, &format!("/element/{}{word}", self.id), body)
    }
}

/// A part of what was said; null if it is missing.
fn part(mut said: Value, pointer: &str) -> Value {
    said.pointer_mut(pointer).map(Value::take).unwrap_or_default()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Bytes from base 64, as the browser writes it.
fn from_base64(text: &str) -> Vec<u8> {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bytes, mut bits, mut count) = (Vec::with_capacity(text.len() / 4 * 3), 0_u32, 0);
    for digit in text.bytes().filter_map(|byte| DIGITS.iter().position(|digit| *digit == byte)) {
        (bits, count) = (bits << 6 | u32::try_from(digit).unwrap_or(0), count + 6);
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xff).unwrap_or(0));
        }
    }
    bytes
}
