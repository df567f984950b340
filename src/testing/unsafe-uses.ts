/** Where something steps past a rule, by name: adding one here is a decision that somebody reads. */
export const unsafeUses: Record<string, readonly string[]> = {
  'src/features/queue/room.ts': ['unsafe_queue_register_added', 'unsafe_queue_register_changed'],
  'src/features/centre/centre.sql.ts': ['unsafe_centre_ids', 'unsafe_make_centre', 'unsafe_make_first_centre'],
  // Whose tables they read.
  'src/features/centre/room.ts': [
    'unsafe_centre_ids',
    'unsafe_is_demo',
    'unsafe_make_centre',
    'unsafe_make_first_centre',
  ],
  'db/migrations/0290-a-school-agrees-to-its-members.sql': ['unsafe_asker_of_session', 'unsafe_asker_of_token'],
  'db/migrations/0291-a-session-knows-when-it-was-proved.sql': ['unsafe_asker_of_session'],
  'db/migrations/0294-named-people-read-together.sql': ['unsafe_circle_is_empty', 'unsafe_my_circles'],
  'db/migrations/0710-a-circle-asks-people-in.sql': [
    'unsafe_circle_is_empty',
    'unsafe_my_circles',
    'unsafe_out_of_circle',
  ],
  'src/features/circles/circles.sql.ts': ['unsafe_out_of_circle'],
  'src/features/circles/room.ts': ['unsafe_circle_is_empty', 'unsafe_my_circles', 'unsafe_out_of_circle'],
  // A name is one for all centres: one of them does not correct it alone.
  'db/migrations/0340-a-member-comes-to-another-place.sql': ['unsafe_belongs_elsewhere'],
  'db/migrations/0380-the-size-of-the-whole-company.sql': ['unsafe_own_companies_follow'],
  'db/migrations/0410-how-a-company-stands.sql': ['unsafe_queue_register_changed'],
  'db/migrations/0464-a-place-moves-in-every-centre.sql': ['unsafe_note_own_places_registered'],
  'src/features/members/members.sql.ts': ['unsafe_belongs_elsewhere'],
  'src/features/members/room.ts': ['unsafe_asker_of_token', 'unsafe_belongs_elsewhere'],
  'src/features/members/tokens.sql.ts': ['unsafe_asker_of_token'],
  // Whether somebody has begun to write, never what: so that he is not asked to.
  'db/migrations/0701-words-that-came-by-mail.sql': ['unsafe_report_begun'],
  'src/features/mailed-reports/meetings.sql.ts': ['unsafe_report_begun'],
  'src/features/visits/room.ts': ['unsafe_leavers_drafts_go', 'unsafe_report_begun'],
  // What only its writer read goes, unread, when he has left.
  'db/migrations/0721-what-somebody-kept-to-himself-goes.sql': ['unsafe_leavers_drafts_go', 'unsafe_leavers_notes_go'],
  'src/features/notes/notes.sql.ts': ['unsafe_leavers_notes_go'],
  'src/features/notes/room.ts': ['unsafe_leavers_notes_go'],
  'src/features/visits/drafts.sql.ts': ['unsafe_leavers_drafts_go'],
  // They end with the report, or with who has left: the house removes what it cannot read.
  'db/migrations/0703-words-that-came-by-mail-end.sql': ['unsafe_end_mailed_words'],
  'src/features/mailed-words/mailed-words.sql.ts': ['unsafe_end_mailed_words'],
  'src/features/mailed-words/room.ts': ['unsafe_end_mailed_words'],
  // What one says to oneself goes with one's place; whoever takes the place cannot see it.
  'db/migrations/0725-where-i-stand.sql': ['unsafe_own_steps_go'],
  'src/features/competence-profiles/room.ts': ['unsafe_own_steps_go'],
  'db/migrations/0755-what-is-new-is-told-by-mail.sql': ['unsafe_notices_go'],
  'src/features/notices/room.ts': ['unsafe_notices_go'],
  // With its last reader, a part of a report: removed unread.
  'db/migrations/0716-a-part-of-a-report-for-named-readers.sql': ['unsafe_end_restricted_parts', 'unsafe_my_circles'],
  'src/features/restricted-parts/restricted-parts.sql.ts': ['unsafe_end_restricted_parts'],
  'src/features/restricted-parts/room.ts': ['unsafe_end_restricted_parts'],
  'src/features/sign-in/room.ts': ['unsafe_asker_of_session'],
  'src/features/sign-in/sign-in.sql.ts': ['unsafe_asker_of_session'],
  'src/platform/reach.ts': ['unsafe_centre_ids'],
  'src/platform/db/embedded/embedded.ts': ['unsafeSuperuserUrl'],
  'src/platform/db/embedded/roles.ts': ['unsafeSuperuserUrl'],
  'src/start.ts': ['unsafe_is_demo'],
  'db/migrations/0001-house.sql': [
    'unsafe_asker_of_session',
    'unsafe_asker_of_token',
    'unsafe_centre_ids',
    'unsafe_is_demo',
    'unsafe_make_centre',
  ],
  'db/migrations/0052-one-first-centre.sql': ['unsafe_make_first_centre'],
  'db/migrations/0200-own-before-register.sql': ['unsafe_own_companies_follow'],
  'db/migrations/0210-who-asks-is-read-by-the-view-of-members.sql': ['unsafe_asker_of_session'],
  'db/migrations/0274-sessions-know-when-they-were-seen.sql': ['unsafe_asker_of_session'],
  'db/migrations/0273-tokens-end-and-say-what-they-may.sql': ['unsafe_asker_of_token'],
  'db/migrations/0321-who-asks-in-one-plan.sql': ['unsafe_asker_of_session', 'unsafe_asker_of_token'],
  // The register is all centres': what changed in it is noted for each.
  'db/migrations/0120-the-queue-is-a-read-model.sql': ['unsafe_queue_register_added', 'unsafe_queue_register_changed'],
}
