import {
  IconAdjustments,
  IconBuilding,
  IconCalendarEvent,
  IconChartBar,
  IconEar,
  IconHeartHandshake,
  IconHome,
  IconMail,
  IconPhone,
  IconUsers,
  IconUsersPlus,
} from '@tabler/icons-react'
import * as m from '#texts'
import type { Me } from './me.ts'

type Role = Me['role']
const runs: Role[] = ['coordinator', 'administrator']
const visits: Role[] = [...runs, 'consultant']
const knows: Role[] = [...visits, 'leader', 'teacher']

/**
 * The way around, per role. Only what someone may open is shown; the server decides (`can` of each endpoint), this is its
 * table of contents. `kinds`: things that wait (listWaiting) counted beside the word. `tab`: place in the phone's tab bar.
 */
export const navigation = [
  {
    to: '/',
    text: m.web_nav_waiting,
    short: m.web_nav_waiting_short,
    icon: IconHome,
    roles: 'all',
    kinds: 'all',
    tab: true,
  },
  { to: '/virksomheder', text: m.web_nav_companies, icon: IconBuilding, roles: knows, tab: true },
  {
    to: '/udtraek',
    text: m.web_nav_lists,
    short: m.web_nav_lists_short,
    icon: IconEar,
    roles: [...runs, 'consultant', 'leader', 'employee'],
    kinds: ['hearing-answer', 'hearing-ends', 'list-draft'],
  },
  { to: '/ring', text: m.web_nav_calls, icon: IconPhone, roles: [...visits, 'caller'], kinds: ['call-back'] },
  {
    to: '/kalender',
    text: m.web_nav_calendar,
    icon: IconCalendarEvent,
    roles: [...visits, 'leader'],
    kinds: ['booking-new', 'visit-report'],
    tab: true,
  },
  {
    to: '/aftaler',
    text: m.web_nav_promises,
    icon: IconHeartHandshake,
    roles: visits,
    kinds: ['promise-overdue', 'promise-due', 'promise-orphan', 'handover'],
    tab: true,
  },
  { to: '/hold', text: m.web_nav_classes, icon: IconUsersPlus, roles: knows, kinds: ['class-short'] },
  { to: '/resultater', text: m.web_nav_outcome, icon: IconChartBar, roles: [...visits, 'leader', 'council'] },
  { to: '/medlemmer', text: m.web_nav_members, icon: IconUsers, roles: runs, group: 'centre' },
  { to: '/regler', text: m.web_nav_rules, icon: IconAdjustments, roles: runs, group: 'centre' },
  { to: '/udbakke', text: m.web_nav_mails, icon: IconMail, roles: runs, group: 'centre' },
] as const satisfies readonly {
  to: string
  text: () => string
  short?: () => string
  icon: typeof IconHome
  roles: 'all' | readonly Role[]
  kinds?: 'all' | readonly string[]
  tab?: boolean
  group?: 'centre'
}[]

type Place = (typeof navigation)[number]
const may = (place: Place, role: Role) => place.roles === 'all' || (place.roles as readonly Role[]).includes(role)
export const placesFor = (role: Role) => navigation.filter((place) => may(place, role))
export const maySearch = (role: Role) => knows.includes(role)
