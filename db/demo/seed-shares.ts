import { changeRules, showRules } from '../../src/features/centre/centre.ts'
import { quarterOf, sayShares } from '../../src/features/fair-shares/fair-shares.ts'
import { goWithList, keepHandedIn } from '../../src/features/handed-in/handed-in.ts'
import { peopleOf } from './centre.ts'
import { schoolKeys, type SchoolKey } from './centre.table.ts'
import { minutes } from './seed-calendar.ts'
import type { Drawn, Stage } from './seed-lists.ts'

/** What is agreed, and how much each hands in of a hundred: the health school's list is short. The rest is common. */
const shares: Record<SchoolKey, readonly [agreed: number, handsIn: number]> = {
  teknisk: [22, 23],
  'vuc-fjordlandet': [14, 15],
  sosu: [12, 8],
  amu: [10, 10],
  handel: [10, 11],
  foedevare: [8, 9],
  transport: [8, 8],
  'vuc-thy-mors': [8, 8],
}
const of = (roll: number): SchoolKey | undefined => {
  let sum = 0
  return schoolKeys.find((key) => (sum += shares[key][1]) > roll)
}

/** As many as all schools together may hand in in a quarter. */
const inAQuarter = 600
const theirs = { goalId: null, reason: 'Vi vil gerne ud til dem', consultantId: null, wishBy: null }
/** Shares were agreed before the quarter; each list names who handed its companies in, before anybody is called from it. */
export const planShares = ({ agenda, cast, calendar }: Stage, lists: readonly Drawn[]): void => {
  const hanne = cast.as('Hanne Lind')
  const idOf = (key: SchoolKey) => peopleOf(key).map(({ name }) => cast.as(name).schoolId)[0] ?? 0
  agenda.plan(calendar.at(170, '15:40'), hanne, async (ctx) => {
    const agreed = schoolKeys.map((key) => ({ schoolId: idOf(key) as number | null, percent: shares[key][0] }))
    const common = 100 - agreed.reduce((sum, { percent }) => sum + percent, 0)
    await changeRules(ctx, { ...(await showRules(ctx)), handedInQuarter: inAQuarter })
    await sayShares(ctx, { from: ctx.today, shares: [...agreed, { schoolId: null, percent: common }] })
  })
  for (const drawn of lists) {
    const { calling } = drawn.campaign
    if (!calling) continue
    // Evenly among the companies, so that what each got comes near to what it handed in.
    const ownerOf = (nth: number) => of((nth * 37 + drawn.listId * 11) % 100)
    for (const [at, key] of schoolKeys.entries()) {
      const leader = peopleOf(key).find(({ role }) => role === 'leader')
      if (!leader) continue
      agenda.plan(calendar.at(calling.from, '07:05') + minutes(at), cast.as(leader.name), async (ctx) => {
        const given = drawn.companies.flatMap(({ companyId, name }, nth) =>
          ownerOf(nth) === key ? [{ n: nth + 1, companyId, wrote: name, quarterFrom: quarterOf(ctx.today) }] : [],
        )
        if (given.length > 0) await keepHandedIn(ctx, given, theirs)
      })
    }
    agenda.plan(calendar.at(calling.from, '07:20'), hanne, async (ctx) => {
      await goWithList(
        ctx,
        drawn.listId,
        drawn.companies.map(({ companyId }) => companyId),
      )
    })
  }
}
