/** One voice: municipalities whose places answer each for itself, who has a company, and companies that turn to the centre themselves. */
import type { Ctx } from '#platform/context'
import { bookMeeting } from '../../src/features/bookings/bookings.ts'
import { askContact } from '../../src/features/contact-questions/contact-questions.ts'
import {
  answerEnquiry,
  changeSchoolReach,
  registerEnquiry,
  showEnquiry,
  takeEnquiry,
} from '../../src/features/enquiries/enquiries.ts'
import { showToGuidance } from '../../src/features/guidance/guidance.ts'
import { decideLeadership } from '../../src/features/leaderships/leaderships.ts'
import { giveWait, mayContact } from '../../src/features/may-contact/may-contact.ts'
import { writeNote } from '../../src/features/notes/notes.ts'
import {
  acceptRegularContact,
  claimRegularContact,
  offerRegularContact,
  takeRegularContact,
} from '../../src/features/regular-contacts/regular-contacts.ts'
import { iso, minutes } from './seed-calendar.ts'
import { decidedShared, enquiries, reaches, shownToGuidance } from './seed-one-voice.table.ts'
import { companyOf, dueOn, happen, keepFree, type Moment, type Stories } from './seed-stories.ts'

/** The children's houses of a municipality that may be met: others may be on a list, or left in peace. */
const freeHouses = async (ctx: Ctx, cvr: string): Promise<number[]> => {
  const houses = await ctx.db
    .selectFrom('companyPlace')
    .where('cvr', '=', cvr)
    .where('industry', 'in', ['889120', '889130', '889150'])
    .select('id')
    .orderBy('id')
    .execute()
  const free: number[] = []
  for (const { id } of houses)
    if ((await mayContact(ctx, id, { purpose: 'outreach', channel: 'visit' })).may) free.push(id)
  return free
}

/** Most municipalities answer place by place; in Thisted one children's house says no for itself, and another is met all the same. */
const municipalities = (stories: Stories): readonly Moment[] => {
  const { calendar, cast } = stories
  const thisted = companyOf(stories, 'kommune-787').cvr
  const start = calendar.at(-6, '09:30')
  keepFree(stories, 'Pia Winther', start)
  return [
    ...Object.entries(decidedShared).map(([code, [ago, who, why]]): Moment => {
      const { id } = companyOf(stories, `kommune-${code}`)
      return [ago, '10:05', who, (ctx) => decideLeadership(ctx, id, { shared: true, why })]
    }),
    [
      ...([24, '11:15', 'Pia Winther'] as const),
      async (ctx) => {
        const house = (await freeHouses(ctx, thisted)).at(-1)
        const words =
          'Husets leder: vi har lige haft tre af sted på kursus. Gerne senere, og det gælder kun os her i huset.'
        if (house !== undefined) await giveWait(ctx, house, { reason: 'later', words, wholeCompany: false })
      },
    ],
    [
      ...([5, '13:10', 'Pia Winther'] as const),
      async (ctx) => {
        const [companyId] = await freeHouses(ctx, thisted)
        const { personId } = cast.as('Pia Winther')
        const note = 'Leder af børnehuset; vil høre om den pædagogiske assistentuddannelse for tre medhjælpere.'
        const meeting = { personId, startsAt: iso(start), contactName: 'Lotte Bjerre', note }
        if (companyId !== undefined) await bookMeeting(ctx, { ...meeting, companyId })
      },
    ],
  ]
}

