import { expect, it } from 'vitest';
import { startTranslations } from '../../../../renderer/i18n.ts';
import { rowWords } from '../../../../renderer/views/profiles/list/row-words.ts';
import { onlyUsualClasses } from '../../../../shared/model/environment-class.ts';
import type { Format } from '../../../../shared/texts/format.ts';

it('says of each what the texts say, also where a name looks like a pattern', () => {
  const { t } = startTranslations('en');
  const words = rowWords(t, {} as Format, false, onlyUsualClasses);
  for (const name of ['Madrid', '$& $1 {{name}}', '']) {
    expect(words.edit(name)).toBe(`Edit ${name}`);
    expect(words.remove(name)).toBe(`Remove ${name}`);
  }
  expect(words.seconds('0.5')).toBe('0.5 s');
  expect(words.passwords.none).toBe(t('profiles:password.none'));
  expect(words.asked).toBeNull();
  expect(rowWords(t, {} as Format, true, onlyUsualClasses).asked).toBe(t('vault:command.asked'));
  expect(words.classOf('production').name).toBe(t('environments.production'));
});
