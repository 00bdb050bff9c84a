import { z } from 'zod';
import type { Boot } from './boot.ts';
import { type OpenAssociation, openAssociationSchema } from './open-association.ts';
import type { Origin } from './origin.ts';

/** More than a console has; what is open beyond that is not noted. */
export const mostOpen = 20_000;

/** Lines that are added before the record is written anew, beside two for each that is open. */
export const slack = 4096;

/** No record has more; the last addition brings a sign of life beyond what was counted. */
const mostLines = 2 * mostOpen + slack + 1;

/** Of one proxy at one place: a console has one, and after several kills some more that nobody could end. */
const mostOfOnePlace = 8;

/**
 * So long after its last sign of life nothing of a console is left to end, seconds: a Linux peer gives an association up after eleven heartbeats
 * without an answer (RFC 9260 section 8.1), each 30 s and a retransmission timeout of up to a minute after the one before.
 */
const longestLeft = 15 * 60;

const number = z.int().nonnegative();
const name = z.string().max(256);
const writerSchema = z.strictObject({
  pid: z.int().positive(),
  kernel: name.nullable(),
  started: name.nullable(),
});
/** Format 1 did not say where it lay, nor who wrote it. */
const headSchema = z.tuple([
  z.literal('spcp-associations'),
  z.literal(2),
  name,
  name,
  writerSchema,
]);
const openSchema = z.tuple([z.literal('+'), number, openAssociationSchema]);
const otherSchema = z.tuple([z.enum(['-', '=']), number]);

/** Characters; more than any line of a record has. */
const longestLine = 1024;

/** Lines of the record, each with its line break. */
export const lines = {
  /** The first: of which start of the machine, of which folder and of whom all the others are. */
  head: ({ boot, folder, writer: { pid, kernel, started } }: Origin): string =>
    line(['spcp-associations', 2, boot.id, folder, { pid, kernel, started }]),
  open: (of: number, association: OpenAssociation): string => line(['+', of, association]),
  ended: (of: number): string => line(['-', of]),
  /** The console was there then. */
  alive: ({ seconds }: Boot): string => line(['=', seconds()]),
};

function line(content: unknown): string {
  return `${JSON.stringify(content)}\n`;
}

/**
 * The associations that a record says are open, for whoever finds it `here`; none where it is of another start of the machine or too old, where it was
 * written elsewhere, as a copy was, or where its writer still runs. The text is anybody's: what is no line of a record is passed over, unparsed where
 * it does not begin as one, as is the last one where a kill cut it off; it is read no further than a record can go.
 */
export function readLines(text: string, here: Origin): readonly OpenAssociation[] {
  const { boot } = here;
  const [first, ...rest] = whole(text);
  if (first === undefined || !isOf(first, here)) return [];
  const open = new Map<number, OpenAssociation>();
  let alive = Number.NEGATIVE_INFINITY;
  for (const each of rest) {
    if (each.startsWith('["+"')) {
      const { data } = openSchema.safeParse(parsed(each));
      if (data !== undefined && open.size < mostOpen) open.set(data[1], data[2]);
    } else if (each.startsWith('["-"') || each.startsWith('["="')) {
      const [kind, value = 0] = otherSchema.safeParse(parsed(each)).data ?? [];
      if (kind === '=') alive = Math.max(alive, value);
      if (kind === '-') open.delete(value);
    }
  }
  const silent = boot.seconds() - alive;
  return silent < 0 || silent > longestLeft ? [] : withoutRepeats(open.values());
}

/** Whether a record that begins so was written here, by a process that has ended. */
function isOf(head: string, { boot, folder, isRunning }: Origin): boolean {
  const { data } = headSchema.safeParse(parsed(head));
  if (data === undefined) return false;
  const [, , ofBoot, ofFolder, writer] = data;
  return ofBoot === boot.id && ofFolder === folder && !isRunning(writer);
}

/** The lines that are not cut off, without their line breaks; for one that no record has an empty one. */
function whole(text: string): readonly string[] {
  const found: string[] = [];
  let from = 0;
  while (found.length < mostLines) {
    const end = text.indexOf('\n', from);
    if (end === -1) break;
    found.push(end - from > longestLine ? '' : text.slice(from, end));
    from = end + 1;
  }
  return found;
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

/** Undefined where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
