import { describe, expect, it } from 'vitest';
import { takeBack } from '../../../../electron/plan/canary/take-back.ts';
import { AppError, type ErrorCode } from '../../../../shared/errors.ts';
import type { AuditEntry, Change } from '../../../../shared/model/change.ts';
import type { PlanStep } from '../../../../shared/model/plan.ts';
import { someError } from '../../../support/facts.ts';
import { auditEntry, madrid } from '../../store/audit-entry.ts';

const plan = '6f1c2d3e-4b5a-4c6d-8e7f-9a0b1c2d3e4f';
const place = '0b0f2f4e-8a53-4f0e-9d0c-0d1f6f2f7b01';
const by = { actor: 'luis', remote: 'Firefox 143', shell: null };

const entry = (id: number, of: Partial<AuditEntry> = {}): AuditEntry => ({
  id,
  ...auditEntry({ plan, ...of }),
});
/** What the step made: the transformation that is there now, or a size of 4096 after one of 1024. */
const made = (of: Partial<AuditEntry> = {}) => entry(7, of);
const sized = (of: Partial<AuditEntry> = {}) =>
  made({ setting: 'bufferSize', before: '1024', requested: '4096', after: null, ...of });
/** An earlier try to take it back. */
const tried = (outcome: AuditEntry['outcome'], of: Partial<AuditEntry> = {}) =>
  entry(8, { undoes: 7, before: 'tr a-z A-Z', requested: null, after: null, outcome, ...of });

interface Given {
  readonly state?: PlanStep['state'];
  readonly guarded?: boolean | undefined;
  readonly approved?: boolean;
  readonly leadsTo?: string;
  /** What the change back comes to. */
  readonly answer?: Partial<AuditEntry> | AppError;
}

async function takenBack(entries: readonly AuditEntry[], given: Given = {}) {
  const { state = 'done', approved = true, leadsTo = place, answer = {} } = given;
  const guarded = 'guarded' in given ? given.guarded : false;
  const [first] = entries;
  const sent: unknown[] = [];
  const none = () => expect.fail('not asked for');
  const step: PlanStep = {
    ...{ profileId: madrid, profileName: 'Madrid', guarded: false, place, state },
    planned: { setting: 'transformation', next: 'tr a-z A-Z' },
    ...{ seen: { value: null, at: 1 }, undoes: null, error: null },
    auditId: first?.id ?? null,
  };
  const change = async (profileId: string, what: Change, why: object) => {
    sent.push([profileId, what, why]);
    if (answer instanceof AppError) throw answer;
    const requested = what.setting === 'transformation' ? what.next : String(what.bytes);
    const row = entry(9, { undoes: 7, requested, after: requested, at: 5, ...answer });
    return { ...row, undoable: false };
  };
  const parts = {
    isGuarded: () => guarded,
    placeOf: () => leadsTo,
    entry: (id: number) => entries.find((each) => each.id === id),
    entriesOf: () => entries,
    change,
    author: () => ({ actor: 'ana', remote: null, shell: null }),
    shell: 'web' as const,
    now: () => 5,
    ...{ readTransformation: none, findOut: none, lastBufferSize: none },
  };
  const { step: after, came } = await takeBack(parts, plan, step, { approved, by });
  return { came, state: after.state, auditId: after.auditId, error: after.error?.code, sent };
}

const readBack = new AppError('not-as-expected', {
  ...{ case: 'seen', expected: 'tr a-z A-Z', found: 'rev' },
  ...{ actor: null, own: false, changedAt: null },
});

