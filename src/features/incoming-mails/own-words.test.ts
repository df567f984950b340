import { expect, test } from 'vitest'
import { ownWords } from './own-words.ts'

test.each([
  ['a mail that is answered', 'Den 3. nov. 2026 kl. 9 skrev Anne <a@b.example>:\n> Hvad'],
  ['the same, wrapped', 'Den man. 23. nov. 2026 kl. 09.12 skrev Anne Holm <\nanne.holm@veu.example>:\n\n> Hvad'],
  ['the same in English, wrapped', 'On Mon, Nov 23, 2026 at 9:12 AM Anne Holm <anne.holm@veu.example>\nwrote:\n> Hvad'],
  ['one of old', '-----Oprindelig meddelelse-----\nFra: x'],
  ['one of Outlook', 'Fra: Anne Holm <a@b.example>\nSendt: 23. november 2026 09:12\nTil: Bjarne\nEmne: SV: Nordfjord'],
  ['one in bold', '*Fra:* Anne Holm\n*Til:* Bjarne'],
  ['a mark', '-- \nBjarne'],
  ['a closing', 'Med venlig hilsen\nBjarne Odgaard\nFaglig sekretær\n3F Skive-Egnen\nTlf. 97 52 12 34'],
  ['a closing, short', 'Vh Bjarne'],
  ['a closing with dots', 'M.v.h.\nBjarne'],
  ['a warm closing', 'Kærlig hilsen\nBjarne'],
  ['another closing', 'De bedste hilsner, Bjarne'],
  ['a phone', 'Sendt fra min iPhone'],
])('what somebody wrote himself ends before %s', (_, rest) => {
  expect(ownWords(`Nordfjord går ned.\nVhiskyen er sluppet op. Fra: nu af.\n\n${rest}`)).toBe(
    'Nordfjord går ned.\nVhiskyen er sluppet op. Fra: nu af.',
  )
})

test.each(['Hej', 'Hej Hanne,', 'Kære alle sammen', 'Hi Birgit!', 'God morgen Hanne', 'Goddag, '])(
  '… and begins after “%s”',
  (greeting) => {
    expect(ownWords(`${greeting}\n\nNordfjord går ned.`)).toBe('Nordfjord går ned.')
  },
)
test.each(['Hej Hanne, Nordfjord går ned.', 'Kære er den, der ringer til Nordfjord.', 'Higbee & Søn går ned'])(
  'what greets and goes on is his own: “%s”',
  (line) => {
    expect(ownWords(`${line}\n\nMere.`)).toBe(`${line}\n\nMere.`)
  },
)
