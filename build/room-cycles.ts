/** A source and what it imports, as paths from the root. */
export interface Source {
  readonly source: string;
  readonly imports: readonly string[];
}

/** An import that is part of a way from a room back to itself. */
export interface CyclicImport {
  readonly from: string;
  readonly to: string;
}

/** The folders whose folders are rooms: among the rooms of each no way may lead back. Files beside the rooms belong to none. */
export const houses = ['electron', 'shared', 'renderer', 'renderer/views'];

/**
 * Rooms that may lead to each other. What is said of an error is said in the model's terms, and states of the model hold errors: the two are
 * one vocabulary, and no file of either needs itself.
 */
const together: readonly (readonly string[])[] = [['shared/facts', 'shared/model']];

/** The room of a house in which a file lies; null where it lies in none. */
function roomIn(house: string, file: string): string | null {
  if (!file.startsWith(`${house}/`)) return null;
  const [room, ...rest] = file.slice(house.length + 1).split('/');
  return room === undefined || rest.length === 0 ? null : `${house}/${room}`;
}

/** Every import from one room of `house` to another that leads back to it, over whichever rooms. Cycles of files are no matter of it. */
export function cyclicImports(house: string, sources: readonly Source[]): readonly CyclicImport[] {
  const arrows = sources.flatMap(({ source, imports }) =>
    imports.flatMap((target) => {
      const [from, to] = [roomIn(house, source), roomIn(house, target)];
      if (from === null || to === null || from === to) return [];
      const known = together.some((rooms) => rooms.includes(from) && rooms.includes(to));
      return known ? [] : [{ from, to, source, target }];
    }),
  );
  const next = Map.groupBy(arrows, ({ from }) => from);
  const reached = (start: string): ReadonlySet<string> => {
    const rooms = new Set([start]);
    // What is added while it is walked is walked too.
    for (const room of rooms) for (const { to } of next.get(room) ?? []) rooms.add(to);
    return rooms;
  };
  const ways = new Map([...new Set(arrows.map(({ to }) => to))].map((to) => [to, reached(to)]));
  return arrows
    .filter(({ from, to }) => ways.get(to)?.has(from))
    .map(({ source, target }) => ({ from: source, to: target }));
}
