/** The exercises, in the order in which they are met: each meets another answer, the hard ones last. */
import * as m from '#texts'
import type { AnswerWord } from '../may-contact/answers.schema.ts'

type Says = typeof m.training_hears_bakery
type Line = {
  name: string
  town: string
  employees: number
  industry: Says
  hears: Says
  fits: readonly [AnswerWord, ...AnswerWord[]]
  because: Says
}

export const exercises: readonly Line[] = [
  {
    ...{ name: 'Bageri Kanelsnegl', town: 'Øveby', employees: 7, industry: m.training_trade_bakery },
    ...{ hears: m.training_hears_bakery, fits: ['wants-contact'], because: m.training_because_bakery },
  },
  {
    ...{ name: 'Prøvelund Smede', town: 'Prøvelund', employees: 4, industry: m.training_trade_smith },
    ...{ hears: m.training_hears_smith, fits: ['later'], because: m.training_because_smith },
  },
  {
    ...{ name: 'Salon Saks & Skum', town: 'Øveby', employees: 3, industry: m.training_trade_salon },
    ...{ hears: m.training_hears_salon, fits: ['not-interested'], because: m.training_because_salon },
  },
  {
    ...{ name: 'Vognmand Ingensteds', town: 'Ingensteds', employees: 12, industry: m.training_trade_haulier },
    ...{ hears: m.training_hears_haulier, fits: ['call-back'], because: m.training_because_haulier },
  },
  {
    ...{ name: 'Tømrer Øvelse & Søn', town: 'Prøvelund', employees: 5, industry: m.training_trade_carpenter },
    ...{ hears: m.training_hears_carpenter, fits: ['no-answer'], because: m.training_because_carpenter },
  },
  {
    ...{ name: 'Café Opdigtet', town: 'Øveby', employees: 6, industry: m.training_trade_cafe },
    ...{ hears: m.training_hears_cafe, fits: ['wrong-number'], because: m.training_because_cafe },
  },
  {
    ...{ name: 'Ingensteds Rengøring', town: 'Ingensteds', employees: 9, industry: m.training_trade_cleaning },
    ...{ hears: m.training_hears_cleaning, fits: ['do-not-contact'], because: m.training_because_cleaning },
  },
  {
    ...{ name: 'Maler Prøvefarve', town: 'Øveby', employees: 2, industry: m.training_trade_painter },
    ...{ hears: m.training_hears_painter, fits: ['closed'], because: m.training_because_painter },
  },
  {
    ...{ name: 'Gartneriet Grønnebud', town: 'Prøvelund', employees: 8, industry: m.training_trade_nursery },
    ...{ hears: m.training_hears_nursery, fits: ['later', 'call-back'], because: m.training_because_nursery },
  },
  {
    ...{ name: 'Øveby Autoværksted', town: 'Øveby', employees: 6, industry: m.training_trade_garage },
    ...{ hears: m.training_hears_garage, fits: ['wants-contact', 'call-back'], because: m.training_because_garage },
  },
]
