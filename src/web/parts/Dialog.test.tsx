// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { useKeys } from '#web/data/keys.ts'
import { closeScreen, press, showPart } from '../../testing/screen.tsx'
import { Choices } from './Choices.tsx'
import { Dialog } from './Dialog.tsx'

afterEach(closeScreen)

const pressed: string[] = []
const Keys = ({ of, who }: { of: readonly string[]; who: string }) => {
  useKeys(of.map((key) => ({ key, says: who, run: () => pressed.push(`${who} ${key}`) })))
  return null
}

test('a dialog silences the page under it, whether or not it has keys of its own', async () => {
  const shown = (own?: readonly string[]) => (
    <>
      <Keys of={['j', 'escape', 'ctrl+enter']} who="page" />
      {own && (
        <Dialog title="Luk listen?" onClose={() => undefined}>
          <Keys of={own} who="dialog" />
        </Dialog>
      )}
    </>
  )
  const { rerender } = showPart(shown())
  const said = async (own?: readonly string[]) => {
    rerender(shown(own))
    await press('j', 'Escape', 'ctrl+Enter')
    return pressed.splice(0)
  }
  expect(await said()).toEqual(['page j', 'page escape', 'page ctrl+enter'])
  expect(await said([])).toEqual([])
  expect(await said(['j'])).toEqual(['dialog j'])
  expect(await said()).toEqual(['page j', 'page escape', 'page ctrl+enter'])
})

test('a choice in a dialog says what it asks, and who comes to it first stands at what is chosen', () => {
  const options = [
    { value: 'visit', label: 'Besøg' },
    { value: 'online', label: 'Onlinemøde' },
  ]
  const screen = showPart(
    <Dialog title="Listen" onClose={() => undefined}>
      <Choices label="Hvad tilbydes?" value="online" options={options} onChange={() => undefined} />
    </Dialog>,
  )
  expect(screen.getByText('Hvad tilbydes?')).toBeTruthy()
  expect(screen.getByRole('radiogroup', { name: 'Hvad tilbydes?' })).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Onlinemøde' }))
})
