import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import {
  addCallCentre,
  changeMyLanguages,
  giveList,
  listCallCentres,
  placeCaller,
  sayCompanyLanguage,
} from '../../src/features/call-centres/call-centres.ts'
import type { CallLanguage } from '../../src/features/call-centres/languages.schema.ts'
import { sayCallPrice } from '../../src/features/call-costs/call-costs.ts'
import { listLists } from '../../src/features/lists/lists.ts'
import { writeNote } from '../../src/features/notes/notes.ts'
import type { Stage } from './seed-lists.ts'
import { happen } from './seed-stories.ts'

/** Who calls at home, and at the bureau that helps until Christmas. */
const bureau = 'Nordsvar Telemarketing (eksempel)'
const teams = [
  { name: 'Vores egne phonere', outside: false, people: ['Mette Kjær', 'Omar Saleh'] },
  { name: bureau, outside: true, people: ['Birgit Dam', 'Søren Bach'] },
]
/** The list that the bureau calls alone. */
const theirs = 'Små virksomheder i Thisted'
const spoken: readonly (readonly [who: string, languages: readonly CallLanguage[]])[] = [
  ['Mette Kjær', ['pol']],
  ['Omar Saleh', ['eng', 'ara']],
]
/** The last of the lists called now that nobody has rung yet, so that no call of the day meets another company for it; of works where many are on the floor, or small ones with an owner. */
const untouched = async (ctx: Ctx, works: boolean, but?: number): Promise<number | undefined> => {
  const { rows: all } = await listLists(ctx, { state: 'calling', limit: 50 })
  // Who speaks it calls the others.
  const lists = all.filter(({ name }) => name !== theirs)
  const last = await ctx.db
    .selectFrom('queueNow as q')
    .innerJoin('companyPlace as c', 'c.id', 'q.companyId')
    .innerJoin('callingList as l', (join) => join.onRef('l.centreId', '=', 'q.centreId').onRef('l.id', '=', 'q.listId'))
    .select('q.companyId')
    .where('q.centreId', '=', ctx.centreId)
    .where(
      'q.listId',
      'in',
      lists.map(({ id }) => id),
    )
    .where('l.byVisitors', '=', false)
    .where('q.hindrance', 'is', null)
    .where('q.dueAt', 'is', null)
    .where('q.companyId', '<>', but ?? 0)
    .where(
      works
        ? sql<boolean>`left(c.industry, 2) between '10' and '33' and coalesce(c.employees, c.employees_from) >= 20`
        : sql<boolean>`coalesce(c.employees, c.employees_from) < 20`,
    )
    .orderBy('q.position', 'desc')
    .orderBy('q.listId')
    .limit(1)
    .executeTakeFirst()
  return last?.companyId
}
const words: Partial<Record<CallLanguage, string>> = {
  pol: 'Værkføreren og de fleste i produktionen taler polsk, kun lidt dansk. Ring på polsk, så siger de gerne, hvad de mangler.',
  eng: 'Ejeren er lige flyttet hertil og taler engelsk. Hun vil gerne høre om dansk på arbejdspladsen, når vi ringer på engelsk.',
}

/** Eight weeks ago two call centres, and what the bureau's calls cost; yesterday afternoon what who calls speaks, two companies in which no Danish is spoken, and the bureau's list. */
export const planCallCentres = (stage: Stage): void => {
  happen(
    stage,
    spoken.map(([who, languages]) => [1, '13:41', who, (ctx) => changeMyLanguages(ctx, languages)]),
  )
  happen(stage, [
    [
      ...([40, '08:05', 'Hanne Lind'] as const),
      async (ctx) => {
        for (const { name, outside, people } of teams) {
          const { id } = await addCallCentre(ctx, { name, outside })
          for (const who of people) await placeCaller(ctx, stage.cast.as(who).personId ?? 0, id)
          if (outside) await sayCallPrice(ctx, id, { last: null, per: 'minute', kroner: 9.5, from: ctx.today })
        }
      },
    ],
    [
      ...([1, '16:30', 'Hanne Lind'] as const),
      async (ctx) => {
        const { rows, lists } = await listCallCentres(ctx)
        const [to, list] = [rows.find(({ name }) => name === bureau), lists.find(({ name }) => name === theirs)]
        if (to && list) await giveList(ctx, list.id, to.id)
      },
    ],
    [
      ...([1, '14:48', 'Ivan Kowalski'] as const),
      async (ctx) => {
        const polish = await untouched(ctx, true)
        const english = await untouched(ctx, false, polish)
        for (const [companyId, language] of [
          [polish, 'pol'],
          [english, 'eng'],
        ] as const) {
          if (companyId === undefined) continue
          await sayCompanyLanguage(ctx, companyId, language)
          await writeNote(ctx, { companyId, words: words[language] ?? '', visibility: 'centre' })
        }
      },
    ],
  ])
}
