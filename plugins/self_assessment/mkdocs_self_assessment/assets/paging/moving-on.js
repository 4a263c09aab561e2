// @ts-check
/**
 * Moves on by itself once a statement that is shown alone has been answered by touch or mouse. Never by keyboard, where
 * each arrow key makes another choice.
 */

/** Milliseconds, so that the choice is seen before it goes. */
const DELAY = 250;

export class MovingOn {
  /** @param {HTMLElement} form @param {() => void} move @param {AbortSignal} signal */
  constructor(form, move, signal) {
    this.move = move;
    this.pointed = false;
    this.timer = 0;
    form.addEventListener("pointerdown", () => this.#used(true), { signal });
    form.addEventListener("keydown", () => this.#used(false), { signal });
    signal.addEventListener("abort", () => this.stop(), { once: true });
  }

  /** Moves on soon, if the answer that was just given was pointed at. */
  answered() {
    this.stop();
    if (this.pointed) this.timer = setTimeout(this.move, DELAY);
  }

  stop() {
    clearTimeout(this.timer);
  }

  /** @param {boolean} pointed */
  #used(pointed) {
    this.pointed = pointed;
    this.stop();
  }
}
