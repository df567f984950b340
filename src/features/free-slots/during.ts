/** Who is free during a meeting that stands, whatever he teaches: the very time, not the half hours that are proposed. */
import { daysAfter, momentOf } from '#platform/clock'
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { fullness } from '../capacity/capacity.ts'
import { showRules } from '../centre/centre.ts'
import { dateAt, insideHours, listDiaries, minute } from '../diaries/diaries.ts'
import { workingTimeNow } from '../working-days/working-days.ts'
import { factsAbout } from './fitting.ts'
import type { MeetingForm } from '../diaries/diaries.schema.ts'
import * as store from './free-slots.sql.ts'
import { isHeldByAnother } from './holds.sql.ts'
import { drivingTo } from './proposing.ts'

type During = { companyId: number; form: MeetingForm; startsAt: string; endsAt: string }
type Span = { from: number; to: number }
const overlap = (a: Span, b: Span) => a.from < b.to && b.from < a.to
const widened = ({ from, to }: Span, by: number) => ({ from: from - by, to: to + by })

/** All who could come along, by name: what taking their time asks too (`timeFor`, `takeMeetingTime`). `fits` false: whoever chooses him says why. */
export const freeDuring = async (ctx: Ctx, { companyId, form, startsAt, endsAt }: During) => {
  const place = await store.placeOf(ctx, companyId)
  if (!place) throw problem('not-found')
  const span = { from: Date.parse(startsAt), to: Date.parse(endsAt) }
  const date = dateAt(span.from)
  const [from, to] = [daysAfter(date, -1), daysAfter(date, 2)].map((day) => momentOf(day, '00:00').toString())
  const people = await listDiaries(ctx, { from: from ?? startsAt, to: to ?? endsAt })
  const buffer = (await showRules(ctx)).bufferMinutes
  const { isFull } = await fullness(ctx, people, { from: date, days: 1, form })
  const working = await workingTimeNow(ctx)
  const factsOf = await factsAbout(ctx, place)
  const rows = []
  for (const { personId, name, school, schoolId, municipality, hours, taken, away } of people) {
    const travelMinutes = drivingTo(place, form, municipality).minutes
    const needed = widened(span, travelMinutes * minute)
    if (!insideHours(hours, span) || working.offOn(date, schoolId) || isFull(personId, date)) continue
    if (away.some((one) => overlap(one, needed))) continue
    if (taken.some((one) => overlap(one, widened(needed, buffer * minute)))) continue
    if (await isHeldByAnother(ctx, { personId, startsAt, endsAt, travelMinutes }, buffer)) continue
    const { fits, learns } = factsOf({ personId, schoolId })
    rows.push({ personId, name, school, fits: fits || learns })
  }
  return rows.toSorted((one, other) => one.name.localeCompare(other.name, 'da'))
}
