/** Front door: visits of partners that one of us is asked along to. What must hold: nobody goes to a company that may not be contacted, and the partner sees a yes or a no by a person, and no reason. */
import { type Ctx, personOf } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem, problemAt } from '#platform/errors'
import { announce, announceTo, recorder } from '#platform/events'
import { isOneOf } from '#platform/typed.shared'
import type { Message } from '#platform/text/language'
import * as m from '#texts'
import { runsCentre, visitors } from '../centre/roles.ts'
import { diaryTopics, findConsultant, freeFor, freeTime, lockConsultant, takeTime } from '../diaries/diaries.ts'
import { mayContact, mayNotContact } from '../may-contact/may-contact.ts'
import { memberNow } from '../members/members.ts'
import { readCvr } from '../official-codes/official-codes.ts'
import { myPartner, peopleOfPartner } from '../partners/partners.ts'
import { visitorsNow } from '../presence-days/presence-days.ts'
import { jointVisitsEvents } from './joint-visits-events.table.ts'
import type * as contract from './joint-visits.schema.ts'
import * as store from './joint-visits.sql.ts'

const record = recorder(jointVisitsEvents)
type Shape = z.infer<typeof contract.JointVisit>
type Whole = z.infer<(typeof contract.showJointVisit)['answer']>
type Given = z.infer<typeof contract.GivenJointVisit>

/** What takes the time, as diaries name it; kept free for driving before and after, for where they are nobody has reckoned. */
const kind = 'joint-visit'
export const travelMinutes = 30

type Verb = keyof (typeof jointVisitsEvents)['joint_visit']
const among: readonly Verb[] = ['asked', 'passed-on', 'linked', 'unlinked', 'told']
/** The partner hears where its answer changes, and not whom we ask among ourselves. */
export const partnerHears = (verb: Verb, { goesId }: Pick<store.Row, 'goesId'>): boolean =>
  among.includes(verb) ? false : verb === 'not-going' || verb === 'released' ? goesId !== null : true

/** On nobody's thread: that a partner goes there is the partner's to tell. */
export const tell = async (
  ctx: Ctx,
  row: Pick<store.Row, 'id' | 'company' | 'partnerId' | 'goesId'>,
  verb: Verb,
  more: { before?: object; after?: object } = {},
): Promise<void> => {
  const after = { what: row.company, ...more.after }
  await record(ctx, { verb, subject: 'joint_visit', subjectId: row.id, before: more.before, after })
  announce(ctx, ['joint-visits', 'waiting'], 'centre', visitors)
  announce(ctx, diaryTopics)
  if (partnerHears(verb, row)) announceTo(ctx, ['my-partner'], await peopleOfPartner(ctx, row.partnerId))
}

const personNamed = (id: number | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })
const isAhead = (ctx: Ctx, { startsAt, declinedAt, takenBackAt }: store.Row) =>
  startsAt > ctx.at && declinedAt === null && takenBackAt === null
const isMine = (ctx: Ctx, id: number | null) => id !== null && id === ctx.personId
/** It is taken back, and he who was asked or had said yes has not put that away. */
const isToBeTold = (ctx: Ctx, { askedId, goesId, takenBackAt, toldAt }: store.Row) =>
  takenBackAt !== null && toldAt === null && isMine(ctx, goesId ?? askedId)
const shapeOf = (ctx: Ctx, row: store.Row): Shape => {
  const ahead = isAhead(ctx, row)
  const runs = ahead && runsCentre(ctx)
  return {
    ...{ id: row.id, company: row.company, town: row.town, companyId: row.companyId, note: row.note },
    ...{ found: row.found, takenBack: row.takenBackAt !== null },
    ...{ startsAt: row.startsAt, endsAt: row.endsAt, place: row.place, words: row.words },
    partner: { id: row.partnerId, name: row.partner },
    askedWhom: personNamed(row.askedId, row.asked),
    goes: personNamed(row.goesId, row.goes),
    declined: row.declinedAt !== null,
    can: {
      ask: runs && row.goesId === null,
      answer: ahead && isMine(ctx, row.askedId),
      giveBack: ahead && isMine(ctx, row.goesId),
      decline: runs && row.goesId === null,
      link: runs && row.companyId === null,
      unlink: runs && row.linkedAt !== null,
      putAway: isToBeTold(ctx, row),
      takeOff: runs && row.goesId !== null && !isMine(ctx, row.goesId),
    },
  }
}
const sees = (ctx: Ctx, row: store.Row) =>
  row.takenBackAt === null
    ? runsCentre(ctx) || isMine(ctx, row.askedId) || isMine(ctx, row.goesId)
    : isToBeTold(ctx, row)

const hinderedFor = async (ctx: Ctx, { companyId }: store.Row, visitorId: number | null) =>
  companyId === null
    ? null
    : (await mayContact(ctx, companyId, { purpose: 'outreach', channel: 'visit', visitorId })).because
