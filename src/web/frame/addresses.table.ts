import { z } from '#platform/endpoint'

/** One word of an address: absent when it is not there, and when it is none of those it may be. No bad address breaks a page. */
// oxlint-disable-next-line promise/valid-params -- zod's catch, not a promise's
const maybe = <S extends z.ZodMiniType>(one: S) => z.catch(z.optional(one), undefined)
const words = maybe(z.string())
const row = maybe(z.coerce.number<string>().check(z.int()))
const many = maybe(
  z.union([
    z.array(z.string()),
    z.pipe(
      z.string(),
      z.transform((one) => [one]),
    ),
  ]),
)

/** Pages for who is not signed in, or came by a link: nobody is asked who he is before they show. */
export const openPages = [
  '/log-ind',
  '/glemt-adgangskode',
  '/adgangskode/$token',
  '/opsaetning',
  '/invitation/$token',
  '/aktoer/$token',
  '/besked/$token',
  '/stand/$token',
] as const
export const isOpenPage = (path: string) =>
  openPages.some((page) => (page.endsWith('/$token') ? path.startsWith(page.slice(0, -6)) : path === page))

/** A page that keeps nothing there: whatever stands there is let be. */
export const nothingKept = z.looseObject({})

/** What may stand after `?` on each page that keeps its filters, tabs and chosen rows in the address. Absent means the page's own default. */
export const addresses = {
  '/': z.object({ andre: maybe(z.literal('ja')) }),
  '/ring': z.object({ liste: row, virksomhed: row }),
  '/ring/oevelse': nothingKept,
  '/kapacitet': z.object({ uge: maybe(z.iso.date()), spurgt: row, liste: row }),
  '/virksomheder': z.object({
    q: words,
    municipality: words,
    industry: words,
    size: words,
    form: words,
    kind: maybe(z.enum(['company', 'workplace'])),
    status: maybe(z.enum(['active', 'closed'])),
    call: maybe(z.enum(['now', 'not-now'])),
    contact: maybe(z.enum(['mine', 'left', 'none'])),
    number: maybe(z.enum(['none'])),
    ansatte: maybe(z.literal('alle')),
    sort: maybe(z.enum(['name', '-name', 'town', '-town', 'employees', '-employees'])),
  }),
  '/virksomheder/$id': z.object({ vis: maybe(z.enum(['traaden', 'arbejdssteder', 'rettelser'])) }),
  '/ledelse': z.object({ vis: maybe(z.enum(['shared', 'one'])) }),
  '/import': z.object({ nr: row, kolonner: maybe(z.literal('ja')) }),
  '/udtraek': z.object({ state: words }),
  '/udtraek/$id': z.object({ show: words, q: words }),
  '/kampagner': z.object({ state: words, vis: maybe(z.enum(['kalender', 'netvaerk'])), fra: maybe(z.iso.date()) }),
  '/arrangementer': z.object({
    nr: row,
    vis: maybe(z.literal('holdt')),
    ny: maybe(z.enum(['theme', 'tour', 'stand'])),
    skole: row,
  }),
  '/udtraek/$id/manus': z.object({ sprog: words }),
  '/callcentre': z.object({ liste: row, sprog: words }),
  '/maal': z.object({ nr: row }),
  '/hoering/$id': z.object({ tab: maybe(z.enum(['known', 'unknown', 'mine'])), q: words }),
  '/kalender': z.object({
    dag: maybe(z.iso.date()),
    hvem: maybe(z.enum(['mine', 'alle'])),
    aftale: row,
    andre: maybe(z.literal('vis')),
  }),
  '/besoeg/$id/rapport': z.object({ for: maybe(z.enum(['moede', 'virksomhed', 'rapport'])) }),
  '/aftaler': z.object({
    hvis: maybe(z.enum(['mine', 'all', 'left'])),
    vis: maybe(z.enum(['open', 'kept', 'dropped'])),
    q: words,
    aftale: row,
  }),
  '/henvendelser': z.object({
    hvis: maybe(z.enum(['mine', 'school', 'all'])),
    vis: maybe(z.enum(['open', 'ended'])),
    q: words,
    nr: row,
  }),
  '/henvisninger': z.object({
    hvis: maybe(z.enum(['mine', 'all'])),
    vis: maybe(z.enum(['open', 'ended'])),
    q: words,
    nr: row,
    giv: row,
    rapport: row,
    behov: row,
  }),
  '/besoegsrapporter': z.object({
    text: words,
    industry: words,
    municipality: words,
    size: words,
    education: words,
    topic: words,
    obstacle: words,
    needs: words,
    from: words,
    to: words,
    whose: words,
    gemt: row,
  }),
  '/arbejdsgrupper': z.object({
    vis: maybe(z.enum(['running', 'ended'])),
    for: row,
    rapport: row,
  }),
  '/aktoerer': z.object({ nr: row, tip: row, fast: row, dag: row, med: row, vis: maybe(z.literal('afsluttede')) }),
  '/mails-om-besoeg': z.object({ mail: row, vis: maybe(z.literal('laeste')) }),
  '/tip-i-mails': z.object({ mail: row, vis: maybe(z.literal('laeste')) }),
  '/hold': z.object({
    q: words,
    provider: many,
    when: maybe(z.enum(['4', '8', '12', 'upcoming', 'all'])),
    state: maybe(z.enum(['short', 'guaranteed'])),
    hent: maybe(z.literal('ja')),
  }),
  '/opslag': z.object({ q: words, besoeg: row }),
  '/resultater': z.object({ periode: words }),
  '/udbakke': z.object({ mail: row }),
  '/medlemmer': z.object({ vis: maybe(z.enum(['medlemmer', 'skoler', 'navne'])), rolle: words, skole: row }),
  '/log-ind': z.object({ til: words }),
}
