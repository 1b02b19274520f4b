//! A mail server that takes everything, or answers what a test wants.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    net::{TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

/// The server; it ends when it is dropped.
pub(crate) struct Server {
    /// Its host and port.
    pub(crate) address: String,
    said: Arc<Mutex<String>>,
    stops: Arc<AtomicBool>,
    thread: Option<thread::JoinHandle<()>>,
}

impl Server {
    /// A server that answers these words with these lines, and all others as if all were well.
    pub(crate) fn start(answers: &'static [(&'static str, &'static str)]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let (said, stops) = (Arc::new(Mutex::new(String::new())), Arc::new(AtomicBool::new(false)));
        let (heard, ends) = (Arc::clone(&said), Arc::clone(&stops));
        let thread = thread::spawn(move || {
            for stream in listener.incoming() {
                if ends.load(Ordering::SeqCst) {
                    return;
                }
                // Whoever leaves in the middle leaves.
                let _ = converse(&stream.unwrap(), &heard, answers);
            }
        });
        Self { address, said, stops, thread: Some(thread) }
    }

    /// All that was said to it.
    pub(crate) fn said(&self) -> String {
        self.said.lock().unwrap().clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stops.store(true, Ordering::SeqCst);
        // Wakes it up.
        drop(TcpStream::connect(&self.address));
        self.thread.take().unwrap().join().unwrap();
    }
}

fn converse(stream: &TcpStream, heard: &Mutex<String>, answers: &[(&str, &str)]) -> std::io::Result<()> {
    let (mut out, mut in_data) = (stream, false);
    write!(out, "220 test\r\n")?;
    for line in BufReader::new(stream).lines() {
        let line = line?;
        let mut heard = heard.lock().unwrap();
        heard.push_str(&line);
        heard.push('\n');
        drop(heard);
        let word = line.split([' ', ':']).next().unwrap();
        let answer = match word {
            _ if in_data && line != "." => continue,
            "EHLO" => "250-test\r\n250 AUTH PLAIN",
            "AUTH" => "235 welcome",
            "DATA" => "354 go on",
            "QUIT" => "221 bye",
            _ => "250 fine",
        };
        let answer = answers.iter().find(|(asked, _)| *asked == word).map_or(answer, |(_, answer)| answer);
        in_data = word == "DATA";
        write!(out, "{answer}\r\n")?;
    }
    Ok(())
}
