//! Counting tests from what their runners print.

use std::fmt::{self, Display};
use std::ops::AddAssign;

use anyhow::{Context, Result};
use serde_json::Value;

#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl Tally {
    pub(crate) fn ran(self) -> u64 {
        self.passed + self.failed
    }

    /// `test result: ok. 7 passed; 0 failed; 1 ignored; …`, once for each test binary.
    pub(crate) fn of_cargo(printed: &str) -> Self {
        let mut tally = Self::default();
        for line in printed.lines().filter(|line| line.starts_with("test result: ")) {
            let words: Vec<&str> = line.split([' ', ';']).collect();
            let before =
                |name| words.windows(2).find(|pair| pair[1] == name).and_then(|pair| pair[0].parse().ok());
            tally += Self { passed: before("passed").unwrap_or(0), failed: before("failed").unwrap_or(0) };
        }
        tally
    }

    /// `ℹ pass 7` and `ℹ fail 0`, or with a `#`, as node's version has it.
    pub(crate) fn of_node(printed: &str) -> Self {
        let count = |name: &str| {
            let after =
                |line: &str| line.trim_start_matches(['ℹ', '#', ' ']).strip_prefix(name)?.trim().parse().ok();
            printed.lines().rev().find_map(after).unwrap_or(0)
        };
        Self { passed: count("pass "), failed: count("fail ") + count("cancelled ") }
    }

    /// `Ran 7 tests in 1.2s`, then `OK` or `FAILED (failures=1, errors=2)`.
    ///
    /// A test that is skipped has compared nothing: it has failed, as has one that passes though it should not.
    pub(crate) fn of_unittest(printed: &str) -> Self {
        let (_, last) = printed.rsplit_once("Ran ").unwrap_or_default();
        let (ran, verdict) = last.split_once(" in ").unwrap_or_default();
        let numbers = |text: &str| -> u64 {
            text.split([' ', '=', ',', ')']).filter_map(|word| word.parse::<u64>().ok()).sum()
        };
        // A class or module that could not be set up is an error without a test.
        let failed = numbers(verdict);
        Self { passed: numbers(ran).saturating_sub(failed), failed }
    }

    /// Playwright's JSON report.
    pub(crate) fn of_playwright(report: &str) -> Result<Self> {
        let report: Value = serde_json::from_str(report)?;
        let count = |name| report["stats"][name].as_u64().with_context(|| format!("no {name} in the report"));
        // A test that passes only when tried again has failed.
        Ok(Self { passed: count("expected")?, failed: count("unexpected")? + count("flaky")? })
    }
}

impl Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_is_summed_over_binaries() {
        let printed = "running 2 tests\ntest result: ok. 2 passed; 0 failed; 0 ignored; 0 measured\n\
            test result: FAILED. 3 passed; 1 failed; 0 ignored\n";
        assert_eq!(Tally::of_cargo(printed), Tally { passed: 5, failed: 1 });
    }

    #[test]
    fn node_is_read_in_both_forms() {
        assert_eq!(
            Tally::of_node("✔ pass 9\nℹ tests 3\nℹ pass 2\nℹ fail 1\n"),
            Tally { passed: 2, failed: 1 }
        );
        assert_eq!(Tally::of_node("# pass 4\n# fail 0\n# cancelled 1\n"), Tally { passed: 4, failed: 1 });
    }

    #[test]
    fn unittest_is_read_from_its_last_lines() {
        let after = |last| {
            Tally::of_unittest(&format!("..F\nFAILED (failures=9)\nRan 7 tests in 0.123s\n\n{last}\n"))
        };
        assert_eq!(after("OK"), Tally { passed: 7, failed: 0 });
        assert_eq!(after("OK (skipped=2)"), Tally { passed: 5, failed: 2 });
        assert_eq!(after("FAILED (failures=1, errors=2, skipped=1)"), Tally { passed: 3, failed: 4 });
        assert_eq!(after("FAILED (unexpected successes=1)"), Tally { passed: 6, failed: 1 });
        assert_eq!(
            Tally::of_unittest("Ran 0 tests in 0.000s\n\nFAILED (errors=1)"),
            Tally { passed: 0, failed: 1 }
        );
        assert_eq!(Tally::of_unittest("Ran 1 test in 0.1s\n\nOK\n"), Tally { passed: 1, failed: 0 });
        assert_eq!(Tally::of_unittest("Ran 0 tests in 0.000s\n\nNO TESTS RAN\n"), Tally::default());
    }

    #[test]
    fn playwright_is_read_from_its_report() {
        let report = r#"{"stats": {"expected": 6, "skipped": 1, "unexpected": 2, "flaky": 1}}"#;
        assert_eq!(Tally::of_playwright(report).unwrap(), Tally { passed: 6, failed: 3 });
        assert!(Tally::of_playwright("{}").is_err());
    }

    #[test]
    fn silence_counts_nothing() {
        assert_eq!(Tally::of_cargo("").ran() + Tally::of_node("").ran() + Tally::of_unittest("").ran(), 0);
    }
}
