/** Mails that are made to be read by nobody, and what is kept of each. */
import { expect } from 'vitest'
import type { Written } from '#testing/written-mail'

export type Row = { words: string; subject: string; from_address: string; unread: string | null; attachments: string[] }

const parts = (count: number, part: string) => `${`--x\r\n${part}\r\n`.repeat(count)}--x--`
const mixed = 'multipart/mixed; boundary=x'
const nested = Array.from(
  { length: 300 },
  (_, n) => `--b${n}\r\nContent-Type: multipart/mixed; boundary=b${n + 1}\r\n\r\n`,
).join('')
export const hostile: readonly [string, Written, Partial<Row>][] = [
  ['a thousand parts', { type: mixed, body: parts(1000, '\r\nx') }, { unread: 'unreadable', words: '' }],
  [
    'parts within parts',
    { type: 'multipart/mixed; boundary=b0', body: nested },
    { from_address: 'bjarne@3f-skive.example' },
  ],
  ['a code that is none', { type: 'text/plain; charset=klingon-8', body: 'Hej' }, { words: 'Hej' }],
  ['broken UTF-8 and a zero', { body: 'a\u0000b' }, { words: expect.stringMatching(/^a.?b$/) as string }],
  ['base64 that is none', { headers: ['Content-Transfer-Encoding: base64'], body: '%%%&&&' }, { unread: null }],
  ['a subject for a spreadsheet', { subject: '=cmd|"/c calc"!A1' }, { subject: '=cmd|"/c calc"!A1' }],
  ['a subject without end', { subject: 'æ'.repeat(50_000) }, { from_address: 'bjarne@3f-skive.example' }],
  ['several senders', { from: 'a@3f.example, b@3f.example' }, { from_address: '' }],
  ['two senders in two lines', { headers: ['From: x@x.example'] }, { from_address: '' }],
  ['no sender', { from: '' }, { from_address: '' }],
  [
    'a page with a picture from elsewhere',
    {
      type: 'text/html',
      body: '<p>Hej <b>Anne</b></p><img src="https://spor.example/1.gif"><script>alert(1)</script>',
    },
    { words: expect.stringMatching(/^Hej Anne(?!.*alert)/) as string },
  ],
  [
    'personal numbers',
    { subject: 'Om 311299-1234', body: 'CPR 3112991234 og 311299 - 1234', from: '"010180-1111" <a@3f.example>' },
    { subject: 'Om ******-****', words: 'CPR ******-**** og ******-****' },
  ],
  [
    'personal numbers as programs break and hide them',
    {
      type: 'text/html; charset=utf-8',
      body: '<p>311299&nbsp;-&nbsp;1234 og 311299&nbsp;1234, 311299-<br>1234, 311299<br>1234, cpr=3112991234 cpr/3112991234, 311299  1234, 311299\u200B-\u200B1234</p>',
    },
    { words: expect.stringMatching(/^(?:[^*]*\*{6}-\*{4}){8}$/) as string },
  ],
  [
    'personal numbers in lines that are wrapped',
    { body: 'Ring til 311299-\r\n1234\r\n> om 311299\r\n> 1234\r\nP-nummer_3112991234.' },
    { words: expect.stringMatching(/^(?:[^*]*\*{6}-\*{4}){3}\.$/) as string },
  ],
  [
    'an attachment',
    {
      type: mixed,
      body: `--x\r\nContent-Type: text/plain\r\n\r\nSe filen\r\n--x\r\nContent-Type: application/pdf; name="ansatte 311299-1234.pdf"\r\nContent-Disposition: attachment; filename="ansatte 311299-1234.pdf"\r\n\r\n%PDF\r\n--x--`,
    },
    { words: 'Se filen', attachments: ['ansatte ******-****.pdf'] },
  ],
]
