/**
 * Says that the program is alive, twice in each span in which that is waited for, and only while it really works: `works` is asked each time, and
 * nothing is said before it answers. Where the event loop stands still, or `works` does, the manager starts the program anew. Returns ending it.
 */
export function feedWatchdog(
  everyMs: number | null,
  works: () => Promise<unknown>,
  alive: () => void,
  logFault: (what: string, error: unknown) => void,
): () => void {
  if (everyMs === null) return () => {};
  let asking = false;
  let ended = false;
  const look = async (): Promise<void> => {
    // One that is late is not asked a second time: its answer says as much.
    if (asking) return;
    asking = true;
    try {
      await works();
      if (!ended) alive();
    } catch (error) {
      if (!ended) logFault('the watchdog is not told, since the console does not work', error);
    } finally {
      asking = false;
    }
  };
  const timer = setInterval(look, everyMs / 2);
  void look();
  return () => {
    ended = true;
    clearInterval(timer);
  };
}
