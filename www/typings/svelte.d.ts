/** Types of the element in Svelte 5: `import type {} from "recursive-trap/svelte"`. */
import type { HTMLAttributes } from "svelte/elements";
import type { RecursiveTrapAttributes, RecursiveTrapElement, RecursiveTrapEventMap, RecursiveTrapProperties } from "./recursive-trap.js";

type Listeners = { [Name in keyof RecursiveTrapEventMap as `on${Name}`]?: (event: RecursiveTrapEventMap[Name]) => void };
type Own = RecursiveTrapAttributes & RecursiveTrapProperties & Listeners;

export type RecursiveTrapProps = Own & Omit<HTMLAttributes<RecursiveTrapElement>, keyof Own>;

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "recursive-trap": RecursiveTrapProps;
  }
}
