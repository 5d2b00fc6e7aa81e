/** Shorter texts are in every log by chance; nobody's token is that short. */
const shortest = 4;

/** Values that no log may show. */
export class Secrets {
  #values: readonly string[] = [];

  /** Registers a value; one of several lines is hidden line by line too. Gives what is new. */
  add(value: string): readonly string[] {
    const parts = [value, ...value.split(/\r?\n/)].map((part) => part.trim());
    const added = [...new Set(parts)].filter(
      (part) => part.length >= shortest && !this.#values.includes(part),
    );
    // The longest first: a secret may be part of another.
    this.#values = [...this.#values, ...added].sort((a, b) => b.length - a.length);
    return added;
  }

  hide(text: string): string {
    return this.#values.reduce((shown, value) => shown.replaceAll(value, '***'), text);
  }
}
