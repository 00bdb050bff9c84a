import type { Finding, FindingCode } from '../../shared/model/connection-test.ts';

/** A sentence of a finding: `{name}` stands for a fact. */
const sentences: Readonly<Record<FindingCode, string>> = {
  'address-given': '{address} is an address; nothing to look up.',
  'addresses-found': '{host} is {address} (IPv{family}).',
  'host-unknown': 'There is no host called {host}.',
  'name-server-silent': 'No name server answered for {host}.',
  'resolved-there': 'The address is looked up on the side of {sshDestination}.',
  'kernel-sctp': 'This machine has kernel SCTP.',
  'no-kernel-sctp': 'Kernel SCTP is not available: {reason}.',
  'sctp-in-udp': 'SCTP in UDP needs nothing on this machine.',
  'ssh-found': 'ssh is there: {version}.',
  'ssh-missing': 'There is no ssh program on this machine.',
  'route-found': 'There is a route to {address}, from {from}.',
  'no-route': 'There is no way to {address}.',
  'sctp-answers': 'An SCTP stack answers at {address}, UDP port {udpPort}.',
  'probe-unanswered':
    'The SCTP stack at {address}, UDP port {udpPort}, answers a handshake, but not the probe before it.',
  'udp-port-closed': 'UDP port {udpPort} of {address} is closed.',
  'not-sctp': 'Something answers at {address}, UDP port {udpPort}, but it is not SCTP.',
  silent: 'Nothing answers at {address}, UDP port {udpPort}: a firewall, or no SCTP in UDP there.',
  'ssh-connected': 'ssh logged in at {sshDestination}.',
  'ssh-unreachable': 'ssh cannot reach {sshDestination}.',
  'ssh-host-key': 'ssh does not trust the host key of {sshDestination}.',
  'ssh-login-refused': '{sshDestination} refused the SSH login.',
  established: 'The association with {where} is up.',
  refused:
    'SCTP port {port} of {host} refused by ABORT: wrong port, proxy down, or its backlog full.',
  'init-dropped':
    'The request for an association (INIT) to SCTP port {port} of {host} was dropped on the way.',
  'init-unanswered': 'Nobody answered at {host}, SCTP port {port}: many networks drop SCTP.',
  'handshake-incomplete':
    '{host} answered the first step of the handshake, and then no more (SCTP port {port}).',
  'relay-missing': 'The relay program is not there on {sshDestination}.',
  'no-sctp-there': '{sshDestination} has no SCTP.',
  'relay-failed': 'The relay on {sshDestination} failed.',
  'relay-started':
    'The relay on {sshDestination} runs, but does not tell whether it has reached the proxy: the login shows it.',
  'logged-in': 'Logged in as {user}.',
  'logged-in-stock':
    'Logged in as {user} with the stock password that every deployed server comes with: change it.',
  'no-password': 'No password is given, so the login was not tried.',
  'user-unknown': 'The proxy does not know the user {user}.',
  'password-wrong': 'The proxy knows the user {user} and refused the password.',
  'not-spcp': 'The peer speaks SCTP, but not SPCP ({rule}).',
  'no-reply': 'No answer to {command} within {timeoutMs} ms.',
  'answered-error': 'The proxy answered {command} with an error ({status}).',
  'not-sendable': '{command} cannot be sent: {reason}.',
  'association-ended': 'The association ended in the middle ({reason}).',
  'metrics-read':
    '{connections} connections, {transferredBytes} bytes, {accesses} accesses; {roundTripMs} ms a request.',
  'metrics-implausible':
    'The metrics came, but {connections} cannot be a count of open connections ({transferredBytes} bytes, {accesses} accesses; {roundTripMs} ms a request).',
  'reply-invalid': 'The answer to {command} is no valid SPCP reply ({rule}).',
  'quit-answered': 'QUIT was answered, and the association ended in order.',
  'quit-shutdown': 'The proxy took QUIT and ended the association in order.',
  shutdown: 'The association was ended in order.',
  'quit-aborted': 'The proxy took QUIT and ended the association by ABORT.',
  'quit-unanswered': 'The proxy neither answered QUIT nor ended the association.',
  'already-ended': 'The association had ended already.',
  cancelled: 'Cancelled.',
};

/** Why `auto` took the way, and further addresses: said where they are there. */
function addition({ code, detail }: Finding): string {
  if (code === 'addresses-found' && detail.others !== null)
    return ` Further addresses: ${detail.others}.`;
  if (code === 'sctp-in-udp' && detail.auto) return ` Taken because ${detail.reason}.`;
  if (code === 'kernel-sctp' && detail.auto) return ' Taken before SCTP in UDP.';
  return '';
}

/** A finding as an English sentence, for logs and the command line. */
export function findingText(finding: Finding): string {
  const sentence = sentences[finding.code].replaceAll(/\{(\w+)\}/g, (_whole, name: string) =>
    String(finding.detail[name] ?? 'unknown'),
  );
  return sentence + addition(finding);
}
