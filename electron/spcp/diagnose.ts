import type { AppError } from '../../shared/errors.ts';
import type {
  ConnectionTest,
  Finding,
  FindingDetail,
  StageResult,
  TestStage,
} from '../../shared/model/connection-test.ts';
import { examinePath } from '../transport/doctor/doctor.ts';
import {
  createStageRecord,
  type Found,
  finding,
  type StageRecord,
} from '../transport/doctor/stage.ts';
import type { Target, Transport, TransportEnd } from '../transport/transport.ts';
import { type MetricsReading, SpcpClient } from './client.ts';
import { countersText } from './counters-text.ts';
import { type ObservedTransport, observe } from './observed-transport.ts';
import { Session } from './session.ts';
import { quitUnanswered } from './session-errors.ts';

export interface DiagnoseOptions {
  /** Ends in order whatever was begun; the stage that ran then has failed by `cancelled`. */
  readonly signal?: AbortSignal | undefined;
  /** For each reply, milliseconds; 5000 unless told. */
  readonly timeoutMs?: number | undefined;
  /** For each stage before the login, milliseconds; 5000 unless told. */
  readonly connectTimeoutMs?: number | undefined;
  /** Each result as it comes in. */
  readonly onStage?: ((result: StageResult) => void) | undefined;
}

interface Credentials {
  readonly user: string;
  readonly password: string | null;
}

/** How long a proxy may take to answer QUIT, milliseconds: less than a transport's own patience, so that the ABORT after it is seen here. */
const quitMs = 2500;

/**
 * Connects to a proxy, logs in, reads once and quits, and says of each stage what was found, how long it took, and where it failed what to do.
 * One association, ended in order whatever happens (deployed behaviour 13). Without a password the stages after the handshake are
 * not run. Never rejects for what a proxy, a network or the caller's signal does.
 */
export async function diagnose(
  target: Target,
  credentials: Credentials,
  options: DiagnoseOptions = {},
): Promise<ConnectionTest> {
  const record = createStageRecord(options);
  const transport = await examinePath(record, target, options);
  if (transport === null) {
    for (const stage of ['login', 'read', 'quit'] as const) record.skip(stage);
  } else {
    await examineService(record, transport, credentials, options);
  }
  const stages = [...record.results];
  return {
    ok: passed(record, 'read') && stages.every(({ outcome }) => outcome !== 'failed'),
    stages,
  };
}

async function examineService(
  record: StageRecord,
  transport: Transport,
  { user, password }: Credentials,
  { signal, timeoutMs }: DiagnoseOptions,
): Promise<void> {
  const observed = observe(transport);
  const session = new Session(observed.transport, { signal, timeoutMs, quitMs });
  try {
    if (password === null) {
      record.skip('login', finding('no-password'));
      record.skip('read');
    } else if (await examineLogin(record, session, { user, password })) {
      await examineRead(record, session);
    } else {
      record.skip('read');
    }
  } finally {
    await examineQuit(record, session, observed);
  }
}

async function examineLogin(
  record: StageRecord,
  session: Session,
  credentials: { readonly user: string; readonly password: string },
): Promise<boolean> {
  const { user, password } = credentials;
  const login = async (): Promise<Found<null>> => {
    await session.authenticate(credentials);
    const stock = user === 'admin' && password === 'admin';
    return { finding: finding(stock ? 'logged-in-stock' : 'logged-in', { user }), value: null };
  };
  const explain = (error: AppError): Finding => {
    switch (error.code) {
      case 'login-refused':
        return finding(error.detail.step === 'user' ? 'user-unknown' : 'password-wrong', {
          user,
        });
      case 'protocol-error':
        return finding('not-spcp', { rule: error.detail.rule });
      case 'refused':
        return finding('refused', { host: error.detail.host, port: error.detail.port });
      // A relay that did not tell whether it had joined.
      case 'no-sctp-there':
      case 'relay-missing':
      case 'relay-failed':
        if (!('sshDestination' in error.detail)) return explainRequest(error);
        return finding(error.code, { sshDestination: error.detail.sshDestination });
      default:
        return explainRequest(error);
    }
  };
  return (await record.run('login', login, explain)) !== null;
}

async function examineRead(record: StageRecord, session: Session): Promise<void> {
  const read = async (): Promise<Found<null>> => {
    const metrics = await new SpcpClient(session).readMetrics();
    const code = metrics.implausible ? 'metrics-implausible' : 'metrics-read';
    return { finding: finding(code, metricsDetail(metrics)), value: null };
  };
  await record.run('read', read, (error) =>
    error.code === 'protocol-error'
      ? finding('reply-invalid', {
          command: error.detail.command,
          rule: error.detail.rule,
        })
      : explainRequest(error),
  );
}

function metricsDetail(metrics: MetricsReading): FindingDetail<'metrics-read'> {
  return {
    ...countersText(metrics),
    roundTripMs: Math.round(metrics.roundTripMs * 100) / 100,
  };
}

/** What may go wrong with any request. */
function explainRequest({ code, detail }: AppError): Finding {
  switch (code) {
    case 'reply-timeout':
      if (detail.case === 'quit') return finding('quit-unanswered');
      return finding('no-reply', { command: detail.command, timeoutMs: detail.timeoutMs });
    case 'server-error':
      return finding('answered-error', { command: detail.command, status: detail.status });
    case 'invalid-input':
      if (detail.case !== 'argument') return finding('association-ended', { reason: 'failed' });
      return finding('not-sendable', { command: detail.command, reason: detail.reason });
    case 'association-lost':
      return finding('association-ended', {
        reason: detail.case === 'ended' ? detail.reason : 'failed',
      });
    default:
      return finding('association-ended', { reason: 'closed' });
  }
}

/** Ends the association whatever became of the session, and says how. */
async function examineQuit(
  record: StageRecord,
  session: Session,
  observed: ObservedTransport,
): Promise<void> {
  if (observed.over) {
    record.skip('quit', finding('already-ended'));
    return;
  }
  const asked = session.failure === null && passed(record, 'login');
  const before = observed.received;
  const end = async (): Promise<Found<null>> => {
    const ended = await session.quit();
    if (observed.aborted || (asked && session.failure !== null))
      throw quitUnanswered(session.where);
    const answered = observed.received > before;
    return { finding: finding(howEnded(ended, asked, answered)), value: null };
  };
  await record.run('quit', end, () => finding('quit-unanswered'));
}

function passed({ results }: StageRecord, stage: TestStage): boolean {
  return results.some((result) => result.stage === stage && result.outcome === 'ok');
}

function howEnded(
  end: TransportEnd,
  asked: boolean,
  answered: boolean,
): 'shutdown' | 'quit-answered' | 'quit-shutdown' | 'quit-aborted' {
  if (!asked) return 'shutdown';
  if (answered) return 'quit-answered';
  return end.reason === 'peer-shutdown' ? 'quit-shutdown' : 'quit-aborted';
}
