import { isOneOf } from '#platform/typed.shared'
import * as m from '#texts'
import { schoolKinds } from './schools.schema.ts'

const names: Record<(typeof schoolKinds)[number], () => string> = {
  technical: m.centre_kind_technical,
  health: m.centre_kind_health,
  business: m.centre_kind_business,
  food: m.centre_kind_food,
  transport: m.centre_kind_transport,
  vuc: m.centre_kind_vuc,
  amu: m.centre_kind_amu,
  language: m.centre_kind_language,
  fgu: m.centre_kind_fgu,
  academy: m.centre_kind_academy,
  production: m.centre_kind_production,
  other: m.centre_kind_other,
}
/** What kind of school it is; a centre's own word stands as it was written, in every language. */
export const kindName = (kind: string) => (isOneOf(schoolKinds, kind) ? names[kind]() : kind)
