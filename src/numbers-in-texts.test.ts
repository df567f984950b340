import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

// A number that a rule has stands with the rule, and a text takes it in: written a second time it goes stale in silence ("the next
// two weeks", of times that are looked for as far ahead as the centre chose). Texts that hold a number of their own are named here, each kind with its reason.

/** Digits outside addresses and codes, and the words for numbers from two on, by language. */
const numbers: Record<string, RegExp> = {
  da: /\d|(?<!\p{L})(to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten|tyve|tredive|fyrre|halvtreds|tres|firs|halvfems|hundrede|tusind|kvarter|halvt?)(?!\p{L})/iu,
  en: /\d|\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|dozen|half)\b/i,
}
/** The text of one: "1 company"; the words themselves. */
const ofOne = /_one(_|$)|^web_late_day$|^home_number_words$/

const own: Record<string, readonly string[]> = {
  'law and arithmetic, and how a public number is written':
    'company_people_notice company_people_problem_union_title may_contact_why_protected catalogue_reason_quick_number centre_school_institution_hint hand_in_why_digits official_codes_reason_cvr_length official_codes_reason_p_number official_codes_reason_industry official_codes_reason_postal_code official_codes_reason_phone official_codes_reason_cvr_rounded phone_numbers_not_a_number platform_file_mixed_encoding platform_file_encoding_guessed working_days_easter_monday working_days_whit_monday working_days_boxing_day working_days_holidays_text campaigns_problem_mix fair_shares_not_hundred capacity_meetings_help capacity_kinds_help capacity_offer_none'.split(
      ' ',
    ),
  'an example of what one may write, or advice about it':
    'web_date_unread web_time_unread catalogue_reason_count catalogue_reason_amount catalogue_reason_date company_people_note_hint goals_words_example hand_in_put_in_example home_first_list_text home_no_mail_message home_examples_message partners_field_name_example presence_days_none register_reason_date register_reason_employees regular_contacts_follow_up_example visits_contact_follow_up_example sign_in_password_hint sign_in_password_common contact_models_because_none_known campaigns_waiting_asks_text training_hears_haulier training_hears_cafe visits_about_hint visits_waiting_report_text announced_campaigns_text'.split(
      ' ',
    ),
  'how many stand in the sentence itself: both, the two of them, two rows':
    'platform_file_header_name_twice platform_file_heading_of_two_rows bookings_along_done call_centres_lists_text campaigns_answer_title campaigns_waiting_asks centre_rules_buffer free_slots_pair_points own_answers_problem_twice register_import_subtitle regular_contacts_waiting_claim learning_aims_said staffing_ahead_as_second staffing_ahead_points_along staffing_ahead_points_travel_along staffing_ahead_asking_second'.split(
      ' ',
    ),
  'a band of figures, whose name it is':
    'contact_models_employees_fifty_plus evaluation_size_small evaluation_size_middle evaluation_size_large'.split(' '),
  'the rule stands in a view of the database, which says what is due and not how long that is':
    'leaderships_subtitle queue_waiting_overdue referrals_at_four regular_contacts_waiting_lapses'.split(' '),
}
const named = new Set(Object.values(own).flat())

type Texts = Record<string, unknown>
const said = readdirSync('src', { recursive: true, encoding: 'utf8' }).flatMap((path) => {
  const language = /texts\.(\w+)\.json$/.exec(path)?.[1]
  if (!language) return []
  const texts = JSON.parse(readFileSync(`src/${path}`, 'utf8')) as Texts
  return Object.entries(texts).map(([key, text]) => ({
    language,
    key,
    text: JSON.stringify(text).replaceAll(/\{\w+\}|\\n/g, ' '),
  }))
})
const holding = said.filter(({ language, key, text }) => numbers[language]?.test(text) && !ofOne.test(key))

test('a text takes the numbers of rules in, and says none by itself', () => {
  expect(
    holding.filter(({ key }) => !named.has(key)).map(({ key, language, text }) => `${language} ${key}: ${text}`),
  ).toEqual([])
})

test('whoever is named here still holds a number', () => {
  const found = new Set(holding.map(({ key }) => key))
  expect([...named].filter((key) => !found.has(key))).toEqual([])
})
