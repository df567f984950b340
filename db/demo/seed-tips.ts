import type { Ctx } from '#platform/context'
import { addPartner, addPartnerPerson } from '../../src/features/partners/partners.ts'
import * as tips from '../../src/features/tips/tips.ts'
import { reportVisit } from '../../src/features/visits/visits.ts'
import { iso } from './seed-calendar.ts'
import { companyOf, planningOf, type Stories } from './seed-stories.ts'

type Given = { company: string; companyId?: number; words: string; urgent?: boolean; mayName?: boolean }
const form = ({ companyId = 0, urgent = false, mayName = false, ...given }: Given) => ({
  ...given,
  ...{ companyId: companyId === 0 ? null : companyId, urgent, mayName, askedBy: '', askedOn: null },
})
const latest = async (ctx: Ctx, company: string) =>
  (await tips.listTips(ctx, { vis: 'open' })).rows.find((row) => row.company.startsWith(company))?.id ?? 0

/** Who the partners are: 3F in Skive, and the job centre there. */
const planPartners = ({ agenda, cast, calendar }: Stories) => {
  const place = async (ctx: Ctx, who: string, name: string, kind: 'union' | 'job-centre', contactPhone: string) => {
    const contact = { contactName: who, contactPhone, contactEmail: '', heldById: cast.as('Hanne Lind').personId }
    const { id } = await addPartner(ctx, { name, kind, place: 'Skive', ...contact })
    await addPartnerPerson(ctx, id, cast.as(who).personId ?? 0)
  }
  agenda.plan(calendar.at(150, '14:10'), cast.as('Hanne Lind'), async (ctx) => {
    await place(ctx, 'Bjarne Odgaard', '3F i Skive', 'union', '70 00 88 11')
    await place(ctx, 'Kirsten Juhl', 'Jobcenter Skive', 'job-centre', '70 00 88 10')
  })
}

/** The union tells of Nordfjord Plast, Ali goes there; one that led nowhere, one that is looked at, and one that nobody has read yet. */
export const planTips = (stories: Stories): void => {
  const { cast, calendar } = stories
  const plan = planningOf(stories)
  planPartners(stories)
  const { id: companyId } = companyOf(stories, 'nordfjord-plast')
  const give = (ago: number, time: string, who: string, given: Given) =>
    plan(ago, time, who, (ctx) => tips.giveTip(ctx, form(given)))
  give(58, '15:20', 'Bjarne Odgaard', {
    company: 'Salling Flisepakning, Skive',
    words: 'De pakker i hånden og taler om en maskine.',
  })
  plan(41, '10:50', 'Hanne Lind', async (ctx) => tips.endTip(ctx, await latest(ctx, 'Salling'), 'De er lukket ned'))
  give(14, '11:15', 'Bjarne Odgaard', {
    ...{ company: 'Nordfjord Plast', companyId },
    words: 'Ordrerne falder efter nytår. De vil hellere sende folk på kursus end fyre dem.',
  })
  plan(13, '09:05', 'Hanne Lind', async (ctx) =>
    tips.askAboutTip(ctx, await latest(ctx, 'Nordfjord'), cast.as('Ali Demir').personId ?? 0),
  )
  plan(13, '12:40', 'Ali Demir', async (ctx) => tips.acceptTip(ctx, await latest(ctx, 'Nordfjord')))
  const about = 'Jytte Nordfjord regner på, hvor mange de kan undvære i januar. Vi taler sammen igen, når hun ved det.'
  plan(6, '14:30', 'Ali Demir', (ctx) =>
    reportVisit(ctx, {
      companyId,
      visitedAt: iso(calendar.at(6, '10:00')),
      about,
      needs: [],
      topics: [],
      promises: [],
    }),
  )
  give(3, '16:05', 'Bjarne Odgaard', {
    company: 'Roslev Maskinsnedkeri',
    words: 'To nye maskiner, og ingen kan stille dem ind.',
  })
  plan(2, '09:30', 'Hanne Lind', async (ctx) => tips.readTip(ctx, await latest(ctx, 'Roslev')))
  give(1, '15:20', 'Kirsten Juhl', {
    ...{ company: 'Hvidbjerg Betonvarer', mayName: true },
    words: 'De mangler folk med truckkort, og vi har ledige, der gerne vil.',
  })
}
