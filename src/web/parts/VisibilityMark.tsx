import { IconEye, IconLock, IconSchool, IconUsers, IconUsersGroup } from '@tabler/icons-react'
import * as m from '#texts'
import './VisibilityMark.css'

export type Visibility = 'company' | 'centre' | 'school' | 'group' | 'personal'

const icons = {
  company: IconEye,
  centre: IconUsersGroup,
  school: IconSchool,
  group: IconUsers,
  personal: IconLock,
} as const
const words = {
  company: m.web_sees_company,
  centre: m.web_sees_centre,
  school: m.web_sees_school,
  group: m.web_sees_group,
  personal: m.web_sees_personal,
} as const

/** Who sees it: no colour, the more closed the more ink; the eye is the most open, the company itself. Stands beside every note and field. `names`: a group's readers. */
export const VisibilityMark = ({ who, names }: { who: Visibility; names?: readonly string[] }) => {
  const Icon = icons[who]
  const listed = who === 'group' && names?.length ? `: ${names.join(', ')}` : ''
  return (
    <span className="tov-sees" data-who={who} title={m.web_sees()}>
      <Icon size={14} stroke={1.7} aria-hidden />
      <span className="tov-only-read">{m.web_sees()}: </span>
      {words[who]()}
      {listed}
    </span>
  )
}
