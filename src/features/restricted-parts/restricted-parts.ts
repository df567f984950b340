/** Front door: the sensitive part of a report, for named readers. Written by whoever reports or mends; for everyone else it is not there. */
import * as m from '#texts'
import { type Ctx, personOf } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem, problemAt } from '#platform/errors'
import { announceTo } from '#platform/events'
import { sweep } from '#platform/jobs'
import { staff } from '../centre/roles.ts'
import { announceToCircle, endCircle, leaveCircle, letIntoCircle, makeCircle } from '../circles/circles.ts'
import type { RestrictedPart, RestrictedPartForm } from './restricted-parts.schema.ts'
import * as store from './restricted-parts.sql.ts'

type Form = z.output<typeof RestrictedPartForm>
/** Where the readers stand in the request, for bad fields. */
type At = { pointer: string }

/** The parts of a report that who asks may read; for most there is none, and nothing says whether there is one. */
export const restrictedPartsOf = async (ctx: Ctx, visitId: number): Promise<RestrictedPart[]> =>
  (await store.partsOf(ctx, visitId)).map(({ writtenBy, writer, ...part }) => ({
    ...part,
    by: { id: writtenBy, name: writer },
    mine: writtenBy === ctx.personId,
  }))

/** Whom a part may be for, beside who writes it. */
export const listReportReaders = async (ctx: Ctx) => ({
  rows: (await store.readersNow(ctx, staff)).filter(({ id }) => id !== ctx.personId),
})

/** Readers read reports: who is of a school or the centre, and here. Whoever was let in and has left since is in nobody's way. */
const judge = async (ctx: Ctx, readers: readonly number[], { pointer }: At, stood: readonly number[] = []) => {
  if (readers.length === 0) return
  const fine = new Set([...(await store.readersNow(ctx, staff)).map(({ id }) => id), ...stood])
  const wrong = readers.findIndex((id) => !fine.has(id))
  if (wrong !== -1)
    throw problemAt(
      'wrong-input',
      `${pointer}/readers/${wrong}`,
      m.restricted_parts_no_reader({}, { locale: ctx.language }),
      'reader',
    )
}

const told = ['visits', 'reports']
/** Somebody had it open in two windows: both wordings, for him to choose. */
const clash = async (ctx: Ctx, visitId: number, yours: Form) => {
  const now = (await restrictedPartsOf(ctx, visitId)).find((part) => part.mine) ?? null
  return problem('changed-meanwhile', {}, { now, yours })
}

const write = async (ctx: Ctx, visitId: number, form: Form) => {
  const circleId = await makeCircle(ctx, m.restricted_parts_title({}, { locale: ctx.language }), form.readers)
  const made = await store.insertPart(ctx, { visitId, circleId, writtenBy: personOf(ctx), words: form.words })
  if (!made) throw await clash(ctx, visitId, form)
  await announceToCircle(ctx, circleId, told)
}

/** Who is let in, and who is a stranger from now on. */
const changeReaders = async (ctx: Ctx, circleId: number, readers: readonly number[], stood: readonly number[]) => {
  const wanted = new Set([personOf(ctx), ...readers])
  for (const id of wanted) if (!stood.includes(id)) await letIntoCircle(ctx, circleId, id)
  const out = stood.filter((id) => !wanted.has(id))
  for (const id of out) await leaveCircle(ctx, circleId, id)
  announceTo(ctx, told, out)
}

/** Written with the report itself. Throws wrong-input for who reads no reports. */
export const writePart = async (ctx: Ctx, visitId: number, form: Form, at: At): Promise<void> => {
  await judge(ctx, form.readers, at)
  await write(ctx, visitId, form)
}

/** Writes or changes mine. `version`: the one that was seen, 0 where there was none; throws changed-meanwhile with both when it is not the latest. */
export const keepPart = async (ctx: Ctx, visitId: number, form: Form & { version: number }, at: At): Promise<void> => {
  const mine = await store.lockMine(ctx, visitId)
  const stood = mine ? await store.membersOf(ctx, mine.circleId) : []
  await judge(ctx, form.readers, at, stood)
  if ((mine?.version ?? 0) !== form.version) throw await clash(ctx, visitId, form)
  if (!mine) return write(ctx, visitId, form)
  await store.updatePart(ctx, mine.id, form.words)
  await changeReaders(ctx, mine.circleId, form.readers, stood)
  await announceToCircle(ctx, mine.circleId, told)
}

/** Mine is gone, for its readers too. None is no error. */
export const removePart = async (ctx: Ctx, visitId: number): Promise<void> => {
  const mine = await store.lockMine(ctx, visitId)
  if (!mine) return
  await announceToCircle(ctx, mine.circleId, told)
  await store.deletePart(ctx, mine.id)
  await endCircle(ctx, mine.circleId)
}

/** Readers keep what they were let in to when its writer leaves; when the last of them has left, nobody can read it, and it ends. */
export const endRestrictedParts = sweep('end-restricted-parts', store.endParts)
