import * as m from '#texts'

/** The order of the demo's roles, and what each does, in a few words. */
export const demoRoles = [
  { role: 'coordinator', does: m.centre_does_coordinator },
  { role: 'caller', does: m.centre_does_caller },
  { role: 'leader', does: m.centre_does_leader },
  { role: 'consultant', does: m.centre_does_consultant },
  { role: 'employee', does: m.centre_does_employee },
  { role: 'council', does: m.centre_does_council },
  { role: 'teacher', does: m.centre_does_teacher },
  { role: 'partner', does: m.centre_does_partner },
  { role: 'administrator', does: m.centre_does_administrator },
] as const
