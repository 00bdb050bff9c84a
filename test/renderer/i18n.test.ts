import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { root } from '../../build/tool.ts';
import { showLanguage, startTranslations } from '../../renderer/i18n.ts';

describe('the language of a window', () => {
  it('is changed to another one with all of its texts', async () => {
    const i18n = startTranslations('en');
    expect(i18n.t('close')).toBe('Close');
    await showLanguage(i18n, 'es', () => true);
    expect(i18n.t('close')).toBe('Cerrar');
    expect(i18n.resolvedLanguage).toBe('es');
  });

  it('stays where another was wanted while one was loaded', async () => {
    const i18n = startTranslations('en');
    await showLanguage(i18n, 'es', () => false);
    expect(i18n.language).toBe('en');
  });

  it('writes numbers in texts as its reader does, in every text', async () => {
    const i18n = startTranslations('en');
    expect(i18n.t('profiles:list.shown', { shown: 1043, all: 12_000 })).toBe(
      '1,043 of 12,000 profiles',
    );
    expect(i18n.t('profiles:udpPort', { port: '9899' })).toBe('UDP port 9899');
    await showLanguage(i18n, 'es', () => true);
    expect(i18n.t('profiles:list.shown', { shown: 43, all: 12_000 })).toBe('43 de 12.000 perfiles');
  });

  it('is loaded alone: no file of the window but the one that loads them names a catalogue', () => {
    const sources = readdirSync(`${root}/renderer`, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.tsx?$/.test(file) && !file.startsWith('locales/'),
    );
    const naming = sources.filter((file) =>
      /from '[^']*(texts\/(say|en|es)[./]|locales\/e[ns]\/|shared\/errors\.ts)/.test(
        readFileSync(`${root}/renderer/${file}`, 'utf8').replaceAll(/import type [^;]*;/g, ''),
      ),
    );
    expect(naming).toEqual([]);
  });
});
