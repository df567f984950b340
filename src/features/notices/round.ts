/** Whose turn it is to be told: on working days in the morning everyone, and every few minutes whoever wants to hear at once. */
import { Temporal } from 'temporal-polyfill'
import { dateOf, momentOf } from '#platform/clock'
import type { Ctx } from '#platform/context'
import { enqueue, houseJob } from '#platform/jobs'
import { endLetters, unsentLetters } from '#platform/mail/outbox'
import { languageOr } from '#platform/text/language'
import { insiders } from '../centre/roles.ts'
import { workingTimeNow } from '../working-days/working-days.ts'
import { everyMinutes, morning } from './hours.shared.ts'
import { digest, tellPerson } from './telling.ts'
import type { When } from './told.table.ts'
import * as store from './notices.sql.ts'

/** Who is not here at noon is away that day. */
const noon = '12:00'

const isBefore = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0
const isMorning = ({ now, today }: Ctx) =>
  !isBefore(now, momentOf(today, morning.from)) && isBefore(now, momentOf(today, morning.to))

/** What was written to who has left since is not sent. */
const endLeavers = async (ctx: Ctx) => {
  const unsent = await unsentLetters(ctx, digest)
  if (unsent.length === 0) return
  const here = await store.membersNow(ctx)
  await endLetters(
    ctx,
    digest,
    unsent.filter((id) => !here.has(id)),
  )
}

/** Nothing is written where there is no mail server. */
const tellEach = async (ctx: Ctx) => {
  await endLeavers(ctx)
  if (!ctx.house.mail) return
  const midday = momentOf(ctx.today, noon)
  const moment = isBefore(ctx.now, midday) ? midday : ctx.now
  const { offOn } = await workingTimeNow(ctx)
  const isWorkday = (schoolId: number | null) => dateOf(ctx.now).dayOfWeek <= 5 && !offOn(ctx.today, schoolId)
  const turnOf = ({ choice, looked, schoolId }: Awaited<ReturnType<typeof store.reachable>>[number]): When[] => {
    if (!looked && isMorning(ctx) && isWorkday(schoolId)) return ['morning']
    return choice === 'at-once' ? ['at-once'] : []
  }
  for (const member of await store.reachable(ctx, insiders, moment.toString())) {
    const { personId, role, language, schoolWaits } = member
    const schoolId = schoolWaits ? null : member.schoolId
    for (const when of turnOf(member))
      await enqueue({ ...ctx, personId, role, schoolId, language: languageOr(language) }, tellPerson, { when })
  }
}

export const tellWhatIsNew = houseJob(
  'tell-what-is-new',
  `*/${everyMinutes} * * * *`,
  async ({ centreIds, inCentre }) => {
    for (const id of await centreIds()) await inCentre(id, tellEach)
  },
)
