import { describe, expect, it } from 'vitest';
import { reportSchema } from '../../../shared/model/report.ts';
import { reportCsv } from '../../../shared/report/csv.ts';
import { reportDocument } from '../../../shared/report/document.ts';
import { reportHtml } from '../../../shared/report/html.ts';
import { reportTexts } from '../../../shared/report/texts.ts';
import { speaker } from '../../../shared/texts/say.ts';
import { dayBegins, reportOf, reportProxyOf } from './sample-report.ts';

const hostile = '<script src="//evil.example/x.js">alert(1)</script>';
const upside = `Madrid\u202egpj.exe`;

const htmlOf = (report: ReturnType<typeof reportOf>, locale = 'en'): string => {
  const says = speaker(locale);
  return reportHtml(reportDocument(report, reportTexts(says.language), says));
};

const full = reportOf(
  [reportProxyOf(1, { name: hostile, folder: '"><img src=x onerror=alert(1)>' }), reportProxyOf(2)],
  {
    scope: { kind: 'search', search: "</title><svg onload='alert(1)'>" },
    changes: {
      count: 2001,
      listed: [
        {
          at: dayBegins,
          profileId: reportProxyOf(1).id,
          profileName: upside,
          setting: 'transformation',
          from: null,
          to: 'sed s/<a>/&/\u2066',
          who: '</style><b>root',
          outcome: 'verified',
        },
      ],
    },
    alerts: {
      count: 1,
      open: 1,
      since: null,
      listed: [
        {
          id: 'a0000000-0000-4000-8000-000000000001',
          batch: 'a0000000-0000-4000-8000-000000000002',
          about: {
            kind: 'rule',
            ruleId: 'a0000000-0000-4000-8000-000000000003',
            ruleName: '<iframe>',
            condition: { kind: 'down', seconds: 60 },
            profileId: reportProxyOf(2).id,
            profileName: 'Proxy 2',
            value: null,
            usual: null,
          },
          firedAt: dayBegins,
          acknowledged: { at: dayBegins, by: 'ana', reason: '<!-- ' },
          over: null,
        },
      ],
    },
    odd: [{ id: reportProxyOf(2).id, trait: 'connections', value: 70, usual: 3, score: 9 }],
  },
);

describe('a report as a page of HTML', () => {
  it('makes no markup of what it is told, and shows what nobody sees', () => {
    const html = htmlOf(full);
    const tags = new Set([...html.matchAll(/<([a-z0-9]+)[\s>]/g)].map(([, tag]) => tag));
    for (const tag of ['script', 'img', 'svg', 'iframe', 'b', 'a']) expect(tags).not.toContain(tag);
    expect(html.match(/<\/style>|<\/title>|<!--/g)).toEqual(['</title>', '</style>']);
    expect(html).toContain('&lt;script src=&quot;//evil.example/x.js&quot;&gt;');
    expect(html).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(html).toContain('Madrid&lt;U+202E&gt;gpj.exe');
    expect(html).toContain('sed s/&lt;a&gt;/&amp;/&lt;U+2066&gt;');
  });

  it('loads nothing and runs nothing', () => {
    const html = htmlOf(reportOf([reportProxyOf(1)]));
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'`);
    expect(html).not.toMatch(/\s(src|href)=|url\(|@import|\son\w+=/);
  });

  it('says its language, its title and how the heads repeat in print', () => {
    const spanish = htmlOf(reportOf([reportProxyOf(1)]), 'es-ES');
    expect(spanish).toContain('<html lang="es">');
    expect(spanish).toMatch(/<title>Informe: Carpeta Spain, .* de 2026<\/title>/);
    expect(spanish).toContain('thead { display: table-header-group; }');
    expect(spanish).toContain('95,83');
  });

  it('says of an empty folder that nothing is in it', () => {
    const html = htmlOf(reportOf([]));
    expect(html).toContain('There is no proxy in it.');
    expect(html).not.toContain('<table');
  });

  it('heads each row by the name of the proxy, also where the time stands first', () => {
    const heads = [...htmlOf(full).matchAll(/<th scope="row"><bdi>([^<]*)<\/bdi>/g)].map(
      ([, text]) => text,
    );
    expect(heads).toContain('Madrid&lt;U+202E&gt;gpj.exe');
    expect(heads).toHaveLength(5);
  });

  it('says that only the newest changes are listed', () => {
    expect(htmlOf(full)).toContain('The newest 1 of 2,001.');
  });

  it('never rounds an outage away', () => {
    const nearly = reportProxyOf(1, { availability: 0.999_99 });
    expect(htmlOf(reportOf([nearly]))).toContain('<bdi>99.99%</bdi>');
    expect(htmlOf(reportOf([reportProxyOf(1, { availability: 1 })]))).toContain('<bdi>100%</bdi>');
  });
});

describe('a report as CSV', () => {
  it('has a line for each proxy, of which none is a formula', () => {
    const csv = reportCsv(reportOf([reportProxyOf(1, { name: '=HYPERLINK("x")', bytes: null })]));
    const [head = '', line = ''] = csv.split('\r\n');
    expect(head.split(',').slice(0, 3)).toEqual(['from', 'to', 'proxy']);
    expect(line).toContain(`,"'=HYPERLINK(""x"")",`);
    expect(line).toContain('2026-05-01T00:00:00.000Z,2026-05-02T00:00:00.000Z');
    expect(line.split(',').length).toBe(head.split(',').length);
  });
});

it('is as the contract says', () => {
  expect(() => reportSchema.parse(full)).not.toThrow();
});
