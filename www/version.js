// Which of its releases this is: the one place that scripts read; `Cargo.toml` and `package.json` say the same.

export const VERSION = "0.1.0";
