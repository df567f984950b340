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
type About = {
  /** Where someone with this role belongs: to the centre, or to one school. */
  of: 'centre' | 'school'
  /** Who may give it to someone. */
  grantedBy: readonly Role[]
  /**
   * What it does. `runs`: the centre's outreach · `knows`: companies in full · `hears`: answers hearings for a school · `calls`: from the
   * shared queue · `visits`: companies, and follows up. A school's employee hears and no more; callers and partners see less still.
   */
  does: readonly ('runs' | 'knows' | 'hears' | 'calls' | 'visits')[]
}
const running: readonly Role[] = ['coordinator', 'administrator']
/** The one place of a role: endpoints name what it does in `can`, an invitation asks who grants it. */
const table: Record<Role, About> = {
  administrator: { of: 'centre', grantedBy: running, does: ['runs', 'knows'] },
  coordinator: { of: 'centre', grantedBy: running, does: ['runs', 'knows', 'calls', 'visits'] },
  consultant: { of: 'school', grantedBy: running, does: ['knows', 'hears', 'calls', 'visits'] },
  caller: { of: 'centre', grantedBy: running, does: ['calls'] },
  leader: { of: 'school', grantedBy: running, does: ['knows', 'hears'] },
  employee: { of: 'school', grantedBy: running, does: ['hears'] },
  council: { of: 'centre', grantedBy: running, does: [] },
  teacher: { of: 'school', grantedBy: running, does: ['knows'] },
  partner: { of: 'centre', grantedBy: running, does: [] },
}
const whoDoes = (what: About['does'][number]): readonly Role[] =>
  roles.filter((role) => table[role].does.includes(what))

/** What a role does, in words that views may say: `runs`, `hears`. */
export const doesOf = (role: string): readonly string[] => roles.flatMap((one) => (one === role ? table[one].does : []))

/** Roles that belong to one school. */
export const schoolRoles: readonly Role[] = roles.filter((role) => table[role].of === 'school')
export const grants = (giver: string, role: Role): boolean => table[role].grantedBy.some((one) => one === giver)

/** Runs the centre's outreach. */
export const coordinators = whoDoes('runs')
/** Whether someone runs the centre's outreach: for rules that say more to them, or less to others. */
export const runsCentre = ({ role }: { role: string }) => coordinators.some((one) => one === role)
/** Knows companies in full. */
export const staff = whoDoes('knows')
/** Answers hearings on behalf of a school. */
export const hearers = whoDoes('hears')
/** Calls companies from the shared queue. */
export const callers = whoDoes('calls')
/** Visits companies and follows up. */
export const visitors = whoDoes('visits')
