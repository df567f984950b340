import { forms } from './legal-forms.table.ts'

/** What befalls whom, so many workdays ago: companies of the list that is called, and one that waits for what was agreed. */
export const goingUnder = [
  { of: 'list', status: 'UNDER KONKURS', ago: 6 },
  { of: 'list', status: 'UNDER TVANGSOPLØSNING', ago: 8 },
  { of: 'promise', status: 'UNDER FRIVILLIG LIKVIDATION', ago: 5 },
] as const

/** Workplaces that another company has now, and what stands over the door. */
export const newOwners = [
  {
    ...{ story: 'fjordby-omsorg', place: 'Plejecenter Solgården', sign: 'Friplejehjemmet Solgården' },
    owner: { name: 'Friplejehjemmet Solgården', form: forms.FON },
  },
  {
    ...{ story: 'bageriet-kringlen', place: 'Bageriet Kringlen, Hedensted', sign: 'Hedensted Bagerhus' },
    owner: { name: 'Hedensted Bagerhus ApS', form: forms.APS },
  },
] as const
