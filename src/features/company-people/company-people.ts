/**
 * Front door: people of companies. What must hold: nothing of a union, health or private life stands here; each channel says who allowed it and when;
 * who is erased is nowhere any more, and of two who write at once the second sees both.
 */
import { monthsAfter } from '#platform/clock'
import type { Ctx } from '#platform/context'
import { problem, problemAt } from '#platform/errors'
import { recorder } from '#platform/events'
import { isOneOf } from '#platform/typed.shared'
import { staff } from '../centre/roles.ts'
import { companyPeopleEvents } from './company-people-events.table.ts'
import type { Person, PersonWritten } from './company-people.schema.ts'
import * as store from './company-people.sql.ts'
import { readPerson } from './read-person.ts'

export { isHisName, isPartOfName } from './his-name.sql.ts'
export { noticeFor } from './notice.ts'

const record = recorder(companyPeopleEvents)
/** Answers that a change of someone makes stale. */
const topics = ['companies', 'company-people', 'company-links', 'calls', 'waiting']

export const shapeOf = (row: store.PersonRow): Person => ({
  ...{ id: row.id, companyId: row.companyId, company: row.company, name: row.name, title: row.title, note: row.note },
  ...{ speaksForAll: row.speaksForAll, source: row.source, saidOn: row.saidOn },
  phone: { value: row.phone, allowed: row.phoneAllowed, source: row.phoneSource, on: row.phoneOn },
  mail: { value: row.email, allowed: row.mailAllowed, source: row.mailSource, on: row.mailOn },
  ...{ toldOn: row.toldOn, tellBy: row.tellBy, leftOn: row.leftOn, version: row.version },
})

const personBy = async (ctx: Ctx, id: number): Promise<store.PersonRow> => {
  const row = await store.personById(ctx, id)
  if (!row) throw problem('not-found')
  return row
}
const tell = (
  ctx: Ctx,
  { id, companyId, cvr }: Pick<store.PersonRow, 'id' | 'companyId' | 'cvr'>,
  verb: keyof (typeof companyPeopleEvents)['company_person'],
  after: Record<string, unknown> = {},
) => record(ctx, { verb, subject: 'company_person', subjectId: id, companyId, cvr, after, topics })

export const showPerson = async (ctx: Ctx, id: number) => shapeOf(await personBy(ctx, id))

export const listPeople = async (ctx: Ctx, companyId: number) => {
  const place = await store.placeById(ctx, companyId)
  if (!place) throw problem('not-found')
  const [rows, apart] = await Promise.all([store.peopleOf(ctx, place), store.apartOf(ctx, place.cvr)])
  return { rows: rows.map(shapeOf), apart, centre: place.centre }
}

/** Someone of whom only the name is known, by himself. */
const nobody = {
  ...{ title: '', phone: '', email: '', note: '', phoneAllowed: true, mailAllowed: true, speaksForAll: false },
  source: 'said',
} as const

/** Whoever writes someone down tells him within a month, unless he knows; a caller’s are told by the coordinators. */
export const addPerson = async (
  ctx: Ctx,
  companyId: number,
  { told, ...written }: PersonWritten & { told: boolean },
) => {
  const place = await store.placeById(ctx, companyId)
  if (!place) throw problem('not-found')
  const { id } = await store.insertPerson(ctx, {
    ...readPerson(ctx, written),
    companyId,
    tellBy: monthsAfter(ctx.today, 1),
    tells: isOneOf(staff, ctx.role) ? ctx.personId : null,
    toldOn: told ? ctx.today : null,
    toldHow: told ? 'said' : null,
  })
  await tell(ctx, { id, companyId, cvr: place.cvr }, 'added')
  return showPerson(ctx, id)
}

const fieldsOf = (before: store.PersonRow, after: store.Written) =>
  (['name', 'title', 'note', 'speaksForAll', 'phone', 'phoneAllowed', 'email', 'mailAllowed'] as const).filter(
    (field) => before[field] !== after[field],
  )
