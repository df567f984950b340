import * as m from '#texts'
import type { employeeGroups, targets } from './models.schema.ts'
import { type Mix, type Model, models } from './models.shared.ts'

type Say = typeof m.contact_models_target_companies
export const targetWords: Record<(typeof targets)[number], Say> = {
  companies: m.contact_models_target_companies,
  employees: m.contact_models_target_employees,
}
export const employeeWords: Record<(typeof employeeGroups)[number], Say> = {
  'short-schooling': m.contact_models_employees_short_schooling,
  'second-language': m.contact_models_employees_second_language,
  'fifty-plus': m.contact_models_employees_fifty_plus,
}
export const modelWords: Record<Model, Say> = {
  'own-consultants': m.contact_models_own_consultants,
  partners: m.contact_models_partners,
  'call-centre': m.contact_models_call_centre,
  networks: m.contact_models_networks,
}

/** How contact is made, in a line. */
export const saysMix = (mix: Mix) =>
  models
    .filter((model) => mix[model] > 0)
    .map((model) => `${modelWords[model]()} ${mix[model]} %`)
    .join(', ') || m.contact_models_nobody()
