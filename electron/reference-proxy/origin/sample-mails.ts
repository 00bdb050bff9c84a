import { Buffer } from 'node:buffer';

/** One mail as the origin keeps it: CRLF line endings, not dot-stuffed, ending in CRLF. */
export interface SampleMail {
  /** UIDL's unique identifier (RFC 1939 section 7). */
  readonly uid: string;
  readonly bytes: Buffer;
}

function mail(uid: string, headers: readonly string[], body: readonly string[]): SampleMail {
  const lines = [
    ...headers,
    `Message-ID: <${uid}@origin.example>`,
    'Date: Mon, 05 Nov 2018 09:00:00 +0000',
    '',
    ...body,
  ];
  return { uid, bytes: Buffer.from(`${lines.join('\r\n')}\r\n`, 'utf8') };
}

const welcome = mail(
  'welcome',
  ['From: Postmaster <postmaster@origin.example>', 'To: reader@origin.example', 'Subject: Welcome'],
  [
    'This mail comes from the sample mailbox of the reference proxy.',
    'Change the transformation of the proxy, fetch it again, and compare.',
  ],
);

/** Lines that begin with dots are what dot-stuffing is for (RFC 1939 section 3). */
const dots = mail(
  'dots',
  [
    'From: Tester <tester@origin.example>',
    'To: reader@origin.example',
    'Subject: Lines that begin with dots',
  ],
  ['.', '..', '.one dot in front', '..two dots in front', 'a dot at the end.', '.'],
);

const multipart = mail(
  'multipart',
  [
    'From: =?UTF-8?Q?Jos=C3=A9_N=C3=BA=C3=B1ez?= <jose@origin.example>',
    'To: reader@origin.example',
    'Subject: =?UTF-8?B?wqFIb2xhLCBtdW5kbyE=?=',
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary="part"',
  ],
  [
    '--part',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    '¡Hola, mundo! Ñandú, café, 漢字, 🙂',
    '--part',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    '<p>¡Hola, <b>mundo</b>! Ñandú, café, 漢字, 🙂</p>',
    '--part--',
  ],
);

const report = mail(
  'report',
  [
    'From: Statistics <statistics@origin.example>',
    'To: reader@origin.example',
    'Subject: A report of about 100 kB',
  ],
  Array.from(
    { length: 1_400 },
    (_, line) =>
      `${String(line + 1).padStart(4, '0')}  The quick brown fox jumps over the lazy dog near the bank.`,
  ),
);

/** What every mailbox of the embedded origin holds. */
export const sampleMails: readonly SampleMail[] = [welcome, dots, multipart, report];
