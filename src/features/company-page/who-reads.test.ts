import { afterAll, expect, test } from 'vitest'
import { callingList } from '#testing/calling-list'
import { linkFor } from '#testing/company-link'
import { openWorld } from '#testing/world'
import { bookMeeting } from '../bookings/bookings.schema.ts'
import { answerCall, takeCompany } from '../calls/calls.schema.ts'
import { whoReads } from '../centre/who-reads.table.ts'
import { endGroup, makeGroup } from '../groups/groups.schema.ts'
import { askContact } from '../contact-questions/contact-questions.schema.ts'
import { registerEnquiry } from '../enquiries/enquiries.schema.ts'
import { listFreeSlots } from '../free-slots/free-slots.schema.ts'
import { giveWait } from '../may-contact/waits.schema.ts'
import { writeNote } from '../notes/notes.schema.ts'
import { makePromise } from '../promises/promises.schema.ts'
import { changeDeputy, takeRegularContact } from '../regular-contacts/regular-contacts.schema.ts'
import { giveReferral } from '../referrals/referrals.schema.ts'
import { reportVisit } from '../visits/visits.schema.ts'
import { showCase } from './company-page.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people } = world
const [anne, ali, birgit, soren, torben] = [
  world.as('anne'),
  world.as('ali'),
  world.as('birgit'),
  world.as('soren'),
  world.as('torben'),
]

/** Of each thing that has a mark words that are written nowhere else; `workplaces` and `register` are the company's own and public. */
const words: Record<Exclude<keyof typeof whoReads, 'register' | 'workplaces' | 'meeting'>, string> = {
  contact: 'Anne Bruun',
  deputy: 'Torben Friis',
  promise: 'Ord i en aftale',
  'follow-up': 'Ord om opfølgning',
  'booking-words': 'Ord ved mødet',
  'call-words': 'Ord i samtalen',
  report: 'Ord i rapporten',
  need: 'Ord om et behov',
  enquiry: 'Ord i en henvendelse',
  referral: 'Ord i en henvisning',
  question: 'Ord i et spørgsmål',
  'wait-words': 'Ord om ro',
  group: 'Ord i en arbejdsgruppe',
  'group-result': 'Ord ved gruppens slutning',
}

test('the company’s own page shows exactly what bears the eye, and no note of anyone', async () => {
  const company = await world.company({ name: 'Bageri Lund ApS', email: 'lund@bagerilund.example' })
  const { id: companyId } = company
  const listId = await callingList(world, [company])
  await soren.call(takeCompany, { body: { listId } })
  await soren.call(answerCall, { body: { companyId, answer: 'wants-contact', note: words['call-words'] } })
  const followUp = { what: words['follow-up'], dueOn: '2026-12-07' }
  const { id: contactId } = await anne.call(takeRegularContact, { body: { companyId, followUp } })
  await anne.call(changeDeputy, { params: { id: contactId }, body: { deputyId: people.torben.id } })
  await anne.call(makePromise, {
    body: { companyId, what: words.promise, ownerId: people.anne.id, dueOn: '2026-12-01' },
  })
  await ali.call(askContact, { body: { companyId, about: 'phone', words: words.question } })
  const said = { way: 'phone', companyId, company: 'Bageri Lund ApS', name: 'Karen' } as const
  await birgit.call(registerEnquiry, { body: { ...said, matter: words.enquiry } })
  const referral = {
    companyId,
    toId: people.ali.id,
    words: words.referral,
    field: 'avu',
    hearBy: '2026-12-04',
  } as const
  await anne.call(giveReferral, { body: referral })
  const query = { companyId, personId: people.anne.id, days: 10, every: 'true' as const }
  const startsAt = (await anne.call(listFreeSlots, { query })).rows[0]?.startsAt ?? ''
  const met = { companyId, personId: people.anne.id, startsAt, contactName: 'Karen' }
  await anne.call(bookMeeting, { body: { ...met, note: words['booking-words'] } })
  await anne.call(reportVisit, {
    body: {
      ...{ companyId, visitedAt: '2026-11-20T09:00:00Z', about: words.report, topics: [], promises: [] },
      needs: [{ words: words.need, education: null, soon: true }],
    },
  })
  for (const visibility of ['centre', 'school', 'personal'] as const)
    await torben.call(writeNote, { body: { companyId, words: `Notat ${visibility}`, visibility } })
  const wait = { reason: 'later', words: words['wait-words'] } as const
  await birgit.call(giveWait, { params: { companyId }, body: wait })

  const { token } = await linkFor(world, companyId, 'birgit')
  const next = { nextOn: '2026-12-02', nextWhat: words.group }
  const group = await anne.call(makeGroup, { body: { companyId, theme: words.group, memberIds: [], ...next } })
  const lines = { agreed: words['group-result'], cameOf: words['group-result'], learnt: words['group-result'] }
  await anne.call(endGroup, { params: { id: group.id }, body: { ...lines, tasks: [] } })
  await anne.call(makeGroup, { body: { companyId, theme: words.group, memberIds: [], ...next } })
  const seen = JSON.stringify(await world.visitor.call(showCase, { params: { token } }))
  expect(seen).toContain(startsAt)
  expect(seen).not.toContain('Notat')
  // Who asked whom, and by when they hear; never about what.
  expect(seen).toContain(
    '"asked":[{"id":1,"giver":"Anne Bruun","to":"Ali Demir","hearBy":"2026-12-04","answered":false}]',
  )
  expect(seen).not.toMatch(/avu/i)
  for (const [what, written] of Object.entries(words))
    expect(`${what} ${seen.includes(written)}`).toBe(`${what} ${whoReads[what as keyof typeof words] === 'company'}`)
})
