import { describe, expect, it } from 'vitest';
import {
  byCare,
  classesOf,
  classNamed,
  classOf,
  isGuarded,
  losesTeeth,
  mayHave,
  onlyUsualClasses,
  teethOf,
} from '../../../shared/model/environment-class.ts';
import { deedApproval, touchedBy } from '../../../shared/model/guarded-deed.ts';
import { type Profile, profileSchema } from '../../../shared/model/profile.ts';
import { openBook } from '../../../shared/model/profile-book.ts';
import { emptyBook } from '../../../shared/model/stored-profile.ts';

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const none = { readOnly: false, typed: false, marked: false };
const typed = { ...none, typed: true };
const customer = { name: 'Customer', colour: 'teal', teeth: typed } as const;

const profileOf = (n: number, more: Partial<Profile> = {}): Profile =>
  profileSchema.parse({ id: id(n), name: `p${n}`, host: 'a.example', user: 'ana', ...more });

describe('a class', () => {
  it('that nobody knows counts as production, whatever that asks for', () => {
    expect(classOf(onlyUsualClasses, 'gone').id).toBe('production');
    const weaker = { id: 'production', name: '', colour: 'red', teeth: typed } as const;
    expect(teethOf(classesOf([weaker]), 'gone')).toEqual(typed);
  });

  it('guards a proxy where it asks for something, and where nobody knows it', () => {
    const classes = classesOf([{ ...classOf(onlyUsualClasses, 'staging'), teeth: typed }]);
    const guarded = ['development', 'staging', 'production', 'gone'].map((id) =>
      isGuarded(classes, id),
    );
    expect(guarded).toEqual([false, true, true, true]);
    expect(isGuarded(onlyUsualClasses, 'staging')).toBe(false);
  });

  it('of production asks for something', () => {
    expect(mayHave('production', none)).toBe(false);
    expect(mayHave('production', typed)).toBe(true);
    expect(mayHave('staging', none)).toBe(true);
  });

  it('loses teeth where less is asked for, not where the mark goes', () => {
    expect(losesTeeth(typed, none)).toBe(true);
    expect(losesTeeth({ ...typed, marked: true }, typed)).toBe(false);
    expect(losesTeeth(typed, { ...typed, readOnly: true })).toBe(false);
  });

  it('is found by its name as people read it, and stands by what it asks for', () => {
    const classes = classesOf([{ id: id(9), ...customer }]);
    expect(classNamed(classes, 'CUSTOMER')?.id).toBe(id(9));
    expect(
      classNamed(classes, 'Producción', (each) => `${each}`.replace('production', 'Producción'))
        ?.id,
    ).toBe('production');
    expect(classNamed(classes, 'else')).toBeUndefined();
    expect(byCare(classes).map((each) => each.id)).toEqual([
      'production',
      id(9),
      'staging',
      'development',
    ]);
  });
});

describe('the classes of a book', () => {
  const open = () => {
    const book = openBook(emptyBook, () => id(500));
    book.putClass(id(9), customer);
    book.put(id(1), { draft: profileOf(1, { environment: id(9) }) });
    return book;
  };

  it('keep a name each, which no usual one has, and production its guard', () => {
    const book = open();
    for (const [other, draft] of [
      [id(8), customer],
      [id(8), { ...customer, name: 'Production' }],
      [id(8), { ...customer, name: '' }],
      ['production', { ...customer, name: '', teeth: none }],
    ] as const) {
      expect(() => book.putClass(other, draft)).toThrow(
        expect.objectContaining({ code: 'invalid-input' }),
      );
    }
  });

  it('give what had a removed one another, and take it back where that is still so', () => {
    const book = open();
    book.put(id(2), { draft: profileOf(2, { environment: id(9) }) });
    const gone = book.removeClass(id(9), 'staging');
    expect(book.resolved(id(1))?.profile.environment).toBe('staging');
    book.put(id(2), { draft: profileOf(2, { environment: 'production' }) });
    book.putClassBack(gone);
    expect(book.resolved(id(1))?.profile.environment).toBe(id(9));
    expect(book.resolved(id(2))?.profile.environment).toBe('production');
    expect(() => book.removeClass('production', 'staging')).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
  });

  it('of another book become those of the same name here', () => {
    const book = open();
    const ids = book.addClasses([
      { id: id(7), ...customer, name: 'customer', teeth: none },
      { id: id(6), ...customer, name: 'Lab' },
    ]);
    expect([...ids]).toEqual([
      [id(7), id(9)],
      [id(6), id(6)],
    ]);
    expect(book.classes()).toMatchObject([{ teeth: typed }, { name: 'Lab' }]);
  });
});

describe('a deed', () => {
  const before = profileOf(1, { environment: 'production' });
  const touched = (after: Profile | null) =>
    touchedBy(
      { profiles: new Map([[before.id, before]]), classes: onlyUsualClasses },
      {
        profiles: new Map(after === null ? [] : [[after.id, after]]),
        classes: onlyUsualClasses,
      },
    ).length;

  it('touches a guarded profile that goes, leads elsewhere or is asked for less', () => {
    expect(touched(null)).toBe(1);
    for (const change of [
      { host: 'b.example' },
      { port: 9091 },
      { transport: 'ssh', sshDestination: 'jump' },
      { user: 'eva' },
      { environment: 'staging' },
    ] as const) {
      expect(touched({ ...before, ...change })).toBe(1);
    }
    for (const change of [{ notes: 'x' }, { pollSeconds: 5 }, { environment: 'gone' }]) {
      expect(touched({ ...before, ...change })).toBe(0);
    }
  });

  it('that touches many is approved by the first name and their number', () => {
    expect(deedApproval([{ name: 'Madrid' }, { name: 'Lima' }])).toBe('Madrid 2');
  });
});
