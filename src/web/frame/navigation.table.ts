import {
  IconAdjustments,
  IconArrowForwardUp,
  IconAffiliate,
  IconBriefcase,
  IconBuilding,
  IconCalendarEvent,
  IconChartBar,
  IconClock,
  IconDoorExit,
  IconEar,
  IconFilePlus,
  IconFileText,
  IconFolders,
  IconGauge,
  IconHeadset,
  IconHeartHandshake,
  IconHome,
  IconListSearch,
  IconMail,
  IconMessageOff,
  IconMessages,
  IconPhone,
  IconPresentation,
  IconSchool,
  IconSitemap,
  IconSpeakerphone,
  IconTargetArrow,
  IconPhoneIncoming,
  IconUserSearch,
  IconUsers,
  IconUsersGroup,
  IconUsersPlus,
} from '@tabler/icons-react'
import * as m from '#texts'
import type { Me } from './me.ts'

/**
 * The way around. `under`: stands below another place, and shows while that one or one beside it is looked at; `inside`: what that other is called in
 * its own short list. `outside`: it has no rail, so what stands under it always shows. `needs`: the verb without which the page is of no use; who may use it (showMe's `may`) sees the place.
 * `kinds`: things that wait (listWaiting) counted beside the word. `tab`: place in the phone's tab bar.
 */
