import type { Ctx } from '#platform/context'
import {
  addCallCentre,
  changeMyLanguages,
  placeCaller,
  sayCompanyLanguage,
} from '../../src/features/call-centres/call-centres.ts'
import type { CallLanguage } from '../../src/features/call-centres/languages.schema.ts'
import { listLists } from '../../src/features/lists/lists.ts'
import { writeNote } from '../../src/features/notes/notes.ts'
import type { Stage } from './seed-lists.ts'
import { happen } from './seed-stories.ts'

/** Who calls at home, and at the bureau that helps until Christmas. */
const teams = [
  { name: 'Vores egne phonere', outside: false, people: ['Mette Kjær', 'Omar Saleh'] },
  { name: 'Nordsvar Telemarketing', outside: true, people: ['Birgit Dam', 'Søren Bach'] },
]
const spoken: readonly (readonly [who: string, languages: readonly CallLanguage[]])[] = [
  ['Mette Kjær', ['pol']],
  ['Omar Saleh', ['eng', 'ara']],
]
/** The last of the list called now that nobody has rung yet, so that no call of the day meets another company for it. */
const untouched = async (ctx: Ctx, many: number): Promise<number[]> => {
  const { rows: lists } = await listLists(ctx, { state: 'calling', limit: 50 })
  const rows = await ctx.db
    .selectFrom('queueNow')
    .select('companyId')
    .where('centreId', '=', ctx.centreId)
    .where(
      'listId',
      'in',
      lists.map(({ id }) => id),
    )
    .where('hindrance', 'is', null)
    .where('dueAt', 'is', null)
    .orderBy('position', 'desc')
    .orderBy('listId')
    .limit(many)
    .execute()
  return rows.map(({ companyId }) => companyId)
}
const words: Partial<Record<CallLanguage, string>> = {
  pol: 'Var forbi. Værkføreren og de fleste på gulvet taler polsk, kun lidt dansk. Ring på polsk, så siger de gerne, hvad de mangler.',
  eng: 'Ejeren er lige flyttet hertil og taler engelsk. Hun vil gerne høre om dansk på arbejdspladsen, når vi ringer på engelsk.',
}

/** Yesterday afternoon: two call centres, what who calls speaks, and two companies in which no Danish is spoken. */
export const planCallCentres = (stage: Stage): void => {
  happen(
    stage,
    spoken.map(([who, languages]) => [1, '15:41', who, (ctx) => changeMyLanguages(ctx, languages)]),
  )
  happen(stage, [
    [
      ...([1, '15:44', 'Hanne Lind'] as const),
      async (ctx) => {
        for (const { name, outside, people } of teams) {
          const { id } = await addCallCentre(ctx, { name, outside })
          for (const who of people) await placeCaller(ctx, stage.cast.as(who).personId ?? 0, id)
        }
      },
    ],
    [
      ...([1, '15:48', 'Ivan Kowalski'] as const),
      async (ctx) => {
        const companies = await untouched(ctx, 2)
        for (const [at, language] of (['pol', 'eng'] as const).entries()) {
          const companyId = companies[at]
          if (companyId === undefined) continue
          await sayCompanyLanguage(ctx, companyId, language)
          await writeNote(ctx, { companyId, words: words[language] ?? '', visibility: 'centre' })
        }
      },
    ],
  ])
}
