import { z } from 'zod';
import { cases, text } from './facts.ts';

const port = z.int();
/** Host and SCTP port of a proxy. */
const place = { host: text, port };
/** What the operating system calls the cause, such as `ENETUNREACH`. */
const cause = text;
/** The last words of ssh or of the relay, escaped; empty where they said nothing. */
const said = text;
const ssh = { sshDestination: text, said };
/** The proxy as the SSH server sees it. */
const behindSsh = { ...ssh, ...place };

/** With what an SSH server lets somebody in. */
export const sshLogins = ['key', 'password', 'key-or-password'] as const;
export type SshLogin = (typeof sshLogins)[number];

/** Errors that come before the session: of names, networks, SCTP and SSH. */
export const connectionErrors = {
  'host-not-found': cases({
    unknown: { host: text },
    /** What no name server could know. */
    'no-host-name': { host: text },
    /** No answer at all, which is not the same as an answer that there is no such host. */
    'name-server-silent': { host: text },
    ssh,
    'behind-ssh': behindSsh,
  }),
  'udp-port-closed': z.object({ host: text, udpPort: port }),
  'not-sctp': z.object({ host: text, udpPort: port }),
  unreachable: cases({
    here: { host: text, cause },
    ssh,
    'behind-ssh': behindSsh,
  }),
  'connect-timeout': cases({
    /** The kernel's INIT: networks often drop SCTP. */
    kernel: place,
    udp: { ...place, udpPort: port },
    /** The handshake was answered, and did not come to its end. */
    handshake: { ...place, udpPort: port },
    /** An SCTP stack answers there, and the INIT is dropped all the same. */
    'init-dropped': { ...place, udpPort: port },
    ssh,
    /** ssh was there, and got no shell in time. */
    shell: ssh,
    'behind-ssh': behindSsh,
  }),
  refused: cases({
    here: place,
    'behind-ssh': behindSsh,
  }),
  'association-lost': cases({
    /** `cause` is the code of the transport's own error, `said` are the last words of a relay. */
    ended: {
      where: text,
      reason: z.enum(['closed', 'peer-shutdown', 'peer-abort', 'failed']),
      cause: text.nullable(),
      said,
    },
    system: { where: text, cause },
    stack: { where: text },
    /** It took nothing that was sent to it. */
    stuck: { where: text },
    /** It sent more than was asked for. */
    flood: { where: text },
    violation: { where: text },
    restarted: { where: text },
    idle: { where: text, idleMs: z.number() },
    relay: ssh,
  }),
  'ssh-host-key': z.object({ ...ssh, changed: z.boolean() }),
  /** `takes`: with what that server lets in, as far as it says. Versions before did not tell. */
  'ssh-login-refused': z.object({ ...ssh, takes: z.enum(sshLogins).nullable().default(null) }),
  'relay-missing': z.object({ ...ssh, program: text }),
  'relay-failed': cases({
    exit: { ...ssh, exitCode: z.int().nullable() },
    /** It printed more than a relay does. */
    flood: { sshDestination: text },
    'not-started': { cause },
  }),
  'no-sctp-there': z.object(ssh),
} as const;
