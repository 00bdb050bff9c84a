/**
 * Where labels stand so that none covers another: as near as can be to where each wants to be, in the order in which they want it. `wanted`
 * are centres; all are pixels. Where there is no room for all they are spread evenly.
 */
export function placeLabels(
  wanted: readonly number[],
  {
    top,
    bottom,
    height,
  }: { readonly top: number; readonly bottom: number; readonly height: number },
): readonly number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const first = top + height / 2;
  const last = bottom - height / 2;
  const gap = Math.min(height, (last - first) / Math.max(1, wanted.length - 1));
  const places = wanted.map(() => first);
  // Down, each below the one before; then up from the bottom, so that none leaves the picture.
  let least = first;
  for (const index of order) {
    places[index] = Math.max(least, wanted[index] ?? first);
    least = (places[index] ?? first) + gap;
  }
  let most = last;
  for (const index of order.toReversed()) {
    places[index] = Math.min(most, places[index] ?? last);
    most = (places[index] ?? last) - gap;
  }
  return places;
}
