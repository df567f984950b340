import type { PersonWritten } from '../../src/features/company-people/company-people.schema.ts'

type Known = Omit<PersonWritten, 'saidOn'> & { company: string; writtenBy: string; ago: number; told: boolean }
const nobody = { phone: '', phoneAllowed: true, email: '', mailAllowed: true, note: '', speaksForAll: false }

/** People of companies with a story (design, picture 10): workdays ago that they were written down, and by whom. */
export const companyPeople: readonly Known[] = [
  {
    ...nobody,
    ...{ company: 'fjordby-omsorg', writtenBy: 'Anne Skov', ago: 9, told: true },
    ...{ name: 'Birthe Lauridsen', title: 'områdeleder', source: 'said' },
    ...{ phone: '70004201', email: 'birthe.lauridsen@fjordby.example', note: 'Bedst mellem kl. 13 og 14' },
  },
  {
    ...nobody,
    ...{ company: 'fjordby-omsorg', writtenBy: 'Anne Skov', ago: 9, told: false },
    ...{ name: 'Rikke Toft', title: 'souschef fra 1. november', source: 'colleague' },
    ...{ phone: '70004202', mailAllowed: false },
  },
  {
    ...nobody,
    ...{ company: 'fjordby-omsorg', writtenBy: 'Pia Winther', ago: 4, told: true },
    ...{ name: 'Jesper Nørgaard', title: 'køkkenleder', source: 'asked', email: 'jesper.noergaard@fjordby.example' },
  },
  {
    ...nobody,
    ...{ company: 'fjordby-omsorg', writtenBy: 'Anne Skov', ago: 8, told: true },
    ...{ name: 'Søren Bech', title: 'HR-konsulent i kommunen', source: 'mail', email: 'soren.bech@fjordby.example' },
    speaksForAll: true,
  },
  {
    ...nobody,
    ...{ company: 'nordkaj-spedition', writtenBy: 'Ivan Kowalski', ago: 29, told: true },
    ...{ name: 'Jan Storm', title: 'terminalchef', source: 'said', phone: '70004203', note: 'Før frokost' },
  },
]
/** Numbers that a caller found for companies of »Håndværk og service« that had none. */
export const foundNumbers: readonly string[] = ['70004211', '70004212']
