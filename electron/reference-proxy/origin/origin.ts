import type { Buffer } from 'node:buffer';
import { createServer, type Socket } from 'node:net';
import { maxCommandLine, parseCommand } from '../pop3/command.ts';
import { LineBuffer, LineTooLong } from '../pop3/line-buffer.ts';
import { listenTcp } from '../pop3/listen-tcp.ts';
import { MailboxSession } from './mailbox-session.ts';
import { sampleMails } from './sample-mails.ts';

/** The POP3 server behind a proxy. */
export interface Origin {
  readonly host: string;
  readonly port: number;
  close(): Promise<void>;
}

/** A POP3 server (RFC 1939) on a free port of the loopback address, with a mailbox of samples for whoever logs in. */
export async function startOrigin(): Promise<Origin> {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serve(socket);
  });
  const { host, port } = await listenTcp(server, '127.0.0.1', 0);
  return {
    host,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function serve(socket: Socket): void {
  const session = new MailboxSession(sampleMails);
  const lines = new LineBuffer(maxCommandLine);
  // A peer that went away is no failure of the origin; 'close' follows and tidies up.
  socket.on('error', () => socket.destroy());
  socket.on('drain', () => {
    socket.resume();
    answerHeld();
  });
  socket.on('data', (chunk: Buffer) => {
    lines.push(chunk);
    answerHeld();
  });
  socket.write('+OK sample mailbox ready\r\n');

  function answerHeld(): void {
    try {
      while (!socket.writableNeedDrain && !socket.writableEnded) {
        const text = lines.shift();
        if (text === undefined) return;
        const { bytes, end } = session.answer(parseCommand(text));
        if (end) socket.end(bytes);
        else socket.write(bytes);
      }
      // A client that asks faster than it reads is not read from until it has caught up.
      if (socket.writableNeedDrain) socket.pause();
    } catch (error) {
      if (!(error instanceof LineTooLong)) throw error;
      socket.end('-ERR the line is too long\r\n');
    }
  }
}
