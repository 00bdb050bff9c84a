import type { Points } from '../../shared/model/fleet-frame.ts';

/** Columns of points, parallel, as a frame carries them. */
export type PointColumns = Omit<Points, 'id'>;

/** `at` is epoch milliseconds. */
export type Point = { readonly at: number } & {
  readonly [column in Exclude<keyof PointColumns, 'at'>]: number | null;
};

/** Of a point in memory, its time included. */
const columns = 6;
/** Points that there is room for at first. */
const firstRoom = 16;

/**
 * The last points of one proxy. A missing value is NaN inside and null outside. Memory is taken as it is needed: thousands of proxies have one each, of
 * which many are read seldom or never.
 */
export class PointRing {
  readonly #capacity: number;
  readonly #keptMs: number;
  /** Points that there is room for now. */
  #room: number;
  #cells: Float64Array;
  #started = 0;
  #written = 0;
  #emptied = 0;

  /** Holds so many points at most, and no more than it has room for of those that are older than `keptMs` when the next comes. */
  constructor(capacity: number, keptMs = Number.POSITIVE_INFINITY) {
    this.#capacity = capacity;
    this.#keptMs = keptMs;
    this.#room = Math.min(capacity, firstRoom);
    this.#cells = new Float64Array(this.#room * columns);
  }

  /** Of memory. */
  get bytes(): number {
    return this.#cells.byteLength;
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
    if (this.#written - this.#started >= this.#room) this.#makeRoom(point.at);
    const start = (this.#written % this.#room) * columns;
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
    const ring = new PointRing(capacity, this.#keptMs);
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
      const start = (i % this.#room) * columns;
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
    return Math.max(this.#started, this.#written - this.#room);
  }

  /** For the point of this time, where the oldest that it would take the place of is still to be kept. */
  #makeRoom(at: number): void {
    if (this.#room === this.#capacity) return;
    const first = this.#firstHeld;
    const oldest = this.#cells[(first % this.#room) * columns] ?? 0;
    if (oldest < at - this.#keptMs) return;
    const room = Math.min(this.#capacity, 2 * this.#room);
    const cells = new Float64Array(room * columns);
    for (let i = first; i < this.#written; i++) {
      const from = (i % this.#room) * columns;
      cells.set(this.#cells.subarray(from, from + columns), (i % room) * columns);
    }
    this.#cells = cells;
    this.#room = room;
  }

  #point(index: number): Point {
    const start = (index % this.#room) * columns;
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
