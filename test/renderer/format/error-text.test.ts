import { describe, expect, it } from 'vitest';
import { errorText } from '../../../renderer/format/error-text.ts';
import { languages, startTranslations } from '../../../renderer/i18n.ts';
import { errors } from '../../../renderer/locales/en/errors.ts';
import { type ErrorCode, errorCodes } from '../../../shared/errors.ts';

/** All that errors of any code name. */
const allFacts = {
  host: 'proxy.example',
  port: 9090,
  udpPort: 9899,
  where: 'proxy.example:9090',
  name: 'Madrid',
  command: 'setBufferSize',
  status: 'invalidArguments',
  state: 'waiting',
  timeoutMs: 5000,
  field: 'draft.udpPort',
  found: 'cat',
  expected: 'tr a-z A-Z',
  path: '/data/profiles.json',
  version: 9,
  program: 'socat',
  said: 'no route',
  sshDestination: 'jump.example',
};
/** The texts that only an error with this step, setting, rule or reason has. */
const variants = Object.entries(errors)
  .flatMap(([code, entry]) =>
    Object.entries(entry)
      .filter(
        ([part, value]) =>
          !['title', 'message', 'remedy'].includes(part) && typeof value === 'object',
      )
      .map(([variant]) => [code as ErrorCode, variant] as const),
  )
  .filter(([code]) => errorCodes.includes(code));

describe.each(languages)('errors in %s', (language) => {
  const { t } = startTranslations(language);

  it.each(errorCodes)('say what happened and what to do, whatever is known: %s', (code) => {
    for (const detail of [undefined, {}, allFacts]) {
      const text = errorText(t, { code, message: 'for the log', ...(detail && { detail }) });
      for (const part of [text.title, text.message, text.remedy]) {
        expect(part).not.toBe('');
        expect(part).not.toContain('{{');
        expect(part).not.toContain('for the log');
        expect(part).not.toContain('errors:');
      }
    }
  });

  it.each(variants)('say more where more is known: %s, %s', (code, variant) => {
    const plain = errorText(t, { code, message: '' });
    const fact =
      variant === 'console' || variant === 'changed' ? { [variant]: true } : { step: variant };
    const told = errorText(t, { code, message: '', detail: fact });
    expect(told.title).not.toBe(plain.title);
    expect(told.message).not.toBe('');
    expect(told.remedy).not.toBe('');
  });
});

describe('an error', () => {
  const english = startTranslations('en').t;
  const spanish = startTranslations('es').t;

  it('names its facts', () => {
    const text = errorText(english, {
      code: 'udp-port-closed',
      message: '',
      detail: { host: 'proxy.example', port: 9090, udpPort: 9899 },
    });
    expect(text.message).toBe('proxy.example is there, but nothing listens on its UDP port 9899.');
    expect(text.remedy).toContain('net.sctp.udp_port=9899');
  });

  it('names what the protocol and the app have words for in the language', () => {
    const detail = { where: 'madrid:9090', command: 'setBufferSize', status: 'invalidArguments' };
    const error = { code: 'server-error', message: '', detail } as const;
    expect(errorText(english, error).message).toBe(
      'madrid:9090 answered “set the buffer size” with: invalid arguments.',
    );
    expect(errorText(spanish, error).message).toBe(
      'madrid:9090 respondió a «fijar el tamaño del búfer» con: argumentos no válidos.',
    );
  });

  it('tells a value that is in force from none', () => {
    const message = (found: string | null, expected: string | null): string =>
      errorText(english, { code: 'not-as-expected', message: '', detail: { found, expected } })
        .message;
    expect(message('cat', 'rev')).toContain('“cat”, not “rev”');
    expect(message('cat', null)).toContain('no longer none');
    expect(message(null, 'rev')).toContain('None is in force any more');
    expect(message(null, null)).toContain('not the one that was expected');
  });

  it('says the time that was waited in seconds', () => {
    const detail = { where: 'madrid', command: 'user', timeoutMs: 2500 };
    expect(errorText(english, { code: 'reply-timeout', message: '', detail }).message).toContain(
      '2.5 s',
    );
  });

  it('shows what looks like markup as it is', () => {
    const detail = { host: '<b>&amp;' };
    expect(errorText(english, { code: 'host-not-found', message: '', detail }).message).toBe(
      'There is no host called <b>&amp;.',
    );
  });
});
