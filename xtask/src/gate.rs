//! What must be true of the finished `.wasm` file, whatever tools made it.

use anyhow::{Context, Result, ensure};
use wasmparser::{Parser, Payload, Validator, WasmFeatures};

/// Chromium 87 knows these and no more.
const FEATURES: WasmFeatures = WasmFeatures::WASM1
    .union(WasmFeatures::BULK_MEMORY)
    .union(WasmFeatures::SIGN_EXTENSION)
    .union(WasmFeatures::SATURATING_FLOAT_TO_INT);

/// `--max-memory` in .cargo/config.toml, in pages of 64 KiB: running out is then a clean trap on every machine.
const MOST_PAGES: u64 = 256 * 16;

pub(crate) fn check(wasm: &[u8]) -> Result<()> {
    Validator::new_with_features(FEATURES)
        .validate_all(wasm)
        .context("older browsers would refuse the wasm file")?;
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::MemorySection(memories) = payload? {
            for memory in memories {
                let declared = memory?.maximum;
                ensure!(
                    declared == Some(MOST_PAGES),
                    "the memory's maximum is {declared:?}, not {MOST_PAGES} pages"
                );
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with one memory: initial 1 page, and the maximum given.
    fn module(maximum: Option<u8>) -> Vec<u8> {
        let limits = maximum.map_or(vec![0, 1], |pages| vec![1, 1, pages]);
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend([5, limits.len() as u8 + 1, 1]);
        wasm.extend(limits);
        wasm
    }

    #[test]
    fn a_memory_without_our_maximum_is_refused() {
        assert!(check(&module(None)).is_err());
        assert!(check(&module(Some(9))).is_err());
    }

    #[test]
    fn what_is_not_wasm_is_refused() {
        assert!(check(b"<!doctype html>").is_err());
    }
}
