import type { metricsCalls, metricsTopics } from '../../../shared/ipc/calls/metrics.ts';
import type { MetricsService } from '../../export/service/metrics-service.ts';
import type { Handlers, Sources } from '../parts.ts';

/** The calls about what the console serves for Prometheus. */
export function metricsHandlers(
  service: Pick<MetricsService, 'state' | 'save' | 'again'>,
): Pick<Handlers, keyof typeof metricsCalls> {
  return {
    'metrics.state': () => service.state(),
    'metrics.save': async ({ settings, token }) => {
      await service.save(settings, token);
      return null;
    },
    'metrics.again': async () => {
      await service.again();
      return null;
    },
  };
}

/** The topics about it. */
export function metricsSources(
  service: Pick<MetricsService, 'changes'>,
): Pick<Sources, keyof typeof metricsTopics> {
  return { 'metrics.changed': (_, publish) => service.changes.listen(publish) };
}
