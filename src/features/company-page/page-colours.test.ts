import { DEFAULT_THEME } from '@mantine/core'
import { expect, test } from 'vitest'
import { cssVariablesResolver } from '../../web/frame/theme.ts'
import { style } from './page-frame.ts'

test('the colours of the page that is sent without script are the theme’s, in light and in dark', () => {
  const {
    light,
    dark,
  }: Record<'light' | 'dark', Readonly<Record<string, string>>> = cssVariablesResolver(DEFAULT_THEME)
  const said = [...style.matchAll(/^ {2}(--tov-[\w-]+): (light-dark\(.*\));$/gm)].map(([, name = '', value = '']) => [
    name,
    value,
  ])
  expect(said.length).toBeGreaterThan(10)
  const wanted = said.map(([name = '']) => [name, `light-dark(${light[name]}, ${dark[name]})`])
  expect(said).toEqual(wanted)
})
