import type { Framed } from './framed.ts';

/** Between two signs of life, milliseconds. */
const everyMs = 15_000;
/** So many of them may be missed: a machine under load is late, and is not gone. */
const mostQuiet = 3;

export const beat = { type: 'beat' } as const;

/** Tells the peer that this side lives, and lets one go of which nothing is heard any more. Ends with the stream. */
export function keepAlive(framed: Framed, periodMs = everyMs): void {
  let before = framed.signs;
  let quiet = 0;
  const timer = setInterval(() => {
    quiet = framed.signs === before ? quiet + 1 : 0;
    if (quiet >= mostQuiet) framed.drop({ kind: 'silent' });
    else framed.send(beat);
    before = framed.signs;
  }, periodMs);
  timer.unref();
  void framed.ended.then(() => clearInterval(timer));
}
