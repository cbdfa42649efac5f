//! A page, as Chromium shows it.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;
use std::process::Command;

/// What the reader's system asks for. Rustdoc follows it.
#[derive(Clone, Copy, Debug)]
pub enum Scheme {
    Light,
    Dark,
}

/// The pixels of a page.
pub struct Picture {
    pixels: Vec<u8>,
    per_pixel: usize,
}

impl Picture {
    /// How many pixels are not those of another picture.
    pub fn differs_from(&self, other: &Picture) -> usize {
        assert_eq!(self.pixels.len(), other.pixels.len(), "of the same size");
        let ours = self.pixels.chunks(self.per_pixel);
        let theirs = other.pixels.chunks(self.per_pixel);
        ours.zip(theirs).filter(|(a, b)| a != b).count()
    }
}

/// Looks at a page.
pub fn screenshot(page: &Path, scheme: Scheme) -> Picture {
    let picture = page.with_extension(format!("{scheme:?}.png"));
    let preferred = match scheme {
        Scheme::Dark => 0,
        Scheme::Light => 1,
    };
    let output = Command::new(chromium())
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
        ])
        .args([
            "--allow-file-access-from-files",
            "--virtual-time-budget=10000",
        ])
        .arg(format!("--blink-settings=preferredColorScheme={preferred}"))
        .arg("--window-size=1300,3000")
        .arg(format!("--screenshot={}", picture.display()))
        .arg(format!("file://{}", page.display()))
        .output()
        .expect("Chromium runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && picture.exists(), "{said}");
    read(&picture)
}

fn chromium() -> String {
    std::env::var("CHROMIUM").unwrap_or_else(|_| "chromium".to_owned())
}

fn read(picture: &Path) -> Picture {
    let file = BufReader::new(File::open(picture).expect("there is a picture"));
    let mut reader = png::Decoder::new(file).read_info().expect("it is a PNG");
    let size = reader.output_buffer_size().expect("it fits into memory");
    let mut pixels = vec![0; size];
    let info = reader.next_frame(&mut pixels).expect("it is whole");
    pixels.truncate(info.buffer_size());
    Picture {
        pixels,
        per_pixel: info.color_type.samples(),
    }
}
