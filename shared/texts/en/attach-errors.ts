import type { attachErrors as details } from '../../facts/attach-errors.ts';
import type { ErrorTexts } from '../texts.ts';

const watchers = {
  desktop: 'The desktop app',
  web: 'A web shell',
  collect: 'A collector',
} as const;

export const attachErrors: ErrorTexts<keyof typeof details> = {
  'attach-refused': {
    token: () => ({
      message: 'The console that runs did not accept the token of its own start.',
      remedy: 'It may have been started anew at that moment: try again.',
    }),
    'caller-too-old': ({ caller, callerContract, console, consoleContract }) => ({
      title: 'This app is too old for that console',
      message: `The console that runs is version ${console} (contract ${consoleContract}); this is version ${caller} (contract ${callerContract}).`,
      remedy: 'Update this app.',
    }),
    'console-too-old': ({ caller, callerContract, console, consoleContract }) => ({
      title: 'That console is too old for this app',
      message: `The console that runs is version ${console} (contract ${consoleContract}); this is version ${caller} (contract ${callerContract}).`,
      remedy: 'Update the console there, or end it and start the newer one.',
    }),
    'no-hello': () => ({
      message: 'The console that runs heard no greeting that it understands.',
      remedy: 'Check that both are of the same version; then try again.',
    }),
    'no-answer': () => ({
      message: 'The console that runs did not answer.',
      remedy: 'It may be starting or ending: try again; if it hangs, end it.',
    }),
    'no-console': () => ({
      message: 'What answered there is not SPCP Console.',
      remedy: 'Check what the address or the program there leads to.',
    }),
    watched: ({ directory, shell, pid }) => ({
      title: 'Another console watches this directory',
      message: `${shell === null ? 'Another SPCP Console' : watchers[shell]}${pid === null ? '' : ` (process ${pid})`} watches ${directory}.`,
      remedy: 'End it first, or use another data directory.',
    }),
    other: ({ said }) => ({
      message: `The console that runs refused: “${said}”.`,
      remedy: 'Check that both are of the same version.',
    }),
  },
};
