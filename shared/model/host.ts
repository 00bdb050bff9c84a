/** Host and port as one text: an IPv6 address stands in brackets, since its last part could be taken for the port. */
export function hostAndPort(host: string, port: number): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
