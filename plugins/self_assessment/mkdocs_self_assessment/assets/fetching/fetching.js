// @ts-check
/**
 * Scripts that are fetched when they are needed. A lost request must not end anything for the visit: the script is asked
 * for again at its next use. Browsers remember that an address failed, so the next one differs in its query.
 */

/** @template T */
export class LateScript {
  /** @param {() => Promise<T>} load the `import()` itself @param {URL} address of the same script */
  constructor(load, address) {
    this.load = load;
    this.address = address;
    this.failures = 0;
    /** @type {Promise<T> | null} */
    this.loading = null;
  }

  /** @returns {Promise<T>} rejected where the request is lost; the next call tries again */
  get() {
    this.loading ??= this.#fetch().catch((error) => {
      this.failures += 1;
      this.loading = null;
      throw error;
    });
    return this.loading;
  }

  /** @returns {Promise<T>} */
  #fetch() {
    if (this.failures === 0) return this.load();
    const again = `${this.address.href}?again=${this.failures}`;
    return import(again);
  }
}
