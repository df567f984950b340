import type { Ctx } from '#platform/context'
import { changeOwnAnswers, offeredAt } from '../../src/features/own-answers/own-answers.ts'
import { listLists } from '../../src/features/lists/lists.ts'
import { listScripts, writeScript } from '../../src/features/scripts/scripts.ts'
import { textOf } from '../../src/features/scripts/script-parts.shared.ts'
import type { Stage } from './seed-lists.ts'

/** What a caller says, with what companies mostly say to it. */
const script = textOf({
  steps: [
    {
      name: 'Åbning',
      says: 'Hej, du taler med {caller}. Jeg ringer for {centre}, som er alle skolerne her i området.\n\n**Er der noget, I mangler folk til at kunne?**',
      heard: [
        { heard: 'Vi har ikke tid', say: 'Det forstår jeg. Et besøg tager en time, og I vælger selv dagen.', to: null },
        { heard: 'Det lyder spændende', say: '', to: 1 },
        { heard: 'Vi klarer det selv', say: 'Hvad gør I i dag, når en ny skal læres op?', to: null },
        { heard: 'Ring hellere efter høst', say: 'Det gør vi. Hvornår er I færdige?', to: 2 },
      ],
    },
    {
      name: 'Besøget',
      says: 'Må en af vores konsulenter kigge forbi en time? **Det koster ikke noget**, og I bestemmer, om det skal blive til mere.',
      heard: [
        { heard: 'Hvem kommer?', say: 'En, der kender jeres branche og alle skolernes tilbud.', to: null },
        { heard: 'Ja', say: '', to: 2 },
      ],
    },
    {
      name: 'Afslutning',
      says: 'Tak for snakken. Så har jeg skrevet det ned, og ingen andre ringer imens.',
      heard: [],
    },
  ],
  questions: [
    {
      question: 'Hvad koster det?',
      answer: 'Besøget er gratis. Er der et kursus, der passer, får I prisen og reglerne for tilskud, før I siger ja.',
    },
    {
      question: 'Hvor har I mit nummer fra?',
      answer: 'Fra CVR-registret. Vil I ikke ringes op igen, skriver jeg det nu.',
    },
  ],
  guide: [
    {
      about: 'Nye folk',
      division: null,
      ask: ['Hvor tit får I nye?', 'Hvem lærer dem op, og hvor lang tid tager det?'],
    },
    {
      about: 'Metal',
      division: '25',
      ask: ['Hvem svejser hos jer, og har de certifikat?', 'Hvad ville I tage ind, hvis I kunne?'],
    },
  ],
})

/** The centre's own answers, before anybody is called; and lately a script with branches on the list that is called from. */
export const planOwnAnswers = ({ agenda, cast, calendar }: Stage): void => {
  const own = { id: null, shorterWhy: null, reasons: [] }
  const [later, no] = ['later' as const, 'not-interested' as const]
  agenda.plan(calendar.at(170, '09:40'), cast.as('Hanne Lind'), async (ctx) => {
    const answers = [
      { ...own, answer: later, name: 'Efter høst', months: null },
      {
        ...own,
        answer: no,
        name: 'Har egen aftale',
        months: 12,
        reasons: ['Kæden har sin egen', 'Med en privat udbyder'],
      },
    ]
    await changeOwnAnswers(ctx, { seen: [], answers })
  })
  agenda.plan(calendar.at(2, '08:05'), cast.as('Hanne Lind'), async (ctx) => {
    for (const { id } of (await listLists(ctx, { state: 'calling', limit: 50 })).rows) {
      const { rows } = await listScripts(ctx, id)
      await writeScript(ctx, id, { body: script, version: rows[0]?.version ?? 1 })
    }
  })
}

/** One in four says it in one of the centre's own words, and every other of these why: whose, its number says, so that no die falls otherwise for it. */
export const ownOf = async (ctx: Ctx, answer: string, companyId: number) => {
  const own = companyId % 4 === 0 ? (await offeredAt(ctx, ctx.at)).find((one) => one.answer === answer) : undefined
  const reasons = own?.reasons ?? []
  const reason = companyId % 8 === 0 ? reasons[(companyId / 8) % reasons.length] : undefined
  return { ownId: own?.id ?? null, ownReasonId: reason?.id ?? null }
}
