import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  type RouterHistory,
} from '@tanstack/react-router'
import type { z } from '#platform/endpoint'
import { addresses, nothingKept, type openPages } from './addresses.table.ts'
import { Frame } from './Frame.tsx'
import { FailedOutside, FailedPage, NotFoundFramed, NotFoundPage } from './Lost.tsx'
import { fetchMe } from './me.ts'
import { requireMe } from './require-me.ts'
import { forWhoMay } from './Refused.tsx'
import { NoticeBar } from '#web/parts/UndoBar.tsx'
import { parseSearch, stringifySearch } from '#web/data/search.ts'
import { onSignInNeeded } from '#web/data/session.ts'

const root = createRootRoute({
  errorComponent: FailedOutside,
  component: () => (
    <>
      <Outlet />
      <NoticeBar />
    </>
  ),
})

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  errorComponent: FailedOutside,
  beforeLoad: ({ location }) => requireMe(location.href),
})
const framed = createRoute({
  getParentRoute: () => signedIn,
  id: 'framed',
  component: Frame,
  errorComponent: FailedOutside,
})

type Load = Parameters<typeof lazyRouteComponent>[0]
/** A page in the frame; `search` is what may stand after `?` there, checked by the router before the page sees it. */
const page = <const Path extends string, Search extends z.ZodMiniObject>(path: Path, load: Load, search: Search) =>
  createRoute({
    getParentRoute: () => framed,
    path,
    validateSearch: search,
    component: forWhoMay(path, load),
  })
/** A page for people who are not signed in, or who came by a link: no rail. */
const open = <const Path extends (typeof openPages)[number], Search extends z.ZodMiniObject>(
  path: Path,
  load: Load,
  search: Search,
) =>
  createRoute({
    getParentRoute: () => root,
    path,
    validateSearch: search,
    component: lazyRouteComponent(load),
    errorComponent: FailedOutside,
  })

const home = createRoute({
  getParentRoute: () => framed,
  path: '/',
  validateSearch: addresses['/'],
  beforeLoad: async () => {
    const me = await fetchMe()
    if (me.home !== '/') throw redirect({ to: me.home })
  },
  component: lazyRouteComponent(() => import('../../features/home/WaitingPage.tsx')),
})
const ring = createRoute({
  getParentRoute: () => signedIn,
  path: '/ring',
  validateSearch: addresses['/ring'],
  errorComponent: FailedOutside,
  component: forWhoMay('/ring', () => import('../../features/calls/CallScreen.tsx'), { outside: true }),
})
const training = createRoute({
  getParentRoute: () => signedIn,
  path: '/ring/oevelse',
  validateSearch: nothingKept,
  errorComponent: FailedOutside,
  component: forWhoMay('/ring/oevelse', () => import('../../features/training/TrainingScreen.tsx'), { outside: true }),
})
/** What all see on the big screen at a consultant meeting. */
const bigScreen = createRoute({
  getParentRoute: () => signedIn,
  path: '/konsulentmoede/$id/skaerm',
  validateSearch: nothingKept,
  errorComponent: FailedOutside,
  component: forWhoMay(
    '/konsulentmoede/$id/skaerm',
    () => import('../../features/consultant-meetings/ScreenPage.tsx'),
    { outside: true },
  ),
})

/** Who comes from a partner has one page, without a rail. */
const partner = createRoute({
  getParentRoute: () => signedIn,
  path: '/aktoer',
  validateSearch: nothingKept,
  errorComponent: FailedOutside,
  component: forWhoMay('/aktoer', () => import('../../features/partner-page/MyPartnerPage.tsx'), { outside: true }),
})

/** An address that is no page: who is signed in keeps the rail, and so the ways on. */
const noPage = createRoute({ getParentRoute: () => framed, path: '$', component: NotFoundFramed })

