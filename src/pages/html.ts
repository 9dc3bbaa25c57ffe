import type { Picture } from './drawing.js';
import { PAGE_STYLE } from './page.style.js';

/**
 * One page that needs no other host: styles and pictures are in it, and there is no script.
 * @param title plain text
 * @param main HTML
 */
export function htmlPage(title: string, main: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
${main}
</main>
</body>
</html>`;
}

/** A number by itself; null where it may not be told. */
export function tile(name: string, value: number | string | null): string {
  return `<div><p class="value">${told(value)}</p><p>${name}</p></div>`;
}

/** A picture with what it shows in words, for those who do not see it. */
export function figure(picture: Picture, caption: string): string {
  if (picture === null) return '<p class="empty">Too few texters for a picture.</p>';
  return `<figure role="img" aria-label="${escape(caption)}">${picture}</figure>`;
}

/** @param rows HTML of the rows, `<tr>` included */
export function table(caption: string, columns: readonly string[], rows: readonly string[]): string {
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escape(caption)}"><table><caption>${escape(caption)}</caption>
<thead><tr>${columns.map((column) => `<th scope="col">${escape(column)}</th>`).join('')}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div>`;
}

/** Cells of numbers; a dash for null. */
export function numbers(...values: (number | string | null)[]): string {
  return values.map((value) => `<td class="number">${told(value)}</td>`).join('');
}

function told(value: number | string | null): string {
  return value === null ? '<span aria-label="too few to tell">–</span>' : escape(String(value));
}

/** Plain text as HTML. */
export function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
