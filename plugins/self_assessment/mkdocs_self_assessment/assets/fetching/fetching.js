// @ts-check
/**
 * Scripts that are fetched when they are needed. A lost request must not end anything for the visit: the script is asked
 * for again at its next use. Browsers remember that an `import()` failed, also for the scripts that import the same one, so
 * the address is fetched before: the script itself then comes from the browser's cache.
 */

/** @param {URL} address @returns {Promise<Response>} rejected where there is none, or another than was asked for */
export async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address.href}`);
  return response;
}

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
    const found = await fetched(this.address);
    await found.arrayBuffer();
    return this.load();
  }
}
