/** What a school writes before it hands in: kept as it was written, looked up in portions, judged anew each time it is shown. */
import type { z } from '#platform/endpoint'
import { type Ctx, schoolOf } from '#platform/context'
import { problem } from '#platform/errors'
import { alone } from '#platform/db/savepoint'
import { announce } from '#platform/events'
import { struckPersons } from '#platform/files/personal-cells'
import { quarterOf, shareNow } from '../fair-shares/fair-shares.ts'
import { showRules } from '../centre/centre.ts'
import { byLikeness, byNames, byNumbers, type Found } from './find-companies.sql.ts'
import { lineOf } from './grouping.ts'
import { mostAtOnce, mostCandidates, mostLines, mostTries } from './hand-in-limits.table.ts'
import { answersBy, countByQuarter, lastHandedInOn, standingsOf } from '../handed-in/handed-in.ts'
import type { HandInDraft } from './hand-in.schema.ts'
import * as store from './hand-in.sql.ts'
import { bestOf, isIn, type Meant, type Named, nearestOf, readLine } from './read-line.ts'

type Draft = z.infer<typeof HandInDraft>
/** The page of colleagues who write on the same draft. */
export const tellColleagues = (ctx: Ctx) => announce(ctx, ['hand-in', 'handed-in'], 'school')

/** So many companies a school may hand in in a quarter: its share of the callers' time, of what they reach. */
export const shareOfQuarter = async (ctx: Ctx, schoolId: number): Promise<number> => {
  const [percent, { handedInQuarter }] = [await shareNow(ctx, schoolId), await showRules(ctx)]
  return Math.round((percent * handedInQuarter) / 100)
}

/** Every line as it stands this moment. */
export const draftNow = async (ctx: Ctx, schoolId: number): Promise<Draft['lines']> => {
  const rows = await store.draftLines(ctx, schoolId)
  const ids = [...new Set(rows.flatMap(({ companyId }) => companyId ?? []))]
  const standings = new Map((await standingsOf(ctx, schoolId, ids)).map((one) => [one.id, one]))
  const unsure = rows.flatMap(({ companyId, candidates }) =>
    companyId === null || !standings.has(companyId) ? candidates : [],
  )
  const places = new Map((await store.placesOf(ctx, [...new Set(unsure)])).map((one) => [one.id, one]))
  const first = new Map<number, number>()
  return rows.map((row) => {
    // Of a company that the register no longer has nobody knows anything: the line is a question again.
    const standing = row.companyId === null ? undefined : standings.get(row.companyId)
    const sameAs = standing ? (first.get(standing.id) ?? null) : null
    if (standing && sameAs === null) first.set(standing.id, row.n)
    return lineOf({ row, standing, sameAs, meant: readLine(row.wrote) }, places)
  })
}

export const showHandIn = async (ctx: Ctx): Promise<Draft> => {
  const schoolId = schoolOf(ctx)
  const from = quarterOf(ctx.today)
  return {
    lines: await draftNow(ctx, schoolId),
    share: {
      from,
      most: await shareOfQuarter(ctx, schoolId),
      handedIn: (await countByQuarter(ctx, schoolId, from)).get(from) ?? 0,
    },
    answersBy: await answersBy(ctx),
    visitors: await store.whoVisits(ctx, schoolId),
    lastOn: await lastHandedInOn(ctx, schoolId),
    triesLeft: Math.max(0, mostTries - (await store.triesToday(ctx, schoolId))),
  }
}

