import { createHash } from 'node:crypto';
import { keyItem } from '../../../shared/ipc/admission.ts';
import { type DoorReason, doorText } from './door-texts.ts';
import type { DoorLanguage } from './language.ts';
import { doorContent, escapeHtml, pageFrame } from './page-frame.ts';

/**
 * Puts the key away and goes on to the app. Where the page is not where the server believes it to be, the app would find neither its files
 * nor its WebSocket: that is said instead.
 */
const script = `
const entry = document.getElementById('entry');
const { key, hosts } = entry.dataset;
entry.remove();
const show = (id) => { document.getElementById(id).hidden = false };
if (location.pathname !== '/' || location.protocol !== 'http:' || !hosts.split(' ').includes(location.host)) show('other-place');
else {
  let kept = false;
  try {
    sessionStorage.setItem('${keyItem}', key);
    kept = navigator.cookieEnabled;
  } catch {}
  if (kept) location.replace('/' + location.hash);
  else show('nothing-kept');
}
`;

/** For the content security policy: this script runs on that page, and no other. */
export const entryScript = `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

export interface EntryPageParts {
  readonly language: DoorLanguage;
  readonly key: string;
  /** The names, with the port, under which the server answers. */
  readonly hosts: readonly string[];
  readonly port: number;
}

/** Hands the key to the page, in the body of this one answer. */
export function entryPage({ language, key, hosts, port }: EntryPageParts): string {
  const section = (reason: DoorReason): string => doorContent(doorText(language, reason, port));
  return pageFrame(
    language,
    'SPCP Console',
    `<section id="other-place" hidden>${section('other-place')}</section>
<section id="nothing-kept" hidden>${section('nothing-kept')}</section>
<noscript>${section('no-script')}</noscript>
<div id="entry" data-key="${escapeHtml(key)}" data-hosts="${escapeHtml(hosts.join(' '))}"></div>
<script>${script}</script>`,
  );
}
