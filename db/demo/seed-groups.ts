import * as groups from '../../src/features/groups/groups.ts'
import { companyOf, dueOn, personOf, planningOf, type Stories } from './seed-stories.ts'
import { sure } from './table-text.ts'

/** Who is asked, and when each says yes: workdays ago, and a time. */
const asked = [
  ['Ali Demir', 4, '13:40'],
  ['Anne Skov', 4, '14:20'],
  ['Kurt Damgaard', 3, '08:15'],
  ['Dorte Bæk', 3, '09:05'],
  ['Lars Iversen', 3, '10:30'],
] as const

/**
 * Dansk Facadeteknik's welders: the technical school has the company, and the screens and the shifts are matters of two others. Six of three schools,
 * each with a task: one is done, one is late.
 */
export const planGroups = (stories: Stories): void => {
  const { calendar } = stories
  const plan = planningOf(stories)
  const idOf = (name: string) => personOf(stories, name)
  const coming = (days: number) => dueOn(calendar.today, days)
  let id = 0

  const task = (ago: number, time: string, who: string, what: string, by: string, then?: (taskId: number) => void) =>
    plan(ago, time, who, async (ctx) => {
      const { tasks } = await groups.addGroupTask(ctx, id, { what, ownerId: idOf(who), dueOn: by })
      then?.(sure(`The group has no task »${what}«`, tasks.find((one) => one.what === what)?.id))
    })
  const shown = (taskId: number) => plan(1, '11:10', 'Peter Vang', (ctx) => groups.letSeeTask(ctx, taskId, true))

  // The day after he passed the drawings on to Ali Demir, who has just taken them.
  plan(4, '13:00', 'Peter Vang', async (ctx) => {
    const theme = 'Nye svejsecertifikater og tegninger på skærm, uden at linjen står stille'
    const next = { nextOn: calendar.day(1), nextWhat: 'Ringe til Lars Bruun om certifikaterne' }
    const memberIds = asked.map(([name]) => idOf(name))
    const { id: companyId } = companyOf(stories, 'dansk-facadeteknik')
    id = (await groups.makeGroup(ctx, { companyId, theme, memberIds, ...next })).id
  })
  for (const [name, ago, time] of asked) plan(ago, time, name, (ctx) => groups.answerGroup(ctx, id, true))

  task(4, '14:25', 'Anne Skov', 'Pris på montagekurset, tre dage', calendar.day(2))
  task(3, '11:05', 'Kurt Damgaard', 'Plan for certifikaterne i to hold', coming(4), shown)
  task(3, '11:20', 'Peter Vang', 'Deres egne tegninger med i kurset', coming(2), (taskId) =>
    plan(2, '13:15', 'Peter Vang', (ctx) => groups.endGroupTask(ctx, taskId, { how: 'done', why: '' })),
  )
  task(3, '12:40', 'Ali Demir', 'Screening af hele produktionen', coming(9), shown)
  task(3, '13:05', 'Dorte Bæk', 'Oplæg til personalemødet', coming(1))
  task(3, '13:50', 'Lars Iversen', 'Kursusdage, der passer til vagtplanen', coming(11))

  const notes = [
    [3, '14:10', 'Kurt Damgaard', 'En halv dag på deres eget anlæg er nok. Vi behøver ikke flytte folk.'],
    [
      2,
      '09:35',
      'Ali Demir',
      'Lars Bruun vil helst have screeningen lagt før kl. 14, så aftenholdet også kan være med.',
    ],
  ] as const
  for (const [ago, time, who, words] of notes) plan(ago, time, who, (ctx) => groups.writeGroupNote(ctx, id, words))

  plan(1, '10:40', 'Peter Vang', (ctx) => {
    const cameOf =
      'To hold er fint, og det første må gerne begynde i den stille uge. Han spørger formændene om screeningen.'
    return groups.writeGroupContact(ctx, id, {
      cameOf,
      nextOn: coming(3),
      nextWhat: 'Ringe til Lars Bruun om screeningen',
    })
  })
  plan(1, '11:05', 'Peter Vang', (ctx) => groups.letSeeTheme(ctx, id, true))
}
