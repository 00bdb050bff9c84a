import type { AppError } from '../../../shared/errors.ts';
import { hostAndPort } from '../../../shared/model/host.ts';
import { Inbox } from '../inbox.ts';
import type { Transport, TransportEnd } from '../transport.ts';
import type { RelayTarget } from './arguments.ts';
import { lastWords, relayFailure, relayTooMuch } from './failure.ts';
import type { SshExit, SshProcess } from './process.ts';

/** How long the far side may take to end in order, milliseconds. */
const closeMs = 3000;
/** Bytes kept for a listener that is not there yet. */
const maxWaiting = 65_536;

/** An association at the far end of a relay: a byte stream through a running `ssh`. */
export class SshTransport implements Transport {
  readonly kind = 'ssh';
  readonly framing = 'stream';
  readonly description: string;
  readonly ended: Promise<TransportEnd>;
  readonly #process: SshProcess;
  readonly #target: RelayTarget;
  readonly #inbox = new Inbox({ bytes: maxWaiting }, () => this.#failTooMuch());
  #end: TransportEnd | null = null;
  #heard = false;
  #overflow: AppError | null = null;

  constructor(process: SshProcess, target: RelayTarget) {
    this.#process = process;
    this.#target = target;
    this.description = `${hostAndPort(target.host, target.port)} (SSH ${target.sshDestination})`;
    this.ended = process.exited.then((exit) => {
      this.#end ??= this.#endOf(exit);
      return this.#end;
    });
  }

  /** Why it was ended where more came than anybody asked for; else null. */
  get overflow(): AppError | null {
    return this.#overflow;
  }

  send(message: Uint8Array): void {
    if (this.#end === null) this.#process.write(message);
  }

  onMessage(listener: (bytes: Uint8Array) => void): () => void {
    return this.#inbox.listen(listener);
  }

  /** Takes what the relay prints. */
  deliver(bytes: Uint8Array): void {
    if (bytes.length === 0 || (this.#end !== null && !this.#inbox.isHeard)) return;
    this.#heard = true;
    this.#inbox.put(bytes);
  }

  close(): Promise<TransportEnd> {
    if (this.#end === null) {
      this.#end = { reason: 'closed' };
      // The relay takes the end of its input as the wish to end, and shuts the association down.
      void this.#process.end(closeMs);
    }
    return this.ended;
  }

  abort(): void {
    this.#end ??= { reason: 'closed' };
    void this.#process.kill();
  }

  #failTooMuch(): void {
    this.#overflow = relayTooMuch(this.#target);
    this.#end = { reason: 'failed', error: this.#overflow };
    void this.#process.kill();
  }

  /** The relay ended by itself. */
  #endOf(exit: SshExit): TransportEnd {
    const { said } = this.#process;
    // socat only warns of an ABORT, and exits with 0; ssh itself exits with 255 where its own connection is reset.
    const done = exit.code === 0 || exit.code === 1;
    if (done && /Connection reset by peer|Software caused connection abort/i.test(said))
      return { reason: 'peer-abort' };
    // One that brought nothing has failed to join, only later than could be waited for; that it ends with 0 proves nothing where it complains.
    if (exit.code === 0 && (this.#heard || lastWords(said) === ''))
      return { reason: 'peer-shutdown' };
    const phase = this.#heard ? 'open' : 'relay';
    return { reason: 'failed', error: relayFailure(phase, exit, said, this.#target) };
  }
}
