import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { ConsoleParts } from '../../electron/assembly/console-parts.ts';
import { type Console, createConsole } from '../../electron/console.ts';
import {
  type ReferenceProxy,
  startReferenceProxy,
} from '../../electron/reference-proxy/reference-proxy.ts';
import { openVaults, type Vaults } from '../../electron/store/secrets/vaults.ts';
import type { TopicParams } from '../../shared/ipc/contract.ts';
import type { ProxyEventKind } from '../../shared/model/event.ts';
import { placeSchema } from '../../shared/model/place.ts';
import { udpTarget } from '../support/udp-target.ts';
import { type ConsoleWindow, openConsoleWindow } from './console-window.ts';

/** Of every proxy that `startProxy` starts. */
export const password = 'correct horse battery';

/** What a test has for itself; new before each, gone after it. */
export const own = {
  directory: '',
  vault: null as unknown as Vaults,
  /** What consoles logged. */
  faults: [] as string[],
  /** Closed after the test, the last one first. */
  running: [] as { close(): Promise<void> }[],
};

const logFault = (what: string, error: unknown): void => {
  own.faults.push(`${what}: ${error}`);
};

beforeEach(async () => {
  own.directory = await mkdtemp(join(tmpdir(), 'spcp-console-core-'));
  own.faults = [];
  own.vault = await openVaults({ directory: own.directory, logFault });
  own.running = [];
});

afterEach(async () => {
  for (const one of own.running.reverse()) await one.close();
  await rm(own.directory, { recursive: true, force: true });
});

/** A console on the test's directory, and a window on it. */
export async function startCore(
  more: Partial<ConsoleParts> = {},
): Promise<{ core: Console; window: ConsoleWindow }> {
  const { directory, vault } = own;
  const core = await createConsole({
    directory,
    shell: 'web',
    version: '1.2.3',
    vault,
    logFault,
    ...more,
  });
  own.running.push(core);
  return { core, window: openConsoleWindow(core.router) };
}

/** A reference proxy with `password`, at a port of its own unless told. */
export async function startProxy(
  port?: Partial<ReturnType<typeof udpTarget>>,
): Promise<ReferenceProxy> {
  const proxy = await startReferenceProxy({ name: 'peer', udpPort: 0, password, ...port });
  own.running.push(proxy);
  return proxy;
}

/** A profile of that proxy, polled twice a second. */
export const draftOf = (proxy: ReferenceProxy, more: object = {}) => ({
  name: 'Madrid',
  ...udpTarget(proxy),
  user: proxy.user,
  pollSeconds: 0.5,
  ...more,
});

/** Saves it; resolves with its id once it is ready. */
export async function addProxy(window: ConsoleWindow, proxy: ReferenceProxy, more: object = {}) {
  const { id } = await window.call('profiles.save', { draft: draftOf(proxy, more), password });
  await window.untilState(id, 'ready');
  return id;
}

export const placeOf = (proxy: ReferenceProxy) => placeSchema.parse(draftOf(proxy));

/** The stages of a connection test. */
export async function tested(window: ConsoleWindow, params: TopicParams<'profiles.test'>) {
  const value = await window.until('profiles.test', ({ kind }) => kind !== 'stage', params);
  if (value.kind !== 'done') throw new Error(`the test was not made: ${JSON.stringify(value)}`);
  return value.test.stages;
}

/** Kinds of events, oldest first. */
export async function eventKinds(window: ConsoleWindow, id: string): Promise<ProxyEventKind[]> {
  const events = await window.call('events.list', { id, limit: 100 });
  return events.map(({ kind }) => kind).reverse();
}
