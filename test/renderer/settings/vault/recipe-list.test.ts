import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { commandOf } from '../../../../renderer/views/settings/vault/choose/command-form.ts';
import {
  recipeNames,
  recipes,
} from '../../../../renderer/views/settings/vault/choose/recipe-list.ts';

const readme = readFileSync(
  fileURLToPath(new URL('../../../../README.md', import.meta.url)),
  'utf8',
);

describe('the recipes of the help', () => {
  it.each(recipeNames)(
    'are those of the README, commands that can be chosen, and answer for one host only: %s',
    (name) => {
      const { ask } = recipes[name];
      expect(readme).toContain(`\`${ask}\``);
      const command = commandOf({ text: ask, timeoutSeconds: 30, cacheMinutes: 0 });
      expect(ask).toContain('{host}');
      expect(command).toMatchObject({ arguments: ask.split(' ') });
    },
  );
});
