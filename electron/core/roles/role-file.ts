import { z } from 'zod';
import { roleSchema } from '../../../shared/model/caller.ts';
import { mayDo, type Role } from '../../../shared/model/roles.ts';
import { boundedText } from '../../../shared/model/text.ts';
import type { MachineUser } from './machine-user.ts';

/** What a file of roles is called, wherever it lies. */
export const roleFileName = 'roles.json';

const names = z.record(boundedText(256).min(1), roleSchema);

/** Who may do what, by the names of users and of groups of the machine; `others` is what everybody else may, null for nothing. */
const roleFileSchema = z.strictObject({
  version: z.literal(1),
  users: names.default({}),
  groups: names.default({}),
  others: roleSchema.nullable().default(null),
  /** Where other users of the machine knock, a path that fits a Unix socket; null for nowhere. */
  socket: boundedText(100).startsWith('/').nullable().default(null),
});
export type RoleFile = z.infer<typeof roleFileSchema>;

/** Why the text of a file is not taken. `cause`: the version of one of a later release, the place of what is wrong. */
export interface RoleFault {
  readonly reason: 'no-json' | 'newer' | 'wrong';
  readonly cause: string;
}

export function parseRoleFile(text: string): RoleFile | RoleFault {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { reason: 'no-json', cause: '' };
  }
  const parsed = roleFileSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const version = z.looseObject({ version: z.int().min(2) }).safeParse(content);
  if (version.success) return { reason: 'newer', cause: String(version.data.version) };
  return { reason: 'wrong', cause: placeOf(parsed.error.issues[0]) };
}

/** `users.ana`, also of a name that should not be there. */
function placeOf(issue: z.core.$ZodIssue | undefined): string {
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return [...(issue?.path ?? []), ...keys].map(String).join('.').slice(0, 200);
}

/** The most that the file gives this user, by name or by any group; null where it gives nothing. */
export function roleIn({ users, groups, others }: RoleFile, user: MachineUser): Role | null {
  const given = [own(users, user.name), ...user.groups.map((group) => own(groups, group)), others];
  return given.reduce<Role | null>(
    (most, role) => (role !== null && (most === null || mayDo(role, most)) ? role : most),
    null,
  );
}

/** A name such as `constructor` is what every object has. */
function own(table: Readonly<Record<string, Role>>, name: string): Role | null {
  return Object.hasOwn(table, name) ? (table[name] ?? null) : null;
}
