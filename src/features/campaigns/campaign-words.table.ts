import * as m from '#texts'
import type { states } from './campaigns.schema.ts'

type Say = typeof m.campaigns_state_draft
export const stateWords: Record<(typeof states)[number], Say> = {
  draft: m.campaigns_state_draft,
  running: m.campaigns_state_running,
  ended: m.campaigns_state_ended,
}