/** The school's draft, held; counts what is to be looked up. Throws hand-in-tries. */
const heldToTry = async (ctx: Ctx, more: number) => {
  const schoolId = schoolOf(ctx)
  await store.lockDraft(ctx, schoolId)
  if (more === 0) return schoolId
  if ((await store.triesToday(ctx, schoolId)) + more > mostTries)
    throw problem('hand-in-tries', { most: String(mostTries) })
  await store.countTries(ctx, schoolId, more)
  return schoolId
}
/** Room for so many more lines. Throws hand-in-full. */
export const refuseFull = async (ctx: Ctx, schoolId: number, more: number) => {
  const there = (await store.draftLines(ctx, schoolId)).length
  if (there + more > mostLines)
    throw problem('hand-in-full', { most: String(mostLines), room: String(mostLines - there) })
}
/** The database's word for a statement past its time. */
const tookTooLong = '57014'
const withoutPersons = (text: string) => struckPersons([{ line: 0, cells: [text] }])[0]?.cells[0] ?? text
const tidy = (wrote: string) => withoutPersons(wrote.replaceAll(/\s+/g, ' ').trim()).slice(0, 300)

type Added = { lines: readonly string[]; companyIds: readonly number[] }
export const addLines = async (ctx: Ctx, { lines, companyIds }: Added) => {
  const written = lines.map(tidy).filter((wrote) => wrote !== '')
  const schoolId = await heldToTry(ctx, written.length + companyIds.length)
  await refuseFull(ctx, schoolId, written.length + companyIds.length)
  const places = new Map((await store.placesOf(ctx, companyIds)).map(({ id, name }) => [id, name]))
  if (companyIds.some((id) => !places.has(id))) throw problem('not-found')
  const chosen = companyIds.map((id) => ({ wrote: places.get(id) ?? '', companyId: id }))
  if (written.length > 0)
    await store.insertLines(
      ctx,
      schoolId,
      written.map((wrote) => ({ wrote, companyId: null })),
      false,
    )
  if (chosen.length > 0) await store.insertLines(ctx, schoolId, chosen, true)
  tellColleagues(ctx)
  return showHandIn(ctx)
}

type Asked = Named & { n: number }
/** A town written without a comma stands last in the name: tried where nobody has the whole name. */
const townLast = ({ words, exact, town, n }: Asked): Asked[] => {
  const last = words.at(-1)
  if (town !== null || last === undefined || words.length === 1) return []
  return [{ n, words: words.slice(0, -1), exact: exact.split(' ').slice(0, -1).join(' '), town: last }]
}
const ofLine = (found: readonly Found[], n: number) => found.filter((one) => one.n === n)
const resolved = (n: number, { sure, rows }: { sure: boolean; rows: readonly Found[] }): store.LookedUp => {
  const [only] = rows
  const one = sure && rows.length === 1 && only !== undefined
  return {
    n,
    companyId: one ? only.id : null,
    candidates: one ? [] : rows.slice(0, mostCandidates).map(({ id }) => id),
  }
}
type Line = { n: number; wrote: string }
/** By numbers, all at once. Eight digits may be both: whoever has no company of that number may have the phone. */
const numbered = async (ctx: Ctx, read: readonly (Meant & { n: number })[]) => {
  const numbers = read.flatMap(({ n, number }) => (number ? [{ n, ...number }] : []))
  const found = await byNumbers(ctx, numbers)
  const left = numbers.filter(({ n, by }) => by === 'cvr' && ofLine(found, n).length === 0)
  return [
    ...found,
    ...(await byNumbers(
      ctx,
      left.map((one) => ({ ...one, by: 'phone' as const })),
    )),
  ]
}
/** Names that take the database too long are found by nobody: their lines ask for more, and the rest of the draft goes on. */
const inTime = async (ctx: Ctx, names: readonly Asked[], find: typeof byNames): Promise<readonly Found[]> => {
  const found = await alone(ctx, tookTooLong, () => find(ctx, names))
  return 'refused' in found ? [] : found
}
/** A name that nobody has may hold a slip: who looks like it is proposed, and never sure. */
const nearTo = (line: Asked | undefined, alike: readonly Found[]) => {
  if (!line) return []
  const [last] = townLast(line)
  return nearestOf(line.words.join(' '), ofLine(alike, line.n), (one) => isIn(line.town ?? last?.town ?? null, one))
}
const meantBy = async (ctx: Ctx, rows: readonly Line[]): Promise<store.LookedUp[]> => {
  const read = rows.map(({ n, wrote }) => ({ n, ...readLine(wrote) }))
  const found = await numbered(ctx, read)
  const names: Asked[] = read.flatMap(({ n, name }) => (name && ofLine(found, n).length === 0 ? [{ n, ...name }] : []))
  const named = await inTime(ctx, names, byNames)
  const again = names.filter(({ n }) => ofLine(named, n).length === 0).flatMap(townLast)
  const inTown = await inTime(ctx, again, byNames)
  const isThere = (line: Asked) => ofLine(inTown, line.n).some((one) => isIn(line.town, one))
  const nobody = names.filter(
    ({ n }) => ofLine(named, n).length === 0 && !again.some((one) => one.n === n && isThere(one)),
  )
  const alike = await inTime(ctx, nobody, byLikeness)
  return read.map(({ n }) => {
    const byNumber = ofLine(found, n)
    if (byNumber.length > 0) return resolved(n, { sure: true, rows: byNumber })
    const whole = names.find((one) => one.n === n)
    if (whole && ofLine(named, n).length > 0) return resolved(n, bestOf(whole, ofLine(named, n)))
    const there = again.find((one) => one.n === n)
    // The last word was meant as a town: elsewhere nobody is meant.
    const rows = there ? ofLine(inTown, n).filter((one) => isIn(there.town, one)) : []
    if (there && rows.length > 0) return resolved(n, bestOf(there, rows))
    return resolved(n, { sure: false, rows: nearTo(whole, alike) })
  })
}

