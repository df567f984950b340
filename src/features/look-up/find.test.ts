import { expect, test } from 'vitest'
import { answering, find } from './find.shared.ts'
import type { LookUp, OfferedCourse } from './look-up.schema.ts'
import { whoToAsk } from './who-to-ask.shared.ts'

let id = 0
const offered = (startsOn: string, provider: number, town = 'Thisted') => ({
  ...{ id: ++id, provider, startsOn, town, signUpBy: null, days: 5, hours: null, price: 1090 },
  ...{ state: 'runs' as const, needs: 0, places: 4 },
})
const course = (kind: string, title: string, classes = [offered('2027-01-11', 0)]): OfferedCourse => ({
  ...{ kind, code: title.length.toString(), title, classes },
})
const courses = [
  course('AMU', 'Svejsning af kantsømme, proces 135', [offered('2027-01-04', 1, 'Skive'), offered('2027-02-01', 0)]),
  course('AMU', 'Gaffeltruck B', [offered('2027-01-11', 1, 'Skive'), offered('2027-01-18', 0)]),
  course('AMU', 'Projektledelse i praksis'),
  course('AMU', 'Fødevarehygiejne og egenkontrol'),
  course('FVU', 'FVU-dansk, trin 2'),
  course('FVU', 'FVU-matematik, trin 1'),
  course('OBU', 'Ordblindeundervisning, lille hold'),
  course('AVU', 'AVU, dansk niveau G'),
]
const lookUp: LookUp = {
  importedAt: null,
  courses,
  providers: [
    { name: 'VUC Thy-Mors', people: [] },
    { name: 'Fjordens Tekniske Skole', people: [] },
  ],
  cut: false,
}
const found = (text: string) => find(lookUp, text).courses.map(({ title }) => title.split(/[ ,]/)[0])

test.each([
  ['svejs', ['Svejsning']],
  ['svejser', ['Svejsning']],
  ['SVEJSNING', ['Svejsning']],
  ['dansk', ['FVU-dansk', 'AVU']],
  ['ordblind', ['Ordblindeundervisning']],
  ['ordblinde', ['Ordblindeundervisning']],
  ['obu', ['Ordblindeundervisning']],
  ['leder', ['Projektledelse']],
  ['truck', ['Gaffeltruck']],
  ['hygiejne', ['Fødevarehygiejne']],
  ['foedevare', ['Fødevarehygiejne']],
  ['regning', ['FVU-matematik']],
  ['fvu', ['FVU-dansk', 'FVU-matematik']],
  ['kursus i svejsning', ['Svejsning']],
  ['kran', []],
])('%s is found as people say it', (text, titles) => expect(found(text)).toEqual(titles))

test('words that meet in one course narrow it, also by town and school; words that meet in none stand each for itself', () => {
  const [truck] = find(lookUp, 'truck Skive').courses
  expect(truck?.classes.map(({ startsOn }) => startsOn)).toEqual(['2027-01-11'])
  expect(find(lookUp, 'truck dansk')).toMatchObject({ apart: true })
  expect(found('truck dansk')).toEqual(['Gaffeltruck', 'FVU-dansk', 'AVU'])
  expect(find(lookUp, '   ').courses).toHaveLength(courses.length)
})

test('within a course the next class comes first, whoever holds it', () => {
  for (const { classes } of find(lookUp, 'amu').courses)
    expect(classes.map(({ startsOn }) => startsOn)).toEqual(classes.map(({ startsOn }) => startsOn).toSorted())
})

test('a sentence is answered by what its own words name, not by words that are said of everything', () => {
  const says = (sentence: string) => answering(courses, sentence).map(({ title }) => title.split(/[ ,]/)[0])
  expect(says('Der kommer nye krav til hygiejnen på linjen.')).toEqual(['Fødevarehygiejne'])
  expect(says('To mand skal have truckkort, og halvdelen kan ikke læse vejledningen.')).toEqual(['FVU-dansk'])
  expect(says('Vi mangler en, der kan svejse.')).toEqual(['Svejsning'])
  expect(says('Folk arbejder meget, og vi vil gerne have flere i produktionen.')).toEqual([])
})

test('whoever has said to know it is asked, one with a number first; nobody has: the school is', () => {
  const person = (name: string, fields: ('basic' | 'amu-food')[], phone: string | null = null) => ({
    ...{ name, phone, fields, trades: 0 },
  })
  const people = [person('Ali', ['amu-food']), person('Bo', ['basic']), person('Carl', ['basic'], '97120000')]
  expect([whoToAsk(people, 'FVU')?.name, whoToAsk(people, 'AMU')?.name, whoToAsk(people, 'HF')]).toEqual([
    ...['Carl', 'Ali', undefined],
  ])
})
