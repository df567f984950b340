import * as m from '#texts'
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
/** A role in the trade's own word: "Uddannelseschef". */
export const roleName = (role: Me['role']) => names[role]()