describe('a canary that is taken back', () => {
  it.each<[string, readonly AuditEntry[], Given, object]>([
    ['was never changed', [], {}, { came: 'back', state: 'done' }],
    ['is back already', [made()], { state: 'reverted' }, { came: 'back', state: 'reverted' }],
    ['found another value', [made({ outcome: 'conflict' })], {}, { came: 'back' }],
    ['was refused', [made({ outcome: 'refused' })], {}, { came: 'back' }],
    ['was not sent', [made({ outcome: 'not-applied' })], {}, { came: 'back' }],
    ['had it before', [made({ before: 'tr a-z A-Z' })], {}, { came: 'back' }],
    ['is under way still', [made({ outcome: 'begun' })], {}, { came: 'pending' }],
    ['came to nobody knows what', [made({ outcome: 'failed' })], {}, { came: 'pending' }],
    ['was taken back', [made(), tried('verified')], {}, { came: 'back', state: 'reverted' }],
    ['was taken for a conflict', [made(), tried('conflict')], {}, { came: 'cannot' }],
    ['is being taken back', [made(), tried('begun')], {}, { came: 'pending' }],
    ['was perhaps taken back', [made(), tried('failed')], {}, { came: 'pending' }],
  ])('and %s is not changed again', async (_title, entries, given, expected) => {
    const { sent, ...came } = await takenBack(entries, given);
    expect(came).toMatchObject(expected);
    expect(sent).toEqual([]);
  });

  it.each<[string, readonly AuditEntry[], object]>([
    ['a transformation', [made()], { setting: 'transformation', seen: 'tr a-z A-Z', next: null }],
    [
      'what was read back as something else',
      [made({ outcome: 'mismatch', after: 'rev' })],
      { setting: 'transformation', seen: 'rev', next: null },
    ],
    [
      'what an earlier try did not change back',
      [made(), tried('refused')],
      { setting: 'transformation', seen: 'tr a-z A-Z', next: null },
    ],
    ['a size', [sized({ outcome: 'unverified' })], { setting: 'bufferSize', bytes: 1024 }],
    [
      'a size of which nobody knows',
      [sized({ outcome: 'failed' })],
      { setting: 'bufferSize', bytes: 1024 },
    ],
  ])(
    'changes %s to what was there before, on the word of who approved it',
    async (_title, entries, change) => {
      expect(await takenBack(entries)).toEqual({
        ...{ came: 'back', state: 'reverted', auditId: 9, error: undefined },
        sent: [[madrid, change, { undoes: 7, plan, by }]],
      });
    },
  );

  it.each<[string, readonly AuditEntry[], Given, object]>([
    [
      'whose size before nobody knows',
      [sized({ outcome: 'unverified', before: null })],
      {},
      { came: 'cannot', state: 'done', error: 'unsupported' },
    ],
    ['whose profile is gone', [made()], { guarded: undefined }, { came: 'cannot', state: 'gone' }],
    [
      'that is guarded, and was not approved',
      [made()],
      { guarded: true, approved: false },
      { came: 'cannot', error: 'read-only' },
    ],
    [
      'whose profile leads elsewhere by now',
      [made()],
      { leadsTo: madrid },
      { came: 'cannot', error: 'unsupported' },
    ],
  ])(
    'stays as it is where it is one %s, and nothing is sent',
    async (_title, entries, given, expected) => {
      const { sent, ...came } = await takenBack(entries, given);
      expect(came).toMatchObject(expected);
      expect(sent).toEqual([]);
    },
  );

  it('is changed back where it is guarded, and that was approved', async () => {
    const { came, sent } = await takenBack([made()], { guarded: true });
    expect([came, sent.length]).toEqual(['back', 1]);
  });

  it.each<[Given['answer'], string, PlanStep['state'], ErrorCode]>([
    [readBack, 'cannot', 'conflict', 'not-as-expected'],
    [{ outcome: 'mismatch', after: 'cat' }, 'cannot', 'conflict', 'not-as-expected'],
    ...(
      [
        'not-connected',
        'association-lost',
        'reply-timeout',
        'protocol-error',
        'relay-failed',
        'cancelled',
        'outcome-unknown',
        'storage-full',
        'storage-failed',
      ] as const
    ).map((code): [AppError, string, PlanStep['state'], ErrorCode] => [
      someError(code),
      ...(['pending', 'done', code] as const),
    ]),
    [someError('server-error'), 'cannot', 'done', 'server-error'],
    [someError('not-found'), 'cannot', 'gone', 'not-found'],
  ])(
    'is tried again only where what kept it may pass: %o is %s',
    async (answer, came, state, error) => {
      expect(await takenBack([made()], { answer })).toMatchObject({
        came,
        state,
        error,
        auditId: 7,
      });
    },
  );
});
