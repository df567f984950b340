import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { Frame } from './Frame.tsx'
import { FailedOutside, FailedPage, NotFoundPage } from './Lost.tsx'
import { fetchMe } from './me.ts'
import { NoticeBar } from '#web/parts/UndoBar.tsx'
import { parseSearch, stringifySearch } from '#web/data/search.ts'
import { ApiProblem } from '#web/data/problem.ts'
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

/** Nobody sees a page of the centre without being signed in; afterwards they come back to where they were going. */
const requireMe = async (href: string) => {
  try {
    return await fetchMe()
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401)
      throw redirect({ to: '/log-ind', search: { til: href } } as never)
    throw error
  }
}
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
const page = (path: string, load: Load) =>
  createRoute({ getParentRoute: () => framed, path, component: lazyRouteComponent(load) })
/** A page for people who are not signed in, or who came by a link: no rail. */
const open = (path: string, load: Load) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load), errorComponent: FailedOutside })

const home = createRoute({
  getParentRoute: () => framed,
  path: '/',
  beforeLoad: async () => {
    const { home } = await fetchMe()
    if (home !== '/') throw redirect({ to: home } as never)
  },
  component: lazyRouteComponent(() => import('../../features/home/WaitingPage.tsx')),
})
const ring = createRoute({
  getParentRoute: () => signedIn,
  path: '/ring',
  errorComponent: FailedOutside,
  component: lazyRouteComponent(() => import('../../features/calls/CallScreen.tsx')),
})

const tree = root.addChildren([
  signedIn.addChildren([
    ring,
    framed.addChildren([
      home,
      page('/virksomheder', () => import('../../features/companies/CompanyList.tsx')),
      page('/virksomheder/$id', () => import('../../features/companies/CompanyPage.tsx')),
      page('/import', () => import('../../features/register/CompanyImportPage.tsx')),
      page('/udtraek', () => import('../../features/hearings/ListsPage.tsx')),
      page('/udtraek/$id', () => import('../../features/hearings/ListPage.tsx')),
      page('/hoering/$id', () => import('../../features/hearings/HearingPage.tsx')),
      page('/kalender', () => import('../../features/bookings/CalendarPage.tsx')),
      page('/besoeg/$id/rapport', () => import('../../features/visits/ReportPage.tsx')),
      page('/aftaler', () => import('../../features/promises/PromisesPage.tsx')),
      page('/hold', () => import('../../features/catalogue/ClassesPage.tsx')),
      page('/resultater', () => import('../../features/evaluation/OutcomePage.tsx')),
      page('/udbakke', () => import('../../features/mails/MailsPage.tsx')),
      page('/medlemmer', () => import('../../features/members/MembersPage.tsx')),
      page('/regler', () => import('../../features/centre/RulesPage.tsx')),
      page('/mig', () => import('../../features/members/MePage.tsx')),
    ]),
  ]),
  open('/log-ind', () => import('../../features/members/SignIn.tsx')),
  open('/opsaetning', () => import('../../features/members/FirstRun.tsx')),
  open('/invitation/$token', () => import('../../features/members/AcceptInvitation.tsx')),
  open('/jeres-forloeb/$token', () => import('../../features/company-page/CompanyOwnPage.tsx')),
])

export const router = createRouter({
  routeTree: tree,
  parseSearch,
  stringifySearch,
  defaultPreload: false,
  defaultPendingMs: 400,
  scrollRestoration: true,
  defaultErrorComponent: FailedPage,
  defaultNotFoundComponent: NotFoundPage,
})

onSignInNeeded((back) => router.history.push(`/log-ind${stringifySearch({ til: back })}`))
