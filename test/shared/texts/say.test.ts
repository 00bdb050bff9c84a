import { describe, expect, it } from 'vitest';
import { AppError, errorCodes } from '../../../shared/errors.ts';
import type { ProxyEvent } from '../../../shared/facts/events.ts';
import { languageOf, languages, speaker } from '../../../shared/texts/say.ts';
import { someError } from '../../support/facts.ts';
import { allFacts } from './samples.ts';

const english = speaker('en');
const spanish = speaker('es');

describe.each(languages)('what is said in %s', (language) => {
  const voice = speaker(language);

  it('are whole sentences with every fact in its place', () => {
    for (const { name, sentences } of allFacts) {
      for (const sentence of sentences(voice)) {
        expect(sentence, name).toMatch(/^\S.*[.:?!)…]$|(See|Véase): help$/s);
        expect(sentence, name).not.toMatch(/undefined|null|NaN|\[object|\{\{| {2}|\.\./);
      }
    }
  });

  it('has a few words for each of them', () => {
    for (const { name, titles } of allFacts) {
      for (const title of titles(voice)) expect(title.trim(), name).not.toBe('');
    }
  });
});

describe('the Spanish sentences', () => {
  it('are not the English ones', () => {
    for (const { name, sentences } of allFacts) {
      for (const [i, sentence] of sentences(spanish).entries()) {
        expect(sentence, name).not.toBe(sentences(english)[i]);
      }
    }
  });

  it('address the user as usted', () => {
    const familiar = /\b(tú|tus?|te|ti|puedes|quieres|tienes|debes)\b/iu;
    for (const { name, titles, sentences } of allFacts) {
      for (const text of [...titles(spanish), ...sentences(spanish)])
        expect(text, name).not.toMatch(familiar);
    }
  });
});

describe('an error', () => {
  it('has a message for logs that says in English what happened and what to do', () => {
    for (const code of errorCodes) {
      const error = someError(code) as AppError;
      const { message, remedy } = english.error(error.toValue());
      expect(error.message).toBe(`${message} ${remedy}`);
    }
  });

  it('names its facts', () => {
    const error = new AppError('udp-port-closed', { host: 'proxy.example', udpPort: 9899 });
    const text = english.error(error.toValue());
    expect(text.message).toBe('proxy.example is there, but nothing listens on its UDP port 9899.');
    expect(text.remedy).toContain('net.sctp.udp_port=9899');
  });

  it('names what the protocol and the app have words for in the language', () => {
    const error = new AppError('server-error', {
      where: 'madrid:9090',
      command: 'setBufferSize',
      status: 'invalidArguments',
    }).toValue();
    expect(english.error(error).message).toBe(
      'madrid:9090 answered “set the buffer size” with: invalid arguments.',
    );
    expect(spanish.error(error).message).toBe(
      'madrid:9090 respondió a «fijar el tamaño del búfer» con: argumentos no válidos.',
    );
  });

  it('tells a value that is in force from none, and who set it', () => {
    const message = (expected: string | null, found: string | null, actor: string | null): string =>
      english.error(
        new AppError('not-as-expected', {
          case: 'seen',
          expected,
          found,
          actor,
          own: false,
          changedAt: actor === null ? null : 0,
        }).toValue(),
      ).message;
    expect(message('rev', 'cat', null)).toContain('“cat”, not “rev”: somebody set it');
    expect(message(null, 'cat', 'eva')).toContain('“cat”, not none: eva set it, ');
    expect(message('rev', null, null)).toContain('none, not “rev”');
  });

  it('says the time that was waited in seconds, as the locale writes numbers', () => {
    const error = new AppError('reply-timeout', {
      case: 'request',
      where: 'madrid',
      command: 'user',
      timeoutMs: 2500,
      unacknowledged: false,
    }).toValue();
    expect(english.error(error).message).toContain('2.50 s');
    expect(speaker('es-ES').error(error).message).toContain('2,50 s');
  });

  it('shows what looks like markup or like a place for a fact as it is', () => {
    const error = new AppError('host-not-found', { case: 'unknown', host: '<b>{{port}}$&' });
    expect(english.error(error.toValue()).message).toBe('There is no host called <b>{{port}}$&.');
  });
});

describe('a file that cannot be imported', () => {
  it.each([
    ['other', {}, 'Not an export'],
    ['newer', { version: 2 }, 'Of a newer release'],
    ['damaged', { place: 'profiles.0' }, 'A damaged export'],
    ['circle', { name: 'Europe' }, 'A damaged export'],
  ])('is called what it is: %s', (kind, facts, title) => {
    const error = new AppError('not-an-export', { case: kind, ...facts } as never);
    expect(english.error(error.toValue()).title).toBe(title);
  });
});

describe('an event', () => {
  it('of a proxy that is reached again says since when it was not', () => {
    const connected = (unreachableSince: number | null) =>
      english.event({
        kind: 'connected',
        detail: { transport: 'udp', description: 'a.example:9090', unreachableSince },
      });
    expect(connected(null)).toMatch(/a\.example:9090$/);
    expect(connected(Date.UTC(2026, 0, 2, 12))).toMatch(
      /a\.example:9090; not reached since .*2026/,
    );
  });

  const changed = (detail: Extract<ProxyEvent, { kind: 'changed' }>['detail']): string =>
    english.event({ kind: 'changed', detail });

  it('says from what to what a setting was changed, none included', () => {
    expect(
      changed({
        setting: 'transformation',
        from: null,
        to: 'rev',
        outcome: 'verified',
        who: null,
        shell: null,
        auditId: 1,
      }),
    ).toBe('Transformation: none → rev (Verified)');
  });

  it('says that a buffer size before is not known', () => {
    expect(
      changed({
        setting: 'bufferSize',
        from: null,
        to: '4096',
        outcome: 'unverified',
        who: 'ana',
        shell: 'cli',
        auditId: 1,
      }),
    ).toBe('Buffer size: not known → 4,096 bytes (Accepted, by ana, command line)');
  });

  it('writes out what is not printable', () => {
    const from = 'a\x1b[2J';
    expect(
      changed({
        setting: 'transformation',
        from,
        to: null,
        outcome: 'verified',
        who: null,
        shell: null,
        auditId: 1,
      }),
    ).toContain(String.raw`a\x1b[2J → none`);
  });

  it('says of an alert which number was beyond which limit', () => {
    const beyond = { metric: 'meanDuration', direction: 'above', value: 2.4, limit: 0.5 } as const;
    const detail = { about: 'metric', rule: 'Slow', beyond } as const;
    expect(english.event({ kind: 'alert-fired', detail }).replaceAll('\u00a0', ' ')).toBe(
      'Mean duration (estimate) 2.40 s, above 500 ms (rule “Slow”).',
    );
  });

  it.each(languages)('shows what people typed as they typed it, in %s', (language) => {
    const said = speaker(language).event({
      kind: 'alert-acknowledged',
      detail: { about: 'restarted', rule: 'Señal\u202e', by: 'Jürgen', reason: 'C:\\ñ 日本\u001b' },
    });
    for (const part of ['Señal<U+202E>', 'Jürgen', 'C:\\ñ 日本<U+001B>'])
      expect(said).toContain(part);
  });

  it('tells a disconnection by request from one that happened', () => {
    const lost = (code: 'cancelled' | 'association-lost') =>
      english.event({ kind: 'disconnected', detail: { code } });
    expect(lost('cancelled')).toBe('By request');
    expect(lost('association-lost')).toBe('Connection lost');
  });
});

describe('the event of an edit', () => {
  const changes = [
    { field: 'environment', from: 'development', to: 'production' },
    { field: 'folder', from: '', to: 'eu' },
    { field: 'autoConnect', from: true, to: false },
  ] as const;

  const unsaid = { by: { case: 'unknown' }, folder: '' } as const;

  it.each([
    [
      'en',
      'Environment: Development → Production; Folder: (empty) → eu; Connect when the app starts: on → off; another password',
    ],
    [
      'es',
      'Entorno: Desarrollo → Producción; Carpeta: (vacío) → eu; Conectar al abrir la aplicación: activado → desactivado; otra contraseña',
    ],
  ] as const)('says in the words of the form what was made of what: %s', (language, text) => {
    const detail = { changes: [...changes], passwordChanged: true, ...unsaid };
    expect(speaker(language).event({ kind: 'profile-edited', detail })).toBe(text);
  });

  it.each([
    ['en', 'by ana, web; folder Europe'],
    ['es', 'por ana, web; carpeta Europe'],
  ] as const)('says who edited it, from where, and its folder: %s', (language, text) => {
    const by = { case: 'here', who: 'ana', shell: 'web' } as const;
    const detail = { by, folder: 'Europe' };
    expect(speaker(language).event({ kind: 'profile-added', detail })).toBe(text);
    const edit = { changes: [], passwordChanged: false, ...detail };
    expect(speaker(language).event({ kind: 'profile-edited', detail: edit })).toBe(text);
  });

  it('says nothing of one that version 0.1 left', () => {
    const detail = { changes: [], passwordChanged: false, ...unsaid };
    expect(english.event({ kind: 'profile-edited', detail })).toBe('');
  });
});

describe('a finding', () => {
  it('groups the digits of counters', () => {
    const detail = {
      connections: '12',
      transferredBytes: '1234567',
      accesses: '99',
      roundTripMs: 0.42,
    };
    expect(english.finding({ code: 'metrics-read', detail }).finding).toBe(
      '12 connections, 1,234,567 bytes, 99 accesses; 0.42\u00a0ms for a request.',
    );
  });

  it('says why auto took its way', () => {
    const detail = { auto: true, reason: 'none', udpPort: 9899 } as const;
    expect(english.finding({ code: 'sctp-in-udp', detail }).finding).toContain(
      'the kernel of this machine has no SCTP',
    );
  });
});

describe('a notice', () => {
  it('tells the time of the copy as the locale writes it, and where the damaged file is', () => {
    const restoredFrom = Date.UTC(2026, 4, 17, 10, 42);
    const kept = 'profiles.json.damaged';
    const detail = { file: 'profiles.json', kept, restoredFrom };
    const { text } = english.notice({ code: 'profiles-restored', detail });
    expect(text).toContain(english.format.dateTime(restoredFrom));
    expect(text).toContain(kept);
  });
});

describe('the language', () => {
  it('is that of the locale, and English where it is none that is spoken', () => {
    expect(['es', 'es-MX', 'ES', 'en-GB', 'de', ''].map(languageOf)).toEqual([
      'es',
      'es',
      'es',
      'en',
      'en',
      'en',
    ]);
  });
});
