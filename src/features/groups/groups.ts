/** Front door: people of several schools who work on one company's matter, with one lead who is its contact throughout. */
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import { readCursor, writeCursor } from '#platform/cursor'
import type { AnswerOf, z } from '#platform/endpoint'
import { problem, problemAt } from '#platform/errors'
import { isOneOf } from '#platform/typed.shared'
import { referralReceivers as groupPeople, visitors } from '../centre/roles.ts'
import { makeCircle } from '../circles/circles.ts'
import { lockCompanies, refuseUnlessMay } from '../may-contact/may-contact.ts'
import { contactOf, takeRegularContact } from '../regular-contacts/regular-contacts.ts'
import { showVisit } from '../visits/visits.ts'
import type * as contract from './groups.schema.ts'
import * as store from './groups.sql.ts'
import { askIn, mayBeIn } from './joining.ts'
import * as members from './members.sql.ts'
import { leadOf, markGroup, type Row, type Shape, showGroup, tell } from './one-group.ts'
import { insertContact, shownOf } from './work.sql.ts'

export { answerGroup } from './joining.ts'
export { showGroup } from './one-group.ts'
export {
  addGroupTask,
  endGroupTask,
  letSeeTask,
  letSeeTheme,
  writeGroupContact,
  writeGroupNote,
} from './work.ts'

const meTo = (ctx: Ctx, row: Row) =>
  row.leadId !== null && row.leadId === ctx.personId ? 'lead' : row.isIn ? 'in' : row.asked ? 'asked' : 'other'

type Query = z.output<NonNullable<(typeof contract.listGroups)['query']>>
export const listGroups = async (
  ctx: Ctx,
  { cursor, limit, ...sought }: Query,
): Promise<AnswerOf<typeof contract.listGroups>> => {
  const keys = readCursor(cursor, 2)
  const after = keys && ([String(keys[0]), Number(keys[1])] as const)
  const rows = await store.groupPage(ctx, { ...sought, after, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => ({
      ...{ id: row.id, companyId: row.companyId, company: row.company, town: row.town, theme: row.theme },
      ...{ lead: leadOf(row), nextOn: row.nextOn, endedAt: row.endedAt, people: row.people, schools: row.schools },
      ...{ state: row.endedAt === null ? 'running' : 'ended', me: meTo(ctx, row), nextTask: row.nextTask },
    })),
    next: rows.length > limit && last ? writeCursor([last.sortedOn, last.id]) : null,
  }
}

const placeOf = async (ctx: Ctx, companyId: number) => {
  const place = await store.placeById(ctx, companyId)
  if (!place) throw problem('not-found')
  return place
}

type Proposed = NonNullable<Awaited<ReturnType<typeof store.proposedOn>>>
/** More than thirty people, more than three needs, several schools, or something that others can learn from. */
const reasonsOf = ({ schools, employees, needs, toLearnFrom }: Proposed) => [
  ...(schools >= 2 ? (['schools'] as const) : []),
  ...(employees > 30 ? (['employees'] as const) : []),
  ...(needs > 3 ? (['needs'] as const) : []),
  ...(toLearnFrom ? (['learn'] as const) : []),
]
/** For everyone who knows the company: that a group runs and who leads it, what came of those that have ended, whether one is proposed. */
export const listCompanyGroups = async (
  ctx: Ctx,
  companyId: number,
): Promise<AnswerOf<typeof contract.listCompanyGroups>> => {
  await placeOf(ctx, companyId)
  const rows = await store.groupsOnPlace(ctx, companyId)
  const proposed = isOneOf(visitors, ctx.role) ? await store.proposedOn(ctx, companyId) : undefined
  return {
    rows: rows.map(({ agreed, cameOf, learnt, ...row }) => ({
      ...{ id: row.id, lead: leadOf(row), endedAt: row.endedAt, opens: row.opens },
      state: row.endedAt === null ? 'running' : 'ended',
      result: agreed === null || cameOf === null || learnt === null ? null : { agreed, cameOf, learnt },
    })),
    proposed: proposed
      ? { visitId: proposed.visitId, visitedAt: proposed.visitedAt, reasons: reasonsOf(proposed) }
      : null,
    can: { make: isOneOf(visitors, ctx.role) && rows.every(({ endedAt }) => endedAt !== null) },
  }
}

/** A day that has passed is not said: who is late is between the schools. */
const comingOnly = (ctx: Ctx, day: string | null) => (day !== null && day >= ctx.today ? day : null)

