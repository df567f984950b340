import { expect, test } from 'vitest'
import { sensitiveIn } from './sensitive.shared.ts'

const near = (text: string, names: string[] = []) => {
  const [found] = sensitiveIn(text, names)
  return found?.kind === 'health' ? `${found.word} ${found.name}` : found?.kind
}

test.each([
  ['Karen er sygemeldt indtil jul.', 'sygemeldt Karen'],
  ['Vi hørte, at Dorte Bach har fået en depression.', 'depression Dorte'],
  ['Yusuf er måske ordblind', 'ordblind Yusuf'],
  ['Det går bedre. Ordblindheden hos Peter er kendt.', 'Ordblindheden Peter'],
  ['Annes stress kommer af skiftet', 'stress Annes'],
  ['Lis Lund har haft brystkræft', 'brystkræft Lis'],
  ['De siger, Jens-Ole er gravid med ideer', 'gravid Jens-Ole'],
  ['Olena is pregnant', 'pregnant Olena'],
  ['Xenotimur er langtidssygemeldt', 'langtidssygemeldt Xenotimur'],
  ['Mads er syg i dag', 'syg Mads'],
  ['Jensen er sygemeldt.', 'sygemeldt Jensen'],
  ['Sidste år fik Brodersen kræft', 'kræft Brodersen'],
  ['Kristensens depression er bedre', 'depression Kristensens'],
])('a name near a word about health is seen: %s', (text, found) => {
  expect(near(text)).toBe(found)
})

test('whoever took part is seen by his own name, however rare, in the genitive too', () => {
  const names = ['Gunvør Holm']
  expect(near('Gunvør har fået en diagnose')).toBeUndefined()
  expect(near('Gunvør har fået en diagnose', names)).toBe('diagnose Gunvør')
  expect(near('En diagnose er Holms egen sag', names)).toBe('diagnose Holms')
})

test.each([
  'Novo har mange sygemeldte.',
  'Depotet er stresset, når bilerne kommer.',
  'Chefen er sygemeldt.',
  'Mange er ordblinde.',
  'De vil gerne mindske stress på lageret i Skive.',
  'Jensen Smede ApS taler om stress.',
  'Jensen Smede vil tale om stress.',
  'Hansens Bageri har mange sygemeldte',
  'Ledelsen er stresset, og processen er ved at gøre folk syge.',
  'Peter Jensen A/S har sygefravær og stress i huset',
  'Karen vil lægge kræfter i svejsning.',
  'Karen vil gerne tale om psykisk arbejdsmiljø.',
  'Anne er sygeplejerske af uddannelse.',
  'Stress er et emne hos os.',
  'Karen var her. Flere er sygemeldte.',
  'FVU-dansk for ordblinde er ikke nok',
  'Alle er raske, siger Karen',
])('what names nobody, or says nothing of health, is let be: %s', (text) => {
  expect(near(text)).toBeUndefined()
})

test('a personal number comes before all else, and each sentence is seen by itself', () => {
  expect(sensitiveIn('Karen er syg, 010190-1234. Ole har stress.')).toEqual([
    { kind: 'number' },
    { kind: 'health', word: 'syg', name: 'Karen' },
    { kind: 'health', word: 'stress', name: 'Ole' },
  ])
  expect(sensitiveIn('Ring 70 00 10 00, P 1003456789')).toEqual([])
})
