// Tovholder: Mantine 9.7 theme. One meaning per colour; see design.md.
// No red, amber or teal without a word beside it. Charts use `blaek` only.
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

/** Neutral: paper, lines, plain facts. Warm, so that amber and teal stay the only signals. */
const sten: MantineColorsTuple = [
  '#faf9f7',
  '#f4f3ef',
  '#e8e6e0',
  '#d8d5cd',
  '#bdb9af',
  '#938f86',
  '#6b675f',
  '#55524b',
  '#383631',
  '#22211e',
]
/** Accent: what you can press, what is chosen. Nothing else. */
const blaa: MantineColorsTuple = [
  '#eef3fb',
  '#dae5f6',
  '#b6cbec',
  '#8dade1',
  '#6690d3',
  '#4a7ac6',
  '#3565b6',
  '#26549f',
  '#1d4585',
  '#15356a',
]
/** Open or free: may be called, free time, accepted, kept. */
const fri: MantineColorsTuple = [
  '#e8f5f1',
  '#cfeae1',
  '#a1d6c6',
  '#6dbfa8',
  '#3fa88d',
  '#1f9277',
  '#0f7d65',
  '#0b6855',
  '#085344',
  '#053d32',
]
/** Waits: deadline, waiting period, not answered yet, nearly full. */
const venter: MantineColorsTuple = [
  '#fff6e2',
  '#fdeac2',
  '#fad78c',
  '#f3bd4f',
  '#e6a325',
  '#c9850b',
  '#a46806',
  '#815204',
  '#633f04',
  '#472d03',
]
/** Wrong: a broken promise, a refused row, "Må ikke kontaktes". Never for deleting in general. */
const galt: MantineColorsTuple = [
  '#fdf0ee',
  '#f9dcd8',
  '#f1b3ab',
  '#e68378',
  '#da5b4d',
  '#c73f32',
  '#ad2f25',
  '#90241c',
  '#731b16',
  '#56140f',
]
/** Measured: charts and the tile map. Never a state, never pressable. */
const blaek: MantineColorsTuple = [
  '#f0f3f6',
  '#dfe5ec',
  '#c3cedb',
  '#9fb0c3',
  '#788da6',
  '#587089',
  '#425a75',
  '#30465f',
  '#22354b',
  '#172738',
]
/** Dark scheme ladder (Mantine's `dark`): 0 = text, 7 = page, 6 = surface. */
const dark: MantineColorsTuple = [
  '#e9e6df',
  '#cfcbc3',
  '#b0aca3',
  '#8b877e',
  '#5a5751',
  '#403e39',
  '#2a2926',
  '#1e1d1b',
  '#181715',
  '#11100f',
]

export const theme = createTheme({
  colors: { sten, gray: sten, dark, blaa, fri, venter, galt, blaek, red: galt, teal: fri, yellow: venter },
  primaryColor: 'blaa',
  primaryShade: { light: 7, dark: 6 },
  white: '#ffffff',
  black: '#1f2226',
  autoContrast: true,
  fontFamily: '"Inter Variable", "Inter until it comes", system-ui, sans-serif',
  fontFamilyMonospace: '"Inter Variable", "Inter until it comes", system-ui, sans-serif',
  // 12 mark · 13 second line · 14 lists · 16 forms and reading · 20 section on phone · 24 page
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.5', xl: '1.3' },
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '24px', lineHeight: '1.2' },
      h2: { fontSize: '16px', lineHeight: '1.3' },
      h3: { fontSize: '14px', lineHeight: '1.35' },
      h4: { fontSize: '13px', lineHeight: '1.35' },
    },
  },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '3px', sm: '5px', md: '8px', lg: '10px', xl: '999px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  // Plain objects, not `Button.extend`: naming a component here would put it in the first page's script.
  components: {
    Button: {
      defaultProps: { size: 'sm', variant: 'default' },
      styles: { root: { fontWeight: 600, fontSize: 13 }, label: { overflow: 'visible' } },
    },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md', autosize: true } },
    InputWrapper: { defaultProps: { size: 'sm' }, styles: { label: { fontWeight: 600, marginBottom: 4 } } },
    Checkbox: { defaultProps: { size: 'sm' } },
    SegmentedControl: { defaultProps: { size: 'sm', transitionDuration: 0 } },
    Tabs: { defaultProps: { keepMounted: false } },
  },
})

const tones = (l: boolean, name: string, c: MantineColorsTuple) => ({
  [`--tov-${name}-bg`]: l ? c[0] : `color-mix(in srgb, ${c[5]} 22%, #1e1d1b)`,
  [`--tov-${name}-line`]: l ? c[2] : `color-mix(in srgb, ${c[5]} 45%, #1e1d1b)`,
  [`--tov-${name}-fg`]: l ? c[8] : c[2],
  [`--tov-${name}-mark`]: l ? c[6] : c[3],
})
const scheme = (l: boolean) => ({
  '--tov-page': l ? '#f4f3ef' : '#181715',
  '--tov-rail': l ? '#ebe9e3' : '#11100f',
  '--tov-surface': l ? '#ffffff' : '#21201d',
  '--tov-sunken': l ? '#faf9f7' : '#1b1a18',
  '--tov-line': l ? '#e3e0d9' : '#35332f',
  '--tov-line-strong': l ? '#8e8a81' : '#77736b',
  '--tov-text': l ? '#1f2226' : '#ece9e3',
  '--tov-dim': l ? '#5b5750' : '#b3afa6',
  '--tov-track': l ? '#e3e0d9' : '#3a3834',
  // Text on data: steps 1-3 --tov-text, steps 4-5 --tov-surface; holds in both schemes.
  '--tov-data-1': l ? blaek[1] : '#2c3846',
  '--tov-data-2': l ? blaek[2] : '#3a4b5f',
  '--tov-data-3': l ? blaek[3] : '#4a607a',
  '--tov-data-4': l ? blaek[5] : '#8ba2bc',
  '--tov-data-5': l ? blaek[8] : '#c3d2e2',
  ...tones(l, 'sten', sten),
  ...tones(l, 'blaa', blaa),
  ...tones(l, 'fri', fri),
  ...tones(l, 'venter', venter),
  ...tones(l, 'galt', galt),
  '--mantine-color-body': l ? '#ffffff' : '#21201d',
  '--mantine-color-text': l ? '#1f2226' : '#ece9e3',
  '--mantine-color-dimmed': l ? '#5b5750' : '#b3afa6',
  '--mantine-color-placeholder': l ? '#6b675f' : '#a09c93',
  '--mantine-color-anchor': l ? blaa[7] : blaa[3],
  '--mantine-color-default-border': l ? '#cbc7be' : '#4b4842',
  '--mantine-color-blaa-light': l ? blaa[0] : 'color-mix(in srgb, #4a7ac6 24%, #1e1d1b)',
  '--mantine-color-blaa-light-color': l ? blaa[8] : blaa[2],
  '--mantine-color-gray-light-color': l ? sten[8] : sten[2],
})
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: scheme(true),
  dark: scheme(false),
})

/** State to tone, used by every badge, knot and row mark. */
export type Tone = 'sten' | 'blaa' | 'fri' | 'venter' | 'galt'
