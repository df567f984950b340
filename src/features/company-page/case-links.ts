/** The links that open a company's page, as whoever has one of them sees them; and their end. */
import { html } from 'hono/html'
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import type { Html, Looking } from '#platform/http/plain-pages'
import * as m from '#texts'
import { linksOfCompany, revokeLink } from '../links/links.ts'
import { formTo } from './case-answers.ts'
import { saysIn, type Seen } from './case-thread.ts'
import type { Own } from './company-page.ts'
import { card } from './page-frame.ts'

const kind = 'company-page'
/** Whose another one is, is not told: this one may have been passed on. */
export const linksSeen = async (ctx: Ctx, { companyId, linkId }: Own): Promise<Seen['links']> => {
  if (linkId === undefined) return []
  const rows = await linksOfCompany(ctx, kind, companyId)
  return rows.map(({ id, companyPersonId, madeAt, lastOpenedAt, endsAt }) => ({
    ...{ id, madeAt, lastOpenedAt, endsAt },
    whose: id === linkId ? 'this' : companyPersonId === null ? 'company' : 'other',
  }))
}

/** One, or with null all of them. Throws not-found. */
export const endLinks = async (ctx: Ctx, { companyId }: Own, linkId: number | null): Promise<{ ended: number }> => {
  const rows = (await linksOfCompany(ctx, kind, companyId)).filter(({ id }) => linkId === null || id === linkId)
  if (rows.length === 0) throw problem('not-found')
  for (const { id } of rows) await revokeLink(ctx, id)
  return { ended: rows.length }
}

const whoseSaid = {
  this: m.company_page_link_this,
  company: m.company_page_link_company,
  other: m.company_page_link_other,
}
export const linksCard = (looking: Looking, { links }: Seen): Html => {
  const inIt = { locale: looking.language }
  const { dayOf } = saysIn(looking)
  const rows = links.map(({ id, whose, madeAt, lastOpenedAt, endsAt }) => {
    const which = whoseSaid[whose]({}, inIt)
    const said = [
      m.company_page_link_made({ date: dayOf(madeAt) }, inIt),
      lastOpenedAt
        ? m.company_page_link_opened({ date: dayOf(lastOpenedAt) }, inIt)
        : m.company_page_link_unopened({}, inIt),
      endsAt && m.company_page_link_ends({ date: dayOf(endsAt) }, inIt),
    ]
    const label = m.company_page_link_end_which({ which }, inIt)
    const end = formTo(
      looking,
      'ended-links',
      { linkId: String(id) },
      html`<button aria-label="${label}">${m.company_page_link_end({}, inIt)}</button>`,
    )
    return html`<li><p><b>${which}</b></p><p class="dim">${said.filter(Boolean).join(' ')}</p>${end}</li>`
  })
  const all = formTo(looking, 'ended-links', {}, html`<button>${m.company_page_links_end_all({}, inIt)}</button>`)
  return card(
    m.company_page_links({}, inIt),
    html`<p>${m.company_page_links_text({}, inIt)}</p><ul class="links">${rows}</ul>${links.length > 1 && all}`,
  )
}
