// Agenda: what is to be done on which day. Steps of many cases lie side by side; those due are taken out together, in the order in
// which they were put in.
import type { PlainDate } from "../domain/terms/index.ts";

export class Agenda<T> {
  readonly #byDay = new Map<PlainDate, T[]>();

  add(day: PlainDate, item: T): void {
    const items = this.#byDay.get(day);
    if (items === undefined) this.#byDay.set(day, [item]);
    else items.push(item);
  }

  /** Everything due by the day, the earliest first, taken off the agenda. */
  takeDue(today: PlainDate): readonly T[] {
    const days = [...this.#byDay.keys()].filter((day) => day <= today).sort();
    return days.flatMap((day) => {
      const items = this.#byDay.get(day) ?? [];
      this.#byDay.delete(day);
      return items;
    });
  }
}
