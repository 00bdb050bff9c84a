/** The values that an element's custom properties have now: for what draws itself and takes no CSS. */
export function cssValues<N extends string>(
  element: Element,
  names: Readonly<Record<N, string>>,
): Readonly<Record<N, string>> {
  const style = window.getComputedStyle(element);
  const values = {} as Record<N, string>;
  for (const key of Object.keys(names) as N[]) {
    values[key] = style.getPropertyValue(names[key]).trim();
  }
  return values;
}
