/** One working group: as it is shown, who may do what with it, its row for whoever changes it, how it is told, and how it ends: with no task left without a word. */
import * as m from '#texts'
import { type Ctx, personOf } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem, problemAt } from '#platform/errors'
import { announce, recorder } from '#platform/events'
import { isOneOf } from '#platform/typed.shared'
import { runsCentre, staff } from '../centre/roles.ts'
import { dropMark, lockCompanies, setMark } from '../may-contact/may-contact.ts'
import { makePromises } from '../promises/promises.ts'
import { contactOf, showCompanyContact } from '../regular-contacts/regular-contacts.ts'
import { groupsEvents } from './groups-events.table.ts'
import type { endGroup as ending } from './groups.schema.ts'
import type { Group, GroupTask } from './group-shapes.schema.ts'
import * as store from './groups.sql.ts'
import * as members from './members.sql.ts'
import * as work from './work.sql.ts'

const record = recorder(groupsEvents)
const topics = ['groups', 'companies', 'waiting']
export type Row = store.GroupRow
export type Shape = z.infer<typeof Group>
type Can = Shape['can']

export const abilities = (ctx: Ctx, row: Row): Can => {
  const running = row.endedAt === null
  const leads = running && row.leadId === ctx.personId
  const runs = runsCentre(ctx)
  const led = row.leadId !== null
  return {
    answer: running && row.asked,
    ask: running && (row.isIn || runs),
    lead: running && !led && row.isIn && isOneOf(staff, ctx.role),
    leave: running && row.isIn && !leads,
    remove: leads || (running && runs),
    work: running && row.isIn,
    steer: leads,
    // Nobody leads it: who runs the centre may end it.
    end: leads || (running && !led && runs),
  }
}

const someone = (id: number | null, name: string | null, school: string | null) =>
  id === null ? null : { id, name: name ?? '', school }
export const leadOf = ({ leadId, lead, leadSchool }: Row) => someone(leadId, lead, leadSchool)

export const taskShape = ({
  ownerId,
  owner,
  ownerSchool,
  shownAt,
  groupId: _,
  ...task
}: work.TaskRow): z.infer<typeof GroupTask> => ({
  ...task,
  owner: someone(ownerId, owner, ownerSchool),
  shown: shownAt !== null,
})

export const noteShape = ({ groupId: _, circleId: _circle, ...note }: work.NoteRow) => note

type Member = Awaited<ReturnType<typeof members.membersOf>>[number]
const stateOf = ({ joinedAt, declinedAt, leftAt }: Member) =>
  leftAt ? ('left' as const) : joinedAt ? ('in' as const) : declinedAt ? ('declined' as const) : ('asked' as const)

const insideOf = async (ctx: Ctx, row: Row): Promise<Shape['inside']> =>
  row.isIn
    ? { notes: (await work.notesOf(ctx, row.id)).map(noteShape), contacts: await work.contactsOf(ctx, row.id) }
    : null

/** Who has the company without being in the group, and who is asked to have it: from there a lead comes. */
const leadToCome = async (ctx: Ctx, row: Row) => {
  if (row.endedAt !== null || !isOneOf(staff, ctx.role)) return { leadAsked: null, contactPerson: null }
  const { offer } = await showCompanyContact(ctx, row.companyId)
  const has = row.leadId === null ? await contactOf(ctx, row) : null
  return {
    leadAsked: offer?.to.name ?? null,
    contactPerson: has ? { id: has.personId, name: has.name, school: has.school } : null,
  }
}

/** The plan, and for who is in it what is said there. Throws not-found for everyone else. */
export const showGroup = async (ctx: Ctx, id: number): Promise<Shape> => {
  const row = await store.planById(ctx, id)
  if (!row) throw problem('not-found')
  const people = await members.membersOf(ctx, id)
  return {
    ...{ id, companyId: row.companyId, company: row.company, town: row.town, employees: row.employees },
    ...{ theme: row.theme, lead: leadOf(row), nextOn: row.nextOn, endedAt: row.endedAt },
    state: row.endedAt === null ? 'running' : 'ended',
    contact: row.contactId === null ? null : ((await members.contactById(ctx, row.contactId)) ?? null),
    ...{ madeAt: row.madeAt, madeBy: row.madeBy },
    ...(await leadToCome(ctx, row)),
    members: people.map((one) => ({
      ...{ id: one.id, name: one.name, school: one.school, title: one.title ?? '' },
      state: stateOf(one),
    })),
    tasks: (await work.tasksOf(ctx, id)).map(taskShape),
    themeShown: row.themeShownAt !== null,
    stopped: row.endedAt === null && (await store.hasSaidStop(ctx, row.companyId)),
    inside: await insideOf(ctx, row),
    result: (await store.resultOf(ctx, id)) ?? null,
    can: abilities(ctx, row),
  }
}

