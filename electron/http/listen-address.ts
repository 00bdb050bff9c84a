import { isIP } from 'node:net';

/** Where a server listens: an IP address and a TCP port, 0 for any that is free. */
export interface ListenAddress {
  readonly host: string;
  readonly port: number;
}

/** Reads `9460`, which is on 127.0.0.1, `127.0.0.1:9460` or `[::1]:9460`. Null for what is none of these. */
export function parseListenAddress(text: string): ListenAddress | null {
  const [, bracketed, bare, digits = ''] =
    /^(?:\[([0-9a-fA-F:.]{2,45})\]:|([0-9.]{7,15}):)?([0-9]{1,5})$/.exec(text) ?? [];
  const host = bracketed ?? bare ?? '127.0.0.1';
  const port = Number(digits);
  const family = bracketed === undefined ? 4 : 6;
  return digits === '' || port > 65_535 || isIP(host) !== family ? null : { host, port };
}
