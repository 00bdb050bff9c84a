import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intendedCommand, keptCommand } from '../../../shared/model/intended.ts';
import { intendedTransformationSchema } from '../../../shared/model/intended-schemas.ts';
import { type Intentions, intentionsOf } from '../../../shared/model/intention.ts';
import { profileDraftSchema } from '../../../shared/model/profile.ts';
import { openBook } from '../../../shared/model/profile-book.ts';
import type { OwnSettings, TagIntent } from '../../../shared/model/stored-profile.ts';

const outer = '00000000-0000-4000-8000-000000000001';
const inner = '00000000-0000-4000-8000-000000000002';
const proxy = '00000000-0000-4000-8000-000000000003';
const folder = { colour: 'none', kept: true } as const;

interface Said {
  readonly outer?: OwnSettings;
  readonly inner?: OwnSettings;
  readonly own?: OwnSettings;
  readonly tags?: readonly TagIntent[];
  readonly carried?: string;
}

function intended(said: Said): Intentions {
  const open = openBook({ profiles: [], folders: [], tags: [], classes: [] }, () => inner);
  const user = { user: 'ana' };
  open.putFolder(outer, {
    ...folder,
    name: 'Europe',
    parentId: null,
    settings: { ...user, ...said.outer },
  });
  open.putFolder(inner, { ...folder, name: 'Spain', parentId: outer, settings: said.inner ?? {} });
  const draft = profileDraftSchema.parse({
    name: 'Madrid',
    host: 'a.example',
    user: 'ana',
    folder: 'Europe/Spain',
    tags: said.carried ?? '',
    ...said.own,
  });
  const own = Object.keys(said.own ?? {}) as (keyof OwnSettings)[];
  open.put(proxy, { draft, own });
  const resolved = open.resolved(proxy);
  if (resolved === undefined) throw new Error('no profile');
  return intentionsOf(resolved, said.tags ?? []);
}

const byTag = (tag: string, settings: TagIntent['settings']): TagIntent => ({ tag, settings });

describe('what is intended of a proxy', () => {
  it('is nothing where nobody says it', () => {
    expect(intended({})).toEqual({
      transformation: { kind: 'nothing' },
      bufferSize: { kind: 'nothing' },
    });
  });

  it('is said by itself before the nearest folder, by that before one further out, and by any of them before a tag', () => {
    const tags = [byTag('mail', { intendedTransformation: '=tag', intendedBufferSize: 40 })];
    const all: Said = {
      carried: 'Mail',
      tags,
      outer: { intendedTransformation: '=outer' },
      inner: { intendedTransformation: '=inner' },
      own: { intendedTransformation: '=own' },
    };
    const { own: _own, ...inFolders } = all;
    const { inner: _inner, ...inOuter } = inFolders;
    const { outer: _outer, ...tagged } = inOuter;
    const held = (by: Said) => intended(by).transformation;
    expect(held(all)).toEqual({ kind: 'said', value: 'own', source: { kind: 'own' } });
    const source = { kind: 'folder', id: inner };
    expect(held(inFolders)).toEqual({ kind: 'said', value: 'inner', source });
    expect(held(inOuter)).toMatchObject({ value: 'outer', source: { id: outer } });
    expect(held(tagged)).toMatchObject({ value: 'tag', source: { kind: 'tag', tag: 'mail' } });
    expect(intended(all).bufferSize).toMatchObject({ value: '40', source: { kind: 'tag' } });
  });

  it('can be said to be nothing where a folder intends something', () => {
    const said = { outer: { intendedBufferSize: 4096 }, own: { intendedBufferSize: 0 } };
    expect(intended(said).bufferSize).toEqual({ kind: 'nothing' });
  });

  it('is not chosen between two tags that disagree, and is one where they agree', () => {
    const two = (other: string): Said => ({
      carried: 'mail, eu',
      tags: [
        byTag('mail', { intendedTransformation: '=cat' }),
        byTag('eu', { intendedTransformation: other }),
      ],
    });
    expect(intended(two('none')).transformation).toEqual({
      kind: 'disagree',
      tags: ['mail', 'eu'],
    });
    expect(intended(two('=cat')).transformation).toMatchObject({ kind: 'said', value: 'cat' });
  });
});

describe('an intended transformation', () => {
  it('is kept so that no command is taken for a word', () => {
    const command = fc.string({ minLength: 1, maxLength: 255, unit: 'grapheme-ascii' });
    fc.assert(
      fc.property(fc.option(command), (value) => {
        const kept = keptCommand(value);
        expect(intendedTransformationSchema.safeParse(kept).success).toBe(true);
        expect(intendedCommand(kept)).toBe(value);
      }),
    );
    expect(intendedCommand(keptCommand(undefined))).toBeUndefined();
  });

  it('is refused where a proxy could not be given it', () => {
    for (const kept of ['=', 'cat', '=caf\u00e9', `=${'x'.repeat(256)}`, '=a\nb']) {
      expect(intendedTransformationSchema.safeParse(kept).success).toBe(false);
    }
  });
});
