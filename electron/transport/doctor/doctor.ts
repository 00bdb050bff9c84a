import type { AppError } from '../../../shared/errors.ts';
import type { Finding } from '../../../shared/model/connection-test.ts';
import type { Address } from '../addresses.ts';
import { kernelSctpSupport } from '../kernel/support.ts';
import { chooseWay, type OpenOptions, type Way } from '../open.ts';
import type { Target, Transport } from '../transport.ts';
import * as errors from './errors.ts';
import { isSilence, tryHandshake } from './handshake.ts';
import { examineRoutes, examineUdpPort, type Reached } from './reach.ts';
import { explainResolve, findAddresses } from './resolve.ts';
import { examineRelay } from './ssh.ts';
import { type Found, finding, type StageRecord } from './stage.ts';

/**
 * Looks at the way to a target stage by stage: its addresses, what this machine can do, whether anything answers there, the handshake. Knows
 * nothing of SPCP. Keeps one association at most, and never leaves a handshake half done. Answers the association, or null where a stage failed.
 */
export async function examinePath(
  record: StageRecord,
  target: Target,
  options: OpenOptions,
): Promise<Transport | null> {
  const way = chooseWay(target);
  if (way === null) return examineRelay(record, target, options);
  const resolved = await record.run(
    'resolve',
    () => findAddresses(target.host, options),
    (error) => explainResolve(target.host, error),
  );
  if (resolved === null) return skipAll(record, ['support', 'reach', 'handshake']);
  const [first] = resolved.value;
  let blamed = first;
  const reachOptions = { ...options, onBlamed: (address: Address) => (blamed = address) };
  const supported = await record.run(
    'support',
    async () => examineSupport(target, way),
    () => finding('no-kernel-sctp', { reason: kernelSctpSupport().reason }),
  );
  if (supported === null) return skipAll(record, ['reach', 'handshake']);
  const reached = await record.run(
    'reach',
    () =>
      way.kind === 'udp'
        ? examineUdpPort(target, way, resolved.value, reachOptions)
        : examineRoutes(target, resolved.value, reachOptions),
    (error) => explainReach(target, blamed?.address ?? target.host, error),
  );
  if (reached === null) return skipAll(record, ['handshake']);
  const shaken = await record.run(
    'handshake',
    () => examineHandshake(target, way, reached.value, options),
    (error) => explainHandshake(target, way, error),
  );
  return shaken?.value ?? null;
}

function skipAll(record: StageRecord, stages: readonly ('support' | 'reach' | 'handshake')[]) {
  for (const stage of stages) record.skip(stage);
  return null;
}

function examineSupport(target: Target, way: Way): Found<null> {
  const auto = target.transport === 'auto';
  if (way.kind === 'udp') {
    const { udpPort } = target;
    return { finding: finding('sctp-in-udp', { auto, reason: way.reason, udpPort }), value: null };
  }
  const { available, reason } = kernelSctpSupport();
  if (!available) throw errors.noKernelSctp(reason);
  return { finding: finding('kernel-sctp', { auto }), value: null };
}

async function examineHandshake(
  target: Target,
  way: Way,
  { addresses, attempt: before }: Reached,
  options: OpenOptions,
): Promise<Found<Transport>> {
  const attempt = before ?? (await tryHandshake(target, way, addresses, options));
  if ('error' in attempt) {
    // The probe was answered: the advice for a host where nothing answers would mislead.
    const dropped = before === null && way.kind === 'udp' && isSilence(attempt.error);
    throw dropped ? errors.initDropped(target) : attempt.error;
  }
  const { transport, address, ms } = attempt;
  // A host that is an address says it already.
  const answered = address.address === target.host ? null : address.address;
  return {
    finding: finding('established', { where: transport.description, address: answered }),
    value: transport,
    ms,
  };
}

function explainReach({ udpPort }: Target, address: string, error: AppError): Finding {
  switch (error.code) {
    case 'udp-port-closed':
      return finding('udp-port-closed', { address, udpPort });
    case 'not-sctp':
      return finding('not-sctp', { address, udpPort });
    case 'connect-timeout':
      return finding('silent', { address, udpPort });
    default:
      return finding('no-route', { address });
  }
}

function explainHandshake(target: Target, way: Way, error: AppError): Finding {
  const { host, port } = target;
  switch (error.code) {
    case 'refused':
      return finding('refused', { host, port });
    case 'connect-timeout':
      if (!isSilence(error)) return finding('handshake-incomplete', { host, port });
      return finding(way.kind === 'udp' ? 'init-dropped' : 'init-unanswered', { host, port });
    case 'udp-port-closed':
      return finding('udp-port-closed', { address: host, udpPort: target.udpPort });
    default:
      return finding('no-route', { address: host });
  }
}
