import type { remoteErrors as details } from '../../facts/remote-errors.ts';
import type { ErrorTexts } from '../texts.ts';

const quote = (said: string): string => (said === '' ? '' : ` It said: “${said}”.`);

export const remoteErrors: ErrorTexts<keyof typeof details> = {
  'remote-console': {
    missing: ({ sshDestination, program, said }) => ({
      title: 'No SPCP Console there',
      message: `“${program}” cannot be run on ${sshDestination}.${quote(said)}`,
      remedy:
        'Install spcp-console there, or say where it lies: a shell that is not a terminal may have another PATH.',
    }),
    ended: ({ sshDestination, exitCode, said }) => ({
      title: 'The way to the remote console ended',
      message: `The connection to the console on ${sshDestination} ended (exit code ${exitCode ?? 'none'}).${quote(said)}`,
      remedy:
        'It is tried again. The console there goes on by itself, plans that it works on among it.',
    }),
    noise: ({ sshDestination }) => ({
      title: 'This is no SPCP Console',
      message: `${sshDestination} printed text without end, and no console answered.`,
      remedy: 'Look at the start files of the shell there, and at the command of this console.',
    }),
    silent: ({ sshDestination }) => ({
      title: 'The remote console is silent',
      message: `Nothing is heard of the console on ${sshDestination} any more.`,
      remedy: 'It is tried again; look at the network, and at the load of that machine.',
    }),
    'not-running': ({ directory }) => ({
      title: 'No console runs there',
      message: `No SPCP Console runs on ${directory} of that machine.`,
      remedy:
        'Start one there that goes on: “spcp-console serve --no-open” or “spcp-console collect”, best as a service.',
    }),
    neither: ({ directory, own, socket, team }) => ({
      title: 'No console there lets you in',
      message: `Of your own, ${own === null ? `no SPCP Console runs on ${directory} of that machine` : `the SPCP Console on ${directory} of that machine says: “${own}”`}; ${team === null ? `none listens at ${socket}` : `the one at ${socket} says: “${team}”`}.`,
      remedy:
        'Start one there, or ask whoever runs the one at that socket for a role in its roles.json.',
    }),
    answer: ({ name }) => ({
      title: 'An answer that cannot be read',
      message: `The remote console answered ${name} otherwise than this version understands.`,
      remedy: 'Use the same version of SPCP Console on both machines.',
    }),
    unknown: ({ code, said }) => ({
      title: 'The remote console refused',
      message: `The remote console says (${code}): “${said}”.`,
      remedy: 'Use the same version of SPCP Console on both machines to see more.',
    }),
  },
};
