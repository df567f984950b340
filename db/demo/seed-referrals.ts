import type { Ctx } from '#platform/context'
import { listSchools } from '../../src/features/centre/centre.ts'
import * as referrals from '../../src/features/referrals/referrals.ts'
import { companyOf, dueOn, personOf, planningOf, type Stories } from './seed-stories.ts'
import { sure } from './table-text.ts'

type Field = 'obu' | 'fvu-digital' | 'amu'
type Given = { company: string; field: Field; words: string; hears: number }

/**
 * What is passed on: Kringlen's, which a school has not answered in six days; one that was taken and answered; and one that has been given back twice,
 * so that the centre finds somebody the third time.
 */
export const planReferrals = (stories: Stories): void => {
  const { calendar } = stories
  const plan = planningOf(stories)
  const idOf = (name: string) => personOf(stories, name)
  const give = ({ company, field, words, hears }: Given, to: { toId?: number; schoolId?: number }, ctx: Ctx) => {
    const { id: companyId } = companyOf(stories, company)
    return referrals.giveReferral(ctx, { companyId, words, field, hearBy: dueOn(calendar.today, hears), ...to })
  }

  plan(6, '10:20', 'Karen Mølgaard', async (ctx) => {
    const school = (await listSchools(ctx)).rows.find(({ name }) => name === 'VUC Fjordlandet')
    const words =
      'Nogle af dem får en anden til at skrive skiltene. De vil gerne lære det, hvis det kan være uden for butikken.'
    const kringlen = { company: 'bageriet-kringlen', field: 'obu', words, hears: 1 } as const
    await give(kringlen, { schoolId: sure('VUC Fjordlandet is no school', school).id }, ctx)
  })

  plan(5, '09:40', 'Peter Vang', async (ctx) => {
    const words = 'Tegningerne kommer på skærm nu, og de ældste svejsere vil helst have dem på papir.'
    const facade = { company: 'dansk-facadeteknik', field: 'fvu-digital', words, hears: 3 } as const
    const { id } = await give(facade, { toId: idOf('Ali Demir') }, ctx)
    plan(4, '11:15', 'Ali Demir', (later) => referrals.takeReferral(later, id))
    const answer = 'Vi har et hold i FVU-digital fra uge 4, to formiddage om ugen, og det kan være hos dem i kantinen.'
    plan(2, '14:30', 'Ali Demir', (later) => referrals.answerReferral(later, id, { words: answer, met: false }))
  })

  plan(5, '13:05', 'Ali Demir', async (ctx) => {
    const words = 'Fire skal kunne passe sprøjtestøberen selv, mens der er stille.'
    const nordfjord = { company: 'nordfjord-plast', field: 'amu', words, hears: 4 } as const
    const { id } = await give(nordfjord, { toId: idOf('Peter Vang') }, ctx)
    const back = (why: string, to: string) => (later: Ctx) =>
      referrals.giveReferralBack(later, id, { why, toId: idOf(to) })
    plan(4, '08:30', 'Peter Vang', back('Jeg har maskiner og metal, ikke plast.', 'Ivan Kowalski'))
    plan(2, '10:10', 'Ivan Kowalski', back('De mangler ikke truck, de mangler plastkurser.', 'Anne Skov'))
  })
}
