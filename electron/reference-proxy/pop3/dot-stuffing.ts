import { Buffer } from 'node:buffer';

/** The mail in a multi-line response: its terminating `.` line taken off and the dot in front of stuffed lines removed (RFC 1939 section 3). */
export function unstuff(body: Buffer): Buffer {
  const text = body.toString('latin1');
  const mail = text.endsWith('\r\n.\r\n') ? text.slice(0, -3) : text === '.\r\n' ? '' : text;
  return Buffer.from(mail.replace(/(^|\r\n)\./g, '$1'), 'latin1');
}

/** The body of a multi-line response that carries this mail, its terminating `.` line included (RFC 1939 section 3). */
export function stuff(mail: Buffer): Buffer {
  const text = mail.toString('latin1');
  const whole = text === '' || text.endsWith('\r\n') ? text : `${text}\r\n`;
  return Buffer.from(`${whole.replace(/(^|\r\n)\./g, '$1..')}.\r\n`, 'latin1');
}

/** CRLF to LF, as programs on this side of the network expect lines. */
export function toLocalLines(mail: Buffer): Buffer {
  return Buffer.from(mail.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
}

/** LF, alone or after CR, to CRLF, as mail travels. */
export function toNetworkLines(text: Buffer): Buffer {
  return Buffer.from(text.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1');
}
