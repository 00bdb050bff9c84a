const arrow = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

const desktop = '(launch\\.|main\\.|preload\\.|desktop/)';
const web = '(serve\\.|web/)';
const cli = '(cli\\.|cli/)';
const collect = '(collect/)';
/** What calls the shells by their names. */
const command = '(spcp\\.|spcp-console\\.|command/)';
const shells = `(${desktop}|${web}|${cli}|${collect}|${command})`;
const core = '(console\\.|assembly/|core/|demo/)';

/** The arrows between the folders; see "How the code is laid out" in README.md. */
module.exports = {
  forbidden: [
    arrow('no-circular', {}, { circular: true }, 'a cycle hides which part depends on which'),
    arrow('resolvable', {}, { couldNotResolve: true }, 'an arrow to nowhere cannot be checked'),
    arrow(
      'shared-is-pure',
      { path: '^shared/' },
      { path: '^(electron|renderer|test)/|^node_modules/(?!zod/)' },
      'shared/ runs in every process',
    ),
    arrow(
      'shared-no-node',
      { path: '^shared/' },
      { dependencyTypes: ['core'] },
      'shared/ runs in the sandboxed renderer',
    ),
    arrow(
      'renderer-only-shared',
      { path: '^renderer/' },
      { path: '^electron/' },
      'the renderer talks through the contract',
    ),
    arrow(
      'renderer-no-node',
      { path: '^renderer/' },
      { dependencyTypes: ['core'] },
      'the renderer has no Node',
    ),
    arrow(
      'electron-no-renderer',
      { path: '^electron/' },
      { path: '^renderer/' },
      'the core does not know its views',
    ),
    arrow(
      'source-no-test',
      { path: '^(electron|renderer|shared)/' },
      { path: '^(test|build)/' },
      'sources depend neither on tests nor on tools',
    ),
    arrow(
      'base-is-the-ground',
      { path: '^electron/base/' },
      { path: '^electron/(?!base/)' },
      'what every room stands on stands on none of them',
    ),
    arrow(
      'transport-over-base',
      { path: '^electron/transport/' },
      { path: '^electron/(?!transport/|base/)|^shared/spcp/' },
      'a transport carries messages and knows nothing of SPCP',
    ),
    arrow(
      'spcp-over-transport',
      { path: '^electron/spcp/' },
      { path: '^electron/(?!spcp/|transport/|base/)' },
      'shells -> console -> ipc -> fleet -> spcp -> transport -> base',
    ),
    arrow(
      'middle-not-up',
      { path: '^electron/(fleet|change|plan|drift|store)/' },
      { path: `^electron/(ipc/|reference-proxy/|${core}|${shells})` },
      'shells -> console -> ipc -> (fleet, change, plan, drift, store)',
    ),
    arrow(
      'ipc-not-up',
      { path: '^electron/ipc/' },
      { path: `^electron/(console\\.|${shells})` },
      'the router does not know its shells',
    ),
    arrow(
      'console-not-up',
      { path: `^electron/${core}` },
      { path: `^electron/${shells}` },
      'the core is the same in every shell',
    ),
    ...[
      ['desktop', desktop, `(${web}|${cli}|${collect})`],
      ['web', web, `(${desktop}|${cli}|${collect})`],
      ['cli', cli, `(${desktop}|${web}|${collect})`],
      ['collect', collect, `(${desktop}|${web}|${cli})`],
    ].map(([name, own, others]) =>
      arrow(
        `${name}-alone`,
        { path: `^electron/${own}` },
        { path: `^electron/${others}` },
        'what two shells have in common belongs into the core',
      ),
    ),
    arrow(
      'core-without-electron',
      { path: '^electron/', pathNot: `^electron/(${desktop}|ipc/electron-carrier\\.)` },
      { path: '^node_modules/electron/|^electron$' },
      'everything but the desktop shell runs under plain Node',
    ),
    arrow(
      'reference-proxy-own-service',
      { path: '^electron/reference-proxy/' },
      { path: '^electron/(spcp|fleet|change|store|ipc)/' },
      'test peer and client share the codec only',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Imports of types count: they couple the parts as the others do.
    tsPreCompilationDeps: true,
    // The TypeScript compiler that the project uses has no interface that dependency-cruiser could parse with.
    parser: 'swc',
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node'],
    },
  },
};
