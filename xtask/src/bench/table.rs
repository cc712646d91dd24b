//! Markdown tables whose columns are aligned, and the cells in them.

use std::fmt;

use super::stats::Samples;

/// A number with three significant digits, four above 1000; without an exponent.
pub(crate) fn number(value: f64) -> String {
    let digits = match value.abs() {
        size if size >= 100.0 => 0,
        size if size >= 10.0 => 1,
        _ => 2,
    };
    format!("{value:.digits$}")
}

/// A count with its thousands divided: 250,014.
pub(crate) fn count(value: u64) -> String {
    let digits = value.to_string();
    let groups = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy);
    groups.collect::<Vec<_>>().join(",")
}

/// A median; a dash if there is none.
pub(crate) fn median(samples: &Samples) -> String {
    samples.median().map_or_else(|| "–".to_owned(), number)
}

/// A median and, behind it, the lowest and the highest sample, if there are several.
pub(crate) fn spread(samples: &Samples) -> String {
    match samples.range() {
        Some((low, high)) if low < high => format!("{} ({}–{})", median(samples), number(low), number(high)),
        _ => median(samples),
    }
}

/// `N` columns; the first row is the head.
pub(crate) struct Table<const N: usize> {
    rows: Vec<[String; N]>,
}

impl<const N: usize> Table<N> {
    pub(crate) fn new(head: [&str; N]) -> Self {
        Self { rows: vec![head.map(str::to_owned)] }
    }

    pub(crate) fn row(&mut self, cells: [String; N]) {
        self.rows.push(cells);
    }
}

impl<const N: usize> fmt::Display for Table<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let length = |cell: &String| cell.chars().count();
        let widths: [usize; N] = std::array::from_fn(|column| {
            self.rows.iter().map(|row| length(&row[column])).max().unwrap_or_default()
        });
        for (index, row) in self.rows.iter().enumerate() {
            // Words stand to the left, numbers to the right.
            let line = |(column, (cell, &width)): (usize, (&String, &usize))| {
                if column == 0 { format!(" {cell:<width$} ") } else { format!(" {cell:>width$} ") }
            };
            let cells = row.iter().zip(&widths).enumerate().map(line).collect::<Vec<_>>();
            writeln!(f, "|{}|", cells.join("|"))?;
            if index == 0 {
                let rule = |(column, &width): (usize, &usize)| match column {
                    0 => "-".repeat(width + 2),
                    _ => "-".repeat(width + 1) + ":",
                };
                let rules = widths.iter().enumerate().map(rule).collect::<Vec<_>>();
                writeln!(f, "|{}|", rules.join("|"))?;
            }
        }
        Ok(())
    }
}

/// Something that was promised: at most so much.
#[derive(Debug, Clone)]
pub(crate) struct Target {
    pub(crate) what: String,
    /// `None` if it could not be measured.
    pub(crate) measured: Option<f64>,
    pub(crate) at_most: f64,
    pub(crate) unit: &'static str,
}

/// All of them, and which hold.
pub(crate) fn targets(targets: &[Target]) -> Table<4> {
    let mut table = Table::new(["target", "at most", "measured", ""]);
    for Target { what, measured, at_most, unit } in targets {
        let shown = |value: f64| format!("{}{unit}", number(value));
        let verdict = match *measured {
            Some(value) if value <= *at_most => "holds".to_owned(),
            Some(value) => format!("missed, {} times", number(value / at_most)),
            None => "not measured".to_owned(),
        };
        let measured = measured.map_or_else(|| "–".to_owned(), shown);
        table.row([what.clone(), shown(*at_most), measured, verdict]);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_aligned() {
        let mut table = Table::new(["n", "ms"]);
        table.row([count(1_250_014), number(0.1234)]);
        assert_eq!(table.to_string(), "| n         |   ms |\n|-----------|-----:|\n| 1,250,014 | 0.12 |\n");
    }

    #[test]
    fn a_target_that_is_missed_says_by_how_much() {
        let target = |measured| Target { what: "a frame".into(), measured, at_most: 4.0, unit: " ms" };
        let table = targets(&[target(Some(4.0)), target(Some(6.0)), target(None)]).to_string();
        let rows = table.lines().skip(2).collect::<Vec<_>>();
        assert!(rows[0].contains("holds") && rows[1].contains("missed, 1.50 times"), "{table}");
        assert!(rows[2].contains("not measured"), "{table}");
    }
}
