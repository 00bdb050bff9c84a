import type { Page } from '@playwright/test';
import { keyItem } from '../../../shared/ipc/admission.ts';
import type { ProxyLine } from './reference-proxy.ts';

/** Saves a profile for each over a bridge of its own, as the page would: many times through the editor takes minutes. The first is of production. */
export function saveProfiles(
  page: Page,
  proxies: readonly ProxyLine[],
  folder = '',
): Promise<void> {
  return page.evaluate(
    async ({ lines, item, folder }) => {
      const socket = new WebSocket(new URL('/bridge', location.href.replace(/^http/, 'ws')));
      await new Promise((resolve) => socket.addEventListener('open', resolve));
      const key = sessionStorage.getItem(item);
      socket.send(JSON.stringify({ type: 'key', key }));
      let answered = 0;
      const all = new Promise<void>((resolve, reject) => {
        socket.addEventListener('message', ({ data }) => {
          const { result } = JSON.parse(data);
          if (result?.ok !== true) reject(new Error(data));
          if (++answered === lines.length) resolve();
        });
      });
      for (const [index, { name, host, port, udpPort, user, password }] of lines.entries()) {
        const environment = index === 0 ? 'production' : 'staging';
        const draft = { name, host, port, transport: 'udp', udpPort, user, environment, folder };
        const input = { draft, password };
        socket.send(JSON.stringify({ type: 'call', id: index + 1, name: 'profiles.save', input }));
      }
      await all;
      socket.close();
    },
    { lines: proxies, item: keyItem, folder },
  );
}
