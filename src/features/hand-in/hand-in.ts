/**
 * Front door: what a school writes, and its handing in: what was seen is judged once more, counted against the share, and waits for the next list to the others.
 * What must hold: no other school sees a line, or what comes of it.
 */
import * as m from '#texts'
import { type Ctx, schoolOf } from '#platform/context'
import { problem, problemAt } from '#platform/errors'
import { visitsCompanies } from '../centre/roles.ts'
import { quarterOf } from '../fair-shares/fair-shares.ts'
import { goalThatStands, listGoals } from '../goals/goals.ts'
import { memberNow } from '../members/members.ts'
import { type Seen, draftNow, refuseFull, shareOfQuarter, showHandIn } from './draft.ts'
import { countByQuarter, keepHandedIn, takeBackHandedIn, type Wish } from '../handed-in/handed-in.ts'
import * as store from './hand-in.sql.ts'

export { addLines, changeLine, lookUp, removeLines, showHandIn } from './draft.ts'
export { addFile } from './hand-in-file.ts'

/** The first day of the quarter after. */
export const quarterAfter = (from: string) => {
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]
  return month === 10 ? `${year + 1}-01-01` : `${year}-${String(month + 3).padStart(2, '0')}-01`
}
/** In which quarter each of so many counts, in the order they were written: this one as long as there is room, then the next. */
export const quartersFor = (
  count: number,
  most: number,
  taken: ReadonlyMap<string, number>,
  first: string,
): string[] => {
  const quarters: string[] = []
  for (let quarter = first; quarters.length < count; quarter = quarterAfter(quarter)) {
    const room = Math.max(0, most - (taken.get(quarter) ?? 0))
    for (let n = 0; n < room && quarters.length < count; n++) quarters.push(quarter)
  }
  return quarters
}

type Form = Wish & { lines: readonly (Seen & { group: 'ready' | 'maybe' })[] }
/** Throws wrong-input at the goal or the consultant. */
const refuseUnfit = async (ctx: Ctx, schoolId: number, { goalId, consultantId }: Form) => {
  const wrong = (pointer: string, says: typeof m.hand_in_problem_goal) =>
    problemAt('wrong-input', pointer, says({}, { locale: ctx.language }), 'not-here')
  const goal = goalId === null ? undefined : await goalThatStands(ctx, goalId)
  if (goal ? goal.schoolId !== null && goal.schoolId !== schoolId : goalId !== null || (await hasGoals(ctx, schoolId)))
    throw wrong('/body/goalId', m.hand_in_problem_goal)
  const consultant = consultantId === null ? undefined : await memberNow(ctx, consultantId)
  if (consultantId !== null && !(consultant && visitsCompanies(consultant)))
    throw wrong('/body/consultantId', m.hand_in_problem_consultant)
}
const hasGoals = async (ctx: Ctx, schoolId: number) =>
  (await listGoals(ctx)).rows.some(({ school }) => school === null || school.id === schoolId)

/**
 * Hands in lines as the school saw them. One that stands otherwise now stays behind and says so; one that a colleague handed in meanwhile is no
 * longer there. Throws nothing-to-hand-in, no-share-to-hand-in.
 */
export const handIn = async (ctx: Ctx, form: Form) => {
  const schoolId = schoolOf(ctx)
  await store.lockDraft(ctx, schoolId)
  await refuseUnfit(ctx, schoolId, form)
  const seen = new Map(form.lines.map((line) => [line.n, line]))
  const isAsSeen = ({ n, group, company }: (typeof stands)[number]) =>
    group === seen.get(n)?.group && company?.id === seen.get(n)?.companyId
  const stands = await draftNow(ctx, schoolId)
  const wanted = stands.filter(({ n }) => seen.has(n))
  if (wanted.length === 0) throw problem('nothing-to-hand-in')
  const changed = wanted.filter((line) => !isAsSeen(line)).map(({ n }) => n)
  if (changed.length > 0) await store.markChanged(ctx, schoolId, changed)
  const ready = wanted.flatMap((line) =>
    line.company && isAsSeen(line) ? [{ n: line.n, wrote: line.wrote, companyId: line.company.id }] : [],
  )
  const from = quarterOf(ctx.today)
  const most = await shareOfQuarter(ctx, schoolId)
  if (most === 0) throw problem('no-share-to-hand-in')
  const quarters = quartersFor(ready.length, most, await countByQuarter(ctx, schoolId, from), from)
  const rows = ready.map((one, at) => ({ ...one, quarterFrom: quarters[at] ?? from }))
  const written = await keepHandedIn(ctx, rows, form)
  await store.deleteLines(
    ctx,
    schoolId,
    ready.map(({ n }) => n),
  )
  const later = written.map(({ quarterFrom }) => quarterFrom).filter((quarter) => quarter !== from)
  return {
    companyIds: written.map(({ companyId }) => companyId),
    later: [...new Set(later)].map((quarter) => ({
      from: quarter,
      count: later.filter((one) => one === quarter).length,
    })),
    changed: changed.length,
    draft: await showHandIn(ctx),
  }
}

/** What is not on a list yet is lines again, as it was written. Throws handed-in-sent when nothing of it can be. */
export const takeBack = async (ctx: Ctx, companyIds: readonly number[]) => {
  const schoolId = schoolOf(ctx)
  await store.lockDraft(ctx, schoolId)
  await refuseFull(ctx, schoolId, companyIds.length)
  const back = await takeBackHandedIn(ctx, companyIds)
  if (back.length === 0) throw problem('handed-in-sent')
  await store.insertLines(ctx, schoolId, back, true)
  return showHandIn(ctx)
}
