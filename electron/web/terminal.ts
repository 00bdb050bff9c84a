/** Calls back for every line that is entered, where standard input is a terminal. Returns ending that. */
export function onEnter(task: () => void): () => void {
  const { stdin } = process;
  if (!stdin.isTTY) return () => {};
  stdin.on('data', task);
  return () => {
    stdin.off('data', task);
    stdin.pause();
  };
}

/** Calls back for each SIGUSR2, by which a service is asked for what somebody asks for by Enter at a terminal. Returns ending that. */
export function onRequest(task: () => void): () => void {
  process.on('SIGUSR2', task);
  return () => process.off('SIGUSR2', task);
}
