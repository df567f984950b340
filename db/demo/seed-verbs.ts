/** What people do to a company with a story, by the words of moments.table.ts, through the rooms' own verbs. */
import type { Ctx } from '#platform/context'
import { isOneOf } from '#platform/typed.shared'
import { acknowledgeBooking, bookMeeting } from '../../src/features/bookings/bookings.ts'
import { answerCall } from '../../src/features/calls/calls.ts'
import { writeMessage } from '../../src/features/company-messages/company-messages.ts'
import { addPerson } from '../../src/features/company-people/company-people.ts'
import { askContact } from '../../src/features/contact-questions/contact-questions.ts'
import { addAbsence } from '../../src/features/diaries/diaries.ts'
import * as enquiries from '../../src/features/enquiries/enquiries.ts'
import { fieldCodes } from '../../src/features/enquiries/enquiry-words.table.ts'
import { showToGuidance } from '../../src/features/guidance/guidance.ts'
import { listShares, shareCompanies } from '../../src/features/hearing-shares/hearing-shares.ts'
import { listHeard, strikeCompanies } from '../../src/features/hearings/hearings.ts'
import { linksOfCompany, makeCompanyLink } from '../../src/features/links/links.ts'
import { decideLeadership } from '../../src/features/leaderships/leaderships.ts'
import { giveWait, liftWait, listWaits, recordBasis, stopContact } from '../../src/features/may-contact/may-contact.ts'
import { writeNote } from '../../src/features/notes/notes.ts'
import * as promised from '../../src/features/promises/promises.ts'
import { findNumber, listNumberless, takeCompany } from '../../src/features/queue/queue.ts'
import * as regular from '../../src/features/regular-contacts/regular-contacts.ts'
import { listStruckCompanies, takeStruckCompany } from '../../src/features/struck-companies/struck-companies.ts'
import { daysAfter, mondayOf } from './dates.ts'
import { at, iso } from './seed-calendar.ts'
import {
  companyOf,
  dueOn,
  happen,
  listOf,
  momentOf,
  placeOf,
  startOf,
  type Stories,
  type Verbs,
} from './seed-stories.ts'
import { companyStories } from './story-companies.ts'
import { cellsOf, sure } from './table-text.ts'

const oneOf = <Word extends string>(words: readonly Word[], word = ''): Word => {
  if (!isOneOf(words, word)) throw new Error(`»${word}« is none of ${words.join(', ')}`)
  return word
}

/** Who has a company, and what is known of it. */
const ofContacts = (stories: Stories): Verbs => {
  const { cast, calendar } = stories
  const id = (key: string) => companyOf(stories, key).id
  const follows = (what = '', days = '') => (what ? { what, dueOn: dueOn(calendar.today, Number(days)) } : null)
  return {
    takes: ({ of, cells: [what, days] }, ctx) =>
      regular.takeRegularContact(ctx, { companyId: id(of), followUp: follows(what, days) }),
    claims: ({ of, cells: [why = ''] }, ctx) => regular.claimRegularContact(ctx, { companyId: id(of), why }),
    hands: async ({ of, cells: [to = '', note = '', what, days, taken] }, ctx) => {
      const wanted = { companyId: id(of), toId: cast.as(to).personId, note, followUp: follows(what, days), along: [] }
      const { offer } = await regular.offerRegularContact(ctx, wanted)
      happen(stories, [[...momentOf(taken), to, (later) => regular.acceptRegularContact(later, offer?.id ?? 0, [])]])
    },
    notes: ({ of, cells: [words = ''] }, ctx) => writeNote(ctx, { companyId: id(of), words, visibility: 'centre' }),
    writes: async ({ of, cells: [words = ''] }, ctx) => {
      const { id: companyId, cvr } = companyOf(stories, of)
      const [own] = await linksOfCompany(ctx, 'company-page', companyId)
      const { id: linkId } = own ?? (await makeCompanyLink(ctx, { companyId, cvr }))
      await writeMessage(ctx, { companyId, cvr, linkId, words })
    },
    asks: ({ of, cells: [words = ''] }, ctx) => askContact(ctx, { companyId: id(of), about: 'phone', words }),
    knows: ({ of, cells: [called = '', facts = '', note = ''] }, ctx) => {
      const [name = '', title = ''] = cellsOf(called, ',')
      const [word, ...ways] = facts.split(' ')
      const phone = ways.find((way) => /^\d+$/.test(way)) ?? ''
      const email = ways.find((way) => way.includes('@')) ?? ''
      const source = oneOf(['said', 'colleague', 'asked', 'mail'] as const, word)
      const about = {
        name,
        title,
        source,
        phone,
        phoneAllowed: true,
        email,
        mailAllowed: !ways.includes('nomail'),
        note,
      }
      return addPerson(ctx, id(of), { ...about, speaksForAll: ways.includes('all'), told: ways.includes('told') })
    },
    decides: ({ of, cells: [why = ''] }, ctx) => decideLeadership(ctx, id(of), { shared: true, why }),
  }
}

