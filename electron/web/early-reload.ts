/**
 * A service may be reloaded before it is there: by itself the signal would end it. It asks the web shell for an address, of which the first is
 * printed anyway once there is one, and a collector to read its files, which it does as it starts. To be called before all that takes long to load.
 */
export function ignoreEarlyReload(signal: NodeJS.Signals = 'SIGUSR2'): void {
  process.on(signal, () => undefined);
}
