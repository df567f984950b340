/** How a table is read, as it was guessed, and what somebody may choose instead: the same for every kind of file. */
import { named, z } from '../endpoint.ts'

export const encodings = ['utf-8', 'windows-1252', 'macintosh', 'ibm850'] as const
export type ChosenEncoding = (typeof encodings)[number]
const mostLines = 10_000_000
const Line = z.int().check(z.minimum(0), z.maximum(mostLines))
const SheetName = z.string().check(z.minLength(1), z.maxLength(100))

/** What is left out is guessed. `heading`: the line they stand on, 0 when there are none; `sheet`: that one alone. */
export const ByHand = z.object({
  heading: z.optional(Line),
  sheet: z.optional(SheetName),
  encoding: z.optional(z.enum(encodings)),
})
export type ByHand = z.infer<typeof ByHand>
/** The same in an address, where the body is the file. */
export const ByHandInAddress = {
  heading: z.optional(z.coerce.number<string | number>().check(z.int(), z.minimum(0), z.maximum(mostLines))),
  sheet: z.optional(SheetName),
  encoding: z.optional(z.enum(encodings)),
}
/** Of an address that says more, what was chosen by hand. */
export const byHandIn = ({ heading, sheet, encoding }: ByHand): ByHand => ({ heading, sheet, encoding })

export const FileReading = named(
  'FileReading',
  z.object({
    /** The line of the headings; 0 when there are none. */
    heading: z.int(),
    /** The first rows in short: what may be the headings. */
    top: z.array(z.object({ line: z.int(), text: z.string() })),
    /** Sheets of a workbook that can be chosen, and those that were read. */
    sheets: z.array(z.string()),
    read: z.array(z.string()),
    /** Of a text. */
    encoding: z.nullable(z.enum([...encodings, 'utf-16le', 'utf-16be'])),
    byHand: ByHand,
  }),
)
