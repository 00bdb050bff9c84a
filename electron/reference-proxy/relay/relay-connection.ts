import { Buffer } from 'node:buffer';
import { connect, type Socket } from 'node:net';
import { hostAndPort } from '../../../shared/model/host.ts';
import type { Counters, Moved, SessionEnd } from '../counts.ts';
import { maxCommandLine, type Pop3Command, parseCommand } from '../pop3/command.ts';
import { LineBuffer, LineTooLong } from '../pop3/line-buffer.ts';
import { OriginReader, type OriginReply } from './origin-reader.ts';
import { handOut } from './outgoing-reply.ts';

/** Octets of pipelined commands that wait while one is in progress; beyond them the client is not read from. */
const maxWaiting = 16_384;

/** Milliseconds that a client may take to close once all is said. */
const lingerMs = 5_000;

export interface RelayConnectionOptions {
  readonly origin: { readonly host: string; readonly port: number };
  /** Octets that one read from the origin brings at most. */
  readonly bufferSize: number;
  /** The command in force now. */
  readonly transformation: () => string | null;
  readonly counters: Counters;
  /** Milliseconds without any traffic after which the connection is dropped (RFC 1939 section 3 asks for 10 minutes or more). */
  readonly idleTimeoutMs: number;
  readonly log: (line: string) => void;
}

/** One POP3 client and its connection to the origin. Commands go on one by one, so clients may pipeline even where the origin does not. */
export class RelayConnection {
  readonly #client: Socket;
  readonly #origin: Socket;
  readonly #options: RelayConnectionOptions;
  readonly #lines = new LineBuffer(maxCommandLine);
  readonly #reader: OriginReader;
  readonly #gone = new AbortController();
  #phase: 'waiting' | 'idle' | 'handing-out' | 'over' = 'waiting';
  #command: Pop3Command | null = null;
  #clientEnded = false;
  #end: SessionEnd = 'cut';

  constructor(client: Socket, options: RelayConnectionOptions) {
    const { counters, bufferSize } = options;
    this.#client = client;
    this.#options = options;
    this.#reader = new OriginReader((reply) => this.#onReply(reply));
    const buffer = Buffer.alloc(bufferSize);
    counters.opened();
    counters.allocated(buffer.length);
    this.#origin = connect({
      ...options.origin,
      noDelay: true,
      // The buffer is used again for the next read, so what it holds is copied out.
      onread: {
        buffer,
        callback: (length) => this.#fromOrigin(Buffer.from(buffer.subarray(0, length))),
      },
    });
    client.on('error', () => client.destroy());
    client.on('close', () => {
      counters.closed(this.#end);
      counters.released(buffer.length);
      this.#phase = 'over';
      this.#gone.abort();
      this.#origin.destroy();
    });
    client.setTimeout(options.idleTimeoutMs, () => client.destroy());
    client.on('data', (chunk: Buffer) => this.#fromClient(chunk));
    client.on('drain', () => {
      this.#origin.resume();
      this.#next();
    });
    client.on('end', () => {
      this.#clientEnded = true;
      this.#next();
    });
    this.#origin.on('error', (error: NodeJS.ErrnoException) => this.#originFailed(error.code));
    this.#origin.on('close', () => this.#originFailed('closed'));
  }

  /** Stops answering without closing anything. */
  freeze(): void {
    this.#phase = 'over';
    this.#client.setTimeout(0);
    this.#client.pause();
    this.#origin.pause();
  }

  #fromClient(chunk: Buffer): void {
    this.#options.counters.moved(chunk.length, 'passed');
    if (this.#phase === 'over') return;
    this.#lines.push(chunk);
    if (this.#lines.size > maxWaiting) this.#client.pause();
    this.#next();
  }

  /** Starts the next command that the client sent, if one is there and none is in progress. */
  #next(): void {
    while (this.#phase === 'idle' && !this.#client.writableNeedDrain) {
      const line = this.#shiftLine();
      if (line === undefined) {
        if (this.#phase !== 'idle') return;
        if (this.#clientEnded) this.#finish('', 'finished');
        else if (this.#client.isPaused()) this.#client.resume();
        return;
      }
      const command = parseCommand(line);
      if (command.known) {
        this.#command = command;
        this.#phase = 'waiting';
        this.#reader.expect(command);
        this.#origin.write(`${line}\r\n`, 'latin1');
      } else {
        this.#send(
          Buffer.from('-ERR the proxy does not know this command\r\n', 'latin1'),
          'passed',
        );
      }
    }
  }

  #shiftLine(): string | undefined {
    try {
      return this.#lines.shift();
    } catch (error) {
      if (!(error instanceof LineTooLong)) throw error;
      this.#finish('-ERR the line is too long\r\n');
      return undefined;
    }
  }

  /** Takes one read. False pauses the origin until the client has caught up. */
  #fromOrigin(chunk: Buffer): boolean {
    if (this.#phase === 'over') return false;
    if (this.#phase !== 'waiting') {
      this.#options.log('the origin sent something that nobody asked for');
      this.#finish('');
      return false;
    }
    const transforms = this.#command?.verb === 'RETR' && this.#options.transformation() !== null;
    try {
      this.#reader.push(chunk, transforms || this.#command?.verb === 'CAPA');
    } catch (error) {
      if (!(error instanceof LineTooLong)) throw error;
      this.#options.log(`the origin's response is not POP3: ${error.message}`);
      this.#finish('-ERR [SYS/PERM] the origin does not speak POP3\r\n');
    }
    return !this.#client.writableNeedDrain;
  }

  #onReply(reply: OriginReply): void {
    if (reply.kind === 'piece') {
      this.#send(reply.bytes, 'passed');
      if (reply.last) this.#answered();
      return;
    }
    if (reply.kind === 'too-large') {
      this.#options.log('a response is too large to be changed and passes as it is');
      if (this.#command?.verb === 'RETR') this.#options.counters.transformed(false);
      return;
    }
    this.#phase = 'handing-out';
    void handOut(reply, this.#command, this.#options, this.#gone.signal).then(
      ({ replaced, passed }) => {
        if (this.#phase !== 'handing-out') return;
        this.#send(replaced, 'replaced');
        this.#send(passed, 'passed');
        this.#answered();
      },
    );
  }

  #answered(): void {
    if (this.#command?.verb === 'QUIT') {
      this.#finish('', 'finished');
      return;
    }
    this.#command = null;
    this.#phase = 'idle';
    this.#next();
  }

  #send(bytes: Buffer, what: Moved): void {
    this.#options.counters.moved(bytes.length, what);
    if (bytes.length > 0) this.#client.write(bytes);
  }

  #originFailed(why: string | undefined): void {
    if (this.#phase === 'over') return;
    const { host, port } = this.#options.origin;
    const greeted = this.#phase !== 'waiting' || this.#command !== null;
    this.#options.log(
      `the connection to the origin ${hostAndPort(host, port)} failed (${why ?? 'error'})`,
    );
    this.#finish(
      this.#reader.started
        ? ''
        : '-ERR [SYS/TEMP] the mail server behind the proxy does not answer\r\n',
      greeted ? 'cut' : 'refused',
    );
  }

  #finish(lastWords: string, end: SessionEnd = 'cut'): void {
    if (this.#phase === 'over') return;
    this.#phase = 'over';
    this.#end = end;
    if (lastWords !== '') this.#send(Buffer.from(lastWords, 'latin1'), 'passed');
    this.#origin.end();
    this.#client.end();
    this.#client.resume();
    this.#client.setTimeout(lingerMs);
  }
}
