// Growing: an array of small numbers that grows as it is filled, in steps, without a list of objects in between.

type Numbers = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

export class Growing<T extends Numbers> {
  readonly #kind: new (length: number) => T;
  #values: T;
  length = 0;

  constructor(kind: new (length: number) => T) {
    this.#kind = kind;
    this.#values = new kind(1024);
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new this.#kind(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = value;
  }

  /** What was pushed; the array itself, not a copy. */
  get values(): T {
    return this.#values.subarray(0, this.length) as T;
  }
}
