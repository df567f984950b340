/**
 * Who may what, written by hand from what the roles are for: groups as a person thinks of the work, each with its roles and the verbs
 * (operationId) in it. The contracts say the same in their `can`; `who-may-what.test.ts` compares, and docs/who-may-what.md shows it.
 */
import type { Role } from './features/centre/roles.ts'

type Who = readonly Role[] | 'anyone' | 'public'
export type Work = {
  what: string
  /** What the verb alone does not say: whose rows, and under which condition. */
  but?: string
  who: Who
  verbs: readonly string[]
}

export const whoMayWhat: readonly Work[] = [
  {
    what: 'Come in, and leave',
    who: 'public',
    verbs: ['showFront', 'signIn', 'signInDemo', 'signOut', 'setUpCentre', 'showInvitation', 'acceptInvitation'],
  },
  {
    what: 'My own browsers and my password',
    but: 'Only in a browser that is signed in; no token.',
    who: 'public',
    verbs: ['listMySessions', 'endOtherSessions', 'changePassword', 'proveAgain'],
  },
  {
    what: 'A forgotten password, by a link that works once',
    who: 'public',
    verbs: ['forgetPassword', 'showPasswordLink', 'choosePassword'],
  },
  {
    what: 'A company, on its own page by its link',
    who: 'public',
    verbs: ['showCase', 'confirmMeeting', 'listCaseSlots', 'moveCaseMeeting', 'cancelCaseMeeting', 'stopContact'],
  },
  {
    what: 'Who I am, what waits for me, the names of schools, places and rules',
    who: 'anyone',
    verbs: [
      'showMe',
      'changeMyLanguage',
      'listWaiting',
      'listSchools',
      'showRules',
      'showWorkingDays',
      'showRegisterChoices',
    ],
  },
  {
    what: 'Mails that I wrote',
    but: 'Everyone his own; the coordinator everybody’s, without the secrets in them.',
    who: 'anyone',
    verbs: ['showMail', 'sendMailAgain', 'putMailAside', 'openMailLink'],
  },
  { what: 'See and end my tokens', who: 'anyone', verbs: ['listTokens', 'revokeToken'] },
  {
    what: 'Make a token',
    but: 'Whoever works here: council and partners look, in their browser.',
    who: ['administrator', 'coordinator', 'consultant', 'caller', 'leader', 'employee', 'teacher'],
    verbs: ['makeToken'],
  },

  // ---- The house
  {
    what: 'Hand out a link to who has forgotten the password',
    but: 'In person, shown once; the person is told.',
    who: ['administrator'],
    verbs: ['makePasswordLink'],
  },
  {
    what: 'The rules and the schools',
    who: ['administrator', 'coordinator'],
    verbs: ['changeRules', 'addSchool', 'changeCallingHours'],
  },
  {
    what: 'Close the centre or a school for some days',
    but: 'The leader the own school.',
    who: ['administrator', 'coordinator', 'leader'],
    verbs: ['addClosedDays', 'removeClosedDays'],
  },
  {
    what: 'Whether mails arrive',
    but: 'The administrator without subject and words.',
    who: ['administrator', 'coordinator'],
    verbs: ['listMails'],
  },
  { what: 'The file of a mail', who: ['coordinator'], verbs: ['showMailAttachment'] },
  {
    what: 'Who works here, and how to reach them',
    who: ['administrator', 'coordinator', 'consultant', 'leader'],
    verbs: ['listMembers'],
  },
  {
    what: 'Invite, give another role or school, send away',
    but: 'Administrator any role. Coordinator: consultant, caller, partner, council, and a school’s first leader. Leader: the own school’s.',
    who: ['administrator', 'coordinator', 'leader'],
    verbs: [
      'listInvitations',
      'invite',
      'sendInvitationAgain',
      'withdrawInvitation',
      'showMemberLooseEnds',
      'endMembership',
      'showMemberChange',
      'changeMember',
    ],
  },
  { what: 'Agree to a new member of the own school', who: ['leader'], verbs: ['agreeToMember'] },

  // ---- Companies
  {
    what: 'Files of companies and classes come in, and are taken back',
    who: ['coordinator'],
    verbs: [
      'uploadCompanies',
      'listImports',
      'showImport',
      'tryImport',
      'runImport',
      'undoImport',
      'listImportErrors',
      'importClasses',
      'listClassImports',
      'listClassImportErrors',
      'undoClassImport',
    ],
  },
  {
    what: 'The companies in full: card, thread, calls, waits, meetings, reports',
    who: ['coordinator', 'consultant', 'leader'],
    verbs: [
      'listCompanies',
      'countCompanies',
      'showCompany',
      'listCompanyEvents',
      'listCorrections',
      'listCompanyCalls',
      'listWaits',
      'judgeContact',
      'showBooking',
      'showVisit',
      'listVisits',
    ],
  },
  {
    what: 'Leave a company alone, or record why we may contact it',
    who: ['coordinator', 'consultant'],
    verbs: ['giveWait', 'recordBasis', 'withdrawBasis'],
  },
  {
    what: 'See whether a company is one leadership or shared',
    who: ['coordinator', 'consultant', 'leader'],
    verbs: ['showLeadership'],
  },
  {
    what: 'Decide that it is one leadership or shared, and take that back',
    who: ['coordinator', 'consultant'],
    verbs: ['decideLeadership', 'undoLeadership'],
  },
  { what: 'See which companies look like shared leadership', who: ['coordinator'], verbs: ['listLeaderships'] },
  { what: 'Overrule a wait, with the reason', who: ['coordinator'], verbs: ['liftWait', 'undoLift'] },
  {
    what: 'Links to a company’s own page, and a look at it',
    who: ['coordinator', 'consultant'],
    verbs: ['listCompanyLinks', 'sendCompanyLink', 'revokeCompanyLink', 'previewCase'],
  },

  // ---- Lists and hearings
  {
    what: 'Draw, send to hearing, end, close; the script',
    who: ['coordinator'],
    verbs: [
      'makeContactList',
      'changeContactList',
      'countDraw',
      'showDrawChoices',
      'drawList',
      'showListLooseEnds',
      'closeList',
      'startHearing',
      'remindSchools',
      'endHearing',
      'moveDeadline',
      'askSomeone',
      'writeScript',
    ],
  },
  {
    what: 'See lists and why a company is in or out',
    but: 'Schools from the hearing on; a school employee as long as it runs.',
    who: ['coordinator', 'consultant', 'leader', 'employee'],
    verbs: ['listContactLists', 'showContactList', 'listDrawnCompanies', 'showListHearing', 'listOpenHearings'],
  },
  {
    what: 'Answer a hearing for the own school',
    but: 'When the leader has agreed to the member; a school employee as long as it runs.',
    who: ['consultant', 'leader', 'employee'],
    verbs: [
      'showHearing',
      'listHeardCompanies',
      'strikeCompanies',
      'strikeCertain',
      'undoStrikes',
      'keepCompanies',
      'undoKeeps',
      'answerHearing',
      'reopenAnswer',
    ],
  },
  {
    what: 'The school’s own contact list',
    but: 'When the leader has agreed to the member.',
    who: ['consultant', 'leader'],
    verbs: ['uploadContacts', 'listContactUploads', 'undoContactUpload', 'listUploadErrors', 'listSchoolContacts'],
  },

  // ---- Calls
  {
    what: 'Call: the queue, the script, the company under call, free times, own notes of today',
    who: ['coordinator', 'consultant', 'caller'],
    verbs: [
      'showQueue',
      'takeCompany',
      'showHold',
      'renewHold',
      'skipCompany',
      'releaseHold',
      'answerCall',
      'correctCall',
      'takeBackCall',
      'listMyCalls',
      'listScripts',
      'listFreeSlots',
      'listRefusalReasons',
    ],
  },
  { what: 'Who declines, and why', who: ['coordinator', 'consultant', 'leader'], verbs: ['showDeclines'] },
  { what: 'Say what holds of a workplace that got another owner', who: ['coordinator'], verbs: ['answerMovedPlace'] },
  { what: 'Choose the reasons for a no', who: ['coordinator'], verbs: ['changeRefusalReasons'] },

  // ---- Meetings, visits, promises
  {
    what: 'Everyone’s calendars',
    who: ['coordinator', 'consultant', 'leader'],
    verbs: ['showCalendar'],
  },
  {
    what: 'Book and visit: own calendar, meetings, reports',
    but: 'Own hours and reports; the coordinator everybody’s.',
    who: ['coordinator', 'consultant'],
    verbs: [
      'changeWorkingHours',
      'addAbsence',
      'removeAbsence',
      'bookMeeting',
      'findPlaces',
      'moveBooking',
      'cancelBooking',
      'acknowledgeBooking',
      'tellNotMet',
      'inviteAgain',
      'listNewTimes',
      'takeNewTime',
      'leaveNewTime',
      'showReportForm',
      'saveDraft',
      'dropDraft',
      'reportVisit',
      'changeVisit',
      'answerNeed',
      'closeNeed',
      'reopenNeed',
    ],
  },
  {
    what: 'Promises and handing them over',
    but: 'The own ones; the coordinator everybody’s. To another school’s people it is asked, and they say yes.',
    who: ['coordinator', 'consultant', 'leader'],
    verbs: [
      'listPromises',
      'listPromiseOwners',
      'showPromise',
      'makePromise',
      'keepPromise',
      'undoKeeping',
      'dropPromise',
      'undoDrop',
      'changePromiseDate',
      'offerHandover',
      'acceptHandover',
      'declineHandover',
      'withdrawHandover',
      'listStillOpen',
      'listMovedPlaces',
      'sayStillAgreed',
    ],
  },
  {
    what: 'Who has a company, taking it, handing it over, following up',
    but: 'The own ones; the coordinator everybody’s. Nobody gets a company without a yes.',
    who: ['coordinator', 'consultant', 'leader'],
    verbs: [
      'showCompanyContact',
      'listRegularContacts',
      'takeRegularContact',
      'changeDeputy',
      'endRegularContact',
      'agreeFollowUp',
      'doFollowUp',
      'undoFollowUp',
      'offerRegularContact',
      'acceptRegularContact',
      'declineRegularContact',
      'withdrawRegularContact',
      'claimRegularContact',
      'withdrawClaim',
    ],
  },
  {
    what: 'Who has a company when two say so',
    who: ['coordinator'],
    verbs: ['decideClaim'],
  },
  {
    what: 'A company, a citizen or an employee turned to us: written down by whoever was reached',
    but: 'Who knows no companies writes name and number, and no card opens.',
    who: ['administrator', 'coordinator', 'consultant', 'caller', 'leader', 'employee', 'teacher'],
    verbs: ['registerEnquiry', 'showToGuidance'],
  },
  {
    what: 'Companies that turned to us: taken, passed on, answered',
    but: 'At the own school; the coordinator everybody’s.',
    who: ['coordinator', 'consultant', 'leader'],
    verbs: [
      'findEnquirers',
      'listEnquiries',
      'showEnquiry',
      'takeEnquiry',
      'passEnquiryOn',
      'answerEnquiry',
      'listSchoolReach',
    ],
  },
  {
    what: 'What a school answers for, and where',
    but: 'A leader the own school’s.',
    who: ['administrator', 'coordinator', 'leader'],
    verbs: ['changeSchoolReach'],
  },
  {
    what: 'How many citizens and employees were shown to guidance',
    who: ['coordinator'],
    verbs: ['listGuidance'],
  },

  // ---- Education and what came of it
  {
    what: 'Classes of all providers',
    who: ['coordinator', 'consultant', 'leader', 'council', 'teacher'],
    verbs: ['showCatalogue', 'listClasses'],
  },
  {
    what: 'What came of the lists, no figure under five',
    who: ['coordinator', 'consultant', 'leader', 'council'],
    verbs: ['showOutcome'],
  },
]
