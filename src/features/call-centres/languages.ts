/** In which languages callers call, and companies are called. What must hold: whoever can speak with a company is handed it, and nobody else. */
import type { AnswerOf } from '#platform/endpoint'
import { type Ctx, personOf } from '#platform/context'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { Temporal } from 'temporal-polyfill'
import { dateOf } from '#platform/clock'
import { visitsCompanies } from '../centre/roles.ts'
import { lockCompanies } from '../may-contact/may-contact.ts'
import { callCentresEvents } from './call-centres-events.table.ts'
import type * as contract from './languages.schema.ts'
import * as store from './languages.sql.ts'

const record = recorder(callCentresEvents)

export const showMyLanguages = async (ctx: Ctx) => ({ languages: await store.languagesOf(ctx, personOf(ctx)) })

/** Whom he has under call stays his: the talk goes on. */
export const setLanguages = async (ctx: Ctx, personId: number, wanted: readonly contract.CallLanguage[]) => {
  const before = await store.languagesOf(ctx, personId)
  const languages = [...new Set(wanted)].toSorted()
  await store.replaceLanguages(ctx, personId, languages)
  await record(ctx, {
    ...{ verb: 'said', subject: 'caller_language', subjectId: personId },
    ...{ before: { languages: before }, after: { languages }, topics: ['calls', 'call-languages', 'call-centres'] },
  })
}
export const changeMyLanguages = async (ctx: Ctx, languages: readonly contract.CallLanguage[]) => {
  await setLanguages(ctx, personOf(ctx), languages)
  return showMyLanguages(ctx)
}

export const showCompanyLanguage = async (
  ctx: Ctx,
  companyId: number,
): Promise<AnswerOf<typeof contract.showCompanyLanguage>> => {
  if (!(await store.placeById(ctx, companyId))) throw problem('not-found')
  const mark = await store.markOf(ctx, companyId)
  return {
    language: mark?.language ?? null,
    saidBy: mark?.saidBy ?? null,
    saidAt: mark?.saidAt ?? null,
    can: { change: visitsCompanies(ctx) },
  }
}
type Said = contract.CallLanguage | null
const tellMark = (
  ctx: Ctx,
  subjectId: number,
  { cvr, companyId }: { cvr: string; companyId: number },
  [before, language]: readonly [before: Said, after: Said],
) =>
  record(ctx, {
    ...{ verb: language ? 'marked' : 'danish-again', subject: 'company_language', subjectId, cvr, companyId },
    ...{ before: { language: before }, after: { language }, topics: ['companies', 'calls'] },
  })
/** Null: in Danish again. What was said before of it, and of what answers together with it, is over. Throws not-found. */
export const sayCompanyLanguage = async (ctx: Ctx, companyId: number, language: contract.CallLanguage | null) => {
  const place = await store.placeById(ctx, companyId)
  if (!place) throw problem('not-found')
  await lockCompanies(ctx, [place.cvr])
  const before = await store.markOf(ctx, companyId)
  if ((before?.language ?? null) === language) return showCompanyLanguage(ctx, companyId)
  await store.endMarks(ctx, companyId)
  const made = language && (await store.insertMark(ctx, place, language))
  await tellMark(ctx, made ? made.id : (before?.id ?? 0), { ...place, companyId }, [before?.language ?? null, language])
  return showCompanyLanguage(ctx, companyId)
}
/** What one said oneself today, taken back: one may have mistaken it, and what was said before holds again. False: it is another's, older, or gone. */
export const takeBackMark = async (ctx: Ctx, companyId: number): Promise<boolean> => {
  const place = await store.placeById(ctx, companyId)
  if (!place) return false
  await lockCompanies(ctx, [place.cvr])
  const mark = await store.markOf(ctx, companyId)
  if (!mark || mark.saidById !== ctx.personId || dateOf(Temporal.Instant.from(mark.saidAt)).toString() !== ctx.today)
    return false
  const language = await store.takeMarkBack(ctx, { id: mark.id, companyId })
  await tellMark(ctx, mark.id, { ...place, companyId }, [mark.language, language])
  return true
}
