import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { alerts } from '../../build/monitoring/alerts.ts';
import { dashboard } from '../../build/monitoring/dashboard.ts';
import { monitoringFiles } from '../../build/monitoring/files.ts';
import { recordings } from '../../build/monitoring/names.ts';
import { yamlOf } from '../../build/monitoring/yaml.ts';
import { root } from '../../build/tool.ts';
import { ownMetrics, processMetrics } from '../../electron/export/metrics.ts';
import { missingPrometheus } from '../support/prometheus.ts';
import { whySkipped } from '../support/why-skipped.ts';
import { ruleTests } from './monitoring-rule-tests.ts';

const folder = join(root, 'build/monitoring');
const directory = mkdtempSync(join(tmpdir(), 'spcp-rules-'));
afterAll(() => rmSync(directory, { recursive: true }));

const board = z
  .object({
    panels: z.array(
      z.object({
        id: z.number(),
        type: z.enum(['row', 'timeseries', 'stat', 'table']),
        title: z.string().min(1),
        gridPos: z.object({ h: z.number(), w: z.number(), x: z.number(), y: z.number() }),
        targets: z.array(z.object({ expr: z.string(), refId: z.string() })).default([]),
      }),
    ),
    templating: z.object({ list: z.array(z.object({ name: z.string() })) }),
  })
  .parse(dashboard());
const drawn = board.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));

/** The names of series in an expression: words that are no label, no function and no word of the language. */
function namesIn(expression: string): string[] {
  const bare = expression
    .replace(/\{[^}]*\}|\[[^\]]*\]|"[^"]*"/g, ' ')
    .replace(/\b(by|on|without)\s*\([^)]*\)/g, ' ');
  return [...bare.matchAll(/[a-zA-Z_:][a-zA-Z0-9_:]*(?![a-zA-Z0-9_:]*\s*\()/g)]
    .map(([name]) => name)
    .filter((name) => name.includes('_') || name === 'up')
    .filter((name) => !bare.includes(`${name}(`) && !bare.includes(`${name} (`));
}

describe('what Prometheus and Grafana are given', () => {
  it.each(Object.entries(monitoringFiles()))(
    'is in %s what the generator makes (npm run monitoring)',
    (name, text) => {
      expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
    },
  );

  it('has no file that nobody makes', () => {
    const others = readdirSync(folder).filter((name) => !name.endsWith('.ts'));
    expect(others.toSorted()).toEqual(Object.keys(monitoringFiles()).toSorted());
  });

  it('names no metric that is not in the table, and no recording that nobody makes', () => {
    const known = new Set<string>([
      'up',
      ...recordings.map(({ record }) => record),
      ...[...ownMetrics, ...processMetrics].flatMap(({ name, type }) =>
        type === 'histogram' ? ['bucket', 'sum', 'count'].map((end) => `${name}_${end}`) : [name],
      ),
    ]);
    const expressions = [
      ...drawn,
      ...alerts.map(({ expr }) => expr),
      ...recordings.map(({ expr }) => expr),
    ];
    for (const expression of expressions) {
      const names = namesIn(expression);
      expect(names, expression).not.toEqual([]);
      for (const name of names) expect(known, expression).toContain(name);
    }
  });

  it('draws every metric of which the table says how', () => {
    const text = [...drawn, ...recordings.map(({ expr }) => expr)].join('\n');
    const titles = board.panels.map(({ title }) => title);
    for (const { name, drawn: how } of [...ownMetrics, ...processMetrics]) {
      if (how === null) continue;
      expect(text).toContain(name);
      expect(titles).toContain(how.title);
    }
  });

  it('has panels that lie beside and not over one another', () => {
    const taken = new Set<string>();
    expect(new Set(board.panels.map(({ id }) => id)).size).toBe(board.panels.length);
    for (const { gridPos, title } of board.panels) {
      expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x++)
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y++) {
          expect(taken, title).not.toContain(`${x},${y}`);
          taken.add(`${x},${y}`);
        }
    }
  });

  it('asks for nothing that is not chosen above the panels', () => {
    const names = board.templating.list.map(({ name }) => name);
    for (const [, name] of drawn.join('\n').matchAll(/\$(\w+)/g)) expect(names).toContain(name);
  });
});

describe.skipIf(missingPrometheus !== null)(`promtool${whySkipped(missingPrometheus)}`, () => {
  const promtool = (...words: string[]): string =>
    execFileSync('promtool', words, { encoding: 'utf8', cwd: directory, stdio: 'pipe' });

  it('finds nothing wrong with the rules and the example', () => {
    for (const name of ['recording-rules.yml', 'alert-rules.yml'])
      expect(
        promtool('check', 'rules', '--lint=all', '--lint-fatal', join(folder, name)),
      ).toContain('SUCCESS');
    expect(promtool('check', 'config', join(folder, 'prometheus.yml'))).toContain('SUCCESS');
  });

  it('sees each alert fire when it is to, and not before', () => {
    const told = new Set(
      ruleTests
        .flatMap(({ tests }) => tests)
        .flatMap(({ alert_rule_test }) =>
          alert_rule_test
            .filter(({ exp_alerts }) => exp_alerts.length > 0)
            .map(({ alertname }) => alertname),
        ),
    );
    expect([...told].toSorted()).toEqual(alerts.map(({ alert }) => alert).toSorted());
    const rule_files = ['recording-rules.yml', 'alert-rules.yml'].map((name) => join(folder, name));
    for (const lot of ruleTests) {
      const file = join(directory, 'rules.test.yml');
      writeFileSync(file, yamlOf({ rule_files, ...lot }));
      expect(promtool('test', 'rules', file)).toContain('SUCCESS');
    }
  });
});
