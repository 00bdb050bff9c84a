import type { SpcpClient } from '../../spcp/client.ts';

/** What is read of a proxy, over a session of the command's own or over that of a console. */
export interface ProxyReads extends Pick<SpcpClient, 'readMetrics' | 'getTransformation'> {
  /** Resolves when the session, or the console, is gone. */
  readonly ended: Promise<unknown>;
}
