import { asRoom } from '#platform/room'
import { layAsideStrangers, mailedTipsKind } from './coming-in.ts'
import { mailedTipsEvents } from './mailed-tips-events.table.ts'
import { mailedTipsRoutes } from './mailed-tips.routes.ts'
import { mailedTipsWaiting } from './mailed-tips-waiting.table.ts'

export const room = asRoom({
  name: 'mailed-tips',
  owns: ['mailed_tip', 'mailed_tips_waiting'],
  routes: mailedTipsRoutes,
  waiting: { view: 'mailed_tips_waiting', kinds: mailedTipsWaiting.kinds },
  sweeps: [layAsideStrangers],
  verbs: mailedTipsEvents,
  mailKinds: [mailedTipsKind],
})
