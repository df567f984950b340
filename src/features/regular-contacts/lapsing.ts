/** Twelve months without contact end it, by a sweep: whoever has a company is warned two months before (`contact-lapses`). */
import type { Ctx } from '#platform/context'
import { sweep } from '#platform/jobs'
import { lockCompanies } from '../may-contact/may-contact.ts'
import * as store from './contacts.sql.ts'
import { dropFollowUp } from './contacts.sql.ts'
import { endContact, tell } from './one-contact.ts'

const atOnce = 100

const lapse = async (ctx: Ctx, id: number) => {
  const row = await store.contactById(ctx, id)
  // Ended, or they were called, while the company was waited for.
  if (!row || row.lapsesOn > ctx.today || row.releasedAt !== null) return
  await dropFollowUp(ctx, id)
  await endContact(ctx, id, 'lapsed', '')
  await tell(ctx, id, row, { verb: 'lapsed', after: { what: row.name, lastContactAt: row.lastContactAt } })
}

export const lapseContacts = sweep('lapse-contacts', async (ctx) => {
  const due = await store.lapsed(ctx, atOnce)
  await lockCompanies(
    ctx,
    due.map(({ cvr }) => cvr),
  )
  // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
  for (const { id } of due) await lapse(ctx, id)
})
