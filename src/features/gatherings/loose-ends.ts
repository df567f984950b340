/** Somebody leaves: he is signed up no more, and what he saw to waits with who runs the centre, or is who is named's. */
import * as m from '#texts'
import type { LooseEnds } from '#platform/room'
import { lockConsultant } from '../diaries/diaries.ts'
import * as store from './gatherings.sql.ts'
import { tell } from './one-gathering.ts'
import { placesAhead } from './places.sql.ts'
import { endPlacesOf } from './places.ts'

export const gatheringsOpen: LooseEnds = {
  open: async (ctx, ended) => {
    if (!('personId' in ended)) return []
    const { personId } = ended
    await lockConsultant(ctx, personId)
    const [held, places] = await Promise.all([store.heldAhead(ctx, personId), placesAhead(ctx, personId)])
    return [
      ...held.map(({ id, title, madeAt, startsAt }) => ({
        ...{ kind: 'gathering', sourceId: id, company: null, personId, since: madeAt },
        values: { what: title, at: startsAt },
      })),
      ...places.map(({ timeId, title, signedAt, startsAt }) => ({
        ...{ kind: 'gathering-place', sourceId: timeId, company: null, personId, since: signedAt },
        values: { what: title, at: startsAt },
      })),
    ]
  },
  handOn: async (ctx, ended, to) => {
    if (!('personId' in ended)) return
    await endPlacesOf(ctx, ended.personId)
    const heldBy = to && 'personId' in to ? to.personId : null
    for (const row of await store.heldAhead(ctx, ended.personId)) {
      await store.updateGathering(ctx, row.id, { heldBy })
      await tell(ctx, row, heldBy === null ? 'unheld' : 'held')
    }
  },
  words: {
    gathering: (count, locale) =>
      count === 1 ? m.gatherings_open_one({}, { locale }) : m.gatherings_open_many({ count }, { locale }),
    'gathering-place': (count, locale) =>
      count === 1 ? m.gatherings_places_one({}, { locale }) : m.gatherings_places_many({ count }, { locale }),
  },
}
