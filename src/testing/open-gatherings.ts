import { makeGathering, signUp } from '../features/gatherings/gatherings.schema.ts'
import type { OpenedWorld } from './world.ts'

/** What somebody sees to, and what he is signed up for. */
export const openGatherings = (world: OpenedWorld, someoneNew: () => Promise<{ id: number; personId: number }>) => {
  const birgit = world.as('birgit')
  const aMeeting = async () => {
    const [startsAt = '', endsAt = ''] = [26, 27].map((hours) => world.clock.now().add({ hours }).toString())
    const times = [{ startsAt, endsAt, place: 'Kantinen', seats: 5 }]
    const about = { kind: 'theme', title: 'Fonde', aim: 'Kende dem', schoolId: null } as const
    return birgit.call(makeGathering, { body: { ...about, times } })
  }
  const latest = (is: string) => world.sql(`select from gathering where id = (select max(id) from gathering) and ${is}`)
  const held = async () => {
    const { id, personId } = await someoneNew()
    await world.sql('update gathering set held_by = $1 where id = $2', [personId, (await aMeeting()).id])
    return id
  }
  const signedUp = async () => {
    const { id, personId } = await someoneNew()
    const { id: gatheringId, times } = await aMeeting()
    const timeId = times[0]?.id ?? 0
    await birgit.call(signUp, { params: { id: gatheringId, timeId } })
    await world.sql('update gathering_place set person_id = $1 where time_id = $2', [personId, timeId])
    await world.sql("update busy set person_id = $1 where kind = 'gathering' and source_id = $2", [personId, timeId])
    return id
  }
  const nobodyThere =
    'not exists (select from gathering_place p join gathering_time t on t.id = p.time_id where t.gathering_id = gathering.id)'
  return {
    ...{ list: [], meeting: [], company: [] },
    person: [
      {
        ...{ kind: 'gathering', said: '1 arrangement, som personen står for', make: held },
        found: () => latest('held_by is null'),
      },
      {
        ...{ kind: 'gathering-place', said: '1 tilmelding til et arrangement', make: signedUp },
        found: () => latest(nobodyThere),
      },
    ],
  }
}
