import { keysOf } from '#platform/typed.shared'
import { school } from './centre.ts'
import { schools } from './centre.table.ts'
import { aboutCourses, courseRows } from './courses.table.ts'
import { daysAfter, mondayOf } from './dates.ts'
import { hash, type Random, random } from './random.ts'
import { isWorkday, workdayFrom } from './seed-calendar.ts'
import { cellsOf, linesOf } from './table-text.ts'

type Course = ReturnType<typeof courseOf>
const courseOf = (line: string) => {
  const [facts = '', classes = ''] = cellsOf(line)
  const [type = '', code = '', level = '', days, price, minimum, capacity, meets, ...title] = facts.split(' ')
  return {
    ...{ type, code, level, days: Number(days), price: Number(price), minimum: Number(minimum) },
    ...{ capacity: Number(capacity), daily: meets === 'daily', title: title.join(' '), classes: cellsOf(classes, ',') },
  }
}
const courses = linesOf(courseRows).map(courseOf)

/** The schools' classes of the coming months, dated from `today` (YYYY-MM-DD), as the portal would give them. Who has how many is
 * fixed, because it is the story; the seed decides ids and the small things that differ between schools. */
export const generateClasses = (seed: number, today: string): ClassRow[] => {
  const dice = random(hash(`classes:${seed}`))
  return dice.shuffle(courses.flatMap((of) => of.classes.map((each, nth) => classRow(dice, of, each, nth, today))))
}

/** The catalogue portal's columns, in its order (voksenuddannelse.dk's class search saved as CSV), and what stands in them. */
const classRow = (dice: Random, course: Course, each: string, nth: number, today: string) => {
  const { type, code, level, days, price, minimum, capacity, title } = course
  const [key = '', seats, weeks, weekday, sure] = each.split(' ')
  const at = schools.find((one) => one.key === key) ?? school('amu')
  const start = startDate(today, course, Number(weeks), Number(weekday))
  const kviknummer = `${at.institutionNumber}${code}${start.slice(2, 4)}${String(nth + 1).padStart(2, '0')}`
  const kind = type.toLowerCase()
  const query = `subject_code=${code}&level=${level}&type=${kind}&kviknummer=${kviknummer}`
  return {
    antalUndervisningsdage: '',
    beskrivelse: aboutCourses[code] ?? '',
    duration: String(days),
    endDate: daysOf(start, course).at(-1) ?? start,
    forudsaetninger: type === 'AMU' && dice.chance(0.2) ? 'Ingen forudsætninger' : '',
    holdTitle: title,
    id: String(dice.int(900_000, 999_999)),
    ...{ institution: at.name, lokationGade: at.street, lokationPostNr: at.postalCode, lokationSted: at.town },
    startDate: start,
    tilmeldingsFrist: workdayFrom(daysAfter(start, 1 - dice.pick([7, 7, 10, 14])), -1),
    undervisningsform: 'Dagundervisning',
    undervisningstidspunkt: type === 'AMU' ? dice.pick(spellings) : '08:30 - 12:00',
    ...{ aabent: 'False', aflyst: 'False' },
    aktiGuid: Array.from({ length: 4 }, () => dice.int(0, 0xffffffff).toString(16).padStart(8, '0'))
      .join('')
      .toUpperCase(),
    currentParticipantAmount: seats ?? '',
    flereKurser: 'False',
    garantiKursus: sure ? 'True' : 'False',
    hjemmeside: `https://www.${at.mailDomain}`,
    kviknummer,
    ...{ minimumParticipants: String(minimum), normpris: String(price * days), participantCapacity: String(capacity) },
    ...{ tillaegspris: '', tillaegsprisAarsag: '', tillaegsprisBegrundelse: '' },
    ledigePladser: String(capacity - Number(seats)),
    link: `https://voksenuddannelse.example/soeg/uddannelser/${kind}/filtrering/kurs?${query}`,
  }
}
export type ClassRow = ReturnType<typeof classRow>
// The portal really has all these spellings of the same hours.
const spellings = ['08:00 - 15:24', '08:00-15:24', '07:30-14:54', '08:00 - 15:25']

/** Every day of it, weekends and holidays left out; what meets once a week meets that weekday. */
const daysOf = (start: string, { days, daily }: Course): readonly string[] => {
  const nextWeek = (date: string): string => {
    const later = daysAfter(date, 7)
    return isWorkday(later) ? later : nextWeek(later)
  }
  const dates = [start]
  while (dates.length < days) dates.push((daily ? workdayFrom : nextWeek)(dates.at(-1) ?? start))
  return dates
}

/** That weekday, so many weeks after the Monday of this week; moved whole weeks past holidays and past a course that Christmas would break, so
 * that those who meet stay together. */
const startDate = (today: string, course: Course, weeks: number, weekday: number): string => {
  const unbroken = (start: string) =>
    !course.daily ||
    daysOf(start, course).every(
      (date, nth, all) => nth === 0 || Date.parse(date) - Date.parse(all[nth - 1] ?? '') <= 3 * 86_400_000,
    )
  let start = daysAfter(mondayOf(today), weeks * 7 + weekday - 1)
  while (!isWorkday(start) || !isWorkday(mondayOf(start)) || !unbroken(start)) start = daysAfter(start, 7)
  return start
}

export const classColumns = generateClasses(1, '2026-11-23').slice(0, 1).flatMap(keysOf)

/** As the portal saves it: comma, quotes where needed, LF, and a byte-order mark. */
export const portalCsv = (rows: readonly Partial<ClassRow>[]): string => {
  const quoted = (text = '') => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const lines = rows.map((row) => classColumns.map((column) => quoted(row[column])).join(','))
  return `\uFEFF${[classColumns.join(','), ...lines].join('\n')}\n`
}
export const classesCsv = (seed: number, today: string): string => portalCsv(generateClasses(seed, today))
