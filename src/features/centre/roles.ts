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
export const homes = ['/', '/ring', '/resultater', '/aktoer'] as const
type Home = (typeof homes)[number]
type About = {
  /** Where someone with this role belongs: to the centre, to one school, or to either (domain.md, "Where rules meet" 11). */
  of: 'centre' | 'school' | 'either'
  /** Who may give it to someone; a leader only at the own school (domain.md, "Where rules meet" 11). */
  grantedBy: readonly Role[]
  /** Who may give it beside, as long as the school has never had one, nor is anyone invited to be. */
  firstGrantedBy?: readonly Role[]
  /**
   * What it does. `runs`: the centre's outreach · `knows`: companies in full · `hears`: answers hearings for a school · `gathers`: hands in the
   * school's own contacts · `calls`: from the shared queue · `visits`: companies, and follows up · `leads`: a school, and is told when a hearing
   * waits for it · `answers`: the company that knows nobody else · `teaches`: gives classes · `keeps`: the house, which is never without.
   * Who keeps the house reads nothing of companies; callers, teachers and partners only what their job needs.
   */
  does: readonly (
    | 'runs'
    | 'knows'
    | 'hears'
    | 'gathers'
    | 'calls'
    | 'visits'
    | 'leads'
    | 'answers'
    | 'teaches'
    | 'keeps'
  )[]
  /** What it may look at, beside what it does: everyone's calendars (callers only see free slots), the classes, what came of the lists. */
  reads: readonly ('calendars' | 'catalogue' | 'outcome')[]
  /** False: its own pages are not there yet, so no form offers it. */
  offered?: false
  /** Where it lands; what waits, without. */
  home?: Home
}
const everything: About['reads'] = ['calendars', 'catalogue', 'outcome']
const runsOrKeeps: readonly Role[] = ['coordinator', 'administrator']
const school: readonly Role[] = ['leader', 'administrator']
/** The one place of a role: endpoints name what it does in `can`, an invitation asks who grants it. */
const table: Record<Role, About> = {
  administrator: { of: 'centre', grantedBy: ['administrator'], does: ['keeps'], reads: [] },
  coordinator: {
    of: 'centre',
    grantedBy: ['administrator'],
    does: ['runs', 'knows', 'calls', 'visits', 'answers'],
    reads: everything,
  },
  consultant: {
    of: 'either',
    grantedBy: [...runsOrKeeps, 'leader'],
    does: ['knows', 'hears', 'gathers', 'calls', 'visits'],
    reads: everything,
  },
  caller: { of: 'centre', grantedBy: runsOrKeeps, does: ['calls'], reads: [], home: '/ring' },
  leader: {
    of: 'school',
    grantedBy: school,
    firstGrantedBy: ['coordinator'],
    does: ['knows', 'hears', 'gathers', 'leads'],
    reads: everything,
  },
  employee: { of: 'school', grantedBy: school, does: ['hears'], reads: [] },
  council: { of: 'centre', grantedBy: runsOrKeeps, does: [], reads: ['catalogue', 'outcome'], home: '/resultater' },
  teacher: { of: 'school', grantedBy: school, does: ['teaches'], reads: ['catalogue'] },
  partner: { of: 'centre', grantedBy: runsOrKeeps, does: [], reads: [], home: '/aktoer' },
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

/** Where someone lands after signing in. */
export const homeOf = (role: string): Home =>
  roles.flatMap((one) => (one === role ? (table[one].home ?? []) : []))[0] ?? '/'

/** Roles that one may have at a school; and whether one is had nowhere else. */
export const schoolRoles: readonly Role[] = roles.filter((role) => table[role].of !== 'centre')
export const needsSchool = (role: Role) => table[role].of === 'school'
type Giver = { role: string; schoolId: number | null }
/** What someone is in the centre: a role at a school, or (null) at the centre. */
export type Place = { role: Role; schoolId: number | null }
/** Whether someone may give this role at this school (null: at the centre), and send away who has it. */
export const grants = (giver: Giver, { role, schoolId }: Place): boolean =>
  isOneOf(table[role].grantedBy, giver.role) &&
  (!leadsSchool(giver) || (schoolId !== null && schoolId === giver.schoolId))
/** Works that leave something open with who does them: promises, calls, meetings and their reports. */
const leavesOpen = ['knows', 'calls', 'visits'] as const
/** Whether who comes from one place to another goes on with what he has open: the same school (or the centre still), and the same work. */
export const carriesOn = (from: Place, to: Place): boolean =>
  from.schoolId === to.schoolId &&
  leavesOpen.every((what) => !table[from.role].does.includes(what) || table[to.role].does.includes(what))
/** Whether someone may give it to the first at a school; that there is none is the caller's to hold. */
export const grantsFirst = (giver: Giver, role: Role): boolean => isOneOf(table[role].firstGrantedBy ?? [], giver.role)
const givenBy = (giver: string): readonly Role[] =>
  roles.filter((role) => [...table[role].grantedBy, ...(table[role].firstGrantedBy ?? [])].some((one) => one === giver))
/** Roles that a form offers someone with this role to give. */
export const grantable = (giver: string): readonly Role[] =>
  givenBy(giver).filter((role) => table[role].offered ?? true)
/** Whoever may give some role. */
export const granters = roles.filter((role) => givenBy(role).length > 0)

/** Belongs to the council, which a centre may be without. */
export const sitsOnCouncil = (role: string) => role === ('council' satisfies Role)

/** Runs the centre's outreach. */
export const coordinators = whoDoes('runs')
/** Whether someone runs the centre's outreach: for rules that say more to them, or less to others. */
export const runsCentre = ({ role }: { role: string }) => isOneOf(coordinators, role)
/** Knows companies in full. */
export const staff = whoDoes('knows')
/** Answers hearings on behalf of a school. */
export const hearers = whoDoes('hears')
/** Answers hearings and no more: sees those that run. */
export const onlyHears = ({ role }: { role: string }) => isOneOf(hearers, role) && !isOneOf(staff, role)
/** Hands in the school's own contacts, takes an upload back, reads them. */
export const gatherers = whoDoes('gathers')
export const gathers = ({ role }: { role: string }) => isOneOf(gatherers, role)
/** Visits first of all; who runs the centre does it now and then. */
export const visitsFirst = roles.filter((role) => isOneOf(whoDoes('visits'), role) && !isOneOf(coordinators, role))
/** Calls companies from the shared queue. */
export const callers = whoDoes('calls')
/** Visits companies and follows up. */
export const visitors = whoDoes('visits')
export const visitsCompanies = ({ role }: { role: string }) => isOneOf(visitors, role)
/** Lead a school: told when a hearing waits for its answer. */
export const leaders = whoDoes('leads')
export const leadsSchool = ({ role }: { role: string }) => isOneOf(leaders, role)
/** Keeps the house: a centre is never without. */
export const keepers = whoDoes('keeps')
/** Settles how the centre works: its rules and its schools. */
export const settlers = roles.filter((role) => isOneOf([...coordinators, ...keepers], role))
/** Get a centre going: who settles it, and who leads a school. */
export const beginners = roles.filter((role) => isOneOf([...settlers, ...leaders], role))
/** Say what all schools want together, or what the own one does. */
export const speakers = roles.filter((role) => [...coordinators, ...leaders].includes(role))
export const settlesCentre = ({ role }: { role: string }) => isOneOf(settlers, role)
/** Knows everyone who works here, with how to reach them. */
export const memberReaders = roles.filter((role) => isOneOf([...staff, ...keepers], role))
export const keepsHouse = ({ role }: { role: string }) => isOneOf(keepers, role)
/** Answers the company that knows nobody else in the centre. */
export const answersCompanies = ({ role }: { role: string }) => isOneOf(whoDoes('answers'), role)
/** Gives classes: reads of companies what is passed on to them, and no card. */
export const teachers = whoDoes('teaches')
/** May be asked to talk with a company about what it needs. */
export const referralReceivers = roles.filter((role) => isOneOf([...staff, ...teachers], role))
/** Comes from a partner: tells of companies, and sees what became of its own tips. */
export const partners: readonly Role[] = ['partner']
/** Belongs to the centre or one of its schools: things wait for them. */
export const insiders = roles.filter((role) => !isOneOf(partners, role))
/** Looks at the own calendar before everyone's: visits, and does not run the others' visits. */
export const looksAtOwnFirst = ({ role }: { role: string }) => isOneOf(visitors, role) && !runsCentre({ role })

/** Does something here; council and partners only look, in their browser. */
export const working = roles.filter((role) => table[role].does.length > 0)

export const calendarReaders = whoReads('calendars')
export const catalogueReaders = whoReads('catalogue')
export const outcomeReaders = whoReads('outcome')
