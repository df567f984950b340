/** Front door: what is asked at a visit. What must hold: a version is never changed, and of two who write at once the second sees both. */
import { type Ctx, personOf } from '#platform/context'
import { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { houseLanguage } from '#platform/text/language'
import { runsCentre } from '../centre/roles.ts'
import { guidesEvents } from './guides-events.table.ts'
import { type Guide, Question } from './guides.schema.ts'
import * as store from './guides.sql.ts'
import { houseGuide } from './house-guide.table.ts'

export { hasGuide } from './guides.sql.ts'

const record = recorder(guidesEvents)
const shown = 21

const ofHouse = (): Guide => ({
  ...{ id: null, version: 0, writtenBy: null, writtenAt: null },
  questions: houseGuide.map((one) => ({ ...one, words: one.words({}, { locale: houseLanguage }) })),
})
const shape = ({ questions, ...row }: Awaited<ReturnType<typeof store.versions>>[number]): Guide => ({
  ...row,
  questions: z.parse(z.array(Question), questions),
})

/** What is asked now, and before. */
export const showGuide = async (ctx: Ctx) => {
  const [now = ofHouse(), ...before] = (await store.versions(ctx, shown)).map(shape)
  return { now, before, can: { write: runsCentre(ctx) } }
}
export const guideNow = async (ctx: Ctx): Promise<Guide> => (await showGuide(ctx)).now

type Written = { questions: readonly Question[]; version: number }
/** A new version on top of the one that was seen. Throws changed-meanwhile with what stands. */
export const writeGuide = async (ctx: Ctx, { questions, version }: Written): Promise<Guide> => {
  const before = await guideNow(ctx)
  const made =
    before.version === version &&
    (await store.insertGuide(ctx, { version: version + 1, questions, writtenBy: personOf(ctx) }))
  const now = await guideNow(ctx)
  if (!made) throw problem('changed-meanwhile', {}, { theirs: now, yours: { questions } })
  await record(ctx, {
    ...{ verb: 'written', subject: 'guide', subjectId: made.id, topics: ['guide'] },
    ...{ before: { version }, after: { version: version + 1 } },
  })
  return now
}
