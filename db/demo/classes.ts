import { school } from './centre.ts'
import { type School, schools } from './centre.table.ts'
import { aboutCourses, courseRows } from './courses.table.ts'
import { daysAfter, mondayOf } from './dates.ts'
import { hash, type Random, random } from './random.ts'
import { isWorkday, workdayFrom } from './seed-calendar.ts'

type Course = {
  type: string
  code: string
  level: string
  days: number
  pricePerDay: number
  minimum: number
  capacity: number
  daily: boolean
  title: string
  classes: readonly string[]
}
const courseOf = (line: string): Course => {
  const [facts = '', classes = ''] = line.trim().split(' | ')
  const [type = '', code = '', level = '', days, price, minimum, capacity, meets, ...title] = facts.split(' ')
  return {
    ...{ type, code, level, days: Number(days), pricePerDay: Number(price), minimum: Number(minimum) },
    ...{ capacity: Number(capacity), daily: meets === 'daily', title: title.join(' '), classes: classes.split(', ') },
  }
}
const courses = courseRows.trim().split('\n').map(courseOf)

/** The catalogue portal's columns, in its order (voksenuddannelse.dk's class search saved as CSV). */
export const classColumns = [
  'antalUndervisningsdage',
  'beskrivelse',
  'duration',
  'endDate',
  'forudsaetninger',
  'holdTitle',
  'id',
  'institution',
  'lokationGade',
  'lokationPostNr',
  'lokationSted',
  'startDate',
  'tilmeldingsFrist',
  'undervisningsform',
  'undervisningstidspunkt',
  'aabent',
  'aflyst',
  'aktiGuid',
  'currentParticipantAmount',
  'flereKurser',
  'garantiKursus',
  'hjemmeside',
  'kviknummer',
  'minimumParticipants',
  'normpris',
  'participantCapacity',
  'tillaegspris',
  'tillaegsprisAarsag',
  'tillaegsprisBegrundelse',
  'ledigePladser',
  'link',
] as const
export type ClassRow = Record<(typeof classColumns)[number], string>

/** The schools' classes of the coming months, dated from `today` (YYYY-MM-DD), as the portal would give them. Who has how many is
 * fixed, because it is the story; the seed decides ids and the small things that differ between schools. */
export const generateClasses = (seed: number, today: string): ClassRow[] => {
  const dice = random(hash(`classes:${seed}`))
  const rows = courses.flatMap((course) => course.classes.map((each, nth) => classRow(dice, course, each, nth, today)))
  return dice.shuffle(rows)
}

/** As the portal saves it: comma, quotes where needed, LF, and a byte-order mark. */
export const classesCsv = (seed: number, today: string): string => {
  const lines = generateClasses(seed, today).map((row) => classColumns.map((column) => quoted(row[column])).join(','))
  return `\uFEFF${classColumns.join(',')}\n${lines.join('\n')}\n`
}

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const classRow = (dice: Random, course: Course, each: string, nth: number, today: string): ClassRow => {
  const [key = '', seats, weeks, weekday, sure] = each.split(' ')
  const enrolled = Number(seats)
  const at = schools.find((one) => one.key === key) ?? school('amu')
  const start = startDate(today, course, Number(weeks), Number(weekday))
  const quickNumber = `${at.institutionNumber}${course.code}${start.slice(2, 4)}${String(nth + 1).padStart(2, '0')}`
  return {
    antalUndervisningsdage: '',
    beskrivelse: aboutCourses[course.code] ?? '',
    duration: String(course.days),
    endDate: endDate(start, course),
    forudsaetninger: course.type === 'AMU' && dice.chance(0.2) ? 'Ingen forudsætninger' : '',
    holdTitle: course.title,
    id: String(dice.int(900_000, 999_999)),
    ...where(at),
    startDate: start,
    tilmeldingsFrist: workdayFrom(daysAfter(start, 1 - dice.pick([7, 7, 10, 14])), -1),
    undervisningsform: 'Dagundervisning',
    undervisningstidspunkt: times(dice, course),
    aabent: 'False',
    aflyst: 'False',
    aktiGuid: Array.from({ length: 4 }, () => dice.int(0, 0xffffffff).toString(16).padStart(8, '0'))
      .join('')
      .toUpperCase(),
    currentParticipantAmount: String(enrolled),
    flereKurser: 'False',
    garantiKursus: sure ? 'True' : 'False',
    kviknummer: quickNumber,
    minimumParticipants: String(course.minimum),
    normpris: String(course.pricePerDay * course.days),
    participantCapacity: String(course.capacity),
    tillaegspris: '',
    tillaegsprisAarsag: '',
    tillaegsprisBegrundelse: '',
    ledigePladser: String(course.capacity - enrolled),
    link: link(course, quickNumber),
  }
}

const where = (at: School) => ({
  institution: at.name,
  lokationGade: at.street,
  lokationPostNr: String(at.postalCode),
  lokationSted: at.town,
  hjemmeside: `https://www.${at.mailDomain}`,
})

/** Every day of it, weekends and holidays left out; what meets once a week meets that weekday. */
const daysOf = (start: string, { days, daily }: Course): readonly string[] => {
  const dates = [start]
  while (dates.length < days) {
    const last = dates.at(-1) ?? start
    dates.push(daily ? workdayFrom(last) : nextWeek(last))
  }
  return dates
}
const nextWeek = (date: string): string => {
  let day = daysAfter(date, 7)
  while (!isWorkday(day)) day = daysAfter(day, 7)
  return day
}
const endDate = (start: string, course: Course): string => daysOf(start, course).at(-1) ?? start

/** That weekday, so many weeks after the Monday of this week; moved whole weeks past holidays and past a course that Christmas would break, so
 * that those who meet stay together. */
const startDate = (today: string, course: Course, weeks: number, weekday: number): string => {
  const unbroken = (start: string) =>
    !course.daily ||
    daysOf(start, course).every(
      (date, nth, all) => nth === 0 || Date.parse(date) - Date.parse(all[nth - 1] ?? '') <= 3 * 86_400_000,
    )
  let start = daysAfter(mondayOf(today), weeks * 7 + weekday - 1)
  while (!isWorkday(start) || !isWorkday(daysAfter(mondayOf(start), 0)) || !unbroken(start)) start = daysAfter(start, 7)
  return start
}

// The portal really has all these spellings of the same hours.
const times = (dice: Random, course: Course): string =>
  course.type === 'AMU' ? dice.pick(['08:00 - 15:24', '08:00-15:24', '07:30-14:54', '08:00 - 15:25']) : '08:30 - 12:00'

const link = (course: Course, quickNumber: string): string => {
  const type = course.type.toLowerCase()
  const query = `subject_code=${course.code}&level=${course.level}&type=${type}&kviknummer=${quickNumber}`
  return `https://voksenuddannelse.example/soeg/uddannelser/${type}/filtrering/kurs?${query}`
}
