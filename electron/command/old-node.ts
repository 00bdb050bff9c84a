/** The first release of Node that the console runs on. */
const needed = 24;

/** Ends the process with code 1 and one sentence where its Node is too old. To be called before what an older one cannot read is loaded. */
export function refuseOldNode({ versions, stderr, exit }: NodeJS.Process): void {
  if (Number.parseInt(versions.node, 10) >= needed) return;
  stderr.write(`SPCP Console needs Node ${needed} or newer; this is ${versions.node}.\n`);
  exit(1);
}
