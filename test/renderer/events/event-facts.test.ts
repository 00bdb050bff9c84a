import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../renderer/format/format.ts';
import { languages, startTranslations } from '../../../renderer/i18n.ts';
import { eventFacts } from '../../../renderer/views/events/event-facts.ts';
import { ofKinds } from '../../../renderer/views/events/event-filter.ts';
import { eventKinds, type ProxyEvent } from '../../../shared/model/event.ts';
import { profileDraftSchema } from '../../../shared/model/profile.ts';
import { detailOfEdit } from '../../../shared/model/profile-changes.ts';

const event = (kind: ProxyEvent['kind'], detail: ProxyEvent['detail'] = {}): ProxyEvent => ({
  id: 1,
  at: 1,
  profileId: '7b1c7f4e-0f0f-4f64-9d2d-3f5a2b6f1c11',
  profileName: 'Madrid',
  kind,
  detail,
});

describe.each(languages)('events in %s', (language) => {
  const { t } = startTranslations(language);
  const format = createFormat(language);

  it.each(eventKinds)('have a name, and say nothing half when facts are missing: %s', (kind) => {
    expect(t(`events:kinds.${kind}`)).not.toContain('kinds.');
    expect(eventFacts(t, format, event(kind))).not.toContain('{{');
  });
});

describe('the facts of an event', () => {
  const { t } = startTranslations('en');
  const format = createFormat('en');

  it('say from what to what a setting was changed, none included', () => {
    const detail = { setting: 'transformation', from: null, to: 'rev', outcome: 'verified' };
    expect(eventFacts(t, format, event('changed', detail))).toBe(
      'Transformation: none → rev (Verified)',
    );
  });

  it('say that a buffer size before is not known', () => {
    const detail = { setting: 'bufferSize', from: null, to: '4096', outcome: 'unverified' };
    expect(eventFacts(t, format, event('changed', detail))).toBe(
      'Buffer size: not known → 4,096 bytes (Accepted)',
    );
  });

  it('write out what is not printable', () => {
    const detail = { setting: 'transformation', from: 'a\x1b[2J', to: null, outcome: 'verified' };
    expect(eventFacts(t, format, event('changed', detail))).toContain(String.raw`a\x1b[2J → none`);
  });

  it('tell a disconnection by request from one that happened', () => {
    expect(eventFacts(t, format, event('disconnected', { code: 'cancelled' }))).toBe('By request');
    const lost = eventFacts(t, format, event('disconnected', { code: 'association-lost' }));
    expect(lost).toBe(t('errors:association-lost.title'));
  });

  it('say which part of a login was refused', () => {
    const refused = event('login-refused', { where: 'proxy.example:9090', step: 'password' });
    expect(eventFacts(t, format, refused)).toBe('proxy.example:9090 refused the password.');
  });
});

describe('the facts of an edit', () => {
  const before = profileDraftSchema.parse({ name: 'Madrid', host: 'a', user: 'ana' });
  const after = { ...before, environment: 'production', autoConnect: false, folder: 'eu' } as const;

  it.each([
    [
      'en',
      'Environment: Development → Production; Folder: (empty) → eu; Connect when the app starts: on → off; another password',
    ],
    [
      'es',
      'Entorno: Desarrollo → Producción; Carpeta: (vacío) → eu; Conectar al abrir la aplicación: activado → desactivado; otra contraseña',
    ],
  ] as const)('say in the words of the form what was made of what: %s', (language, text) => {
    const edited = event('profile-edited', detailOfEdit(before, after, true));
    expect(eventFacts(startTranslations(language).t, createFormat(language), edited)).toBe(text);
  });

  it('are none of an event that an older release left', () => {
    const { t } = startTranslations('en');
    expect(eventFacts(t, createFormat('en'), event('profile-edited'))).toBe('');
  });
});

describe('the filter by kind', () => {
  it('shows all where none is chosen, else the chosen ones', () => {
    const events = [event('connected'), event('changed'), event('restarted')];
    expect(ofKinds(events, [])).toEqual(events);
    expect(ofKinds(events, ['changed', 'restarted'])).toEqual(events.slice(1));
  });
});