const timeOf = ({ startsAt, endsAt }: store.Row, personId: number) => ({ personId, startsAt, endsAt, travelMinutes })

export const listJointVisits = async (ctx: Ctx) => ({
  rows: (await store.jointVisitsAhead(ctx, runsCentre(ctx) ? null : (ctx.personId ?? 0))).map((row) =>
    shapeOf(ctx, row),
  ),
})
export const showJointVisit = async (ctx: Ctx, id: number): Promise<Whole> => {
  const row = await store.jointVisitById(ctx, id)
  if (!row || !sees(ctx, row)) throw problem('not-found')
  const shape = shapeOf(ctx, row)
  const because = isAhead(ctx, row) ? await hinderedFor(ctx, row, row.goesId ?? row.askedId) : null
  const free: Whole['visitors'] = []
  for (const one of shape.can.ask ? await visitorsNow(ctx, visitors) : [])
    free.push({ ...one, free: await freeFor(ctx, timeOf(row, one.id), 0) })
  return { ...shape, because: because?.sentence ?? null, visitors: free }
}

type Form = {
  company: string
  companyId: number | null
  startsAt: string
  endsAt: string
  place: string
  words: string
}
/** Chosen, or said by its number; else as it was written. */
const placeOf = async (ctx: Ctx, { companyId, company }: Form) => {
  if (companyId !== null) return store.openPlaceById(ctx, companyId)
  const cvr = readCvr(company)
  return 'value' in cvr && cvr.value ? store.openPlaceByCvr(ctx, cvr.value) : undefined
}
/** So many in a day no person asks: nobody fills the page of who runs the centre. */
const mostInADay = 20
const refuseMany = async (ctx: Ctx, partnerId: number) => {
  const since = ctx.now.subtract({ hours: 24 }).toString({ fractionalSecondDigits: 3 })
  if ((await store.givenSince(ctx, partnerId, since)) >= mostInADay)
    throw problem('too-many-tries', { minutes: 24 * 60 })
}
/** The answer is the same whatever we know of the company. */
export const askAlong = async (ctx: Ctx, form: Form) => {
  const partner = await myPartner(ctx)
  if (!partner) throw problem('not-allowed')
  const wrong = (pointer: string, says: Message) =>
    problemAt('wrong-input', pointer, says({}, { locale: ctx.language }), 'custom')
  const [from, to] = [Date.parse(form.startsAt), Date.parse(form.endsAt)]
  if (from <= ctx.now.epochMilliseconds) throw wrong('/body/startsAt', m.joint_visits_problem_past)
  if (from > ctx.now.add({ hours: 366 * 24 }).epochMilliseconds)
    throw wrong('/body/startsAt', m.joint_visits_problem_far)
  if (to <= from || to - from > longest)
    throw wrong('/body/endsAt', (_, options) => m.joint_visits_problem_end({ hours: longest / 3_600_000 }, options))
  const place = await placeOf(ctx, form)
  if (form.companyId !== null && !place)
    throw problemAt('wrong-input', '/body/companyId', String(form.companyId), 'unknown')
  await refuseMany(ctx, partner.id)
  const { startsAt, endsAt, words } = form
  const company = place?.name ?? form.company
  const { id } = await store.insertJointVisit(ctx, {
    ...{ partnerId: partner.id, companySaid: company, townSaid: place?.town ?? '', companyId: place?.id ?? null },
    ...{ startsAt, endsAt, place: form.place, words },
  })
  await tell(ctx, { id, company, partnerId: partner.id, goesId: null }, 'given')
  return {}
}
/** The partner goes alone after all. Throws not-found, joint-visit-over. */
export const takeBackAlong = async (ctx: Ctx, of: store.Named) => {
  const partner = await myPartner(ctx)
  if (!partner) throw problem('not-allowed')
  const found = await store.lockOwnAhead(ctx, { ...of, partnerId: partner.id })
  const row = found && (await store.jointVisitById(ctx, found.id))
  if (!row) throw problem('not-found')
  if (!isAhead(ctx, row)) throw problem('joint-visit-over')
  await freeTime(ctx, { kind, id: row.id })
  await store.updateJointVisit(ctx, row.id, { takenBackAt: ctx.at, takenBackBy: personOf(ctx) })
  await tell(ctx, row, 'taken-back')
  return {}
}
/** Who was told that it is taken back has read it. Throws not-found. */
export const putAwayTakenBack = async (ctx: Ctx, id: number) => {
  await store.lockJointVisit(ctx, id)
  const row = await store.jointVisitById(ctx, id)
  if (!row || !isToBeTold(ctx, row)) throw problem('not-found')
  await store.updateJointVisit(ctx, id, { toldAt: ctx.at })
  await tell(ctx, row, 'told')
  return {}
}
/** What the partner wrote stays as it wrote it: it sees nothing of this. What holds against going there counts from now on. */
export const linkJointCompany = async (ctx: Ctx, id: number, companyId: number | null): Promise<Whole> => {
  const row = await lockAhead(ctx, id)
  const { can } = shapeOf(ctx, row)
  if (!(companyId === null ? can.unlink : can.link)) throw problem('not-allowed')
  const found = companyId === null ? undefined : await store.knownPlace(ctx, companyId)
  if (companyId !== null && !found) throw problemAt('wrong-input', '/body/companyId', String(companyId), 'unknown')
  const linked = { linkedAt: companyId === null ? null : ctx.at, linkedBy: companyId === null ? null : personOf(ctx) }
  await store.updateJointVisit(ctx, id, { companyId, ...linked })
  const what = found?.name ?? row.found ?? row.company
  await tell(ctx, row, found ? 'linked' : 'unlinked', {
    before: { companyId: row.companyId },
    after: { what, companyId },
  })
  return showJointVisit(ctx, id)
}
/** A working day at most. */
const longest = 10 * 3_600_000

