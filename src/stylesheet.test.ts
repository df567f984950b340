import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** What a part stands on, itself never named in a page. */
const standsOn: Record<string, readonly string[]> = {
  Button: ['UnstyledButton', 'Loader'],
  ActionIcon: ['UnstyledButton', 'Loader'],
  TextInput: ['Input'],
  Textarea: ['Input'],
  NativeSelect: ['Input'],
  PasswordInput: ['Input', 'UnstyledButton'],
  Checkbox: ['InlineInput'],
  Radio: ['InlineInput'],
  Switch: ['InlineInput'],
  SegmentedControl: ['FloatingIndicator'],
  Tabs: ['UnstyledButton'],
}
/** Parts with no style of their own. */
const plain = ['MantineProvider', 'TextInput', 'Textarea', 'NativeSelect']
const wholeHouse = ['default-css-variables', 'baseline', 'global']

const pages = globSync('src/**/*.tsx').filter((path) => !/\.test\.tsx$|^src\/testing\//.test(path))
const parts = new Set(
  pages.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)].flatMap(([, names = '']) =>
      names
        .split(',')
        .map((name) => name.trim())
        .filter((name) => /^[A-Z]/.test(name)),
    ),
  ),
)

test('the stylesheet has what the pages use of Mantine, and nothing else', () => {
  const styled = [...readFileSync('src/web/frame/mantine.ts', 'utf8').matchAll(/styles\/([\w-]+)\.layer\.css/g)].map(
    ([, name]) => name,
  )
  const wanted = [...parts].flatMap((part) => [part, ...(standsOn[part] ?? [])]).filter((part) => !plain.includes(part))
  expect(styled.toSorted()).toEqual([...new Set([...wholeHouse, ...wanted])].toSorted())
})

test('the theme speaks of no part that no page uses', () => {
  const components = readFileSync('src/web/frame/theme.ts', 'utf8').split('components: {')[1] ?? ''
  const spoken = [...components.matchAll(/^    (\w+): \{/gm)].map(([, name = '']) => name)
  expect(spoken.length).toBeGreaterThan(5)
  expect(spoken.filter((name) => name !== 'InputWrapper' && !parts.has(name))).toEqual([])
})

test('every field one types in is of the theme’s size, or their labels differ beside each other', () => {
  const theme = readFileSync('src/web/frame/theme.ts', 'utf8')
  const fields = [...parts].filter((part) => /(?:.Input|Select|Textarea)$/.test(part) && part !== 'FileInput')
  expect(fields.length).toBeGreaterThan(3)
  expect(
    fields.filter((part) => !new RegExp(`^    ${part}: \\{ defaultProps: \\{ size: 'md'`, 'm').test(theme)),
  ).toEqual([])
})

test('sizes of letters are the theme’s, but for a figure that fills a card and for paper', () => {
  const onScreens = (css: string) => css.replaceAll(/^@media print \{$.*?^\}$/gms, '')
  const own = globSync('src/**/*.css').flatMap((path) =>
    [...onScreens(readFileSync(path, 'utf8')).matchAll(/font-size: *([\d.]+)px/g)].map(([, size]) => Number(size)),
  )
  expect(own.length).toBeGreaterThan(0)
  expect(own.filter((size) => size < 32)).toEqual([])
})

test('what scrolls holds what is placed in it, or the whole page grows as wide', () => {
  const rules = globSync('src/**/*.css').flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, name = '', says = '']) => ({
      name: `${path} ${name.trim().split('\n').at(-1) ?? ''}`,
      says,
    })),
  )
  const scrolls = rules.filter(({ says }) => /overflow(?:-x)?: *(?:auto|scroll)/.test(says))
  expect(scrolls.length).toBeGreaterThan(10)
  // The browser places a dialog itself.
  const loose = scrolls.filter(({ name, says }) => !/position: \w+/.test(says) && !name.endsWith(' .tov-dialog'))
  expect(loose.map(({ name }) => name)).toEqual([])
})
