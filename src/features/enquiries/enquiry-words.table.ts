import * as m from '#texts'
import type { ways } from './enquiries.schema.ts'

export const wayWords: Record<(typeof ways)[number], () => string> = {
  phone: m.enquiries_way_phone,
  mail: m.enquiries_way_mail,
  web: m.enquiries_way_web,
  stand: m.enquiries_way_stand,
}
