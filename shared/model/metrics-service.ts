import { z } from 'zod';
import { errorValue } from '../facts/errors.ts';
import { boundedText } from './text.ts';
import { usualPreferences } from './usual-preferences.ts';

const ipv4 = z.ipv4();
const ipv6 = z.ipv6();

/** An address of this machine, as IP; without brackets, and no longer than INET6_ADDRSTRLEN. */
export const listenHostSchema = boundedText(46).refine(isAddress);

function isAddress(text: string): boolean {
  return ipv4.safeParse(text).success || ipv6.safeParse(text).success;
}

const portSchema = z.int().min(1).max(65_535);

/** The path of a file on the machine of the console; empty for none. Nothing that nobody sees, nor turns what stands beside it, is in it. */
const fileSchema = boundedText(4000).regex(/^[^\p{Cc}\p{Bidi_C}]*$/u);

/** A bearer token as RFC 6750 writes it, of 16 characters at least. */
export const metricsTokenPattern = /^[A-Za-z0-9._~+/-]{16,4096}={0,2}$/;
export const metricsTokenSchema = boundedText(4100).regex(metricsTokenPattern);

/** Where a console serves `/metrics` for Prometheus, and who may read it there. */
export const metricsSettingsSchema = z.object({
  on: z.boolean(),
  host: listenHostSchema,
  port: portSchema,
  /** Certificate with its chain and private key (PEM): both for https, or none. */
  cert: fileSchema,
  key: fileSchema,
  /** Whether a bearer token is asked for; it lies in the vault. */
  token: z.boolean(),
});
export type MetricsSettings = z.infer<typeof metricsSettingsSchema>;

/** What administrators say of it: never, or where; what is left out is none, and loopback with the usual port. */
export const metricsPolicySchema = z.union([
  z.literal(false),
  z.strictObject({
    host: listenHostSchema.default(usualPreferences.metrics.host),
    port: portSchema.default(usualPreferences.metrics.port),
    cert: fileSchema.default(''),
    key: fileSchema.default(''),
    /** A file with the token, that only the console's user can read. */
    tokenFile: fileSchema.default(''),
  }),
]);

/**
 * Who says where: what was chosen here; administrators, who lock that choice, set it by their policy or forbid it; or the options of the command, which win
 * over all of them.
 */
export const metricsSayers = ['chosen', 'locked', 'policy', 'forbidden', 'options'] as const;

/** How a console serves metrics now; never the token. */
export const metricsStateSchema = z.object({
  /** As they are chosen, whoever says where. */
  settings: metricsSettingsSchema,
  /** Whether there is a token in the vault. */
  hasToken: z.boolean(),
  said: z.enum(metricsSayers),
  /** Who manages this machine; empty where nobody does. */
  by: z.string(),
  serving: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('off') }),
    /**
     * The address as Prometheus finds it. `notRenewed`: why certificate, key and token could not be read again; those that were read before hold. Null where
     * they could.
     */
    z.object({
      kind: z.literal('on'),
      address: z.string(),
      notRenewed: errorValue.nullable().default(null),
    }),
    z.object({ kind: z.literal('failed'), error: errorValue }),
  ]),
});
export type MetricsState = z.infer<typeof metricsStateSchema>;

/** Whether other machines do not reach an address. */
export function isOwnAddress(host: string): boolean {
  return host === '::1' || /^127(?:\.[0-9]{1,3}){3}$/.test(host);
}

/** What is missing where other machines reach it, or where there is one of certificate and key; null where nothing is. */
export function missingForMetrics(
  settings: Pick<MetricsSettings, 'host' | 'cert' | 'key'>,
  hasToken: boolean,
): 'cert' | 'key' | 'token' | null {
  const { host, cert, key } = settings;
  const isOpen = !isOwnAddress(host);
  if (cert === '' && (isOpen || key !== '')) return 'cert';
  if (key === '' && cert !== '') return 'key';
  return isOpen && !hasToken ? 'token' : null;
}
