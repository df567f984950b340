/** One voice: a chain whose houses answer each for itself, who has a company, and companies that turn to the centre themselves. */
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
import { decideLeadership, showLeadership } from '../../src/features/leaderships/leaderships.ts'
import { giveWait, mayContact } from '../../src/features/may-contact/may-contact.ts'
import { writeNote } from '../../src/features/notes/notes.ts'
import {
  acceptRegularContact,
  claimRegularContact,
  offerRegularContact,
  takeRegularContact,
} from '../../src/features/regular-contacts/regular-contacts.ts'
import { daysAfter } from './dates.ts'
import { iso, isWorkday, minutes, workdayFrom } from './seed-calendar.ts'
import { enquiries, reaches } from './seed-one-voice.table.ts'
import { companyOf, type Stories } from './seed-stories.ts'

const chain = 'Børnehusene Regnbuen'

/** The houses of the chain, the largest first; of those of that name, the company with most houses. */
const housesOf = async (ctx: Ctx) => {
  const named = await ctx.db
    .selectFrom('companyPlace')
    .where('name', 'like', `${chain}%`)
    .where('kind', '=', 'workplace')
    .where('closedOn', 'is', null)
    .select(['id', 'cvr'])
    .orderBy('employees', (by) => by.desc().nullsLast())
    .orderBy('id')
    .execute()
  const count = (of: string) => named.filter(({ cvr }) => cvr === of).length
  const most = Math.max(0, ...named.map(({ cvr }) => count(cvr)))
  const first = named.find(({ cvr }) => count(cvr) === most)
  return named.filter(({ cvr }) => cvr === first?.cvr)
}

/** The first of them that may be met: others may be on a list, or left in peace. */
const firstFree = async (ctx: Ctx, from: number) => {
  for (const { id } of (await housesOf(ctx)).slice(from))
    if ((await mayContact(ctx, id, { purpose: 'outreach', channel: 'visit' })).may) return id
  return null
}

/** Each house has a leader of its own: one says no for itself, another is met all the same. */
const planChain = ({ agenda, cast, calendar, diaries }: Stories): void => {
  agenda.plan(calendar.at(40, '10:05'), cast.as('Hanne Lind'), async (ctx) => {
    const [house] = await housesOf(ctx)
    // A small register's chain is small: one leadership.
    if (!house || ((await showLeadership(ctx, house.id)).employeesFrom ?? 0) < 50) return
    const why =
      'Hvert børnehus har sin egen leder, som selv bestemmer over kurser. Hovedkontoret sagde det i telefonen.'
    await decideLeadership(ctx, house.id, { shared: true, why })
  })
  const pia = cast.as('Pia Winther')
  agenda.plan(calendar.at(24, '11:15'), pia, async (ctx) => {
    const house = await firstFree(ctx, 2)
    const words =
      'Husets leder: vi har lige haft tre af sted på kursus. Gerne senere, og det gælder kun os her i huset.'
    if (house !== null) await giveWait(ctx, house, { reason: 'later', words, wholeCompany: false })
  })
  const start = calendar.at(-6, '09:30')
  diaries.kept.push({ name: 'Pia Winther', from: start - minutes(240), to: start + minutes(300) })
  agenda.plan(calendar.at(5, '13:10'), pia, async (ctx) => {
    const companyId = await firstFree(ctx, 0)
    if (companyId === null) return
    const note = 'Leder af børnehuset; vil høre om den pædagogiske assistentuddannelse for tre medhjælpere.'
    const meeting = { personId: pia.personId, startsAt: iso(start), contactName: 'Lotte Bjerre', note }
    await bookMeeting(ctx, { ...meeting, companyId })
  })
}

/** Ivan hands Nordkaj Spedition to Lone (design, picture 21); Sofie has Østergaard Emballage; Anne has Bageri Lund, and Karen would have it. */
const planContacts = (stories: Stories): void => {
  const { agenda, cast, calendar } = stories
  const ahead = (days: number) => {
    const date = daysAfter(calendar.today, days)
    return isWorkday(date) ? date : workdayFrom(date)
  }
  const nordkaj = companyOf(stories, 'nordkaj-spedition').id
  const lund = companyOf(stories, 'bageri-lund').id
  agenda.plan(calendar.at(29, '08:25'), cast.as('Ivan Kowalski'), async (ctx) => {
    await takeRegularContact(ctx, { companyId: nordkaj, followUp: null })
  })
  agenda.plan(calendar.at(4, '11:50'), cast.as('Ivan Kowalski'), async (ctx) => {
    const note = 'Farligt gods er på plads. Nu er det ledelse, og Jan Storm ved, at jeg spørger dig.'
    const followUp = { what: 'Ringe til Jan Storm om lederforløbet', dueOn: ahead(5) }
    const { offer } = await offerRegularContact(ctx, {
      ...{ companyId: nordkaj, toId: cast.as('Lone Krag').personId, note, followUp },
      along: [],
    })
    agenda.plan(calendar.at(2, '09:20'), cast.as('Lone Krag'), async (later) => {
      if (offer) await acceptRegularContact(later, offer.id, [])
    })
  })
  agenda.plan(calendar.at(21, '15:00'), cast.as('Sofie Holst'), async (ctx) => {
    const companyId = companyOf(stories, 'oestergaard-emballage').id
    await takeRegularContact(ctx, { companyId, followUp: null })
  })
  agenda.plan(calendar.at(7, '08:50'), cast.as('Anne Skov'), async (ctx) => {
    const followUp = { what: 'Ringe til Grethe Lund og høre, om datoerne passer', dueOn: ahead(21) }
    await takeRegularContact(ctx, { companyId: lund, followUp })
  })
  agenda.plan(calendar.at(1, '13:20'), cast.as('Karen Mølgaard'), async (ctx) => {
    const why = 'Jeg har haft deres lærlinge i otte år og er i bageriet hver måned.'
    await claimRegularContact(ctx, { companyId: lund, why })
  })
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
  for (const [ago, who, way] of [
    [31, 'citizen', 'phone'],
    [26, 'citizen', 'phone'],
    [22, 'worker', 'mail'],
    [17, 'citizen', 'phone'],
    [12, 'citizen', 'web'],
    [9, 'citizen', 'phone'],
    [3, 'citizen', 'phone'],
  ] as const)
    agenda.plan(calendar.at(ago, '12:10'), cast.as('Hanne Lind'), async (ctx) => {
      await showToGuidance(ctx, { who, way })
    })
}

/** Peter asks Lone before he rings, and Ivan's note stands on the card. */
const planAsking = (stories: Stories): void => {
  const { agenda, cast, calendar } = stories
  const nordkaj = companyOf(stories, 'nordkaj-spedition').id
  agenda.plan(calendar.at(28, '09:10'), cast.as('Ivan Kowalski'), async (ctx) => {
    const words = 'Parkér ved port 3. Jan Storm er lettest at træffe før kl. 8.'
    await writeNote(ctx, { companyId: nordkaj, words, visibility: 'centre' })
  })
  agenda.plan(calendar.at(1, '14:05'), cast.as('Peter Vang'), async (ctx) => {
    const words =
      'Jeg fylder et truckhold i uge 3. Må jeg ringe til Jan Storm og høre, om de har nogen, der mangler certifikat?'
    await askContact(ctx, { companyId: nordkaj, about: 'phone', words })
  })
}

export const planOneVoice = (stories: Stories): void => {
  planAsking(stories)
  planChain(stories)
  planContacts(stories)
  planEnquiries(stories)
}
