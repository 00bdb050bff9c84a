import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { attach } from '../../../../electron/attach/attached-console.ts';
import { checkedRouter } from '../../../../electron/attach/remote/checked-router.ts';
import { type ConsolesParts, createConsoles } from '../../../../electron/attach/remote/consoles.ts';
import type { OpenRemote } from '../../../../electron/attach/remote/open-remote.ts';
import { type Peer, servePeer } from '../../../../electron/attach/serve-peer.ts';
import { ownWindow } from '../../../../electron/core/actor.ts';
import type { Caller, Handlers, Sources } from '../../../../electron/ipc/parts.ts';
import { createRouter, type Router, type WindowRouter } from '../../../../electron/ipc/router.ts';
import { openConsolesFile } from '../../../../electron/store/documents/consoles.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { ConsoleEntry } from '../../../../shared/ipc/calls/console.ts';
import { contractVersion } from '../../../../shared/ipc/hello.ts';
import type { ServerMessage, WindowMessage } from '../../../../shared/ipc/wire.ts';
import type { Asker } from '../../../../shared/model/caller.ts';
import type { Policy } from '../../../../shared/model/policy.ts';
import { createManualClock } from '../../../support/manual-clock.ts';
import { streamPair } from '../../../support/stream-pair.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A core that answers little. */
export function core(handlers: Partial<Handlers> = {}, sources: Partial<Sources> = {}) {
  const callers: Caller[] = [];
  const router = createRouter({
    handlers,
    sources,
    onConnect: (caller) => callers.push(caller),
    logFault: () => undefined,
  });
  return { router, callers };
}

/** A window, as its page hears and asks. */
export function openWindow(router: WindowRouter, asker: Asker = ownWindow()) {
  const messages: WindowMessage[] = [];
  const connection = router.connect((message) => messages.push(message), asker);
  let last = 0;
  const call = (name: string, input: unknown = {}): number => {
    last++;
    connection.receive({ type: 'call', id: last, name, input });
    return last;
  };
  const answerTo = (id: number) =>
    messages.flatMap((message) =>
      message.type === 'result' && message.id === id ? [message.result] : [],
    )[0];
  const links = () =>
    messages.flatMap((message) => (message.type === 'console' ? [message.state] : []));
  return { ...connection, messages, call, answerTo, links };
}

/** Consoles whose remote ones are cores of this process, behind streams in place of SSH. */
export async function openRig(parts: Partial<ConsolesParts> = {}) {
  const directory = await mkdtemp(join(tmpdir(), 'spcp-consoles-'));
  ends.push(() => rm(directory, { recursive: true, force: true }));
  const clock = createManualClock();
  const far = core({ 'app.notices': () => [] }, { 'app.notices': () => () => undefined });
  /** Say anything to the windows there, the last one last. */
  const sends: ((message: ServerMessage) => void)[] = [];
  const thoughtless: Router = {
    connect(send, asker) {
      sends.push(send);
      return far.router.connect(send, asker);
    },
  };
  const here = core({ 'app.notices': () => [] });
  const peers: Peer[] = [];
  const rig = {
    policy: {} as Policy,
    policyChanged: (): void => undefined,
    /** Thrown by the next attempts. */
    fails: null as AppError | null,
    attempts: 0,
    unread: (_: readonly string[]): void => undefined,
    contract: contractVersion,
  };
  const open = async (): Promise<OpenRemote> => {
    rig.attempts++;
    if (rig.fails !== null) throw rig.fails;
    const [near, there] = await streamPair();
    peers.push(
      servePeer(near, {
        router: thoughtless,
        token: null,
        version: '2.0.0',
        machine: 'jump',
        asker: () => ({ ...ownWindow(), user: 'ana', role: 'operate' }),
        contract: rig.contract,
        logFault: () => undefined,
      }),
    );
    const attached = await attach(there, {
      type: 'hello',
      contract: contractVersion,
      version: '1.0.0',
      kind: 'window',
      token: null,
    });
    const gone = new AppError('remote-console', {
      case: 'ended',
      sshDestination: 'jump',
      said: '',
      exitCode: 255,
    });
    return {
      router: checkedRouter(attached.router, attached.welcome.version, (topics) =>
        rig.unread(topics),
      ),
      welcome: attached.welcome,
      onUnread(listener) {
        rig.unread = listener;
      },
      ended: attached.ended.then(() => gone),
      close: attached.close,
    };
  };
  const consoles = createConsoles({
    document: await openConsolesFile(directory),
    local: here.router,
    policy: () => rig.policy,
    by: () => 'ACME',
    onPolicy: (listener) => {
      rig.policyChanged = listener;
      return () => undefined;
    },
    open,
    logFault: () => undefined,
    clock,
    ...parts,
  });
  ends.push(consoles.close);
  const list = (window: ReturnType<typeof openWindow>): readonly ConsoleEntry[] => {
    const found = window.messages.findLast((message) => message.type === 'event');
    return (found as { value: { consoles: readonly ConsoleEntry[] } }).value.consoles;
  };
  return { rig, consoles, clock, far, sends, here, peers, list };
}
