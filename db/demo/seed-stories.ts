import type { Ctx } from '#platform/context'
import { acknowledgeBooking, bookingsOf, bookMeeting } from '../../src/features/bookings/bookings.ts'
import { endMembership } from '../../src/features/members/members.ts'
import { mayContact, recordBasis } from '../../src/features/may-contact/may-contact.ts'
import { strikeCompanies } from '../../src/features/hearings/hearings.ts'
import {
  acceptHandover,
  declineHandover,
  keepPromise,
  listPromises,
  makePromise,
  offerHandover,
} from '../../src/features/promises/promises.ts'
import { saveDraft } from '../../src/features/visits/visits.ts'
import { daysAfter } from './dates.ts'
import { at, iso, isWorkday, minutes, workdayFrom, workdayOn } from './seed-calendar.ts'
import type { Drawn, Stage } from './seed-lists.ts'
import { halfWritten, type Tale, tales } from './seed-stories.table.ts'
import type { Diaries } from './seed-slots.ts'
import { write } from './seed-visits.ts'

/** A company with a story: its number in the register, and the place that is visited. */
export type Known = { id: number; cvr: string }
export type Stories = Stage & { diaries: Diaries; known: ReadonlyMap<string, Known>; lists: readonly Drawn[] }

export const companyOf = ({ known }: Pick<Stories, 'known'>, key: string): Known => {
  const found = known.get(key)
  if (!found) throw new Error(`The story »${key}« has no company`)
  return found
}
export const listOf = ({ lists }: Pick<Stories, 'lists'>, key: string): Drawn => {
  const found = lists.find(({ campaign }) => campaign.key === key)
  if (!found) throw new Error(`The demo has no list »${key}«`)
  return found
}

/** The open promise to a company that begins so. */
const promiseTo = async (ctx: Ctx, companyId: number, what: string): Promise<number> => {
  const { rows } = await listPromises(ctx, { whose: 'all', state: 'open', companyId, limit: 50 })
  const found = rows.find((row) => row.what.startsWith(what))
  if (!found) throw new Error(`Nobody has promised »${what}«`)
  return found.id
}

/** Whatever is due, is due on a workday. */
export const dueOn = (today: string, days: number) => {
  const date = daysAfter(today, days)
  return days < 0 && !isWorkday(date) ? workdayFrom(date, -1) : workdayOn(date)
}

/** Workdays ago, a time, who (`virksomheden`: by its own link; `uret`: the house itself), and what happened. */
export type Moment = readonly [ago: number, time: string, who: string, does: (ctx: Ctx) => Promise<unknown>]
export const happen = ({ agenda, cast, calendar }: Stage, moments: readonly Moment[]): void => {
  const whose = (who: string) => (who === 'virksomheden' ? cast.company : who === 'uret' ? cast.clock : cast.as(who))
  for (const [ago, time, who, does] of moments)
    agenda.plan(calendar.at(ago, time), whose(who), async (ctx) => void (await does(ctx)))
}
/** Nobody books anything else there. */
export const keepFree = ({ diaries }: Stories, name: string, start: number): void =>
  void diaries.kept.push({ name, from: start - minutes(240), to: start + minutes(300) })

/** A visit as its story tells it: agreed by the consultant, held, reported, promises kept on their day. */
const planTale = (stories: Stories, tale: Tale): void => {
  const { agenda, cast, calendar, diaries } = stories
  const { id: companyId } = companyOf(stories, tale.company)
  const who = cast.as(tale.who)
  const start = calendar.at(...tale.visited)
  diaries.kept.push({ name: tale.who, from: start - minutes(240), to: start + minutes(300) })
  let bookingId = 0
  agenda.plan(calendar.at(tale.booked, '13:20'), who, async (ctx) => {
    // A protected company is met because it asked for it.
    const { because } = await mayContact(ctx, companyId, { purpose: 'outreach', channel: 'visit' })
    const note = `${tale.contact} ringede selv og bad om et besøg.`
    if (because?.kind === 'protected')
      await recordBasis(ctx, companyId, { basis: 'own-enquiry', note, channel: 'visit' })
    const meeting = { personId: who.personId, startsAt: iso(start), contactName: tale.contact, note: tale.note }
    bookingId = (await bookMeeting(ctx, { ...meeting, companyId })).id
    await acknowledgeBooking(ctx, bookingId)
  })
  if (!tale.reported) return
  const { about, needs, topics } = tale
  agenda.plan(calendar.at(...tale.reported), who, async (ctx) => {
    const promises = tale.promises.map(({ what, owner, due }) => ({
      what,
      owner,
      dueOn: dueOn(calendar.today, due),
    }))
    const made = await write(stories, ctx, { id: bookingId, companyId }, { about, needs, topics, promises })
    for (const { what, owner, kept } of tale.promises) {
      const id = made.find((one) => one.what === what)?.id ?? 0
      if (kept !== undefined)
        agenda.plan(calendar.at(kept, '11:05'), cast.as(owner), async (later) => void (await keepPromise(later, id)))
    }
  })
}

