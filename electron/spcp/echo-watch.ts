/** Fewer bytes may be a true reply to the login all the same: an OK, and a DATALEN. */
const leastBytes = 3;

/** How much of what was sent has come back so far, byte for byte; null once something else came. */
class ComesBack {
  #sent = new Uint8Array(0);
  #heard: number | null = 0;

  send(bytes: Uint8Array): void {
    const before = this.#sent;
    this.#sent = new Uint8Array(before.length + bytes.length);
    this.#sent.set(before);
    this.#sent.set(bytes, before.length);
  }

  /** Whether what came is enough to tell that it comes back. */
  hear(bytes: Uint8Array): boolean {
    for (const byte of bytes) {
      if (this.#heard === null) return false;
      this.#heard = byte === this.#sent[this.#heard] ? this.#heard + 1 : null;
    }
    return this.#heard !== null && this.#heard >= leastBytes;
  }
}

/**
 * Tells a peer that sends back what it gets. Read as a reply, an echoed USER (`00 …`) is an OK, and an echoed PASS (`01 …`) a refused password.
 * It shows at the login and nowhere else: later requests have the same bytes as some true replies (`02 00`), or come back as a STATUS that does not exist.
 */
export class EchoWatch {
  /** From the first request on, since a stream may bring the rest of one echo after the next request is out. */
  readonly #login = new ComesBack();
  #request = new ComesBack();

  /** A request of the login goes out. */
  sent(bytes: Uint8Array): void {
    this.#login.send(bytes);
    this.#request = new ComesBack();
    this.#request.send(bytes);
  }

  /** Takes what came, in order. Whether the peer is an echo. */
  hears(bytes: Uint8Array): boolean {
    const login = this.#login.hear(bytes);
    return this.#request.hear(bytes) || login;
  }
}
