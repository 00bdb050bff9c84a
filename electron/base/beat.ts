/**
 * Milliseconds from `now` to the beat, a whole multiple of `everyMs`, that lies nearest to `everyMs` from now. What happens again and again at such beats
 * shares its wake-ups of the processor.
 */
export function untilBeat(now: number, everyMs: number): number {
  return Math.round(now / everyMs + 1) * everyMs - now;
}
