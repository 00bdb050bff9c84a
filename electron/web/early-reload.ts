/**
 * A service may be reloaded before it is there: by itself the signal would end it. It asks for an address, and the first is printed anyway once
 * there is one. To be called before all that takes long to load.
 */
export function ignoreEarlyReload(): void {
  process.on('SIGUSR2', () => undefined);
}
