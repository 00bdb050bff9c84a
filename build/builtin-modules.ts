import { isBuiltin } from 'node:module';
import type { Plugin } from 'vite';

interface Named {
  readonly type: string;
  readonly imported?: { readonly name?: string; readonly value?: string };
  readonly local: { readonly name: string };
}

/** The same names, taken from the module as an object. */
function taken(module: string, named: readonly Named[]): string {
  // `process` may be what a library calls it that it imports.
  const place = `globalThis.process.getBuiltinModule(${JSON.stringify(module)})`;
  const whole = named.filter(({ type }) => type !== 'ImportSpecifier');
  const parts = named
    .filter(({ type }) => type === 'ImportSpecifier')
    .map(
      ({ imported, local }) =>
        `${JSON.stringify(imported?.name ?? imported?.value)}: ${local.name}`,
    );
  return [
    ...whole.map(({ local }) => `const ${local.name} = ${place};`),
    ...(parts.length > 0 ? [`const { ${parts.join(', ')} } = ${place};`] : []),
  ].join(' ');
}

/**
 * Takes Node's own modules as objects and not by `import`, which reads all that they export: of `node:http` alone that loads a whole second
 * client for the web, and together a quarter of what a start takes.
 */
export const builtinModules: Plugin = {
  name: 'builtin-modules',
  renderChunk: {
    order: 'post',
    handler(code) {
      let result = '';
      let at = 0;
      for (const node of this.parse(code).body) {
        if (node.type !== 'ImportDeclaration' || !isBuiltin(node.source.value)) continue;
        result +=
          code.slice(at, node.start) +
          taken(node.source.value, node.specifiers as readonly Named[]);
        at = node.end;
      }
      return at === 0 ? null : { code: result + code.slice(at), map: null };
    },
  },
};
