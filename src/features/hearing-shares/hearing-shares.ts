/**
 * Front door: several of a school go through a hearing together. What must hold: of two who take a company one looks at it, and the other is told; no
 * other school sees, counts or hears of any of it.
 */
import { randomInt } from 'node:crypto'
import { type Ctx, personOf, schoolOf } from '#platform/context'
import type { AnswerOf, z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { announce, eachRecorder } from '#platform/events'
import { hearers } from '../centre/roles.ts'
import { lockOwnAnswer, ownHearing } from '../hearings/hearings.ts'
import { hearingSharesEvents } from './hearing-shares-events.table.ts'
import type { HearingShare, listHearingShares, shareCompanies as shareContract } from './hearing-shares.schema.ts'
import * as store from './hearing-shares.sql.ts'
import { endLettersOfNothing, tellAsked } from './share-mail.ts'

const recordEach = eachRecorder(hearingSharesEvents)

const shapeOf = (ctx: Ctx, row: store.ShareRow): z.infer<typeof HearingShare> => ({
  ...{ companyId: row.companyId, personId: row.personId, person: row.person, mine: row.personId === ctx.personId },
  ...{ sentBy: row.givenBy === row.personId ? null : row.giver, sentAt: row.givenAt, why: row.why },
  sentByMe: row.givenBy === ctx.personId && row.personId !== ctx.personId,
  answered: row.answered,
  back: row.backAt === null ? null : { at: row.backAt, why: row.backWhy },
})

export const listShares = async (ctx: Ctx, id: number): Promise<AnswerOf<typeof listHearingShares>> => {
  const { open } = await ownHearing(ctx, id)
  const rows = await store.sharesOf(ctx, id)
  const people = await store.colleaguesOf(ctx, hearers, schoolOf(ctx))
  return {
    rows: rows.map((row) => shapeOf(ctx, row)),
    colleagues: people.flatMap(({ personId, name }) => (personId === ctx.personId ? [] : [{ personId, name }])),
    can: { share: open },
  }
}

type Verb = keyof typeof hearingSharesEvents.contact_list
type Touched = { companyId: number; cvr: string }
/** Only the own school may ever read it, and only its open pages are told. */
const recordShares = async (ctx: Ctx, verb: Verb, listId: number, touched: readonly Touched[], after: object = {}) => {
  await recordEach(
    ctx,
    { verb, subject: 'contact_list', subjectId: listId, visibility: 'school' },
    touched.map(({ companyId, cvr }) => ({ cvr, companyId, after: { companyId, ...after } })),
  )
  if (touched.length > 0) announce(ctx, ['hearings', 'waiting'], 'school')
  return { companyIds: touched.map(({ companyId }) => companyId).toSorted((a, b) => a - b) }
}

const sendTo = async (ctx: Ctx, schoolId: number, personId: number) => {
  const found = (await store.colleaguesOf(ctx, hearers, schoolId)).find((one) => one.personId === personId)
  if (!found) throw problem('not-found')
  return found
}

type Sharing = { companyIds: readonly number[]; personId?: number | undefined; why: string }
/**
 * Takes companies to look at, or sends them to a colleague, who is told once for all of them. Those that another looks at already, or that are
 * decided, stay as they are. Throws share-taken with whose they are when none was left, not-found for who cannot answer.
 */
export const shareCompanies = async (
  ctx: Ctx,
  id: number,
  { companyIds, personId, why }: Sharing,
): Promise<AnswerOf<typeof shareContract>> => {
  const { hearing, schoolId } = await lockOwnAnswer(ctx, id)
  const me = personOf(ctx)
  const to = await sendTo(ctx, schoolId, personId ?? me)
  const { listId } = hearing
  const letter = randomInt(1, 2_147_483_647)
  const asked = to.personId !== me
  const given = {
    listId,
    hearingId: id,
    schoolId,
    personId: to.personId,
    why: asked ? why : '',
    letter: asked ? letter : null,
  }
  const touched = await store.insertShares(ctx, given, companyIds)
  const now = new Set(touched.map(({ companyId }) => companyId))
  const left = companyIds.filter((companyId) => !now.has(companyId))
  const others = (left.length === 0 ? [] : await store.sharesOf(ctx, id))
    .filter((row) => left.includes(row.companyId) && row.personId !== me && !row.answered)
    .map(({ companyId, person }) => ({ companyId, person }))
  const [first] = others
  if (touched.length === 0 && first) throw problem('share-taken', { who: first.person })
  const verb = asked ? 'sent-to-colleague' : 'part-taken'
  const shared = await recordShares(ctx, verb, listId, touched, { personId: to.personId, ...(why && { why }) })
  await endLettersOfNothing(ctx)
  if (asked && touched.length > 0)
    await tellAsked(ctx, to, {
      hearingId: id,
      list: hearing.name,
      deadline: hearing.deadline,
      count: touched.length,
      why,
      letter,
    })
  return { ...shared, others }
}

export const endShares = async (ctx: Ctx, id: number, companyIds: readonly number[]) => {
  const { hearing, schoolId } = await lockOwnAnswer(ctx, id)
  const { listId } = hearing
  const touched = await store.deleteShares(ctx, { listId, schoolId }, companyIds)
  await endLettersOfNothing(ctx)
  return recordShares(ctx, 'share-ended', listId, touched)
}

/** Doing it twice changes nothing. */
export const returnShares = async (ctx: Ctx, id: number, companyIds: readonly number[], why: string) => {
  const { hearing, schoolId } = await lockOwnAnswer(ctx, id)
  const { listId } = hearing
  const touched = await store.setBack(ctx, { listId, schoolId, why }, companyIds)
  return recordShares(ctx, 'share-returned', listId, touched, why ? { why } : {})
}
