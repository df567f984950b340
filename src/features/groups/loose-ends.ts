/** Groups of someone who leaves, of a company that another takes the place of, and of one that has another regular contact. */
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import { announce } from '#platform/events'
import type { Ended, LooseEnd, LooseEnds, Moved } from '#platform/room'
import { runsCentre } from '../centre/roles.ts'
import { leaveCircle } from '../circles/circles.ts'
import { isShared } from '../leaderships/leaderships.ts'
import { lockCompanies, lockHeir } from '../may-contact/may-contact.ts'
import { contactOf } from '../regular-contacts/regular-contacts.ts'
import { goesWithPlace } from '../register/register.ts'
import * as store from './groups.sql.ts'
import { askIn, comeIn, goOut } from './joining.ts'
import { circlesOfPerson } from './members.sql.ts'
import { markGroup, type Row, tell } from './one-group.ts'
import { openTasksOf } from './work.sql.ts'

const groupEnd = ({ id, companyId, company, leadId, madeAt, nextOn }: Row, personId: number | null): LooseEnd => ({
  kind: 'group',
  sourceId: id,
  company: { id: companyId, name: company },
  personId: personId ?? leadId,
  since: madeAt,
  values: { what: company, date: nextOn ?? '' },
})

/** A group in which he has tasks is told by them. */
const openOf = async (ctx: Ctx, personId: number): Promise<LooseEnd[]> => {
  const tasks = await openTasksOf(ctx, personId)
  const groups = (await store.groupsOfPerson(ctx, personId)).filter(({ id }) =>
    tasks.every(({ groupId }) => groupId !== id),
  )
  return [
    ...groups.map((row) => groupEnd(row, personId)),
    ...tasks.map(({ id, companyId, company, madeAt, dueOn }) => ({
      ...{ kind: 'group-task', sourceId: id, company: { id: companyId, name: company }, personId, since: madeAt },
      values: { what: company, date: dueOn },
    })),
  ]
}

/** He is a stranger to all of them from now on; what he had open is the lead's. Of a lead who goes the group has none, until someone has said yes to the company. */
const leaveAll = async (ctx: Ctx, personId: number) => {
  const groups = await store.groupsOfPerson(ctx, personId)
  await lockCompanies(
    ctx,
    groups.map(({ cvr }) => cvr),
  )
  // oxlint-disable no-await-in-loop -- one connection, one statement at a time
  for (const { id } of groups) {
    await store.lockGroup(ctx, id)
    const row = await store.groupById(ctx, id)
    if (row?.endedAt !== null) continue
    await goOut(ctx, row, personId)
    await markGroup(ctx, id)
  }
  for (const { circleId } of await circlesOfPerson(ctx, personId)) await leaveCircle(ctx, circleId, personId)
  // oxlint-enable no-await-in-loop
}

const passOn = async (ctx: Ctx, companyIds: readonly number[], companyId: number) => {
  const { heir } = await lockHeir(ctx, companyIds, companyId)
  for (const row of await store.runningAt(ctx, { companyIds })) {
    // oxlint-disable no-await-in-loop -- one connection, one statement at a time
    await store.updateGroup(ctx, row.id, { companyId: heir.id, cvr: heir.cvr })
    await markGroup(ctx, row.id)
    await tell(ctx, row, { verb: 'passed-on', after: { what: heir.name } })
    await tell(
      ctx,
      { id: row.id, companyId: heir.id, cvr: heir.cvr },
      { verb: 'taken-over', after: { what: row.company } },
    )
    // oxlint-enable no-await-in-loop
  }
}

const openOn = (ctx: Ctx, ended: Ended): Promise<LooseEnd[]> => {
  if ('personId' in ended) return openOf(ctx, ended.personId)
  if (!('companyIds' in ended)) return Promise.resolve([])
  return store.runningAt(ctx, ended).then((rows) => rows.map((row) => groupEnd(row, null)))
}

export const groupsOpen: LooseEnds = {
  open: openOn,
  handOn: async (ctx, ended, to) => {
    if ('personId' in ended) await leaveAll(ctx, ended.personId)
    if ('companyIds' in ended && to && 'companyId' in to) await passOn(ctx, ended.companyIds, to.companyId)
    announce(ctx, ['groups'])
  },
  words: {
    group: (count, locale) =>
      count === 1 ? m.groups_open_one({}, { locale }) : m.groups_open_many({ count }, { locale }),
    'group-task': (count, locale) =>
      count === 1 ? m.groups_open_task_one({}, { locale }) : m.groups_open_task_many({ count }, { locale }),
  },
}

/** Groups of this place: those of all of the company, where it has one contact. */
const groupsAt = async (ctx: Ctx, { companyId, cvr }: { companyId: number; cvr: string }, personId: number | null) => {
  const rows = await store.runningAt(ctx, { cvr })
  if (personId === null) return rows
  const theirs: Row[] = []
  // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
  for (const row of rows)
    if (row.companyId === companyId || (await contactOf(ctx, row))?.personId === personId) theirs.push(row)
  return theirs
}

/** Who has the company leads its group: who has said yes to it, and was asked in with that, is in it; anyone else is asked. */
const bringIn = async (ctx: Ctx, row: Row, personId: number) => {
  if (row.leadId === personId) return
  if (personId === ctx.personId && !row.isIn) await comeIn(ctx, row)
  else if (personId !== ctx.personId && (row.isIn || runsCentre(ctx))) await askIn(ctx, row, personId)
}
export const contactChanged = async (
  ctx: Ctx,
  place: { companyId: number; cvr: string },
  personId: number | null,
): Promise<void> => {
  // oxlint-disable no-await-in-loop -- one connection, one statement at a time
  for (const row of await groupsAt(ctx, place, personId)) {
    if (personId !== null) await bringIn(ctx, row, personId)
    await markGroup(ctx, row.id)
  }
  // oxlint-enable no-await-in-loop
}
/** His yes to the company is a yes to the group: he reads what it is about before, and comes in with it. */
export const contactAsked = async (
  ctx: Ctx,
  place: { companyId: number; cvr: string },
  personId: number,
): Promise<void> => {
  if (personId === ctx.personId) return
  // Where each place has its own leadership, he is asked about this one alone.
  const apart = await isShared(ctx, place.cvr)
  const theirs = (await store.runningAt(ctx, { cvr: place.cvr })).filter(
    ({ companyId }) => !apart || companyId === place.companyId,
  )
  // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
  for (const row of theirs) if (row.isIn || runsCentre(ctx)) await askIn(ctx, row, personId)
}

const carry = goesWithPlace('working_group')
export const moveGroups = async (ctx: Ctx, moved: Moved): Promise<void> => {
  await carry(ctx, moved)
  // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
  for (const { id } of await store.runningAt(ctx, { cvr: moved.to })) await markGroup(ctx, id)
}

/** Someone at a company wishes to be forgotten. */
export const forgetPerson = async (ctx: Ctx, companyPersonId: number): Promise<void> => {
  await store.forgetContact(ctx, companyPersonId)
}
