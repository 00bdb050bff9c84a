/** Ports from one to another, both included. */
export interface Ports {
  readonly from: number;
  readonly to: number;
}

/** Reads `9090` and `9000-9100`; null where it is neither. */
export function portsOf(text: string): Ports | null {
  const [, first, last] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text) ?? [];
  if (first === undefined) return null;
  return { from: Number(first), to: Number(last ?? first) };
}
