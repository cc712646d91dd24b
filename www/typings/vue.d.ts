/** Types of the element in Vue's templates: `import type {} from "recursive-trap/vue"`. */
import type { DefineComponent, HTMLAttributes } from "vue";
import type { RecursiveTrapAttributes, RecursiveTrapEventMap, RecursiveTrapProperties } from "./recursive-trap.js";

type Listeners = { [Name in keyof RecursiveTrapEventMap as `on${Capitalize<Name>}`]?: (event: RecursiveTrapEventMap[Name]) => void };
type Own = RecursiveTrapAttributes & RecursiveTrapProperties;

export type RecursiveTrapProps = Own & Listeners & Omit<HTMLAttributes, keyof Own>;

declare module "vue" {
  interface GlobalComponents {
    "recursive-trap": DefineComponent<RecursiveTrapProps>;
  }
}
