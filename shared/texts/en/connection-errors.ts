import type { connectionErrors as details, SshLogin } from '../../facts/connection-errors.ts';
import { sshCommand } from '../ssh-command.ts';
import type { ErrorTexts } from '../texts.ts';

/** The relay's or the SSH server's own words, where there are any. */
const quote = (said: string): string => (said === '' ? '' : ` It said: “${said}”.`);

const seenFrom = 'Check the host and the port; they are seen from there.';

export const connectionErrors: ErrorTexts<keyof typeof details> = {
  'host-not-found': {
    unknown: ({ host }) => ({
      message: `There is no host called ${host}.`,
      remedy: 'Check the name, and that the VPN with its name server is up.',
    }),
    'no-host-name': ({ host }) => ({
      title: 'This is no host name',
      message: `${host} is neither a host name nor an address, and was not found.`,
      remedy: 'Correct it: a name has letters, digits and hyphens between its dots.',
    }),
    'name-server-silent': ({ host }) => ({
      title: 'No name server answers',
      message: `No name server answered for ${host}.`,
      remedy: 'Check the network and the VPN, or use the address in place of the name.',
    }),
    ssh: ({ sshDestination, said }) => ({
      message: `ssh finds no host for ${sshDestination}.${quote(said)}`,
      remedy: 'Check the name, and that the VPN with its name server is up.',
    }),
    'behind-ssh': ({ sshDestination, host, said }) => ({
      message: `There is no host called ${host} on the side of ${sshDestination}.${quote(said)}`,
      remedy: 'Check the host; it is seen from there.',
    }),
  },
  'udp-port-closed': ({ host, udpPort }) => ({
    message: `${host} is there, but nothing listens on its UDP port ${udpPort}.`,
    remedy: `On the server run “sudo sysctl net.sctp.encap_port=${udpPort} net.sctp.udp_port=${udpPort}”, or correct the UDP port.`,
  }),
  'not-sctp': ({ host, udpPort }) => ({
    message: `Something answers at ${host}, UDP port ${udpPort}, but it is not SCTP.`,
    remedy: "Correct the UDP port: it is the server's net.sctp.udp_port, 9899 as a rule.",
  }),
  unreachable: {
    here: ({ host, cause }) => ({
      message: `There is no way to ${host} from here (${cause}).`,
      remedy: 'Check the network, or the VPN, and the host.',
    }),
    ssh: ({ sshDestination, said }) => ({
      title: 'SSH server out of reach',
      message: `ssh cannot reach ${sshDestination}.${quote(said)}`,
      remedy: 'Check that an SSH server runs there, and the network or the VPN.',
    }),
    'behind-ssh': ({ sshDestination, host, port, said }) => ({
      message: `${host}, SCTP port ${port}, cannot be reached from ${sshDestination}.${quote(said)}`,
      remedy: seenFrom,
    }),
  },
  'connect-timeout': {
    kernel: ({ host, port }) => ({
      message: `Nobody answered at ${host}, SCTP port ${port}, in time.`,
      remedy: 'Check the host and port. Networks and firewalls often drop SCTP: try SCTP in UDP.',
    }),
    udp: ({ host, udpPort }) => ({
      message: `Nobody answered at ${host}, UDP port ${udpPort}, in time.`,
      remedy: `Check the host, that firewalls let UDP port ${udpPort} through both ways, and that the server has net.sctp.udp_port=${udpPort}.`,
    }),
    handshake: ({ host, port }) => ({
      title: 'The handshake did not end',
      message: `${host} answered, but did not complete the SCTP handshake on port ${port}.`,
      remedy: 'Its network may lose packets, or a packet filter drops the later ones; try again.',
    }),
    'init-dropped': ({ host, port, udpPort }) => ({
      message: `An SCTP stack answers at ${host}, UDP port ${udpPort}, but not to the request for an association with SCTP port ${port}.`,
      remedy: `A packet filter on the server or on the way drops it (look for rules on SCTP port ${port}), or the server is overloaded.`,
    }),
    ssh: ({ sshDestination, said }) => ({
      message: `The SSH server of ${sshDestination} does not answer.${quote(said)}`,
      remedy: 'Check the address, the VPN and the firewalls.',
    }),
    shell: ({ sshDestination, said }) => ({
      message: `ssh did not get to a shell on ${sshDestination} in time.${quote(said)}`,
      remedy: `Check the address, the VPN, and that “${sshCommand(sshDestination)} true” works in a terminal.`,
    }),
    'behind-ssh': ({ sshDestination, host, port, said }) => ({
      message: `The relay on ${sshDestination} got no association with ${host}, SCTP port ${port}, in time.${quote(said)}`,
      remedy: seenFrom,
    }),
  },
  refused: {
    here: ({ host, port }) => ({
      message: `${host} refused an association on SCTP port ${port}.`,
      remedy: 'Check the SCTP port, and that the proxy runs and has room for one more session.',
    }),
    'behind-ssh': ({ sshDestination, host, port, said }) => ({
      message: `Seen from ${sshDestination}, ${host} refused an association on SCTP port ${port}.${quote(said)}`,
      remedy: 'Check the SCTP port, and that the proxy runs and has room for one more session.',
    }),
  },
  'association-lost': {
    ended: ({ where, reason, said }) =>
      lost(`The association with ${where} ${ends[reason]}.${quote(said)}`),
    system: ({ where, cause }) => lost(`The association with ${where} was lost (${cause}).`),
    stack: ({ where }) => lost(`The association with ${where} failed inside the SCTP stack.`),
    stuck: ({ where }) => lost(`${where} takes nothing that is sent to it.`),
    flood: ({ where }) => lost(`${where} sent more than was asked for.`),
    violation: ({ where }) => lost(`${where} broke the rules of SCTP.`),
    restarted: ({ where }) => lost(`${where} restarted.`),
    idle: ({ where, idleMs }, format) =>
      lost(`${where} was not heard for ${format.number(idleMs / 1000)} s.`),
    relay: ({ sshDestination, said }) =>
      lost(`The relay through ${sshDestination} ended.${quote(said)}`),
  },
  'ssh-host-key': ({ sshDestination, changed, said }) =>
    changed
      ? {
          title: 'The SSH host key has changed',
          message: `The host key of ${sshDestination} is not the one that ssh knows. That may be an attack.${quote(said)}`,
          remedy: 'Find out why it changed before you remove the old key from known_hosts.',
        }
      : {
          message: `ssh does not know the host key of ${sshDestination}, and the console cannot ask.${quote(said)}`,
          remedy: `Run “${sshCommand(sshDestination)}” once in a terminal, compare the key, and accept it.`,
        },
  'ssh-login-refused': ({ sshDestination, takes, said }) => ({
    message: `${sshDestination} refused the SSH login. The console cannot ask for a password or a passphrase.${quote(said)}`,
    remedy: loginRemedy(sshDestination, takes),
  }),
  'relay-missing': ({ sshDestination, program, said }) => ({
    message: `There is no ${program} on ${sshDestination}.${quote(said)}`,
    remedy: 'Install it there (Debian: “sudo apt install socat”), or set another relay command.',
  }),
  'relay-failed': {
    exit: ({ sshDestination, exitCode, said }) => ({
      message: `The relay through ${sshDestination} failed (exit code ${exitCode ?? 'none'}).${quote(said)}`,
      remedy: 'Try the relay command by hand there.',
    }),
    flood: ({ sshDestination }) => ({
      message: `${sshDestination} printed more than a relay does.`,
      remedy: 'Look at the start files of the shell there, and at the relay command.',
    }),
    'not-started': ({ cause }) => ({
      message: `ssh could not be started (${cause}).`,
      remedy: 'Check whether this machine is short of memory or of processes; then try again.',
    }),
  },
  'no-sctp-there': ({ sshDestination, said }) => ({
    message: `${sshDestination} has no SCTP, or its socat has none.${quote(said)}`,
    remedy: 'Run “sudo modprobe sctp” there, and install a socat that knows SCTP.',
  }),
};

const ends = {
  closed: 'was closed',
  'peer-shutdown': 'was ended by the proxy',
  'peer-abort': 'was aborted by the proxy',
  failed: 'failed',
} as const;

function lost(message: string) {
  return {
    message,
    remedy: 'Check that the proxy runs and can be reached.',
  };
}

/** What to do in a terminal, where `ssh` may ask. */
function loginRemedy(sshDestination: string, takes: SshLogin | null): string {
  if (takes === 'password')
    return `That server takes passwords only. Have it take your key, or log in once in a terminal with ControlMaster, ControlPath and ControlPersist in your ~/.ssh/config: the console then goes through that connection.`;
  const copy =
    takes === 'key-or-password'
      ? ` If that server does not know your key yet, “${sshCommand(sshDestination, 'ssh-copy-id')}” asks for the password once and takes it there.`
      : ' That server has to have your key in its authorized_keys.';
  return `If your key has a passphrase, enter it once with “ssh-add”, in the session that the console runs in.${copy} It is right once “${sshCommand(sshDestination, 'ssh -o BatchMode=yes')} true” is silent in a terminal.`;
}
