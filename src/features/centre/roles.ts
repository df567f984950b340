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
   * shared queue · `visits`: companies, and follows up · `leads`: a school, and is told when a hearing waits for it · `answers`: the company
   * that knows nobody else · `keeps`: the house, which is never without. A school's employee hears and no more; callers and partners less.
   */
  does: readonly ('runs' | 'knows' | 'hears' | 'calls' | 'visits' | 'leads' | 'answers' | 'keeps')[]
  /** What it may look at, beside what it does: everyone's calendars (callers only see free slots), the classes, what came of the lists. */
  reads: readonly ('calendars' | 'catalogue' | 'outcome')[]
}
const everything: About['reads'] = ['calendars', 'catalogue', 'outcome']
const running: readonly Role[] = ['coordinator', 'administrator']
/** The one place of a role: endpoints name what it does in `can`, an invitation asks who grants it. */
const table: Record<Role, About> = {
  administrator: { of: 'centre', grantedBy: running, does: ['runs', 'knows', 'keeps'], reads: everything },
  coordinator: {
    of: 'centre',
    grantedBy: running,
    does: ['runs', 'knows', 'calls', 'visits', 'answers'],
    reads: everything,
  },
  consultant: { of: 'school', grantedBy: running, does: ['knows', 'hears', 'calls', 'visits'], reads: everything },
  caller: { of: 'centre', grantedBy: running, does: ['calls'], reads: [] },
  leader: { of: 'school', grantedBy: running, does: ['knows', 'hears', 'leads'], reads: everything },
  employee: { of: 'school', grantedBy: running, does: ['hears'], reads: [] },
  council: { of: 'centre', grantedBy: running, does: [], reads: ['catalogue', 'outcome'] },
  teacher: { of: 'school', grantedBy: running, does: ['knows'], reads: ['catalogue'] },
  partner: { of: 'centre', grantedBy: running, does: [], reads: [] },
}
const whoDoes = (what: About['does'][number]): readonly Role[] =>
  roles.filter((role) => table[role].does.includes(what))
const whoReads = (what: About['reads'][number]): readonly Role[] =>
  roles.filter((role) => table[role].reads.includes(what))
const isOneOf = (some: readonly Role[], role: string) => some.some((one) => one === role)

/** Whom the first run makes of an empty installation; whom the form of invitations names first. */
export const firstRole: Role = 'administrator'
export const usualRole: Role = 'consultant'

/** What a role does, in words that views may say: `runs`, `hears`. */
export const doesOf = (role: string): readonly string[] => roles.flatMap((one) => (one === role ? table[one].does : []))

/** Roles that belong to one school. */
export const schoolRoles: readonly Role[] = roles.filter((role) => table[role].of === 'school')
export const grants = (giver: string, role: Role): boolean => table[role].grantedBy.some((one) => one === giver)

/** Runs the centre's outreach. */
export const coordinators = whoDoes('runs')
/** Whether someone runs the centre's outreach: for rules that say more to them, or less to others. */
export const runsCentre = ({ role }: { role: string }) => isOneOf(coordinators, role)
/** Knows companies in full. */
export const staff = whoDoes('knows')
/** Answers hearings on behalf of a school. */
export const hearers = whoDoes('hears')
/** Calls companies from the shared queue. */
export const callers = whoDoes('calls')
/** Visits companies and follows up. */
export const visitors = whoDoes('visits')
/** Lead a school: told when a hearing waits for its answer. */
export const leaders = whoDoes('leads')
/** Keeps the house: a centre is never without. */
export const keepers = whoDoes('keeps')
export const keepsHouse = ({ role }: { role: string }) => isOneOf(keepers, role)
/** Answers the company that knows nobody else in the centre. */
export const answersCompanies = ({ role }: { role: string }) => isOneOf(whoDoes('answers'), role)
/** Looks at the own calendar before everyone's: visits, and does not run the others' visits. */
export const looksAtOwnFirst = ({ role }: { role: string }) => isOneOf(visitors, role) && !runsCentre({ role })

/** Does something here; council and partners only look, in their browser. */
export const working = roles.filter((role) => table[role].does.length > 0)

export const calendarReaders = whoReads('calendars')
export const catalogueReaders = whoReads('catalogue')
export const outcomeReaders = whoReads('outcome')
