/**
 * The commands that a reference proxy runs, each as the argument vector it stands for. Nothing else is ever run, and no shell is:
 * who knows the management password must not gain the account that the proxy runs under.
 */
export const transformations: ReadonlyMap<string, readonly [string, ...string[]]> = new Map([
  ['cat', ['cat']],
  ['tr a-z A-Z', ['tr', 'a-z', 'A-Z']],
  ['tr A-Z a-z', ['tr', 'A-Z', 'a-z']],
  ['tr aeiou 43106', ['tr', 'aeiou', '43106']],
  ['rev', ['rev']],
  ['tac', ['tac']],
  ['cat -n', ['cat', '-n']],
  ['sed s/a/4/g', ['sed', 's/a/4/g']],
  ['sed s/e/3/g', ['sed', 's/e/3/g']],
  ['sed s/dot/point/g', ['sed', 's/dot/point/g']],
  ["sed 's/^/> /'", ['sed', 's/^/> /']],
  ['sed /^Date:/d', ['sed', '/^Date:/d']],
  ['true', ['true']],
  ['false', ['false']],
]);
