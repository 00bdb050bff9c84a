/** Another console of which the metrics are to be found. */
export interface DiscoveryTarget {
  readonly scheme: 'http' | 'https';
  /** `host:port`, an IPv6 address in brackets. */
  readonly address: string;
}

/** So many consoles can be named. */
const most = 1000;

/** Reads `a:9460,https://b:9460`. Null where one of them is no address with a port, where there is none, or very many. */
export function parseTargets(text: string): readonly DiscoveryTarget[] | null {
  const found: DiscoveryTarget[] = [];
  for (const part of text.split(',')) {
    const target = targetOf(part.trim());
    if (target === null) return null;
    found.push(target);
  }
  return found.length > most ? null : found;
}

function targetOf(text: string): DiscoveryTarget | null {
  const scheme = text.startsWith('https://') ? 'https' : 'http';
  const address = text.replace(/^https?:\/\//, '');
  const isAddress =
    /^(?:\[[0-9a-fA-F:.]{2,45}\]|[A-Za-z0-9](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9])?):[0-9]{1,5}$/.test(
      address,
    );
  const port = Number(address.slice(address.lastIndexOf(':') + 1));
  return isAddress && port > 0 && port <= 65_535 ? { scheme, address } : null;
}

/** As Prometheus reads it (`http_sd_configs`): of each target whether it speaks https, and which shard it is. */
export function discoveryText(targets: readonly DiscoveryTarget[]): string {
  const groups = targets.map(({ scheme, address }, index) => ({
    targets: [address],
    labels: { __scheme__: scheme, shard: `${index + 1}/${targets.length}` },
  }));
  return `${JSON.stringify(groups)}\n`;
}
