import { type Place, placeSchema } from '../../../shared/model/place.ts';
import { unbracketed } from '../../../shared/model/web-address.ts';

/** What a secret for a web address is bound to, for one use: one that was entered for a host and a port goes to no other. */
export function webPlace(url: string, use: 'webhook' | 'prometheus'): Place {
  const { hostname, port, protocol } = new URL(url);
  return {
    ...placeSchema.parse({ host: unbracketed(hostname), user: use }),
    port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
    transport: 'kernel',
  };
}
