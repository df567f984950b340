/** My own profile as a file of plain text, for me alone. */
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import { saysAll } from '../trade-areas/in-one-line.shared.ts'
import { myTrades } from '../trade-areas/trade-areas.ts'
import { myFields } from './competence-profiles.ts'
import { profileFields, steps } from './fields.table.ts'

export const myFile = async (ctx: Ctx) => {
  const { language: locale } = ctx
  const [fields, { mine }] = await Promise.all([myFields(ctx), myTrades(ctx)])
  const own = fields.map(({ field, step, words }) =>
    [
      `${profileFields[field].name({}, { locale })}: ${(step ? steps[step] : m.competence_profiles_unmarked)({}, { locale })}`,
      ...(words ? [words] : []),
    ].join('\n'),
  )
  const shared = saysAll(mine, locale) || m.competence_profiles_nothing_shared({}, { locale })
  const parts = [
    `${m.competence_profiles_title({}, { locale })}: ${mine.name}`,
    m.competence_profiles_only_mine({}, { locale }),
    ...own,
    `${m.competence_profiles_shared({}, { locale })}\n${shared}`,
  ]
  const name = `${m.competence_profiles_file({}, { locale })}.txt`
  return { download: { name, type: 'text/plain; charset=utf-8', body: `${parts.join('\n\n')}\n` } }
}
