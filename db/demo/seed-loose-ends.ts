/** What somebody must take up: a company that says stop with something ahead, companies that a school struck; people and numbers written down. */
import { acknowledgeBooking, bookMeeting } from '../../src/features/bookings/bookings.ts'
import { addPerson } from '../../src/features/company-people/company-people.ts'
import type { PersonWritten } from '../../src/features/company-people/company-people.schema.ts'
import { strikeCompanies } from '../../src/features/hearings/hearings.ts'
import { stopContact } from '../../src/features/may-contact/may-contact.ts'
import { findNumber, listNumberless } from '../../src/features/queue/queue.ts'
import { listStruckCompanies, takeStruckCompany } from '../../src/features/struck-companies/struck-companies.ts'
import { iso } from './seed-calendar.ts'
import { companyOf, happen, keepFree, listOf, type Moment, type Stories } from './seed-stories.ts'

/** Thy Beslag says stop on its own page, with a meeting and a promise ahead: Fatima and the coordinators are told. */
const stop = (stories: Stories): readonly Moment[] => {
  const { cast, calendar } = stories
  const { id: companyId, cvr } = companyOf(stories, 'thy-beslag')
  const { personId } = cast.as('Fatima Haddad')
  // She works from Monday to Thursday.
  let ahead = 7
  while (new Date(calendar.day(-ahead)).getUTCDay() > 4) ahead++
  const start = calendar.at(-ahead, '12:30')
  keepFree(stories, 'Fatima Haddad', start)
  return [
    [
      ...([6, '12:40', 'Fatima Haddad'] as const),
      async (ctx) => {
        const note = 'Taler videre om kurser, der kan holdes i Thisted. Han er alene i værkstedet efter middag.'
        const contactEmail = 'smedjen@thy-beslag-og-smedevaerk.example'
        const meeting = { personId, startsAt: iso(start), contactName: 'Jens Thy', contactEmail, note }
        await acknowledgeBooking(ctx, (await bookMeeting(ctx, { ...meeting, companyId })).id)
      },
    ],
    [
      ...([1, '16:20', 'virksomheden'] as const),
      (ctx) => {
        const words = 'Jeg går på pension og lukker værkstedet. Tak for hjælpen, men ring ikke mere.'
        return stopContact(ctx, { companyId, cvr, words })
      },
    ],
  ]
}

/** Mette has one of her own from a hearing that is over, and is asked to go on with it; a colleague has gone on with another. */
const struck = (stories: Stories): readonly Moment[] => {
  const drawn = listOf(stories, 'haandvaerk')
  const { cvr } = companyOf(stories, 'holm-murer')
  return [
    [
      ...([19, '10:15', 'Mette Lauridsen'] as const),
      async (ctx) => {
        const ids = drawn.companies.filter((one) => one.cvr === cvr).map((one) => one.companyId)
        if (ids.length > 0)
          await strikeCompanies(
            ctx,
            drawn.hearingId,
            ids,
            'De skal have en lærling af os; jeg taler med mester hver uge',
          )
      },
    ],
    [
      ...([11, '08:20', 'Peter Vang'] as const),
      async (ctx) => {
        const { rows } = await listStruckCompanies(ctx, { limit: 50 })
        const own = rows.find(({ struckBy }) => struckBy === 'Peter Vang')
        if (own) await takeStruckCompany(ctx, own.id)
      },
    ],
  ]
}

type Known = [
  ago: number,
  writtenBy: string,
  company: string,
  told: boolean,
  about: Partial<PersonWritten> & Pick<PersonWritten, 'name' | 'title' | 'source'>,
]
const nobody = { phone: '', phoneAllowed: true, email: '', mailAllowed: true, note: '', speaksForAll: false }
/** Who works at companies with a story (design, picture 10): written down after a visit or a talk. */
const people: readonly Known[] = [
  [
    9,
    'Anne Skov',
    'kommune-779',
    true,
    {
      name: 'Birthe Lauridsen',
      title: 'områdeleder',
      source: 'said',
      phone: '70004201',
      email: 'birthe.lauridsen@skive-kommune.example',
      note: 'Bedst mellem kl. 13 og 14',
    },
  ],
  [
    9,
    'Anne Skov',
    'kommune-779',
    false,
    { name: 'Rikke Toft', title: 'ny souschef', source: 'colleague', phone: '70004202', mailAllowed: false },
  ],
  [
    4,
    'Pia Winther',
    'kommune-779',
    true,
    { name: 'Jesper Nørgaard', title: 'køkkenleder', source: 'asked', email: 'jesper.noergaard@skive-kommune.example' },
  ],
  [
    8,
    'Anne Skov',
    'kommune-779',
    true,
    {
      name: 'Søren Bech',
      title: 'HR-konsulent i kommunen',
      source: 'mail',
      email: 'soren.bech@skive-kommune.example',
      speaksForAll: true,
    },
  ],
  [
    29,
    'Ivan Kowalski',
    'nordkaj-spedition',
    true,
    { name: 'Jan Storm', title: 'terminalchef', source: 'said', phone: '70004203', note: 'Før frokost' },
  ],
]
/** A quiet quarter of an hour: a caller looks up two companies that nobody could call. */
const numbers = (stories: Stories): readonly Moment[] => {
  const list = listOf(stories, 'haandvaerk')
  const found = (time: string, phone: string, source: 'own-page' | 'directory'): Moment => [
    ...([1, time, 'Mette Kjær'] as const),
    async (ctx) => {
      const [first] = (await listNumberless(ctx, list.listId)).rows
      if (first) await findNumber(ctx, first.companyId, { phone, source })
    },
  ]
  return [found('14:45', '70004211', 'own-page'), found('14:49', '70004212', 'directory')]
}

export const planLooseEnds = (stories: Stories): void => {
  happen(stories, stop(stories))
  happen(stories, struck(stories))
  happen(
    stories,
    people.map(([ago, who, company, told, about], nth): Moment => {
      const { id } = companyOf(stories, company)
      return [ago, `15:0${5 + nth}`.slice(0, 5), who, (ctx) => addPerson(ctx, id, { ...nobody, ...about, told })]
    }),
  )
  happen(stories, numbers(stories))
}