/** What the company itself reads of groups that run: the next contact always, a task where the lead lets it; never that one is late. */
export const groupsOf = async (ctx: Ctx, companyId: number) => {
  const rows = await store.shownToCompany(ctx, companyId)
  const shown = await shownOf(
    ctx,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, theme, lead, nextOn }) => ({
    ...{ id, theme, lead, nextOn: comingOnly(ctx, nextOn) },
    tasks: shown
      .filter(({ groupId }) => groupId === id)
      .map((task) => ({
        ...{ id: task.id, what: task.what, dueOn: comingOnly(ctx, task.dueOn), done: task.how === 'done' },
        ...{ who: task.owner ?? lead, school: task.owner === null ? null : task.ownerSchool },
      })),
  }))
}

export const listGroupPeople = (ctx: Ctx) => members.peopleNow(ctx, groupPeople)
export const showGroupForm = async (ctx: Ctx, companyId: number) => {
  const { cvr, name: company } = await placeOf(ctx, companyId)
  const has = await contactOf(ctx, { cvr, companyId })
  const regularContact = has && { id: has.personId, name: has.name, school: has.school }
  const people = (await listGroupPeople(ctx)).filter(({ id }) => id !== ctx.personId)
  return { company, people, contacts: await members.contactsAt(ctx, cvr), regularContact }
}

type Form = z.output<NonNullable<(typeof contract.makeGroup)['body']>>
/** Throws wrong-input for a day that is over, and for a person or a report of another company. */
const refuseWrong = async (ctx: Ctx, { nextOn, contactId, visitId }: Form, cvr: string) => {
  const wrong = (pointer: string, say: typeof m.groups_in_the_past) =>
    problemAt('wrong-input', pointer, say({}, { locale: ctx.language }), 'custom')
  if (nextOn < ctx.today) throw wrong('/body/nextOn', m.groups_in_the_past)
  if (contactId && !(await members.contactsAt(ctx, cvr)).some(({ id }) => id === contactId))
    throw wrong('/body/contactId', m.groups_not_theirs)
  if (visitId && (await showVisit(ctx, visitId)).cvr !== cvr) throw wrong('/body/visitId', m.groups_not_theirs)
}

/** One group works on a place's matter. Of two who make one at once the second is told of the first. */
const refuseSecond = async (ctx: Ctx, companyId: number) => {
  const running = (await store.groupsOnPlace(ctx, companyId)).find(({ endedAt }) => endedAt === null)
  if (running) throw problem('group-runs', { who: running.lead ?? running.madeBy })
}

/**
 * Who makes it is in it; everyone else is asked, whoever has the company among them, for he leads it with his yes. Where nobody has the company,
 * who makes the group does from now on.
 */
export const makeGroup = async (ctx: Ctx, form: Form): Promise<Shape> => {
  const { id: companyId, cvr, name } = await placeOf(ctx, form.companyId)
  await refuseWrong(ctx, form, cvr)
  for (const [index, personId] of form.memberIds.entries()) await mayBeIn(ctx, personId, `/body/memberIds/${index}`)
  await lockCompanies(ctx, [cvr])
  // Who has said stop, or is no more, has no next contact.
  await refuseUnlessMay(ctx, companyId, { purpose: 'agreed', channel: 'phone' })
  await refuseSecond(ctx, companyId)
  const circleId = await makeCircle(ctx, name)
  const { contactId = null, visitId = null, nextOn, nextWhat, theme } = form
  const id = await store.insertGroup(ctx, { companyId, cvr, circleId, contactId, visitId, nextOn }, theme)
  await insertContact(ctx, { groupId: id, circleId }, { on: nextOn, what: nextWhat })
  await tell(ctx, { id, companyId, cvr }, { verb: 'made', after: { nextOn } })
  const has = await contactOf(ctx, { cvr, companyId })
  if (!has) await takeRegularContact(ctx, { companyId, origin: { kind: 'group', id } })
  const asked = new Set([...form.memberIds, ...(has ? [has.personId] : [])].filter((one) => one !== ctx.personId))
  for (const personId of asked) await askIn(ctx, { id, companyId, cvr, circleId }, personId)
  await markGroup(ctx, id)
  return showGroup(ctx, id)
}

/** The report has been thought about: no group. */
export const refuseGroup = async (ctx: Ctx, visitId: number): Promise<{ id: number }> => {
  const { companyId, cvr } = await showVisit(ctx, visitId)
  await store.insertUnwanted(ctx, visitId)
  await tell(ctx, { id: null, companyId, cvr }, { verb: 'unwanted' })
  return { id: visitId }
}
