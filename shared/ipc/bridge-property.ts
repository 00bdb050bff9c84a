/** The property of `window` that the preload sets. */
export const bridgeProperty = 'spcpConsole';
