import type { Points } from '../../shared/model/fleet-frame.ts';

/** Columns of points, parallel, as a frame carries them. */
export type PointColumns = Omit<Points, 'id'>;

/** `at` is epoch milliseconds. */
export type Point = { readonly at: number } & {
  readonly [column in Exclude<keyof PointColumns, 'at'>]: number | null;
};

/** Of a point in memory, its time included. */
const columns = 6;

/** The last points of one proxy in memory of a fixed size. A missing value is NaN inside and null outside. */
export class PointRing {
  readonly #capacity: number;
  readonly #cells: Float64Array;
  #started = 0;
  #written = 0;
  #emptied = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
    this.#cells = new Float64Array(capacity * columns);
  }

  /** Points written since the ring exists; where a reader goes on. */
  get written(): number {
    return this.#written;
  }

  /** How often it was emptied: who has read before then has what is to be forgotten. */
  get emptied(): number {
    return this.#emptied;
  }

  /** Forgets what it holds, and counts on. */
  empty(): void {
    this.#started = this.#written;
    this.#emptied++;
  }

  push(point: Point): void {
    const start = (this.#written % this.#capacity) * columns;
    this.#cells[start] = point.at;
    this.#cells[start + 1] = point.connections ?? Number.NaN;
    this.#cells[start + 2] = point.bytesPerSecond ?? Number.NaN;
    this.#cells[start + 3] = point.accessesPerSecond ?? Number.NaN;
    this.#cells[start + 4] = point.roundTripMs ?? Number.NaN;
    this.#cells[start + 5] = point.missed ?? Number.NaN;
    this.#written++;
  }

  /** A ring of another capacity that holds the same points and counts on. */
  resized(capacity: number): PointRing {
    const ring = new PointRing(capacity);
    const first = Math.max(this.#firstHeld, this.#written - capacity);
    ring.#started = first;
    ring.#written = first;
    ring.#emptied = this.#emptied;
    for (let i = first; i < this.#written; i++) ring.push(this.#point(i));
    return ring;
  }

  /** The points after the first `seen` that are still held and not older than `from`, oldest first. */
  after(seen: number, from = 0): PointColumns {
    const found: PointColumns = {
      at: [],
      connections: [],
      bytesPerSecond: [],
      accessesPerSecond: [],
      roundTripMs: [],
      missed: [],
    };
    const first = Math.max(seen, this.#firstHeld);
    for (let i = first; i < this.#written; i++) {
      const start = (i % this.#capacity) * columns;
      const at = this.#cells[start] ?? 0;
      if (at < from) continue;
      found.at.push(at);
      found.connections.push(this.#cell(start + 1));
      found.bytesPerSecond.push(this.#cell(start + 2));
      found.accessesPerSecond.push(this.#cell(start + 3));
      found.roundTripMs.push(this.#cell(start + 4));
      found.missed.push(this.#cell(start + 5));
    }
    return found;
  }

  get #firstHeld(): number {
    return Math.max(this.#started, this.#written - this.#capacity);
  }

  #point(index: number): Point {
    const start = (index % this.#capacity) * columns;
    return {
      at: this.#cells[start] ?? 0,
      connections: this.#cell(start + 1),
      bytesPerSecond: this.#cell(start + 2),
      accessesPerSecond: this.#cell(start + 3),
      roundTripMs: this.#cell(start + 4),
      missed: this.#cell(start + 5),
    };
  }

  #cell(index: number): number | null {
    const value = this.#cells[index];
    return value === undefined || Number.isNaN(value) ? null : value;
  }
}
