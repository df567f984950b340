/** What people ask about at a partner's: a closed list, so that nothing is written of anybody. Nothing of health is in it. */
import * as m from '#texts'
import { keysOf } from '#platform/typed.shared'

export const askedAbout = {
  danish: m.presence_days_topic_danish,
  maths: m.presence_days_topic_maths,
  digital: m.presence_days_topic_digital,
  truck: m.presence_days_topic_truck,
  amu: m.presence_days_topic_amu,
  apprentice: m.presence_days_topic_apprentice,
  skills: m.presence_days_topic_skills,
  funds: m.presence_days_topic_funds,
  other: m.presence_days_topic_other,
}
export type AskedAbout = keyof typeof askedAbout
export const askedAboutCodes = keysOf(askedAbout)
