/** What someone leaves: each thing as it stands, with who is proposed, who is asked and what they said. */
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { showLooseEnds } from '#platform/loose-ends'
import type { LooseEnd, Passes, WhenLeaving } from '#platform/room'
import type { LeavingThing, thingGroups } from './leavings.schema.ts'
import type { LeavingRow, PlaceRow, QuestionRow } from './leavings.sql.ts'
import * as store from './leavings.sql.ts'
import { type Proposer, proposer } from './proposing.ts'

export type Thing = z.infer<typeof LeavingThing>
type Key = { kind: string; sourceId: number }
export const isSame = (one: Key, other: Key) => one.kind === other.kind && one.sourceId === other.sourceId

/** What becomes of a kind, as its room says. */
export const whenLeaving = (ctx: Ctx, kind: string): WhenLeaving | undefined =>
  ctx.house.rooms.flatMap((room) => room.whenLeaving?.[kind] ?? [])[0]
export const passesOf = (ctx: Ctx, kind: string): Passes | null => {
  const when = whenLeaving(ctx, kind)
  return typeof when === 'object' ? when : null
}
/** It stands on the page: what ends with him needs nobody. */
export const isLeft = (ctx: Ctx, { kind }: Key) => (whenLeaving(ctx, kind) ?? 'ends') !== 'ends'

const groups: Partial<Record<string, (typeof thingGroups)[number]>> = {
  'regular-contact': 'contact',
  meeting: 'meeting',
  promise: 'promise',
  referral: 'referral',
  'referral-given': 'referral',
  deputy: 'deputy',
}

/** Of these, what is still his, or nobody's since he left. */
export const stillLeft = async <One extends Key>(ctx: Ctx, of: readonly One[], from: number): Promise<One[]> => {
  const left: One[] = []
  for (const kind of new Set(of.map((one) => one.kind))) {
    const those = of.filter((one) => one.kind === kind)
    const still = await passesOf(ctx, kind)?.still(
      ctx,
      those.map(({ sourceId }) => sourceId),
      from,
    )
    left.push(...those.filter(({ sourceId }) => still?.includes(sourceId)))
  }
  return left
}

/** All that is left: what stands open today, and what was written down when somebody was asked or he left. */
const allOf = async (ctx: Ctx, leaving: LeavingRow) => {
  const kept = await store.thingsOf(ctx, leaving.id)
  if (leaving.leftAt !== null) return { all: kept, still: await stillLeft(ctx, kept, leaving.personId) }
  const { rows } = await showLooseEnds(ctx, { personId: leaving.personId })
  const live = rows.filter((one) => isLeft(ctx, one))
  return { all: [...live, ...kept.filter((one) => !live.some((other) => isSame(one, other)))], still: live }
}

const dueBy = ({ values }: LooseEnd): string | null => {
  const { date, at } = values
  return String(date ?? at ?? '').slice(0, 10) || null
}

type Seen = { leaving: LeavingRow; still: boolean; asked: QuestionRow | undefined; saidNo: boolean }
const stateOf = (ctx: Ctx, thing: LooseEnd, { leaving, still, asked, saidNo }: Seen): Thing['state'] => {
  if (asked?.saidYes) return 'yes'
  const when = whenLeaving(ctx, thing.kind)
  if (when === 'own' && leaving.leftAt === null) return 'own'
  if (when === 'own' || when === 'coordinators') return 'coordinators'
  if (!still) return 'elsewhere'
  if (asked) return 'asked'
  const due = thing.kind === 'meeting' || thing.kind === 'promise' ? dueBy(thing) : null
  if (due !== null && due <= leaving.lastDay && leaving.leftAt === null) return 'stays'
  return saidNo ? 'anew' : 'open'
}

const questionShape = (ctx: Ctx, row: QuestionRow, mayAsk: boolean): Thing['question'] => {
  const waits = row.answeredAt === null && row.closedAt === null
  return {
    id: row.id,
    to: { id: row.toId, name: row.name, school: row.school },
    askedAt: row.askedAt,
    answeredAt: row.answeredAt,
    can: { answer: waits && row.toId === ctx.personId, withdraw: waits && mayAsk },
  }
}

