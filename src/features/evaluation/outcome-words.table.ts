import * as m from '#texts'
import type { stages } from './stages.shared.ts'

type Stage = (typeof stages)[number]

/** "Hele tiden", "2026", "4. kvartal 2026" */
export const periodName = (period: string) => {
  const [year = '', quarter] = period.split('-')
  if (period === 'all') return m.evaluation_all_time()
  return quarter ? m.evaluation_quarter({ quarter, year }) : year
}

const stageNames: Record<Stage, () => string> = {
  drawn: m.evaluation_stage_drawn,
  struck: m.evaluation_stage_struck,
  called: m.evaluation_stage_called,
  answered: m.evaluation_stage_answered,
  wants: m.evaluation_stage_wants,
  meetings: m.evaluation_stage_meetings,
  visits: m.evaluation_stage_visits,
  promises: m.evaluation_stage_promises,
  kept: m.evaluation_stage_kept,
}
export const stageName = (stage: Stage) => stageNames[stage]()

const industries: Record<number, () => string> = {
  0: m.evaluation_industry_0,
  1: m.evaluation_industry_1,
  2: m.evaluation_industry_2,
  3: m.evaluation_industry_3,
  4: m.evaluation_industry_4,
  5: m.evaluation_industry_5,
  6: m.evaluation_industry_6,
  7: m.evaluation_industry_7,
  8: m.evaluation_industry_8,
  9: m.evaluation_industry_9,
  10: m.evaluation_industry_10,
}
export const industryName = (group: number) => industries[group]?.() ?? String(group)

const sizes = {
  '0-9': m.evaluation_size_small,
  '10-49': m.evaluation_size_middle,
  '50': m.evaluation_size_large,
  unknown: m.evaluation_size_unknown,
}
export const sizeName = (size: keyof typeof sizes) => sizes[size]()
