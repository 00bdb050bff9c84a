/** A token that nobody guesses: 256 bits of the browser's generator, in hexadecimal digits. */
export function madeUpToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
