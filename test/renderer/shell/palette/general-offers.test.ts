// @vitest-environment happy-dom

import { describe, expect, it } from 'vitest';
import { showLanguage, startTranslations } from '../../../../renderer/i18n.ts';
import { pages } from '../../../../renderer/pages.tsx';
import { generalOffers } from '../../../../renderer/views/shell/palette/general-offers.tsx';
import { findOffers } from '../../../../renderer/views/shell/palette/search.ts';
import { preferencesSchema } from '../../../../shared/model/app-info.ts';
import { onlyUsualClasses } from '../../../../shared/model/environment-class.ts';
import { createFakeClient } from '../../fake-client.ts';

/** What is looked for, and what is to be found for it, in English and in Spanish. */
const wanted = [
  ['export', 'exportar', 'export'],
  ['backup', 'copia de seguridad', 'export'],
  ['import', 'importar', 'import'],
  ['vault', 'bóveda', 'passwords'],
  ['passwords', 'contraseñas', 'passwords'],
  ['lock now', 'bloquear ahora', 'vault'],
  ['folders', 'carpetas', 'folders'],
  ['classes', 'clases', 'folders'],
  ['plans', 'planes', 'page plans'],
  ['canary', 'canario', 'page plans'],
  ['audit', 'registro', 'page audit'],
  ['who changed', 'quién cambió', 'page audit'],
  ['dashboard', 'tablero', 'page board'],
  ['graphs', 'gráficos', 'page compare'],
  ['alerts', 'alertas', 'page events'],
  ['preferences', 'preferencias', 'page settings'],
  ['new proxy', 'añadir proxy', 'add'],
  ['full screen', 'pantalla completa', 'wall'],
  ['second tab', 'segunda pestaña', 'new window'],
  ['theme', 'tema', 'dark'],
  ['spanish', 'español', 'es'],
  ['english', 'inglés', 'en'],
  ['hotkeys', 'teclas', 'shortcuts'],
  ['delete', 'eliminar', 'page profiles'],
  ['tag', 'etiqueta', 'page profiles'],
  ['stop plan', 'detener plan', 'page plans'],
  ['retry', 'reintentar', 'page plans'],
  ['rollback', 'revertir', 'page plans'],
  ['saved commands', 'comandos guardados', 'page plans'],
  ['intended', 'previsto', 'page drift'],
  ['adopt', 'adoptar', 'page drift'],
  ['conflict', 'conflicto', 'page drift'],
  ['alarms', 'alarmas', 'page alerts'],
  ['maintenance', 'mantenimiento', 'page alerts'],
  ['acknowledge', 'atender', 'page alerts'],
  ['verify', 'verificar', 'page audit'],
  ['policy', 'política', 'page settings'],
  ['logout', 'cerrar sesión', 'page settings'],
  ['environment', 'entorno', 'page settings'],
  ['jump host', 'equipo de salto', 'page consoles'],
  ['console lisboa', 'consola lisboa', 'console 1'],
  ['ops@lis', 'ops@lis', 'console 1'],
  ['console this machine', 'consola este equipo', 'console here'],
  ['enter password', 'introducir contraseña', 'passwords'],
] as const;

describe.each([
  ['en', 0],
  ['es', 1],
] as const)('what the palette offers in general in %s', (language, place) => {
  it('is found by its usual words', async () => {
    const i18n = startTranslations('en');
    await showLanguage(i18n, language, () => true);
    const { t } = i18n;
    const offers = generalOffers([], {
      t,
      client: createFakeClient(),
      classes: onlyUsualClasses,
      run: () => undefined,
      undo: async () => undefined,
      pause: () => undefined,
      tellChange: () => '',
      preferences: preferencesSchema.parse({}),
      setPreferences: () => undefined,
      vault: 'unlocked',
      consoles: [
        { id: '1', name: 'Lisboa', sshDestination: 'ops@lis' },
        { id: '2', name: 'Madrid', sshDestination: 'ops@mad' },
      ],
      consoleHere: '2',
    });
    const idsFor = (query: string): string[] =>
      findOffers(query, offers, { recent: [], here: null }).parts.flatMap((part) =>
        part.offers.map(({ id }) => id),
      );
    for (const row of wanted) expect(idsFor(row[place]), row[place]).toContain(row[2]);
    // The one that the window shows leads nowhere.
    expect(idsFor('Madrid')).toEqual([]);
    for (const { key, icon } of pages) {
      if (icon !== undefined) expect(idsFor(t(`pages.${key}`)), key).toContain(`page ${key}`);
    }
  });
});
