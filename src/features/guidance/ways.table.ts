/** How somebody reached us. */
import * as m from '#texts'

export const ways = ['phone', 'mail', 'web', 'stand'] as const
export type Way = (typeof ways)[number]
export const wayWords: Record<Way, () => string> = {
  phone: m.guidance_way_phone,
  mail: m.guidance_way_mail,
  web: m.guidance_way_web,
  stand: m.guidance_way_stand,
}
