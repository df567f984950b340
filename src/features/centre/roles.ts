/** Who someone is in the centre (domain.md, "Who uses it"). One role per person and centre. */
export const roles = [
  'administrator',
  'coordinator',
  'consultant',
  'caller',
  'leader',
  'employee',
  'council',
  'teacher',
  'partner',
] as const
export type Role = (typeof roles)[number]

/** Pages that a role lands on. The caller has one job and one screen. */
export const homes = ['/', '/ring'] as const
export const homeOf = (role: string): (typeof homes)[number] => (role === 'caller' ? '/ring' : '/')

/** Roles that belong to one school. */
export const schoolRoles = ['consultant', 'leader', 'employee', 'teacher'] as const satisfies readonly Role[]

/** Runs the centre's outreach. */
export const coordinators = ['coordinator', 'administrator'] as const satisfies readonly Role[]
/** Whether someone runs the centre's outreach: for rules that say more to them, or less to others. */
export const runsCentre = ({ role }: { role: string }) => (coordinators as readonly string[]).includes(role)
/** Knows companies in full. A school's employee answers hearings and no more (domain.md); callers and partners see less still. */
export const staff = [
  'administrator',
  'coordinator',
  'consultant',
  'leader',
  'teacher',
] as const satisfies readonly Role[]
/** Answers hearings on behalf of a school. */
export const hearers = ['leader', 'consultant', 'employee'] as const satisfies readonly Role[]
/** Calls companies from the shared queue. */
export const callers = ['caller', 'consultant', 'coordinator'] as const satisfies readonly Role[]
/** Visits companies and follows up. */
export const visitors = ['consultant', 'coordinator'] as const satisfies readonly Role[]
