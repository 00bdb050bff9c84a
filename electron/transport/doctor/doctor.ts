import { AppError } from '../../../shared/errors.ts';
import type { Finding } from '../../../shared/model/connection-test.ts';
import { kernelSctpSupport } from '../kernel/support.ts';
import { type Address, chooseWay, type OpenOptions, openWay, type Way } from '../open.ts';
import type { Target, Transport } from '../transport.ts';
import { probeUdp } from '../udp/reachability.ts';
import { bindUdp, connectUdpSocket } from '../udp/socket.ts';
import * as errors from './errors.ts';
import { explainResolve, findAddresses } from './resolve.ts';
import { examineRelay } from './ssh.ts';
import { type Found, finding, type StageRecord } from './stage.ts';

/** How long the question whether there is SCTP at all may take, milliseconds: a stack answers it at once. */
const probeMs = 2000;

/** A handshake that ran while the stage before was still open. */
type Attempt = { readonly ms: number } & (
  | { readonly transport: Transport }
  | { readonly error: AppError }
);

/**
 * Looks at the way to a target stage by stage: its addresses, what this machine can do, whether anything answers there, the handshake. Knows
 * nothing of SPCP. Opens one association at most, and never leaves a handshake half done. Answers the association, or null where a stage failed.
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
  const address = resolved.value;
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
        ? examineUdpPort(target, way, address, options)
        : examineRoute(target, address),
    (error) => explainReach(target, address, error),
  );
  if (reached === null) return skipAll(record, ['handshake']);
  const shaken = await record.run(
    'handshake',
    () => examineHandshake(target, way, address, options, reached.value),
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

/** A user may not send SCTP past the kernel, so all that can be told without a handshake is whether there is a route; nothing is sent. */
async function examineRoute(target: Target, { address, family }: Address): Promise<Found<null>> {
  const socket = await bindUdp(family, undefined, 0);
  try {
    await connectUdpSocket(socket, address, target.port);
    const from = socket.address().address;
    return { finding: finding('route-found', { address, from }), value: null };
  } catch (error) {
    throw errors.noRoute(target.host, error);
  } finally {
    socket.close();
  }
}

/**
 * Asks for an SCTP stack without opening anything. Where there is silence the handshake decides, since a filter may drop what belongs to
 * no association and let a handshake through.
 */
async function examineUdpPort(
  target: Target,
  way: Way,
  { address, family }: Address,
  options: OpenOptions,
): Promise<Found<Attempt | null>> {
  const { signal, connectTimeoutMs = 5000 } = options;
  const { udpPort } = target;
  const timeoutMs = Math.min(probeMs, connectTimeoutMs);
  const start = performance.now();
  const answer = await probeUdp({ ...target, address, family }, { signal, timeoutMs });
  const ms = Math.round(performance.now() - start);
  switch (answer) {
    case 'sctp':
      return { finding: finding('sctp-answers', { address, udpPort }), value: null };
    case 'closed':
      throw errors.udpPortClosed(target);
    case 'other':
      throw errors.notSctp(target);
    case 'silent': {
      const attempt = await tryHandshake(target, way, { address, family }, options);
      if ('error' in attempt && isSilence(attempt.error)) throw errors.silent(target);
      return { finding: finding('probe-unanswered', { address, udpPort }), value: attempt, ms };
    }
  }
}

async function tryHandshake(
  target: Target,
  way: Way,
  address: Address,
  options: OpenOptions,
): Promise<Attempt> {
  const start = performance.now();
  const elapsed = () => Math.round(performance.now() - start);
  try {
    const transport = await openWay(target, way, address, options);
    return { transport, ms: elapsed() };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'cancelled') throw error;
    return { error, ms: elapsed() };
  }
}

async function examineHandshake(
  target: Target,
  way: Way,
  address: Address,
  options: OpenOptions,
  before: Attempt | null,
): Promise<Found<Transport>> {
  const attempt = before ?? (await tryHandshake(target, way, address, options));
  if ('error' in attempt) {
    // The probe was answered: the advice for a host where nothing answers would mislead.
    const dropped = before === null && way.kind === 'udp' && isSilence(attempt.error);
    throw dropped ? errors.initDropped(target) : attempt.error;
  }
  const { transport, ms } = attempt;
  return {
    finding: finding('established', { where: transport.description }),
    value: transport,
    ms,
  };
}

function isSilence(error: AppError): boolean {
  return error.code === 'connect-timeout' && error.detail.case !== 'handshake';
}

function explainReach({ udpPort }: Target, { address }: Address, error: AppError): Finding {
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
