import { configure } from '@testing-library/dom';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import { languages } from '../../renderer/i18n.ts';
import { loadWhole } from '../../renderer/locales/load.ts';

// A page has loaded its language before it is drawn; tests may start in any.
for (const language of languages) await loadWhole(language);

// Tests of one process share a document: what one drew is gone before the next.
afterEach(() => {
  if (typeof document !== 'undefined') cleanup();
});

// For what hangs: nothing depends on how fast the machine is.
configure({ asyncUtilTimeout: 60_000 });
