import { locales } from '#texts/runtime'
import { problems } from '../problems.table.ts'
import { type Language, say, type Sentence, technicalLanguage } from '../text/language.ts'
import type { Served } from './serve.ts'

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
const whoMay = ({ endpoint: { can } }: Served) => (typeof can === 'string' ? can : can.join(', '))

const blanks = (text: Sentence, language: Language) => escaped(say(text, language, {}, (name) => `{${name}}`))
const inOthers = (text: Sentence) =>
  locales
    .filter((language) => language !== technicalLanguage)
    .map((language) => `<br><small lang="${language}">${blanks(text, language)}</small>`)
    .join('')

const row = (one: Served) => {
  const { name, method, path, summary, problems: codes = [] } = one.endpoint
  const told = codes.map((code) => `<a href="#${code}">${code}</a>`).join(', ')
  return `<tr id="${name}"><td><code>${method} ${escaped(path)}</code></td><td>${escaped(summary)}<br><small>${name}; who may: ${escaped(whoMay(one))}${told && `; may answer: ${told}`}${one.columns ? '; also .csv and .xlsx' : ''}</small></td></tr>`
}

const style =
  'body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:64rem;padding:0 1rem;color:#1f2226;background:#fff}table{border-collapse:collapse;width:100%}td,th{padding:.4rem .6rem;border-bottom:1px solid #ddd;text-align:left;vertical-align:top}td code{white-space:nowrap}small{color:#55524b}:target{background:#fff6e2}@media(max-width:40rem){td,th{display:block;border:0;padding:.2rem 0}tr{display:block;border-bottom:1px solid #ddd;padding:.5rem 0}td code{white-space:normal;overflow-wrap:anywhere}}'

/** `/api/docs`: every endpoint and every error code on one page that needs no script. */
export const apiDocs = (served: readonly Served[]): string => {
  const groups = Map.groupBy(served, ({ endpoint }) => endpoint.path.split('/')[2] ?? '')
  const sections = [...groups].map(
    ([topic, ones]) => `<h2>${escaped(topic)}</h2><table>${ones.map(row).join('')}</table>`,
  )
  const codes = Object.entries(problems).map(
    ([code, { status, text }]) =>
      `<tr id="${code}"><td><code>${code}</code> ${status}</td><td>${blanks(text, technicalLanguage)}${inOthers(text)}</td></tr>`,
  )
  return `<!doctype html><html lang="${technicalLanguage}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Tovholder API</title><style>${style}</style></head><body><main>
<h1>Tovholder API</h1>
<p>The pages use this same API. Machine-readable: <a href="/api/openapi.json">OpenAPI 3.1</a>. Sign in with <code>Authorization: Bearer</code> and a token from your own page or <code>npx tovholder token --user e-mail</code>.
Every POST honours <code>Idempotency-Key</code>; lists page by <code>cursor</code>; errors are <code>application/problem+json</code> with a stable <code>code</code>.</p>
${sections.join('\n')}
<h2>Error codes</h2><table>${codes.join('')}</table></main></body></html>`
}
