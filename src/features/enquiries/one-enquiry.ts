/** One enquiry: as it is shown, who may do something about it, its row for whoever changes it, and how it is told. */
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { isOneOf } from '#platform/typed.shared'
import { showRules } from '../centre/centre.ts'
import { runsCentre, visitors } from '../centre/roles.ts'
import { closeContact, openContact } from '../may-contact/may-contact.ts'
import { enquiriesEvents } from './enquiries-events.table.ts'
import type { Enquiry } from './enquiries.schema.ts'
import * as store from './enquiries.sql.ts'

const record = recorder(enquiriesEvents)

export type Shape = z.infer<typeof Enquiry>
const topics = ['enquiries', 'companies']

type Happened = { verb: keyof typeof enquiriesEvents.enquiry; before?: unknown; after?: unknown }
type At = { companyId: number | null; cvr: string | null }
export const tell = (ctx: Ctx, id: number, { companyId, cvr }: At, happened: Happened) =>
  record(ctx, { ...happened, subject: 'enquiry', subjectId: id, companyId, cvr, topics })

/** Who has it, anyone of the school while nobody has, and the coordinators. */
const isTheirs = (ctx: Ctx, { ownerId, schoolId }: store.EnquiryRow) =>
  runsCentre(ctx) || (ownerId === null ? schoolId !== null && schoolId === ctx.schoolId : ownerId === ctx.personId)

/** One that found no school anyone who visits may take, before the coordinators have found someone. */
export const mayTake = (ctx: Ctx, row: store.EnquiryRow) =>
  isTheirs(ctx, row) || (row.ownerId === null && row.schoolId === null && isOneOf(visitors, ctx.role))

export const shapeOf = (ctx: Ctx, row: store.EnquiryRow): Shape => {
  const { schoolId, school, ownerId, owner, cvr: _cvr, ...rest } = row
  const theirs = row.endedAt === null && isTheirs(ctx, row)
  return {
    ...rest,
    name: row.name || m.enquiries_forgotten({}, { locale: ctx.language }),
    school: schoolId === null ? null : { id: schoolId, name: school ?? '' },
    owner: ownerId === null ? null : { id: ownerId, name: owner ?? '' },
    late: row.endedAt === null && row.dueOn < ctx.today,
    can: {
      take: row.endedAt === null && mayTake(ctx, row) && ownerId !== ctx.personId,
      answer: theirs,
      passOn: theirs,
    },
  }
}

export const showEnquiry = async (ctx: Ctx, id: number): Promise<Shape> => {
  const row = await store.enquiryById(ctx, id)
  if (!row) throw problem('not-found')
  return shapeOf(ctx, row)
}

/** Its row locked. Throws not-found, enquiry-ended, and not-allowed for who neither has it nor is asked. */
export const lockOwn = async (ctx: Ctx, id: number, may = isTheirs) => {
  await store.lockEnquiry(ctx, id)
  const row = await store.enquiryById(ctx, id)
  if (!row) throw problem('not-found')
  if (row.endedAt !== null) throw problem('enquiry-ended')
  if (!may(ctx, row)) throw problem('not-allowed')
  return row
}

/** Whoever has it may contact them about it; nobody else, when it changes hands. */
export const openFor = async (ctx: Ctx, id: number, { companyId, cvr }: At, ownerId: number | null) => {
  if (companyId === null || cvr === null) return
  if (ownerId === null) return closeContact(ctx, 'enquiry', id)
  const { openDays } = await showRules(ctx)
  const until = ctx.now.add({ hours: 24 * openDays }).toString({ fractionalSecondDigits: 3 })
  await openContact(ctx, { kind: 'enquiry', companyId, cvr, personId: ownerId, until, sourceId: id })
}
