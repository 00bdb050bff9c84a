import type { FindingDetail } from '../../facts/findings.ts';
import type { Format } from '../format.ts';
import type { FindingTexts } from '../texts.ts';
import { words } from './words.ts';

const { commands, statuses, rules, kernelSctp } = words;

/** What a stage of a connection test found; `advice` is what to do where it failed, or to know although it went well. */
export const findings: FindingTexts = {
  'address-given': ({ address }) => ({
    finding: `${address} is an address; there is nothing to look up.`,
  }),
  'addresses-found': ({ host, address, family, others }) => ({
    finding: `${host} is ${address} (IPv${family}).${others === null ? '' : ` Further addresses: ${others}.`}`,
  }),
  'host-unknown': ({ host }) => ({ finding: `There is no host called ${host}.` }),
  'name-server-silent': ({ host }) => ({ finding: `No name server answered for ${host}.` }),
  'resolved-there': ({ sshDestination }) => ({
    finding: `The address is looked up on the side of ${sshDestination}.`,
  }),
  'kernel-sctp': ({ auto }) => ({
    finding: `This machine has kernel SCTP.${auto ? ' It is taken before SCTP in UDP.' : ''}`,
  }),
  'no-kernel-sctp': ({ reason }) => ({
    finding: `Kernel SCTP is not available: ${kernelSctp[reason]}.`,
  }),
  'sctp-in-udp': ({ reason }) => ({
    finding: `SCTP in UDP is used; it needs nothing on this machine.${reason === null ? '' : ` Taken because ${kernelSctp[reason]}.`}`,
  }),
  'ssh-found': ({ version }) => ({ finding: `ssh is there: ${version}.` }),
  'ssh-missing': () => ({
    finding: 'There is no ssh program on this machine.',
    advice: 'Install an SSH client on this machine.',
  }),
  'route-found': ({ address, from }) => ({
    finding: `There is a route to ${address}, from ${from}.`,
  }),
  'no-route': ({ address }) => ({ finding: `There is no way to ${address} from here.` }),
  'sctp-answers': ({ address, udpPort }) => ({
    finding: `An SCTP stack answers at ${address}, UDP port ${udpPort}.`,
  }),
  'probe-unanswered': ({ address, udpPort }) => ({
    finding: `An SCTP stack is at ${address}, UDP port ${udpPort}: it answered the handshake, though not the probe before it.`,
  }),
  'udp-port-closed': ({ address, udpPort }) => ({
    finding: `UDP port ${udpPort} of ${address} is closed.`,
  }),
  'not-sctp': ({ address, udpPort }) => ({
    finding: `Something answers at ${address}, UDP port ${udpPort}, but it is not SCTP.`,
  }),
  silent: ({ address, udpPort }) => ({
    finding: `Nothing answers at ${address}, UDP port ${udpPort}.`,
  }),
  'ssh-connected': ({ sshDestination }) => ({ finding: `ssh logged in at ${sshDestination}.` }),
  'ssh-unreachable': ({ sshDestination }) => ({ finding: `ssh cannot reach ${sshDestination}.` }),
  'ssh-host-key': ({ sshDestination }) => ({
    finding: `ssh does not trust the host key of ${sshDestination}.`,
  }),
  'ssh-login-refused': ({ sshDestination }) => ({
    finding: `${sshDestination} refused the SSH login.`,
  }),
  established: ({ where, address }) => ({
    finding: `The association with ${where} is up${address === null ? '' : `, at ${address}`}.`,
  }),
  refused: ({ host, port }) => ({
    finding: `${host} refused an association on SCTP port ${port} (ABORT).`,
  }),
  'init-dropped': ({ host, port }) => ({
    finding: `An SCTP stack answers there, but the request for an association (INIT) to port ${port} of ${host} was dropped.`,
  }),
  'init-unanswered': ({ host, port }) => ({
    finding: `Nobody answered at ${host}, SCTP port ${port}.`,
  }),
  'handshake-incomplete': ({ host, port }) => ({
    finding: `${host} answered the first step of the handshake on SCTP port ${port}, and then no more.`,
  }),
  'relay-missing': ({ sshDestination }) => ({
    finding: `The relay program is not there on ${sshDestination}.`,
  }),
  'no-sctp-there': ({ sshDestination }) => ({ finding: `${sshDestination} has no SCTP.` }),
  'relay-failed': ({ sshDestination }) => ({ finding: `The relay on ${sshDestination} failed.` }),
  'relay-started': ({ sshDestination }) => ({
    finding: `The relay on ${sshDestination} runs, but does not tell whether it has reached the proxy: the login shows it.`,
  }),
  'logged-in': ({ user }) => ({ finding: `Logged in as ${user}.` }),
  'logged-in-stock': ({ user }) => ({
    finding: `Logged in as ${user}, with the stock password.`,
    advice:
      "Every deployed server comes with it, and whoever knows that can run programs on the proxy's host: have it changed there.",
  }),
  'no-password': () => ({ finding: 'No password is given, so the login was not tried.' }),
  'user-unknown': ({ user }) => ({ finding: `The proxy does not know the user ${user}.` }),
  'password-wrong': ({ user }) => ({
    finding: `The proxy knows the user ${user} and refused the password.`,
  }),
  'not-spcp': ({ rule }) => ({
    finding: `The peer speaks SCTP, but not SPCP (${rules[rule]}).`,
    advice: "Correct the SCTP port: it is that of the proxy's management service, 9090 as a rule.",
  }),
  'no-reply': ({ command, timeoutMs }, format) => ({
    finding: `No answer to “${commands[command]}” within ${format.number(timeoutMs / 1000)} s.`,
  }),
  'answered-error': ({ command, status }) => ({
    finding: `The proxy answered “${commands[command]}” with: ${statuses[status]}.`,
  }),
  'not-sendable': ({ command, reason }) => ({
    finding: `“${commands[command]}” cannot be sent: ${rules[reason]}.`,
  }),
  'association-ended': ({ reason }) => ({
    finding: `The association ended in the middle: it ${ends[reason]}.`,
  }),
  'metrics-read': (metrics, format) => ({ finding: `${counted(metrics, format)}.` }),
  'metrics-implausible': (metrics, format) => ({
    finding: `The metrics came, but the connections cannot be a count: ${counted(metrics, format)}.`,
    advice: 'The proxy has miscounted; a restart of the proxy corrects it.',
  }),
  'reply-invalid': ({ command, rule }) => ({
    finding:
      command === null
        ? `Something came that is no valid SPCP reply (${rules[rule]}).`
        : `The answer to “${commands[command]}” is no valid SPCP reply (${rules[rule]}).`,
  }),
  'quit-answered': () => ({ finding: 'QUIT was answered, and the association ended in order.' }),
  'quit-shutdown': () => ({
    finding: 'The proxy took QUIT and ended the association in order.',
  }),
  shutdown: () => ({ finding: 'The association was ended in order.' }),
  'quit-aborted': () => ({
    finding: 'The proxy took QUIT and ended the association by ABORT.',
  }),
  'quit-unanswered': () => ({
    finding: 'The proxy neither answered QUIT nor ended the association.',
    advice: 'Nothing to do: the association was ended from here.',
  }),
  'already-ended': () => ({ finding: 'The association had ended already.' }),
  cancelled: () => ({ finding: 'Cancelled.' }),
};

const ends = {
  closed: 'was closed',
  'peer-shutdown': 'was ended by the proxy',
  'peer-abort': 'was aborted by the proxy',
  failed: 'failed',
} as const;

function counted(metrics: FindingDetail<'metrics-read'>, format: Format): string {
  const { connections, transferredBytes, accesses, roundTripMs } = metrics;
  return `${format.counter(connections)} connections, ${format.counter(transferredBytes)} bytes, ${format.counter(accesses)} accesses; ${format.milliseconds(roundTripMs)} for a request`;
}
