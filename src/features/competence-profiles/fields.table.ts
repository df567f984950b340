/** The five fields of a consultant's competence, and the steps on which one may stand in each: words, never numbers. */
import * as m from '#texts'
import { keysOf } from '#platform/typed.shared'

export const profileFields = {
  offers: { name: m.competence_profiles_offers, says: m.competence_profiles_offers_text },
  rules: { name: m.competence_profiles_rules, says: m.competence_profiles_rules_text },
  companies: { name: m.competence_profiles_companies, says: m.competence_profiles_companies_text },
  listening: { name: m.competence_profiles_listening, says: m.competence_profiles_listening_text },
  dialogue: { name: m.competence_profiles_dialogue, says: m.competence_profiles_dialogue_text },
}
export type ProfileField = keyof typeof profileFields
export const profileFieldCodes = keysOf(profileFields)

export const steps = {
  new: m.competence_profiles_step_new,
  little: m.competence_profiles_step_little,
  managing: m.competence_profiles_step_managing,
  sure: m.competence_profiles_step_sure,
  showing: m.competence_profiles_step_showing,
}
export type Step = keyof typeof steps
export const stepCodes = keysOf(steps)
