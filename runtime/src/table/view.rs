//! What stands in the terminal: a line that sums up, the headings, the rows, the keys.

use std::cmp::Reverse;

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

use super::columns::{Columns, SIGN};
use super::keys::Wish;
use super::row::{Column, Row};
use super::text;
use crate::ExitKind;

/// In which order the rows are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Order {
    #[default]
    Given,
    Trouble,
    Mailbox,
}

impl Order {
    fn next(self) -> Self {
        match self {
            Order::Given => Order::Trouble,
            Order::Trouble => Order::Mailbox,
            Order::Mailbox => Order::Given,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Order::Given => "as given",
            Order::Trouble => "trouble",
            Order::Mailbox => "fullest mailbox",
        }
    }

    /// In all orders those that are alike stay as they were given.
    fn sort(self, rows: &mut [&Row]) {
        match self {
            Order::Given => {}
            Order::Trouble => rows.sort_by_key(|row| Reverse(trouble(row))),
            Order::Mailbox => rows.sort_by_key(|row| Reverse(row.mailbox)),
        }
    }
}

/// How much is wrong with it. To have failed is the worst, and needs no fault: an arm can lead there.
fn trouble(row: &Row) -> (bool, u64, bool) {
    let is = |kind| row.ended == Some(kind);
    (is(ExitKind::Failed), row.faults, is(ExitKind::Aborted))
}

/// What the user sees of the rows, and how.
#[derive(Debug)]
pub(super) struct View {
    colored: bool,
    order: Order,
    /// The first row that is shown, and how many there was room for.
    first: usize,
    page: usize,
    /// The longest name and state so far: columns that become narrower and wider again are hard to
    /// read.
    name: usize,
    state: usize,
}

impl View {
    pub(super) fn new(colored: bool) -> Self {
        View {
            colored,
            order: Order::default(),
            first: 0,
            page: 0,
            name: text::width(NAME),
            state: text::width(STATE),
        }
    }

    /// Does what the user wants to see. How far it can be scrolled is known when it is drawn.
    pub(super) fn obey(&mut self, wish: Wish) {
        let page = self.page.max(1);
        match wish {
            Wish::Up => self.first = self.first.saturating_sub(1),
            Wish::Down => self.first = self.first.saturating_add(1),
            Wish::PageUp => self.first = self.first.saturating_sub(page),
            Wish::PageDown => self.first = self.first.saturating_add(page),
            Wish::Home => self.first = 0,
            Wish::End => self.first = usize::MAX,
            Wish::Sort => (self.order, self.first) = (self.order.next(), 0),
            Wish::Quit | Wish::Interrupt | Wish::Redraw => {}
        }
    }

    /// Draws all of it, into a terminal of any size. What there is not room for is left out: first the
    /// keys, then the headings, then the sum.
    pub(super) fn draw(&mut self, buffer: &mut Buffer, rows: &[Row]) {
        for row in rows {
            self.name = self.name.max(row.label.width());
            self.state = self.state.max(text::width(row.state));
        }
        let area = buffer.area;
        let mut lines = area.top()..area.bottom();
        let foot = (area.height >= 4).then(|| lines.next_back()).flatten();
        let head = (area.height >= 2).then(|| lines.next()).flatten();
        let headings = (area.height >= 3).then(|| lines.next()).flatten();

        self.page = lines.len();
        self.first = self.first.min(rows.len().saturating_sub(self.page));
        let columns = Columns::new(usize::from(area.width), self.name, self.state);
        if let Some(y) = head {
            self.draw_sum(&mut Pen::at(buffer, y), rows);
        }
        if let Some(y) = headings {
            self.draw_headings(&mut Pen::at(buffer, y), &columns);
        }
        let mut sorted: Vec<_> = rows.iter().collect();
        self.order.sort(&mut sorted);
        for (y, row) in lines.zip(sorted.into_iter().skip(self.first)) {
            self.draw_row(&mut Pen::at(buffer, y), &columns, row);
        }
        if let Some(y) = foot {
            self.draw_keys(&mut Pen::at(buffer, y), rows.len());
        }
    }

    fn draw_sum(&self, pen: &mut Pen<'_>, rows: &[Row]) {
        let count = |ended| rows.iter().filter(|row| row.ended == ended).count();
        let all = rows.len();
        let (running, completed) = (count(None), count(Some(ExitKind::Completed)));
        let (failed, aborted) = (
            count(Some(ExitKind::Failed)),
            count(Some(ExitKind::Aborted)),
        );
        let [ok, bad, cut] = [ExitKind::Completed, ExitKind::Failed, ExitKind::Aborted].map(sign);
        let in_full = [
            format!("{all} component{}", if all == 1 { "" } else { "s" }),
            format!("   {running} running"),
            format!("   {ok} {completed} completed"),
            format!("   {bad} {failed} failed"),
            format!("   {cut} {aborted} aborted"),
        ];
        let in_short = [
            format!("{all}:"),
            format!(" {running}"),
            format!(" {ok}{completed}"),
            format!(" {bad}{failed}"),
            format!(" {cut}{aborted}"),
        ];
        let width: usize = in_full.iter().map(|part| text::width(part)).sum();
        let parts = if width <= pen.room() {
            in_full
        } else {
            in_short
        };
        let styles = [
            Style::new().add_modifier(Modifier::BOLD),
            Style::new(),
            Style::new(),
            self.troubled(failed > 0, Color::Red),
            self.troubled(aborted > 0, Color::Yellow),
        ];
        for (part, style) in parts.iter().zip(styles) {
            pen.write(part, style);
        }
    }

