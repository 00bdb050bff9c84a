import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

/** Whether the module is loaded with `entry`: that names it, or what names it, and so on. */
function isLoadedWith(entry: string, id: string, context: Rolldown.ChunkingContext): boolean {
  const seen = new Set([id]);
  for (const module of seen) {
    if (module === entry) return true;
    for (const importer of context.getModuleInfo(module)?.importers ?? []) seen.add(importer);
  }
  return false;
}

/**
 * What is needed before a window draws, in two files where it would be dozens: what the page starts with, small, and the window's own code.
 * Each takes the libraries along that it needs and the other does not. `start` and `window` are modules by their paths.
 */
export function firstChunks(start: string, window: string): Rolldown.CodeSplittingGroup[] {
  const group = (name: string, entry: string, priority: number): Rolldown.CodeSplittingGroup => ({
    debugName: name,
    priority,
    name: (id, context) =>
      !id.includes('/node_modules/') && isLoadedWith(entry, id, context) ? name : null,
  });
  return [group('start', start, 2), group('window', window, 1)];
}

/**
 * Names in the page what the window's own code is made of, so that it is fetched while the page's small start still runs, which asks for it
 * only then. `window` is the module, by its path, that the start loads.
 */
export function namedInPage(window: string): Plugin {
  return {
    name: 'named-in-page',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const tags: HtmlTagDescriptor[] = [];
        const named = new Set<string>();
        const name = (rel: 'modulepreload' | 'stylesheet', file: string): void => {
          if (named.has(file) || html.includes(`./${file}`)) return;
          tags.push({
            tag: 'link',
            attrs: { rel, crossorigin: true, href: `./${file}` },
            injectTo: 'head',
          });
          named.add(file);
        };
        const seen = new Set<string>();
        const add = (file: string): void => {
          const chunk = bundle[file];
          if (chunk?.type !== 'chunk' || seen.has(file)) return;
          seen.add(file);
          name('modulepreload', file);
          for (const imported of chunk.imports) add(imported);
          for (const style of chunk.viteMetadata?.importedCss ?? []) name('stylesheet', style);
        };
        for (const file of Object.values(bundle)) {
          if (file.type === 'chunk' && file.moduleIds.includes(window)) add(file.fileName);
        }
        return tags;
      },
    },
  };
}
