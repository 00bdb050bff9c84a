import type { Socket } from 'node:net';
import { afterEach } from 'vitest';
import { type AttachOptions, attach } from '../../../electron/attach/attached-console.ts';
import { type PeerParts, servePeer } from '../../../electron/attach/serve-peer.ts';
import { ownWindow } from '../../../electron/core/actor.ts';
import type { Caller, Handlers, Sources } from '../../../electron/ipc/parts.ts';
import { createRouter, type Router } from '../../../electron/ipc/router.ts';
import { contractVersion, type Hello } from '../../../shared/ipc/hello.ts';
import type { ServerMessage } from '../../../shared/ipc/wire.ts';
import type { Asker } from '../../../shared/model/caller.ts';
import { streamPair } from '../../support/stream-pair.ts';

export const opened: Socket[] = [];
afterEach(() => {
  for (const socket of opened.splice(0)) socket.destroy();
});

export const hello: Hello = {
  type: 'hello',
  contract: contractVersion,
  version: '1.2.3',
  kind: 'window',
  token: 'secret',
};
export const ana: Asker = {
  kind: 'window',
  user: 'ana',
  remote: null,
  role: 'administer',
  session: null,
};

export function core(handlers: Partial<Handlers> = {}, sources: Partial<Sources> = {}) {
  const callers: Caller[] = [];
  const faults: string[] = [];
  const logFault = (what: string) => void faults.push(what);
  const router = createRouter({
    handlers: { 'app.notices': () => [], ...handlers } as Handlers,
    sources: sources as Sources,
    onConnect: (caller) => callers.push(caller),
    logFault,
  });
  return { router, callers, faults, logFault };
}

export async function setUp(parts: Partial<PeerParts> & { readonly router?: Router } = {}) {
  const [near, far] = await streamPair();
  opened.push(near, far);
  const faults: string[] = [];
  const peer = servePeer(near, {
    router: core().router,
    token: 'secret',
    version: '2.0.0',
    machine: 'jump',
    asker: () => ana,
    logFault: (what) => void faults.push(what),
    ...parts,
  });
  return {
    peer,
    near,
    far,
    faults,
    attach: (own = hello, options?: AttachOptions) => attach(far, own, options),
  };
}

export function open(router: Router, asker = ownWindow()) {
  const messages: ServerMessage[] = [];
  return { ...router.connect((message) => messages.push(message), asker), messages };
}

export const call = (id: number, name: string, input: unknown = {}) => ({
  type: 'call',
  id,
  name,
  input,
});
