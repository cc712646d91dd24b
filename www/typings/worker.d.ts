/** A classic script: the worker, for pages that keep it at an address of their own. */
export {};
