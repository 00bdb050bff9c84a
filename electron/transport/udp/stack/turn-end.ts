import type Association from 'sctp/lib/association.js';
import type { QueuedChunk } from 'sctp/lib/association.js';
import { sackLength, writeSack } from './data-chunk.ts';

/** A turn sends for about so long, milliseconds, and looks at the clock after so many. What is left is sent first in the next one, and what has come in is read before that. */
const turnMs = 10;
const between = 16;

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
  const until = performance.now() + turnMs;
  let sent = 0;
  try {
    for (const association of all) {
      if (sent > 0 && sent % between === 0 && performance.now() > until) break;
      sent++;
      association.waitsForTurnEnd = false;
      sendOf(association);
    }
  } finally {
    // Also where somebody who was told of a failure throws, the others send.
    waitAgain(all.slice(sent));
  }
}

function sendOf(association: Association): void {
  try {
    if (!association.quickPath?.send()) sendByLibrary(association);
  } catch (error) {
    association.emit('library-failure', error);
  }
}

/** Before those that have come to wait since then, who have asked for the next turn already. */
function waitAgain(left: readonly Association[]): void {
  if (left.length === 0) return;
  if (waiting.length === 0) setImmediate(endTurn);
  waiting = [...left, ...waiting];
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