/** Consent, a promise for today, the screening on the way (design, picture 3). */
const planOestergaard = (stories: Stories): void => {
  const { agenda, cast, calendar, diaries } = stories
  const sofie = cast.as('Sofie Holst')
  const { id: companyId } = companyOf(stories, 'oestergaard-emballage')
  agenda.plan(calendar.at(23, '14:20'), sofie, async (ctx) => {
    await recordBasis(ctx, companyId, { basis: 'consent', note: 'Karen Østergaard sagde ja ved besøget.' })
  })
  agenda.plan(calendar.at(7, '13:30'), sofie, async (ctx) => {
    const what = 'Oplæg til samtalen med de ansatte'
    await makePromise(ctx, { companyId, what, ownerId: sofie.personId, dueOn: calendar.today })
  })
  const screening = calendar.at(-3, '13:00')
  diaries.kept.push({ name: 'Sofie Holst', from: screening - minutes(240), to: screening + minutes(300) })
  agenda.plan(calendar.at(5, '10:40'), sofie, async (ctx) => {
    const note = 'Screening i læsning og regning, hele lageret. 12 deltagere.'
    const meeting = { personId: sofie.personId, startsAt: iso(screening), contactName: 'Karen Østergaard', note }
    const { id } = await bookMeeting(ctx, {
      ...meeting,
      companyId,
      contactEmail: 'kontakt@oestergaard-emballage.example',
    })
    await acknowledgeBooking(ctx, id)
  })
}

type Offer = { company: string; what: string; from: string; to: string; note: string; offered: number }
/** Asks a colleague to take a promise over; `answer` is what the colleague does, so many workdays ago. */
const planOffer = (
  stories: Stories,
  of: Offer,
  answer?: readonly [number, (ctx: Ctx, id: number) => Promise<unknown>],
): void => {
  const { agenda, cast, calendar } = stories
  agenda.plan(calendar.at(of.offered, '11:30'), cast.as(of.from), async (ctx) => {
    const id = await promiseTo(ctx, companyOf(stories, of.company).id, of.what)
    const { handover } = await offerHandover(ctx, id, { toId: cast.as(of.to).personId, note: of.note })
    if (answer)
      agenda.plan(
        calendar.at(answer[0], '09:10'),
        cast.as(of.to),
        async (later) => void (await answer[1](later, handover?.id ?? 0)),
      )
  })
}

const planHandovers = (stories: Stories): void => {
  const nordkaj = { company: 'nordkaj-spedition', what: 'Forslag til ledelse', from: 'Ivan Kowalski', to: 'Lone Krag' }
  planOffer(stories, { ...nordkaj, note: 'Det er mest ledelse nu, så du er den rette.', offered: 4 }, [
    2,
    acceptHandover,
  ])
  const lund = { company: 'bageri-lund', what: 'Datoer og sted', from: 'Ali Demir', to: 'Sofie Holst' }
  planOffer(stories, {
    ...lund,
    note: 'Jeg er på orlov fra næste uge. Kan du tage den med Grethe?',
    offered: 1,
  })
  const kringlen = { company: 'bageriet-kringlen', what: 'Henvisning til VUC', from: 'Karen Mølgaard' }
  const no = (ctx: Ctx, id: number) =>
    declineHandover(ctx, id, 'Holstebro ligger uden for mit område. Prøv VUC Fjordlandet.')
  planOffer(stories, { ...kringlen, to: 'Fatima Haddad', note: 'Er det noget for dig?', offered: 7 }, [6, no])
  planOffer(stories, { ...kringlen, to: 'Ali Demir', note: 'Inge vil gerne ringes op sidst på dagen.', offered: 4 })
}

/** Jensen Smede is known to Mette, Spøttrup Fragt to two schools that do not know of each other. */
const planStrikes = (stories: Stories): void => {
  const { agenda, cast, calendar } = stories
  const smaaMetal = listOf(stories, 'smaa-metal')
  const transport = listOf(stories, 'transport')
  const jensen = companyOf(stories, 'jensen-smede').cvr
  const spoettrup = companyOf(stories, 'spoettrup-fragt').cvr
  // A small register's list may be another one's still.
  const strike = async (ctx: Ctx, drawn: Drawn, cvr: string, why: string) => {
    const ids = drawn.companies.filter((one) => one.cvr === cvr).map((one) => one.companyId)
    if (ids.length > 0) await strikeCompanies(ctx, drawn.hearingId, ids, why)
  }
  agenda.plan(calendar.at(2, '10:15'), cast.as('Mette Lauridsen'), async (ctx) => {
    await strike(ctx, smaaMetal, jensen, 'De får en praktikant af os; jeg taler med Bent hver uge')
  })
  for (const [who, time, reason] of [
    ['Tina Fogh', '12:10', 'Fire på truckkursus i denne måned'],
    ['Rikke Holm', '12:40', 'Vi er ved at aftale screening med dem'],
  ] as const)
    agenda.plan(calendar.at(8, time), cast.as(who), async (ctx) => {
      await strike(ctx, transport, spoettrup, reason)
    })
}

/** Jens Toft has left, and what he promised Holm & Søn has no owner. */
export const lastDayOfJens = ({ today }: { today: string }): string => {
  const date = daysAfter(today, -10)
  return isWorkday(date) ? date : workdayFrom(date, -1)
}

export const planStories = (stories: Stories): void => {
  const { agenda, cast, calendar } = stories
  for (const tale of tales) planTale(stories, tale)
  planOestergaard(stories)
  planHandovers(stories)
  planStrikes(stories)
  agenda.plan(at(lastDayOfJens(calendar), '15:00'), cast.as('Ingrid Bonde'), async (ctx) => {
    await endMembership(ctx, cast.member('Jens Toft'))
  })
  agenda.plan(calendar.at(1, '14:50'), cast.as('Sofie Holst'), async (ctx) => {
    const meetings = await bookingsOf(ctx, companyOf(stories, 'lang-andel').id)
    const bookingId = Math.max(...meetings.map(({ id }) => id))
    await saveDraft(ctx, { bookingId }, { ...halfWritten })
  })
}
