import { userInfo } from 'node:os';

/** The operating system's user name, or the user's number where it has none, as in some containers. */
export function actorName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`;
  }
}
