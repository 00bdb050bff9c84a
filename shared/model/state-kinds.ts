/** The states of a proxy by name; what belongs to each is in `proxy-state.ts`. */
export const proxyStateKinds = [
  'off',
  'connecting',
  'authenticating',
  'ready',
  'waiting',
  'vault-locked',
  'needs-attention',
] as const;
export type ProxyStateKind = (typeof proxyStateKinds)[number];
