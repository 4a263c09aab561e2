// @ts-check
/** Name of the setting that switches the single key off. Sites under one origin share the browser's storage. */
export const SETTING = `multilingual:${new URL("../../..", import.meta.url).pathname}:slash`;
