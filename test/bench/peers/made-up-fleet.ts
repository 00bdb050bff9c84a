import { fileURLToPath } from 'node:url';
import { systemClock } from '../../../electron/base/clock.ts';
import type { FrameSource } from '../../../electron/fleet/frame-contents.ts';
import { createFrames } from '../../../electron/fleet/frames.ts';
import { PointRing } from '../../../electron/fleet/point-ring.ts';
import { startWebServer } from '../../../electron/web/server/server.ts';
import { heartbeatMs } from '../../../shared/ipc/heartbeat.ts';
import { clientMessageSchema } from '../../../shared/ipc/wire.ts';
import { preferencesSchema } from '../../../shared/model/app-info.ts';
import type { ProxyEvent } from '../../../shared/model/event.ts';
import type { ProxySnapshot } from '../../../shared/model/fleet-frame.ts';
import { unknownCount } from '../../../shared/model/open-count.ts';
import { profileDraftSchema } from '../../../shared/model/profile.ts';

/*
 * Serves the user interface with the frames of so many proxies that are read once a second, spread over the second as the console spreads
 * its polls, and with next to nothing else: what a window takes to show them is measured without the programs that read them. Prints its
 * address.
 */
const count = Number(process.argv[2] ?? 1000);
/** So many folders, ten in each of their own; without it one for each fifty. */
const folders = process.argv[3] === undefined ? null : Number(process.argv[3]);
const readMs = 1000;
/** Between two turns in which some proxies are read. */
const turnMs = 50;
const startedAt = Date.now();
const pages = fileURLToPath(new URL('../../../out/renderer', import.meta.url));
const idOf = (index: number): string =>
  `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

interface Source extends FrameSource {
  read(at: number): void;
}

function sourceOf(index: number): Source {
  const points = new PointRing(640);
  const size = 10 ** (index % 4);
  let snapshot: ProxySnapshot;
  let transferred = BigInt(index) * 1_000_000n;
  let accesses = index;
  const source: Source = {
    id: idOf(index),
    version: 1,
    points,
    get metrics() {
      return snapshot.metrics;
    },
    get rates() {
      return snapshot.rates;
    },
    snapshot: () => snapshot,
    read(at) {
      const wave = 1 + Math.sin(at / 20_000 + index) + Math.random();
      const bytesPerSecond = 300 * size * wave;
      const accessesPerSecond = (index % 20) * wave;
      const connections = Math.round((index % 50) * wave);
      const roundTripMs = 1 + (index % 5) + Math.random();
      transferred += BigInt(Math.round(bytesPerSecond));
      accesses += Math.round(accessesPerSecond);
      points.push({
        at,
        connections,
        bytesPerSecond,
        accessesPerSecond,
        roundTripMs,
        missed: 0,
      });
      snapshot = {
        id: idOf(index),
        state: {
          kind: 'ready',
          since: startedAt,
          connection: { transport: 'udp', description: '', reason: null },
        },
        unreachableSince: null,
        metrics: {
          at,
          connections: String(connections),
          transferredBytes: String(transferred),
          accesses: String(accesses),
          implausible: false,
          roundTripMs,
        },
        rates: { bytesPerSecond, accessesPerSecond },
        restarts: 0,
        missedPolls: 0,
        openCount: unknownCount,
        settings: {
          transformation: { value: index % 100 === 7 ? 'rev' : 'cat', at: startedAt },
          bufferSize: null,
        },
      };
    },
  };
  for (let at = Date.now() - 300_000; at <= Date.now(); at += readMs) source.read(at);
  return source;
}

const sources = Array.from({ length: count }, (_, index) => sourceOf(index));
const profiles = sources.map(({ id }, index) => ({
  ...profileDraftSchema.parse({
    name: `Proxy ${index}`,
    host: `10.0.${Math.floor(index / 200)}.${index % 200}`,
    user: 'admin',
    folder: folderOf(index),
  }),
  id,
  savedPassword: 'here',
  stockCredentials: false,
  demo: false,
}));
function folderOf(index: number): string {
  if (folders === null) return `Rack ${Math.floor(index / 50)}`;
  const rack = index % folders;
  return `Site ${Math.floor(rack / 10)}/Rack ${rack}`;
}

const frames = createFrames(systemClock, () => sources);
let turn = 0;
const turns = readMs / turnMs;
const reading = setInterval(() => {
  turn = (turn + 1) % turns;
  const at = Date.now();
  for (let index = turn; index < count; index += turns) sources[index]?.read(at);
  frames.changed();
}, turnMs);

const answers: Readonly<Record<string, unknown>> = {
  'app.info': {
    version: '0',
    shell: 'web',
    dataDirectory: '/',
    vault: { kind: 'session', persistent: false, backend: null, reason: 'demo' },
    kernelSctp: { available: true, reason: 'available' },
  },
  'preferences.get': preferencesSchema.parse({}),
  'preferences.set': preferencesSchema.parse({}),
  'profiles.list': profiles,
  // A full page of the log, of the last hours.
  'events.list': profiles.slice(0, 100).map(
    ({ id, name }, index): ProxyEvent => ({
      id: count - index,
      at: Date.now() - (index + 1) * 90_000,
      profileId: id,
      profileName: name,
      kind: 'disconnected',
      detail: { code: 'association-lost' },
    }),
  ),
};

const server = await startWebServer({
  port: 0,
  pages,
  logFault: (what, error) => process.stderr.write(`${what}: ${String(error)}\n`),
});
server.letIn((socket) => {
  const ends: (() => void)[] = [];
  const send = (message: unknown): void => socket.send(JSON.stringify(message));
  socket.on('message', (data) => {
    const message = clientMessageSchema.parse(JSON.parse(String(data)));
    if (message.type === 'call') {
      const value = answers[message.name] ?? [];
      send({ type: 'result', id: message.id, result: { ok: true, value } });
    }
    if (message.type !== 'subscribe') return;
    const tell = (value: unknown): void => send({ type: 'event', id: message.id, value });
    if (message.topic === 'fleet.frames') ends.push(frames.subscribe(tell));
    if (message.topic !== 'app.heartbeat') return;
    const beat = (): void => tell({ at: Date.now() });
    beat();
    const beating = setInterval(beat, heartbeatMs);
    ends.push(() => clearInterval(beating));
  });
  socket.on('close', () => {
    for (const end of ends) end();
  });
});
process.stdout.write(`${server.newAddress()}\n`);
process.once('SIGTERM', () => {
  clearInterval(reading);
  frames.close();
  void server.close().then(() => process.exit());
});