/** The next lines are looked up; the page asks until none is left, and a draft that was left goes on where it was. */
export const lookUp = async (ctx: Ctx) => {
  const schoolId = schoolOf(ctx)
  await store.lockDraft(ctx, schoolId)
  const rows = await store.linesToLookUp(ctx, schoolId, mostAtOnce)
  await store.writeLookUps(ctx, schoolId, await meantBy(ctx, rows))
  return showHandIn(ctx)
}

export const changeLine = async (
  ctx: Ctx,
  n: number,
  { wrote, companyId }: { wrote?: string | undefined; companyId?: number | undefined },
) => {
  const anew = companyId === undefined ? tidy(wrote ?? '') : ''
  // Choosing tells how a company stands as much as writing it does.
  const schoolId = await heldToTry(ctx, companyId === undefined && anew === '' ? 0 : 1)
  const done =
    companyId === undefined
      ? anew !== '' && (await store.rewriteLine(ctx, schoolId, n, anew))
      : await store.chooseCompany(ctx, schoolId, n, companyId)
  if (!done) throw problem('not-found')
  if (anew !== '') await store.writeLookUps(ctx, schoolId, await meantBy(ctx, [{ n, wrote: anew }]))
  tellColleagues(ctx)
  return showHandIn(ctx)
}

/** A line as a page showed it. */
export type Seen = { n: number; companyId: number | null }
/** Takes lines out as they were seen; one that means another company now stays, and says so. */
export const removeLines = async (ctx: Ctx, seen: readonly Seen[]) => {
  const schoolId = schoolOf(ctx)
  await store.lockDraft(ctx, schoolId)
  const stands = new Map((await draftNow(ctx, schoolId)).map(({ n, company }) => [n, company?.id ?? null]))
  const isAsSeen = ({ n, companyId }: Seen) => stands.get(n) === companyId
  const [same, other] = [seen.filter(isAsSeen), seen.filter(({ n }) => stands.has(n)).filter((one) => !isAsSeen(one))]
  await store.deleteLines(
    ctx,
    schoolId,
    same.map(({ n }) => n),
  )
  if (other.length > 0)
    await store.markChanged(
      ctx,
      schoolId,
      other.map(({ n }) => n),
    )
  tellColleagues(ctx)
  return showHandIn(ctx)
}
