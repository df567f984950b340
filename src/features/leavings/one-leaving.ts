/** One leaving: as it is shown, who may do what about it, and how it is told. */
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { grants, leadsSchool, runsCentre } from '../centre/roles.ts'
import { leavingsEvents } from './leavings-events.table.ts'
import type { Leaving } from './leavings.schema.ts'
import type { LeavingRow } from './leavings.sql.ts'
import * as store from './leavings.sql.ts'
import { countOf, thingsAskedOf, thingsLeft } from './things.ts'

const record = recorder(leavingsEvents)
export type Shape = z.infer<typeof Leaving>

const topics = ['leavings', 'waiting', 'members']
type Happened = { verb: keyof typeof leavingsEvents.leaving; before?: unknown; after?: unknown }
export const tell = (ctx: Ctx, id: number, happened: Happened) =>
  record(ctx, { ...happened, subject: 'leaving', subjectId: id, topics })

/** Who may send someone away says when; and everyone of himself. */
export const maySay = async (ctx: Ctx, personId: number): Promise<boolean> => {
  if (personId === ctx.personId) return true
  const member = await store.memberEver(ctx, personId)
  return member !== undefined && member.leftAt === null && grants(ctx, member)
}
/** What is left is seen by the coordinators, by who leaves, and by who leads the school. */
const maySee = (ctx: Ctx, { personId, schoolId }: LeavingRow) =>
  runsCentre(ctx) || personId === ctx.personId || (leadsSchool(ctx) && schoolId !== null && schoolId === ctx.schoolId)
/** Coordinators hand it out, and who leaves as long as he is here. */
export const mayAsk = (ctx: Ctx, { personId, withdrawnAt }: LeavingRow) =>
  withdrawnAt === null && (runsCentre(ctx) || personId === ctx.personId)

export const shapeOf = async (ctx: Ctx, row: LeavingRow): Promise<Shape> => ({
  id: row.id,
  person: { id: row.personId, name: row.name, school: row.school },
  lastDay: row.lastDay,
  announcedBy: row.announcedBy,
  announcedAt: row.announcedAt,
  leftAt: row.leftAt,
  withdrawnAt: row.withdrawnAt,
  can: {
    change: row.leftAt === null && row.withdrawnAt === null && (await maySay(ctx, row.personId)),
    ask: mayAsk(ctx, row),
    see: maySee(ctx, row),
  },
})

/** Another's, whom one neither sees nor is asked about, is as one that is not there. */
export const mustBe = async (ctx: Ctx, id: number): Promise<LeavingRow> => {
  const row = await store.leavingById(ctx, id)
  if (!row) throw problem('not-found')
  return row
}

const personalOf = async (ctx: Ctx) => {
  const found = []
  for (const { personal } of ctx.house.rooms) found.push(...((await personal?.mine(ctx)) ?? []))
  return found
}

/** A leaving with what it leaves; for who is asked, with that alone. Throws not-found. */
export const showLeaving = async (ctx: Ctx, id: number) => {
  const row = await mustBe(ctx, id)
  const leaving = await shapeOf(ctx, row)
  const things =
    row.withdrawnAt !== null
      ? []
      : leaving.can.see
        ? await thingsLeft(ctx, row, leaving.can.ask)
        : await thingsAskedOf(ctx, row)
  const personal = row.personId === ctx.personId && row.leftAt === null ? await personalOf(ctx) : null
  return { leaving, things, ...countOf(things), personal, mails: ctx.house.mail !== null }
}
