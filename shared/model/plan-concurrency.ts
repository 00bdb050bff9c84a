/** So many proxies of a plan are changed at once: below what a deployed server's backlog holds, for proxies on one host. */
export const concurrencyRange = { min: 1, max: 64, usual: 16 } as const;
