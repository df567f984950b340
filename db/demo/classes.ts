import { school } from './centre.ts'
import type { School } from './centre.table.ts'
import { courses, type Course } from './courses.table.ts'
import { daysAfter, isHoliday, mondayOf } from './dates.ts'
import { hash, type Random, random } from './random.ts'

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

const classRow = (
  dice: Random,
  course: Course,
  each: Course['classes'][number],
  nth: number,
  today: string,
): ClassRow => {
  const [key, enrolled, weeks, weekday, guaranteed] = each
  const at = school(key)
  const start = startDate(today, weeks, weekday)
  const quickNumber = `${at.institutionNumber}${course.code}${start.slice(2, 4)}${String(nth + 1).padStart(2, '0')}`
  return {
    antalUndervisningsdage: '',
    beskrivelse: course.about,
    duration: String(course.days),
    endDate: endDate(start, course),
    forudsaetninger: course.type === 'AMU' && dice.chance(0.2) ? 'Ingen forudsætninger' : '',
    holdTitle: course.title,
    id: String(dice.int(900_000, 999_999)),
    ...where(at),
    startDate: start,
    tilmeldingsFrist: daysAfter(start, -dice.pick([7, 7, 10, 14])),
    undervisningsform: 'Dagundervisning',
    undervisningstidspunkt: times(dice, course),
    aabent: 'False',
    aflyst: 'False',
    aktiGuid: Array.from({ length: 4 }, () => dice.int(0, 0xffffffff).toString(16).padStart(8, '0'))
      .join('')
      .toUpperCase(),
    currentParticipantAmount: String(enrolled),
    flereKurser: 'False',
    garantiKursus: guaranteed ? 'True' : 'False',
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

/** That weekday, so many weeks after the Monday of this week; moved whole weeks past holidays, so that those who meet stay together. */
const startDate = (today: string, weeks: number, weekday: number): string => {
  let monday = daysAfter(mondayOf(today), weeks * 7)
  while (isHoliday(monday) || isHoliday(daysAfter(monday, 4))) monday = daysAfter(monday, 7)
  return daysAfter(monday, weekday - 1)
}

/** AMU runs day after day, weekends left out; FVU and OBU one day a week. */
const endDate = (start: string, course: Course): string => {
  if (course.type !== 'AMU') return daysAfter(start, (course.days - 1) * 7)
  let end = start
  for (let left = course.days - 1; left > 0; ) {
    end = daysAfter(end, 1)
    const weekday = new Date(end).getUTCDay()
    if (weekday !== 0 && weekday !== 6) left--
  }
  return end
}

// The portal really has all these spellings of the same hours.
const times = (dice: Random, course: Course): string =>
  course.type === 'AMU' ? dice.pick(['08:00 - 15:24', '08:00-15:24', '07:30-14:54', '08:00 - 15:25']) : '08:30 - 12:00'

const link = (course: Course, quickNumber: string): string => {
  const type = course.type.toLowerCase()
  const query = `subject_code=${course.code}&level=${course.level}&type=${type}&kviknummer=${quickNumber}`
  return `https://voksenuddannelse.example/soeg/uddannelser/${type}/filtrering/kurs?${query}`
}
