import type { sessionErrors as details } from '../../facts/session-errors.ts';
import type { Format } from '../format.ts';
import { shellWord } from '../shell-word.ts';
import type { ErrorTexts } from '../texts.ts';
import { words } from './words.ts';

const { commands, statuses, rules, states } = words;

const managementPort = 'Check that the port is the management port of the proxy.';

const quoted = (value: string | null): string => (value === null ? 'none' : `“${value}”`);

/** Why it is not known how a change ended. */
const cutOff = {
  silent: 'no answer came in time',
  lost: 'the connection was lost',
  answer: 'what came then does not say what is in force',
  console: 'the console that was to send it went away before it answered',
} as const;

export const sessionErrors: ErrorTexts<keyof typeof details> = {
  'no-password': {
    profile: ({ name }) => ({
      message: `No password is known for ${name}.`,
      remedy: 'Enter it in the profile.',
    }),
    'command-line': ({ user, name }) => ({
      message: `No password is given for ${user} at ${name}.`,
      remedy:
        'Put it into SPCP_PASSWORD, or into the first line of standard input with --password-stdin.',
    }),
  },
  'password-needed-again': () => ({
    message:
      'The saved password was entered for another address, transport or user, and is sent nowhere else.',
    remedy: 'Enter it again in the profile.',
  }),
  'login-refused': ({ where, step }) =>
    step === 'user'
      ? {
          title: 'Unknown user',
          message: `${where} does not know this user.`,
          remedy: 'Correct the user and try again.',
        }
      : {
          title: 'Password refused',
          message: `${where} refused the password.`,
          remedy: 'Correct the password and try again.',
        },
  'reply-timeout': {
    request: ({ where, command, timeoutMs, unacknowledged }, format) => ({
      message: `${where} did not answer “${commands[command]}” within ${format.number(timeoutMs / 1000)} s, so the session was ended.`,
      remedy: unacknowledged
        ? 'The request did not arrive: check the network, or the VPN.'
        : 'Check that an SPCP service listens there; then try again.',
    }),
    quit: ({ where }) => ({
      message: `${where} neither answered QUIT nor ended the association in time, so it was ended from this side.`,
      remedy: 'Check that the proxy is not frozen.',
    }),
  },
  'protocol-error': ({ where, command, rule }) => {
    if (rule === 'echo')
      return {
        title: 'This is an echo',
        message: `${where} sends back what it is sent. It is no SPCP service, so the session was ended.`,
        remedy: managementPort,
      };
    return {
      message:
        command === null
          ? `${where} sent something that is no SPCP reply (${rules[rule]}), so the session was ended.`
          : `${where} answered “${commands[command]}” with something that is no SPCP reply (${rules[rule]}), so the session was ended.`,
      remedy: managementPort,
    };
  },
  'server-error': ({ where, command, status }) => ({
    message: `${where} answered “${commands[command]}” with: ${statuses[status]}.`,
    remedy: 'Check the value that was sent; if it is right, look into the log of the proxy.',
  }),
  'not-connected': {
    proxy: ({ name, state }) => ({
      message: `${name} is not connected now (${states[state]}).`,
      remedy: 'Connect it; then try again.',
    }),
    session: ({ where }) => ({
      message: `The session with ${where} is over.`,
      remedy: 'Connect it; then try again.',
    }),
    ended: ({ name }) => ({
      message: `The session with ${name} was ended.`,
      remedy: 'It is opened again by itself.',
    }),
    console: () => ({
      title: 'The console cannot be reached',
      message: 'The connection to the console was lost.',
      remedy: 'Check that the console is still running; a window tries again by itself.',
    }),
  },
  'not-as-expected': {
    seen: ({ expected, found, actor, own, changedAt }, format) => ({
      message: `In force is ${quoted(found)}, not ${quoted(expected)}: ${setter(actor, own, changedAt, format)}. Nothing was written.`,
      remedy: 'Look at the value in force and decide again.',
    }),
    'read-back': ({ name, expected, found }) => ({
      title: 'Read back as something else',
      message: `${name} accepted ${quoted(expected)}, but ${quoted(found)} was read back. Somebody else may be changing it, or the proxy does not take it as it is.`,
      remedy: 'Read it again, then decide.',
    }),
  },
  'outcome-unknown': {
    transformation: ({ name, requested, accepted, why }) => ({
      message: `The transformation ${quoted(requested)} was ${why === 'console' ? 'wanted for' : 'sent to'} ${name}${accepted ? ' and accepted' : ''}, then ${cutOff[why]}. Whether it is in force is not known.`,
      remedy: 'Read what is in force (“transformation get”) before you try again.',
    }),
    'buffer-size': ({ name, requested, why }) => ({
      message: `A buffer size of ${requested} was ${why === 'console' ? 'wanted for' : 'sent to'} ${name}, then ${cutOff[why]}. Whether it is in force is not known.`,
      remedy:
        'SPCP cannot read the size back: set it again, which does no harm where it is in force already.',
    }),
  },
  'read-only': ({ name }) => ({
    message: `${name} is read-only until it is unlocked: the class of its environment asks for that.`,
    remedy: 'Unlock it for a limited time; then try again.',
  }),
  'confirmation-needed': {
    app: ({ name }) => ({
      message: `This wants the name of ${name} typed: the class of its environment asks for that.`,
      remedy: 'Type the name as it is shown.',
    }),
    'command-line': ({ name, deed }) => ({
      message: `The class of ${name} asks for a confirmation. Nothing was ${deed === 'change' ? 'changed' : 'removed'}.`,
      remedy: `Add --confirm ${shellWord(name)} to ${deed} it.`,
    }),
    deed: ({ approval, count }) => ({
      message: `${count} of these profiles are of classes that ask for a confirmation: nothing was changed.`,
      remedy: `Type “${approval}”.`,
    }),
    plan: ({ approval, guarded }) => ({
      message: `${guarded === 1 ? 'One of the proxies' : `${guarded} of the proxies`} of this plan ${guarded === 1 ? 'is' : 'are'} of a class that asks for a confirmation: they are changed once the plan is approved.`,
      remedy: `Type “${approval}”.`,
    }),
  },
  unsupported: {
    'nothing-to-undo': ({ name }) => ({
      message: `This change of ${name} did not take effect, so there is nothing to take back.`,
      remedy: 'Set the value that you want instead.',
    }),
    'plan-busy': ({ name }) => ({
      title: 'The plan is at work',
      message: `“${name}” is being read or applied just now.`,
      remedy: 'Stop it, or wait until it is done.',
    }),
    'plan-not-undoable': ({ name }) => ({
      title: 'Nothing to take back',
      message: `Nothing that “${name}” changed can be taken back: nothing took effect, or what was there before is not known.`,
      remedy: 'Make a plan with the values that you want instead.',
    }),
    'canary-needs-others': ({ name }) => ({
      title: 'Too few targets for a canary',
      message: `Of “${name}” fewer than two targets wait to be changed: there would be none to compare a canary with.`,
      remedy: 'Change them without a canary.',
    }),
    'no-canary': ({ name }) => ({
      title: 'Nothing to decide',
      message: `“${name}” has no canary that waits for this decision.`,
      remedy: 'Look at the plan: it may have gone on meanwhile.',
    }),
    trial: ({ reason, by }) => ({
      title: 'Nothing is tried here',
      ...trialRefusals(by)[reason],
    }),
    'remote-older': ({ name, version }) => ({
      title: 'The remote console cannot do this',
      message: `The console there is version ${version}, which does not know “${name}”.`,
      remedy: 'Update SPCP Console on that machine.',
    }),
    superseded: ({ name }) => ({
      title: 'Something else came after it',
      message: `Since this change of ${name} another value was set or seen, so it can no longer be undone.`,
      remedy: 'Set the value that you want instead.',
    }),
    'leads-elsewhere': ({ name }) => ({
      message: `${name} leads to another proxy than when the plan read it. Nothing was sent.`,
      remedy: 'Read the plan again, and look at what is in force there.',
    }),
    'size-not-known': ({ name }) => ({
      title: 'The size before is not known',
      message: `The buffer size of ${name} before this change is not known: SPCP cannot read it, and it was not set from here.`,
      remedy: 'Set the size that you want.',
    }),
  },
};

function setter(actor: string | null, own: boolean, at: number | null, format: Format): string {
  if (actor === null || at === null) return 'somebody set it, and not with this console';
  return `${own ? 'you set it yourself' : `${actor} set it`}, ${format.dateTime(at)}`;
}

function trialRefusals(by: string) {
  return {
    windows: {
      message: 'Windows has no /bin/sh, by which the proxy’s host runs a transformation.',
      remedy: 'Try it on a machine that has one.',
    },
    policy: {
      message: `${by} forbids that transformations are tried on this machine.`,
      remedy: 'Ask them, or try it on another machine.',
    },
    off: {
      message: 'It was not allowed to try transformations on this machine.',
      remedy: 'Allow it where a transformation is tried.',
    },
  };
}
