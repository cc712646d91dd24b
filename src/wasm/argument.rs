//! Numbers from JavaScript, where every number is an f64 and NaN is what an empty field becomes.

use crate::error::Error;

/// A whole number from `min` to `max`.
pub(super) fn whole(parameter: &'static str, value: f64, min: u32, max: u32) -> Result<u32, Error> {
    if value.fract() == 0.0 && (f64::from(min)..=f64::from(max)).contains(&value) {
        Ok(value as u32)
    } else {
        Err(Error::out_of_range(parameter, value, format!("a whole number from {min} to {max}")))
    }
}
