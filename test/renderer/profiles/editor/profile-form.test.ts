import { describe, expect, it } from 'vitest';
import { languages, startTranslations } from '../../../../renderer/i18n.ts';
import { formFields } from '../../../../renderer/views/profiles/editor/form-fields.ts';
import type { Inheritance } from '../../../../renderer/views/profiles/editor/inheritance.ts';
import {
  emptyForm,
  folderToBe,
  formOf,
  leadsElsewhere,
  type ProfileForm,
  readForm,
  readPlace,
  withHostTakenApart,
} from '../../../../renderer/views/profiles/editor/profile-form.ts';
import { faultOfError, fieldOf } from '../../../../renderer/views/profiles/editor/save-error.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { FolderEntry } from '../../../../shared/ipc/calls/profile.ts';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { profileDraftSchema } from '../../../../shared/model/profile.ts';
import { usualSettings } from '../../../../shared/model/profile-words.ts';
import { someErrorValue } from '../../../support/facts.ts';

const filled = (change: Partial<ProfileForm> = {}): ProfileForm => ({
  ...emptyForm(),
  name: 'Madrid',
  host: 'proxy.example',
  user: 'operator',
  ...change,
});

const faultsOf = (form: ProfileForm) => {
  const read = readForm(form, undefined);
  return 'faults' in read ? read.faults : {};
};

describe('the form of a profile', () => {
  it('begins with the defaults of the schema and wants name, host and user', () => {
    expect(emptyForm()).toMatchObject({ port: 9090, udpPort: 9899, transport: 'auto' });
    expect(faultsOf(emptyForm())).toEqual({
      name: 'required',
      host: 'required',
      user: 'required',
    });
  });

  it('becomes a draft, without the password', () => {
    const read = readForm(filled({ name: '  Madrid ', password: 'secret' }), undefined);
    expect(read).toMatchObject({ value: { name: 'Madrid', port: 9090 }, password: 'secret' });
    expect('value' in read && Object.keys(read.value)).not.toContain('password');
  });

  it('keeps the saved password by sending none', () => {
    expect(readForm(filled(), undefined)).toMatchObject({ password: undefined });
  });

  it.each([
    ['host', { host: 'proxy.example:0' }, 'host'],
    ['host', { host: 'admin:secret@proxy.example' }, 'host'],
    ['name', { name: 'a\u202eb' }, 'hidden'],
    ['folder', { folder: 'a/\u200b' }, 'hidden'],
    ['host', { host: 'two words' }, 'host'],
    ['name', { name: '   ' }, 'required'],
    ['name', { name: 'x'.repeat(81) }, 'long'],
    ['folder', { folder: 'x'.repeat(201) }, 'long'],
    ['port', { port: '' }, 'port'],
    ['port', { port: 70_000 }, 'port'],
    ['port', { port: 90.5 }, 'port'],
    ['udpPort', { udpPort: 0 }, 'port'],
    ['user', { user: 'josé' }, 'ascii'],
    ['user', { user: 'x'.repeat(256) }, 'long'],
    ['password', { password: 'contraseña' }, 'ascii'],
    ['pollSeconds', { pollSeconds: 0.1 }, 'interval'],
    ['pollSeconds', { pollSeconds: '' }, 'interval'],
    ['sshDestination', { transport: 'ssh', sshDestination: ' ' }, 'required'],
    ['sshDestination', { transport: 'ssh', sshDestination: '-oProxyCommand=x' }, 'ssh'],
    ['relayCommand', { relayCommand: 'sócat' }, 'ascii'],
  ] as const)('says at %s what is wrong with %o', (field, change, fault) => {
    expect(faultsOf(filled(change))).toEqual({ [field]: fault });
  });

  it('puts what was pasted around the host into its fields', () => {
    const pasted = filled({ host: ' spcp://ops@[2001:DB8::7]:9091/ ' });
    expect(readForm(pasted, undefined)).toMatchObject({
      value: { host: '2001:db8::7', port: 9091, user: 'ops' },
    });
    expect(withHostTakenApart(filled({ host: 'a:0' }))).toEqual(filled({ host: 'a:0' }));
  });

  it('wants no SSH destination for another way', () => {
    expect(faultsOf(filled({ transport: 'udp', sshDestination: '' }))).toEqual({});
  });

  it('has a field for each of the draft, and the password', () => {
    const draft = Object.keys(profileDraftSchema.shape);
    expect([...formFields].sort()).toEqual([...draft, 'password'].sort());
  });

  it('begins with what is saved, and an empty password', () => {
    expect(formOf(saved({ port: 1234 }))).toEqual(filled({ port: 1234 }));
  });
});

const saved = (more: Partial<ProfileEntry> = {}): ProfileEntry => ({
  ...profileDraftSchema.parse({ name: 'Madrid', host: 'proxy.example', user: 'operator' }),
  id: '7b1c7f4e-0f0f-4f64-9d2d-3f5a2b6f1c11',
  sources: {},
  savedPassword: 'here',
  stockCredentials: false,
  demo: false,
  ...more,
});

