import type { EnvironmentClass, Teeth, Tooth } from './environment-class-schema.ts';
import { nameKey } from './name.ts';
import type { Environment } from './profile.ts';
import { type UsualClass, usualClassIds } from './profile-words.ts';

export const toothNames = ['readOnly', 'typed', 'marked'] as const satisfies readonly Tooth[];

/** What a class is called where one name holds in every language, as on the command line: the usual ones by their ids. */
export function plainClassName({ id, name }: Pick<EnvironmentClass, 'id' | 'name'>): string {
  return name === '' ? id : name;
}

/** A class as it is filled in, without an id. */
export type ClassDraft = Omit<EnvironmentClass, 'id'>;

/** Every class there is, by its id; the usual ones are always among them. */
export type Classes = ReadonlyMap<string, EnvironmentClass>;

/** So many of the user's own, far more than people tell apart. */
export const mostClasses = 100;

const noTeeth: Teeth = { readOnly: false, typed: false, marked: false };

/** What the usual classes are until somebody says otherwise. */
export const usualClasses: Readonly<Record<UsualClass, EnvironmentClass>> = {
  development: { id: 'development', name: '', colour: 'none', teeth: noTeeth },
  staging: { id: 'staging', name: '', colour: 'yellow', teeth: noTeeth },
  production: {
    id: 'production',
    name: '',
    colour: 'red',
    teeth: { readOnly: true, typed: true, marked: true },
  },
};

export function isUsualClass(id: string): id is UsualClass {
  return usualClassIds.some((each) => each === id);
}

/** All classes: the usual ones, as `said` has them or as they are from the start, then the others. Of two with one id the last one said counts. */
export function classesOf(...said: readonly (readonly EnvironmentClass[])[]): Classes {
  const all = new Map<string, EnvironmentClass>(Object.entries(usualClasses));
  for (const each of said.flat()) all.set(each.id, each);
  return all;
}

/** The usual classes alone. */
export const onlyUsualClasses: Classes = classesOf();

/**
 * What holds for a proxy of this class. One that nobody knows (of another machine, or removed meanwhile) counts as production, since nobody can tell
 * what it asked for.
 */
export function classOf(classes: Classes, id: Environment): EnvironmentClass {
  return classes.get(id) ?? classes.get('production') ?? usualClasses.production;
}

export function isKnownClass(classes: Classes, id: Environment): boolean {
  return classes.has(id);
}

export function teethOf(classes: Classes, id: Environment): Teeth {
  return classOf(classes, id).teeth;
}

/** Whether anything of these has to be done before a proxy is changed. */
export function isGuarding({ readOnly, typed }: Teeth): boolean {
  return readOnly || typed;
}

/** Whether a proxy of this class is changed only after something was asked for. */
export function isGuarded(classes: Classes, id: Environment): boolean {
  return isGuarding(teethOf(classes, id));
}

/** Whether less is asked for afterwards. A mark asks for nothing. */
export function losesTeeth(before: Teeth, after: Teeth): boolean {
  return (before.readOnly && !after.readOnly) || (before.typed && !after.typed);
}

/** Whether a class may have these: production always asks for something, since what nobody knows counts as production. */
export function mayHave(id: string, teeth: Teeth): boolean {
  return id !== 'production' || isGuarding(teeth);
}

/** The classes in the order of those whose proxies want most care: what asks for most first, then as they were added. */
export function byCare(classes: Classes): readonly EnvironmentClass[] {
  const care = ({ id, teeth }: EnvironmentClass): number =>
    Number(id === 'production') * 16 +
    Number(teeth.readOnly) * 8 +
    Number(teeth.typed) * 4 +
    Number(teeth.marked) * 2 +
    Number(id === 'staging');
  const rank = (each: EnvironmentClass): number => (each.id === 'development' ? -1 : care(each));
  return [...classes.values()].toSorted((a, b) => rank(b) - rank(a));
}

/** The class of an id, or of a name as people read it, `wordOf` for the usual ones; undefined where there is none. */
export function classNamed(
  classes: Classes,
  name: string,
  wordOf: (id: UsualClass) => string = (id) => id,
): EnvironmentClass | undefined {
  const key = nameKey(name);
  const called = ({ id, name: own }: EnvironmentClass): string =>
    isUsualClass(id) ? wordOf(id) : own;
  return (
    classes.get(name) ??
    [...classes.values()].find((each) => nameKey(called(each)) === key || nameKey(each.id) === key)
  );
}
