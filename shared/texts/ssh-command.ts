/** What is typed in a terminal for an SSH destination, whose port `ssh` takes as an option alone: `ssh -p 2222 ana@jump.example`. */
export function sshCommand(destination: string, program = 'ssh'): string {
  const [, host = destination, port] = /^([^:]*):([0-9]+)$/.exec(destination) ?? [];
  return port === undefined ? `${program} ${host}` : `${program} -p ${port} ${host}`;
}
