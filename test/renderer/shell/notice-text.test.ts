import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../renderer/format/format.ts';
import { languages, startTranslations } from '../../../renderer/i18n.ts';
import { noticeText } from '../../../renderer/views/shell/notice-text.ts';
import { type Notice, noticeSchema } from '../../../shared/model/app-info.ts';

const facts = {
  file: 'profiles.json',
  kept: 'profiles.json.damaged',
  restoredFrom: Date.UTC(2026, 4, 17, 10, 42),
  lost: 2,
  mended: 1,
  path: '/data',
  version: 9,
  missed: 40,
  due: 100,
  seconds: 60,
};
const notice = (code: Notice['code'], detail: Notice['detail']): Notice => ({
  id: 'n',
  at: 1,
  code,
  detail,
});

describe.each(languages)('notices in %s', (language) => {
  const { t } = startTranslations(language);
  const format = createFormat(language);

  it.each(noticeSchema.shape.code.options)('say what happened, whatever is known: %s', (code) => {
    for (const detail of [{}, facts]) {
      const { title, text } = noticeText(t, format, notice(code, detail));
      expect(title).not.toContain('notices.');
      expect(text).not.toBe('');
      expect(text).not.toContain('{{');
    }
  });
});

describe('a notice', () => {
  it('tells the time of the copy as the locale writes it, and where the damaged file is', () => {
    const { text } = noticeText(
      startTranslations('en').t,
      createFormat('en'),
      notice('profiles-restored', facts),
    );
    expect(text).toContain(createFormat('en').dateTime(facts.restoredFrom));
    expect(text).toContain('profiles.json.damaged');
  });
});
