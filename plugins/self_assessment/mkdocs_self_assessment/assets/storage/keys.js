// @ts-check
/**
 * Names under which a site keeps something in the browser. Sites under one origin, such as `name.github.io/a/` and
 * `name.github.io/b/`, share its storage, so every name contains the site's base path:
 * `self-assessment:/a/:<id>:<version>`. Earlier releases had no base path in it: see `adopt`.
 */

const ALL = "self-assessment:";
const SET_ASIDE = /:damaged(:\d+)?$/;

/** @param {string} address of the site's root @returns {string} what all names of the site begin with */
export function siteKey(address) {
  const { pathname } = new URL(address);
  // "%7E" and "~" are the same path; ":" separates the parts of a name.
  let path = pathname;
  attempt(() => (path = decodeURI(pathname)));
  return `${ALL}${path.replaceAll(":", "%3A")}:`;
}

/** @param {string} prefix @returns {string[]} the names that begin with it */
export function keysOf(prefix) {
  return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
}

/** @param {string} key @returns {boolean} whether it holds something that could not be read */
export function isSetAside(key) {
  return SET_ASIDE.test(key);
}

/**
 * Gives a value another name. Where the storage is full, there is never room for both.
 *
 * @param {string} from
 * @param {string} to
 */
export function move(from, to) {
  const text = localStorage.getItem(from);
  if (text === null) return;
  localStorage.removeItem(from);
  try {
    localStorage.setItem(to, text);
  } catch (error) {
    localStorage.setItem(from, text);
    throw error;
  }
}

/**
 * Moves what could not be read beside its name. Nothing that was set aside before is overwritten.
 *
 * @param {string} key
 */
export function setAside(key) {
  const text = localStorage.getItem(key);
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? `${key}:damaged` : `${key}:damaged:${number}`;
    const earlier = localStorage.getItem(name);
    if (earlier === text) return localStorage.removeItem(key);
    if (earlier === null) return move(key, name);
  }
}

/**
 * Takes over what earlier releases kept for a self-assessment without the name of the site. Two sites may have used the
 * same id, and nothing says which of them wrote it. So a site takes it only while it has nothing of its own for the id,
 * and only what fits; what it takes is moved, so that no second site gets it.
 *
 * @param {string} id
 * @param {string} prefix the site's own for this self-assessment
 * @param {(name: string, text: string) => boolean} fits whether a value is ours; the name is without what precedes it
 */
export function adopt(id, prefix, fits) {
  attempt(() => {
    if (keysOf(prefix).length > 0) return;
    const old = `${ALL}${id}:`;
    for (const key of keysOf(old)) {
      const name = key.slice(old.length);
      if (fits(name.replace(SET_ASIDE, ""), localStorage.getItem(key) ?? "")) move(key, prefix + name);
    }
  });
}

/**
 * Any access to storage may throw: private mode, blocked by a setting, full.
 *
 * @param {() => void} action
 * @returns {boolean} whether it worked
 */
export function attempt(action) {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}
