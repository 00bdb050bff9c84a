import { describe, expect, it } from 'vitest';
import { keptAlerts } from '../../../electron/store/alerts.ts';
import { reportCsv } from '../../../shared/report/csv.ts';
import { reportDocument } from '../../../shared/report/document.ts';
import { reportTexts } from '../../../shared/report/texts.ts';
import { speaker } from '../../../shared/texts/say.ts';
import { madrid } from '../store/audit-entry.ts';
import { noon } from '../store/samples.ts';
import { connectedAt, counting, hour, lostAt, minute, setUp } from './report-rig.ts';

/** A proxy that was read and lost twice, of whose events the first were dropped. */
function pruned(kept: number) {
  const rig = setUp();
  rig.run(noon, noon + hour);
  rig.history.add(counting(noon, noon + 20 * minute));
  rig.history.add(counting(noon + 30 * minute, noon + 50 * minute));
  rig.events.add([
    connectedAt(noon),
    lostAt(noon + 20 * minute),
    connectedAt(noon + 30 * minute),
    lostAt(noon + 50 * minute),
    connectedAt(noon + 2 * hour),
  ]);
  rig.database.prepare('DELETE FROM event WHERE id <= ?').run(5 - kept);
  return rig;
}

describe('a report of a span whose events are no longer kept', () => {
  it('tells availability and outages from the oldest event that is kept on, and what was moved of all of it', async () => {
    const { report } = pruned(3);
    const found = await report();
    expect(found.outagesSince).toBe(noon + 30 * minute);
    expect(found.proxies).toMatchObject([
      { downMs: 10 * minute, upMs: 20 * minute, unwatchedMs: 0, outages: 1 },
    ]);
    expect(found.proxies[0]?.availability).toBeCloseTo(2 / 3, 3);
    const whole = await pruned(5).report();
    expect(found.proxies[0]?.bytes).toBe(whole.proxies[0]?.bytes);
    expect(whole).toMatchObject({ outagesSince: null, proxies: [{ downMs: 20 * minute }] });
  });

  it('tells none where none of them is kept, and says so to whoever reads it', async () => {
    const { report } = pruned(1);
    const found = await report();
    expect(found.proxies).toMatchObject([{ availability: null, outages: 0 }]);
    expect(found.proxies[0]?.bytes).not.toBeNull();
    const says = speaker('en');
    const { made, summary, tables } = reportDocument(found, reportTexts('en'), says);
    expect(made.at(-1)).toMatch(
      /^Outages, availability and changes made elsewhere are known from /,
    );
    expect(summary.facts).toContainEqual(['Outages', '–']);
    const texts = tables[0]?.rows[0]?.cells.map(({ text }) => text) ?? [];
    expect(texts.slice(2, 6)).toEqual(['–', '–', '–', '–']);
    const [head = '', line = ''] = reportCsv(found).split('\r\n');
    const field = (name: string) => line.split(',')[head.split(',').indexOf(name)];
    expect(field('outages')).toBe('');
    expect(field('availability')).toBe('');
    expect(field('outages_known_from')).toBe(new Date(noon + 2 * hour).toISOString());
    expect(field('alerts_known_from')).toBe(new Date(noon).toISOString());
  });
});

describe('a report of a span whose alerts are no longer kept', () => {
  it('says from when on they are known', async () => {
    const { database, report } = setUp();
    const add = database.prepare('INSERT INTO alert VALUES (?, ?, ?, ?, ?)');
    const past = (n: number) => add.run(`${n}`, `${madrid} ${n}`, noon, noon + minute + n, '{}');
    database.exec('BEGIN');
    for (let n = 1; n < keptAlerts; n++) past(n);
    database.exec('COMMIT');
    expect((await report()).alerts.since).toBeNull();
    past(0);
    const found = await report();
    expect(found.alerts.since).toBe(noon + minute);
    const { made } = reportDocument(found, reportTexts('en'), speaker('en'));
    expect(made.at(-1)).toMatch(/^Alerts are known from /);
  });
});
