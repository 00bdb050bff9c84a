import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Classes } from '../../shared/model/environment-class.ts';
import { unheldClock } from '../base/clock.ts';
import type { Monitor } from '../fleet/monitor.ts';
import { endOf, type Format, headOf } from './exposition.ts';
import { fleetFamilies, type Told } from './fleet-lines.ts';
import { createKnownLabels } from './labels.ts';
import { createOwnRegistry, type OwnFacts } from './own-registry.ts';
import { sameAnswer } from './same-answer.ts';
import { createTallies } from './tallies.ts';

/** After so long a scrape lets polls and windows go on before it goes on itself, milliseconds. */
const turnMs = 5;
/** Proxies of which lines are written before the clock is looked at. */
const atOnce = 100;
/** A scrape that comes this soon after another is answered with what that one was, milliseconds: a flood of them costs no more than one. */
const sameForMs = 1000;

export interface ExporterParts
  extends Pick<OwnFacts, 'version' | 'shell' | 'alerts' | 'storeQueue' | 'notices'> {
  readonly monitor: Pick<Monitor, 'samples' | 'transitions' | 'watched'>;
  readonly classes: () => Classes;
  readonly profiles: () => number;
}

/** What Prometheus may ask a console. */
export interface Exporter {
  /** All metrics of the console and its proxies as they are now, as UTF-8 text. Those who ask at the same time are answered the same. */
  scrape(format: Format): Promise<Buffer>;
  close(): void;
}

/** Begins to count what only the streams of the fleet tell. */
export function createExporter(parts: ExporterParts): Exporter {
  const { monitor, classes } = parts;
  const tallies = createTallies(monitor);
  const labels = createKnownLabels();
  const registry = createOwnRegistry({
    ...parts,
    states: () => monitor.watched().map(({ state }) => state.kind),
  });
  const tell = (): Told[] => {
    const proxies = monitor.watched();
    const known = classes();
    tallies.keepOnly(new Set(proxies.map(({ profile }) => profile.id)));
    return proxies.map((proxy) => ({
      proxy,
      labels: labels.of(proxy.profile, known),
      tally: tallies.of(proxy.profile.id),
    }));
  };
  const write = async (format: Format): Promise<Buffer> => {
    const own = Buffer.from((await registry.text(format)) + endOf[format]);
    return Buffer.concat([...(await fleetText(tell(), format)), own]);
  };
  const answers = {
    prometheus: sameAnswer(unheldClock, sameForMs, () => write('prometheus')),
    openmetrics: sameAnswer(unheldClock, sameForMs, () => write('openmetrics')),
  } as const satisfies Readonly<Record<Format, unknown>>;
  return {
    scrape: (format) => answers[format].get(),
    close() {
      tallies.close();
      registry.close();
      for (const answer of Object.values(answers)) answer.forget();
    },
  };
}

/** All families one after the other, in slices: thousands of proxies have some megabytes of text. */
async function fleetText(told: readonly Told[], format: Format): Promise<readonly Buffer[]> {
  const chunks: Buffer[] = [];
  let began = performance.now();
  for (const { metric, lines } of fleetFamilies) {
    chunks.push(Buffer.from(headOf(metric, format)));
    for (let first = 0; first < told.length; first += atOnce) {
      let text = '';
      for (const each of told.slice(first, first + atOnce)) text += lines(each);
      chunks.push(Buffer.from(text));
      if (performance.now() - began < turnMs) continue;
      await nextTurn();
      began = performance.now();
    }
  }
  return chunks;
}
