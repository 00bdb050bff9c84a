import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import Negotiator from 'negotiator';
import { type HttpAnswer, type HttpRoute, says } from '../../http/http.ts';
import type { Exporter } from '../exporter.ts';
import { contentTypes, type Format } from '../exposition.ts';
import { type DiscoveryTarget, discoveryText } from './discovery.ts';

export interface RouteParts {
  /** Null while there is none, as before the console is there. */
  readonly exporter: () => Exporter | null;
  readonly targets: readonly DiscoveryTarget[];
  /** Compresses for those who ask for that: over a network, not within this machine. */
  readonly compress: boolean;
}

/** Scrapes whose text somebody still reads; each may be of megabytes, and a reader as slow as it likes. One more takes the place of the oldest of them. */
const mostUnread = 4;

interface Unread {
  readers: number;
  /** Ends its answers. */
  readonly over: AbortController;
}

const zip = promisify(gzip);

/** What Prometheus asks for. */
export function exportRoutes({ exporter, targets, compress }: RouteParts): readonly HttpRoute[] {
  const unread = new Map<Uint8Array, Unread>();
  const zipped = new WeakMap<Uint8Array, Promise<Uint8Array>>();
  const zippedOf = (text: Uint8Array): Promise<Uint8Array> => {
    const known = zipped.get(text);
    if (known !== undefined) return known;
    const made = zip(text, { level: constants.Z_BEST_SPEED });
    zipped.set(text, made);
    return made;
  };
  const metrics = async (request: IncomingMessage, gone: AbortSignal): Promise<HttpAnswer> => {
    const from = exporter();
    if (from === null) return says(503, 'The console is not ready yet, or ends.');
    const format = formatOf(request);
    const text = await from.scrape(format);
    const until = holdUntilRead(unread, text, gone);
    const type = contentTypes[format];
    const varies = { Vary: 'Accept, Accept-Encoding' };
    if (!compress || !new Negotiator(request).encodings(['gzip']).includes('gzip'))
      return { status: 200, type, body: text, headers: varies, until };
    const headers = { ...varies, 'Content-Encoding': 'gzip' };
    return { status: 200, type, body: await zippedOf(text), headers, until };
  };
  const found = discoveryText(targets);
  return [
    { path: '/metrics', open: false, answer: metrics },
    {
      path: '/sd',
      open: false,
      answer: async () => ({ status: 200, type: 'application/json; charset=utf-8', body: found }),
    },
  ];
}

/** Returns what fires when the text has to make place for a newer one: who reads slowly keeps nobody from what is asked for now. */
function holdUntilRead(
  unread: Map<Uint8Array, Unread>,
  text: Uint8Array,
  gone: AbortSignal,
): AbortSignal {
  const held = unread.get(text) ?? { readers: 0, over: new AbortController() };
  if (gone.aborted) return held.over.signal;
  held.readers++;
  unread.set(text, held);
  gone.addEventListener(
    'abort',
    () => {
      held.readers--;
      if (held.readers === 0 && unread.get(text) === held) unread.delete(text);
    },
    { once: true },
  );
  const [oldest] = unread;
  if (oldest !== undefined && unread.size > mostUnread) {
    unread.delete(oldest[0]);
    oldest[1].over.abort();
  }
  return held.over.signal;
}

const openMetrics = 'application/openmetrics-text; version=1.0.0';

/** What can be had, the usual one first. Newer releases of Prometheus say how names beyond letters are to be written, of which there are none here. */
const offered = [
  'text/plain; version=0.0.4',
  ...['allow-utf-8', 'underscores', 'dots', 'values'].map(
    (escaping) => `${openMetrics}; escaping=${escaping}`,
  ),
];

/** The format that is asked for most; Prometheus' own for who says nothing, as a browser. */
function formatOf(request: IncomingMessage): Format {
  const asked = new Negotiator(request).mediaType(offered) ?? '';
  return asked.startsWith(openMetrics) ? 'openmetrics' : 'prometheus';
}
