import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ReferenceProxy,
  startReferenceProxy,
} from '../../../../electron/reference-proxy/reference-proxy.ts';
import { connectClient } from '../../../../electron/spcp/client.ts';
import { openProfiles } from '../../../../electron/store/documents/profiles.ts';
import { freeUdpPort } from '../../../support/free-port.ts';
import { udpTarget } from '../../../support/udp-target.ts';
import { draftOf } from '../../store/profile-drafts.ts';
import { temporaryDirectory } from '../../store/temporary-directory.ts';
import { run } from '../program.ts';

const password = 'correct horse battery';
let proxy: ReferenceProxy;

beforeAll(async () => {
  proxy = await startReferenceProxy({ name: 'peer', udpPort: 0, password });
});
afterAll(() => proxy.close());

async function setTransformation(next: string | null): Promise<void> {
  const { client } = await connectClient(udpTarget(proxy), proxy);
  await client.setTransformation(next);
  await client.quit();
}

/** A data directory with a profile of the proxy and one of nobody, of both of which something is intended. */
async function filled(intendedTransformation: string, withLost = false) {
  const directory = temporaryDirectory();
  const { store } = await openProfiles(directory);
  const { host, port, udpPort, user } = proxy;
  const place = { host, port, udpPort: udpPort ?? 0, user, transport: 'udp' as const };
  await store.add({ ...draftOf('Madrid'), ...place, intendedTransformation });
  if (withLost) {
    const nobody = { ...place, udpPort: await freeUdpPort() };
    await store.add({ ...draftOf('Lost'), ...nobody, intendedTransformation });
  }
  await store.add({ ...draftOf('Of no intention'), ...place });
  store.close();
  const env = { SPCP_PASSWORD: password };
  const cli = (...args: string[]) =>
    run([...args, '--timeout', '1m', '--data-dir', directory], { env });
  return { directory, cli, drift: (...args: string[]) => cli('drift', ...args) };
}

describe('drift on the command line', () => {
  it('ends with 0 where all is as intended, and says so', async () => {
    await setTransformation('rev');
    const { drift } = await filled('=rev');
    const { code, out } = await drift();
    expect(code).toBe(0);
    expect(out).toMatch(/Madrid +Transformation +as intended +intended: rev +in force: rev/);
    expect(out).not.toContain('Of no intention');
  });

  it('ends with 7 where one deviates, with both values, also as JSON', async () => {
    await setTransformation('rev');
    const { drift } = await filled('none');
    const { code, out } = await drift('--json');
    expect(code).toBe(7);
    expect(JSON.parse(out).drift).toMatchObject([
      {
        name: 'Madrid',
        state: 'deviates',
        intended: { value: null, source: { kind: 'own' } },
        found: { value: 'rev' },
      },
    ]);
  });

  it('takes one that is not reached for neither, and ends with 3', async () => {
    await setTransformation('rev');
    const { drift } = await filled('=rev', true);
    const { code, out } = await drift('--json');
    expect(code).toBe(3);
    const states = JSON.parse(out).drift.map(({ name, state }: Record<string, string>) => [
      name,
      state,
    ]);
    expect(states).toEqual([
      ['Madrid', 'in-line'],
      ['Lost', 'unreachable'],
    ]);
    expect((await drift()).out).toMatch(/Lost +Transformation +not reached: \S/);
  });

  it('says what is in the way of asking one that was not asked, and ends as that does', async () => {
    await setTransformation('rev');
    const { directory } = await filled('=rev');
    const nobody = await run(['drift', '--data-dir', directory], { env: {} });
    expect(nobody.code).toBe(2);
    expect(nobody.out).toMatch(/Madrid +Transformation +not known: No password /);
    const { code, out } = await run(['drift', '--json', '--data-dir', directory], { env: {} });
    expect(code).toBe(2);
    expect(JSON.parse(out).drift).toMatchObject([{ state: 'unknown', why: 'no-password' }]);
  });

  it('says who set what deviates, where that is known', async () => {
    await setTransformation('rev');
    const { cli, drift } = await filled('=cat');
    expect(JSON.parse((await drift('--json')).out).drift).toMatchObject([{ by: null }]);
    expect((await cli('transformation', 'set', 'tac', '--profile', 'Madrid')).code).toBe(0);
    const [{ by }] = JSON.parse((await drift('--json')).out).drift;
    expect(by).toMatchObject({ kind: 'here', shell: 'cli', remote: null });
    expect((await drift()).out).toContain(`set from here by ${by.actor}, command line, `);
  });

  it('says where nothing is intended', async () => {
    const { drift } = await filled('');
    expect(await drift()).toMatchObject({ code: 0, out: 'Nothing is intended of any profile.\n' });
  });
});
