import { read, write } from "./page_format.js";

/**
 * What is used of Sveltia CMS, which the site's build has put beside this script.
 *
 * @typedef {object} Editor
 * @property {() => Promise<void>} init
 * @property {(name: string, ending: string, format: { fromFile: typeof read, toFile: typeof write }) => void} registerCustomFormat
 */

// The format has to be known before the settings are read.
/** @type {any} */ (window).CMS_MANUAL_INIT = true;
const address = "./sveltia-cms/npm/index.js";
/** @type {Editor} */
const { init, registerCustomFormat } = await import(address);
registerCustomFormat("page", "md", { fromFile: read, toFile: write });
await init();