/** Its row held. Throws not-found, joint-visit-over. */
const lockAhead = async (ctx: Ctx, id: number) => {
  await store.lockJointVisit(ctx, id)
  const row = await store.jointVisitById(ctx, id)
  if (!row || !sees(ctx, row)) throw problem('not-found')
  if (!isAhead(ctx, row)) throw problem('joint-visit-over')
  return row
}
export const askToGoAlong = async (ctx: Ctx, id: number, toId: number): Promise<Whole> => {
  const row = await lockAhead(ctx, id)
  const member = await memberNow(ctx, toId)
  if (!member || !isOneOf(visitors, member.role))
    throw problemAt(
      'wrong-input',
      '/body/toId',
      m.joint_visits_problem_visitor({}, { locale: ctx.language }),
      'not-here',
    )
  if (row.goesId !== null) throw problem('joint-visit-changed')
  await store.updateJointVisit(ctx, id, { askedId: toId, goesId: null, note: '' })
  await tell(ctx, row, 'asked')
  return showJointVisit(ctx, id)
}
/** Who leaves waits for the same lock: nobody gone is left to go along. */
export const goAlong = async (ctx: Ctx, id: number): Promise<Whole> => {
  const me = personOf(ctx)
  await lockConsultant(ctx, me)
  const row = await lockAhead(ctx, id)
  if (row.askedId !== me || !(await findConsultant(ctx, me))) throw problem('not-allowed')
  const because = await hinderedFor(ctx, row, me)
  if (because) throw mayNotContact(because)
  const write = async () => {
    await store.updateJointVisit(ctx, id, { askedId: null, goesId: me, note: '' })
    return id
  }
  if ((await takeTime(ctx, { kind, times: [timeOf(row, me)], moved: id, write })) === null)
    throw problem('joint-visit-busy')
  await tell(ctx, row, 'accepted')
  return showJointVisit(ctx, id)
}
/** It waits with who runs the centre again, and the time is free. */
export const giveBack = async (ctx: Ctx, row: store.Row, note: string, verb: 'not-going' | 'released') => {
  await freeTime(ctx, { kind, id: row.id })
  await store.updateJointVisit(ctx, row.id, { askedId: null, goesId: null, note })
  await tell(ctx, row, verb)
}
export const notGoAlong = async (ctx: Ctx, id: number, why: string) => {
  const row = await lockAhead(ctx, id)
  const mine = isMine(ctx, row.askedId) || isMine(ctx, row.goesId)
  if (!mine && !(row.goesId !== null && runsCentre(ctx))) throw problem('not-allowed')
  await giveBack(ctx, row, why, 'not-going')
  return {}
}
export const declineJointVisit = async (ctx: Ctx, id: number): Promise<Whole> => {
  const row = await lockAhead(ctx, id)
  if (row.goesId !== null) throw problem('joint-visit-changed')
  await store.updateJointVisit(ctx, id, {
    ...{ askedId: null, goesId: null, declinedAt: ctx.at, declinedBy: personOf(ctx) },
  })
  await tell(ctx, row, 'declined')
  return showJointVisit(ctx, id)
}

export const jointVisitsBetween = store.between
/** Which events of a calendar elsewhere, by their numbers, are visits of partners that came back. */
export const whichAreJoint = store.knownUids
/** What the partner sees of its own. No number of a row. */
export const jointVisitsOfPartner = async (ctx: Ctx, partnerId: number): Promise<Given[]> =>
  (await store.ofPartner(ctx, partnerId)).map(({ company, town, startsAt, endsAt, declinedAt, goes, school }) => ({
    ...{ company, town, startsAt, endsAt },
    answer: declinedAt !== null ? 'no' : goes === null ? 'waits' : 'yes',
    who: declinedAt !== null || goes === null ? null : { name: goes, school },
  }))