/** The first of a hearing that the school has not decided and that nobody of it looks at: those it recognises, then the rest. */
const notLookedAt = async (ctx: Ctx, hearingId: number, count: number): Promise<number[]> => {
  const { rows } = await listHeard(ctx, hearingId, { limit: 200 })
  const taken = new Set((await listShares(ctx, hearingId)).rows.map(({ companyId }) => companyId))
  return rows
    .filter(({ companyId, decision }) => decision === null && !taken.has(companyId))
    .slice(0, count)
    .map(({ companyId }) => companyId)
}

/** Waits, consent, a stop, and what was struck. */
const ofMayContact = (stories: Stories): Verbs => ({
  letsBe: async ({ of, cells: [words = ''] }, ctx) => {
    const companyId = await placeOf(stories, ctx, of)
    const own = of.includes(',') && { wholeCompany: false }
    if (companyId !== undefined) await giveWait(ctx, companyId, { reason: 'later', words, ...own })
  },
  lifts: async ({ cells: [why = ''] }, ctx) => {
    const { rows } = await listWaits(ctx, stories.latest.later)
    const wait = rows.find(({ reason, liftedAt }) => reason === 'later' && liftedAt === null)
    await liftWait(ctx, sure('Nobody has said »later«', wait).id, why)
  },
  hasConsent: ({ of, cells: [note = ''] }, ctx) =>
    recordBasis(ctx, companyOf(stories, of).id, { basis: 'consent', note }),
  saysStop: ({ of, cells: [words = ''] }, ctx) => {
    const { id: companyId, cvr } = companyOf(stories, of)
    return stopContact(ctx, { companyId, cvr, words })
  },
  strikes: async ({ of, cells: [list = '', why = ''] }, ctx) => {
    const { companies, hearingId } = listOf(stories, list)
    // A small register's list may be another one's still.
    const ids = companies.filter(({ cvr }) => cvr === companyOf(stories, of).cvr).map(({ companyId }) => companyId)
    if (ids.length > 0) await strikeCompanies(ctx, hearingId, ids, why)
  },
  /** Takes the next ones of a hearing that nobody of the school looks at. */
  takesPart: async ({ of, cells: [count = '1'] }, ctx) => {
    const { hearingId } = listOf(stories, of)
    const companyIds = await notLookedAt(ctx, hearingId, Number(count))
    if (companyIds.length > 0) await shareCompanies(ctx, hearingId, { companyIds, why: '' })
  },
  asksColleague: async ({ of, cells: [whom = '', count = '1', why = ''] }, ctx) => {
    const { hearingId } = listOf(stories, of)
    const companyIds = await notLookedAt(ctx, hearingId, Number(count))
    const { personId } = stories.cast.as(whom)
    if (companyIds.length > 0 && personId !== null) await shareCompanies(ctx, hearingId, { companyIds, personId, why })
  },
  takesStruck: async ({ who }, ctx) => {
    const { rows } = await listStruckCompanies(ctx, { limit: 50 })
    const own = rows.find(({ struckBy }) => struckBy === who)
    if (own) await takeStruckCompany(ctx, own)
  },
})

