import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeFields } from '../../../shared/model/place-fields.ts';
import { type ProfileDraft, profileDraftSchema } from '../../../shared/model/profile.ts';
import {
  changedFields,
  type DraftValues,
  draftFields,
  mergeEdits,
} from '../../../shared/model/profile-merge.ts';

const base = profileDraftSchema.parse({ name: 'Madrid', host: 'a.example', user: 'ana' });
const edit = (more: Partial<ProfileDraft>): ProfileDraft => ({ ...base, ...more });

/** Few values for each field, so that two edits meet often. */
const drafts: fc.Arbitrary<ProfileDraft> = fc.record({
  name: fc.constantFrom('Madrid', 'Lima', 'Rome'),
  host: fc.constantFrom('a.example', 'b.example'),
  port: fc.constantFrom(9090, 9091),
  transport: fc.constantFrom('auto', 'udp', 'ssh'),
  udpPort: fc.constantFrom(9899, 9900),
  sshDestination: fc.constantFrom('', 'jump.example'),
  relayCommand: fc.constantFrom('socat', 'ncat'),
  user: fc.constantFrom('ana', 'eva'),
  environment: fc.constantFrom('development', 'production'),
  folder: fc.constantFrom('', 'eu', 'us'),
  tags: fc.constantFrom('', 'mail'),
  notes: fc.constantFrom('', 'ask Ana'),
  colour: fc.constantFrom('none', 'red'),
  favourite: fc.boolean(),
  pollSeconds: fc.constantFrom(1, 2),
  autoConnect: fc.boolean(),
  intendedTransformation: fc.constantFrom('', 'none', '=cat'),
  intendedBufferSize: fc.constantFrom(0, 4096),
});

describe('two edits of one profile', () => {
  it('are both kept where they do not touch', () => {
    const mine = edit({ host: 'b.example' });
    const theirs = edit({ folder: 'eu', pollSeconds: 5 });
    expect(mergeEdits(base, mine, theirs)).toEqual({
      merged: edit({ host: 'b.example', folder: 'eu', pollSeconds: 5 }),
      conflicts: [],
    });
  });

  it('agree where they made the same of a field', () => {
    const both = edit({ name: 'Lima' });
    expect(mergeEdits(base, both, both)).toEqual({ merged: both, conflicts: [] });
  });

  it('touch where they made different things of a field: both values are told', () => {
    const { conflicts } = mergeEdits(base, edit({ folder: 'eu' }), edit({ folder: 'us' }));
    expect(conflicts).toEqual([{ field: 'folder', mine: 'eu', theirs: 'us' }]);
  });

  it('touch where each changed another part of the address', () => {
    const { conflicts } = mergeEdits(base, edit({ host: 'b.example' }), edit({ port: 9091 }));
    expect(conflicts).toEqual([
      { field: 'host', mine: 'b.example', theirs: 'a.example' },
      { field: 'port', mine: 9090, theirs: 9091 },
    ]);
  });

  it('touch where one moved the profile and the other typed a password for where it was', () => {
    const theirs = edit({ host: 'b.example' });
    expect(mergeEdits(base, base, theirs).conflicts).toEqual([]);
    expect(mergeEdits(base, base, theirs, { withPassword: true }).conflicts).toEqual([
      { field: 'host', mine: 'a.example', theirs: 'b.example' },
    ]);
  });

  it('take a number that is typed for the number', () => {
    const form = { ...base, port: '9090' };
    const { merged } = mergeEdits<DraftValues>(base, form, edit({ folder: 'eu' }));
    expect(changedFields(base, merged)).toEqual(new Set(['folder']));
  });
});

describe('any two edits of any profile', () => {
  const three = fc.tuple(drafts, drafts, drafts);

  it('lose nothing: each field of the merge is a value that one of them gave it, or both left', () => {
    fc.assert(
      fc.property(three, ([origin, mine, theirs]) => {
        const { merged, conflicts } = mergeEdits(origin, mine, theirs);
        const open = new Set(conflicts.map(({ field }) => field));
        for (const field of draftFields) {
          const byMe = mine[field] !== origin[field];
          const byThem = theirs[field] !== origin[field];
          const expected = byMe || open.has(field) ? mine[field] : theirs[field];
          expect(merged[field]).toBe(expected);
          // Nobody's change is taken back without a word.
          if (byThem && !open.has(field)) expect(merged[field]).toBe(theirs[field]);
        }
      }),
    );
  });

  it('conflict in the same fields whoever comes first, and merge into the same where they do not', () => {
    fc.assert(
      fc.property(three, ([origin, mine, theirs]) => {
        const there = mergeEdits(origin, mine, theirs);
        const back = mergeEdits(origin, theirs, mine);
        expect(back.conflicts.map(({ field }) => field)).toEqual(
          there.conflicts.map(({ field }) => field),
        );
        if (there.conflicts.length === 0) expect(back.merged).toEqual(there.merged);
      }),
    );
  });

  it('lead to a place that one of them chose', () => {
    const placeOf = (draft: ProfileDraft) => placeFields.map((field) => draft[field]).join(' ');
    fc.assert(
      fc.property(three, fc.boolean(), ([origin, mine, theirs], withPassword) => {
        const { merged, conflicts } = mergeEdits(origin, mine, theirs, { withPassword });
        if (conflicts.length > 0) return;
        expect([mine, theirs].map(placeOf)).toContain(placeOf(merged));
        if (withPassword) expect(placeOf(merged)).toBe(placeOf(mine));
      }),
    );
  });

  it('are done once mine is saved upon theirs: a decided conflict does not come back', () => {
    fc.assert(
      fc.property(three, ([origin, mine, theirs]) => {
        const { merged } = mergeEdits(origin, mine, theirs);
        expect(mergeEdits(theirs, merged, theirs)).toEqual({ merged, conflicts: [] });
      }),
    );
  });
});
