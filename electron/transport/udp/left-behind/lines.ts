import { z } from 'zod';
import type { Boot } from './boot.ts';
import { type OpenAssociation, openAssociationSchema } from './open-association.ts';

/** More than a console has; what is open beyond that is not noted. */
export const mostOpen = 20_000;

/** Of one proxy at one place: a console has one, and after several kills some more that nobody could end. */
const mostOfOnePlace = 8;

/**
 * So long after its last sign of life nothing of a console is left to end, seconds: a Linux peer gives an association up after eleven heartbeats
 * without an answer (RFC 9260 section 8.1), each 30 s and a retransmission timeout of up to a minute after the one before.
 */
const longestLeft = 15 * 60;

const number = z.int().nonnegative();
const headSchema = z.tuple([z.literal('spcp-associations'), z.literal(1), z.string().max(64)]);
const openSchema = z.tuple([z.literal('+'), number, openAssociationSchema]);
const otherSchema = z.tuple([z.enum(['-', '=']), number]);

/** Characters; more than any line of a record has. */
const longestLine = 1024;

/** Lines of the record, each with its line break. */
export const lines = {
  /** The first: of which start of the machine all the others are. */
  head: ({ id }: Boot): string => line(['spcp-associations', 1, id]),
  open: (of: number, association: OpenAssociation): string => line(['+', of, association]),
  ended: (of: number): string => line(['-', of]),
  /** The console was there then. */
  alive: ({ seconds }: Boot): string => line(['=', seconds()]),
};

function line(content: unknown): string {
  return `${JSON.stringify(content)}\n`;
}

/**
 * The associations that a record says are open; none where it is of another start of the machine, or too old. The text is anybody's: what is no
 * line of a record is passed over, as is the last one where a kill cut it off.
 */
export function readLines(text: string, boot: Boot): readonly OpenAssociation[] {
  const [first = '', ...rest] = text.split('\n').slice(0, -1);
  const head = headSchema.safeParse(parsed(first));
  if (!head.success || head.data[2] !== boot.id) return [];
  const open = new Map<number, OpenAssociation>();
  let alive = Number.NEGATIVE_INFINITY;
  for (const each of rest) {
    const content = parsed(each);
    if (each.startsWith('["+"')) {
      const { data } = openSchema.safeParse(content);
      if (data !== undefined && open.size < mostOpen) open.set(data[1], data[2]);
      continue;
    }
    const [kind, value = 0] = otherSchema.safeParse(content).data ?? [];
    if (kind === '=') alive = Math.max(alive, value);
    if (kind === '-') open.delete(value);
  }
  const silent = boot.seconds() - alive;
  return silent < 0 || silent > longestLeft ? [] : withoutRepeats(open.values());
}

/** Each once, and of one place some. */
function withoutRepeats(all: Iterable<OpenAssociation>): readonly OpenAssociation[] {
  const once = new Map<string, OpenAssociation>();
  const atPlace = new Map<string, number>();
  for (const association of all) {
    const { address, udpPort, port, fromPort, tag } = association;
    const place = JSON.stringify([address, udpPort, port]);
    const key = JSON.stringify([place, fromPort, tag]);
    const count = atPlace.get(place) ?? 0;
    if (once.has(key) || count >= mostOfOnePlace) continue;
    atPlace.set(place, count + 1);
    once.set(key, association);
  }
  return [...once.values()];
}

function parsed(text: string): unknown {
  if (text.length > longestLine) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
