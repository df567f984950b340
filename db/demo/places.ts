import { municipalities, type Municipality, streets } from './municipalities.table.ts'
import type { Random } from './random.ts'

export type Place = {
  municipality: Municipality
  postalCode: number
  town: string
  locality: string | null
  street: string
  house: number
  letter: string | null
}

export const anywhere = (dice: Random): Place => near(dice, dice.weighted(municipalities))

export const near = (dice: Random, municipality: Municipality): Place => {
  const town = dice.weighted(municipality.towns)
  return {
    municipality,
    postalCode: town.postalCode,
    town: town.town,
    locality: null,
    street: dice.pick(streets),
    house: dice.int(1, 140),
    letter: dice.chance(0.15) ? dice.pick(['A', 'B', 'C', 'D']) : null,
  }
}
