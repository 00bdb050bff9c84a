/** A mail as a proxy hands one out, for whoever has none at hand. */
export const usualSample = [
  'From: Ana Ruiz <ana@example.com>',
  'To: Luis Mora <luis@example.com>',
  'Subject: Meeting on Thursday',
  'Date: Mon, 5 Jan 2026 10:30:00 +0100',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Hello Luis,',
  '',
  'shall we meet on Thursday at ten? Room 12 is free.',
  '',
  'Ana',
  '',
].join('\n');
