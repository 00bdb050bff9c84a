const minute = 60_000;

/** Milliseconds as the command line takes them: `500ms`, `5s`, `2m`. */
export function shortDuration(ms: number): string {
  if (ms % minute === 0) return `${ms / minute}m`;
  return ms % 1000 === 0 ? `${ms / 1000}s` : `${ms}ms`;
}
