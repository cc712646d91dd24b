// The peer that counts: what a careful JavaScript programmer writes. Typed arrays, a counting sort, occurrences that
// carry their next context, four documents' worth of text written at once. Orders 2 and 3 only, on one circular stream
// of token ids without documents: less work than ours, so that a win over it is a win.

/** From a 32-bit number to one below 1. */
const UNIT = 2 ** -32;

/**
 * Groups the places of a circular text by the token (order 2) or the two tokens (order 3) before them.
 * @param {Uint32Array} tokens
 * @param {number} types every token is below this
 * @param {number} order 2 or 3
 */
export function train(tokens, types, order) {
  const n = tokens.length;
  const starts = new Uint32Array(types + 1);
  for (let i = 0; i < n; i++) starts[tokens[i] + 1]++;
  for (let t = 0; t < types; t++) starts[t + 1] += starts[t];
  if (order === 2) {
    const cursors = starts.slice();
    const next = new Uint32Array(n);
    for (let i = 0; i < n; i++) next[cursors[tokens[i]]++] = tokens[i + 1 === n ? 0 : i + 1];
    // At order 2 the context is the token itself.
    return { offsets: starts, next, contexts: next };
  }
  // Two stable passes sort the places by (first, second) token; the second token's pass comes first.
  const bySecond = new Uint32Array(n);
  let cursors = starts.slice();
  for (let i = 0; i < n; i++) bySecond[cursors[tokens[i + 1 === n ? 0 : i + 1]]++] = i;
  const sorted = new Uint32Array(n);
  cursors = starts.slice();
  for (let i = 0; i < n; i++) sorted[cursors[tokens[bySecond[i]]]++] = bySecond[i];
  const contextOf = new Uint32Array(n);
  const offsets = new Uint32Array(n + 1);
  let contexts = 0;
  let first = -1;
  let second = -1;
  for (let i = 0; i < n; i++) {
    const place = sorted[i];
    const a = tokens[place];
    const b = tokens[place + 1 === n ? 0 : place + 1];
    if (a !== first || b !== second) {
      offsets[contexts++] = i;
      first = a;
      second = b;
    }
    contextOf[place] = contexts - 1;
  }
  offsets[contexts] = n;
  const next = new Uint32Array(n);
  const nextContexts = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    let place = sorted[i] + 1;
    if (place >= n) place -= n;
    nextContexts[i] = contextOf[place];
    place = place + 1 === n ? 0 : place + 1;
    next[i] = tokens[place];
  }
  return { offsets: offsets.subarray(0, contexts + 1), next, contexts: nextContexts };
}

/**
 * Writes `n` tokens as four interleaved streams. Spelled out four times, without a function or an array for them: V8 makes
 * the loop up to half as fast again for it. The random numbers are 32-bit xorshifts, as cheap as they get in JavaScript.
 * @param {ReturnType<typeof train>} model
 * @param {number} n
 * @param {number} seed
 */
export function write({ offsets, next, contexts }, n, seed) {
  const out = new Uint32Array(n);
  const quarter = n >>> 2;
  const count = offsets.length - 1;
  let [a, b, c, d] = [0, count >>> 2, count >>> 1, (count * 3) >>> 2];
  let [ra, rb, rc, rd] = [1, 2, 3, 4].map((k) => Math.imul(seed + k, 0x9e3779b1) | 1);
  for (let i = 0; i < quarter; i++) {
    ra ^= ra << 13;
    rb ^= rb << 13;
    rc ^= rc << 13;
    rd ^= rd << 13;
    ra ^= ra >>> 17;
    rb ^= rb >>> 17;
    rc ^= rc >>> 17;
    rd ^= rd >>> 17;
    ra ^= ra << 5;
    rb ^= rb << 5;
    rc ^= rc << 5;
    rd ^= rd << 5;
    const pa = offsets[a] + (((ra >>> 0) * UNIT * (offsets[a + 1] - offsets[a])) | 0);
    const pb = offsets[b] + (((rb >>> 0) * UNIT * (offsets[b + 1] - offsets[b])) | 0);
    const pc = offsets[c] + (((rc >>> 0) * UNIT * (offsets[c + 1] - offsets[c])) | 0);
    const pd = offsets[d] + (((rd >>> 0) * UNIT * (offsets[d + 1] - offsets[d])) | 0);
    out[i] = next[pa];
    out[i + quarter] = next[pb];
    out[i + 2 * quarter] = next[pc];
    out[i + 3 * quarter] = next[pd];
    a = contexts[pa];
    b = contexts[pb];
    c = contexts[pc];
    d = contexts[pd];
  }
  for (let i = 4 * quarter; i < n; i++) {
    ra ^= ra << 13;
    ra ^= ra >>> 17;
    ra ^= ra << 5;
    const p = offsets[a] + (((ra >>> 0) * UNIT * (offsets[a + 1] - offsets[a])) | 0);
    out[i] = next[p];
    a = contexts[p];
  }
  return out;
}