export const navigation = [
  {
    to: '/',
    text: m.web_nav_waiting,
    short: m.web_nav_waiting_short,
    icon: IconHome,
    needs: 'listWaiting',
    kinds: 'all',
    tab: true,
  },
  { to: '/virksomheder', text: m.web_nav_companies, icon: IconBuilding, needs: 'listCompanies', tab: true },
  {
    to: '/udtraek',
    text: m.web_nav_lists,
    short: m.web_nav_lists_short,
    inside: m.web_nav_lists_inside,
    icon: IconEar,
    needs: 'listContactLists',
    kinds: ['hearing-answer', 'hearing-ends', 'list-draft', 'struck-yours'],
  },
  {
    to: '/kampagner',
    under: '/udtraek',
    text: m.campaigns_title,
    icon: IconSpeakerphone,
    needs: 'listCampaigns',
    kinds: ['campaign-asks', 'campaign-over'],
  },
  { to: '/indmeld', under: '/udtraek', text: m.hand_in_nav, icon: IconFilePlus, needs: 'showHandIn' },
  {
    to: '/indmeldt',
    under: '/udtraek',
    text: m.handed_in_round_nav,
    icon: IconFolders,
    needs: 'showRound',
    kinds: ['handed-in'],
  },
  {
    to: '/maal',
    under: '/udtraek',
    text: m.goals_title,
    icon: IconTargetArrow,
    needs: 'listGoals',
    kinds: ['goal-orphan'],
  },
  { to: '/ring', text: m.web_nav_calls, icon: IconPhone, needs: 'takeCompany', kinds: ['call-back'], outside: true },
  {
    to: '/kapacitet',
    under: '/ring',
    text: m.capacity_nav,
    icon: IconGauge,
    needs: 'showCapacity',
    kinds: ['capacity-asked', 'meetings-over'],
  },
  {
    to: '/kalender',
    text: m.web_nav_calendar,
    inside: m.web_nav_calendar_inside,
    icon: IconCalendarEvent,
    needs: 'showCalendar',
    kinds: ['booking-new', 'visit-report', 'no-hours'],
    tab: true,
  },
  {
    to: '/bemanding',
    under: '/kalender',
    text: m.staffing_ahead_title,
    icon: IconUserSearch,
    needs: 'showStaffing',
    kinds: ['staffing-proposed', 'staffing-refused', 'goer-away'],
  },
  {
    to: '/arrangementer',
    under: '/kalender',
    text: m.gatherings_nav,
    icon: IconSchool,
    needs: 'listGatherings',
    kinds: [
      'gathering-up',
      'gathering-moved',
      'gathering-lost',
      'gathering-off',
      'gathering-turn',
      'gathering-unheld',
      'gathering-learnt',
    ],
  },
  {
    to: '/mails-om-besoeg',
    under: '/kalender',
    text: m.mailed_reports_title,
    icon: IconMail,
    needs: 'listMailedReports',
    kinds: ['mailed-report', 'mailed-report-stranger'],
  },
  { to: '/samtaleguide', under: '/kalender', text: m.guides_title, icon: IconMessages, needs: 'showGuide' },
  {
    to: '/aftaler',
    text: m.web_nav_follow_up,
    inside: m.web_nav_promises,
    icon: IconHeartHandshake,
    needs: 'listPromises',
    kinds: ['promise-overdue', 'promise-due', 'promise-orphan', 'handover'],
    tab: true,
  },
  {
    to: '/henvisninger',
    under: '/aftaler',
    text: m.referrals_nav,
    icon: IconArrowForwardUp,
    needs: 'listReferrals',
    kinds: [
      'referral-asked',
      'referral-reminded',
      'referral-late',
      'referral-nobody',
      'referral-mine',
      'referral-unheard',
      'referral-answered',
      'referral-talked',
      'referral-stopped',
    ],
  },
  {
    to: '/besoegsrapporter',
    under: '/aftaler',
    text: m.reports_title,
    icon: IconFileText,
    needs: 'listReports',
  },
  {
    to: '/arbejdsgrupper',
    under: '/aftaler',
    text: m.groups_nav,
    icon: IconUsersGroup,
    needs: 'listGroups',
    kinds: ['group-asked', 'group-task', 'group-task-late', 'group-contact', 'group-leaderless', 'group-stopped'],
  },
  {
    to: '/henvendelser',
    text: m.web_nav_enquiries,
    icon: IconPhoneIncoming,
    needs: 'listEnquiries',
    kinds: ['enquiry-overdue', 'enquiry-mine', 'enquiry-school', 'enquiry-unrouted', 'enquiry-untaken'],
  },
  {
    to: '/aktoerer',
    text: m.partners_nav,
    icon: IconAffiliate,
    needs: 'listPartners',
    kinds: ['tip-new', 'tip-joined', 'tip-free', 'tip-asked', 'tip-mine', 'partner-unheld'],
  },
  {
    to: '/tip-i-mails',
    under: '/aktoerer',
    text: m.mailed_tips_title,
    icon: IconMail,
    needs: 'listMailedTips',
    kinds: ['mailed-tip', 'mailed-stranger', 'mailbox-away', 'mailbox-shut', 'mailbox-left', 'mailbox-crowded'],
  },
  { to: '/hold', text: m.web_nav_classes, icon: IconUsersPlus, needs: 'listClasses', kinds: ['class-short'] },
  { to: '/opslag', under: '/hold', text: m.look_up_title, icon: IconListSearch, needs: 'showLookUp' },
  {
    to: '/konsulentmoede',
    text: m.consultant_meetings_title,
    icon: IconPresentation,
    needs: 'listConsultantMeetings',
    kinds: ['meeting-runs', 'meeting-host', 'meeting-comes', 'meeting-unclosed'],
  },
  {
    to: '/fagomraader',
    under: '/kalender',
    text: m.trade_areas_nav,
    icon: IconBriefcase,
    needs: 'listTradeAreas',
  },
  {
    to: '/overlevering',
    under: '/',
    text: m.leavings_here,
    icon: IconDoorExit,
    needs: 'listLeavings',
    kinds: ['leaving-soon', 'leaving-left'],
  },
  { to: '/resultater', text: m.web_nav_outcome, icon: IconChartBar, needs: 'showOutcome' },
  { to: '/medlemmer', text: m.web_nav_members, icon: IconUsers, needs: 'invite', group: 'centre' },
  {
    to: '/callcentre',
    under: '/medlemmer',
    text: m.call_centres_nav,
    icon: IconHeadset,
    needs: 'listCallCentres',
    kinds: ['nobody-speaks', 'backs-overdue', 'list-without-callers'],
    group: 'centre',
  },
  { to: '/ledelse', text: m.web_nav_leaderships, icon: IconSitemap, needs: 'listLeaderships', group: 'centre' },
  { to: '/grunde', text: m.web_nav_reasons, icon: IconMessageOff, needs: 'changeRefusalReasons', group: 'centre' },
  { to: '/regler', text: m.web_nav_rules, icon: IconAdjustments, needs: 'changeRules', group: 'centre' },
  { to: '/ringetid', text: m.working_days_nav, icon: IconClock, needs: 'addClosedDays', group: 'centre' },
  {
    to: '/udbakke',
    text: m.web_nav_mails,
    icon: IconMail,
    needs: 'listMails',
    kinds: ['mail-given-up'],
    group: 'centre',
  },
] as const satisfies readonly {
  to: string
  text: () => string
  short?: () => string
  inside?: () => string
  under?: string
  outside?: true
  icon: typeof IconHome
  needs: string
  kinds?: 'all' | readonly string[]
  tab?: boolean
  group?: 'centre'
}[]

/** Whoever lands elsewhere has nothing that waits on the first page, and is led on from it. */
export const placesFor = ({ may, home }: Pick<Me, 'may' | 'home'>) =>
  navigation.filter(({ needs, to }) => may.includes(needs) && (to !== '/' || home === '/'))
export const maySearch = ({ may }: Pick<Me, 'may'>) => may.includes('listCompanies')
