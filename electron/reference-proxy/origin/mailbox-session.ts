import { Buffer } from 'node:buffer';
import type { Pop3Command } from '../pop3/command.ts';
import { stuff } from '../pop3/dot-stuffing.ts';
import type { SampleMail } from './sample-mails.ts';

/** What one command leads to. */
export interface OriginResponse {
  readonly bytes: Buffer;
  /** Whether the session is over after it. */
  readonly end: boolean;
}

const capabilities = ['USER', 'TOP', 'UIDL', 'PIPELINING', 'RESP-CODES', 'IMPLEMENTATION sample'];

/** One POP3 session on a mailbox of samples (RFC 1939). Any name and password open it; what is deleted is there again in the next session. */
export class MailboxSession {
  readonly #mails: readonly SampleMail[];
  readonly #deleted = new Set<number>();
  #user: string | null = null;
  #open = false;

  constructor(mails: readonly SampleMail[]) {
    this.#mails = mails;
  }

  answer(command: Pop3Command): OriginResponse {
    const { verb, argument } = command;
    if (verb === 'QUIT') return { bytes: line('+OK bye'), end: true };
    if (verb === 'CAPA') return { bytes: lines('+OK capabilities', capabilities), end: false };
    const bytes = this.#open ? this.#transaction(verb, argument) : this.#login(verb, argument);
    return { bytes, end: false };
  }

  #login(verb: string, argument: string): Buffer {
    if (verb === 'USER') {
      if (argument === '') return line('-ERR USER takes a name');
      this.#user = argument;
      return line('+OK send PASS');
    }
    if (verb !== 'PASS') return line('-ERR log in first');
    if (this.#user === null) return line('-ERR send USER first');
    if (argument === '') {
      this.#user = null;
      return line('-ERR [AUTH] a password is never empty');
    }
    this.#open = true;
    return line(`+OK ${this.#mails.length} mails`);
  }

  #transaction(verb: string, argument: string): Buffer {
    const there = [...this.#mails.entries()].filter(([index]) => !this.#deleted.has(index));
    switch (verb) {
      case 'STAT': {
        const octets = there.reduce((sum, [, mail]) => sum + mail.bytes.length, 0);
        return line(`+OK ${there.length} ${octets}`);
      }
      case 'LIST':
        return this.#listing(argument, there, (mail) => String(mail.bytes.length));
      case 'UIDL':
        return this.#listing(argument, there, (mail) => mail.uid);
      case 'RETR':
        return this.#each(argument, (mail) =>
          Buffer.concat([line(`+OK ${mail.bytes.length} octets`), stuff(mail.bytes)]),
        );
      case 'TOP':
        return this.#top(argument);
      case 'DELE':
        return this.#each(argument, (_, index) => {
          this.#deleted.add(index);
          return line('+OK deleted');
        });
      case 'RSET':
        this.#deleted.clear();
        return line('+OK nothing is deleted');
      case 'NOOP':
        return line('+OK');
      default:
        return line('-ERR not a command of this state');
    }
  }

  #listing(
    argument: string,
    there: readonly (readonly [number, SampleMail])[],
    show: (mail: SampleMail) => string,
  ): Buffer {
    if (argument !== '')
      return this.#each(argument, (mail, index) => line(`+OK ${index + 1} ${show(mail)}`));
    return lines(
      `+OK ${there.length} mails`,
      there.map(([index, mail]) => `${index + 1} ${show(mail)}`),
    );
  }

  #top(argument: string): Buffer {
    const [number = '', count = '', ...rest] = argument.split(' ');
    if (rest.length > 0 || !/^[0-9]{1,9}$/.test(count)) return line('-ERR TOP takes two numbers');
    return this.#each(number, (mail) => {
      const text = mail.bytes.toString('latin1');
      const body = text.indexOf('\r\n\r\n') + 4;
      const kept = text.slice(body).split('\r\n').slice(0, Number(count)).join('\r\n');
      return Buffer.concat([
        line('+OK top of the mail'),
        stuff(Buffer.from(text.slice(0, body) + kept, 'latin1')),
      ]);
    });
  }

  #each(argument: string, use: (mail: SampleMail, index: number) => Buffer): Buffer {
    const index = /^[0-9]{1,9}$/.test(argument) ? Number(argument) - 1 : -1;
    const mail = this.#mails[index];
    if (mail === undefined || this.#deleted.has(index)) return line('-ERR no such mail');
    return use(mail, index);
  }
}

function line(text: string): Buffer {
  return Buffer.from(`${text}\r\n`, 'latin1');
}

function lines(first: string, rest: readonly string[]): Buffer {
  return Buffer.concat([line(first), ...rest.map(line), line('.')]);
}
