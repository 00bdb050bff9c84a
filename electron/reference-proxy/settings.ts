import { bufferSizeRange } from '../../shared/spcp/request.ts';

/** The two settings that SPCP changes, as they are in force in one proxy. */
export interface ProxySettings {
  /** As it was set; the deployed server also applies 0 and negative numbers (deployed behaviour 4). */
  bufferSize: number;
  /** A command of the built-in list, or null for none. */
  transformation: string | null;
}

/** Octets of a connection's buffer until an administrator sets another size. */
const defaultBufferSize = 4096;

/** The settings that a proxy starts with. */
export function initialSettings(): ProxySettings {
  return { bufferSize: defaultBufferSize, transformation: null };
}

/** Octets that a connection opened now allocates: what was set, held between 1 and 16 MiB so that mail always moves and memory lasts. */
export function allocatedSize(bufferSize: number): number {
  return Math.min(Math.max(bufferSize, 1), bufferSizeRange.max);
}
