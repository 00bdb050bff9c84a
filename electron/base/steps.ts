/** What is done a part at a time: others may have their turn at each `yield`. */
export type Steps<T> = Generator<void, T>;

/** Without a pause. */
export function toEnd<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
