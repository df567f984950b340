import * as m from '#texts'
import { showMe } from '../../features/members/members.schema.ts'
import { answerOf, queries } from '#web/data/answers.ts'
import { sitsOnCouncil } from '../../features/centre/roles.ts'
import type { Me } from './me.ts'

const names: Record<Me['role'], () => string> = {
  administrator: m.web_role_administrator,
  coordinator: m.web_role_coordinator,
  consultant: m.web_role_consultant,
  caller: m.web_role_caller,
  leader: m.web_role_leader,
  employee: m.web_role_employee,
  council: m.web_role_council,
  teacher: m.web_role_teacher,
  partner: m.web_role_partner,
}
/** A role in our word, in the language of who reads. */
export const ourRoleName = (role: Me['role']) => names[role]()
/** What the own centre calls things: of whoever is signed in, as the page last read it. */
export const ownWords = (): NonNullable<Me['words']> =>
  queries.getQueryData<Me>(answerOf(showMe).queryKey)?.words ?? {
    hasCouncil: true,
    council: null,
    host: null,
    roles: {},
  }
/** A role in the centre's own word where it has one, else in the trade's: "Uddannelseschef". */
export const roleName = (role: Me['role']) => ownWords().roles[role] ?? ourRoleName(role)
/** The council as the centre calls it; null where there is none. */
export const councilName = () => {
  const { hasCouncil, council } = ownWords()
  return hasCouncil ? (council ?? m.centre_word_council()) : null
}
/** Roles that can be had here: none of a council where there is none. */
export const rolesHere = (roles: readonly Me['role'][]) =>
  roles.filter((role) => ownWords().hasCouncil || !sitsOnCouncil(role))
