import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  missingPrometheus,
  type PrometheusServer,
  startPrometheus,
} from '../support/prometheus.ts';
import { whySkipped } from '../support/why-skipped.ts';

describe.skipIf(missingPrometheus !== null)(
  `a Prometheus of the tests${whySkipped(missingPrometheus)}`,
  () => {
    const at = Date.UTC(2026, 0, 2, 3, 4);
    let prometheus: PrometheusServer;
    beforeAll(async () => {
      const history = `# TYPE held gauge\nheld{of="the past"} 7 ${at / 1000}\n# EOF\n`;
      prometheus = await startPrometheus({ history });
    });
    afterAll(() => prometheus?.close());

    it('holds from its start what it is given', async () => {
      expect(await prometheus.query('held', at)).toEqual([
        { labels: { __name__: 'held', of: 'the past' }, value: 7 },
      ]);
      expect(await prometheus.query('held', at - 60_000)).toEqual([]);
    });

    it('says what is wrong with a question', async () => {
      await expect(prometheus.query('held{')).rejects.toThrow(/bad_data/);
    });
  },
);
