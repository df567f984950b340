import { asRoom } from '#platform/room'
import { measuresEvents } from './measures-events.table.ts'
import { measuresWaiting } from './measures-waiting.table.ts'

export const room = asRoom({
  name: 'measures',
  owns: ['taken_today', 'measures_waiting'],
  routes: [],
  verbs: measuresEvents,
  waiting: { view: 'measures_waiting', kinds: measuresWaiting.kinds, topics: ['measures'] },
})
