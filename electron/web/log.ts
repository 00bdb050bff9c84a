/** One line for whoever looks at the terminal. Standard output is for the address alone. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
