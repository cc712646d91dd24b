// What `xtask/shrink.mjs` makes of a file that is put into a script.

declare module "*.wasm" {
  const base64: string;
  export default base64;
}

declare module "*.txt" {
  const text: string;
  export default text;
}
