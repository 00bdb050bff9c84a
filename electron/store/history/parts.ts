/** Proxies in one part of `recent`: enough that a tick of a small fleet writes one page, few enough that rolling a part up takes milliseconds. */
export const proxiesInPart = 64;

/** The part of `recent` that a proxy's readings lie in. */
export function partOf(proxy: number): number {
  return Math.floor(proxy / proxiesInPart);
}

/** The place of a proxy in its part. */
export function slotOf(proxy: number): number {
  return proxy % proxiesInPart;
}

/** Whether a number is a place in a part. */
export function isSlot(slot: number): boolean {
  return slot < proxiesInPart;
}

/** The proxy that has this place in the part. */
export function keyOf(part: number, slot: number): number {
  return part * proxiesInPart + slot;
}
