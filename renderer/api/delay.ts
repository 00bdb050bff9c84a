/** Calls back after so many milliseconds. */
export type Delay = (ms: number, task: () => void) => void;
