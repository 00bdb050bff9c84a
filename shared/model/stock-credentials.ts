/** What deployed servers have compiled in (deployed behaviour 16), and everybody knows. */
export const stockCredentials = { user: 'admin', password: 'admin' } as const;

export function areStock(user: string, password: string | null): boolean {
  return user === stockCredentials.user && password === stockCredentials.password;
}