/** Meetings, promises and days away. */
const ofDiaries = (stories: Stories): Verbs => {
  const { cast, calendar } = stories
  return {
    meets: async (row, ctx) => {
      const { who, of, cells } = row
      const [, contactName = '', note = '', contactEmail] = cells
      const meeting = { personId: cast.as(who).personId, startsAt: iso(startOf(stories, row)), contactName, note }
      const companyId = await placeOf(stories, ctx, of)
      if (companyId === undefined) return
      const { id } = await bookMeeting(ctx, { ...meeting, companyId, ...(contactEmail && { contactEmail }) })
      await acknowledgeBooking(ctx, id)
    },
    promises: async ({ who, of, cells: [what = '', days] }, ctx) => {
      const companyId = (await placeOf(stories, ctx, of)) ?? 0
      const date = dueOn(calendar.today, Number(days))
      await promised.makePromise(ctx, { companyId, what, ownerId: cast.as(who).personId, dueOn: date })
    },
    /** Asks a colleague to take a promise over, who says yes, or no and why, or nothing yet. */
    offers: async ({ of, cells: [begins = '', to = '', note = '', answered, why] }, ctx) => {
      const asked = { whose: 'all', state: 'open', companyId: companyOf(stories, of).id, limit: 50 } as const
      const id = (await promised.listPromises(ctx, asked)).rows.find(({ what }) => what.startsWith(begins))?.id ?? 0
      const { handover } = await promised.offerHandover(ctx, id, { toId: cast.as(to).personId, note })
      const answer = (later: Ctx, offer: number) =>
        why ? promised.declineHandover(later, offer, why) : promised.acceptHandover(later, offer)
      if (answered) happen(stories, [[...momentOf(answered), to, (later) => answer(later, handover?.id ?? 0)]])
    },
    isAway: ({ of, cells: [note = '', nights] }, ctx) => {
      const [days, hours = ''] = of.split(' ')
      const [from = '', to = ''] = hours.split('-')
      const day = daysAfter(mondayOf(calendar.day(0)), Number(days))
      const endsAt = iso(at(daysAfter(day, Number(nights ?? 0)), to))
      return addAbsence(ctx, { startsAt: iso(at(day, from)), endsAt, note })
    },
  }
}

const weekdays = ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag']
/** What is told of the phone: »Håndværk og service« is called, at half past two when the day's own calls are over. */
const ofThePhone = (stories: Stories): Verbs => {
  const { agenda, cast, calendar } = stories
  return {
    rings: async ({ who, of, cells: [says = '', spokeWith = '', words = ''] }, ctx) => {
      const [word, back] = says.split(' ')
      const note = words.replace('{dag}', weekdays[new Date(calendar.day(0)).getUTCDay()] ?? '')
      const callBackAt = back ? iso(calendar.at(0, back)) : null
      const answer = oneOf(['no-answer', 'call-back'] as const, word)
      const { cvr } = companyOf(stories, of)
      const { companies, listId } = listOf(stories, 'haandvaerk')
      // In a small register it may stand on another list still: then the talk is not told.
      const companyId = companies.find((one) => one.cvr === cvr)?.companyId
      if (companyId === undefined) return
      await takeCompany(ctx, { listId, companyId })
      agenda.plan(ctx.now.epochMilliseconds + 140_000, cast.as(who), (later) =>
        answerCall(later, { answer, spokeWith, note, callBackAt, companyId }),
      )
    },
    finds: async ({ of, cells: [phone = '', source] }, ctx) => {
      const [first] = (await listNumberless(ctx, listOf(stories, of).listId)).rows
      const found = { phone, source: oneOf(['own-page', 'directory'] as const, source) }
      if (first) await findNumber(ctx, first.companyId, found)
    },
    /** A company that rang or wrote itself; somebody may have answered it. */
    hears: async ({ of, cells: [from = '', matter = '', answered, answer = ''] }, ctx) => {
      const { name: company, phone } = sure(
        `No story »${of}«`,
        companyStories.find(({ key }) => key === of),
      )
      const [way, field, ...name] = from.split(' ')
      const asked = { company, phone, number: phone, name: name.join(' '), matter, wanted: '', email: '' }
      const kind = { way: oneOf(['phone', 'mail'] as const, way), field: oneOf(fieldCodes, field) }
      const { id } = await enquiries.registerEnquiry(ctx, { ...asked, ...kind })
      const [, ago, time = '', who = ''] = /^(\d+) (\S+) (.+)$/.exec(answered ?? '') ?? []
      if (ago === undefined) return
      const reply = async (later: Ctx) => {
        if ((await enquiries.showEnquiry(later, id)).owner === null) await enquiries.takeEnquiry(later, id)
        await enquiries.answerEnquiry(later, id, { how: 'answered', answer })
      }
      happen(stories, [[Number(ago), time, who, reply]])
    },
    answersFor: ({ of, cells: [words = ''] }, ctx) => {
      const fields = words.split(' ').map((word) => oneOf(fieldCodes, word))
      const areas = of.split(' ').filter(Boolean).map(Number)
      return enquiries.changeSchoolReach(ctx, ctx.schoolId ?? 0, { fields, areas })
    },
    guides: ({ of }, ctx) => {
      const [who, way] = of.split(' ')
      const whom = oneOf(['citizen', 'worker'] as const, who)
      return showToGuidance(ctx, { who: whom, way: oneOf(['phone', 'mail', 'web'] as const, way) })
    },
  }
}

export const verbsOf = (stories: Stories): Verbs => ({
  ...ofContacts(stories),
  ...ofMayContact(stories),
  ...ofDiaries(stories),
  ...ofThePhone(stories),
})
