import type Association from 'sctp/lib/association.js';
import type { QueuedChunk } from 'sctp/lib/association.js';
import { sackLength, writeSack } from './data-chunk.ts';

/** Those that have something to send when this turn ends, each once. */
let waiting: Association[] = [];

/** Puts a chunk into the packet that goes out at the end of the turn. */
export function sendAtTurnEnd(association: Association, chunk: QueuedChunk): void {
  association.queue.push(chunk);
  waitForTurnEnd(association);
}

/** A SACK without gaps goes out at the end of the turn, before whatever else does, in place of any other that waits. */
export function acknowledgeAtTurnEnd(association: Association): void {
  association.owesSack = true;
  waitForTurnEnd(association);
}

/** One event of the loop serves all associations of the process. */
function waitForTurnEnd(association: Association): void {
  if (association.waitsForTurnEnd) return;
  association.waitsForTurnEnd = true;
  if (waiting.push(association) === 1) setImmediate(endTurn);
}

function endTurn(): void {
  const all = waiting;
  waiting = [];
  for (const association of all) {
    association.waitsForTurnEnd = false;
    try {
      if (!association.quickPath?.send()) sendByLibrary(association);
    } catch (error) {
      association.emit('library-failure', error);
    }
  }
}

function sendByLibrary(association: Association): void {
  const { peer_c_tsn, rwnd } = association.reassembly;
  if (association.owesSack && peer_c_tsn !== undefined) {
    const buffer = Buffer.alloc(sackLength);
    writeSack(buffer, 0, peer_c_tsn.number, rwnd);
    const sack = { chunkType: 'sack', buffer, size: sackLength, callback: undefined };
    association.queue = [
      sack,
      ...association.queue.filter(({ chunkType }) => chunkType !== 'sack'),
    ];
  }
  association.owesSack = false;
  association.bundling = 1;
  association._bundle();
}
