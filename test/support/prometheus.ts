import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { z } from 'zod';
import { missingProgram } from './has-program.ts';

/** Why the tests with a real Prometheus cannot run here, or null. */
export const missingPrometheus =
  missingProgram('prometheus') ?? missingProgram('promtool', 'prometheus');

/** One series of an answer: its labels, and what it is worth, null where Prometheus says NaN. */
export interface Series {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number | null;
}

/** What Prometheus says of one target. */
export interface Target {
  readonly labels: Readonly<Record<string, string>>;
  readonly health: 'up' | 'down' | 'unknown';
  readonly lastError: string;
  readonly scrapeUrl: string;
}

export interface PrometheusParts {
  /** Its configuration as its manual writes it; paths in it are seen from the server's own directory. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** Files of the server's directory that the configuration names, such as rules: text by name. */
  readonly files?: Readonly<Record<string, string>>;
  /** OpenMetrics text with times, ending in `# EOF`, that it is to hold from the start. */
  readonly history?: string;
  readonly arguments?: readonly string[];
}

/** A real Prometheus on loopback, with a directory of its own. Its methods throw what its API answers as an error. */
export interface PrometheusServer {
  /** Such as `http://127.0.0.1:41234`. */
  readonly url: string;
  readonly directory: string;
  /** What an expression is worth, `at` epoch milliseconds or now. */
  query(expression: string, at?: number): Promise<readonly Series[]>;
  targets(): Promise<readonly Target[]>;
  /** Names of the alerts that fire, once for each that does. */
  firing(): Promise<readonly Readonly<Record<string, string>>[]>;
  /** Any other answer of `/api/v1`, such as `rules`. */
  api(path: string): Promise<unknown>;
  /** Ends it, and removes what it wrote. */
  close(): Promise<void>;
}

const answer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('success'), data: z.unknown() }),
  z.object({ status: z.literal('error'), errorType: z.string(), error: z.string() }),
]);
const labels = z.record(z.string(), z.string());
const vector = z.object({
  resultType: z.literal('vector'),
  result: z.array(z.object({ metric: labels, value: z.tuple([z.number(), z.string()]) })),
});
const targetList = z.object({
  activeTargets: z.array(
    z.object({
      labels,
      health: z.enum(['up', 'down', 'unknown']),
      lastError: z.string(),
      scrapeUrl: z.string(),
    }),
  ),
});
const alertList = z.object({ alerts: z.array(z.object({ labels, state: z.string() })) });

/** Starts it and waits until it answers. Throws with what it said where it ends before. */
export async function startPrometheus(parts: PrometheusParts = {}): Promise<PrometheusServer> {
  const directory = await mkdtemp(join(tmpdir(), 'spcp-prometheus-'));
  const at = (name: string): string => join(directory, name);
  try {
    for (const [name, text] of Object.entries(parts.files ?? {})) await writeFile(at(name), text);
    // Every JSON text is a YAML text.
    await writeFile(at('prometheus.yml'), JSON.stringify(parts.config ?? {}));
    if (parts.history !== undefined) await fill(at, parts.history);
    const { server, url } = await run(at, parts.arguments ?? []);
    return {
      ...asking(url),
      url,
      directory,
      async close() {
        server.kill('SIGTERM');
        if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
        await rm(directory, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(directory, { recursive: true, force: true });
    throw error;
  }
}

async function fill(at: (name: string) => string, history: string): Promise<void> {
  await writeFile(at('history.txt'), history);
  const words = ['tsdb', 'create-blocks-from', 'openmetrics', at('history.txt'), at('data')];
  await promisify(execFile)('promtool', words);
}

async function run(
  at: (name: string) => string,
  more: readonly string[],
): Promise<{ readonly server: ChildProcess; readonly url: string }> {
  const server = spawn(
    'prometheus',
    [
      `--config.file=${at('prometheus.yml')}`,
      `--storage.tsdb.path=${at('data')}`,
      // What a test holds may be of any age.
      '--storage.tsdb.retention.time=100y',
      '--web.listen-address=127.0.0.1:0',
      ...more,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const said: string[] = [];
  const address = new Promise<string>((resolve, reject) => {
    createInterface(server.stderr)
      .on('line', (line) => {
        said.push(line);
        const found = /msg="Listening on" address=(\S+)/.exec(line)?.[1];
        if (found !== undefined) resolve(found);
      })
      .on('close', () => reject(new Error(`prometheus ended: ${said.slice(-5).join('\n')}`)));
    server.once('error', reject);
  });
  const url = `http://${await address}`;
  while (!(await isReady(url))) {
    if (server.exitCode !== null) throw new Error(`prometheus ended: ${said.slice(-5).join('\n')}`);
    await delay(20);
  }
  return { server, url };
}

async function isReady(url: string): Promise<boolean> {
  const response = await fetch(`${url}/-/ready`).catch(() => null);
  await response?.body?.cancel();
  return response?.ok ?? false;
}

function asking(url: string): Pick<PrometheusServer, 'query' | 'targets' | 'firing' | 'api'> {
  const api = async (path: string): Promise<unknown> => {
    const said = answer.parse(await (await fetch(`${url}/api/v1/${path}`)).json());
    if (said.status === 'error') throw new Error(`${said.errorType}: ${said.error}`);
    return said.data;
  };
  return {
    api,
    async query(expression, at) {
      const words = new URLSearchParams({ query: expression });
      if (at !== undefined) words.set('time', String(at / 1000));
      return vector.parse(await api(`query?${words}`)).result.map(({ metric, value }) => ({
        labels: metric,
        value: value[1] === 'NaN' ? null : Number(value[1].replace('Inf', 'Infinity')),
      }));
    },
    async targets() {
      return targetList.parse(await api('targets')).activeTargets;
    },
    async firing() {
      const { alerts } = alertList.parse(await api('alerts'));
      return alerts.filter(({ state }) => state === 'firing').map((alert) => alert.labels);
    },
  };
}
