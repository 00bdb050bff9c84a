/** Runs the task again and again, after so many milliseconds. Returns ending it. */
export function every(ms: number, task: () => void): () => void {
  const timer = setInterval(task, ms);
  return () => clearInterval(timer);
}
