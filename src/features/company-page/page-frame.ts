/** The frame of a page that a company looks at without signing in: one file, no script, one column on a phone and on paper. */
import { readFileSync } from 'node:fs'
import { html, raw } from 'hono/html'
import * as m from '#texts'
import { locales } from '#texts/runtime'
import type { Html, Looking, Refusal } from '#platform/http/plain-pages'

export const style = readFileSync(new URL('company-page.css', import.meta.url), 'utf8')

/** The page's own address, with what was chosen in it. */
export const addressOf = (chosen: Readonly<Record<string, string | undefined>>, at = ''): string => {
  const given = Object.entries(chosen).filter((one): one is [string, string] => one[1] !== undefined && one[1] !== '')
  return `?${new URLSearchParams(given).toString()}${at}`
}

const logo = html`<svg width="24" height="24" viewBox="0 0 26 26" fill="none" stroke-linecap="round" stroke-width="3" aria-hidden="true"><path class="rope" d="M10 18a7.5 7.5 0 1 1 6 0"/><path class="ground" d="M2 22.5c4.5.5 8-1 11-4 3 3 6.5 4.5 11 4"/></svg>`

const languages = ({ language, query }: Looking) =>
  locales
    .filter((other) => other !== language)
    .map(
      (other) =>
        html`<a href="${addressOf({ ...query, sagt: undefined, sprog: other })}" hreflang="${other}" lang="${other}">${m.web_language_in({}, { locale: other })}</a>`,
    )

export const card = (title: string, body: Html | Html[]): Html =>
  html`<section class="card"><h2>${title}</h2>${body}</section>`

/** Why something was not done: of a form that was filled in wrongly, what is wrong in it. */
export const refusalSaid = ({ title, errors = [] }: Refusal): Html =>
  html`<div class="said wrong" role="alert">${errors.length > 0 ? errors.map(({ detail }) => html`<p>${detail}</p>`) : html`<p>${title}</p>`}</div>`

type Framed = {
  name: string
  right?: string
  title: string
  subtitle?: string
  above?: Html | null
  aside?: Html | null
}
export const framed = (
  looking: Looking,
  { name, right, title, subtitle, above, aside }: Framed,
  body: Html | Html[],
) => {
  const inIt = { locale: looking.language }
  return html`<!doctype html>
<html lang="${looking.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} · ${name}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<style>${raw(style)}</style>
</head>
<body>
<a class="skip" href="#indhold">${m.web_skip({}, inIt)}</a>
<header class="bar"><div>${logo}<b>${name}</b><span class="right">${right && html`<span class="wide">${right}</span>`}<nav aria-label="${m.web_language({}, inIt)}">${languages(looking)}</nav></span></div></header>
<main id="indhold" tabindex="-1">
${above}
<h1>${title}</h1>
${subtitle && html`<p class="subtitle">${subtitle}</p>`}
<div class="body"><div class="cards">${body}</div>${aside && html`<aside class="cards">${aside}</aside>`}</div>
</main>
</body>
</html>
`
}
