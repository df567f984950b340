/** What is taken of people's time, whatever takes it. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { hot } from '#platform/db/hot'
import type { MeetingForm } from './diaries.schema.ts'

/** What takes time, as its owner names and numbers it. */
export type Source = { kind: string; id: number }
/** With its kind, where it is a meeting. */
type Taken = Source & { form?: MeetingForm | null | undefined }
/** When somebody is busy, and the minutes of driving kept free before and after. */
export type Time = { personId: number; startsAt: string; endsAt: string; travelMinutes: number }

const withDriving = ({ startsAt, endsAt, travelMinutes }: Time) =>
  sql<string>`tstzrange(${startsAt}::timestamptz - make_interval(mins => ${travelMinutes}::int), ${endsAt}::timestamptz + make_interval(mins => ${travelMinutes}::int))`

/** What is taken for it from now on, in place of what was. The constraint `busy_never_two_at_once` refuses what overlaps (23P01), capacity what is too much (TV005). */
export const writeBusy = async (ctx: Ctx, { kind, id, form }: Taken, times: readonly Time[]) => {
  await ctx.db
    .deleteFrom('busy')
    .where('centreId', '=', ctx.centreId)
    .where('kind', '=', kind)
    .where('sourceId', '=', id)
    .where('personId', 'not in', [0, ...times.map(({ personId }) => personId)])
    .execute()
  await insertBusy(ctx, { kind, id, form }, times)
}
export const insertBusy = (ctx: Ctx, { kind, id, form = null }: Taken, times: readonly Time[]) =>
  ctx.db
    .insertInto('busy')
    .values(
      times.map((time) => ({
        centreId: ctx.centreId,
        kind,
        sourceId: id,
        personId: time.personId,
        during: withDriving(time),
        travelMinutes: time.travelMinutes,
        form,
      })),
    )
    // A move is seen as one: whoever keeps his week takes no more of it.
    .onConflict((moved) =>
      moved.columns(['centreId', 'kind', 'sourceId', 'personId']).doUpdateSet((eb) => ({
        during: eb.ref('excluded.during'),
        travelMinutes: eb.ref('excluded.travelMinutes'),
        form: eb.ref('excluded.form'),
      })),
    )
    .execute()

export const deleteBusy = (ctx: Ctx, { kind, id }: Source) =>
  ctx.db
    .deleteFrom('busy')
    .where('centreId', '=', ctx.centreId)
    .where('kind', '=', kind)
    .where('sourceId', '=', id)
    .execute()

export const deleteBusyOf = (ctx: Ctx, { kind, id }: Source, personId: number) =>
  ctx.db
    .deleteFrom('busy')
    .where('centreId', '=', ctx.centreId)
    .where('kind', '=', kind)
    .where('sourceId', '=', id)
    .where('personId', '=', personId)
    .execute()

/** Of which kind the meeting is that stands there. */
export const formOf = async (ctx: Ctx, { kind, id }: Source): Promise<MeetingForm | undefined> => {
  const { rows } = await sql<{ form: MeetingForm }>`
    select form from busy where centre_id = ${ctx.centreId} and kind = ${kind} and source_id = ${id} and form is not null limit 1`.execute(
    ctx.db,
  )
  return rows[0]?.form
}

/** Driving is part of it here: from and to are when the person sets out and is free again. */
type Between = { personIds: readonly number[]; from: string; to: string; kind: string | null; id: number | null }
const busyBetween = hot(
  (ctx, { personIds, from, to, kind, id }: Between) => sql<{
    personId: number
    from: string
    to: string
    travelMinutes: number
  }>`
    select b.person_id as "personId", lower(b.during) as "from", upper(b.during) as "to", b.travel_minutes as "travelMinutes"
    from busy b
    where b.centre_id = ${ctx.centreId} and b.person_id = any(${personIds})
      and b.during && tstzrange(${from}::timestamptz, ${to}::timestamptz)
      and (b.kind, b.source_id) is distinct from (${kind}::text, ${id}::bigint)
    order by lower(b.during)`,
)
export const busyTimes = (ctx: Ctx, personIds: readonly number[], from: string, to: string, except?: Source) =>
  busyBetween(ctx, { personIds, from, to, kind: except?.kind ?? null, id: except?.id ?? null })

type Around = { except?: Source | undefined; buffer?: number }
/** Does anything of the person's lie there, absence and other calendars included, or closer to it than `buffer` minutes? Of those two no distance is kept. */
export const isTaken = async (ctx: Ctx, time: Time, { except, buffer = 0 }: Around = {}): Promise<boolean> => {
  const { rows } = await sql<{ taken: boolean }>`
    select exists (
        select from busy b
        where b.centre_id = ${ctx.centreId} and b.person_id = ${time.personId} and b.during && ${withDriving({ ...time, travelMinutes: time.travelMinutes + buffer })}
          and (b.kind, b.source_id) is distinct from (${except?.kind ?? null}::text, ${except?.id ?? null}::bigint)
      ) or exists (
        select from absence a
        where a.centre_id = ${ctx.centreId} and a.person_id = ${time.personId} and tstzrange(a.starts_at, a.ends_at) && ${withDriving(time)}
      ) or exists (
        select from taken_elsewhere e
        where e.centre_id = ${ctx.centreId} and e.person_id = ${time.personId} and tstzrange(e.starts_at, e.ends_at) && ${withDriving(time)}
      ) as taken`.execute(ctx.db)
  return rows[0]?.taken ?? false
}