/** Ivan hands Nordkaj Spedition to Lone (design, picture 21); Sofie has Østergaard Emballage; Anne has Bageri Lund, and Karen would have it. */
const contacts = (stories: Stories): readonly Moment[] => {
  const { agenda, cast, calendar } = stories
  const of = (key: string) => companyOf(stories, key).id
  const nordkaj = of('nordkaj-spedition')
  const lund = of('bageri-lund')
  const follow = (what: string, days: number) => ({ what, dueOn: dueOn(calendar.today, days) })
  return [
    [29, '08:25', 'Ivan Kowalski', (ctx) => takeRegularContact(ctx, { companyId: nordkaj, followUp: null })],
    [
      ...([4, '11:50', 'Ivan Kowalski'] as const),
      async (ctx) => {
        const note = 'Farligt gods er på plads. Nu er det ledelse, og Jan Storm ved, at jeg spørger dig.'
        const followUp = follow('Ringe til Jan Storm om lederforløbet', 5)
        const toId = cast.as('Lone Krag').personId
        const { offer } = await offerRegularContact(ctx, { companyId: nordkaj, toId, note, followUp, along: [] })
        agenda.plan(calendar.at(2, '09:20'), cast.as('Lone Krag'), async (later) => {
          if (offer) await acceptRegularContact(later, offer.id, [])
        })
      },
    ],
    [
      21,
      '15:00',
      'Sofie Holst',
      (ctx) => takeRegularContact(ctx, { companyId: of('oestergaard-emballage'), followUp: null }),
    ],
    [
      ...([7, '08:50', 'Anne Skov'] as const),
      (ctx) => {
        const followUp = follow('Ringe til Grethe Lund og høre, om datoerne passer', 21)
        return takeRegularContact(ctx, { companyId: lund, followUp })
      },
    ],
    [
      ...([1, '13:20', 'Karen Mølgaard'] as const),
      (ctx) => {
        const why = 'Jeg har haft deres lærlinge i otte år og er i bageriet hver måned.'
        return claimRegularContact(ctx, { companyId: lund, why })
      },
    ],
    // Peter asks Lone before he rings, and Ivan's note stands on the card.
    [
      ...([28, '09:10', 'Ivan Kowalski'] as const),
      (ctx) => {
        const words = 'Parkér ved port 3. Jan Storm er lettest at træffe før kl. 8.'
        return writeNote(ctx, { companyId: nordkaj, words, visibility: 'centre' })
      },
    ],
    [
      ...([1, '14:05', 'Peter Vang'] as const),
      (ctx) => {
        const words =
          'Jeg er ved at fylde et truckhold. Må jeg ringe til Jan Storm og høre, om de har nogen, der mangler certifikat?'
        return askContact(ctx, { companyId: nordkaj, about: 'phone', words })
      },
    ],
  ]
}

/** What the schools take, who rings by himself, and citizens who are shown to guidance. */
const planEnquiries = (stories: Stories): void => {
  const { agenda, cast, calendar } = stories
  for (const { leader, fields, areas } of reaches)
    agenda.plan(calendar.at(60, '09:00'), cast.as(leader), async (ctx) => {
      await changeSchoolReach(ctx, ctx.schoolId ?? 0, { fields: [...fields], areas: [...areas] })
    })
  for (const { ago, time, by, answered, ...asked } of enquiries)
    agenda.plan(calendar.at(ago, time), cast.as(by), async (ctx) => {
      const { id } = await registerEnquiry(ctx, { ...asked, wanted: '', email: '' })
      if (!answered) return
      const who = cast.as(answered.by)
      const when = calendar.at(answered.ago, answered.time)
      agenda.plan(when, who, async (later) => {
        if ((await showEnquiry(later, id)).owner === null) await takeEnquiry(later, id)
      })
      agenda.plan(when + minutes(25), who, async (later) => {
        await answerEnquiry(later, id, { how: 'answered', answer: answered.words })
      })
    })
}

export const planOneVoice = (stories: Stories): void => {
  happen(stories, municipalities(stories))
  happen(stories, contacts(stories))
  planEnquiries(stories)
  happen(
    stories,
    shownToGuidance.map(
      ([ago, who, way]): Moment => [ago, '12:10', 'Hanne Lind', (ctx) => showToGuidance(ctx, { who, way })],
    ),
  )
}
