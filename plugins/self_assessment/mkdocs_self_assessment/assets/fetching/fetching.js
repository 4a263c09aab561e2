// @ts-check
/**
 * Scripts that are fetched when they are needed. A lost request must not end anything for the visit: the script is asked
 * for again at its next use. Browsers remember that an `import()` failed, also for the scripts that import the same one, so
 * the address is fetched before: the script itself then comes from the browser's cache.
 */

/** @template T */
export class LateScript {
  /** @param {() => Promise<T>} load the `import()` itself @param {URL} address of the same script */
  constructor(load, address) {
    this.load = load;
    this.address = address;
    /** @type {Promise<T> | null} */
    this.loading = null;
  }

  /** @returns {Promise<T>} rejected where the request is lost; the next call tries again */
  get() {
    this.loading ??= this.#fetch().catch((error) => {
      this.loading = null;
      throw error;
    });
    return this.loading;
  }

  /** @returns {Promise<T>} */
  async #fetch() {
    const response = await fetch(this.address);
    if (!response.ok) throw new Error(`${response.status} ${this.address.href}`);
    await response.arrayBuffer();
    return this.load();
  }
}
