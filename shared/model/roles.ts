/** What somebody may do, each more than the one before: look; change what proxies do; also change profiles, passwords and the console itself. */
export const roles = ['view', 'operate', 'administer'] as const;
export type Role = (typeof roles)[number];

/** Whether this role may do what asks for that one. */
export function mayDo(role: Role, least: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(least);
}

/** The smaller of two roles. */
export function leastRole(a: Role, b: Role): Role {
  return mayDo(a, b) ? b : a;
}
