import * as m from '#texts'
import type { Language, Message } from '#platform/text/language'

/**
 * What a visit was about, a closed list: kinds of education (domain.md, rows 20 and 28) and what stands in the way
 * (row 21). `sensitive`: says something about people's health or abilities; it stands inside the report, never in a list,
 * an export, a thread or a figure beside a company.
 */
const one = <T extends Record<string, { kind: 'education' | 'task' | 'obstacle'; name: Message; sensitive?: true }>>(
  table: T,
) => table

export const topics = one({
  'fvu-danish': { kind: 'education', name: m.visits_topic_fvu_danish },
  'fvu-maths': { kind: 'education', name: m.visits_topic_fvu_maths },
  'fvu-english': { kind: 'education', name: m.visits_topic_fvu_english },
  'fvu-digital': { kind: 'education', name: m.visits_topic_fvu_digital },
  'fvu-start': { kind: 'education', name: m.visits_topic_fvu_start },
  obu: { kind: 'education', name: m.visits_topic_obu, sensitive: true },
  avu: { kind: 'education', name: m.visits_topic_avu },
  hf: { kind: 'education', name: m.visits_topic_hf },
  amu: { kind: 'education', name: m.visits_topic_amu },
  ikv: { kind: 'education', name: m.visits_topic_ikv },
  'adult-apprentice': { kind: 'education', name: m.visits_topic_adult_apprentice },
  academy: { kind: 'education', name: m.visits_topic_academy },
  'danish-for-foreigners': { kind: 'education', name: m.visits_topic_danish_for_foreigners },
  screening: { kind: 'task', name: m.visits_topic_screening },
  plan: { kind: 'task', name: m.visits_topic_plan },
  funds: { kind: 'task', name: m.visits_topic_funds },
  'job-rotation': { kind: 'task', name: m.visits_topic_job_rotation },
  'new-technology': { kind: 'task', name: m.visits_topic_new_technology },
  recruiting: { kind: 'task', name: m.visits_topic_recruiting },
  'learn-from': { kind: 'task', name: m.visits_topic_learn_from },
  'obstacle-time': { kind: 'obstacle', name: m.visits_topic_obstacle_time },
  'obstacle-production': { kind: 'obstacle', name: m.visits_topic_obstacle_production },
  'obstacle-manager': { kind: 'obstacle', name: m.visits_topic_obstacle_manager },
  'obstacle-school': { kind: 'obstacle', name: m.visits_topic_obstacle_school },
  'obstacle-pay': { kind: 'obstacle', name: m.visits_topic_obstacle_pay },
  'obstacle-few': { kind: 'obstacle', name: m.visits_topic_obstacle_few },
  'obstacle-tailored': { kind: 'obstacle', name: m.visits_topic_obstacle_tailored },
})

export type Topic = keyof typeof topics
type Kept<Kind> = { [k in Topic]: (typeof topics)[k]['kind'] extends Kind ? k : never }[Topic]
const isTopic = (code: string): code is Topic => Object.hasOwn(topics, code)
const codes = Object.keys(topics).filter(isTopic)
const only = <Kind extends string>(kind: Kind) => codes.filter((code): code is Kept<Kind> => topics[code].kind === kind)

export const topicCodes = codes
export const educationCodes = only('education')
export const taskCodes = only('task')
export const obstacleCodes = only('obstacle')
export const isSensitive = (code: string) => isTopic(code) && 'sensitive' in topics[code]
/** What a list may show and be filtered by. */
export const openTopicCodes = codes.filter((code) => !isSensitive(code))
export const topicName = (code: string, language: Language) =>
  isTopic(code) ? topics[code].name({}, { locale: language }) : code
