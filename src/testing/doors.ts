import { sql } from 'kysely'
import { mayContact } from '../features/may-contact/may-contact.ts'
import type { Ctx } from '../platform/context.ts'
import { codeOf } from '../platform/failure.ts'
import type { OpenedWorld } from './world.ts'

type Place = { id: number; cvr: string; phone: string | null; hindered: boolean; weighed: boolean; due: boolean }
const undo = new Error('undo')

/** Whether the database lets it through; nothing of it stays. */
const lets = async (ctx: Ctx, write: () => Promise<unknown>) => {
  await sql`savepoint door`.execute(ctx.db)
  try {
    await write()
    return true
  } catch (error) {
    if (!['TV001', 'TV002'].includes(codeOf(error) ?? '')) throw error
    return false
  } finally {
    await sql`rollback to savepoint door`.execute(ctx.db)
  }
}
const hold = (ctx: Ctx, { id, cvr, phone }: Place) =>
  ctx.db
    .insertInto('callHold')
    .values({
      ...{
        centreId: ctx.centreId,
        answersFor: cvr,
        companyId: id,
        cvr,
        phone: phone ?? '',
        listId: null,
        form: 'visit',
        scriptId: null,
      },
      ...{ personId: ctx.personId ?? 0, takenAt: ctx.at, expiresAt: ctx.now.add({ minutes: 10 }).toString() },
    })
    .execute()
const meeting = (ctx: Ctx, { id, cvr }: Place, form: 'phone' | 'visit') =>
  ctx.db
    .insertInto('booking')
    .values({
      ...{
        centreId: ctx.centreId,
        companyId: id,
        cvr,
        form,
        purpose: 'outreach',
        uid: `door-${id}`,
        contactName: 'Karen',
      },
      ...{
        startsAt: ctx.now.add({ hours: 1 }).toString(),
        endsAt: ctx.now.add({ hours: 2 }).toString(),
        bookedAt: ctx.at,
      },
    })
    .execute()

/** What the judge of a few says of all these places at once, and the view does not; or the other way round. */
const judgesThatDiffer = async (ctx: Ctx, companyIds: readonly number[]): Promise<string[]> => {
  const { rows } = await sql<{ said: string }>`
    with few as (
      select company_id, kind, rank, word, stops, since, source_id, person_id, ends_at
      from hindrances_of(${ctx.centreId}, ${companyIds}) where holds
    ), all_of as (
      select company_id, kind, rank, word, stops, since, source_id, person_id, ends_at
      from hindrance_now where centre_id = ${ctx.centreId} and company_id = any(${companyIds})
    )
    select 'only the judge of a few: ' || f::text as said from (table few except all table all_of) f
    union all
    select 'only hindrance_now: ' || a::text from (table all_of except all table few) a`.execute(ctx.db)
  return rows.map(({ said }) => said)
}
const pastsThatDiffer = async (ctx: Ctx, companyIds: readonly number[]): Promise<string[]> => {
  const { rows } = await sql<{ said: string }>`
    with few as (
      select company_id, kind, source_id, ends_at from hindrances_of(${ctx.centreId}, ${companyIds}) where not holds
    ), ever as (
      select company_id, kind, source_id, ends_at from hindrance_ever
      where centre_id = ${ctx.centreId} and company_id = any(${companyIds}) and ends_at <= app_now() and kind <> 'in-hearing'
    )
    select 'over, says only the judge of a few: ' || f::text as said from (table few except all table ever) f
    union all
    select 'over, says only hindrance_ever: ' || e::text from (table ever except all table few) e`.execute(ctx.db)
  return rows.map(({ said }) => said)
}

/** Each company that two doors say different things of, in words; it tries them all and leaves nothing behind. */
export const doorsThatDiffer = async (world: OpenedWorld, companyIds: readonly number[]): Promise<string[]> => {
  const differ: string[] = []
  const look = async (ctx: Ctx) => {
    await sql`delete from call_hold`.execute(ctx.db)
    differ.push(...(await judgesThatDiffer(ctx, companyIds)), ...(await pastsThatDiffer(ctx, companyIds)))
    const { rows } = await sql<Place>`
      select p.id, p.cvr, p.phone, p.hindered, (select w.hindered from place_weighed w where w.id = p.id) as weighed,
        exists (select from queue_call b where b.cvr = p.cvr and b.due_at <= app_now() and b.done_at is null) as due
      from place_judged p where p.id = any(${companyIds}) order by p.id`.execute(ctx.db)
    for (const place of rows) {
      const [call, visit] = [
        await mayContact(ctx, place.id, { purpose: 'outreach', channel: 'phone' }),
        await mayContact(ctx, place.id, { purpose: 'outreach', channel: 'visit' }),
      ]
      const mayMeet = (told: typeof call) => told.all.every(({ kind }) => kind === 'meeting')
      const mayHold = call.may || (place.due && call.all.every(({ word }) => word === 'running'))
      const doors: [string, boolean, boolean][] = [
        ['list', !place.hindered, call.may],
        ['count', !place.weighed, call.may],
        ['meeting on the phone', await lets(ctx, () => meeting(ctx, place, 'phone')), mayMeet(call)],
        ['visit', await lets(ctx, () => meeting(ctx, place, 'visit')), mayMeet(visit)],
        ...(place.phone === null
          ? []
          : [['call', await lets(ctx, () => hold(ctx, place)), mayHold] as [string, boolean, boolean]]),
      ]
      for (const [door, says, judge] of doors)
        if (says !== judge) differ.push(`${place.id} ${door}: ${says}, judge: ${judge} (${call.because?.kind})`)
    }
    throw undo
  }
  // Bodil visits nobody and promises nothing: she has nothing in hand.
  await world.inside('bodil', look).catch((error: unknown) => {
    if (error !== undo) throw error
  })
  return differ
}
