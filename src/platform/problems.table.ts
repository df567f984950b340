/**
 * Every error of the product: its status and its text. The codes are stable, callers may rely on them.
 * A sentence says what happened, where, and what to do. Placeholders in braces are filled by whoever throws.
 * The trade's own codes stand below the platform's, by room, so that one union holds them all; their texts are their room's.
 */
import * as m from '#texts'
import type { Sentence } from './text/language.ts'

const one = <T extends Record<string, { status: number; text: Sentence }>>(table: T) => table

export const problems = one({
  'not-signed-in': { status: 401, text: m.platform_problem_not_signed_in },
  'wrong-password': { status: 401, text: m.platform_problem_wrong_password },
  'too-many-tries': { status: 429, text: m.platform_problem_too_many_tries },
  'not-allowed': { status: 403, text: m.platform_problem_not_allowed },
  'not-by-token': { status: 403, text: m.platform_problem_not_by_token },
  'token-only-reads': { status: 403, text: m.platform_problem_token_only_reads },
  'not-found': { status: 404, text: m.platform_problem_not_found },
  'no-such-address': { status: 404, text: m.platform_problem_no_such_address },
  'wrong-method': { status: 405, text: m.platform_problem_wrong_method },
  'wrong-input': { status: 422, text: m.platform_problem_wrong_input },
  'not-json': { status: 400, text: m.platform_problem_not_json },
  'too-deep': { status: 400, text: m.platform_problem_too_deep },
  'too-large': { status: 413, text: m.platform_problem_too_large },
  'too-slow': { status: 408, text: m.platform_problem_too_slow },
  'too-many-at-once': { status: 429, text: m.platform_problem_too_many_at_once },
  'sender-gone': { status: 400, text: m.platform_problem_sender_gone },
  'wrong-content-type': { status: 415, text: m.platform_problem_wrong_content_type },
  'wrong-origin': { status: 403, text: m.platform_problem_wrong_origin },
  'key-reused': { status: 422, text: m.platform_problem_key_reused },
  'still-running': { status: 409, text: m.platform_problem_still_running },
  'bad-cursor': { status: 422, text: m.platform_problem_bad_cursor },
  'changed-meanwhile': { status: 409, text: m.platform_problem_changed_meanwhile },
  'already-exists': { status: 409, text: m.platform_problem_already_exists },
  'takes-too-long': { status: 503, text: m.platform_problem_takes_too_long },
  busy: { status: 503, text: m.platform_problem_busy },
  'database-away': { status: 503, text: m.platform_problem_database_away },
  'disk-full': { status: 507, text: m.platform_problem_disk_full },
  unexpected: { status: 500, text: m.platform_problem_unexpected },

  // centre
  'no-council': { status: 409, text: m.centre_problem_no_council },
  'school-in-use': { status: 409, text: m.centre_problem_school_in_use },

  // members
  'invitation-used': { status: 410, text: m.members_problem_invitation_used },
  'too-many-mails': { status: 429, text: m.members_problem_too_many_mails },
  'school-not-agreed': { status: 403, text: m.members_problem_school_not_agreed },
  'first-leader-only': { status: 403, text: m.members_problem_first_leader_only },
  'name-is-shared': { status: 409, text: m.members_problem_name_is_shared },
  'last-administrator': { status: 409, text: m.members_problem_last_administrator },

  // sign-in
  'already-set-up': { status: 409, text: m.sign_in_problem_already_set_up },
  'prove-again': { status: 403, text: m.my_access_problem_prove_again },
  'password-link-over': { status: 410, text: m.my_access_problem_password_link_over },
  'wrong-word': { status: 403, text: m.sign_in_problem_wrong_word },
  'demo-only': { status: 404, text: m.sign_in_problem_demo_only },

  // measures
  'taken-enough': { status: 429, text: m.measures_problem_taken_enough },
  'let-go-enough': { status: 429, text: m.measures_problem_let_go_enough },

  // imports
  'file-refused': { status: 422, text: m.imports_problem_file_refused },
  'columns-not-chosen': { status: 422, text: m.imports_problem_columns_not_chosen },
  'import-undone': { status: 409, text: m.imports_problem_import_undone },
  'import-running': { status: 409, text: m.imports_problem_import_running },
  'import-over': { status: 409, text: m.imports_problem_import_over },

  // register
  'import-newer-changes': { status: 409, text: m.register_problem_import_newer_changes },
  'import-in-use': { status: 409, text: m.register_problem_import_in_use },

  // leaderships
  'one-leadership': { status: 409, text: m.leaderships_problem_one_leadership },

  // may-contact
  'member-left': { status: 409, text: m.members_problem_member_left },
  'may-not-contact': { status: 409, text: m.may_contact_problem_may_not_contact },
  'already-lifted': { status: 409, text: m.may_contact_problem_already_lifted },

  // phone-numbers
  'number-changed': { status: 409, text: m.phone_numbers_problem_changed },

  // company-people
  'union-title': { status: 422, text: m.company_people_problem_union_title },

  // links
  'link-revoked': { status: 410, text: m.links_problem_link_revoked },
  'company-without-address': { status: 409, text: m.links_problem_company_without_address },
  'person-without-mail': { status: 409, text: m.links_problem_person_without_mail },

  // mails
  'link-shown': { status: 409, text: m.mails_problem_link_shown },

  // school-contacts
  'contacts-not-kept': { status: 409, text: m.school_contacts_problem_not_kept },
  'contacts-too-many': { status: 409, text: m.school_contacts_problem_too_many },
  'leader-deletes': { status: 403, text: m.school_contacts_problem_leader_deletes },
  'newer-upload': { status: 409, text: m.school_contacts_problem_newer_upload },

  // catalogue
  'class-import-newer': { status: 409, text: m.catalogue_problem_class_import_newer },

  // promises
  'promise-closed': { status: 409, text: m.promises_problem_promise_closed },
  'promise-not-closed': { status: 409, text: m.promises_problem_promise_not_closed },
  'needs-acceptance': { status: 409, text: m.promises_problem_needs_acceptance },
  'handover-answered': { status: 409, text: m.promises_problem_handover_answered },

  // regular-contacts
  'contact-taken': { status: 409, text: m.regular_contacts_problem_taken },
  'contact-free': { status: 409, text: m.regular_contacts_problem_free },
  'contact-asked': { status: 409, text: m.regular_contacts_problem_asked },
  'contact-answered': { status: 409, text: m.regular_contacts_problem_answered },
  'follow-up-over': { status: 409, text: m.regular_contacts_problem_follow_up_over },

  // contact-questions
  'nothing-to-ask': { status: 409, text: m.contact_questions_problem_nothing_to_ask },
  'question-answered': { status: 409, text: m.contact_questions_problem_answered },
  // company-messages
  'message-answered': { status: 409, text: m.company_messages_problem_answered },
  'written-enough': { status: 429, text: m.company_messages_problem_enough },

  // staffing-ahead
  'staffing-moved': { status: 409, text: m.staffing_ahead_problem_moved },
  'staffing-filled': { status: 409, text: m.staffing_ahead_problem_filled },
  'staffing-busy': { status: 409, text: m.staffing_ahead_problem_busy },
  'staffing-asked': { status: 409, text: m.staffing_ahead_problem_asked },
  'staffing-answered': { status: 409, text: m.staffing_ahead_problem_answered },
  // referrals
  'referral-taken': { status: 409, text: m.referrals_problem_taken },
  'referral-answered': { status: 409, text: m.referrals_problem_answered },
  'referral-ended': { status: 409, text: m.referrals_problem_ended },
  'referral-not-taken': { status: 409, text: m.referrals_problem_not_taken },
  'referral-not-answered': { status: 409, text: m.referrals_problem_not_answered },
  'referral-not-ended': { status: 409, text: m.referrals_problem_not_ended },
  // reports
  'too-many-searches': { status: 409, text: m.reports_problem_too_many },
  // before-visit
  'visit-of-others': { status: 403, text: m.before_visit_problem_others },
  // groups
  'group-runs': { status: 409, text: m.groups_problem_runs },
  'group-ended': { status: 409, text: m.groups_problem_ended },
  'group-answered': { status: 409, text: m.groups_problem_answered },
  'group-leads': { status: 409, text: m.groups_problem_leads },
  'group-task-ended': { status: 409, text: m.groups_problem_task_ended },
  'group-tasks-open': { status: 409, text: m.groups_problem_tasks_open },
  'group-price': { status: 409, text: m.groups_problem_price },
  // enquiries
  'enquiry-ended': { status: 409, text: m.enquiries_problem_ended },
  'enquiry-taken': { status: 409, text: m.enquiries_problem_taken },

  // tips
  'tip-ended': { status: 409, text: m.tips_problem_ended },
  'tip-taken': { status: 409, text: m.tips_problem_taken },
  'tip-unnamed': { status: 409, text: m.tips_problem_unnamed },
  'mail-settled': { status: 409, text: m.incoming_mails_problem_settled },
  'mailed-report-taken': { status: 409, text: m.mailed_reports_problem_taken },
  'mailed-report-too-late': { status: 409, text: m.mailed_reports_problem_too_late },
  'mailed-tip-gone-on': { status: 409, text: m.mailed_tips_problem_gone_on },
  'no-mailbox': { status: 409, text: m.incoming_mails_problem_no_mailbox },
  'presence-day-over': { status: 409, text: m.presence_days_problem_over },
  'presence-day-ahead': { status: 409, text: m.presence_days_problem_ahead },
  'presence-day-changed': { status: 409, text: m.presence_days_problem_changed },
  'presence-day-busy': { status: 409, text: m.presence_days_problem_busy },
  'joint-visit-over': { status: 409, text: m.joint_visits_problem_over },
  'joint-visit-changed': { status: 409, text: m.joint_visits_problem_changed },
  'joint-visit-busy': { status: 409, text: m.joint_visits_problem_busy },
  'gathering-over': { status: 409, text: m.gatherings_problem_over },
  'gathering-not-yet': { status: 409, text: m.gatherings_problem_not_yet },
  'gathering-busy': { status: 409, text: m.gatherings_problem_busy },
  'gathering-seats-taken': { status: 409, text: m.gatherings_problem_seats_taken },

  // lists
  'campaign-settled': { status: 409, text: m.campaigns_problem_settled },
  'campaign-over': { status: 409, text: m.campaigns_problem_over },
  'campaign-not-asking': { status: 409, text: m.campaigns_problem_not_asking },
  'campaign-answered': { status: 409, text: m.campaigns_problem_answered },
  'campaign-lists-open': { status: 409, text: m.campaigns_problem_lists_open },
  'mix-incomplete': { status: 422, text: m.campaigns_problem_mix },
  'mix-why': { status: 422, text: m.campaigns_problem_why },
  'mix-calls-nobody': { status: 422, text: m.campaigns_problem_nobody },
  'list-frozen': { status: 409, text: m.lists_problem_list_frozen },
  'draw-used': { status: 409, text: m.lists_problem_draw_used },
  'list-empty': { status: 409, text: m.lists_problem_list_empty },
  'list-closed': { status: 409, text: m.lists_problem_list_closed },
  'not-drawn': { status: 409, text: m.lists_problem_not_drawn },

  // hearings
  'hearing-over': { status: 409, text: m.hearings_problem_hearing_over },
  'deadline-passed': { status: 422, text: m.hearings_problem_deadline_passed },
  'hearing-answered': { status: 409, text: m.hearings_problem_hearing_answered },
  'leader-hands-in': { status: 403, text: m.hearings_problem_leader_hands_in },
  'not-looked-at': { status: 409, text: m.hearings_problem_not_looked_at },
  'schools-missing': { status: 409, text: m.hearings_problem_schools_missing },
  'already-struck': { status: 409, text: m.hearings_problem_already_struck },
  'colleague-decided': { status: 409, text: m.hearings_problem_colleague_decided },

  // hearing-shares
  'share-taken': { status: 409, text: m.hearing_shares_problem_taken },

  // struck-companies
  'struck-taken': { status: 409, text: m.struck_companies_problem_taken },
  'struck-plan-late': { status: 422, text: m.struck_companies_problem_plan_late },

  // call-centres
  'call-centre-there': { status: 409, text: m.call_centres_problem_there },
  'call-centre-reckoned': { status: 409, text: m.call_centres_problem_reckoned },
  // networks
  'network-there': { status: 409, text: m.networks_problem_there },
  // capacity
  'capacity-lower-only': { status: 403, text: m.capacity_problem_lower_only },
  'capacity-said-since': { status: 409, text: m.capacity_problem_said_since },

  // handed-in
  'hand-in-full': { status: 409, text: m.hand_in_problem_full },
  'hand-in-tries': { status: 429, text: m.hand_in_problem_tries },
  'nothing-to-hand-in': { status: 409, text: m.hand_in_problem_nothing },
  'no-share-to-hand-in': { status: 409, text: m.hand_in_problem_no_share },
  'handed-in-sent': { status: 409, text: m.hand_in_problem_sent },
  'round-changed': { status: 409, text: m.handed_in_problem_round_changed },
  'nothing-to-send': { status: 409, text: m.handed_in_problem_nothing_to_send },

  // free-slots
  'week-full': { status: 409, text: m.free_slots_problem_week_full },
  'slot-taken': { status: 409, text: m.free_slots_problem_slot_taken },
  'day-off': { status: 422, text: m.free_slots_problem_day_off },
  'outside-working-hours': { status: 422, text: m.free_slots_problem_outside_working_hours },
  'field-unrelated': { status: 422, text: m.free_slots_problem_field_unrelated },
  'slot-passed': { status: 422, text: m.free_slots_problem_slot_passed },

  // bookings
  'meeting-kind': { status: 409, text: m.bookings_problem_kind },
  'booking-cancelled': { status: 409, text: m.bookings_problem_booking_cancelled },
  'company-has-booking': { status: 409, text: m.bookings_problem_company_has_booking },

  // consultant meetings
  'idea-settled': { status: 409, text: m.teaching_ideas_problem_settled },
  'meeting-over': { status: 409, text: m.meeting_dates_problem_over },
  'meeting-closed': { status: 409, text: m.consultant_meetings_problem_closed },
  'meeting-point-settled': { status: 409, text: m.consultant_meetings_problem_settled },
  'meeting-point-gone': { status: 409, text: m.consultant_meetings_problem_gone },

  // leavings
  'leaving-announced': { status: 409, text: m.leavings_problem_announced },
  'leaving-answered': { status: 409, text: m.leavings_problem_answered },
  'leaving-busy': { status: 409, text: m.leavings_problem_busy },

  // other-calendars
  'calendars-not-kept': { status: 409, text: m.other_calendars_problem_not_kept },
  'calendars-enough': { status: 409, text: m.other_calendars_problem_enough },

  // visits
  'visit-reported': { status: 409, text: m.visits_problem_visit_reported },
  'need-settled': { status: 409, text: m.visits_problem_need_settled },
  'visit-in-future': { status: 422, text: m.visits_problem_visit_in_future },

  // own-answers
  'own-answer-over': { status: 409, text: m.own_answers_problem_over },

  // queue
  'outside-calling-hours': { status: 409, text: m.queue_problem_outside_calling_hours },
  'may-not-call': { status: 409, text: m.queue_problem_may_not_call },
  'not-your-call': { status: 409, text: m.queue_problem_not_your_call },

  // calls
  'call-back-time': { status: 422, text: m.calls_problem_call_back_time },
  'already-corrected': { status: 409, text: m.calls_problem_already_corrected },
})

export type ProblemCode = keyof typeof problems
