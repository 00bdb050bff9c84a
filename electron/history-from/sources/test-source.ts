import type { HistoryTest } from '../../../shared/model/history-from.ts';
import type { PrometheusApi } from '../api/api.ts';
import { profileLabel } from '../metric-names.ts';
import { metricsQuestion, presenceQuestion } from '../question.ts';

const dayMs = 24 * 3_600_000;
/** Of so many proxies it is asked whether it has anything. */
const mostAsked = 100;

/** Which release it is, which metrics of proxies it knows, and of how many of these profiles it has anything in the last day before `now`. */
export async function testSource(
  api: PrometheusApi,
  ids: readonly string[],
  now: number,
  signal: AbortSignal,
): Promise<HistoryTest> {
  const at = { from: now, to: now, stepMs: 1000 };
  const metrics = await api.range(metricsQuestion(), at, signal);
  if (metrics.kind === 'fault') return { kind: 'failed', fault: metrics.fault };
  const asked = ids.slice(0, mostAsked);
  const present =
    asked.length === 0 ? null : await api.range(presenceQuestion(asked, dayMs), at, signal);
  if (present?.kind === 'fault') return { kind: 'failed', fault: present.fault };
  const known = new Set(present?.series.map(({ labels }) => labels[profileLabel]));
  return {
    kind: 'read',
    version: await api.version(signal),
    metrics: metrics.series.flatMap(({ labels }) => labels.__name__ ?? []).toSorted(),
    known: asked.filter((id) => known.has(id)).length,
    asked: asked.length,
  };
}
