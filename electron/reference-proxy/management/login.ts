import { createHash, timingSafeEqual } from 'node:crypto';
import type { Credentials } from './managed-proxy.ts';

/** The authentication state (report 1.1.2): who has named a known user, and who has logged in. */
export class LoginState {
  readonly #credentials: Credentials;
  #state: 'user' | 'password' | 'in' = 'user';

  constructor(credentials: Credentials) {
    this.#credentials = credentials;
  }

  get state(): 'user' | 'password' | 'in' {
    return this.#state;
  }

  /** USER: an unknown name leaves the state waiting for USER. Whether the name is known. */
  user(name: Uint8Array): boolean {
    const known = equal(name, this.#credentials.user);
    this.#state = known ? 'password' : 'user';
    return known;
  }

  /** PASS: a wrong one, or one without a USER before it, goes back to waiting for USER. Whether the session is logged in. */
  password(password: Uint8Array): boolean {
    const right = this.#state === 'password' && equal(password, this.#credentials.password);
    this.#state = right ? 'in' : 'user';
    return right;
  }
}

/** Takes as long for a nearly right text as for a wrong one. */
function equal(given: Uint8Array, expected: string): boolean {
  const digest = (value: Uint8Array | string) => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
