// Where keys move the cursor of a figure: along generations, or over the cells of a map.

/** Keys that do. */
export const KEYS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"];

/** @param {number} place @param {number} most */
const within = (place, most) => Math.max(0, Math.min(place, most));

/**
 * @param {string} key
 * @param {{ position: number, last: number, columns: number | undefined }} now  `columns`: cells in a row, of a map
 */
export function moved(key, { position, last, columns }) {
  if (!columns) {
    const steps = /** @type {Record<string, number>} */ ({ ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, Home: -Infinity, End: Infinity });
    return within(position + (steps[key] ?? 0), last);
  }
  // At the edge of a map there is nowhere to go, not even to the next row.
  const [row, column] = [Math.floor(position / columns), position % columns];
  const right = /** @type {Record<string, number>} */ ({ ArrowLeft: -1, ArrowRight: 1, Home: -column, End: columns });
  const down = /** @type {Record<string, number>} */ ({ ArrowUp: -1, ArrowDown: 1 });
  return within(row + (down[key] ?? 0), Math.floor(last / columns)) * columns + within(column + (right[key] ?? 0), columns - 1);
}
