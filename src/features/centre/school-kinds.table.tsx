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
  other: m.centre_kind_other,
}
/** What kind of school it is; a kind that came later than this page is shown as it stands. */
export const kindName = (kind: string) => (isOneOf(schoolKinds, kind) ? names[kind]() : kind)
