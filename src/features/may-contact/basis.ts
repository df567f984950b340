/** The recorded reason why a protected company may be contacted (CVR act § 19): own enquiry, consent or a legal task. */
import { type Ctx, personOf } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem, problemAt } from '#platform/errors'
import { monthsAfter } from '#platform/clock'
import * as m from '#texts'
import { recorder } from '#platform/events'
import { mayContactEvents } from './may-contact-events.table.ts'
import type { ContactBasis } from './basis.schema.ts'
import * as store from './contact.sql.ts'
import { lockCompanies } from './company-lock.ts'
import { placeById } from './waits.sql.ts'

const record = recorder(mayContactEvents)

type Basis = z.infer<typeof ContactBasis>
const basisTopics = ['companies', 'calls', 'contact-lists']

const cvrOf = async (ctx: Ctx, companyId: number): Promise<string> => {
  const place = await placeById(ctx, companyId)
  if (!place) throw problem('not-found')
  return place.cvr
}

export const basesOf = (ctx: Ctx, cvr: string): Promise<Basis[]> => store.basesOf(ctx, cvr)

type Given = Pick<Basis, 'basis' | 'note'> & {
  channel?: Basis['channel'] | undefined
  here?: boolean | undefined
  givenOn?: string | undefined
}
/** Opens one way of contact, for the whole company or for this workplace of it, for a year. */
export const recordBasis = async (
  ctx: Ctx,
  companyId: number,
  { basis, note, channel = 'phone', here = false, givenOn = ctx.today }: Given,
): Promise<Basis> => {
  const cvr = await cvrOf(ctx, companyId)
  if (givenOn > ctx.today)
    throw problemAt(
      'wrong-input',
      '/body/givenOn',
      m.may_contact_basis_given_later({}, { locale: ctx.language }),
      'in-future',
    )
  const lapsesOn = monthsAfter(givenOn, 12)
  const given = { basis, channel, note, givenOn, lapsesOn }
  const basisId = await store.insertBasis(ctx, {
    ...given,
    cvr,
    companyId: here ? companyId : null,
    personId: personOf(ctx),
  })
  await record(ctx, {
    verb: 'basis-recorded',
    subject: 'contact_basis',
    subjectId: basisId,
    cvr,
    companyId,
    after: given,
    topics: basisTopics,
  })
  const made = (await basesOf(ctx, cvr)).find(({ id }) => id === basisId)
  if (!made) throw problem('not-found')
  return made
}

/** From now on the protection holds again: nobody is handed the company in the same moment. */
export const withdrawBasis = async (ctx: Ctx, companyId: number, basisId: number) => {
  const cvr = await cvrOf(ctx, companyId)
  await lockCompanies(ctx, [cvr])
  const ended = await store.endBasis(ctx, cvr, basisId, personOf(ctx))
  if (!ended) throw problem('not-found')
  await record(ctx, {
    verb: 'basis-withdrawn',
    subject: 'contact_basis',
    subjectId: basisId,
    cvr,
    companyId,
    before: ended,
    topics: basisTopics,
  })
  return {}
}
