import type { ReportDocument } from './document.ts';
import type { ReportTable } from './table.ts';

/** Nothing is loaded and nothing runs: the style of the page itself is all that there is. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const style = `
:root { color-scheme: light; }
body { margin: 2rem auto; max-width: 80rem; padding: 0 1rem; font: 14px/1.45 system-ui, sans-serif; color: #1b2430; background: #fff; font-variant-numeric: tabular-nums; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; break-after: avoid; }
p { margin: .25rem 0; }
.muted { color: #55616e; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: .75rem 1.5rem; margin: .5rem 0; }
dt { color: #55616e; font-size: .85rem; }
dd { margin: 0; font-size: 1.1rem; font-weight: 600; }
dl > div { break-inside: avoid; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .85rem; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: .3rem .5rem; border-bottom: 1px solid #dde2e8; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
thead th { border-bottom: 2px solid #8b98a7; overflow-wrap: normal; }
tbody th { font-weight: 400; }
.number { text-align: end; white-space: nowrap; }
@page { size: landscape; margin: 12mm; }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 10px; } .wide { overflow: visible; } }
`;

/** A document as one page of HTML that needs no other file: all text in it is escaped. */
export function reportHtml(document: ReportDocument): string {
  const { language, title, scope, days, made, summary, tables, notes } = document;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="SPCP Console">
<title>${escaped(`${title}: ${scope}, ${days}`)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(title)}: ${isolated(scope)}</h1>
<p>${escaped(days)}</p>
${made.map((text) => `<p class="muted">${escaped(text)}</p>`).join('\n')}
<h2>${escaped(summary.title)}</h2>
<dl>
${summary.facts.map(([name, value]) => `<div><dt>${escaped(name)}</dt><dd>${escaped(value)}</dd></div>`).join('\n')}
</dl>
${tables.map(section).join('\n')}
<footer>
${notes.map((text) => `<p class="muted">${escaped(text)}</p>`).join('\n')}
</footer>
</main>
</body>
</html>
`;
}

function section({ name, title, columns, headColumn, rows, note }: ReportTable): string {
  const head = `<h2 id="${name}">${escaped(title)}</h2>`;
  const said = note === null ? '' : `\n<p class="muted">${escaped(note)}</p>`;
  if (rows.length === 0) return `<section>\n${head}${said}\n</section>`;
  const heads = columns
    .map(({ title, isNumber }) => `<th scope="col"${right(isNumber)}>${escaped(title)}</th>`)
    .join('');
  const lines = rows.map(({ cells }) => {
    const inside = cells.map(({ text }, index) => {
      const isNumber = right(columns[index]?.isNumber === true);
      return index === headColumn
        ? `<th scope="row"${isNumber}>${isolated(text)}</th>`
        : `<td${isNumber}>${isolated(text)}</td>`;
    });
    return `<tr>${inside.join('')}</tr>`;
  });
  return `<section>
${head}${said}
<div class="wide" role="region" aria-labelledby="${name}" tabindex="0">
<table aria-labelledby="${name}">
<thead><tr>${heads}</tr></thead>
<tbody>
${lines.join('\n')}
</tbody>
</table>
</div>
</section>`;
}

function right(isNumber: boolean): string {
  return isNumber ? ' class="number"' : '';
}

/** A text whose direction changes nothing of what stands around it. */
function isolated(text: string): string {
  return `<bdi>${escaped(text)}</bdi>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
