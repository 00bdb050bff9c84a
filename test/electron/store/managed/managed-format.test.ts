import { describe, expect, it } from 'vitest';
import { parseManaged } from '../../../../electron/store/managed/managed-format.ts';
import { strictestPolicy } from '../../../../shared/model/policy.ts';

const a = '0d9f7b5e-6a34-4c8f-9d27-0c2f0f6c9a01';
const b = '0d9f7b5e-6a34-4c8f-9d27-0c2f0f6c9a02';

function parse(more: object) {
  const text = JSON.stringify({
    format: 'spcp-console-managed',
    version: 1,
    organisation: 'Example Corp',
    ...more,
  });
  const read = parseManaged(text, 'managed.json');
  if ('reason' in read) throw new Error(read.reason);
  return read;
}

const profile = (more: object = {}) => ({
  name: 'Madrid',
  host: 'm.example',
  settings: { user: 'ana' },
  ...more,
});

describe('a file of what is managed', () => {
  it('says who, profiles in folders, preferences and a policy', () => {
    const read = parse({
      folders: [
        { id: a, name: 'Spain', parentId: b },
        { id: b, name: 'Europe', settings: { user: 'eva' } },
      ],
      profiles: [profile({ folderId: a, settings: { port: 9091 } })],
      preferences: { language: 'es' },
      policy: { vaults: ['passphrase', 'command'], exportSecrets: false },
    });
    expect(read).toMatchObject({
      organisation: 'Example Corp',
      preferences: { language: 'es' },
      policy: { vaults: ['passphrase', 'command'], exportSecrets: false },
      policyUnclear: false,
      faults: [],
    });
    const [spain] = read.book.folders;
    expect(read.book.profiles).toMatchObject([
      { name: 'Madrid', folderId: spain?.id, settings: { port: 9091 }, tags: '', notes: '' },
    ]);
  });

  it('gives a profile the same id whenever it is read, by its own or else by its name, and never one of the user’s', () => {
    const ids = (more: object) => parse({ profiles: [profile(more)] }).book.profiles[0]?.id;
    expect(ids({})).toBe(ids({ host: 'other.example' }));
    expect(ids({ id: a })).toBe(ids({ id: a, name: 'Renamed' }));
    expect(ids({ id: a })).not.toBe(a);
    expect(ids({})).not.toBe(ids({ name: 'Paris' }));
  });

  it.each([
    ['of another kind', '[]', 'other', ''],
    ['of nothing', '', 'no-json', ''],
    ['that is half written', '{"format": "spcp-console-man', 'no-json', ''],
    ['of an export', '{"format": "spcp-console-profiles", "version": 1}', 'other', ''],
    ['of a later release', '{"format": "spcp-console-managed", "version": 2}', 'newer', '2'],
  ])('is refused as a text %s', (_, text, reason, cause) => {
    expect(parseManaged(text, 'managed.json')).toEqual({ path: 'managed.json', reason, cause });
  });

  it.each<[string, object, string, string]>([
    ['a field that is misspelt', profile({ hots: 'x' }), 'profiles[1].hots', 'unknown'],
    [
      'a setting that is misspelt',
      profile({ settings: { user: 'a', prot: 1 } }),
      'profiles[1].settings.prot',
      'unknown',
    ],
    [
      'a port that cannot be',
      profile({ settings: { user: 'a', port: 0 } }),
      'profiles[1].settings.port',
      'value',
    ],
    ['no host', { name: 'Paris', settings: { user: 'a' } }, 'profiles[1].host', 'missing'],
    [
      'nobody who logs in',
      { name: 'Paris', host: 'p.example' },
      'profiles[1].settings.user',
      'no-user',
    ],
    [
      'a folder that is not there',
      profile({ name: 'Paris', folderId: a }),
      'profiles[1].folderId',
      'no-folder',
    ],
    ['a name that is taken', profile({ name: 'MADRID' }), 'profiles[1]', 'twice'],
    ['an id that is taken', profile({ name: 'Paris', id: b }), 'profiles[1]', 'twice'],
    ['a secret', profile({ name: 'Paris', password: 'secret' }), 'profiles[1].password', 'unknown'],
  ])('leaves out a profile with %s, says where, and keeps the rest', (_, wrong, place, fault) => {
    const read = parse({ profiles: [profile({ id: b }), wrong] });
    expect(read.faults).toEqual([{ place, fault }]);
    expect(read.book.profiles.map(({ name }) => name)).toEqual(['Madrid']);
    expect(read.policy).toEqual({});
  });

  it('leaves out folders that lie in themselves, and what lies in them', () => {
    const read = parse({
      folders: [
        { id: a, name: 'A', parentId: b },
        { id: b, name: 'B', parentId: a },
      ],
      profiles: [profile({ folderId: a }), profile({ name: 'Paris' })],
    });
    expect(read.faults).toEqual([
      { place: 'folders[0].parentId', fault: 'circle' },
      { place: 'folders[1].parentId', fault: 'circle' },
      { place: 'profiles[0].folderId', fault: 'no-folder' },
    ]);
    expect(read.book.profiles.map(({ name }) => name)).toEqual(['Paris']);
    expect(read.book.folders).toEqual([]);
  });

  it('takes lists that are none for nothing, and names a missing organisation', () => {
    const read = parse({ organisation: undefined, profiles: {}, folders: 'x', preferences: [] });
    expect(read.faults).toEqual([
      { place: 'organisation', fault: 'missing' },
      { place: 'folders', fault: 'value' },
      { place: 'profiles', fault: 'value' },
      { place: 'preferences', fault: 'value' },
    ]);
  });

  it('locks the preferences that are right beside those that are not', () => {
    const read = parse({ preferences: { language: 'fr', colorScheme: 'dark', colour: 'red' } });
    expect(read.preferences).toEqual({ colorScheme: 'dark' });
    expect(read.faults).toEqual([
      { place: 'preferences.colour', fault: 'unknown' },
      { place: 'preferences.language', fault: 'value' },
    ]);
  });

  it.each<[string, object, object]>([
    ['is no object', { policy: 'strict' }, strictestPolicy],
    ['has a rule that is misspelt', { policy: { exportSecret: false } }, strictestPolicy],
    ['is itself misspelt', { polcy: { exportSecrets: false } }, strictestPolicy],
    ['names a vault that is not known', { policy: { vaults: ['paper'] } }, strictestPolicy],
    ['has no vault', { policy: { vaults: [] } }, strictestPolicy],
    ['serves metrics by a name', { policy: { metrics: { host: 'all' } } }, strictestPolicy],
    ['misspells where', { policy: { metrics: { prot: 9460 } } }, strictestPolicy],
    [
      'has one rule that is wrong',
      { policy: { vaults: ['command'], exportSecrets: 'no' } },
      { ...strictestPolicy, vaults: ['command'] },
    ],
    [
      'says neither yes nor no of trying transformations',
      { policy: { vaults: ['command'], exportSecrets: true, tryHere: 1 } },
      { ...strictestPolicy, vaults: ['command'], exportSecrets: true },
    ],
    [
      'allows updates from a feed that is wrong',
      { policy: { updates: true, updateFeed: 'http://mirror.example/' } },
      strictestPolicy,
    ],
    [
      'allows updates from a feed that is misspelt',
      { policy: { updates: true, updatefeed: 'https://mirror.example/' } },
      strictestPolicy,
    ],
  ])('is as strict as can be where its policy %s', (_, more, policy) => {
    const read = parse({ ...more, profiles: [profile()] });
    expect(read.policy).toEqual(policy);
    expect(read.policyUnclear).toBe(true);
    expect(read.book.profiles).toHaveLength(1);
  });
});
