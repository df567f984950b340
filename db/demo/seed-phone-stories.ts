/** What is told of the phone: talks on »Håndværk og service«, waits that somebody gave or lifted, and a consultant whose week is full. */
import { answerCall } from '../../src/features/calls/calls.ts'
import type { Said } from '../../src/features/calls/calls.schema.ts'
import { takeCompany } from '../../src/features/queue/queue.ts'
import { addAbsence } from '../../src/features/diaries/diaries.ts'
import { giveWait, liftWait, listWaits, stopContact } from '../../src/features/may-contact/may-contact.ts'
import { daysAfter, mondayOf } from './dates.ts'
import { hash, random } from './random.ts'
import { type Bookings, type Held, meetOn } from './seed-bookings.ts'
import { at, iso, minutes } from './seed-calendar.ts'
import { companyOf, happen, listOf, type Moment, type Stories } from './seed-stories.ts'

const weekdays = ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag']

type Talk = [ago: number, time: string, caller: string, company: string, said: Partial<Said> & Pick<Said, 'answer'>]
/** Calls that have a story (design, picture 4): at half past two, when the day's own calls are over. */
const talks = (stories: Stories): readonly Talk[] => {
  const { calendar } = stories
  const back = (time: string) => iso(calendar.at(0, time))
  const weekday = weekdays[new Date(calendar.day(0)).getUTCDay()]
  const nordhavn = `På vej ud ad døren. Bad om opkald ${weekday} kl. 9.15. Ny pakkelinje, vejledningen er på engelsk.`
  const again = (spokeWith: string, note: string, time: string) =>
    ({ answer: 'call-back', spokeWith, note, callBackAt: back(time) }) as const
  return [
    [3, '14:35', 'Mette Kjær', 'nordhavn-pakkeri', again('Pia Nordhavn, driftsleder', nordhavn, '09:15')],
    [2, '14:32', 'Omar Saleh', 'skov-el', again('Niels Skov, indehaver', 'Sad i bilen. Ring før ti.', '09:40')],
    [6, '14:33', 'Mette Kjær', 'kjaer-automation', { answer: 'no-answer', note: 'Telefonsvarer, lagde ingen besked.' }],
    [3, '14:31', 'Omar Saleh', 'kjaer-automation', { answer: 'no-answer' }],
    [2, '14:34', 'Mette Kjær', 'klint-catering', { answer: 'no-answer', note: 'Ringede ud, midt i frokosten.' }],
  ]
}
const planTalks = (stories: Stories): void => {
  const { agenda, cast, calendar } = stories
  const drawn = listOf(stories, 'haandvaerk')
  for (const [ago, time, caller, company, said] of talks(stories)) {
    const { cvr } = companyOf(stories, company)
    const moment = calendar.at(ago, time)
    const who = cast.as(caller)
    // In a small register it may stand on another list still: then the talk is not told.
    const place = () => drawn.companies.find((one) => one.cvr === cvr)?.companyId
    agenda.plan(moment, who, async (ctx) => {
      const companyId = place()
      if (companyId !== undefined) await takeCompany(ctx, { listId: drawn.listId, companyId })
    })
    agenda.plan(moment + minutes(2) + 20_000, who, async (ctx) => {
      const companyId = place()
      if (companyId !== undefined) await answerCall(ctx, { spokeWith: '', note: '', ...said, companyId })
    })
  }
}

/** Waits that staff gave, one that the coordinator lifted, and one that a company asked for on its own page. */
const waits = (stories: Stories, held: readonly Held[]): readonly Moment[] => [
  [
    ...([27, '10:20', 'Karen Mølgaard'] as const),
    async (ctx) => {
      const visited = held.findLast(({ consultant }) => consultant === 'Karen Mølgaard')
      const words = 'Ny ejer om et par måneder; de beder om ro til da.'
      if (visited) await giveWait(ctx, visited.companyId, { reason: 'later', words })
    },
  ],
  // Nobody calls a company that Sofie has in hand; what it asks for it tells her.
  [
    ...([7, '14:36', 'Sofie Holst'] as const),
    (ctx) => {
      const words = 'Karen Østergaard: ikke flere opkald lige nu, vi taler med Sofie.'
      return giveWait(ctx, companyOf(stories, 'oestergaard-emballage').id, { reason: 'later', words })
    },
  ],
  [
    ...([29, '13:45', 'Hanne Lind'] as const),
    async (ctx) => {
      const { rows } = await listWaits(ctx, stories.latest.later)
      const wait = rows.find(({ reason, liftedAt }) => reason === 'later' && liftedAt === null)
      if (!wait) throw new Error('Nobody has said »later«')
      await liftWait(ctx, wait.id, 'Virksomheden ringede selv og bad om et møde.')
    },
  ],
  [
    ...([33, '20:12', 'virksomheden'] as const),
    async (ctx) => {
      const cvr = held.at(-12)?.cvr
      if (cvr) await stopContact(ctx, { cvr, words: 'Vi har fået svar på det, vi ville vide. Tak.' })
    },
  ],
]

/** Anne Skov's next week is full, and Peter Vang is away some days after that. */
const planFullWeek = (stories: Stories, bookings: Bookings, held: readonly Held[]): void => {
  const { agenda, cast, calendar, seed } = stories
  const anne = cast.as('Anne Skov')
  const monday = daysAfter(mondayOf(calendar.day(0)), 7)
  const away = (days: number, from: string, nights: number, to: string, note: string) => ({
    startsAt: iso(at(daysAfter(monday, days), from)),
    endsAt: iso(at(daysAfter(monday, days + nights), to)),
    note,
  })
  happen(stories, [
    [18, '09:30', 'Anne Skov', (ctx) => addAbsence(ctx, away(2, '08:00', 0, '15:30', 'Pædagogisk dag'))],
    [18, '09:31', 'Anne Skov', (ctx) => addAbsence(ctx, away(4, '11:30', 0, '15:30', ''))],
    [9, '14:10', 'Peter Vang', (ctx) => addAbsence(ctx, away(10, '07:30', 1, '15:00', 'Ferie'))],
  ])
  const dice = random(hash(`full week:${seed}`))
  const next = (nth: number, booked: number) =>
    agenda.plan(calendar.at(1, '13:05') + minutes(7 * nth), anne, async (ctx) => {
      const near = held.filter(({ municipality }) => municipality === 661 || municipality === 671)
      const own = held.filter(({ consultant }) => consultant === 'Anne Skov')
      const company = [...own.toReversed(), ...near.toReversed()][nth]
      if (!company || booked >= 18 || nth > 40) return
      const made = await meetOn(bookings, ctx, { ...company, personId: anne.personId }, dice, monday)
      next(nth + 1, booked + (made ? 1 : 0))
    })
  next(0, 0)
}

export const planPhoneStories = (stories: Stories, bookings: Bookings, held: readonly Held[]): void => {
  planTalks(stories)
  happen(stories, waits(stories, held))
  planFullWeek(stories, bookings, held)
}
