/** By which the registry is found, and believed, on this machine. */
const registry =
  /^(npm_config_\w*(registry|proxy|ca|cafile|cache)|NODE_EXTRA_CA_CERTS|NODE_USE_\w+)$/i;
/** Set by npm or these tests for their children, or leading back to the checkout. */
const ours = /^(npm_|NODE_|SPCP_|VITEST|LC_|LANG$|INIT_CWD$)/i;

/** Of this process's environment what a user of the same machine has. */
export function usersEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => registry.test(name) || !ours.test(name)),
  );
}
