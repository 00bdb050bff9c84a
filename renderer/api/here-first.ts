/** So long the whole answer is waited for before what is kept here is shown, milliseconds. */
export const patienceMs = 300;

/** An answer of which a part may come from a Prometheus that is slow, or does not answer at all. */
export interface HereFirst<T> {
  readonly whole: Promise<T>;
  /** Asks for what this console keeps alone. */
  readonly here: () => Promise<T>;
  /** Hears that, where it is there before the whole. */
  readonly early: (answer: T) => void;
}

/** Resolves with the whole answer, or rejects as it does; where that takes its time, what this console keeps is told meanwhile. */
export async function hereFirst<T>({ whole, here, early }: HereFirst<T>): Promise<T> {
  let isOver = false;
  const tell = (answer: T): void => {
    if (!isOver) early(answer);
  };
  // What goes wrong with it goes wrong with the whole too, which says so.
  const timer = setTimeout(() => void here().then(tell, () => undefined), patienceMs);
  try {
    return await whole;
  } finally {
    isOver = true;
    clearTimeout(timer);
  }
}
