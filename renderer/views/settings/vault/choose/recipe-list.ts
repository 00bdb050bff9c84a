/** Commands for the password stores that administrators have, each with what puts a password where it looks. All hang on the host. */
export const recipes = {
  pass: {
    ask: 'pass show spcp/{host}/{user}',
    keep: 'pass insert spcp/proxy.example/operator',
  },
  op: {
    ask: 'op read --no-newline op://Proxies/{host}/password',
    keep: 'op item create --category login --vault Proxies --title proxy.example username=operator --generate-password',
  },
  vault: {
    ask: 'vault kv get -field=password secret/spcp/{host}/{user}',
    keep: 'vault kv put secret/spcp/proxy.example/operator password=-',
  },
  'secret-tool': {
    ask: 'secret-tool lookup service spcp host {host} user {user}',
    keep: 'secret-tool store --label=SPCP service spcp host proxy.example user operator',
  },
} as const;

/** In the order of the help. */
export const recipeNames = [
  'pass',
  'op',
  'vault',
  'secret-tool',
] as const satisfies readonly (keyof typeof recipes)[];
