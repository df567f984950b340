// @vitest-environment happy-dom
import { act, fireEvent } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { answers, closeScreen, openPart, refuses } from '../../testing/screen.tsx'
import { OwnAnswers } from '../own-answers/OwnAnswers.tsx'
import { CallScript } from './CallScript.tsx'
import { ScriptCard } from './ScriptCard.tsx'
import { Writing } from './ScriptPage.tsx'
import { writeScript } from './scripts.schema.ts'
import { TranslationPart } from './TranslationPart.tsx'
import { writeTranslation } from './translations.schema.ts'

afterEach(closeScreen)
beforeEach(() =>
  Object.defineProperty(document, 'fonts', {
    configurable: true,
    value: { addEventListener: () => undefined, removeEventListener: () => undefined },
  }),
)

const version = (n: number, body: string) => ({
  ...{ id: n, listId: 3, version: n, body, writtenBy: 'Birgit Dam', writtenAt: '2026-11-23T08:00:00Z' },
})

test('pressing save again overwrites nobody: only who has seen both and keeps his own does', async () => {
  const screen = openPart(<Writing newest={version(1, 'Goddag.')} listId={3} />, [
    answers(writeScript, ({ body }) => {
      if ((body as { version: number }).version !== 2) refuses(409, 'changed-meanwhile', { theirs: version(2, 'Hej.') })
      return version(3, 'Goddag.')
    }),
  ])
  const press = async (name: RegExp) => {
    const button = await screen.findByRole('button', { name })
    await act(() => Promise.resolve(fireEvent.click(button)))
  }
  await press(/^Gem som ny udgave/)
  expect(await screen.findByText('Hej.')).toBeTruthy()
  await press(/^Gem som ny udgave/)
  await press(/^Gem mit i stedet/)
  expect(screen.sent.map(({ body }) => (body as { version: number }).version)).toEqual([1, 1, 2])
})

test('a translation that is not saved stays while another language is looked at; who saved another meanwhile is not overwritten', async () => {
  const card = (body: string) => (
    <ScriptCard
      {...{ draft: 'script-campaign-7', script: 'Goddag.', onChange: () => undefined, languages: ['pol', 'ukr'] }}
      translations={[{ language: 'pol', body, older: false }]}
      onTranslate={() => undefined}
    />
  )
  const choose = (screen: ReturnType<typeof openPart>, language: string) =>
    fireEvent.change(screen.getByLabelText('Sprog'), { target: { value: language } })
  const open = async (body: string) => {
    const screen = openPart(card(body), [])
    await screen.findByLabelText('Sprog')
    choose(screen, 'pol')
    return screen
  }
  const screen = await open('Cześć.')
  fireEvent.change(screen.getByDisplayValue('Cześć.'), { target: { value: 'Dzień dobry.' } })
  choose(screen, 'ukr')
  expect(screen.queryByDisplayValue('Dzień dobry.')).toBeNull()
  choose(screen, 'pol')
  expect(screen.getByDisplayValue('Dzień dobry.')).toBeTruthy()
  screen.unmount()
  // Another has saved his; both stand side by side.
  const later = await open('Witam.')
  expect(later.getByText('Witam.')).toBeTruthy()
  expect(later.getByDisplayValue('Dzień dobry.')).toBeTruthy()
  later.unmount()
  // Mine was saved: nothing is unsaved any more.
  const mine = await open('Dzień dobry.')
  mine.unmount()
  expect((await open('Witam.')).getByDisplayValue('Witam.')).toBeTruthy()
})

test('who translates what was taken away meanwhile is told, keeps what is typed, and may save it all the same', async () => {
  const row = { language: 'pol' as const, scriptVersion: 1, older: false, writtenBy: 'Birgit Dam' }
  const translation = { ...row, version: 4, body: 'Cześć.', writtenAt: '2026-11-23T08:00:00Z' }
  const danish = { ...version(1, 'Goddag.'), can: {} } as never
  const screen = openPart(<TranslationPart {...{ danish, translation, language: 'pol', listId: 3 }} />, [
    answers(writeTranslation, ({ body }) => {
      if ((body as { version: number }).version !== 0) refuses(409, 'changed-meanwhile', { theirs: null })
      return { translation: { ...translation, version: 6 } }
    }),
  ])
  const save = async () => {
    const button = await screen.findByRole('button', { name: /^Gem oversættelsen/ })
    await act(() => Promise.resolve(fireEvent.click(button)))
  }
  await save()
  expect((await screen.findByRole('alert')).textContent).toContain('taget væk af en anden')
  expect(screen.getByDisplayValue('Cześć.')).toBeTruthy()
  await save()
  expect(screen.sent.map(({ body }) => (body as { version: number }).version)).toEqual([4, 0])
})

test('the key that turns to the Danish is none of the centre’s own words', async () => {
  const own = ['a', 'b', 'c', 'd', 'e', 'f'].map((name, at) => ({
    ...{ id: at + 1, name, answer: 'later', until: null },
    reasons: [],
  }))
  const typed = { answer: 'later' as const, ownId: null, ownReasonId: null }
  const screen = openPart(
    <>
      <CallScript says="Hello." wording={{ language: 'eng', state: 'newest', danish: 'Goddag.' }} />
      <OwnAnswers company={{ own } as never} typed={typed} onType={() => undefined} />
    </>,
    [],
  )
  await screen.findByText('Hello.')
  const caps = [...document.querySelectorAll('kbd')].map((cap) => cap.textContent)
  expect(caps.length).toBeGreaterThan(6)
  expect(new Set(caps).size).toBe(caps.length)
})

test('who turns to the Danish and back stays at the step, and the words alone are in their language', async () => {
  const polish = '# Start\n\nCzy ma Pan czas?\n\n> Nie\nRozumiem.\n-> Termin\n\n# Termin\n\nKiedy?'
  const danish = '# Start\n\nHar du tid?\n\n> Nej\nDet er i orden.\n-> Tid\n\n# Tid\n\nHvornår?'
  const screen = openPart(<CallScript says={polish} wording={{ language: 'pol', state: 'newest', danish }} />, [])
  const press = async (name: RegExp) => {
    const button = await screen.findByRole('button', { name })
    await act(() => Promise.resolve(fireEvent.click(button)))
  }
  await press(/^Nie/)
  const asked = screen.getByText('Kiedy?')
  expect([asked.lang, asked.dir]).toEqual(['pl', 'auto'])
  expect(asked.closest('section')?.lang).toBe('')
  await press(/^Vis den danske/)
  expect(screen.getByText('Hvornår?').lang).toBe('')
  expect(screen.getByText('Det er i orden.')).toBeTruthy()
  await press(/^Vis på polsk/)
  expect(screen.getByText('Kiedy?')).toBeTruthy()
})

test('a translation is typed in its own language', () => {
  const row = { language: 'ara' as const, scriptVersion: 1, older: false, writtenBy: 'Birgit Dam' }
  const translation = { ...row, version: 1, body: 'مرحبا', writtenAt: '2026-11-23T08:00:00Z' }
  const danish = { ...version(1, 'Goddag.'), can: {} } as never
  const screen = openPart(<TranslationPart {...{ danish, translation, language: 'ara', listId: 3 }} />, [])
  const field = screen.getByDisplayValue('مرحبا')
  expect(field.lang).toBe('ar')
})