const tree = root.addChildren([
  signedIn.addChildren([
    ring,
    training,
    bigScreen,
    partner,
    framed.addChildren([
      home,
      page('/virksomheder', () => import('../../features/companies/CompanyList.tsx'), addresses['/virksomheder']),
      page(
        '/virksomheder/$id',
        () => import('../../features/companies/CompanyPage.tsx'),
        addresses['/virksomheder/$id'],
      ),
      page('/import', () => import('../../features/register/CompanyImportPage.tsx'), addresses['/import']),
      page('/udtraek', () => import('../../features/hearings/ListsPage.tsx'), addresses['/udtraek']),
      page('/udtraek/$id', () => import('../../features/hearings/ListPage.tsx'), addresses['/udtraek/$id']),
      page(
        '/udtraek/$id/manus',
        () => import('../../features/scripts/ScriptPage.tsx'),
        addresses['/udtraek/$id/manus'],
      ),
      page('/kampagner', () => import('../../features/announced-campaigns/CampaignsPage.tsx'), addresses['/kampagner']),
      page('/kampagner/$id', () => import('../../features/campaigns/CampaignPage.tsx'), nothingKept),
      page('/indmeld', () => import('../../features/hand-in/HandInPage.tsx'), nothingKept),
      page('/indmeldt', () => import('../../features/handed-in/RoundPage.tsx'), nothingKept),
      page('/maal', () => import('../../features/goals/GoalsPage.tsx'), addresses['/maal']),
      page('/hoering/$id', () => import('../../features/hearing-shares/HearingPage.tsx'), addresses['/hoering/$id']),
      page('/kapacitet', () => import('../../features/call-costs/CapacityAndShares.tsx'), addresses['/kapacitet']),
      page('/kalender', () => import('../../features/calendar/CalendarPage.tsx'), addresses['/kalender']),
      page('/bemanding', () => import('../../features/staffing-ahead/StaffingPage.tsx'), nothingKept),
      page('/bemanding/$id', () => import('../../features/staffing-ahead/AskedPage.tsx'), nothingKept),
      page(
        '/besoeg/$id/rapport',
        () => import('../../features/reports/ReportPage.tsx'),
        addresses['/besoeg/$id/rapport'],
      ),
      page('/besoeg/$id/foer', () => import('../../features/before-visit/BeforeVisitPage.tsx'), nothingKept),
      page('/opslag', () => import('../../features/look-up/LookUpPage.tsx'), addresses['/opslag']),
      page('/samtaleguide', () => import('../../features/guides/GuidePage.tsx'), nothingKept),
      page('/besoegsrapporter', () => import('../../features/reports/ReportsPage.tsx'), addresses['/besoegsrapporter']),
      page('/aftaler', () => import('../../features/promises/PromisesPage.tsx'), addresses['/aftaler']),
      page('/konsulentmoede', () => import('../../features/consultant-meetings/MeetingsPage.tsx'), nothingKept),
      page('/konsulentmoede/$id', () => import('../../features/consultant-meetings/MeetingPage.tsx'), nothingKept),
      page('/overlevering', () => import('../../features/leavings/LeavingsPage.tsx'), nothingKept),
      page('/overlevering/$id', () => import('../../features/leavings/LeavingPage.tsx'), nothingKept),
      page('/henvisninger', () => import('../../features/referrals/ReferralsPage.tsx'), addresses['/henvisninger']),
      page('/arbejdsgrupper', () => import('../../features/groups/GroupsPage.tsx'), addresses['/arbejdsgrupper']),
      page('/arbejdsgrupper/$id', () => import('../../features/groups/GroupPage.tsx'), nothingKept),
      page('/henvendelser', () => import('../../features/enquiries/EnquiriesPage.tsx'), addresses['/henvendelser']),
      page('/sorteret-fra', () => import('../../features/struck-companies/StruckPage.tsx'), nothingKept),
      page('/callcentre', () => import('../../features/call-centres/CallCentresPage.tsx'), addresses['/callcentre']),
      page('/arrangementer', () => import('../../features/gatherings/GatheringsPage.tsx'), addresses['/arrangementer']),
      page('/arrangementer/$id/stand', () => import('../../features/stands/StandCodePage.tsx'), nothingKept),
      page('/fagomraader', () => import('../../features/trade-areas/TradeAreasPage.tsx'), nothingKept),
      page('/min-profil', () => import('../../features/competence-profiles/ProfilePage.tsx'), nothingKept),
      page('/aktoerer', () => import('../../features/partner-page/PartnersPage.tsx'), addresses['/aktoerer']),
      page('/tip-i-mails', () => import('../../features/mailed-tips/MailedTipsPage.tsx'), addresses['/tip-i-mails']),
      page(
        '/mails-om-besoeg',
        () => import('../../features/mailed-reports/MailedReportsPage.tsx'),
        addresses['/mails-om-besoeg'],
      ),
      page('/hold', () => import('../../features/catalogue/ClassesPage.tsx'), addresses['/hold']),
      page('/resultater', () => import('../../features/evaluation/OutcomePage.tsx'), addresses['/resultater']),
      page('/udbakke', () => import('../../features/mails/MailsPage.tsx'), addresses['/udbakke']),
      page('/medlemmer', () => import('../../features/members/MembersPage.tsx'), addresses['/medlemmer']),
      page('/regler', () => import('../../features/centre/RulesPage.tsx'), nothingKept),
      page('/ringetid', () => import('../../features/working-days/WorkingDaysPage.tsx'), nothingKept),
      page('/grunde', () => import('../../features/calls/ReasonsPage.tsx'), nothingKept),
      page('/ledelse', () => import('../../features/leaderships/LeadershipsPage.tsx'), addresses['/ledelse']),
      page('/mig/adgang', () => import('../../features/my-access/MyAccessPage.tsx'), nothingKept),
      page('/mig', () => import('../../features/notices/MyPage.tsx'), nothingKept),
      noPage,
    ]),
  ]),
  open('/log-ind', () => import('../../features/sign-in/SignIn.tsx'), addresses['/log-ind']),
  open('/glemt-adgangskode', () => import('../../features/my-access/ForgotPassword.tsx'), nothingKept),
  open('/adgangskode/$token', () => import('../../features/my-access/ChoosePassword.tsx'), nothingKept),
  open('/opsaetning', () => import('../../features/sign-in/FirstRun.tsx'), nothingKept),
  open('/invitation/$token', () => import('../../features/sign-in/AcceptInvitation.tsx'), nothingKept),
  open('/besked/$token', () => import('../../features/notices/NoticeStopPage.tsx'), nothingKept),
  open('/stand/$token', () => import('../../features/stands/StandPage.tsx'), nothingKept),
  open('/aktoer/$token', () => import('../../features/partner-page/PartnerLinkPage.tsx'), nothingKept),
])

/** The pages; with a history of its own in tests. */
export const makeRouter = (history?: RouterHistory) =>
  createRouter({
    routeTree: tree,
    ...(history && { history }),
    parseSearch,
    stringifySearch,
    defaultPreload: false,
    defaultPendingMs: 400,
    scrollRestoration: true,
    defaultErrorComponent: FailedPage,
    defaultNotFoundComponent: NotFoundPage,
  })
export const router = makeRouter()

onSignInNeeded((back) => router.history.push(`/log-ind${stringifySearch({ til: back })}`))

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
