/** What only the eye sees in a workbook: the colour behind a cell, a text struck out. It is not read, but it is told. */
import type { WorkbookZip } from './workbook-zip.ts'
import { readXml } from './xml-events.ts'

/** `colour` as the file names it; none, white and automatic are undefined. */
export type Look = { colour?: string; struck?: true }

const plainColours = ['rgb FFFFFFFF', 'rgb 00FFFFFF', 'theme 0', 'indexed 9', 'indexed 64']
const colourOf = ({ rgb, theme, indexed, tint }: Partial<Record<string, string>>): string | undefined => {
  const colour = rgb !== undefined ? `rgb ${rgb}` : theme !== undefined ? `theme ${theme}` : `indexed ${indexed ?? ''}`
  return plainColours.includes(colour) && tint === undefined ? undefined : `${colour} ${tint ?? ''}`
}

/** By the number in a cell's `s`. */
export const readLooks = async (zip: WorkbookZip, path: string): Promise<Look[]> => {
  const struck: boolean[] = []
  const colours: (string | undefined)[] = []
  const looks: Look[] = []
  let within = ''
  let isSolid = false
  await readXml(zip.part(path), {
    open: (name, attributes) => {
      if (['fonts', 'fills', 'cellXfs'].includes(name)) within = name
      if (within === 'fonts' && name === 'font') struck.push(false)
      if (within === 'fonts' && name === 'strike' && !['0', 'false'].includes(attributes['val'] ?? ''))
        struck[struck.length - 1] = true
      if (within === 'fills' && name === 'fill') colours.push(undefined)
      if (within === 'fills' && name === 'patternFill') isSolid = attributes['patternType'] === 'solid'
      if (within === 'fills' && name === 'fgColor' && isSolid) colours[colours.length - 1] = colourOf(attributes)
      if (within !== 'cellXfs' || name !== 'xf') return
      const colour = colours[Number(attributes['fillId'] ?? 0)]
      looks.push({
        ...(colour !== undefined && { colour }),
        ...(struck[Number(attributes['fontId'] ?? 0)] && { struck: true }),
      })
    },
    close: (name) => {
      if (name === within) within = ''
    },
  })
  return looks
}

/** Told of each row in its order: whether a cell has another colour than the first ones of its column. */
export const colourWatch = () => {
  const first: (string | undefined)[] = []
  return (cells: readonly string[], looks: readonly (Look | undefined)[] = []): boolean =>
    cells.some((text, at) => {
      if (text.trim() === '') return false
      if (!(at in first)) first[at] = looks[at]?.colour
      return first[at] !== looks[at]?.colour
    })
}
