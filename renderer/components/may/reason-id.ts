import type { Role } from '../../../shared/model/roles.ts';

/** The element that says in words that something needs this role. */
export const reasonId = (role: Role): string => `needs-${role}`;
