import { expect, test } from 'vitest'
import { reportWords } from './report-words.ts'

const answered =
  'Den man. 23. nov. 2026 kl. 10.00 skrev VEU <veu@oest.example>:\n> Hvordan gik det?\n> Svar på denne mail.'
const outlook =
  'Fra: VEU <veu@oest.example>\nSendt: 23. november 2026 10:00\nTil: Anne\nEmne: Besøgsrapport\n\nHvordan gik det?'
const forwarded =
  '---------- Forwarded message ---------\nFra: Pia Lund <pia@nordhavn.example>\nDate: man. 23. nov. 2026 kl. 09.00\nSubject: Tak for i dag\nTo: Anne <anne@x.example>\n\nVi vil gerne have truckkort til fire.\n\nVenlig hilsen\nPia'

test.each([
  ['above what he answers', 'SV: Besøgsrapport', `De mangler FVU.\n\n${answered}`, 'De mangler FVU.'],
  ['below it', 'SV: Besøgsrapport', `${answered}\n\nDe mangler FVU.\n\nVh Anne`, 'De mangler FVU.'],
  ['as Outlook answers', 'SV: Besøgsrapport', `De mangler FVU.\n\nVh Anne\n\n${outlook}`, 'De mangler FVU.'],
  ['and nothing: our own question is no report', 'SV: Besøgsrapport', outlook, ''],
  ['and nothing, quoted', 'Re: Besøgsrapport', answered, ''],
  ['above what he passes on', 'VS: Tak for i dag', `De vil have truck.\n\n${forwarded}`, 'De vil have truck.'],
  ['and what he passes on is the report', 'Fwd: Tak for i dag', forwarded, 'Vi vil gerne have truckkort til fire.'],
  [
    'as Outlook passes on',
    'VS: Besøg',
    outlook.replace('Hvordan gik det?', 'De vil have truck.'),
    'De vil have truck.',
  ],
  [
    'as Apple passes on',
    'Fwd: Besøg',
    'Begin forwarded message:\n\n> From: Pia\n> Subject: Tak\n>\n> De vil have truck.',
    'De vil have truck.',
  ],
  ['in many lines', '', 'Hej\n\nPunkt 1.\n\n- Punkt 2', 'Punkt 1.\n\n- Punkt 2'],
])('what somebody wrote himself %s', (_, subject, words, said) => {
  expect(reportWords({ subject, words })).toBe(said)
})
