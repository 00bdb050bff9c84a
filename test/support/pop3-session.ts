import type { Buffer } from 'node:buffer';
import { connect } from 'node:net';

/** Sends these bytes at once, reads until the server closes, and gives back all that came. */
export function runScripted(
  target: { readonly host: string; readonly port: number },
  script: string,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: target.host, port: target.port });
    let received = '';
    socket.on('data', (chunk: Buffer) => {
      received += chunk.toString('latin1');
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(received));
    socket.write(script, 'latin1');
  });
}
