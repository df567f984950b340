/**
 * What each page is of no use without: a verb, and the roles of its contract (compared in `src/refused-pages.test.tsx`). Who may not use it is told so in a
 * sentence, in the place of a page whose every press would be refused. A page that stands nowhere here is for everyone.
 */
import {
  calendarReaders,
  callers,
  catalogueReaders,
  coordinators,
  gatherers,
  hearers,
  memberReaders,
  outcomeReaders,
  partners,
  referralReceivers,
  roles,
  type Role,
  settlers,
  staff,
  visitors,
} from '../../features/centre/roles.ts'

export type PageNeed = { needs: string; may: readonly Role[] }
type Search = { for?: string | undefined; mail?: number | undefined }

const listReaders = roles.filter((role) => [...coordinators, ...hearers].includes(role))
const report: PageNeed = { needs: 'showReportForm', may: visitors }
const reported: PageNeed = { needs: 'showVisit', may: staff }

export const pageNeeds = {
  '/ring': { needs: 'takeCompany', may: callers },
  '/ring/oevelse': { needs: 'showTraining', may: callers },
  '/virksomheder': { needs: 'listCompanies', may: staff },
  '/virksomheder/$id': { needs: 'showCompany', may: staff },
  '/import': { needs: 'uploadCompanies', may: coordinators },
  '/udtraek': { needs: 'listContactLists', may: listReaders },
  '/udtraek/$id': { needs: 'showContactList', may: listReaders },
  '/udtraek/$id/manus': { needs: 'writeScript', may: coordinators },
  '/kampagner': { needs: 'listCampaigns', may: staff },
  '/kampagner/$id': { needs: 'showCampaign', may: staff },
  '/indmeld': { needs: 'showHandIn', may: gatherers },
  '/indmeldt': { needs: 'showRound', may: coordinators },
  '/maal': { needs: 'listGoals', may: staff },
  '/hoering/$id': { needs: 'showHearing', may: hearers },
  '/kapacitet': { needs: 'showCapacity', may: staff },
  '/kalender': { needs: 'showCalendar', may: calendarReaders },
  '/bemanding': { needs: 'showStaffing', may: coordinators },
  '/bemanding/$id': { needs: 'showAsking', may: visitors },
  '/besoeg/$id/rapport': (search: Search) => (search.for === 'rapport' ? reported : report),
  '/aftaler': { needs: 'listPromises', may: staff },
  '/henvendelser': { needs: 'listEnquiries', may: staff },
  '/besoeg/$id/foer': { needs: 'showBeforeVisit', may: visitors },
  '/opslag': { needs: 'showLookUp', may: visitors },
  '/samtaleguide': { needs: 'showGuide', may: visitors },
  '/besoegsrapporter': { needs: 'listReports', may: staff },
  '/henvisninger': { needs: 'listReferrals', may: referralReceivers },
  '/konsulentmoede': { needs: 'listConsultantMeetings', may: visitors },
  '/konsulentmoede/$id': { needs: 'showConsultantMeeting', may: visitors },
  '/konsulentmoede/$id/skaerm': { needs: 'showConsultantMeeting', may: visitors },
  '/overlevering': { needs: 'listLeavings', may: memberReaders },
  '/overlevering/$id': { needs: 'showLeaving', may: staff },
  '/arbejdsgrupper': { needs: 'listGroups', may: referralReceivers },
  '/arbejdsgrupper/$id': { needs: 'showGroup', may: referralReceivers },
  '/sorteret-fra': { needs: 'listStruckCompanies', may: hearers },
  '/callcentre': { needs: 'listCallCentres', may: coordinators },
  '/fagomraader': { needs: 'listTradeAreas', may: staff },
  '/arrangementer': { needs: 'listGatherings', may: staff },
  '/arrangementer/$id/stand': { needs: 'showStandLink', may: staff },
  '/min-profil': { needs: 'showMyProfile', may: visitors },
  '/tip-i-mails': { needs: 'listMailedTips', may: coordinators },
  '/mails-om-besoeg': { needs: 'listMailedReports', may: coordinators },
  '/aktoerer': { needs: 'listPartners', may: visitors },
  '/aktoer': { needs: 'showMyPartner', may: partners },
  '/hold': { needs: 'listClasses', may: catalogueReaders },
  '/resultater': { needs: 'showOutcome', may: outcomeReaders },
  // One mail of one's own, from what waits, is everyone's.
  '/udbakke': (search: Search) => (search.mail === undefined ? { needs: 'listMails', may: settlers } : null),
  '/medlemmer': { needs: 'listMembers', may: memberReaders },
  '/regler': { needs: 'changeRules', may: settlers },
  '/grunde': { needs: 'changeRefusalReasons', may: coordinators },
  '/ledelse': { needs: 'listLeaderships', may: coordinators },
} as const satisfies Record<string, PageNeed | ((search: Search) => PageNeed | null)>

/** What the page at this address needs, as it stands there. */
export const needOf = (path: string, search: Search): PageNeed | null => {
  const need: PageNeed | ((search: Search) => PageNeed | null) | undefined = Object.entries(pageNeeds).find(
    ([of]) => of === path,
  )?.[1]
  return typeof need === 'function' ? need(search) : (need ?? null)
}