describe('the form of a profile with a saved password', () => {
  const moved = filled({ host: 'other.example' });

  it('wants it again where it leads elsewhere, for a save and for a test', () => {
    for (const read of [readForm, readPlace]) {
      expect(read(moved, saved())).toEqual({ faults: { password: 'again' } });
      expect(read({ ...moved, password: 'x' }, saved())).toMatchObject({ password: 'x' });
    }
  });

  it('wants one that is from its folder again too, until the form says that it goes there', () => {
    const inherited = saved({ passwordFrom: 'e', folder: 'EU', sources: { user: 'e' } });
    const there = { ...moved, folder: 'EU' };
    expect(readForm(there, inherited)).toEqual({ faults: { password: 'again' } });
    expect(readForm({ ...there, inheritPassword: true }, inherited)).toHaveProperty('value');
    // Another folder has its own to give or none.
    expect(readForm({ ...there, folder: 'US' }, inherited)).toHaveProperty('value');
    expect(readForm({ ...there, user: 'eva' }, inherited)).toHaveProperty('value');
  });

  it('keeps it where the host is only written another way, or where none is saved', () => {
    expect(readForm(filled({ host: 'PROXY.example.' }), saved())).toHaveProperty('value');
    expect(readForm(moved, saved({ savedPassword: 'none' }))).toHaveProperty('value');
  });
});

describe('a test of the connection', () => {
  it('asks for what says where the proxy is, and for nothing else', () => {
    const form = { ...emptyForm(), pollSeconds: '', name: '', folder: 'x'.repeat(201) };
    expect(readPlace(form, undefined)).toEqual({ faults: { host: 'required', user: 'required' } });
    const place = readPlace({ ...form, host: 'proxy.example', user: 'operator' }, undefined);
    expect(place).toMatchObject({ value: { host: 'proxy.example', port: 9090 } });
    expect(place).not.toHaveProperty('value.name');
  });
});

describe('an error of a save', () => {
  const error = (field: string) =>
    new AppError('invalid-input', { case: 'field', field, rule: 'invalid' }).toValue();

  it('belongs to the field that it names, by whichever part found it', () => {
    expect(fieldOf(error('name'))).toBe('name');
    expect(fieldOf(error('draft.host'))).toBe('host');
    expect(fieldOf(error('place.port'))).toBe('port');
    expect(fieldOf(error('password'))).toBe('password');
  });

  it('belongs to none where it names none of the form', () => {
    expect(fieldOf(error('id'))).toBeNull();
    expect(fieldOf(someErrorValue('storage-full'))).toBeNull();
  });

  it('is about a name that is taken where it says so', () => {
    const name = 'Madrid';
    const detail = { case: 'taken', field: 'name', reason: 'taken', name } as const;
    const taken = new AppError('invalid-input', detail).toValue();
    expect(fieldOf(taken)).toBe('name');
    expect(faultOfError(taken)).toBe('taken');
    expect(faultOfError(error('name'))).toBe('value');
    expect(faultOfError(error('host'))).toBe('value');
  });

  it('is about the password where that is needed again', () => {
    const again = someErrorValue('password-needed-again');
    expect([fieldOf(again), faultOfError(again)]).toEqual(['password', 'again']);
  });
});

describe.each(languages)('the texts of the form in %s', (language) => {
  const { t } = startTranslations(language);

  it.each(formFields)('have a label: %s', (field) => {
    expect(t(`profiles:fields.${field}.label`)).not.toContain('.label');
  });
});

describe('what a connection test found', () => {
  const read = readPlace(filled({ password: 'secret' }), undefined);
  if ('faults' in read) throw new Error('the form is not whole');
  const tested = { place: read.value, password: read.password };
  const elsewhere = (change: Partial<ProfileForm>) =>
    leadsElsewhere(filled({ password: 'secret', ...change }), undefined, tested);

  it('holds while the form leads to the same place, whatever the proxy is called and how it is treated', () => {
    expect(elsewhere({})).toBe(false);
    expect(elsewhere({ name: '', environment: 'production', pollSeconds: 9 })).toBe(false);
  });

  it.each<Partial<ProfileForm>>([
    { host: 'other.example' },
    { host: '' },
    { port: 9091 },
    { user: 'ana' },
    { password: 'other' },
    { transport: 'kernel' },
  ])('is of something else once the form says %o', (change) => {
    expect(elsewhere(change)).toBe(true);
  });
});

describe('the folder whose password a profile is to have', () => {
  const folder = { id: 'f', name: 'Europe', savedPassword: 'here' } as FolderEntry;
  const inheritance: Inheritance = {
    settings: { ...usualSettings, user: 'operator' },
    from: new Map([['user', folder]]),
  };
  const entry = (change: Partial<ProfileEntry> = {}) =>
    ({ ...filled(), id: 'p', sources: {}, savedPassword: 'none', ...change }) as ProfileEntry;
  const under = { sources: { user: 'f' } } as const;

  it('is the one that says who logs in, for one that is new or filed there', () => {
    expect(folderToBe(filled(), undefined, inheritance)).toBe('f');
    expect(folderToBe(filled(), entry(), inheritance)).toBe('f');
    expect(folderToBe(filled({ inheritPassword: true }), entry(under), inheritance)).toBe('f');
  });

  it('is none where the profile has another password, or its own user', () => {
    const own = entry({ savedPassword: 'here' });
    expect(folderToBe(filled(), own, inheritance)).toBeUndefined();
    expect(folderToBe(filled({ password: 'typed' }), undefined, inheritance)).toBeUndefined();
    expect(folderToBe(filled({ user: 'other' }), undefined, inheritance)).toBeUndefined();
  });

  it('is none where a save gives it nothing', () => {
    expect(folderToBe(filled(), entry(under), inheritance)).toBeUndefined();
    const inherited = entry({ ...under, savedPassword: 'here', passwordFrom: 'f' });
    const elsewhere = filled({ host: 'other.example' });
    expect(folderToBe(elsewhere, inherited, inheritance)).toBeUndefined();
  });
});
