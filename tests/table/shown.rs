//! The program in the terminal: starts components, shows their table, and says how that ended.

use std::env;
use std::io::{Write, stderr, stdout};
use std::path::Path;
use std::sync::atomic::Ordering;
use std::thread;
use std::time::Duration;

use steadfast::prelude::*;
use steadfast::watch_table;
use tokio::runtime::Builder;

use super::components::{
    Binder, Desk, Faulty, Folder, Order, Press, PressWorker, SPOILT, Then, Word,
};

/// The variable that says what to show.
pub const WHAT: &str = "TABLE";

/// The variable that says which file to wait for.
pub const GO: &str = "TABLE_GO";

#[test]
#[ignore = "the others start it, in a terminal"]
fn a_table_in_this_terminal() {
    // Whoever runs all that is ignored gets nothing.
    let Ok(what) = env::var(WHAT) else { return };
    let mut runtime = match what.as_str() {
        "blocked" => Builder::new_current_thread(),
        _ => Builder::new_multi_thread(),
    };
    let runtime = runtime.enable_all().build().unwrap();
    match runtime.block_on(show(&what)) {
        Ok(how) => println!("{how}"),
        Err(error) => println!("{error}"),
    }
    runtime.shutdown_background();
}

/// Until the test says so.
pub async fn go() {
    let file = env::var(GO).unwrap();
    while !Path::new(&file).exists() {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

async fn show(what: &str) -> Result<String, BoxError> {
    if what == "two-hundred" {
        return two_hundred().await;
    }
    let then = match what {
        "blocked" => Then::Blocks,
        "component-panics" => Then::Panics,
        _ => Then::Prints,
    };
    let press = PressWorker { then }.spawn(());
    let (folder, binder) = (Folder.spawn(()), Binder.spawn(()));
    binder.send(Word::Close).await?;
    binder.join().await;
    let faulty = Faulty(press.weak());
    let mut table = Box::pin(watch_table(&[&faulty, &folder, &binder]));
    let end = match what {
        "dropped" | "panics" => tokio::select! {
            _ = &mut table => return Ok("it ended by itself".into()),
            () = go() => {
                assert!(what == "dropped", "the program panics");
                drop(table);
                return Ok("the table was dropped".into());
            }
        },
        "second" => {
            let first = tokio::spawn(table);
            go().await;
            let second = watch_table(&[&press.downgrade()]).await;
            // In the first one, this can be seen.
            folder.send(Word::Close).await?;
            let first = first.await??;
            return Ok(format!("{}\nleft by {first:?}", second.unwrap_err()));
        }
        _ => {
            let meanwhile = tokio::spawn(meanwhile(what.to_owned(), folder, press));
            let end = table.as_mut().await;
            meanwhile.abort();
            end?
        }
    };
    Ok(format!("left by {end:?}"))
}

/// What happens behind the table, at the word of the test.
async fn meanwhile(what: String, folder: Handle<Word, Desk>, press: Handle<Order, Press>) {
    if what != "blocked" {
        go().await;
    }
    match what.as_str() {
        "let-go" => drop(folder),
        "faulty" => SPOILT.store(true, Ordering::Relaxed),
        "written-over" => {
            // Not by a macro, whose words the test harness keeps back.
            let _ = write!(stderr(), "\x1b[15;1Hstray\r\nstray");
            drop(folder);
        }
        "printer-panics" => {
            let printer = thread::spawn(|| {
                let _printing = stdout().lock();
                drop(folder);
                while Path::new(&env::var(GO).unwrap()).exists() {
                    thread::sleep(Duration::from_millis(10));
                }
                panic!("it panics as it prints");
            });
            while !printer.is_finished() {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
            press.abort();
        }
        _ => std::future::pending().await,
    }
    std::future::pending().await
}

async fn two_hundred() -> Result<String, BoxError> {
    let presses: Vec<_> = (1..=200)
        .map(|number| {
            let press = PressWorker { then: Then::Prints }.spawn(());
            for _ in 0..number {
                press.try_send(Order::Sheet).unwrap();
            }
            press
        })
        .collect();
    let all: Vec<_> = presses
        .iter()
        .map(|press| press as &dyn SupervisorHandle)
        .collect();
    let end = watch_table(&all).await?;
    Ok(format!("left by {end:?}"))
}
