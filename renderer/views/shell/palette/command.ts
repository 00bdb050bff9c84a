import type { ReactNode } from 'react';

/** Something that the palette can do, as it is shown. */
export interface Command {
  readonly label: string;
  readonly description?: string;
  readonly sign: ReactNode;
  /** What has to be typed before it is done: the name of a proxy that it changes and whose class wants it. */
  readonly confirm?: string;
  run(confirmName?: string): void;
}

/** The parts of the palette, in their order where nothing is searched for. */
export const sections = [
  'recent',
  'here',
  'favourites',
  'opened',
  'pages',
  'commands',
  'proxies',
] as const;
export type Section = (typeof sections)[number];

/** A proxy as it is found: by words of its name, or of what else is known of it. Both as `searchKey` makes them. */
export interface Subject {
  readonly id: string;
  readonly name: string;
  readonly about: string;
}

/** Something that the palette can do, as it is found. What is shown is made of the few that are. */
export interface Offer {
  /** The same in every window and on every day, so that it can be remembered. */
  readonly id: string;
  readonly section: Exclude<Section, 'recent' | 'here'>;
  /** What it does, as `searchKey` makes it. */
  readonly words: string;
  /** Of which proxy it is; null where it is of none. */
  readonly subject: Subject | null;
  /** It takes something away or gives a lock away: never what Enter does unless it was chosen, or nothing else was meant. */
  readonly careful: boolean;
  /** Why who sits here may not do it. */
  readonly refused?: string;
  make(): Command;
}
