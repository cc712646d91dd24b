//! `cargo xtask bench`: not written yet.
