/** Trade areas (fagområder): what a consultant, or a school, knows; each with its industries (DB07 divisions). */
import * as m from '#texts'
import { getLocale } from '#texts/runtime'
import { keysOf } from '#platform/typed.shared'

/** First and last division. */
type Divisions = readonly (readonly [from: number, to: number])[]

export const tradeAreas = {
  farming: m.trade_areas_farming,
  metal: m.trade_areas_metal,
  wood: m.trade_areas_wood,
  food: m.trade_areas_food,
  process: m.trade_areas_process,
  energy: m.trade_areas_energy,
  building: m.trade_areas_building,
  cars: m.trade_areas_cars,
  trading: m.trade_areas_trading,
  transport: m.trade_areas_transport,
  kitchens: m.trade_areas_kitchens,
  offices: m.trade_areas_offices,
  service: m.trade_areas_service,
  public: m.trade_areas_public,
  teaching: m.trade_areas_teaching,
  care: m.trade_areas_care,
  culture: m.trade_areas_culture,
}
/** As it is written within a sentence; an abbreviation stays. */
export const inSentence = (name: string) =>
  /^\p{Lu}\p{Lu}/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1)
export type TradeArea = keyof typeof tradeAreas
export const tradeAreaCodes = keysOf(tradeAreas)

/** Each division stands in one area (a test says so). */
export const divisionsOf: Record<TradeArea, Divisions> = {
  farming: [
    [1, 3],
    [75, 75],
  ],
  metal: [
    [24, 30],
    [33, 33],
  ],
  wood: [
    [16, 16],
    [31, 31],
  ],
  food: [[10, 12]],
  process: [
    [13, 15],
    [17, 23],
    [32, 32],
  ],
  energy: [
    [5, 9],
    [35, 39],
  ],
  building: [[41, 43]],
  cars: [[45, 45]],
  trading: [[46, 47]],
  transport: [[49, 53]],
  kitchens: [[55, 56]],
  offices: [
    [58, 66],
    [68, 74],
  ],
  // Cleaning, security, temporary work, hairdressers, laundries and mending.
  service: [
    [77, 82],
    [95, 98],
  ],
  public: [
    [84, 84],
    [99, 99],
  ],
  teaching: [[85, 85]],
  care: [[86, 88]],
  culture: [[90, 94]],
}
/** A language in the reader's own: named by his machine, or by ours in the language that is asked for. */
export const languageName = (code: string, locale: string = getLocale()): string =>
  new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code
/** Languages (ISO 639-2) that consultants and callers are asked for at companies. */
export const languageCodes = [
  'eng',
  'deu',
  'pol',
  'ron',
  'ukr',
  'rus',
  'ara',
  'tur',
  'fas',
  'som',
  'tir',
  'lit',
  'vie',
] as const
