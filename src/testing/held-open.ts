import type { Ends } from '../platform/endpoint.ts'
import { addPerson } from '../features/company-people/company-people.ts'
import { addMember } from '../features/members/members.ts'
import type { OpenedWorld } from './world.ts'

/** Something that a room holds open: how it comes to be, how it is said, and where it is found when what it hung on has ended. */
export type Held = {
  make: () => Promise<number>
  kind: string
  said: string
  found: 'tells' | ((id: number) => Promise<unknown[]>)
}
const nothing: readonly Held[] = []

/** What people of companies hold open: whom someone who leaves has still to tell, and who goes on with a company. */
const peopleIn = (
  world: OpenedWorld,
  { someoneNew, onCompany }: Pick<ReturnType<typeof newcomersIn>, 'someoneNew' | 'onCompany'>,
) => {
  const add = (companyId: number, personId: number) =>
    world.inside('anne', (ctx) =>
      addPerson({ ...ctx, personId }, companyId, {
        ...{ name: 'Rikke Toft', title: '', note: '', phone: '', email: '', speaksForAll: false, source: 'said' },
        ...{ phoneAllowed: true, mailAllowed: true, told: false },
      }),
    )
  const untold: Held = {
    make: async () => {
      const { id, personId } = await someoneNew()
      await add((await world.company()).id, personId)
      return id
    },
    kind: 'person-untold',
    said: '1 person, der skal have besked om, hvad vi har skrevet',
    found: (id) =>
      world.sql(
        'select from company_person where tells is null and added_by = (select person_id from membership where id = $1)',
        [id],
      ),
  }
  return (found: () => Promise<unknown[]>): Record<Ends, readonly Held[]> => ({
    person: [untold],
    ...{ list: nothing, meeting: nothing },
    company: [
      {
        make: () => onCompany(({ id }) => add(id, world.people.anne.id)),
        kind: 'company-person',
        said: '1 person',
        found,
      },
    ],
  })
}

const newcomersIn = (world: OpenedWorld) => {
  let newcomers = 0
  const someoneNew = () =>
    world.inside('birgit', (ctx) =>
      addMember(ctx, {
        ...{ name: `Ny ${++newcomers}`, email: `ny${newcomers}@vucsundet.example`, role: 'consultant' },
        schoolId: world.people.ali.schoolId,
      }),
    )
  const onCompany = async (open: (company: { id: number; cvr: string }) => Promise<unknown>) => {
    const company = await world.company()
    await open(company)
    return company.id
  }
  return { someoneNew, onCompany }
}

/** Someone new, a company with something open, and what rooms hold that take more than a line to say. */
export const heldOpen = (world: OpenedWorld) => {
  const newcomers = newcomersIn(world)
  return { ...newcomers, nothing, ofPeople: peopleIn(world, newcomers) }
}
