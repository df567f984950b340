/** The page as who runs no script gets it: whole in one answer, its forms sent and answered as plain forms. */
import { afterAll, expect, test } from 'vitest'
import { linkFor } from '#testing/company-link'
import { plainPage } from '#testing/plain-page'
import { openWorld } from '#testing/world'
import { bookMeeting } from '../bookings/bookings.schema.ts'
import { listFreeSlots } from '../free-slots/free-slots.schema.ts'
import { revokeAllCompanyLinks, revokeCompanyLink } from '../links/links.schema.ts'
import { makePromise } from '../promises/promises.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people, visitor } = world
const [anne, soren] = [world.as('anne'), world.as('soren')]
const evil = `<img src=x onerror="alert(1)">'"&</script>`

const bookedWith = async (name: string) => {
  const company = await world.company({ name, municipality: 615 })
  const { rows } = await anne.call(listFreeSlots, {
    query: { companyId: company.id, personId: people.anne.id, days: 10, every: 'true' },
  })
  const booking = await anne.call(bookMeeting, {
    body: {
      companyId: company.id,
      personId: people.anne.id,
      startsAt: rows.at(-1)?.startsAt ?? '',
      contactName: 'Karen Lund',
      contactEmail: 'karen@lund.example',
      note: 'Karen virker presset',
    },
  })
  const link = await linkFor(world, company.id)
  return { company, booking, link, own: plainPage(visitor, `/jeres-forloeb/${link.token}`) }
}
world.clock.set('2026-11-23T09:00')
const lund = await bookedWith(`Lund ${evil}`)
const klint = await bookedWith('Klint ApS')

test('the page is whole without script, nothing written can become one, and it is small', async () => {
  const { company, own } = lund
  const given = { companyId: company.id, dueOn: '2026-12-01', ownerId: people.anne.id }
  await anne.call(makePromise, { body: { ...given, what: `Send pris ${evil}` } })
  const { status, page, headers } = await own.look()
  expect(status).toBe(200)
  expect(page).toContain('Vi kommer på besøg')
  expect(page).toContain('Vi sender pris &lt;img')
  expect(page).not.toMatch(/<script|<img|onerror="/)
  // The rest of the company's people, and what we wrote down, are not its to show to whoever has the link.
  expect(page).not.toMatch(/Karen|presset/)
  expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/)
  expect(headers.get('cache-control')).toBe('no-store')
  expect(Buffer.byteLength(page)).toBeLessThan(20_000)
})

test('it speaks the language that is chosen in its address, and its forms go on in it', async () => {
  const { page } = await klint.own.look('?sprog=en')
  expect(page).toContain('<html lang="en">')
  expect(page).toContain('It suits us')
  expect(page).toContain('confirmations?sprog=en')
  expect((await klint.own.look('?sprog=xx')).page).toContain('<html lang="da">')
})

test('a yes, another time, and no meeting: each a form, told on the page it comes back to', async () => {
  const { own, booking } = klint
  const yes = await own.send('confirmations')
  expect(yes).toMatchObject({ status: 303, page: expect.stringContaining('I har sagt ja til tiden') as string })
  const change = `?aendr=${booking.id}`
  const times = [...(await own.look(change)).page.matchAll(/<option value="([^"]+)"/g)].map(([, at = '']) => at)
  expect(times.length).toBeGreaterThan(1)
  expect(times).not.toContain(booking.startsAt)
  const moved = await own.send('moves', { startsAt: times[0] ?? '' }, change)
  expect(moved.page).toContain('Mødet er ændret')
  // Another one meanwhile: what was chosen is not laid over it.
  const late = await own.post('moves', { ...moved.fields, key: 'another', startsAt: times[1] ?? '' })
  expect(await late.text()).toContain('Mødet er ændret, mens I så på det')
  // The very same form again is the same move.
  expect((await own.post('moves', moved.fields)).status).toBe(303)
  const cancelled = await own.send('cancellations', { why: 'Vi har travlt' }, change)
  expect(cancelled.page).toContain('Mødet blev aflyst')
})

test('a form that is refused keeps what was written, and says what is wrong with it', async () => {
  const { own } = lund
  const words = 'Spørg Kim, 010190-1234 <b>'
  const refused = await own.send('stops', { words })
  expect(refused.status).toBe(422)
  expect(refused.page).toContain('Spørg Kim, 010190-1234 &lt;b&gt;')
  expect(refused.page).toContain('role="alert"')
  expect((await own.post('stops', { words: 'x'.repeat(100_000) })).status).toBe(413)
  const foreign = await own.post('confirmations', { meetingId: String(klint.booking.id) })
  expect(foreign.status).toBe(404)
})

test('a link that is unknown, or was withdrawn, is one answer: nothing of the company, but what one had written', async () => {
  const { link, own } = await bookedWith('Sandvig ApS')
  await anne.call(revokeCompanyLink, { params: { id: link.id } })
  const withdrawn = await own.look()
  const unknown = await plainPage(visitor, `/jeres-forloeb/${link.token.slice(0, -4)}AAAA`).look()
  expect(withdrawn.status).toBe(410)
  expect(withdrawn.page).toContain('trukket tilbage')
  expect(withdrawn.page).not.toContain('Sandvig')
  expect(withdrawn.page).toBe(unknown.page)
  const late = await own.post('stops', { words: 'Ring ikke mere' })
  expect(await late.text()).toContain('Ring ikke mere</textarea>')
})

test('people of the centre see the same, with nothing to press; who sees no company sees none here', async () => {
  const path = `/virksomheder/${lund.company.id}/forloeb`
  const seen = await plainPage(anne, path).look()
  expect(seen.page).toContain('Vi kommer på besøg')
  expect(seen.page).not.toContain('<form')
  expect((await plainPage(soren, path).look()).status).toBe(403)
  expect((await plainPage(visitor, path).look()).status).toBe(401)
})

test('whoever has a link sees which there are, not whose, and ends one or all; another company’s he cannot', async () => {
  const { company, link, own } = await bookedWith('Vestergaard ApS')
  const second = plainPage(visitor, `/jeres-forloeb/${(await linkFor(world, company.id)).token}`)
  expect((await own.look()).page).toContain('Et link til virksomhedens egen adresse')
  expect((await own.post('ended-links', { linkId: String(lund.link.id) })).status).toBe(404)
  const ended = await second.send('ended-links', { linkId: String(link.id) })
  expect(ended.page).toContain('Linket er lukket')
  expect((await own.look()).status).toBe(410)
  expect((await second.look()).status).toBe(200)
  // The last one ends itself, and says so.
  const all = await second.post('ended-links', { key: 'all' })
  const after = await visitor.fetch(all.headers.get('location') ?? '')
  expect(await after.text()).toMatch(/Linket er lukket[\s\S]*Linket gælder ikke længere/)
  expect((await lund.own.look()).status).toBe(200)
  await linkFor(world, company.id)
  expect(await anne.call(revokeAllCompanyLinks, { params: { companyId: company.id } })).toEqual({ ended: 1 })
})