    fn draw_headings(&self, pen: &mut Pen<'_>, columns: &Columns) {
        let style = Style::new().add_modifier(Modifier::REVERSED);
        pen.fill(style);
        pen.skip(SIGN);
        pen.left(NAME, columns.name, style);
        if let Some(width) = columns.state {
            pen.skip(1);
            pen.left(STATE, width, style);
        }
        for column in &columns.numbers {
            pen.skip(1);
            pen.right(column.heading(), column.width(), style);
        }
    }

    fn draw_row(&self, pen: &mut Pen<'_>, columns: &Columns, row: &Row) {
        let style = match row.ended {
            None => Style::new(),
            Some(ExitKind::Completed) => Style::new().add_modifier(Modifier::DIM),
            Some(ExitKind::Failed) => self.troubled(true, Color::Red),
            Some(ExitKind::Aborted) => self.troubled(true, Color::Yellow),
        };
        pen.left(row.ended.map_or("", sign), 1, style);
        pen.skip(SIGN - 1);
        pen.left(&row.label.fit(columns.name), columns.name, style);
        if let Some(width) = columns.state {
            pen.skip(1);
            pen.left(row.state, width, style);
        }
        for &column in &columns.numbers {
            let style = match column {
                Column::Faults if row.faults > 0 && row.ended.is_none() => {
                    self.troubled(true, Color::Yellow)
                }
                _ => style,
            };
            pen.skip(1);
            pen.right(&row.cell(column), column.width(), style);
        }
    }

    fn draw_keys(&self, pen: &mut Pen<'_>, rows: usize) {
        let last = rows.min(self.first + self.page);
        let shown = match rows {
            rows if rows <= self.page => String::new(),
            // There is no room for a single one.
            _ if self.page == 0 => format!("none of {rows}"),
            _ => format!("{}–{last} of {rows}", self.first + 1),
        };
        let keys = format!(
            "q quit   ↑ ↓ PgUp PgDn Home End   s sort: {}",
            self.order.name()
        );
        let keys = [
            keys,
            format!("q quit   s sort: {}", self.order.name()),
            "q quit".into(),
        ];
        let room = pen.room();
        let wide = |keys: &&String| text::width(keys) + 2 + text::width(&shown) <= room;
        let keys = keys.iter().find(wide).map_or("q", String::as_str);
        let style = Style::new().add_modifier(Modifier::DIM);
        pen.write(keys, style);
        let rest = pen.room();
        pen.right(&shown, rest, style);
    }

    /// What is wrong stands out, also without colors.
    fn troubled(&self, is_troubled: bool, color: Color) -> Style {
        let style = match is_troubled {
            false => return Style::new(),
            true => Style::new().add_modifier(Modifier::BOLD),
        };
        if self.colored { style.fg(color) } else { style }
    }
}

const NAME: &str = "name";
const STATE: &str = "state";

fn sign(kind: ExitKind) -> &'static str {
    match kind {
        ExitKind::Completed => "✓",
        ExitKind::Failed => "✗",
        ExitKind::Aborted => "!",
    }
}

/// Writes one line from left to right, and never beyond its end.
struct Pen<'a> {
    buffer: &'a mut Buffer,
    x: u16,
    y: u16,
}

impl<'a> Pen<'a> {
    fn at(buffer: &'a mut Buffer, y: u16) -> Self {
        let x = buffer.area.left();
        Pen { buffer, x, y }
    }

    /// How much of the line is left.
    fn room(&self) -> usize {
        usize::from(self.buffer.area.right().saturating_sub(self.x))
    }

    fn skip(&mut self, columns: usize) {
        let columns = columns.min(self.room());
        self.x += u16::try_from(columns).unwrap_or(0);
    }

    fn write(&mut self, text: &str, style: Style) {
        let text = text::fit(text, self.room());
        if self.room() > 0 {
            self.buffer.set_string(self.x, self.y, &text, style);
        }
        self.skip(text::width(&text));
    }

    /// In so many columns, from their left.
    fn left(&mut self, text: &str, columns: usize, style: Style) {
        let text = text::fit(text, columns);
        self.write(&text, style);
        self.skip(columns - text::width(&text));
    }

    /// In so many columns, up to their right.
    fn right(&mut self, text: &str, columns: usize, style: Style) {
        let text = text::fit(text, columns);
        self.skip(columns - text::width(&text));
        self.write(&text, style);
    }

    /// The whole line in one style.
    fn fill(&mut self, style: Style) {
        let mut line = self.buffer.area;
        (line.y, line.height) = (self.y, 1);
        self.buffer.set_style(line, style);
    }
}
