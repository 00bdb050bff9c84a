import { describe, expect, it } from 'vitest';
import { type Conversation, closedPort, credentials, impatient } from './conversation.ts';
import { guestTimeout, type Lab } from './lab.ts';
import { deployedServer, plainServer, referenceProxy, serverKinds } from './servers.ts';

/** Asks until the first failure: a signal takes a while to reach a process in the guest. */
async function untilFailure(conversation: Conversation): Promise<unknown> {
  for (;;) {
    try {
      await conversation.metrics();
    } catch (error) {
      return error;
    }
  }
}

/** The whole SPCP conversation with each server in the guest, by each way, and how each way tells of every end. */
export function testConversations(lab: () => Lab): void {
  describe.each([
    ['in UDP from another machine', 'udp' as const],
    ['on kernel sockets', 'kernel' as const],
    ['through a real SSH server and socat', 'ssh' as const],
  ])('%s', (_title, name) => {
    it.each(serverKinds)(
      'carries the whole conversation with $name',
      async (kind) => {
        const { program, port } = await lab().serve(kind);
        const conversation = await lab().way(name, kind).connect(port);
        const metrics = await conversation.metrics();
        if (kind.counts) {
          expect(metrics).toEqual({
            connections: kind.deployed ? '-1' : '1',
            transferredBytes: '18446744073709551615',
            accesses: '1',
            implausible: kind.deployed,
          });
        } else {
          expect(metrics).toEqual({
            connections: '0',
            transferredBytes: '0',
            accesses: '0',
            implausible: false,
          });
        }
        expect(await conversation.transformation()).toBeNull();
        await conversation.setTransformation('tr a-z A-Z');
        expect(await conversation.transformation()).toBe('tr a-z A-Z');
        await conversation.setTransformation(null);
        expect(await conversation.transformation()).toBeNull();
        await conversation.setBufferSize(4096);
        await conversation.quit();
        expect(await conversation.ended()).toMatch(/^(closed|peer-shutdown)$/);
        if (kind.counts) await program.line(/^closed 0$/);
      },
      guestTimeout,
    );

    it(
      'tells a wrong password from an unknown user, and leaves no association behind',
      async () => {
        const { program, port } = await lab().serve(plainServer);
        const way = lab().way(name, plainServer);
        await expect(
          way.connect(port, { ...credentials, password: 'wrong' }),
        ).rejects.toMatchObject({ code: 'login-refused', detail: { step: 'password' } });
        await program.line(/^closed 0$/);
        await expect(way.connect(port, { ...credentials, user: 'nobody' })).rejects.toMatchObject({
          code: 'login-refused',
          detail: { step: 'user' },
        });
      },
      guestTimeout,
    );

    it(
      'is refused at an SCTP port where nobody listens',
      async () => {
        const way = lab().way(name, plainServer);
        await expect(way.connect(closedPort)).rejects.toMatchObject({ code: 'refused' });
      },
      guestTimeout,
    );

    it(
      'is told when the server shuts the association down in order',
      async () => {
        const { program, port } = await lab().serve(plainServer);
        const conversation = await lab().way(name, plainServer).connect(port);
        program.signal('SIGUSR1');
        expect(await conversation.ended()).toBe('peer-shutdown');
      },
      guestTimeout,
    );

    it(
      'is told when the server aborts the association',
      async () => {
        const { program, port } = await lab().serve(plainServer);
        const conversation = await lab().way(name, plainServer).connect(port);
        program.signal('SIGUSR2');
        expect(await conversation.ended()).toBe('peer-abort');
      },
      guestTimeout,
    );

    it.each([plainServer, referenceProxy])(
      'is told when the process of $name is killed',
      async (kind) => {
        const { program, port } = await lab().serve(kind);
        const conversation = await lab().way(name, kind).connect(port);
        program.signal('SIGKILL');
        expect(await conversation.ended()).toMatch(/^peer-(shutdown|abort)$/);
      },
      guestTimeout,
    );

    it.each([plainServer, referenceProxy])(
      'gives $name the time of one reply when it is frozen',
      async (kind) => {
        const { program, port } = await lab().serve(kind);
        const conversation = await lab().way(name, kind).connect(port, credentials, impatient);
        program.signal('SIGSTOP');
        expect(await untilFailure(conversation)).toMatchObject({ code: 'reply-timeout' });
        await conversation.ended();
      },
      guestTimeout,
    );

    it(
      'is told when the reference proxy ends in order',
      async () => {
        const { program, port } = await lab().serve(referenceProxy);
        const conversation = await lab().way(name, referenceProxy).connect(port);
        program.signal('SIGINT');
        expect(await conversation.ended()).toBe('peer-shutdown');
        expect(await program.exit).toBe(0);
      },
      guestTimeout,
    );
  });

  it(
    'is taken by itself where it is there, and the reason is told',
    async () => {
      const { port } = await lab().serve(deployedServer);
      const conversation = await lab().way('auto', deployedServer).connect(port);
      expect(conversation.connection).toEqual({
        transport: 'kernel',
        description: `127.0.0.1:${port}`,
        reason: 'here',
      });
      await conversation.quit();
    },
    guestTimeout,
  );
}
