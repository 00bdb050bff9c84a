// @vitest-environment happy-dom

import { expect, it } from 'vitest';
import { showLanguage, startTranslations } from '../../../../renderer/i18n.ts';
import { proxyOffers } from '../../../../renderer/views/shell/palette/proxy-offers.tsx';
import { findOffers } from '../../../../renderer/views/shell/palette/search.ts';
import { onlyUsualClasses } from '../../../../shared/model/environment-class.ts';
import { createFakeClient } from '../../fake-client.ts';
import { profileOf } from '../../snapshots.ts';

/** What is looked for behind the name of a proxy, in English and in Spanish, and what is to be found. */
const wanted = [
  ['transformation', 'transformación', 'plan'],
  ['buffer', 'búfer', 'plan'],
  ['remove', 'eliminar', 'edit'],
  ['password', 'contraseña', 'edit'],
  ['tag', 'etiqueta', 'edit'],
] as const;

it.each([
  ['en', 0],
  ['es', 1],
] as const)(
  'what is done with a proxy is found by its usual words in %s',
  async (language, place) => {
    const i18n = startTranslations('en');
    await showLanguage(i18n, language, () => true);
    const profile = profileOf('Madrid');
    const proxy = { profile, kind: 'ready', old: false, paused: false, lock: null, undoable: null };
    const offers = proxyOffers([{ ...proxy, kind: 'ready' }], new Set(), {
      t: i18n.t,
      client: createFakeClient(),
      classes: onlyUsualClasses,
      run: () => undefined,
      undo: async () => undefined,
      pause: () => undefined,
      tellChange: () => '',
    });
    for (const row of wanted) {
      const { parts } = findOffers(`madrid ${row[place]}`, offers, { recent: [], here: null });
      const ids = parts.flatMap((part) => part.offers.map(({ id }) => id));
      expect(ids, row[place]).toEqual([`${row[2]} ${profile.id}`]);
    }
  },
);
