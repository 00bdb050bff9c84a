import { describe, expect, it } from 'vitest';
import { calm, startBadNetwork } from '../support/bad-network.ts';
import { startRecordingRelay, waysOfData } from '../support/recording-relay.ts';
import { seed } from '../support/seed.ts';
import { udpWay } from './host-way.ts';
import { guestTimeout, type Lab } from './lab.ts';
import { deployedServer, plainServer } from './servers.ts';

const polls = 20;

/** The three metrics asked together of servers that send their second reply only when the first is acknowledged. */
export function testTogether(lab: () => Lab): void {
  describe.each([plainServer, deployedServer])('the metrics asked together of $name', (kind) => {
    it(
      'do not wait for acknowledgements that the kernel puts off',
      async () => {
        const { port } = await lab().serve(kind);
        const conversation = await lab().way('kernel', kind).connect(port);
        const before = await putOff(lab());
        for (let poll = 0; poll < polls; poll++) await conversation.metrics();
        // Where the guest stands still a few are, whoever acknowledges.
        expect((await putOff(lab())) - before).toBeLessThan(polls / 2);
        await conversation.quit();
      },
      guestTimeout,
    );

    it(
      'are all asked before the first reply comes over a slow link',
      async () => {
        const { port } = await lab().serve(kind);
        const network = await startBadNetwork(lab().udpPort, seed, { ...calm, delayMs: 100 });
        const relay = await startRecordingRelay(network.port);
        const conversation = await udpWay(relay.port).connect(port);
        const before = relay.recorded.length;
        await conversation.metrics();
        const ways = waysOfData(relay.recorded.slice(before));
        expect(ways).toEqual(['server', 'server', 'server', 'client', 'client', 'client']);
        await conversation.quit();
        relay.close();
        await network.close();
      },
      guestTimeout,
    );
  });
}

/** How often the guest's SCTP has acknowledged because the time for it was over, and not for a packet that came or went. */
async function putOff({ guest }: Lab): Promise<number> {
  const program = guest.run('/bin/cat', ['/proc/net/sctp/snmp']);
  const line = await program.line(/^SctpDelaySackExpireds\s/);
  await program.exit;
  return Number(line.split(/\s+/)[1]);
}
