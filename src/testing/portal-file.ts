import { type ClassRow, portalCsv } from '../../db/demo/classes.ts'

const usual: Partial<ClassRow> = {
  duration: '2',
  holdTitle: 'Prøvekursus',
  institution: 'Prøveskolen',
  lokationPostNr: '8000',
  lokationSted: 'Aarhus C',
  startDate: '2027-03-01',
  endDate: '2027-03-02',
  undervisningstidspunkt: '08:00 - 15:24',
  aabent: 'False',
  aflyst: 'False',
  garantiKursus: 'False',
  currentParticipantAmount: '0',
  minimumParticipants: '8',
  participantCapacity: '20',
  normpris: '436',
}

/** The portal's file with these rows, the rest of each as usual; for tests. */
export const portalFile = (rows: readonly Partial<ClassRow>[]) =>
  portalCsv(
    rows.map((row) => {
      const link = `https://voksenuddannelse.example/soeg/uddannelser/amu/filtrering/kurs?subject_code=97999&level=-&type=amu&kviknummer=${row.kviknummer}`
      return { ...usual, link, ...row }
    }),
  )