type About = { leaving: LeavingRow; mayAsk: boolean; places: ReadonlyMap<number, PlaceRow>; propose: Proposer }
const shapeOf = async (
  ctx: Ctx,
  thing: LooseEnd,
  { leaving, mayAsk, places, propose, ...seen }: About & { still: boolean; follows: boolean; questions: QuestionRow[] },
): Promise<Thing> => {
  const standing = seen.questions.findLast(({ closedAt, saidYes }) => closedAt === null && saidYes !== false)
  const noes = seen.questions.filter(({ saidYes }) => saidYes === false)
  const place = thing.company ? places.get(thing.company.id) : undefined
  const about = { leaving, still: seen.still, asked: standing, saidNo: noes.length > 0 }
  const state = stateOf(ctx, thing, about)
  const canBeAsked = mayAsk && ['open', 'anew', 'stays'].includes(state) && passesOf(ctx, thing.kind) !== null
  return {
    kind: thing.kind,
    sourceId: thing.sourceId,
    group: groups[thing.kind] ?? 'other',
    company: thing.company && { ...thing.company, town: place?.town ?? null },
    since: thing.since,
    values: thing.values,
    follows: seen.follows,
    state,
    question: standing ? questionShape(ctx, standing, mayAsk) : null,
    saidNo: noes.map(({ name, why }) => ({ name, why })),
    proposed: canBeAsked
      ? await propose(
          place,
          // Nobody stands in for himself.
          ({ id, contact }) => !noes.some(({ toId }) => toId === id) && !(thing.kind === 'deputy' && contact),
        )
      : [],
    can: { ask: canBeAsked },
  }
}

const needsName = ['open', 'anew', 'asked']
const hasName = ['yes', 'stays', 'coordinators', 'elsewhere']
export const countOf = (things: readonly Thing[]) => ({
  open: things.filter(({ state }) => needsName.includes(state)).length,
  settled: things.filter(({ state }) => hasName.includes(state)).length,
})

/** Whole, for who sees a leaving. */
export const thingsLeft = async (ctx: Ctx, leaving: LeavingRow, mayAsk: boolean): Promise<Thing[]> => {
  const { all, still } = await allOf(ctx, leaving)
  const asked = await store.questionsOf(ctx, leaving.id)
  const rows = await store.placesOf(
    ctx,
    all.flatMap(({ company }) => company?.id ?? []),
  )
  const places = new Map(rows.map((row) => [row.id, row]))
  const cvrOf = (thing: LooseEnd) => (thing.company ? places.get(thing.company.id)?.cvr : undefined)
  const had = new Set(all.filter(({ kind }) => kind === 'regular-contact').map(cvrOf))
  const about = { leaving, mayAsk, places, propose: await proposer(ctx, leaving) }
  const shown: Thing[] = []
  for (const thing of all) {
    const cvr = cvrOf(thing)
    const follows = thing.kind !== 'regular-contact' && thing.kind !== 'deputy' && cvr !== undefined && had.has(cvr)
    const questions = asked.filter((one) => isSame(one, thing))
    const isStill = still.some((one) => isSame(one, thing))
    // Asked about once, and no longer anything of his: it was kept, or came to another way.
    if (!isStill && leaving.leftAt === null && !questions.some(({ saidYes }) => saidYes)) continue
    shown.push(await shapeOf(ctx, thing, { ...about, follows, questions, still: isStill }))
  }
  return shown
}

/** Of who is asked: what that one is asked about, and has said yes to. */
export const thingsAskedOf = async (ctx: Ctx, leaving: LeavingRow): Promise<Thing[]> => {
  const mine = (await store.questionsOf(ctx, leaving.id)).filter(
    ({ toId, closedAt, saidYes }) => toId === ctx.personId && closedAt === null && saidYes !== false,
  )
  const things = (await store.thingsOf(ctx, leaving.id)).filter((thing) => mine.some((one) => isSame(one, thing)))
  const rows = await store.placesOf(
    ctx,
    things.flatMap(({ company }) => company?.id ?? []),
  )
  const places = new Map(rows.map((row) => [row.id, row]))
  const about = { leaving, mayAsk: false, places, propose: () => Promise.resolve([]) }
  const contacts = new Set(things.filter(({ kind }) => kind === 'regular-contact').map(({ company }) => company?.id))
  const shown: Thing[] = []
  for (const thing of things) {
    const follows = thing.kind !== 'regular-contact' && contacts.has(thing.company?.id)
    const questions = mine.filter((one) => isSame(one, thing))
    shown.push(await shapeOf(ctx, thing, { ...about, follows, questions, still: true }))
  }
  return shown
}
