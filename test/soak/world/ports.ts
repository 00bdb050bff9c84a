/** Below those that systems hand out by themselves: one that is free for a while, since its proxy is down, is still free after it. */
const first = 12_000;
const last = 30_000;

let next = first + (process.pid % 150) * 100;

/** Listens at the first port of its own that is free, by `listen`, which rejects where one is taken. */
export async function atOwnPort<T>(listen: (port: number) => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    const port = next++;
    if (next > last) next = first;
    try {
      return await listen(port);
    } catch (error) {
      if (tries === 100) throw error;
    }
  }
}
