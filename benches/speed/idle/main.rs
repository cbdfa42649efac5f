//! Lets so many components of one entrant be idle at once, and prints the bytes, allocations and resident bytes of each.
//! `speed` runs it.

use allocation_counter::measure;
use steadfast_benches::contest::Failure;
use steadfast_benches::idle::{Each, entrants};

fn main() -> Result<(), Failure> {
    let mut arguments = std::env::args().skip(1);
    let (Some(name), Some(count)) = (arguments.next(), arguments.next()) else {
        return Err("the name of an entrant and the number of components are missing".into());
    };
    let count: u64 = count.parse()?;
    let entrant = entrants().into_iter().find(|entrant| entrant.name == name);
    let gather = entrant
        .ok_or_else(|| format!("no entrant `{name}`"))?
        .gather;
    // All of it is on this thread, and so in the count.
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()?;
    // What is made once per process, or per runtime.
    gather(&runtime, 1)?;

    let before = resident()?;
    let mut idle = None;
    let counted = measure(|| idle = Some(gather(&runtime, count)));
    let after = resident()?;
    let idle = idle.transpose()?;
    Each {
        bytes: counted.bytes_current as f64 / count as f64,
        allocations: counted.count_current as f64 / count as f64,
        resident: after.saturating_sub(before) as f64 / count as f64,
    }
    .print();
    drop(idle);
    Ok(())
}

/// The bytes of this process that are in memory.
fn resident() -> Result<u64, Failure> {
    let status = std::fs::read_to_string("/proc/self/status")
        .map_err(|error| format!("this system does not tell what is resident: {error}"))?;
    // `VmRSS:     10240 kB`
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next());
    let kilobytes: u64 = kilobytes.ok_or("no VmRSS in the status")?.parse()?;
    Ok(kilobytes * 1024)
}
