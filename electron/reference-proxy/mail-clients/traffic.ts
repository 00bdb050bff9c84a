import { setTimeout as sleep } from 'node:timers/promises';
import { Pop3Client } from './pop3-client.ts';
import { seededRandom } from './seeded-random.ts';

/** Mail clients at work at the same time, at most: for one proxy and for all. */
const maxForOne = 8;
const maxForAll = 200;

/** Milliseconds between two looks at how many clients a proxy should have. */
const beatMs = 250;

/** Milliseconds in which the rhythm of a proxy rises and falls once. */
const waveMs = 45_000;

export interface Traffic {
  /** Ends every client in order, or cuts it where it stands, and starts no more. */
  stop(): Promise<void>;
}

/**
 * Mail clients that fetch mail through these proxies for ever, in a rhythm of its own for each proxy: the number of clients follows a
 * slow wave with some noise. The same seed gives the same rhythm.
 */
export function startTraffic(
  proxies: readonly { readonly host: string; readonly pop3Port: number }[],
  seed = 1,
): Traffic {
  const running = new Set<{ readonly client: Pop3Client; readonly done: Promise<void> }>();
  const stopping = new AbortController();
  const share = Math.max(1, Math.min(maxForOne, Math.floor(maxForAll / proxies.length)));
  const lanes = proxies.map((proxy, index) => ({
    target: { host: proxy.host, port: proxy.pop3Port },
    random: seededRandom(seed + index),
    phase: index / proxies.length,
    open: 0,
  }));
  type Lane = (typeof lanes)[number];

  let turn = 0;
  const beat = () => {
    const now = performance.now();
    // Beginning somewhere else each time, so that the last of many proxies get clients too.
    turn = (turn + maxForAll) % lanes.length;
    for (const lane of [...lanes.slice(turn), ...lanes.slice(0, turn)]) {
      const wave = (1 + Math.sin(2 * Math.PI * (now / waveMs + lane.phase))) / 2;
      const wanted = Math.round(share * wave + lane.random() * 1.5);
      if (lane.open < wanted && running.size < maxForAll) launch(lane);
    }
  };

  function launch(lane: Lane): void {
    const client = new Pop3Client(lane.target);
    lane.open += 1;
    const entry = {
      client,
      // A proxy that is down or closes in the middle is what the console is there to show.
      done: readMailbox(client, lane.random, stopping.signal).catch(() => client.destroy()),
    };
    running.add(entry);
    void entry.done.then(() => {
      running.delete(entry);
      lane.open -= 1;
    });
  }

  const timer = setInterval(beat, beatMs);
  beat();
  return {
    stop: async () => {
      clearInterval(timer);
      stopping.abort();
      for (const { client } of running) client.destroy();
      await Promise.all([...running].map(({ done }) => done));
    },
  };
}

/** One visit: log in, look, fetch some mails with pauses as a slow line makes them, leave. */
async function readMailbox(
  client: Pop3Client,
  random: () => number,
  signal: AbortSignal,
): Promise<void> {
  await client.greeting();
  await client.command('USER reader');
  await client.command('PASS reader');
  const listing = await client.command('LIST', true);
  const count = listing.body?.toString('latin1').split('\r\n').filter(Boolean).length ?? 0;
  const fetches = count === 0 ? 0 : 1 + Math.floor(random() * 4);
  for (let i = 0; i < fetches; i++) {
    await sleep(200 + random() * 1_300, undefined, { signal });
    await client.command(`RETR ${1 + Math.floor(random() * count)}`, true);
  }
  await sleep(random() * 500, undefined, { signal });
  await client.command('QUIT');
  client.destroy();
}
