import { inspect } from 'node:util';

/** One line for whoever looks at the terminal. Standard output is for the address alone. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** A bug, or what nobody else can be told. Errors of the contract's schemas name fields and rules, not values: no secret comes here. */
export function logFault(what: string, error: unknown): void {
  const text = typeof error === 'string' ? error : inspect(error);
  say(`${new Date().toISOString()} ${what}: ${text}`);
}
