import type { Saved } from '../../../shared/model/app-info.ts';
import { longestSavedName, mostSaved } from '../../../shared/model/preference-words.ts';

type List = readonly Saved[];

/** The name as it is kept: without space around it, and no longer than fits. Empty where it is none. */
export function nameOf(typed: string): string {
  return typed.trim().slice(0, longestSavedName).trim();
}

export function isFull(list: List): boolean {
  return list.length >= mostSaved;
}

/** With this one at the end, or in the place of that of the same name. The same list where there is no room. */
export function withSaved(list: List, entry: Saved): List {
  const place = list.findIndex(({ name }) => name === entry.name);
  if (place >= 0) return list.with(place, entry);
  return isFull(list) ? list : [...list, entry];
}

/** Under another name; one that had that name gives way. */
export function withName(list: List, from: string, to: string): List {
  if (from === to) return list;
  return list
    .filter(({ name }) => name !== to)
    .map((entry) => (entry.name === from ? { ...entry, name: to } : entry));
}

export function without(list: List, name: string): List {
  return list.filter((entry) => entry.name !== name);
}

/** With one that was removed where it was before, unless another has its name by now, or its room. */
export function withBack(list: List, entry: Saved, place: number): List {
  if (isFull(list) || list.some(({ name }) => name === entry.name)) return list;
  return list.toSpliced(place, 0, entry);
}