/**
 * Its row locked after its company: of two who act at once the second sees what the first did. Throws not-found for strangers, group-ended, and
 * not-allowed.
 */
export const lockFor = async (ctx: Ctx, id: number, act: keyof Can): Promise<Row> => {
  const seen = await store.planById(ctx, id)
  if (!seen) throw problem('not-found')
  await lockCompanies(ctx, [seen.cvr])
  await store.lockGroup(ctx, id)
  const row = await store.planById(ctx, id)
  if (!row) throw problem('not-found')
  if (row.endedAt !== null) throw problem('group-ended')
  if (!abilities(ctx, row)[act]) throw problem('not-allowed')
  return row
}

type Told = Pick<Row, 'companyId' | 'cvr'> & { id: number | null }
type Happened = { verb: keyof typeof groupsEvents.working_group; before?: unknown; after?: unknown }
/** What everyone who knows the company may read on its thread; the rest would say who is in it, and stands in the group's own rows. */
const open: readonly string[] = [
  ...(['made', 'led', 'contacted', 'contact-moved'] as const),
  ...(['ended', 'unwanted', 'passed-on', 'taken-over'] as const),
] satisfies Happened['verb'][]
/** What it is about stands in no event. */
export const tell = async (ctx: Ctx, { id, companyId, cvr }: Told, happened: Happened) => {
  const visibility = open.includes(happened.verb) ? 'centre' : 'personal'
  await record(ctx, { ...happened, subject: 'working_group', subjectId: id, companyId, cvr, visibility })
  announce(ctx, topics)
}

/** While it runs nobody else turns to the company: its lead is asked, without one the coordinators. */
export const markGroup = async (ctx: Ctx, id: number): Promise<void> => {
  const row = await store.groupById(ctx, id)
  if (!row || row.nextOn === null) return dropMark(ctx, 'group', id)
  const { companyId, cvr, madeAt: since, nextOn: dueOn, leadId: personId } = row
  await setMark(ctx, { kind: 'group', sourceId: id, companyId, cvr, since, endsAt: null, dueOn, personId })
}

// ---- It ends: three lines for all schools ----------------------------------------------------------------------------
type Ending = z.output<NonNullable<(typeof ending)['body']>>
type Said = Ending['tasks'][number]

/** Each open task is named, and what is dropped with its reason. */
const refuseUnsaid = (ctx: Ctx, open: readonly work.TaskRow[], said: readonly Said[]) => {
  const left = open.filter(({ id }) => !said.some((one) => one.id === id))
  if (left.length > 0) throw problem('group-tasks-open', { count: left.length })
  for (const [index, { how, why }] of said.entries())
    if (how === 'dropped' && why.trim() === '')
      throw problemAt(
        'wrong-input',
        `/body/tasks/${index}/why`,
        m.groups_why_missing({}, { locale: ctx.language }),
        'missing',
      )
}

/** What goes on goes on as a promise to the company, of who ends the group. */
const promise = async (ctx: Ctx, { companyId, cvr }: Row, tasks: readonly work.TaskRow[]) => {
  const forms = tasks.map(({ what, dueOn }) => ({ what, dueOn, ownerId: personOf(ctx), late: dueOn < ctx.today }))
  if (forms.length > 0) await makePromises(ctx, { companyId, cvr, origin: null }, forms, '/body/tasks')
}

export const endGroup = async (ctx: Ctx, id: number, { tasks: said, ...result }: Ending): Promise<Shape> => {
  const row = await lockFor(ctx, id, 'end')
  const open = (await work.tasksOf(ctx, id)).filter(({ endedAt }) => endedAt === null)
  refuseUnsaid(ctx, open, said)
  const saidOf = ({ id: taskId }: work.TaskRow) => said.find((one) => one.id === taskId)
  await promise(
    ctx,
    row,
    open.filter((task) => saidOf(task)?.how === 'promised'),
  )
  for (const task of open) {
    const { how = 'done', why = '' } = saidOf(task) ?? {}
    // oxlint-disable no-await-in-loop -- one connection, one statement at a time
    await work.updateTask(ctx, task.id, { endedAt: ctx.at, endedBy: ctx.personId, endedHow: how })
    await work.updateWords(ctx, task.id, { why })
    // oxlint-enable no-await-in-loop
  }
  await store.insertResult(ctx, id, result)
  await store.updateGroup(ctx, id, { endedAt: ctx.at, endedBy: ctx.personId, nextOn: null })
  await markGroup(ctx, id)
  await tell(ctx, row, { verb: 'ended' })
  return showGroup(ctx, id)
}
