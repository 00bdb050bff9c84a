import type { DoorText } from './door-texts.ts';
import type { DoorLanguage } from './language.ts';

/** The app's own colours (renderer/styles.css, renderer/theme.ts): these pages are seen by who was not given the app's files. */
const style = `
:root { color-scheme: light dark; --body: #f5f7f9; --surface: #ffffff; --border: #dde2e8; --text: #1b2430; --muted: #55616e; --line: #0d5c7d }
@media (prefers-color-scheme: dark) {
  :root { --body: #12161c; --surface: #1a2029; --border: #2f3947; --text: #dfe5ec; --muted: #a3afbd; --line: #5cb6dc }
}
* { box-sizing: border-box }
body {
  margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px 16px;
  background: var(--body); color: var(--text);
  font: 14px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
}
main {
  width: 100%; max-width: 520px; padding: 24px;
  background: var(--surface); border: 1px solid var(--border); border-radius: 4px;
}
header { display: flex; align-items: center; gap: 10px; margin-bottom: 20px; font-weight: 600 }
header svg { width: 28px; height: 28px; flex: none }
h1 { margin: 0 0 8px; font-size: 20px; line-height: 1.35; font-weight: 600 }
p { margin: 0 0 12px; color: var(--muted) }
ol { margin: 0; padding-left: 20px }
li { margin-top: 8px; overflow-wrap: anywhere }
li::marker { color: var(--line); font-weight: 600 }
[hidden] { display: none }
`;

const sign = `<svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="7" fill="#0f4c5c"/><path d="M5 19h5l3-9 5 14 3.5-9H27" fill="none" stroke="#7fe0d4" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

/** A whole page that looks like the app, around `content`, which is HTML. */
export function pageFrame(language: DoorLanguage, title: string, content: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} - SPCP Console</title>
<style>${style}</style>
</head>
<body>
<main>
<header>${sign}<span>SPCP Console</span></header>
${content}
</main>
</body>
</html>
`;
}

/** Heading, reason and steps, as HTML. */
export function doorContent({ title, text, steps }: DoorText): string {
  const items = steps.map((step) => `<li>${escapeHtml(step)}</li>`).join('\n');
  return `<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
<ol>
${items}
</ol>`;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
