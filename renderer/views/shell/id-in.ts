/** Of whom a page is, where it is of somebody: the `id` of its address. */
export function idIn(params: object | undefined): string | null {
  return params !== undefined && 'id' in params ? String(params.id) : null;
}