/** Throws changed-meanwhile with how he stands now (`theirs`): nothing is overwritten. */
export const correctPerson = async (
  ctx: Ctx,
  id: number,
  { version, ...written }: PersonWritten & { version: number },
): Promise<Person> => {
  const before = await personBy(ctx, id)
  const after = readPerson(ctx, written, shapeOf(before))
  const fields = fieldsOf(before, after)
  if (fields.length === 0 && before.version === version) return shapeOf(before)
  if (!(await store.changePerson(ctx, before, after, version)))
    throw problem('changed-meanwhile', {}, { theirs: await showPerson(ctx, id) })
  await tell(ctx, before, 'corrected', { fields })
  return showPerson(ctx, id)
}

export const noteDeparture = async (ctx: Ctx, id: number, on: string | null): Promise<Person> => {
  const before = await personBy(ctx, id)
  if (on && on > ctx.today) throw problemAt('wrong-input', '/body/on', on, 'future')
  const leftOn = on ?? ctx.today
  if (before.leftOn === leftOn) return shapeOf(before)
  await store.changePerson(ctx, before, { leftOn, leftBy: ctx.personId })
  await tell(ctx, before, 'left', { on: leftOn })
  return showPerson(ctx, id)
}
export const undoDeparture = async (ctx: Ctx, id: number): Promise<Person> => {
  const before = await personBy(ctx, id)
  if (before.leftOn === null) return shapeOf(before)
  await store.changePerson(ctx, before, { leftOn: null, leftBy: null })
  await tell(ctx, before, 'came-back')
  return showPerson(ctx, id)
}

/** He was told: said to him, or in a mail that went to him anyway. */
export const noteTold = async (ctx: Ctx, id: number, how: 'said' | 'mail' = 'said'): Promise<Person> => {
  const before = await personBy(ctx, id)
  if (await store.markTold(ctx, id, how)) await tell(ctx, before, 'told', { how })
  return showPerson(ctx, id)
}

/** Nobody knows any more who he was: each room that has something of his forgets it too. */
export const erasePerson = async (ctx: Ctx, id: number) => {
  const before = await personBy(ctx, id)
  for (const { forgetsPerson } of ctx.house.rooms) await forgetsPerson?.(ctx, id)
  await store.erasePerson(ctx, id)
  await tell(ctx, before, 'erased')
  return { id }
}

/** Someone at this company who is there, for a link or a meeting of his. Throws wrong-input at the field that names him. */
export const personAt = async (ctx: Ctx, companyId: number, id: number, pointer: string): Promise<Person> => {
  const place = await store.placeById(ctx, companyId)
  const found = place && (await store.peopleOf(ctx, place)).find((one) => one.id === id)
  if (!found || found.leftOn !== null) throw problemAt('wrong-input', pointer, String(id), 'unknown')
  return shapeOf(found)
}

type TookPartGiven = { personId: number | null; name: string; add: boolean }
/**
 * Who took part, as a room keeps it: by number who is known, by name who is not. Who is to be written down is, with whoever writes telling him. `stood`:
 * who stood there before may have left since. Throws wrong-input at `pointer`, union-title.
 */
export const whoTookPart = async (
  ctx: Ctx,
  companyId: number,
  given: readonly TookPartGiven[],
  { pointer, stood = [] }: { pointer: string; stood?: readonly (number | null)[] },
): Promise<{ companyPersonId: number | null; name: string }[]> => {
  const named = given.filter(({ personId, name }) => personId !== null || name !== '')
  const found: { companyPersonId: number | null; name: string }[] = []
  for (const [n, { personId, name, add }] of named.entries()) {
    // oxlint-disable no-await-in-loop -- one connection, one statement at a time
    if (personId !== null) {
      if (!stood.includes(personId)) await personAt(ctx, companyId, personId, `${pointer}/${n}/personId`)
      found.push({ companyPersonId: personId, name: '' })
    } else if (add) {
      const { id } = await addPerson(ctx, companyId, { ...nobody, name, told: false })
      found.push({ companyPersonId: id, name: '' })
    } else found.push({ companyPersonId: null, name })
    // oxlint-enable no-await-in-loop
  }
  return found
}
