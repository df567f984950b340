import * as m from '#texts'

/** The order of the demo's roles, and what each does, in a few words. */
export const demoRoles = [
  { role: 'coordinator', does: m.sign_in_does_coordinator },
  { role: 'caller', does: m.sign_in_does_caller },
  { role: 'leader', does: m.sign_in_does_leader },
  { role: 'consultant', does: m.sign_in_does_consultant },
  { role: 'employee', does: m.sign_in_does_employee },
  { role: 'council', does: m.sign_in_does_council },
  { role: 'teacher', does: m.sign_in_does_teacher },
  { role: 'partner', does: m.sign_in_does_partner },
  { role: 'administrator', does: m.sign_in_does_administrator },
] as const
