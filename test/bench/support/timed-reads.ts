import type { SpcpClient } from '../../../electron/spcp/client.ts';

/** Notes how many milliseconds each reading of the metrics took from its request to its last reply; one that fails is not noted. Whatever the reading is asked with goes on to the client. */
export function timeReads(client: Pick<SpcpClient, 'readMetrics'>, times: number[]): void {
  const read = client.readMetrics.bind(client);
  client.readMetrics = async (...asked) => {
    const begun = performance.now();
    const reading = await read(...asked);
    times.push(performance.now() - begun);
    return reading;
  };
}
