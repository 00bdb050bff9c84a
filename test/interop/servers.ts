import { credentials } from './conversation.ts';
import { compileC } from './guest/compile-c.ts';
import type { Guest, GuestProgram } from './guest/guest.ts';

/** A server on kernel sockets in the guest. */
export interface GuestServer {
  readonly program: GuestProgram;
  /** SCTP port. */
  readonly port: number;
}

export interface ServerKind {
  readonly name: string;
  /** Answers as deployed servers were seen to. */
  readonly deployed: boolean;
  /** The server's own count of associations reaches its output as `open N` and `closed N`. */
  readonly counts: boolean;
  readonly loopbackOnly: boolean;
  start(guest: Guest, port: number): Promise<GuestServer>;
}

let compiled: string | undefined;

/** The server that is written straight on the socket calls, compiled once. */
function peerProgram(): string {
  compiled ??= compileC(new URL('peer/server.c', import.meta.url), 'server');
  return compiled;
}

/** The server that shares no code with the console. */
export const plainServer = socketServer('a server on the bare socket calls', false);
export const deployedServer = socketServer(
  'a server on the bare socket calls with the quirks of deployed ones',
  true,
);

/** The reference proxy on `kernel-sctp.ts`. */
export const referenceProxy = proxyServer('the reference proxy', false);

export const serverKinds: readonly ServerKind[] = [
  plainServer,
  deployedServer,
  referenceProxy,
  proxyServer('the reference proxy with quirks', true),
];

function socketServer(name: string, deployed: boolean): ServerKind {
  return {
    name,
    deployed,
    counts: true,
    loopbackOnly: false,
    async start(guest, port) {
      const { user, password } = credentials;
      const program = guest.run(peerProgram(), [
        String(port),
        user,
        password,
        deployed ? 'deployed' : 'plain',
      ]);
      await program.line(/^listening$/);
      return { program, port };
    },
  };
}

function proxyServer(name: string, deployed: boolean): ServerKind {
  return {
    name,
    deployed,
    counts: false,
    loopbackOnly: true,
    async start(guest, port) {
      const { user, password } = credentials;
      const program = guest.node('electron/reference-proxy/run.ts', [
        ...['--kernel', '--port', String(port), '--user', user, '--password', password, '--json'],
        ...(deployed ? ['--quirks'] : []),
      ]);
      await program.line(/"pop3Port"/);
      return { program, port };
    },
  };
}
