import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { whySkipped } from '../support/why-skipped.ts';
import { testAdministrators } from './administrators.ts';
import { testCommandLine } from './command-line.ts';
import { testConversations } from './conversations.ts';
import { findGuestTools } from './guest/image.ts';
import { guestTimeout, type Lab, openLab } from './lab.ts';
import { testTogether } from './together.ts';

const tools = findGuestTools();
const why = whySkipped('missing' in tools ? tools.missing : null);

// One file, since one guest serves all, and two would take the processors from each other.
describe.skipIf('missing' in tools)(`the SCTP of a real kernel${why}`, () => {
  let opened: Lab | undefined;
  const lab = (): Lab => {
    if (opened === undefined) throw new Error('the guest has not come up');
    return opened;
  };

  beforeAll(async () => {
    if (!('missing' in tools)) opened = await openLab(tools);
  }, guestTimeout);
  afterEach(() => opened?.endServer(), guestTimeout);
  afterAll(() => opened?.close(), guestTimeout);

  testAdministrators(lab);
  testConversations(lab);
  testTogether(lab);
  testCommandLine(lab);
});
