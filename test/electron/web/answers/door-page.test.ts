import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { doorPage } from '../../../../electron/web/answers/door-page.ts';
import { type DoorReason, doorText } from '../../../../electron/web/answers/door-texts.ts';
import { languageOf } from '../../../../electron/web/answers/language.ts';
import { theme } from '../../../../renderer/theme.ts';

const reasons = [
  'no-session',
  'no-key',
  'token-not-valid',
  'other-name',
  'other-place',
  'nothing-kept',
  'no-script',
] as const satisfies DoorReason[];

const styles = readFileSync(new URL('../../../../renderer/styles.css', import.meta.url), 'utf8');

describe('the page before the door', () => {
  it.each([
    ['es-MX,es;q=0.9,en;q=0.8', 'es'],
    ['en-GB,en;q=0.9,es;q=0.8', 'en'],
    ['de-DE,es;q=0.5', 'es'],
    ['de-DE,de', 'en'],
    ['en;q=0.1,es', 'es'],
    ['*', 'en'],
    ['', 'en'],
    [';;q=,', 'en'],
  ] as const)('speaks the language of its reader: %j', (accepted, language) => {
    expect(languageOf({ headers: { 'accept-language': accepted } })).toBe(language);
  });

  it.each(reasons)('says in both languages what to do: %s', (reason) => {
    const en = doorText('en', reason, 1234);
    const es = doorText('es', reason, 1234);
    expect(es.title).not.toBe(en.title);
    expect(es.text).not.toBe(en.text);
    expect(es.steps).toHaveLength(en.steps.length);
    expect(`${en.steps}`).toContain('Enter');
    expect(`${es.steps}`).toContain('Intro');
    for (const { text, steps } of [en, es]) expect(`${text}${steps}`).not.toContain('{');
  });

  it('is one document with one heading, in the language that it says', () => {
    const page = doorPage('es', 'no-session', 1234);
    expect(page).toContain('<html lang="es">');
    expect(page.match(/<h1>/g)).toHaveLength(1);
    expect(page.match(/<main>/g)).toHaveLength(1);
    expect(page).toContain('name="viewport"');
    expect(page).not.toContain('<script');
  });

  it('has the colours of the app', () => {
    const page = doorPage('en', 'no-session', 1234);
    const [light = '', dark = ''] = page.split('prefers-color-scheme: dark');
    const rules = (selector: string) =>
      [...styles.matchAll(new RegExp(`^${selector} \\{([^}]*)\\}`, 'gm'))].map(([, body]) => body);
    const read = (text: string, name: string) => text.match(new RegExp(`${name}: (#\\w+)`))?.[1];
    const rootOf = (scheme: string) =>
      rules(`:root\\[data-mantine-color-scheme="${scheme}"\\]`).join('');
    for (const [part, app] of [
      [light, rules(':root').join('') + rootOf('light')],
      [dark, rootOf('dark')],
    ] as const) {
      expect(read(part, '--surface')).toBe(read(app, '--spcp-surface'));
      expect(read(part, '--border')).toBe(read(app, '--spcp-border'));
      expect(read(part, '--muted')).toBe(read(app, '--spcp-muted'));
      expect(read(part, '--line')).toBe(read(app, '--spcp-line'));
      expect(read(part, '--body')).toBe(read(app, '--mantine-color-body'));
    }
    expect(read(light, '--text')).toBe(read(rootOf('light'), '--mantine-color-text'));
    expect(read(dark, '--text')).toBe(theme.colors?.dark?.[0]);
  });
});
