/** So many of the proxies of one line are named. */
export const mostNamed = 6;

/** What fired, with the name of its rule where it has one: of two rules about one outage people know which spoke. */
export function ruleSaid(ruleName: string, said: string): string {
  return ruleName === '' ? said : `${ruleName}: ${said}`;
}

/** The proxies of a line, so many by name; `more` says how many there are besides. */
export function namesInLine(names: readonly string[], more: (count: number) => string): string {
  const left = names.length - mostNamed;
  return names.slice(0, mostNamed).join(', ') + (left > 0 ? ` ${more(left)}` : '');
}
