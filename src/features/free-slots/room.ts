import { asRoom } from '#platform/room'
import { freeSlotsRoutes } from './free-slots.routes.ts'

export const room = asRoom({ name: 'free-slots', owns: ['slot_hold'], routes: freeSlotsRoutes })
