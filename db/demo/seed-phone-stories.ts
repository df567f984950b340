import { answerCall } from '../../src/features/calls/calls.ts'
import type { Said } from '../../src/features/calls/calls.schema.ts'
import { takeCompany } from '../../src/features/queue/queue.ts'
import { addAbsence } from '../../src/features/diaries/diaries.ts'
import { giveWait, liftWait, listWaits, stopContact } from '../../src/features/may-contact/may-contact.ts'
import { daysAfter, mondayOf } from './dates.ts'
import { hash, random } from './random.ts'
import { type Bookings, type Held, meetOn } from './seed-bookings.ts'
import { at, iso, minutes } from './seed-calendar.ts'
import { companyOf, listOf, type Stories } from './seed-stories.ts'

type Talk = { company: string; caller: string; ago: number; time: string; said: Partial<Said> & Pick<Said, 'answer'> }

const weekdays = ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag']

/** Calls of the list »Håndværk og service« that have a story (design, picture 4). */
const talks = ({ calendar }: Stories): Talk[] => {
  const back = (time: string) => iso(calendar.at(0, time))
  const weekday = weekdays[new Date(calendar.day(0)).getUTCDay()]
  return [
    {
      ...{ company: 'nordhavn-pakkeri', caller: 'Mette Kjær', ago: 3, time: '14:35' },
      said: {
        answer: 'call-back',
        spokeWith: 'Pia Nordhavn, driftsleder',
        note: `På vej ud ad døren. Bad om opkald ${weekday} kl. 9.15. Ny pakkelinje, vejledningen er på engelsk.`,
        callBackAt: back('09:15'),
      },
    },
    {
      ...{ company: 'skov-el', caller: 'Omar Saleh', ago: 2, time: '14:32' },
      said: {
        answer: 'call-back',
        spokeWith: 'Niels Skov, indehaver',
        note: 'Sad i bilen. Ring før ti.',
        callBackAt: back('09:40'),
      },
    },
    {
      company: 'kjaer-automation',
      caller: 'Mette Kjær',
      ago: 6,
      time: '14:33',
      said: { answer: 'no-answer', note: 'Telefonsvarer.' },
    },
    { company: 'kjaer-automation', caller: 'Omar Saleh', ago: 3, time: '14:31', said: { answer: 'no-answer' } },
    {
      company: 'klint-catering',
      caller: 'Mette Kjær',
      ago: 2,
      time: '14:34',
      said: { answer: 'no-answer', note: 'Ringede ud, midt i frokosten.' },
    },
  ]
}

/** Half past two, when the day's own calls are over: nobody has two companies under call. */
const planTalks = (stories: Stories): void => {
  const { agenda, cast, calendar } = stories
  const drawn = listOf(stories, 'haandvaerk')
  for (const { company, caller, ago, time, said } of talks(stories)) {
    const { cvr } = companyOf(stories, company)
    const moment = calendar.at(ago, time)
    const who = cast.as(caller)
    const place = () => drawn.companies.find((one) => one.cvr === cvr)?.companyId ?? 0
    agenda.plan(moment, who, async (ctx) => void (await takeCompany(ctx, { listId: drawn.listId, companyId: place() })))
    agenda.plan(moment + minutes(2) + 20_000, who, async (ctx) => {
      await answerCall(ctx, { spokeWith: '', note: '', ...said, companyId: place() })
    })
  }
}

/** Waits that staff gave, one that the coordinator lifted, and one that a company asked for on its own page. */
const planWaits = (stories: Stories, held: readonly Held[]): void => {
  const { agenda, cast, calendar } = stories
  agenda.plan(calendar.at(27, '10:20'), cast.as('Karen Mølgaard'), async (ctx) => {
    const visited = held.findLast(({ consultant }) => consultant === 'Karen Mølgaard')
    if (visited)
      await giveWait(ctx, visited.companyId, {
        reason: 'later',
        words: 'Ny ejer om et par måneder; de beder om ro til da.',
      })
  })
  // Nobody calls a company that Sofie has in hand; what it asks for it tells her.
  agenda.plan(calendar.at(7, '14:36'), cast.as('Sofie Holst'), async (ctx) => {
    const words = 'Karen Østergaard: ikke flere opkald lige nu, vi taler med Sofie.'
    await giveWait(ctx, companyOf(stories, 'oestergaard-emballage').id, { reason: 'later', words })
  })
  agenda.plan(calendar.at(29, '13:45'), cast.as('Hanne Lind'), async (ctx) => {
    const { rows } = await listWaits(ctx, stories.latest.later)
    const wait = rows.find(({ reason, liftedAt }) => reason === 'later' && liftedAt === null)
    if (!wait) throw new Error('Nobody has said »later«')
    await liftWait(ctx, wait.id, 'Virksomheden ringede selv og bad om et møde.')
  })
  agenda.plan(calendar.at(33, '20:12'), cast.company, async (ctx) => {
    const visited = held.at(-12)
    if (visited) await stopContact(ctx, { cvr: visited.cvr, words: 'Vi har fået svar på det, vi ville vide. Tak.' })
  })
}

/** Anne Skov's next week is full, and Peter Vang is away some days after that. */
const planFullWeek = (stories: Stories, bookings: Bookings, held: readonly Held[]): void => {
  const { agenda, cast, calendar, seed } = stories
  const anne = cast.as('Anne Skov')
  const monday = daysAfter(mondayOf(calendar.day(0)), 7)
  const dice = random(hash(`full week:${seed}`))
  const begin = calendar.at(1, '13:05')
  agenda.plan(calendar.at(18, '09:30'), anne, async (ctx) => {
    const wednesday = daysAfter(monday, 2)
    const friday = daysAfter(monday, 4)
    await addAbsence(ctx, {
      startsAt: iso(at(wednesday, '08:00')),
      endsAt: iso(at(wednesday, '15:30')),
      note: 'Pædagogisk dag',
    })
    await addAbsence(ctx, { startsAt: iso(at(friday, '11:30')), endsAt: iso(at(friday, '15:30')), note: '' })
  })
  agenda.plan(calendar.at(9, '14:10'), cast.as('Peter Vang'), async (ctx) => {
    const [from, to] = [daysAfter(monday, 10), daysAfter(monday, 11)]
    await addAbsence(ctx, { startsAt: iso(at(from, '07:30')), endsAt: iso(at(to, '15:00')), note: 'Ferie' })
  })
  const next = (nth: number, booked: number) =>
    agenda.plan(begin + minutes(7 * nth), anne, async (ctx) => {
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
  planWaits(stories, held)
  planFullWeek(stories, bookings, held)
}
