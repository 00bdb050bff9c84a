import type { Duplex } from 'node:stream';
import { AppError, toErrorValue } from '../../shared/errors.ts';
import {
  contractVersion,
  type FromConsole,
  fromCallerSchema,
  type Hello,
  helloSchema,
  type Opening,
  type Refused,
  versionsApart,
  type Welcome,
} from '../../shared/ipc/hello.ts';
import { clientMessageSchema } from '../../shared/ipc/wire.ts';
import type { Asker } from '../../shared/model/caller.ts';
import { showHidden } from '../../shared/model/hidden.ts';
import { leastRole } from '../../shared/model/roles.ts';
import { derivedId } from '../base/derived-id.ts';
import { digestOf, newSecret, sameDigest } from '../base/secret.ts';
import type { Connection, Router } from '../ipc/router.ts';
import { beat, keepAlive } from './beat.ts';
import { createFramed, type Framed, type FramedEnd } from './framed.ts';
import { fromCallerOf, longestFromConsole } from './limits.ts';

const longestHello = 4096;
const longestRemote = 256;
/** Windows of one shell. */
const mostChannels = 256;
/** Messages to windows that are none, until the peer is let go. */
const mostStrange = 8;
const usualHelloMs = 10_000;

export interface PeerParts {
  readonly router: Router;
  /** What the greeting has to name; null over a stream that only somebody who was let in can hold. */
  readonly token: string | null;
  /** Of the app. */
  readonly version: string;
  /** What the machine calls itself. */
  readonly machine: string;
  /** Whose the peer is, and what it may do; of each window the peer itself says the kind and the session. Throws the `AppError` with which it is refused. */
  readonly asker: (hello: Hello) => Asker | Promise<Asker>;
  /** Takes what is a bug. */
  readonly logFault: (what: string, error: unknown) => void;
  /** So long the greeting is waited for, milliseconds. */
  readonly helloMs?: number;
  /** Between two signs of life, milliseconds. */
  readonly beatMs?: number;
  readonly contract?: number;
  /** That of where its windows sit nothing is known but what the peer says: it is put in quotes, and it has no session of a browser. */
  readonly claims?: boolean;
}

/** Somebody who attached. */
export interface Peer {
  /** Why it is over; never rejects. Its windows are let go by then. */
  readonly ended: Promise<FramedEnd>;
  /** Ends it in order. */
  close(): void;
}

/** Lets in whoever is at the other end of a stream, or refuses it, and carries its windows. Whatever it sends ends at worst this stream. */
export function servePeer(stream: Duplex, parts: PeerParts): Peer {
  const framed = createFramed(stream, { longest: longestHello, burst: 20_000 });
  const late = setTimeout(() => {
    refuse(framed, new AppError('attach-refused', { case: 'no-hello' }).toValue());
  }, parts.helloMs ?? usualHelloMs);
  framed.read((message) => {
    framed.read(null);
    // How long it takes to find out who greeted is not the peer's doing.
    clearTimeout(late);
    letIn(framed, message, parts).catch((error: unknown) => {
      if (!(error instanceof AppError)) parts.logFault('letting in a peer', error);
      refuse(framed, toErrorValue(error));
    });
  });
  void framed.ended.then(() => clearTimeout(late));
  return { ended: framed.ended, close: framed.end };
}

function refuse(framed: Framed, error: Refused['error']): void {
  framed.send({ type: 'refused', error } satisfies Refused);
  framed.end();
}

async function letIn(framed: Framed, message: unknown, parts: PeerParts): Promise<void> {
  const { contract = contractVersion, version, machine } = parts;
  const parsed = helloSchema.safeParse(message);
  if (!parsed.success) throw new AppError('attach-refused', { case: 'no-hello' });
  const hello = parsed.data;
  // Before anything else is told: whoever has no token learns nothing.
  if (parts.token !== null && !sameDigest(digestOf(hello.token ?? ''), digestOf(parts.token)))
    throw new AppError('attach-refused', { case: 'token' });
  if (Math.abs(hello.contract - contract) > versionsApart) {
    throw new AppError('attach-refused', {
      case: hello.contract < contract ? 'caller-too-old' : 'console-too-old',
      caller: hello.version,
      callerContract: hello.contract,
      console: version,
      consoleContract: contract,
    });
  }
  const asker = await parts.asker(hello);
  const { user, role } = asker;
  framed.send({ type: 'welcome', contract, version, machine, user, role } satisfies Welcome);
  framed.allow(fromCallerOf(role));
  keepAlive(framed, parts.beatMs);
  carry(framed, asker, parts);
}

/** Each window of the peer is a connection of the router. */
function carry(
  framed: Framed,
  asker: Asker,
  { router, logFault, claims = false }: PeerParts,
): void {
  const windows = new Map<number, Connection>();
  const peer = newSecret();
  let last = 0;
  let strange = 0;
  const open = (opening: Opening): boolean => {
    const { channel, kind, session, remote, role, shell } = opening;
    if (channel <= last || windows.size >= mostChannels) return false;
    last = channel;
    const connection = router.connect(
      (message) => {
        const text = JSON.stringify({ type: 'message', channel, message } satisfies FromConsole);
        const bytes = Buffer.byteLength(text);
        if (bytes <= longestFromConsole) framed.sendText(text);
        else {
          logFault('an answer is too long for a stream', new Error(`${bytes} bytes`));
          if (message.type !== 'result') return;
          const { id } = message;
          const error = new AppError('internal', { log: 'application' }).toValue();
          const result = { ok: false, error } as const;
          framed.send({ type: 'message', channel, message: { type: 'result', id, result } });
        }
      },
      {
        ...asker,
        kind,
        session: claims ? null : session,
        remote: asker.remote ?? (remote && shown(remote, claims)),
        role: leastRole(asker.role, role),
        shell,
        group: groupOf(peer, opening),
      },
    );
    windows.set(channel, connection);
    return true;
  };
  void framed.ended.then(() => {
    for (const connection of windows.values()) connection.close();
    windows.clear();
  });
  framed.read((raw) => {
    const parsed = fromCallerSchema.safeParse(raw);
    if (!parsed.success) {
      framed.drop({ kind: 'garbage' });
      return;
    }
    const message = parsed.data;
    if (message.type === beat.type) return;
    if (message.type === 'open') {
      if (!open(message)) framed.drop({ kind: 'garbage' });
      return;
    }
    const connection = windows.get(message.channel);
    if (message.type === 'message') {
      const isStrange = !clientMessageSchema.safeParse(message.message).success;
      if (isStrange && ++strange === mostStrange) framed.drop({ kind: 'garbage' });
      else connection?.receive(message.message);
    } else {
      connection?.close();
      windows.delete(message.channel);
    }
  });
}

/** The windows of a peer that are one caller: of one browser, or of whatever else the peer keeps apart, and never those of another peer. */
function groupOf(peer: string, { group, session }: Opening): string {
  return derivedId(JSON.stringify([peer, group, session]));
}

/** Who sits elsewhere as a peer says, with nothing hidden in it; in quotes, as the words of somebody, it passes for nobody who is known. */
function shown(remote: string, claims: boolean): string {
  const text = showHidden(remote);
  if (!claims) return text.slice(0, longestRemote);
  return `“${text.replaceAll(/[“”]/g, "'").slice(0, longestRemote - 2)}”`;
}
