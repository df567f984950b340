import * as m from '#texts'

/** The order of the demo's roles, and what each does, in a few words. */
export const demoRoles = [
  { role: 'coordinator', does: m.members_does_coordinator },
  { role: 'caller', does: m.members_does_caller },
  { role: 'leader', does: m.members_does_leader },
  { role: 'consultant', does: m.members_does_consultant },
  { role: 'employee', does: m.members_does_employee },
  { role: 'council', does: m.members_does_council },
  { role: 'teacher', does: m.members_does_teacher },
  { role: 'partner', does: m.members_does_partner },
  { role: 'administrator', does: m.members_does_administrator },
] as const
