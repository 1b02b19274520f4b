//! One request over HTTP, as plainly as can be: no client that follows, decompresses or mends anything for a test.

use std::{
    io::{self, BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

/// How long an answer may take: a word to a browser waits until the page is there.
const PATIENCE: Duration = Duration::from_secs(60);

/// What was answered, as it was sent.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    headers: Vec<(String, String)>,
    /// The body.
    pub bytes: Vec<u8>,
}

impl Answer {
    /// A header, empty if it is missing. Names are in small letters.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// The body as text; what is no UTF-8 shows as such.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }
}

/// Asks for an address.
///
/// # Errors
/// When there is no answer, or one that is not HTTP.
pub fn get(server: SocketAddr, target: &str, headers: &[(&str, &str)]) -> io::Result<Answer> {
    request(server, "GET", target, headers, "")
}

/// Sends a request, over a connection of its own.
///
/// # Errors
/// When there is no answer, or one that is not HTTP.
pub fn request(
    server: SocketAddr,
    method: &str,
    target: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> io::Result<Answer> {
    let headers: Vec<_> = [("connection", "close")].iter().chain(headers).copied().collect();
    Connection::open(server)?.request(method, target, &headers, body)
}

/// A connection that stays open, for who asks again and again.
#[derive(Debug)]
pub struct Connection {
    server: SocketAddr,
    stream: BufReader<TcpStream>,
}

impl Connection {
    /// Connects.
    ///
    /// # Errors
    /// When the server does not listen.
    pub fn open(server: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(server)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_nodelay(true)?;
        Ok(Self { server, stream: BufReader::new(stream) })
    }

    /// Sends a request.
    ///
    /// # Errors
    /// When there is no answer, or one that is not HTTP.
    pub fn request(&mut self, method: &str, target: &str, headers: &[(&str, &str)], body: &str) -> io::Result<Answer> {
        let (server, length) = (self.server, body.len());
        let mut text = format!("{method} {target} HTTP/1.1\r\nhost: {server}\r\ncontent-length: {length}\r\n");
        for (name, value) in headers {
            text.push_str(&format!("{name}: {value}\r\n"));
        }
        self.stream.get_mut().write_all(format!("{text}\r\n{body}").as_bytes())?;
        answer(&mut self.stream)
    }
}

fn answer(from: &mut impl BufRead) -> io::Result<Answer> {
    let first = line(from)?;
    let status = first.split(' ').nth(1).and_then(|status| status.parse().ok());
    let status = status.ok_or_else(|| io::Error::other(format!("no answer in HTTP: `{first}`")))?;
    let mut answer = Answer { status, headers: Vec::new(), bytes: Vec::new() };
    while let Some((name, value)) = line(from)?.split_once(':') {
        answer.headers.push((name.to_lowercase(), value.trim().to_owned()));
    }
    if answer.header("transfer-encoding") == "chunked" {
        while let Ok(length @ 1..) = u64::from_str_radix(&line(from)?, 16) {
            from.by_ref().take(length).read_to_end(&mut answer.bytes)?;
            line(from)?;
        }
        // After the piece without length there is one more empty line.
        line(from)?;
    } else {
        // The browser's driver keeps the connection, whatever it says; a body without a length ends with it.
        let length = answer.header("content-length").parse().unwrap_or(u64::MAX);
        from.by_ref().take(length).read_to_end(&mut answer.bytes)?;
    }
    Ok(answer)
}

fn line(from: &mut impl BufRead) -> io::Result<String> {
    let mut line = String::new();
    from.read_line(&mut line)?;
    Ok(line.trim_end().to_owned())
}
