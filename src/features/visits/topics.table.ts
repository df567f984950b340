/**
 * What a visit was about, a closed list: kinds of education (domain.md, rows 20 and 28) and what stands in the way
 * (row 21). `sensitive`: says something about people's health or abilities; it stands inside the report, never in a list,
 * an export, a thread or a figure beside a company.
 */
const one = <
  T extends Record<string, { kind: 'education' | 'task' | 'obstacle'; da: string; en: string; sensitive?: true }>,
>(
  table: T,
) => table

export const topics = one({
  'fvu-danish': { kind: 'education', da: 'FVU-dansk', en: 'FVU Danish' },
  'fvu-maths': { kind: 'education', da: 'FVU-matematik', en: 'FVU maths' },
  'fvu-english': { kind: 'education', da: 'FVU-engelsk', en: 'FVU English' },
  'fvu-digital': { kind: 'education', da: 'FVU-digital', en: 'FVU digital' },
  'fvu-start': { kind: 'education', da: 'FVU-start', en: 'FVU start' },
  obu: { kind: 'education', da: 'Ordblindeundervisning', en: 'Dyslexia teaching', sensitive: true },
  avu: { kind: 'education', da: 'AVU', en: 'AVU' },
  hf: { kind: 'education', da: 'HF-enkeltfag', en: 'HF single subjects' },
  amu: { kind: 'education', da: 'AMU-kurser', en: 'AMU courses' },
  ikv: { kind: 'education', da: 'IKV (realkompetencevurdering)', en: 'IKV (recognition of prior learning)' },
  'adult-apprentice': { kind: 'education', da: 'Voksenlærling, EUV', en: 'Adult apprenticeship, EUV' },
  academy: { kind: 'education', da: 'Akademi og diplom', en: 'Academy and diploma' },
  'danish-for-foreigners': { kind: 'education', da: 'Dansk for udlændinge', en: 'Danish for foreigners' },
  screening: { kind: 'task', da: 'Screening i læsning og regning', en: 'Screening in reading and maths' },
  plan: { kind: 'task', da: 'Uddannelsesplan', en: 'Education plan' },
  funds: { kind: 'task', da: 'Kompetencefond og VEU-godtgørelse', en: 'Competence fund and allowance' },
  'job-rotation': { kind: 'task', da: 'Jobrotation', en: 'Job rotation' },
  'new-technology': { kind: 'task', da: 'Ny teknik eller nye opgaver', en: 'New technology or new tasks' },
  recruiting: { kind: 'task', da: 'Mangler medarbejdere', en: 'Short of staff' },
  'obstacle-time': { kind: 'obstacle', da: 'Svært at undvære folk', en: 'Hard to spare people' },
  'obstacle-production': { kind: 'obstacle', da: 'Skiftende produktion', en: 'Varied production' },
  'obstacle-manager': { kind: 'obstacle', da: 'Ny ledelse', en: 'Change of manager' },
  'obstacle-school': { kind: 'obstacle', da: 'Dårlige minder om skolen', en: 'Bad memories of school' },
  'obstacle-pay': { kind: 'obstacle', da: 'Løn under uddannelse', en: 'Pay during education' },
  'obstacle-few': { kind: 'obstacle', da: 'For få til et hold', en: 'Too few for a class' },
  'obstacle-tailored': { kind: 'obstacle', da: 'Ingen færdige kurser passer', en: 'Nothing off the shelf fits' },
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
export const topicName = (code: string, language: 'da' | 'en') => (isTopic(code) ? topics[code][language] : code)
