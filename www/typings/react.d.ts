/** Types of the element in the JSX of React 19: `import type {} from "recursive-trap/react"`. */
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { RecursiveTrapAttributes, RecursiveTrapElement, RecursiveTrapEventMap, RecursiveTrapProperties } from "./recursive-trap.js";

/** React 19 listens to what stands behind `on`, letter by letter. */
type Listeners = { [Name in keyof RecursiveTrapEventMap as `on${Name}`]?: (event: RecursiveTrapEventMap[Name]) => void };
type Own = RecursiveTrapAttributes & RecursiveTrapProperties & Listeners;

export type RecursiveTrapProps = Own & Omit<DetailedHTMLProps<HTMLAttributes<RecursiveTrapElement>, RecursiveTrapElement>, keyof Own>;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "recursive-trap": RecursiveTrapProps;
    }
  }
}
