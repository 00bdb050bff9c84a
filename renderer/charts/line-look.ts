/** The hues, as custom properties; each is legible on the surface of its colour scheme. */
export const hueNames = {
  hue0: '--spcp-hue-blue',
  hue1: '--spcp-hue-red',
  hue2: '--spcp-hue-green',
  hue3: '--spcp-hue-violet',
  hue4: '--spcp-hue-amber',
  hue5: '--spcp-hue-magenta',
} as const;
export type HueName = keyof typeof hueNames;
const hues = Object.keys(hueNames) as HueName[];

/** Lengths of strokes and of the spaces between them, pixels. */
const dashes: readonly (readonly number[])[] = [[], [7, 4], [2, 3], [10, 3, 2, 3]];

/** How a line is told from the others. Hues and dashes have periods of six and four, so that twelve lines have twelve looks. */
export function lookOf(line: number): { readonly hue: HueName; readonly dash: readonly number[] } {
  return { hue: hues[line % hues.length] ?? 'hue0', dash: dashes[line % dashes.length] ?? [] };
}

/** The colour of the same line at another time, which is thinner and never dashed. */
export function paleColor(color: string): string {
  return /^#[0-9a-f]{6}$/i.test(color) ? `${color}99` : color;
}
