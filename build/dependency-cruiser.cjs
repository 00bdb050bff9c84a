const arrow = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

/** The arrows between the folders; see "How the code is laid out" in README.md. */
module.exports = {
  forbidden: [
    arrow('no-circular', {}, { circular: true }, 'a cycle hides which part depends on which'),
    arrow(
      'shared-is-pure',
      { path: '^shared/' },
      {
        path: '^(electron|renderer|test)/|^node_modules/(electron|react|ws)/',
        dependencyTypesNot: [],
      },
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
      { path: '^test/' },
      'sources do not depend on tests',
    ),
    arrow(
      'transport-is-the-bottom',
      { path: '^electron/transport/' },
      { path: '^electron/(?!transport/)|^shared/spcp/' },
      'a transport carries messages and knows nothing of SPCP',
    ),
    arrow(
      'spcp-over-transport',
      { path: '^electron/spcp/' },
      { path: '^electron/(?!spcp/|transport/)' },
      'shells -> console -> ipc -> fleet -> spcp -> transport',
    ),
    arrow(
      'middle-not-up',
      { path: '^electron/(fleet|change|store|alerts)/' },
      { path: '^electron/(ipc/|reference-proxy/|console|main|serve|cli|preload)' },
      'shells -> console -> ipc -> (fleet, change, store, alerts)',
    ),
    arrow(
      'ipc-not-up',
      { path: '^electron/ipc/' },
      { path: '^electron/(console|main|serve|cli|preload)' },
      'the router does not know its shells',
    ),
    arrow(
      'core-without-electron',
      {
        path: '^electron/',
        pathNot: '^electron/(main|preload|window|menu|desktop|ipc/electron-carrier)',
      },
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
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node'],
    },
  },
};
