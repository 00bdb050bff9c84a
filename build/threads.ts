import type { Plugin } from 'vite';

/** As a source says what runs in a thread of its own. */
const entryOfThread = /new URL\('(\.\/run-[\w-]+\.ts)', import\.meta\.url\)/g;

/** What runs in a thread of its own is a file of its own in a bundle, found where it lies. */
export const threads: Plugin = {
  name: 'threads',
  // Before anything else writes it differently.
  enforce: 'pre',
  transform: {
    filter: { code: entryOfThread },
    async handler(code, importer) {
      const places = new Map<string, string>();
      for (const [whole, source = ''] of code.matchAll(entryOfThread)) {
        const found = await this.resolve(source, importer);
        if (found === null) this.error(`there is no ${source} beside ${importer}`);
        const file = this.emitFile({ type: 'chunk', id: found.id });
        places.set(whole, `import.meta.ROLLUP_FILE_URL_${file}`);
      }
      return code.replace(entryOfThread, (whole) => places.get(whole) ?? whole);
    },
  },
  // Vite's own answer is a place on a web server.
  resolveFileUrl: ({ relativePath }) =>
    `new URL(${JSON.stringify(`./${relativePath}`)}, import.meta.url)`,
};
