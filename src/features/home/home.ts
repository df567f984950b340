import { Temporal } from 'temporal-polyfill'
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import type { WaitingKind } from '#platform/waiting.shared'
import { doesOf, runsCentre } from '../centre/roles.ts'
import { doneLately } from './done.ts'
import type { listWaiting as listWaitingContract, Waiting } from './home.schema.ts'
import { together, type Together } from './together.ts'
import { isWaitingKind } from './waiting-kinds.table.ts'
import { type Found, type SoughtOfView, waitingRows } from './waiting.sql.ts'

type Row = z.infer<typeof Waiting>
const order: readonly Row['when'][] = ['over', 'today', 'week', 'later']
const mostOfAKind = 50

const daysTo = (ctx: Ctx, day: string | null) =>
  day === null ? 0 : Temporal.PlainDate.from(ctx.today).until(Temporal.PlainDate.from(day)).days

const whenOf = (ctx: Ctx, { dueOn, dueAt }: Found, about: WaitingKind) =>
  about.when({ days: daysTo(ctx, dueOn), passed: dueAt !== null && dueAt <= ctx.at })

/** A row of the page, and the number of the thing it tells of. */
export type WaitingThing = Row & { id: number }
type Kinds = ReadonlyMap<string, WaitingKind>
/** As pressing as the most pressing of what it stands for. */
const rowOf = (ctx: Ctx, { also, ...found }: Together, kinds: Kinds): WaitingThing[] => {
  const { kind, values, dueOn, dueAt } = found
  const about = kinds.get(kind)
  if (!about || !isWaitingKind(kind)) return []
  const whens = [found, ...also].flatMap((one) => {
    const of = kinds.get(one.kind)
    return of ? [whenOf(ctx, one, of)] : []
  })
  return [
    {
      ...{ id: found.id, kind, values, date: dueAt ?? dueOn, href: about.href({ ...found, values }) },
      when: order.find((one) => whens.includes(one)) ?? 'later',
      also: also.flatMap((one) => (isWaitingKind(one.kind) ? [{ kind: one.kind, values: one.values }] : [])),
    },
  ]
}

/** Whether somebody who does this is told of such things at all. */
const concerns = (does: readonly string[], about: WaitingKind) =>
  (!about.for || about.for.some((one) => does.includes(one))) && !about.notFor?.some((one) => does.includes(one))

type Asked = { others?: boolean; only?: (kind: string) => boolean }
const any = () => true
/** What the rooms publish for somebody who does this; the place of a kind is its room's, and its own there. */
const soughtOf = (ctx: Ctx, does: readonly string[], only: (kind: string) => boolean): SoughtOfView[] => {
  let place = 0
  return ctx.house.rooms
    .flatMap(({ waiting }) => waiting ?? [])
    .map(({ view, kinds }) => ({
      view,
      kinds: Object.entries(kinds)
        .filter(([kind, about]) => only(kind) && concerns(does, about))
        .map(([kind, about]) => ({
          kind,
          place: place++,
          most: about.most ?? mostOfAKind,
          newest: about.newestFirst ?? false,
          asked: about.othersWhenAsked ?? false,
        })),
    }))
    .filter((one) => one.kinds.length > 0)
}

/** Everything that waits for who asks, worst first, of the rooms' views (`room.waiting`); `only`: of these kinds. */
export const waitingNow = async (ctx: Ctx, { others = false, only = any }: Asked = {}): Promise<WaitingThing[]> => {
  const does = doesOf(ctx.role)
  const kinds = new Map(ctx.house.rooms.flatMap(({ waiting }) => Object.entries(waiting?.kinds ?? {})))
  const all = await waitingRows(ctx, { views: soughtOf(ctx, does, only), does, others })
  // A view may give one thing to a person and to a role: who is both is told once.
  const found = [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
  const rows = together(found, kinds).flatMap((one) => rowOf(ctx, one, kinds))
  rows.sort((a, b) => order.indexOf(a.when) - order.indexOf(b.when) || (a.date ?? '9').localeCompare(b.date ?? '9'))
  return rows
}

export const listWaiting = async (
  ctx: Ctx,
  others: boolean,
): Promise<z.infer<(typeof listWaitingContract)['answer']>> => ({
  rows: await waitingNow(ctx, { others }),
  done: await doneLately(ctx),
  can: { others: runsCentre(ctx) },
})
