//! Programs that this one runs: to send an SMS, to look through a file.

use std::{
    env, io,
    io::Write as _,
    process::{Child, Command, ExitStatus, Stdio},
    thread,
    time::{Duration, Instant},
};

/// Runs a program, the first of these words, on what it reads from standard input. None if it does not end in time. It gets
/// nothing of this program's environment, where keys may be, but the way to programs.
pub(crate) fn run(words: &[&str], input: Vec<u8>, time: Duration) -> io::Result<Option<ExitStatus>> {
    let (program, rest) = words.split_first().ok_or(io::ErrorKind::InvalidInput)?;
    let mut command = Command::new(program);
    command.args(rest).env_clear().stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    command.envs(["PATH", "HOME", "LANG"].into_iter().filter_map(|name| Some((name, env::var_os(name)?))));
    let mut child = command.spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        // On a thread of its own: a command that reads nothing must not hold up everything. One that ended before it had
        // read all says why by its status.
        thread::Builder::new().name("command".into()).spawn(move || drop(stdin.write_all(&input)))?;
    }
    let status = ended(&mut child, time)?;
    if status.is_none() {
        drop(child.kill().and_then(|()| child.wait()));
    }
    Ok(status)
}

/// How a child ended, if it did in time.
fn ended(child: &mut Child, time: Duration) -> io::Result<Option<ExitStatus>> {
    let begun = Instant::now();
    loop {
        let status = child.try_wait()?;
        if status.is_some() || begun.elapsed() >= time {
            return Ok(status);
        }
        thread::sleep(Duration::from_millis(20));
    }
}
