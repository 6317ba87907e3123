/** Text that is HTML already. */
export interface Html {
  html: string
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Puts values into HTML as text. Only what this function made itself goes in as it is. */
export function html(parts: TemplateStringsArray, ...values: (string | Html | Html[])[]): Html {
  const text = parts.map((part, index) => (index === 0 ? '' : toHtml(values[index - 1])) + part).join('')
  return { html: text }
}

function toHtml(value: string | Html | Html[] | undefined): string {
  if (value === undefined) return ''
  if (Array.isArray(value)) return value.map((part) => part.html).join('\n')
  if (typeof value === 'object') return value.html
  return value.replace(/[&<>"']/g, (character) => escapes[character] ?? character)
}

/** A whole document. */
export function page({ lang, title, head, body }: { lang: string; title: string; head?: Html; body: Html }): string {
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${head ?? { html: '' }}
</head>
<body>
${body}
</body>
</html>
`.html
}
