import { readFileSync } from 'node:fs';
import type { HeapInfo } from 'node:v8';
import type { Worker } from 'node:worker_threads';

/** Threads of this process, as they were begun. */
const workers = new Set<Worker>();
process.on('worker', (worker) => {
  workers.add(worker);
  worker.once('exit', () => workers.delete(worker));
});

/** Where the memory of this process lies, MB. */
export interface MemoryParts {
  /** All that it holds. */
  readonly resident: number;
  /** Objects, of what can be reached only where this process was started with `--expose-gc`. */
  readonly objects: number;
  /** What the heap holds beyond them: room for what is new, garbage, and room that it does not give back. */
  readonly heapRoom: number;
  /** Buffers and the like, outside of the heap. */
  readonly buffers: number;
  /** Heaps of its threads. */
  readonly threads: number;
  /** Files that are mapped, which is the program of Node and its libraries; null where the system does not tell. */
  readonly program: number | null;
}

/** Of now. The heap is collected for the count of objects, but not before the memory that is held is told. */
export async function memoryParts(): Promise<MemoryParts> {
  const { rss, heapTotal, external } = process.memoryUsage();
  const heaps: HeapInfo[] = [];
  for (const worker of workers) heaps.push(await worker.getHeapStatistics());
  const program = mappedFiles();
  globalThis.gc?.();
  const objects = process.memoryUsage().heapUsed;
  return {
    resident: rss / 1e6,
    objects: objects / 1e6,
    heapRoom: (heapTotal - objects) / 1e6,
    buffers: external / 1e6,
    threads:
      heaps.reduce(
        (sum, { total_heap_size: heap, external_memory: beside }) => sum + heap + beside,
        0,
      ) / 1e6,
    program,
  };
}

function mappedFiles(): number | null {
  try {
    const line = readFileSync('/proc/self/status', 'utf8')
      .split('\n')
      .find((one) => one.startsWith('RssFile:'));
    return line === undefined ? null : (Number(line.split(/\s+/)[1]) * 1024) / 1e6;
  } catch {
    return null;
  }
}
